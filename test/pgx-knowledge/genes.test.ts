import { describe, expect, it } from 'vitest';
import { called } from './results.ts';

describe('star alleles', () => {
  const cases: readonly (readonly [gene: string, diplotype: string, phenotype: string, score: string | null])[] = [
    ['CYP2C19', '*1/*1', 'Normal Metabolizer', null],
    ['CYP2C19', '*2/*1', 'Intermediate Metabolizer', null],
    ['CYP2C19', '*2/*2', 'Poor Metabolizer', null],
    ['CYP2C19', '*1/*17', 'Rapid Metabolizer', null],
    ['CYP2C19', '*2/*17', 'Intermediate Metabolizer', null],
    ['CYP2C19', '*2/*9', 'Likely Poor Metabolizer', null],
    ['CYP2C19', '*1/*9', 'Likely Intermediate Metabolizer', null],
    ['CYP2D6', '*4/*4', 'Poor Metabolizer', '0.0'],
    ['CYP2D6', '*1/*4', 'Intermediate Metabolizer', '1.0'],
    ['CYP2D6', '*10/*41', 'Intermediate Metabolizer', '0.5'],
    ['CYP2D6', '*1x2/*4', 'Normal Metabolizer', '2.0'],
    ['CYP2D6', '*1x2/*1', 'Ultrarapid Metabolizer', '3.0'],
    ['CYP2D6', '*1x≥3/*4', 'Ultrarapid Metabolizer', '≥3.0'],
    ['CYP2D6', '*36+*10/*1', 'Normal Metabolizer', '1.25'],
    ['CYP2D6', '*68+*4/*1', 'Intermediate Metabolizer', '1.0'],
    ['CYP2D6', '*13/*1', 'Intermediate Metabolizer', '1.0'],
    ['CYP2D6', '*13+*2/*1', 'Normal Metabolizer', '2.0'],
    ['CYP2C9', '*2/*3', 'Poor Metabolizer', '0.5'],
    ['CYP2C9', '*1/*2', 'Intermediate Metabolizer', '1.5'],
    ['TPMT', '*1/*3A', 'Intermediate Metabolizer', null],
    ['CYP3A5', '*3/*3', 'Poor Metabolizer', null],
    ['SLCO1B1', '*1/*5', 'Decreased Function', null],
    ['UGT1A1', '*28/*28', 'Poor Metabolizer', null],
  ];
  it.each(cases)('%s %s is %s', (gene, diplotype, phenotype, score) => {
    const finding = called(gene, diplotype);
    expect(finding.state).toBe('called');
    expect(finding.result.phenotype).toBe(phenotype);
    expect(finding.result.activityScore).toBe(score);
    expect(finding.lookup.keys).toContain(score ?? phenotype);
  });

  it('never takes an unknown allele for normal', () => {
    const finding = called('CYP2C19', '*1/*999');
    expect(finding.state).toBe('indeterminate');
    expect(finding.result.phenotype).toBe('Indeterminate');
    expect(finding.result.notes?.[0]).toContain('*999');
  });

  it('leaves a duplication open when it is not known which allele is duplicated', () => {
    const finding = called('CYP2D6', '*1/*4', { n: 3, atLeast: false });
    expect(finding.state).toBe('indeterminate');
    expect(finding.lookup.possibleScores).toEqual(['1.0', '2.0']);
    expect(finding.result.phenotype).toBe('Indeterminate');
    // Each possible score is asked for, so that what all of them advise is advised.
    expect(finding.lookup.keys).toEqual(['1.0', '2.0']);
  });

  it('calls a duplication when either allele gives the same phenotype', () => {
    const finding = called('CYP2D6', '*1/*2', { n: 3, atLeast: false });
    expect(finding.result.phenotype).toBe('Ultrarapid Metabolizer');
    expect(finding.result.activityScore).toBe('3.0');
  });
});

describe('HLA', () => {
  it('reads a complete typing: present and absent risk alleles', () => {
    const finding = called('HLA-B', '*57:01/*07:02');
    expect(finding.lookup.alleleStatus).toEqual(expect.arrayContaining(['*57:01 positive', '*58:01 negative', '*15:02 negative']));
  });
  it('does not call an allele absent on a one-field typing of its family', () => {
    const finding = called('HLA-B', '*57/*07:02');
    expect(finding.lookup.alleleStatus?.some((status) => status.startsWith('*57:01'))).toBe(false);
    expect(finding.lookup.alleleStatus).toContain('*58:01 negative');
  });
});
