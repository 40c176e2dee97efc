/** Hormones in breast cancer: their receptor is taken for granted until a result on file says otherwise, or leaves it open. */
import { describe, expect, it } from 'vitest';
import type { BiomarkerFact } from '../../fhir-profiles/index.ts';
import { biomarker, order, patient, tumour } from './facts.ts';
import { reportOf } from './report.ts';

const HORMONES = ['fulvestrant', 'letrozole', 'anastrozole', 'exemestane', 'tamoxifen'];
const verdictsOf = (biomarkers: readonly BiomarkerFact[]) =>
  HORMONES.map((drug) => {
    const [fit] = reportOf(patient({ tumours: [tumour('BREAST')], biomarkers, medications: [order(drug)] })).oncology.orders ?? [];
    return fit?.verdict;
  });
const receptor = (kind: 'ER' | 'PR', status: NonNullable<BiomarkerFact['status']>) => biomarker(kind, status, { status });

describe('one rule for hormones in breast cancer', () => {
  it.each<[name: string, biomarkers: readonly BiomarkerFact[], verdict: string]>([
    ['no receptor on file: no reason to ask', [], 'not-covered'],
    ['ER positive', [receptor('ER', 'positive')], 'fits'],
    ['ER negative, PR positive', [receptor('ER', 'negative'), receptor('PR', 'positive')], 'fits'],
    ['ER and PR negative', [receptor('ER', 'negative'), receptor('PR', 'negative')], 'biomarker-negative'],
    ['ER negative, PR not on file', [receptor('ER', 'negative')], 'biomarker-not-tested'],
    ['ER indeterminate', [receptor('ER', 'indeterminate')], 'biomarker-not-tested'],
  ])('%s', (_name, biomarkers, verdict) => {
    expect(verdictsOf(biomarkers)).toEqual(HORMONES.map(() => verdict));
  });
});
