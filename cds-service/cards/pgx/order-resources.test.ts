import { describe, expect, it } from 'vitest';
import { changedDose, replacementOrder } from './order-resources.ts';

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

it('a draft for another drug names it where the order has its own', () => {
  const option = { name: 'prasugrel', rxnorm: '613391' };
  expect(replacementOrder(order({ medicationCodeableConcept: drug }), option)).toMatchObject({
    medicationCodeableConcept: { text: 'prasugrel' },
  });
  const newer = replacementOrder(order({ medication: { concept: drug }, reason: [{ concept: { text: 'stent' } }] }), option);
  expect(newer).toMatchObject({ medication: { concept: { text: 'prasugrel' } }, reason: [{ concept: { text: 'stent' } }] });
  expect(newer).not.toHaveProperty('medicationCodeableConcept');
});
