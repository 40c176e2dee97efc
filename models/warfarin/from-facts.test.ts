import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GermlineCall, LabFact, MedicationFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { diplotype, empty, germline, lab, medication, source } from '../../test/reading/model-facts.ts';
import { predict, type PredictionCount } from '../index.ts';
import { loadModels } from '../runtime/load.ts';

const runtime = await loadModels(join(import.meta.dirname, '..', '..'));

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

  it.each<[string, GermlineCall, string, RegExp | null]>([
    [
      'a phenotype',
      { kind: 'phenotype', term: 'Poor Metabolizer', written: 'PM' },
      'Poor Metabolizer',
      /CYP2C9 is on file as “Poor Metabolizer”/,
    ],
    ['two possible pairs', { kind: 'ambiguous', options: ['*1/*3', '*2/*5'] }, '*1/*3 or *2/*5', /needs both alleles/],
    ['one allele', { kind: 'single-allele', haplotype: { units: [{ allele: '*3', copies: { n: 1, atLeast: false } }] } }, '*3', /“\*3”/],
    ['one variant found', { kind: 'variant', notation: ['rs1057910'], present: true, zygosity: 'heterozygous' }, 'rs1057910', /rs1057910/],
    ['words that could not be read', { kind: 'no-call', why: 'the result could not be read' }, 'see letter', /“see letter”/],
    ['a failed assay', { kind: 'no-call', by: 'laboratory', why: 'the laboratory reports no interpretable result' }, 'no call', null],
    ['one variant looked for and not found', { kind: 'variant', notation: ['rs1057910'], present: false, zygosity: 'unknown' }, '', null],
  ])('CYP2C9 on file as %s is never "not tested"', async (_what, call, text, abstained) => {
    const prediction = await one({ ...chart, germline: [{ ...germline('CYP2C9', call), text }, ...chart.germline.slice(1)] });
    expect(JSON.stringify(prediction)).not.toMatch(/not tested|CYP2C9 not on file/);
    if (abstained !== null) {
      expect(prediction).toMatchObject({ value: null, abstained: expect.stringMatching(abstained) as string });
      // No published dose either: it would be read as the answer.
      expect(prediction?.comparisons).toBeUndefined();
      return;
    }
    expect(prediction?.value).toBeGreaterThan(0);
    expect(prediction?.contributions.find(({ feature }) => feature === 'CYP2C9')?.value).toBe('on file, not usable');
    expect(prediction?.notes?.join(' ')).toContain('the CYP2C9 result on file cannot be used here: counted as unknown');
  });

  it.each<[string, GermlineCall, RegExp | null]>([
    ['in words', { kind: 'phenotype', term: 'Increased sensitivity', written: 'increased' }, /needs both bases of rs9923231/],
    ['at another position', { kind: 'nucleotides', rsId: 'rs7294', bases: ['C', 'T'] }, null],
  ])('VKORC1 on file %s', async (_what, call, abstained) => {
    const prediction = await one({ ...chart, germline: [...chart.germline.slice(0, 1), germline('VKORC1', call)] });
    if (abstained !== null) expect(prediction?.abstained).toMatch(abstained);
    else expect(prediction?.contributions.find(({ feature }) => feature === 'VKORC1')?.value).toBe('on file, not usable');
  });

  it('a phenotype of another laboratory that does not fit the alleles is a disagreement', async () => {
    const phenotype = (term: string) => germline('CYP2C9', { kind: 'phenotype', term, written: term });
    const against = await one({ ...chart, germline: [...chart.germline, phenotype('Normal Metabolizer')] });
    expect(against?.abstained).toBe('two CYP2C9 results disagree');
    const beside = await one({ ...chart, germline: [...chart.germline, phenotype('Intermediate Metabolizer')] });
    expect(beside?.value).toBeGreaterThan(0);
  });

  it.each<[string, MedicationFact[], RegExp | null, RegExp]>([
    ['taken for years', [medication('warfarin', 'current', { authored: '2022-01-01' })], /on the list since 2022-01-01/, /^$/],
    [
      'ordered again after an order of years',
      [
        medication('warfarin', 'draft'),
        medication('warfarin', 'current', { start: '2026-09-20' }),
        medication('warfarin', 'past', { start: '2024-01-01', end: '2026-09-19' }),
      ],
      /on the list since 2024-01-01/,
      /^$/,
    ],
    [
      'begun last week',
      [medication('warfarin', 'current', { start: '2026-11-14' })],
      null,
      /on the list since 2026-11-14: doses and INR values/,
    ],
    ['taken, nobody knows since when', [medication('warfarin', 'current')], null, /when warfarin was begun is not on file/],
    [
      'taken once before',
      [medication('warfarin', 'draft'), medication('warfarin', 'past', { start: '2020-01-01', end: '2022-01-01' })],
      null,
      /taken before \(until 2022-01-01\)/,
    ],
    [
      'begun while amiodarone still acts',
      [medication('warfarin', 'draft'), medication('amiodarone', 'past', { end: '2026-11-10' })],
      null,
      /amiodarone was on record until 2026-11-10 and counts as not taken/,
    ],
    [
      'begun after amiodarone that ended on no day',
      [medication('warfarin', 'draft'), medication('amiodarone', 'past')],
      null,
      /amiodarone was on record and has ended, when is not on file: it counts as not taken/,
    ],
  ])('warfarin %s', async (_what, medications, abstained, note) => {
    const prediction = await one({ ...chart, asOf: '2026-11-21', medications });
    if (abstained === null) expect(prediction?.value).toBeGreaterThan(0);
    else expect(prediction).toMatchObject({ value: null, abstained: expect.stringMatching(abstained) as string });
    expect(prediction?.notes?.join(' ') ?? '').toMatch(note);
  });

  it.each([
    ['Mechanical mitral valve prosthesis', true],
    ['Bioprosthetic aortic valve', false],
    ['Mitral valve prolapse', false],
  ])('%s: the INR target that the model was made for is said', async (text, named) => {
    const conditions = [{ text, codes: [], clinicalStatus: 'active', source } as unknown as PatientFacts['conditions'][number]];
    const notes = (await one({ ...chart, conditions }))?.notes?.join(' ') ?? '';
    expect(notes).toContain('target INR of 2 to 3');
    expect(notes.includes('a prosthetic heart valve is on file')).toBe(named);
  });

  it('a birth date that leaves two ages open is said', async () => {
    const patient = { ...chart.patient, birthDate: '1961', ageYears: 64 };
    expect((await one({ ...chart, patient }))?.notes).toContain('the birth date is known as 1961 only: age counted as 64');
    expect((await one(chart))?.notes?.join(' ')).not.toContain('birth date');
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
