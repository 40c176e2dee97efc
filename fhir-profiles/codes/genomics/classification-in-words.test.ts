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
    ['Class 5', 'pathogenic'],
    ['c.7007G>A (Class 4)', 'likely-pathogenic'],
    ['ACMG class 3', 'vus'],
    ['ACMG/AMP: 2', 'likely-benign'],
    ['IARC class V', 'pathogenic'],
    ['Klasse 5', 'pathogenic'],
    ['Classe 4', 'likely-pathogenic'],
    ['p.Arg2336His, P', 'pathogenic'],
    ['p.Arg2336His (LP)', 'likely-pathogenic'],
    ['p.Arg2336His (P/LP)', 'likely-pathogenic'],
    ['p.Arg2336His, LB', 'likely-benign'],
    ['p.Arg2336His VUS', 'vus'],
    ['pathogen', 'pathogenic'],
    ['wahrscheinlich pathogene Variante', 'likely-pathogenic'],
    ['Variante unklarer Signifikanz', 'vus'],
    ['wahrscheinlich benigne', 'likely-benign'],
    ['variant pathogène', 'pathogenic'],
    ['probablement pathogène', 'likely-pathogenic'],
    ['variant de signification clinique inconnue', 'vus'],
    ['variante patogénica', 'pathogenic'],
    ['probablemente patogénica', 'likely-pathogenic'],
    ['variante de significado incierto', 'vus'],
    ['probabilmente patogenetica', 'likely-pathogenic'],
    ['provavelmente patogênica', 'likely-pathogenic'],
    ['waarschijnlijk pathogeen', 'likely-pathogenic'],
    ['Conflicting classifications of pathogenicity', 'conflicting'],
    ['Pathogenic, low penetrance', 'pathogenic'],
    ['Uncertain risk allele', 'vus'],
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
    'nicht pathogen',
    'keine pathogene Variante',
    'non pathogène',
    'aucun variant pathogène',
    'no patogénica',
    'niet pathogeen',
    'nessuna variante patogenetica',
    'Class 1 mutation',
    'BRAF class II',
    'Tier I',
  ])('%s is no such class', (text) => {
    expect(classificationOf([], [text]) ?? 'none').not.toMatch(/pathogenic|oncogenic/);
  });
});

describe('the class where one is asked for', () => {
  it.each([
    ['5', 'pathogenic'],
    ['4', 'likely-pathogenic'],
    ['3', 'vus'],
    ['Class 2', 'likely-benign'],
    ['C1', 'benign'],
    ['LP', 'likely-pathogenic'],
    ['P', 'pathogenic'],
    ['VUS', 'vus'],
    ['B/LB', 'likely-benign'],
  ])('%s: %s', (text, found) => {
    expect(classificationOf([], [text], true)).toBe(found);
  });

  it.each(['5', 'P', 'LP', 'Class 3', 'B'])('%s alone elsewhere is none', (text) => {
    expect(classificationOf([], [text])).toBeNull();
  });
});
