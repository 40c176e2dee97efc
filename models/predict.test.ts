import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BiomarkerFact, GermlineCall, LabFact, MedicationFact, PatientFacts } from '../fhir-profiles/index.ts';
import { emptyFacts } from '../test/reading/empty-facts.ts';
import { predict, type PredictionCount } from './index.ts';
import { loadModels } from './runtime/load.ts';

const runtime = await loadModels(join(import.meta.dirname, '..'));
const source = { reference: 'Observation/1', issued: '2026-11-01' };

const medication = (name: string, role: MedicationFact['role'], change: Partial<MedicationFact> = {}): MedicationFact => ({
  source,
  resourceType: 'MedicationRequest',
  status: role === 'draft' ? 'draft' : 'active',
  isOrder: role === 'draft',
  role,
  text: name,
  ingredients: [{ name, rxnorm: null }],
  codes: [],
  systemic: true,
  reasons: [],
  reasonText: [],
  reasonReferences: [],
  ...change,
});
const lab = (kind: string, value: number, unit: string, date = '2026-11-01'): LabFact => ({ kind, value, unit, date, source });
const diplotype = (first: string, second: string): GermlineCall => {
  const haplotype = (allele: string) => ({ units: [{ allele, copies: { n: 1, atLeast: false } }] });
  return { kind: 'diplotype', haplotypes: [haplotype(first), haplotype(second)] };
};
const germline = (gene: string, call: GermlineCall) => ({ gene, call, text: '', source, derivedFrom: [] });
const biomarker = (kind: string, value: number, unit: string, method?: string): BiomarkerFact => ({
  kind,
  value,
  unit,
  source,
  ...(method === undefined ? {} : { method }),
});

const empty = emptyFacts({ patient: { id: 'p', birthDate: '1961-05-02', ageYears: 65, sex: 'female' } });

describe('warfarin ordered', () => {
  const chart: PatientFacts = {
    ...empty,
    medications: [medication('warfarin', 'draft'), medication('amiodarone', 'current')],
    labs: [lab('height', 165, 'cm'), lab('weight', 70, 'kg'), lab('weight', 120, 'kg', '2020-01-01')],
    germline: [
      germline('CYP2C9', diplotype('*3', '*1')),
      germline('VKORC1', { kind: 'nucleotides', rsId: 'rs9923231', bases: ['C', 'T'] }),
    ],
  };
  const one = async (facts: PatientFacts) => (await predict(facts, runtime))[0];

  it('reads genotype on either strand, the newest weight and interacting drugs', async () => {
    const prediction = await one(chart);
    expect(Object.fromEntries((prediction?.contributions ?? []).map(({ feature, value }) => [feature, value]))).toMatchObject({
      CYP2C9: '*1/*3',
      VKORC1: 'A/G',
      weight: '70 kg',
      amiodarone: 'yes',
      'enzyme inducer': 'no',
    });
    const minus = await one({
      ...chart,
      germline: [...chart.germline.slice(0, 1), germline('VKORC1', { kind: 'nucleotides', rsId: null, bases: ['G', 'A'] })],
    });
    expect(minus?.value).toBe(prediction?.value);
  });

  it('abstains when two CYP2C9 results disagree', async () => {
    const prediction = await one({ ...chart, germline: [...chart.germline, germline('CYP2C9', diplotype('*1', '*1'))] });
    expect(prediction).toMatchObject({ value: null, abstained: 'two CYP2C9 results disagree', contributions: [] });
  });

  it('says what was not on file', async () => {
    const prediction = await one({ ...chart, germline: [], labs: [] });
    expect(prediction?.notes?.join(' ')).toMatch(/CYP2C9 not on file.*VKORC1 not on file/);
    expect(prediction?.interval?.[1]).toBeGreaterThan(prediction?.value ?? Infinity);
  });

  it('an order that is still being written is no medication list', async () => {
    const alone = await one({ ...chart, medications: [medication('warfarin', 'draft')] });
    expect(alone?.contributions.find(({ feature }) => feature === 'amiodarone')?.value).toBe('not on file');
    expect(alone?.notes?.join(' ')).toContain('no medication list');
    const both = await one({ ...chart, medications: [medication('warfarin', 'draft'), medication('amiodarone', 'draft')] });
    expect(both?.contributions.find(({ feature }) => feature === 'amiodarone')?.value).toBe('yes');
  });

  it.each<[string, LabFact, string, RegExp]>([
    [
      'of 2005',
      lab('weight', 120, 'kg', '2005-01-01'),
      'not on file',
      /weight of 2005-01-01 and too old to use: taken from sex, age and height/,
    ],
    ['of a day to come', lab('weight', 120, 'kg', '2027-01-01'), 'not on file', /weight dated in the future/],
    ['below a limit', { ...lab('weight', 120, 'kg'), comparator: '<' }, 'not on file', /no usable weight on file/],
    ['of last year', lab('weight', 82, 'kg', '2025-10-01'), '82 kg', /weight is of 2025-10-01/],
  ])('a weight %s', async (_what, weight, value, note) => {
    const prediction = await one({ ...chart, labs: [lab('height', 165, 'cm'), weight] });
    expect(prediction?.contributions.find(({ feature }) => feature === 'weight')?.value).toBe(value);
    expect(prediction?.notes?.join(' ')).toMatch(note);
  });

  it('says once that neither height nor weight is on file', async () => {
    const notes = (await one({ ...chart, labs: [] }))?.notes?.join(' ') ?? '';
    expect(notes).toContain('no usable height on file, no usable weight on file: both taken from sex and age');
  });

  it('tells the counter bins, not values', async () => {
    const counts: PredictionCount[] = [];
    await predict(chart, { ...runtime, onPrediction: (count) => counts.push(count) });
    expect(counts).toHaveLength(1);
    expect(counts[0]?.bins).toMatchObject({ CYP2C9: '*1/*3', weight: expect.stringMatching(/^[≤>] /) as string });
  });
});

