import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LabFact, PatientFacts } from '../fhir-profiles/index.ts';
import { biomarker, empty, lab, medication, source } from '../test/reading/model-facts.ts';
import { predict } from './index.ts';
import { loadModels } from './runtime/load.ts';

const runtime = await loadModels(join(import.meta.dirname, '..'));

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

  it('each value names the result that it was read from; what is absent, or the age, names none', async () => {
    const from = (id: string) => ({ ...source, reference: `Observation/${id}`, issued: '2026-11-10' });
    const labs = chart.labs.map((fact) => ({ ...fact, source: from(fact.kind) }));
    const biomarkers = chart.biomarkers.map((fact) => ({ ...fact, source: from(fact.method ?? fact.kind) }));
    const prediction = await one({ ...chart, labs, biomarkers });
    const named = (prediction?.contributions ?? []).map(({ feature, evidence = [] }) => [
      feature,
      evidence.map(({ reference }) => reference),
    ]);
    expect(Object.fromEntries(named)).toEqual({
      'tumour mutational burden': ['Observation/TMB'],
      'prior systemic therapy': [],
      albumin: ['Observation/albumin'],
      'neutrophil-to-lymphocyte ratio': ['Observation/neutrophils', 'Observation/lymphocytes'],
      age: [],
      'PD-L1': ['Observation/TPS'],
      'cancer type': [source.reference],
    });
    expect(prediction?.contributions.find(({ feature }) => feature === 'albumin')?.evidence?.[0]?.issued).toBe('2026-11-10');
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
