/** What a laboratory calls a variant, and what it does not. */
import { describe, expect, it } from 'vitest';
import { classificationOf } from './variant-terms.ts';

describe('the class in words', () => {
  it.each([
    ['Pathogenic', 'pathogenic'],
    ['Likely pathogenic', 'likely-pathogenic'],
    ['Pathogenic, not reported in gnomAD', 'pathogenic'],
    ['Deleterious', 'pathogenic'],
    ['Suspected deleterious', 'likely-pathogenic'],
    ['Likely oncogenic', 'likely-oncogenic'],
    ['Uncertain significance', 'vus'],
    ['Likely benign', 'likely-benign'],
  ])('%s: %s', (text, found) => {
    expect(classificationOf([], [text])).toBe(found);
  });

  it.each([
    'No pathogenic',
    'Unlikely pathogenic',
    'Unlikely to be pathogenic',
    'Not known to be pathogenic',
    'Not clearly pathogenic',
    'Not reported as pathogenic in ClinVar',
    'Insufficient evidence to call pathogenic',
    'Pathogenic: No',
    'Pathogenic for hereditary cancer: no',
    'Possibly pathogenic',
    'Unlikely oncogenic',
    'Non-pathogenic',
    'Neither pathogenic nor benign variants',
    'not deleterious',
    'predicted deleterious (SIFT)',
  ])('%s is no such class', (text) => {
    expect(classificationOf([], [text]) ?? 'none').not.toMatch(/pathogenic|oncogenic/);
  });
});
