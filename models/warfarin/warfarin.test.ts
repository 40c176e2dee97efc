import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MedicationFact, PatientFacts } from '../../fhir-profiles/index.ts';
import type { ReadyModel } from '../model.ts';
import { loadModels } from '../runtime/load.ts';
import { inputsFromCsv } from './csv-row.ts';
import { gage, iwpcClinical, iwpcPharmacogenetic } from './formulas.ts';
import { readWarfarin } from './from-facts.ts';
import { imputationOf } from './imputation.ts';
import type { WarfarinInputs } from './inputs.ts';
import { explainDose, predictDoses } from './predict.ts';

const model = (await loadModels(join(import.meta.dirname, '..', '..'))).models['warfarin-dose'] as ReadyModel;
const imputation = imputationOf(model.artefact);

const patient: WarfarinInputs = {
  ageYears: 65,
  sex: 'male',
  heightCm: 175,
  weightKg: 80,
  cyp2c9: '*1/*1',
  vkorc1: { ag: 0, aa: 0, basis: 'rs9923231' },
  amiodarone: false,
  inducer: false,
  smoker: false,
  venousThrombosis: false,
};
const dose = async (change: Partial<WarfarinInputs>): Promise<number | null> =>
  (await predictDoses([{ ...patient, ...change }], model))[0]?.value ?? null;

describe('published formulas, worked by hand', () => {
  it('IWPC pharmacogenetic: 65 years, 175 cm, 80 kg, wild type', () => {
    // 5.6044 − 0.2614·6 + 0.0087·175 + 0.0128·80 = 6.5825; squared 43.33
    expect(iwpcPharmacogenetic(patient, imputation, 'White')).toBeCloseTo(6.5825 ** 2, 6);
  });
  it('IWPC pharmacogenetic: VKORC1 A/A, CYP2C9 *2/*3, amiodarone, Asian', () => {
    const inputs: WarfarinInputs = { ...patient, vkorc1: { ag: 0, aa: 1, basis: 'rs9923231' }, cyp2c9: '*2/*3', amiodarone: true };
    expect(iwpcPharmacogenetic(inputs, imputation, 'Asian')).toBeCloseTo((6.5825 - 1.6974 - 1.9206 - 0.5503 - 0.1092) ** 2, 6);
  });
  it('IWPC clinical: same man', () => {
    expect(iwpcClinical(patient, imputation, 'White')).toBeCloseTo((4.0376 - 0.2546 * 6 + 0.0118 * 175 + 0.0134 * 80) ** 2, 6);
  });
  it('Gage: VKORC1 A/G, CYP2C9 *1/*3, smoker', () => {
    const inputs: WarfarinInputs = { ...patient, vkorc1: { ag: 1, aa: 0, basis: 'rs9923231' }, cyp2c9: '*1/*3', smoker: true };
    const surface = 0.007184 * 175 ** 0.725 * 80 ** 0.425;
    const daily = Math.exp(0.9751 - 0.3238 + 0.4317 * surface - 0.4008 - 0.00745 * 65 + 0.2029 * 2.5 + 0.0922);
    expect(gage(inputs, imputation)).toBeCloseTo(7 * daily, 6);
  });
});

describe('dose moves the way pharmacology says', () => {
  it.each([
    ['VKORC1 A/G needs less than G/G', {}, { vkorc1: { ag: 1, aa: 0, basis: 'rs9923231' } }],
    ['VKORC1 A/A needs less than A/G', { vkorc1: { ag: 1, aa: 0, basis: 'rs9923231' } }, { vkorc1: { ag: 0, aa: 1, basis: 'rs9923231' } }],
    ['CYP2C9 *1/*3 needs less than *1/*1', {}, { cyp2c9: '*1/*3' }],
    ['CYP2C9 *3/*3 needs less than *1/*3', { cyp2c9: '*1/*3' }, { cyp2c9: '*3/*3' }],
    ['amiodarone lowers', {}, { amiodarone: true }],
    ['an enzyme inducer raises', { inducer: true }, {}],
    ['age lowers', {}, { ageYears: 85 }],
  ] as [string, Partial<WarfarinInputs>, Partial<WarfarinInputs>][])('%s', async (_name, more, less) => {
    const high = await dose(more);
    const low = await dose(less);
    expect(high).not.toBeNull();
    expect(low ?? Infinity).toBeLessThan(high ?? 0);
  });
});