describe('checkpoint inhibitor ordered', () => {
  const chart: PatientFacts = {
    ...empty,
    medications: [medication('pembrolizumab', 'draft'), medication('carboplatin', 'past')],
    tumours: [
      {
        text: 'Lung adenocarcinoma',
        codes: [],
        oncotree: 'LUAD',
        doid: null,
        role: 'primary',
        clinicalStatus: 'active',
        verified: 'confirmed',
        bodySites: [],
        stages: [],
        source,
      },
    ],
    biomarkers: [biomarker('TMB', 12, '{mutations}/Mb'), biomarker('PD-L1', 60, '%', 'TPS'), biomarker('PD-L1', 5, '{score}', 'CPS')],
    labs: [lab('albumin', 41, 'g/L'), lab('neutrophils', 4.2, '10*9/L'), lab('lymphocytes', 1.4, '10*9/L')],
  };
  const one = async (facts: PatientFacts) => (await predict(facts, runtime))[0];

  it('reads burden, TPS, ratio from counts of the same day, and prior chemotherapy', async () => {
    const prediction = await one(chart);
    expect(prediction?.abstained).toBeUndefined();
    expect(Object.fromEntries((prediction?.contributions ?? []).map(({ feature, value }) => [feature, value]))).toEqual({
      'tumour mutational burden': '12/Mb',
      'prior systemic therapy': 'yes',
      albumin: '4.1 g/dL',
      'neutrophil-to-lymphocyte ratio': '3',
      age: '65 years',
      'PD-L1': '60 %',
      'cancer type': 'NSCLC',
    });
  });

  it.each([
    ['albumin older than 60 days', { labs: [lab('albumin', 41, 'g/L', '2026-08-01'), ...chart.labs.slice(1)] }, /albumin/],
    [
      'differential in percent',
      { labs: [chart.labs[0] as LabFact, lab('neutrophils', 60, '%'), lab('lymphocytes', 20, '%')] },
      /neutrophil/,
    ],
    [
      'blood values of the days of treatment',
      { medications: [medication('pembrolizumab', 'current', { start: '2026-10-20' })] },
      /blood values were taken after pembrolizumab was begun \(2026-10-20\)/,
    ],
    [
      'an inhibitor begun at an unknown time',
      { medications: [medication('pembrolizumab', 'current')] },
      /when it was begun is not on file/,
    ],
    ['another inhibitor before', { medications: [...chart.medications, medication('nivolumab', 'past')] }, /nivolumab was given before/],
    ['nothing but the order on file', { medications: [medication('pembrolizumab', 'draft')] }, /treatment history/],
    ['burden of circulating DNA', { biomarkers: [{ ...biomarker('TMB', 12, '{mutations}/Mb'), specimen: 'Plasma' }] }, /mutational burden/],
    [
      'burden of a day to come',
      { biomarkers: [{ ...biomarker('TMB', 12, '{mutations}/Mb'), source: { ...source, issued: '2030-01-01' } }] },
      /mutational burden/,
    ],
    ['burden without unit', { biomarkers: [{ kind: 'TMB', value: 12, source }] }, /mutational burden/],
    [
      'two primaries',
      { tumours: [...chart.tumours, { ...(chart.tumours[0] as PatientFacts['tumours'][number]), oncotree: 'MEL' }] },
      /more than one/,
    ],
    [
      'uveal melanoma',
      { tumours: [{ ...(chart.tumours[0] as PatientFacts['tumours'][number]), oncotree: 'UM', text: 'Uveal melanoma' }] },
      /Uveal melanoma/,
    ],
  ] as [string, Partial<PatientFacts>, RegExp][])('abstains: %s', async (_name, change, reason) => {
    expect((await one({ ...chart, ...change }))?.abstained).toMatch(reason);
  });

  it.each<[string, PatientFacts['medications'], string]>([
    ['begun with the inhibitor', [medication('carboplatin', 'current', { start: '2026-11-10' })], 'no'],
    ['begun before it', [medication('carboplatin', 'current', { start: '2026-09-10' })], 'yes'],
    ['of another kind', [medication('aspirin', 'current')], 'no'],
  ])('treatment before: a drug %s', async (_what, drugs, said) => {
    const prediction = await one({ ...chart, medications: [medication('pembrolizumab', 'current', { start: '2026-11-10' }), ...drugs] });
    expect(prediction?.contributions.find(({ feature }) => feature === 'prior systemic therapy')?.value).toBe(said);
    expect(prediction?.notes?.some((note) => note.startsWith('no chemotherapy or targeted therapy'))).toBe(said === 'no');
  });

  it('says how old the burden is', async () => {
    const old = { ...biomarker('TMB', 12, '{mutations}/Mb'), source: { ...source, issued: '2010-01-01' } };
    expect((await one({ ...chart, biomarkers: [old] }))?.notes?.join(' ')).toContain('the tumour mutational burden is of 2010-01-01');
  });

  it('stays silent when no such drug is ordered or taken', async () => {
    expect(await predict({ ...chart, medications: [medication('metformin', 'draft')] }, runtime)).toEqual([]);
  });
});
