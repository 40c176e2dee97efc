import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { predictIcbCsv } from '../csv.ts';
import type { ReadyModel } from '../model.ts';
import { loadModels } from '../runtime/load.ts';
import { cancerTypeOf } from './cancer-type.ts';
import type { IcbInputs } from './inputs.ts';
import { isAnticancerDrug } from '../../fhir-profiles/codes/drug/anticancer.ts';
import { lorisNsclc, lorisPanCancer } from './loris.ts';
import { explainProbability, predictProbabilities } from './predict.ts';

const model = (await loadModels(join(import.meta.dirname, '..', '..'))).models['icb-response'] as ReadyModel;
const patient: IcbInputs = { cancerType: 'NSCLC', tmb: 10, pdl1: 50, priorTherapy: false, albumin: 4, nlr: 3, ageYears: 64 };
const probability = async (change: Partial<IcbInputs>) => (await predictProbabilities([{ ...patient, ...change }], model))[0];

describe('LORIS as published', () => {
  it('pan-cancer score, worked by hand', () => {
    const score = 0.0371 * 10 + 0.5382 * 4 - 0.033 * 3 + 0.0049 * 64 + 0.0008 - 2.0886;
    expect(lorisPanCancer(patient)).toBeCloseTo(1 / (1 + Math.exp(-score)), 9);
  });
  it('clips TMB at 50, NLR at 25 and age at 85', () => {
    expect(lorisPanCancer({ ...patient, tmb: 120, nlr: 60, ageYears: 92 })).toBe(
      lorisPanCancer({ ...patient, tmb: 50, nlr: 25, ageYears: 85 }),
    );
  });
  it('NSCLC score needs PD-L1', () => {
    expect(lorisNsclc({ ...patient, pdl1: null })).toBeNull();
    expect(lorisNsclc(patient)).toBeCloseTo(1 / (1 + Math.exp(-(0.353 + 0.555 + 1.1696 - 0.0309 - 1.5593))), 6);
  });
});

describe('probability', () => {
  it.each([
    ['higher burden', { tmb: 30 }, {}],
    ['untreated before', {}, { priorTherapy: true }],
    ['higher albumin', { albumin: 4.4 }, { albumin: 3 }],
    ['lower neutrophil-to-lymphocyte ratio', { nlr: 2 }, { nlr: 12 }],
    ['higher PD-L1 in NSCLC', { pdl1: 90 }, { pdl1: 0 }],
  ] as [string, Partial<IcbInputs>, Partial<IcbInputs>][])('%s responds more often', async (_name, more, less) => {
    expect((await probability(more))?.value ?? 0).toBeGreaterThan((await probability(less))?.value ?? 1);
  });

  it('a value just beyond the training data counts as its border, and this is said', async () => {
    expect((await probability({ albumin: 5.2 }))?.value).toBe((await probability({ albumin: 4.8 }))?.value);
    expect((await probability({ nlr: 0.4 }))?.value).toBe((await probability({ nlr: 0.7 }))?.value);
    const { notes } = await explainProbability({ ...patient, albumin: 5.2 }, model, [], null);
    expect(notes?.join(' ')).toContain('albumin 5.2 g/dL as 4.8 g/dL');
  });

  it('PD-L1 counts in NSCLC only', async () => {
    const melanoma = { cancerType: 'Melanoma', pdl1: 90 };
    expect((await probability(melanoma))?.value).toBe((await probability({ ...melanoma, pdl1: null }))?.value);
  });

  it('the interval of the estimate holds it and stays within 0 and 1', async () => {
    const answer = await probability({});
    expect(answer?.interval?.[0]).toBeGreaterThan(0);
    expect(answer?.interval?.[0]).toBeLessThan(answer?.value ?? 0);
    expect(answer?.interval?.[1]).toBeLessThan(1);
  });
});

describe('abstains rather than guesses', () => {
  it.each([
    ['tumour type never seen', { cancerType: 'Thyroid' }, /Thyroid/],
    ['tumour type unknown', { cancerType: null }, /tumour type/],
    ['no albumin', { albumin: null }, /albumin/],
    ['albumin in g/L', { albumin: 40 }, /outside the range that the model may use/],
    ['treatment history not available', { priorTherapy: null }, /treatment history/],
  ] as [string, Partial<IcbInputs>, RegExp][])('%s', async (_name, change, reason) => {
    const answer = await probability(change);
    expect(answer?.value).toBeNull();
    expect(answer?.abstained).toMatch(reason);
  });

  it('albumin filled in with one constant for a whole cohort', async () => {
    const row = { cancer_type: 'NSCLC', tmb_mut_per_mb: '10', albumin_g_dl: '4', nlr: '3', age_years: '64', prior_systemic_therapy: '0' };
    const [answer] = await predictIcbCsv([row], model, () => ['albumin']);
    expect(answer).toMatchObject({ value: null, abstained: expect.stringContaining('albumin') as string });
  });
});

it('says that part of it is prognosis, and shows the published score beside it', async () => {
  const prediction = await explainProbability(patient, model, [], null);
  expect(prediction.notes?.join(' ')).toMatch(/not the benefit of the drug/);
  expect(prediction.comparisons?.map((entry) => entry.name).join()).toMatch(/LORIS.*not a probability/);
  expect(prediction.contributions).toHaveLength(7);
});

it('knows tumour types by OncoTree and prior therapy by drug', () => {
  expect([cancerTypeOf('LUAD'), cancerTypeOf('CCRCC'), cancerTypeOf('GIST'), cancerTypeOf('UM'), cancerTypeOf('EGC')]).toEqual([
    'NSCLC',
    'Renal',
    null,
    null,
    null,
  ]);
  expect(['carboplatin', 'osimertinib', 'trastuzumab deruxtecan'].every(isAnticancerDrug)).toBe(true);
  expect(['pembrolizumab', 'tofacitinib', 'tacrolimus', 'metformin', 'clopidogrel'].some(isAnticancerDrug)).toBe(false);
});
