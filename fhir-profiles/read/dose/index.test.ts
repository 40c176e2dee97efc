import { doseInWords } from './text.ts';
import { describe, expect, it } from 'vitest';
import { readMedications } from '../medication/index.ts';
import { readWith } from '../testing/read-medication.ts';

const read = (...resources: readonly object[]) => readWith(readMedications, resources);

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const SNOMED = 'http://snomed.info/sct';
const clopidogrel = { coding: [{ system: RXNORM, code: '309362', display: 'clopidogrel 75 MG Oral Tablet' }] };
const order = (rest: object) => ({
  resourceType: 'MedicationRequest',
  id: 'order',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p' },
  ...rest,
});

describe('dose, frequency and route', () => {
  const dosed = (dosage: unknown, medicationCodeableConcept: object = clopidogrel) =>
    read(order({ medicationCodeableConcept, dosageInstruction: dosage })).facts[0];
  const tablet = (value: number) => ({ doseQuantity: { value, unit: 'tablet', system: 'http://unitsofmeasure.org', code: '{tbl}' } });

  it('tablets times strength are a mass', () => {
    expect(dosed([{ doseAndRate: [tablet(2)], timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } } }])?.dose).toEqual({
      amount: 150,
      unit: 'mg',
      perDay: 1,
    });
  });
  it('of several doseAndRate the ordered one counts (Epic)', () => {
    const type = (code: string) => ({ type: { coding: [{ system: 'http://epic.com/CodeSystem/dose-rate-type', code }] } });
    const doseAndRate = [
      { ...type('calculated'), doseQuantity: { value: 50, unit: 'mg' } },
      { ...type('admin-amount'), doseQuantity: { value: 1, unit: 'tablet' } },
      { ...type('ordered'), doseQuantity: { value: 75, unit: 'mg' } },
    ];
    expect(dosed([{ doseAndRate }])?.dose).toMatchObject({ amount: 75, unit: 'mg' });
    expect(dosed([{ doseAndRate: doseAndRate.toReversed() }])?.dose).toMatchObject({ amount: 75, unit: 'mg' });
  });
  it.each<[string, object, { amount: number; unit: string }]>([
    ['STU3 doseQuantity, dosage as an object', { doseQuantity: { value: 75, unit: 'mg' } }, { amount: 75, unit: 'mg' }],
    ['per square metre', { doseAndRate: [{ doseQuantity: { value: 1250, unit: 'mg/m²' } }] }, { amount: 1250, unit: 'mg/m2' }],
    ['per kilogram', { doseAndRate: [{ doseQuantity: { value: 2, code: 'mg/kg' } }] }, { amount: 2, unit: 'mg/kg' }],
    [
      'range: the most that is ordered',
      { doseAndRate: [{ doseRange: { low: { value: 25, unit: 'mg' }, high: { value: 50, unit: 'mg' } } }] },
      { amount: 50, unit: 'mg' },
    ],
    ['words only', { text: 'Take 1 tablet by mouth daily' }, { amount: 75, unit: 'mg' }],
    ['dose in the place of the rate', { doseAndRate: [{ rateQuantity: { value: 60, unit: 'mg/m2' } }] }, { amount: 60, unit: 'mg/m2' }],
  ])('%s', (_, dosage, expected) => {
    expect(dosed(dosage)?.dose).toMatchObject(expected);
  });
  it.each<[string, object, number | undefined]>([
    ['BID', { timing: { code: { coding: [{ code: 'BID' }] } } }, 2],
    ['Q6H', { timing: { code: { text: 'Q6H' } } }, 4],
    ['every 8 hours', { timing: { repeat: { frequency: 1, period: 8, periodUnit: 'h' } } }, 3],
    ['once weekly', { timing: { repeat: { frequency: 1, period: 1, periodUnit: 'wk' } } }, 1 / 7],
    ['morning and night', { timing: { repeat: { when: ['MORN', 'NIGHT'] } } }, 2],
    ['Monday and Thursday', { timing: { repeat: { dayOfWeek: ['mon', 'thu'] } } }, 2 / 7],
    ['twice daily in words', { text: '1 tablet twice daily' }, 2],
    ['every 12 hours in words', { text: '75 mg every 12 hours' }, 2],
    ['not said', {}, undefined],
  ])('%s', (_, dosage, perDay) => {
    const found = dosed([{ doseAndRate: [tablet(1)], ...dosage }])?.dose?.perDay;
    if (perDay === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(perDay, 6);
  });
  it.each<[string, object, object, boolean | null]>([
    ['oral by SNOMED CT', { route: { coding: [{ system: SNOMED, code: '26643006' }] } }, { text: 'clopidogrel' }, true],
    ['IV in words', { route: { text: 'Intravenous' } }, { text: 'fluorouracil' }, true],
    ['eye drops by SNOMED CT', { route: { coding: [{ system: SNOMED, code: '54485002' }] } }, { text: 'gentamicin' }, false],
    ['topical', { route: { text: 'Topical' } }, { text: 'fluorouracil' }, false],
    ['inhaled anaesthetic', { route: { text: 'Inhalation' } }, { text: 'sevoflurane' }, true],
    ['nasal steroid', { route: { text: 'Nasal' } }, { text: 'fluticasone' }, false],
    ['subcutaneous', { route: { coding: [{ code: 'SQ' }] } }, { text: 'methotrexate' }, true],
    ['no route, no form', {}, { text: 'clopidogrel' }, null],
    ['rectal', { route: { text: 'Rectal' } }, { text: 'diazepam' }, null],
  ])('%s', (_, dosage, concept, systemic) => {
    expect(dosed([dosage], concept)?.systemic).toBe(systemic);
  });
});

