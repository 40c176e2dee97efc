/** What to find out next. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { CompiledTrial } from '../../cds-service/knowledge/trials/types.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { metastasis, performance } from './chart-facts.ts';
import { made, search } from './made-trials.ts';
import { PATIENTS } from './patients.ts';

describe('the next datum', () => {
  const ecog = (id: string) => made(id, 'Inclusion Criteria:\n\n* ECOG performance status 0-1\n* Adequate pulmonary reserve');
  it('is the one that settles most criteria of the best trials together', () => {
    const trials = [ecog('NCT1'), ecog('NCT2'), made('NCT3', 'Inclusion Criteria:\n\n* KRAS G12C mutation')];
    const next = search(PATIENTS.bare, trials)?.search.nextDatum;
    expect(next).toMatchObject({ name: 'ECOG performance status', criteria: 2, trials: 2, of: 3 });
    expect(next?.text).toBe('ECOG performance status would settle 2 criteria in 2 of the 3 best trials.');
    expect(next?.further).toEqual([{ name: 'KRAS result', criteria: 1, trials: 1 }]);
  });
  it('takes several genes for one panel', () => {
    const trials = ['KRAS G12C mutation', 'EGFR mutation', 'ALK rearrangement'].map((text, at) =>
      made(`NCT${at}`, `Inclusion Criteria:\n\n* ${text}`),
    );
    expect(search(PATIENTS.bare, trials)?.search.nextDatum).toMatchObject({ name: 'tumour gene panel (KRAS, EGFR, ALK)', criteria: 3 });
  });
  it('does not count what stays open whatever the result', () => {
    const trials = [made('NCT1', 'Inclusion Criteria:\n\n* Patients with melanoma must have a biopsy of a lesion')];
    expect(search(PATIENTS.bare, trials)?.search.nextDatum).toBeUndefined();
  });
  it('is the same on every page, and absent when nothing is open', () => {
    const trials = [ecog('NCT1'), ecog('NCT2')];
    expect(search(PATIENTS.bare, trials, { offset: 1, limit: 1 })?.search.nextDatum?.criteria).toBe(2);
    expect(search(PATIENTS.lung, [made('NCT1', 'Inclusion Criteria:\n\n* ECOG 0-1')])?.search.nextDatum).toBeUndefined();
  });
});

describe('the datum to find out', () => {
  const woman = (ageYears: number) => patient({ patient: { id: 'p', sex: 'female', ageYears }, tumours: [tumour('LUAD')] });
  const asks = (text: string, kind = 'Exclusion') => made('NCT1', `${kind} Criteria:\n\n${text}`);
  const next = (facts: PatientFacts, trial: CompiledTrial) => search(facts, [trial])?.matches[0];
  it('is no pregnancy test at 62', () => {
    expect(next(woman(62), asks('* Pregnancy'))?.nextBest).toBeUndefined();
    expect(next(woman(38), asks('* Pregnancy'))?.nextDatum).toEqual({ name: 'pregnancy test', criteria: 1 });
  });
  it('is no staging where stage IV or a metastasis is on file, and imaging where a measurable lesion is asked', () => {
    const [bare, spread] = [woman(50), { ...woman(50), tumours: [tumour('LUAD'), metastasis('Metastasis to liver')] }];
    expect(next(bare, asks('* Stage IV', 'Inclusion'))?.nextDatum?.name).toBe('staging: present stage and spread');
    expect(next(spread, asks('* Stage IV', 'Inclusion'))?.nextDatum).toBeUndefined();
    expect(next(spread, asks('* Measurable disease', 'Inclusion'))?.nextDatum?.name).toBe('imaging with measurable lesions (RECIST 1.1)');
  });
  it('is no other scale of performance where one is on file, unless it is old', () => {
    const asked = asks('* Karnofsky performance status ≥ 90', 'Inclusion');
    const of = (day: string) => next({ ...woman(50), performance: [performance(1, day)] }, asked)?.nextDatum?.name;
    expect(of('2026-11-15')).toBeUndefined();
    expect(of('2025-01-15')).toBe('Karnofsky performance status');
  });
  it('is one blood count for four values, and one look at the viruses', () => {
    const counts = '* ANC ≥ 1.5 x 10^9/L\n* Platelets ≥ 100 x 10^9/L\n* Hemoglobin ≥ 9 g/dL\n* LVEF ≥ 50 %';
    expect(next(woman(50), asks(counts, 'Inclusion'))?.nextDatum).toEqual({
      name: 'blood count (neutrophils, platelets, haemoglobin)',
      criteria: 3,
    });
    expect(next(woman(50), asks('* Hepatitis B\n* Hepatitis C\n* HIV infection'))?.nextDatum?.name).toBe(
      'virus tests (hepatitis B, hepatitis C, HIV infection)',
    );
  });
  it('says what to ask about another cancer', () => {
    expect(next(woman(50), asks('* Other malignancy within 3 years'))?.nextBest).toBe('whether there has been another cancer, and when');
  });
  it('is named without a number where nothing alone settles a criterion', () => {
    const match = next(woman(50), asks('* Patients with hepatitis B whose sponsor was consulted in the appendix of 2021'));
    expect([match?.nextBest, match?.nextDatum]).toEqual(['virus tests (hepatitis B)', undefined]);
  });
  it('is never the judgement of the investigator', () => {
    expect(next(woman(50), asks('* Any condition that in the judgement of the investigator is a risk'))?.nextBest).toBeUndefined();
  });
});
