/** Inherited traits that rows state outside the problem list, read from whole records. */
import { describe, expect, it } from 'vitest';

import { AS_OF, vocabulary } from '../../test/reading/vocabulary.ts';
import { bundle, observation, patient, words } from '../../test/reading/resources.ts';
import { readPatient } from './index.ts';

const read = (name: string, value: Readonly<Record<string, unknown>> | string) => {
  const { facts, warnings } = readPatient(
    bundle(patient, observation('o', words(name), typeof value === 'string' ? { valueString: value } : value)),
    {
      asOf: AS_OF,
      vocabulary,
    },
  );
  const texts = (list: readonly { readonly text: string }[] | undefined) => (list ?? []).map(({ text }) => text);
  return { conditions: texts(facts.conditions), family: texts(facts.familyHistory), warnings };
};
const MH = 'Malignant hyperthermia';

describe('malignant hyperthermia on a pre-anaesthesia sheet', () => {
  it.each([
    ['History of malignant hyperthermia', 'Yes'],
    ['Personal history of malignant hyperthermia?', { valueBoolean: true }],
    ['Malignant hyperthermia', { valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '373066001' }] } }],
    ['Malignant hyperthermia susceptibility', 'Confirmed'],
    ['Pre-op questionnaire: malignant hyperthermia', 'Yes'],
  ])('%s: %j is a condition of the patient', (name, value) => {
    expect(read(name, value)).toMatchObject({ conditions: [MH], family: [] });
  });

  it.each([
    ['Family history of malignant hyperthermia', 'Yes'],
    ['Personal or family history of malignant hyperthermia', 'Yes'],
    ['Family history of anesthesia problems', 'Malignant hyperthermia (uncle)'],
    ['Anesthesia complications', 'Malignant hyperthermia in mother'],
    ['Anesthesia history', 'Malignant hyperthermia in father'],
  ])('%s: %s is of a relative, or may be', (name, value) => {
    expect(read(name, value)).toMatchObject({ conditions: [], family: [MH] });
  });

  it('a complication by its name is the patient’s', () => {
    expect(read('Anaesthetic complications', 'Malignant hyperthermia 2012').conditions).toEqual(['Malignant hyperthermia 2012']);
  });

  it.each([
    ['History of malignant hyperthermia', 'No'],
    ['History of malignant hyperthermia', 'Unknown'],
    ['Malignant hyperthermia', 'Denies'],
    ['Malignant hyperthermia cart available', 'Yes'],
    ['Malignant hyperthermia protocol reviewed', 'Yes'],
    ['Malignant hyperthermia risk', 'Yes'],
    ['Dantrolene available for malignant hyperthermia', 'Yes'],
    ['Anesthesia complications', 'No malignant hyperthermia'],
    ['Anesthesia complications', 'Nausea'],
    ['Temperature: hyperthermia', 'Yes'],
  ])('%s: %s says nothing', (name, value) => {
    expect(read(name, value)).toMatchObject({ conditions: [], family: [] });
  });

  it('on the allergy list a relative’s is of the family', () => {
    const allergy = {
      resourceType: 'AllergyIntolerance',
      id: 'a',
      patient: { reference: `Patient/${patient.id}` },
      code: words('Malignant hyperthermia - father'),
    };
    const { facts } = readPatient(bundle(patient, allergy), { asOf: AS_OF, vocabulary });
    expect([facts.allergies, (facts.familyHistory ?? []).map(({ text }) => text)]).toEqual([[], [MH]]);
  });
});

describe('plasma cholinesterase', () => {
  it.each([
    ['BCHE', 'Atypical homozygous (AA)'],
    ['Pseudocholinesterase', 'Deficient (normal > 4000 U/L)'],
    ['BCHE phenotype', 'Poor Metabolizer'],
    ['BCHE genotype', 'A/S'],
    ['BCHE genotype', 'A/A (atypical)'],
    ['Pseudocholinesterase genotype', 'A/A homozygous atypical'],
    ['Pseudocholinesterase deficiency', 'Positive'],
    ['Dibucaine number', { valueInteger: 20 }],
    ['Pseudocholinesterase, dibucaine inhibition', { valueQuantity: { value: 18, unit: '%' } }],
  ])('%s: %j is a deficiency', (name, value) => {
    expect(read(name, value).conditions).toEqual(['Pseudocholinesterase deficiency']);
  });

  it.each([
    ['BCHE', 'Heterozygous atypical'],
    ['Pseudocholinesterase', 'Low (normal 7-20)'],
    ['Cholinesterase [Enzymatic activity/volume] in Serum or Plasma', 'Low'],
    ['Cholinesterase, serum', 'Low'],
    ['Pseudocholinesterase', '210 U/L (normal: 4000-12000)'],
    ['Pseudocholinesterase', '210 U/L (normal range: 4000-12000)'],
    ['Pseudocholinesterase', '10 % of normal'],
    ['Pseudocholinesterase', '210 U/L (lower than normal)'],
    ['Pseudocholinesterase', 'Low (not normal)'],
    ['Pseudocholinesterase', 'Low (no deficiency)'],
    ['BCHE genotype', 'U/A'],
    ['BCHE genotype', 'U/S'],
    ['BCHE rs1799807', 'A/A'],
    ['Dibucaine number', { valueInteger: 55 }],
    ['Dibucaine number', 'see report'],
  ])('%s: %j is not interpreted, and said', (name, value) => {
    const { conditions, warnings } = read(name, value);
    expect(conditions).toEqual(['Plasma cholinesterase result left open']);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'unparsed', message: expect.stringContaining('plasma cholinesterase') }),
    );
  });

  it.each([
    ['BCHE phenotype', 'Normal Metabolizer'],
    ['Pseudocholinesterase', 'Not deficient'],
    ['Pseudocholinesterase', 'Normal (7200 U/L; normal 4000-12000)'],
    ['BCHE variants', 'Not detected'],
    ['Dibucaine number', { valueInteger: 82 }],
    ['Pseudocholinesterase', { valueQuantity: { value: 4200, unit: 'U/L' } }],
  ])('%s: %j is none', (name, value) => {
    expect(read(name, value).conditions).toEqual([]);
  });
});
