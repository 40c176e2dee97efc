/** Two results of different days: a newer test that names an allele the older need not have looked for leads; any other difference is a disagreement. */
import { describe, expect, it } from 'vitest';
import type { GermlineResult } from '../../fhir-profiles/index.ts';
import { diplotype, interpretOne, result } from './results.ts';

const on = (issued: string | undefined, reference: string): Partial<GermlineResult> => ({
  source: { reference, ...(issued === undefined ? {} : { issued }) },
});
const both = (gene: string, older: string, newer: string, days: readonly [string | undefined, string] = ['2015-03-01', '2025-03-01']) => [
  result(gene, diplotype(older), on(days[0], 'Observation/a')),
  result(gene, diplotype(newer), on(days[1], 'Observation/b')),
];

describe('a newer test that names more', () => {
  it.each([
    ['DPYD', 'Reference/Reference', 'Reference/c.2846A>T', 'Intermediate Metabolizer'],
    ['CYP2C9', '*1/*1', '*8/*11', 'Intermediate Metabolizer'],
    ['CYP2C19', '*1/*1', '*1/*9', 'Likely Intermediate Metabolizer'],
    ['CYP2C19', '*1/*2', '*2/*4', 'Poor Metabolizer'],
    ['TPMT', '*1/*1', '*1/*11', 'Intermediate Metabolizer'],
  ])('%s %s, later %s: the later one leads', (gene, older, newer, phenotype) => {
    for (const results of [both(gene, older, newer), both(gene, older, newer).toReversed()]) {
      const finding = interpretOne(results);
      expect(finding).toMatchObject({ state: 'called', result: { phenotype }, otherWords: [{ by: 'earlier test' }] });
      expect(finding.result.notes?.join(' ')).toContain(`An earlier test gives ${older} (2015-03-01)`);
    }
  });

  it.each([
    ['an allele that every test looks for', both('CYP2C19', '*1/*1', '*2/*2')],
    ['the same of DPYD', both('DPYD', 'Reference/Reference', 'Reference/c.1905+1G>A (*2A)')],
    ['an allele is gone', both('CYP2C9', '*1/*8', '*1/*1')],
    ['another allele in the place of one that was found', both('CYP2C9', '*1/*3', '*1/*8')],
    ['a day is not known', both('CYP2C9', '*1/*1', '*8/*11', [undefined, '2025-03-01'])],
    ['one day for both', both('CYP2C9', '*1/*1', '*8/*11', ['2025-03-01', '2025-03-01'])],
    ['the older names more', both('CYP2C9', '*8/*11', '*1/*1')],
    ['a gene whose first alleles are not listed', both('CYP2B6', '*1/*1', '*18/*18')],
    ['copies', both('CYP2D6', '*1/*2', '*1/*2x2')],
    ['a third result', [...both('CYP2C9', '*1/*1', '*8/*11'), result('CYP2C9', diplotype('*3/*3'), on('2020-01-01', 'Observation/c'))]],
  ])('is no reason where it is not that: %s', (_, results) => {
    expect(interpretOne(results).state).toBe('conflict');
  });
});
