import { describe, expect, it } from 'vitest';
import { carriedOver, changedDose, replacementOrder, testOrder } from './order-resources.ts';

const drug = { text: 'azathioprine 50 mg' };
const quantity = { value: 100, unit: 'mg' };
const order = (change: object) => ({
  resourceType: 'MedicationRequest',
  id: 'o',
  status: 'draft',
  subject: { reference: 'Patient/p' },
  ...change,
});

describe('a new dose leaves no old one beside it', () => {
  it.each<[string, object]>([
    ['R4', { doseAndRate: [{ doseQuantity: quantity }] }],
    ['before R4', { doseQuantity: quantity }],
    ['before R4, as a plain quantity', { doseSimpleQuantity: quantity }],
    ['both places', { doseQuantity: quantity, doseAndRate: [{ doseQuantity: quantity }] }],
    ['a range', { doseRange: { low: quantity, high: quantity } }],
  ])('%s', (_version, dosage) => {
    const draft = order({ medicationCodeableConcept: drug, dosageInstruction: [{ text: '100 mg daily', ...dosage }] });
    const changed = JSON.stringify(changedDose(draft, { amount: 50, unit: 'mg' }));
    expect(changed).not.toContain('100');
    expect(changed).toContain('"doseQuantity":{"value":50');
  });

  it('an order of FHIR R5 loses the text that repeats the old dose and keeps one drug', () => {
    const draft = order({ medication: { concept: drug }, renderedDosageInstruction: '100 mg daily', dosageInstruction: [{}] });
    const product = { rxnorm: 'x', display: 'azathioprine 25 mg' };
    const changed = changedDose(draft, { amount: 25, unit: 'mg', product });
    expect(changed).not.toHaveProperty('medicationCodeableConcept');
    expect(changed).not.toHaveProperty('renderedDosageInstruction');
    expect(changed).toMatchObject({ medication: { concept: { text: product.display } } });
  });
});

describe('a changed order holds nothing of what it was', () => {
  const dosageInstruction = [{ text: '100 mg daily' }];
  const product = { rxnorm: 'x', display: 'azathioprine 25 mg' };
  const former = { resourceType: 'Medication', id: 'm', code: drug };
  const doctor = { resourceType: 'Practitioner', id: 'd' };

  it('a narrative that tells the old dose stays behind', () => {
    const text = { status: 'generated', div: '<div>azathioprine 100 mg daily</div>' };
    const changed = changedDose(order({ medicationCodeableConcept: drug, text, dosageInstruction }), { amount: 50, unit: 'mg' });
    expect(JSON.stringify(changed)).not.toContain('100');
  });

  it.each<[string, object]>([
    ['R4', { medicationReference: { reference: '#m' } }],
    ['R5', { medication: { reference: { reference: '#m' } } }],
  ])('%s: the drug inside the order goes with its name, what else is inside stays', (_version, medication) => {
    const draft = order({ ...medication, contained: [former, doctor], requester: { reference: '#d' }, dosageInstruction });
    const changed = changedDose(draft, { amount: 25, unit: 'mg', product });
    expect(changed).toMatchObject({ contained: [doctor], requester: { reference: '#d' } });
    const alone = changedDose(order({ ...medication, contained: [former], dosageInstruction }), { amount: 25, unit: 'mg', product });
    expect(alone).not.toHaveProperty('contained');
  });
});

describe('no one-click where another dose would stay beside the new one', () => {
  const low = { value: 40, unit: 'mg' };
  const high = { value: 80, unit: 'mg' };
  it.each<[string, object, object]>([
    ['a range', {}, { doseAndRate: [{ doseRange: { low, high } }] }],
    ['a range before R4', {}, { doseRange: { low, high } }],
    ['a further instruction', {}, { additionalInstruction: [{ text: 'two 40 mg tablets' }] }],
    ['a note', { note: [{ text: '80 mg at night as before' }] }, {}],
    ['a day’s amount given in two', {}, { text: '80 mg/day', timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } }],
  ])('%s', (_what, change, dosage) => {
    const draft = order({ medicationCodeableConcept: drug, ...change, dosageInstruction: [dosage] });
    expect(changedDose(draft, { amount: 20, unit: 'mg' })).toBeUndefined();
  });

  it.each<[string, object, object]>([
    ['words that name no dose', { note: [{ text: 'call with questions' }] }, { additionalInstruction: [{ text: 'with food' }] }],
    ['once a day', {}, { text: '80 mg/day', timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } } }],
  ])('%s do not hinder it', (_what, change, dosage) => {
    const draft = order({ medicationCodeableConcept: drug, ...change, dosageInstruction: [dosage] });
    expect(changedDose(draft, { amount: 20, unit: 'mg' })).toBeDefined();
  });
});