describe('a dose in the words that name the drug, of an order without a dosage', () => {
  const named = (text: string, rest: object = {}) => read(order({ medicationCodeableConcept: { text }, ...rest })).facts[0];

  it.each([
    ['rosuvastatin 40 mg daily', 40],
    ['Rosuvastatin 40mg PO once daily', 40],
    ['rosuvastatin calcium 20 mg once a day.', 20],
    ['clopidogrel 75 mg qd', 75],
    ['warfarin 2.5 mg by mouth every day', 2.5],
  ])('%s', (text, amount) => {
    expect(named(text)?.dose).toEqual({ amount, unit: 'mg', perDay: 1, text });
  });

  it.each([
    'rosuvastatin 40 mg',
    'rosuvastatin 40 mg tablet daily',
    'rosuvastatin 20-40 mg daily',
    'rosuvastatin 20 mg or 40 mg daily',
    'rosuvastatin 40 mg twice daily',
    'rosuvastatin 40 mg every other day',
    'rosuvastatin 40 mg weekly',
    'rosuvastatin max 40 mg daily',
    'stop rosuvastatin 40 mg daily',
    'rosuvastatin 40 mg daily, increase as tolerated',
    'rosuvastatin 1,500 mg daily',
    'ezetimibe / rosuvastatin 40 mg daily',
    'azathioprine 2 mg/kg daily',
  ])('%s: not stated', (text) => {
    expect(named(text)?.dose).toBeUndefined();
  });

  it('a dosage of any kind decides alone, and a strength in the code that differs leaves it open', () => {
    expect(named('clopidogrel 75 mg daily', { dosageInstruction: [{ text: 'as directed' }] })?.dose).toBeUndefined();
    const coded = { ...clopidogrel, text: 'clopidogrel 150 mg daily' };
    expect(read(order({ medicationCodeableConcept: coded })).facts[0]?.dose).toBeUndefined();
  });
});

