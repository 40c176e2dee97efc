import { describe, expect, it } from 'vitest';
import { gradesStated, isGrade, onlyMentioned } from './mentioned.ts';

describe('a gene and its grade', () => {
  it.each([
    'CYP2D6 Ultrarapid Metabolizer',
    'CYP2C19: poor metabolizer (*2/*2)',
    'Patient is a CYP2C19 poor metabolizer',
    'CYP2C19 intermediate metabolizer (HCC)',
    'CYP2D6 Likely Poor Metabolizer',
    'NUDT15 Possible Intermediate Metabolizer',
    'SLCO1B1 decreased function, confirmed 2026-05-04',
    'DPYD intermediate metabolizer (activity score 1.5), tolerated 50% dose',
    'NAT2 slow acetylator',
    'DPYD intermediate metabolizer, reduce 5-FU dose',
    'TPMT intermediate metabolizer - reduce azathioprine dose',
    'CYP2D6 ultrarapid metabolizer, at risk of opioid toxicity',
    'CYP2D6 Ultrarapid Metabolizer (genetic test 03/2024)',
    'PGx alert: CYP2D6 ultrarapid metabolizer',
    'CYP2C19 poor metabolizer, genotype confirmed 2021',
    'CYP2C19 poor metabolizer (Mayo panel 2023)',
    'CYP2C19 poor metabolizer per GeneSight',
    'CYP2D6 langsamer Metabolisierer',
    'CYP2C19 métaboliseur lent',
  ])('stated: %s', (text) => {
    expect(isGrade(text)).toBe(true);
  });

  it.each([
    'No evidence of CYP2D6 Ultrarapid Metabolizer',
    'negative for CYP2D6 Ultrarapid Metabolizer',
    'CYP2D6 Ultrarapid Metabolizer excluded',
    'CYP2D6 Ultrarapid Metabolizer - entered in error',
    'CYP2D6 Ultrarapid Metabolizer (resolved)',
    'Inactive: CYP2D6 Ultrarapid Metabolizer',
    'CYP2D6 Ultrarapid Metabolizer handout given',
    'CYP2D6 ultrarapid metabolizer 2% of population',
    'CYP2D6 Ultrarapid Metabolizer?',
    'CYP2D6 Ultrarapid Metabolizer (patient reported)',
    'If the patient is a CYP2D6 ultrarapid metabolizer, codeine should be avoided',
    'For CYP2D6 ultrarapid metabolizers avoid codeine',
    'Rare variants may cause CYP2D6 poor metabolizer status',
    'Consider testing for CYP2D6 Ultrarapid Metabolizer',
    'CYP2D6 ultrarapid metabolizer, consider confirmatory testing',
    'Sister is CYP2D6 Ultrarapid Metabolizer',
    'CYP2C19 poor metabolizer and CYP2D6 normal metabolizer',
  ])('not stated by these words: %s', (text) => {
    expect(isGrade(text)).toBe(false);
  });

  it('in brackets, or in a sentence of its own', () => {
    expect(gradesStated('Avoid clopidogrel (CYP2C19 poor metabolizer)')).toEqual(['CYP2C19 poor metabolizer']);
    expect(gradesStated('Patient is a CYP2C19 poor metabolizer. Avoid clopidogrel.')).toEqual(['Patient is a CYP2C19 poor metabolizer']);
  });
});

it.each([
  ['Family history of CYP2D6 ultrarapid metabolizer', 'elsewhere'],
  ['codeine only if CYP2D6 normal metabolizer', 'elsewhere'],
  ['CYP2C19 poor metabolizer ruled out', 'doubt'],
  ['Possible CYP2C19 poor metabolizer', 'doubt'],
  ['NUDT15 Possible Intermediate Metabolizer', null],
] as const)('%s: %s', (text, why) => {
  expect(onlyMentioned(text)).toBe(why);
});