describe('a new order names nothing that is only in the draft or in the call', () => {
  const from = (change: object) => order({ medicationCodeableConcept: drug, ...change });
  const names = ['encounter', 'requester', 'reasonReference', 'reason'];

  it.each<[string, object, object]>([
    [
      'on the server: kept',
      { requester: { reference: 'Practitioner/1', display: 'A' } },
      { requester: { reference: 'Practitioner/1', display: 'A' } },
    ],
    [
      'absolute: kept',
      { encounter: { reference: 'https://ehr.example.org/R4/Encounter/1' } },
      { encounter: { reference: 'https://ehr.example.org/R4/Encounter/1' } },
    ],
    [
      'contained: the name that can be read stays',
      { requester: { reference: '#d', type: 'Practitioner', display: 'A' } },
      { requester: { display: 'A' } },
    ],
    ['contained and nothing else', { requester: { reference: '#d' } }, {}],
    ['an address of the call', { encounter: { reference: 'urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8' } }, {}],
    [
      'one reason of two',
      { reasonReference: [{ reference: '#c' }, { reference: 'Condition/1' }] },
      { reasonReference: [{ reference: 'Condition/1' }] },
    ],
    [
      'R5: a reason by reference',
      { reason: [{ reference: { reference: 'Condition/1' } }] },
      { reason: [{ reference: { reference: 'Condition/1' } }] },
    ],
  ])('%s', (_what, change, expected) => {
    expect(carriedOver(from(change), names)).toStrictEqual(expected);
  });

  it('for another drug and for a test', () => {
    const draft = from({ requester: { reference: '#d' }, contained: [{ resourceType: 'Practitioner', id: 'd' }] });
    const test = { system: 'http://loinc.org', code: '1', display: 'x' };
    for (const made of [replacementOrder(draft, { name: 'prasugrel', rxnorm: '613391' }), testOrder(draft, test, 'x', 'y')])
      expect(JSON.stringify(made)).not.toContain('#d');
  });
});

it('a draft for another drug names it where the order has its own', () => {
  const option = { name: 'prasugrel', rxnorm: '613391' };
  expect(replacementOrder(order({ medicationCodeableConcept: drug }), option)).toMatchObject({
    medicationCodeableConcept: { text: 'prasugrel' },
  });
  const newer = replacementOrder(order({ medication: { concept: drug }, reason: [{ concept: { text: 'stent' } }] }), option);
  expect(newer).toMatchObject({ medication: { concept: { text: 'prasugrel' } }, reason: [{ concept: { text: 'stent' } }] });
  expect(newer).not.toHaveProperty('medicationCodeableConcept');
});

describe('the instruction keeps its other words', () => {
  const changed = (text: string) => {
    const order = changedDose(draft(text), { amount: 20, unit: 'mg' });
    return (order?.['dosageInstruction'] as { text: string }[] | undefined)?.[0]?.text;
  };
  const draft = (text: string) => ({ resourceType: 'MedicationRequest', id: 'o', dosageInstruction: [{ text }] });

  it.each([
    ['Take 1 tablet by mouth nightly', 'Take 20 mg by mouth nightly'],
    ['Take 1 tablet (40 mg total) by mouth daily', 'Take 20 mg by mouth daily'],
    ['40 mg PO twice daily with meals', '20 mg PO twice daily with meals'],
    ['Take 2 tablets daily', 'Take 20 mg daily'],
    ['nightly', '20 mg, nightly'],
    ['Take one 40 mg tablet nightly', 'Take 20 mg nightly'],
    ['40 mg every 12 hours for 30 days', '20 mg every 12 hours for 30 days'],
    ['Take 1 tablet per day', 'Take 20 mg per day'],
    ['Take 1 tablet by mouth 2 times daily at 8:00 and 8 pm', 'Take 20 mg by mouth 2 times daily at 8:00 and 8 pm'],
  ])('%s', (text, expected) => expect(changed(text)).toBe(expected));

  it.each([
    'Take 825 mg/m2 twice daily Monday-Friday with radiation',
    'Take 1000 mg/m2 twice daily on days 1-14 of a 21 day cycle',
    'Take 20 mg daily for a week, then 40 mg daily',
    'Take 2 tablets in the morning and 1 tablet at night',
    // A range: "40-20 mg" and "1-20 mg" would be left.
    'Take 40-80 mg daily',
    'Take 1-2 tablets daily',
    'Take one to two tablets daily',
    // Amounts that are not read stay what they were.
    'Take 80 milligrams daily',
    'Take 80 mg (160 milligrams at most) daily',
    '10 mL daily',
    'Take 2 x 40 mg daily',
    '2 Tabletten täglich',
    'zwei Tabletten täglich',
    '1-0-1',
    'Take 80 mg daily in two divided doses',
  ])('no one-click for %s', (text) => expect(changed(text)).toBeUndefined());
});