describe('a count of tablets with a fraction', () => {
  it.each([
    ['take 1/2 tab qhs', 0.5],
    ['Take ½ tablet daily', 0.5],
    ['1 1/2 tabs po daily', 1.5],
    ['1-1/2 tablets daily', 1.5],
    ['one-half tablet daily', 0.5],
    ['one and a half tablets daily', 1.5],
    ['half a tablet', 0.5],
    ['3/4 tablet', 0.75],
    ['2 tabs', 2],
  ])('%s', (words, amount) => {
    expect(doseInWords(words)).toEqual({ amount, unit: '{tbl}' });
  });
  it.each<[string, number, string]>([
    ['2,400 mg/m2 over 46 hours', 2400, 'mg/m2'],
    ['1,650 mg by mouth twice daily', 1650, 'mg'],
    ['5,000 units subcutaneously', 5000, '[iU]'],
    ['0,125 mg täglich', 0.125, 'mg'],
    ['37,5 mg', 37.5, 'mg'],
    ['1000 mg', 1000, 'mg'],
    ['1.5 g', 1.5, 'g'],
  ])('%s is %s', (words, amount, unit) => {
    expect(doseInWords(words)).toEqual({ amount, unit });
  });

  it.each([
    '1.500 mg',
    '1 500 mg',
    '1\u00A0500 mg',
    "1'500 mg",
    'take 2 500 mg tablets',
    '100 mg in the morning, 1 500 mg at night',
    '1.500,00 mg',
  ])('%s is left unread: nobody can tell which number it is', (words) => {
    expect(doseInWords(words)).toBeNull();
  });

  it.each(['1/3 tab daily', '11/2 tab', '1/2-1 tab', 'take 1-2 tabs'])('%s is left unread', (words) => {
    expect(doseInWords(words)).toBeNull();
  });
});

describe('several dosages, and liquids', () => {
  const day = (frequency = 1) => ({ timing: { repeat: { frequency, period: 1, periodUnit: 'd' } } });
  const mg = (value: number) => ({ doseAndRate: [{ doseQuantity: { value, unit: 'mg' } }] });
  const ml = (value: number) => ({ doseAndRate: [{ doseQuantity: { value, unit: 'mL' } }] });
  const doseOf = (dosage: readonly object[], name = 'tetrabenazine 25 MG Oral Tablet') =>
    read(order({ medicationCodeableConcept: { text: name }, dosageInstruction: dosage })).facts[0]?.dose;

  it.each<[string, readonly object[], object]>([
    [
      'morning and evening add up',
      [
        { ...mg(25), ...day() },
        { ...mg(50), ...day() },
      ],
      { amount: 75, unit: 'mg', perDay: 1 },
    ],
    [
      'steps that follow each other: the greatest',
      [
        { sequence: 1, ...mg(10), ...day() },
        { sequence: 2, ...mg(80), ...day() },
      ],
      { amount: 80, perDay: 1 },
    ],
    [
      'steps told in words: the greatest',
      [
        { ...mg(25), ...day(2), text: 'Take 1 tablet twice daily for 7 days' },
        { ...mg(25), ...day(3), text: 'then take 1 tablet 3 times daily' },
      ],
      { amount: 25, perDay: 3 },
    ],
    ['words without an amount change nothing', [{ ...mg(25), ...day(2) }, { text: 'Take with food' }], { amount: 25, perDay: 2 }],
    ['one without a frequency: none is made up', [{ ...mg(25), ...day() }, mg(50)], { amount: 50, unit: 'mg' }],
  ])('%s', (_what, dosage, expected) => expect(doseOf(dosage)).toMatchObject(expected));

  it('a dosage that cannot be read leaves the dose unknown', () => {
    expect(doseOf([{ ...mg(25), ...day() }, { text: 'then 2 to 4 tablets of 25 mg as directed' }])).toBeUndefined();
    expect(doseOf([{ ...mg(25), ...day() }, mg(50)])).not.toHaveProperty('perDay');
  });

  const PHENYTOIN = 'phenytoin 125 mg/5 mL oral suspension';
  it.each<[string, readonly object[], string, object]>([
    ['millilitres of 125 mg/5 mL', [{ ...ml(4), ...day(3) }], PHENYTOIN, { amount: 100, unit: 'mg', perDay: 3 }],
    ['the same in words', [{ text: 'Take 4 mL (100 mg) 3 times daily' }], PHENYTOIN, { amount: 100, unit: 'mg', perDay: 3 }],
    ['of 25 MG/ML', [{ ...ml(4), ...day() }], 'phenytoin 25 MG/ML Oral Suspension', { amount: 100, unit: 'mg' }],
  ])('%s', (_what, dosage, name, expected) => expect(doseOf(dosage, name)).toMatchObject(expected));

  it('words and strength that contradict each other are no dose', () => {
    expect(doseOf([{ ...ml(4), ...day(), text: '4 mL (500 mg)' }], PHENYTOIN)).toBeUndefined();
  });
});
