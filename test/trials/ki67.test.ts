/** Limits of Ki-67, and "HER2-altered", which a clear sequence does not settle. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { biomarker, clear, patient, tumour } from '../oncology/facts.ts';
import { judged } from './criterion-table.ts';

const verdict = (side: 'inclusion' | 'exclusion', text: string, facts: PatientFacts) => judged(side, text, facts)[0]?.verdict;
const stained = (value: number) => patient({ tumours: [tumour('IDC')], biomarkers: [biomarker('Ki-67', value, { unit: '%' })] });

describe('Ki-67', () => {
  it.each([
    ['inclusion', 'Ki-67 ≤ 20 %', 15, 'met'],
    ['inclusion', 'Ki-67 ≤ 20 %', 25, 'not-met'],
    ['inclusion', 'Ki67 index of < 20%.', 20, 'not-met'],
    ['inclusion', 'Baseline Ki-67 IHC expression on tumor tissue ≥ 10%', 25, 'met'],
    ['inclusion', 'Ki-67 3% to 20%', 25, 'not-met'],
    ['inclusion', 'Ki-67 between 3 and 30%', 25, 'met'],
    ['exclusion', 'Ki-67 > 20 %', 25, 'not-met'],
    ['exclusion', 'Ki-67 > 20 %', 15, 'met'],
    ['inclusion', 'Ki-67 ≤ 10% after 2 weeks of letrozole', 15, 'unknown'],
    ['inclusion', 'Ki-67 ≤ 10% or low mitotic index', 15, 'unknown'],
  ] as const)('%s: %s at %d %%: %s', (side, text, value, expected) => {
    expect(verdict(side, text, stained(value))).toBe(expected);
    expect(verdict(side, text, patient({ tumours: [tumour('IDC')] }))).toBe('unknown');
  });
});

it('HER2 altered may be by its protein', () => {
  const sequenced = patient({ tumours: [tumour('COAD')], tested: [clear('ERBB2')] });
  expect(verdict('inclusion', 'HER2-altered malignancy', sequenced)).toBe('unknown');
  expect(verdict('inclusion', 'HER2 mutation', sequenced)).toBe('not-met');
});