describe('abstains rather than guesses', () => {
  it.each([
    ['age unknown', { ageYears: null }, /age/],
    ['CYP2C9 *1/*8', { cyp2c9: '*1/*8' }, /\*8/],
    ['CYP2C9 *1/*11', { cyp2c9: '*1/*11' }, /\*11/],
    ['CYP2C9 allele never seen', { cyp2c9: '*1/*13' }, /not in the training data/],
    ['a child', { ageYears: 9 }, /outside the training range/],
    ['weight in pounds', { weightKg: 264 }, /outside the training range/],
    ['nothing known of the body', { heightCm: null, weightKg: null, sex: null }, /unknown/],
  ] as [string, Partial<WarfarinInputs>, RegExp][])('%s', async (_name, change, reason) => {
    const [answer] = await predictDoses([{ ...patient, ...change }], model);
    expect(answer?.value).toBeNull();
    expect(answer?.abstained).toMatch(reason);
  });
});

describe('drugs that no input stands for', () => {
  const medication = (name: string, more: Partial<MedicationFact> = {}) =>
    ({
      role: 'current',
      systemic: true,
      ingredients: [{ name, rxnorm: null }],
      reasonText: [],
      reasons: [],
      ...more,
    }) as unknown as MedicationFact;
  const reading = (...medications: MedicationFact[]) =>
    readWarfarin({ asOf: '2026-11-21', patient: {}, germline: [], labs: [], conditions: [], medications } as unknown as PatientFacts);

  it.each(['fluconazole', 'metronidazole', 'voriconazole', 'capecitabine'])('%s, taken or being ordered: no estimate', (name) => {
    expect(reading(medication(name)).conflict).toMatch(`${name} on the list inhibits CYP2C9`);
    expect(reading(medication(name, { role: 'draft' })).conflict).not.toBeNull();
  });
  it('amiodarone is an input of its own; what is over or only on the skin does not count', () => {
    expect(reading(medication('amiodarone'))).toMatchObject({ conflict: null, inputs: { amiodarone: true } });
    expect(reading(medication('fluconazole', { role: 'past' })).conflict).toBeNull();
    expect(reading(medication('metronidazole', { systemic: false })).conflict).toBeNull();
  });
});

describe('explanation', () => {
  it('contributions and the reference patient add up to the dose; interval holds the dose', async () => {
    const prediction = await explainDose({ ...patient, cyp2c9: '*1/*3' }, model, [], null);
    const [reference = NaN] = await model.run([model.artefact.reference]);
    expect(prediction.notes?.join(' ')).toContain(`Average training patient: ${Math.round(reference)} mg/week`);
    const sum = prediction.contributions.reduce((total, entry) => total + entry.contribution, reference);
    expect(Math.abs(sum - (prediction.value ?? 0))).toBeLessThan(0.6);
    expect(prediction.contributions.find((entry) => entry.feature === 'CYP2C9')?.contribution).toBeLessThan(0);
    expect(prediction.interval?.[0]).toBeLessThan(prediction.value ?? 0);
    expect(prediction.interval?.[1]).toBeGreaterThan(prediction.value ?? Infinity);
    expect(prediction.comparisons?.map((entry) => entry.name)).toContain('IWPC pharmacogenetic');
  });
});

it('says where its interval holds less than 90 %', async () => {
  const { notes } = await explainDose(patient, model, [], null);
  expect(notes?.join(' ')).toMatch(/only 77 % of those who needed less than 14 mg\/week and 56 % of those who needed 70 mg\/week and more/);
});

describe('rows of the data set', () => {
  it('reads the twin marker rs9934438 and never a race column', () => {
    const row = { age_decade: '6', sex: 'male', race_omb: 'Asian', cyp2c9: '*3/*1', vkorc1_rs9923231: '', vkorc1_rs9934438: 'C/T' };
    expect(inputsFromCsv(row, {})).toEqual(inputsFromCsv({ ...row, race_omb: 'White' }, {}));
    expect(inputsFromCsv(row, {})).toMatchObject({ cyp2c9: '*1/*3', vkorc1: { ag: 1, aa: 0, basis: 'rs9934438' } });
  });
});
