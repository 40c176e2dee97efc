import { describe, expect, it } from 'vitest';
import type { CopyNumber, GermlineCall } from '../../fhir-profiles/index.ts';
import { called, interpretOne, result } from './results.ts';

const exactly = (n: number): CopyNumber => ({ n, atLeast: false });
const atLeast = (n: number): CopyNumber => ({ n, atLeast: true });

describe('CYP2D6 copy number and hybrids', () => {
  const cases: readonly (readonly [text: string, total: CopyNumber | undefined, phenotype: string, score: string | null])[] = [
    ['*2xN/*1', undefined, 'Ultrarapid Metabolizer', '≥3.0'],
    ['*1xN/*41', undefined, 'Indeterminate', null],
    ['*4xN/*4', undefined, 'Poor Metabolizer', '0.0'],
    ['*4x≥3/*10', undefined, 'Intermediate Metabolizer', '0.25'],
    ['*10x2/*10x2', undefined, 'Intermediate Metabolizer', '1.0'],
    ['*41x3/*1', undefined, 'Normal Metabolizer', '1.75'],
    ['*17x3/*4', undefined, 'Normal Metabolizer', '1.5'],
    ['*36x2+*10/*36+*10', undefined, 'Intermediate Metabolizer', '0.5'],
    ['*10+*36/*1', undefined, 'Normal Metabolizer', '1.25'],
    ['*68+*4/*5', undefined, 'Poor Metabolizer', '0.0'],
    ['*13+*1/*4', undefined, 'Intermediate Metabolizer', '1.0'],
    ['*4/*5', undefined, 'Poor Metabolizer', '0.0'],
    ['*4/*4', exactly(1), 'Poor Metabolizer', '0.0'],
    ['*1/*1', exactly(1), 'Intermediate Metabolizer', '1.0'],
    ['*1/*1', exactly(3), 'Ultrarapid Metabolizer', '3.0'],
    ['*1/*4', exactly(3), 'Indeterminate', null],
    ['*4/*10', exactly(3), 'Intermediate Metabolizer', null],
    ['*4/*41', atLeast(3), 'Indeterminate', null],
    ['*1/*2', exactly(1), 'Indeterminate', null],
    ['*1/*22', undefined, 'Indeterminate', null],
    ['*1/*150', undefined, 'Indeterminate', null],
  ];
  it.each(cases)('%s (total %o): %s', (text, total, phenotype, score) => {
    const finding = called('CYP2D6', text, total);
    expect(finding.result.phenotype).toBe(phenotype);
    expect(finding.result.activityScore).toBe(score);
  });
  it('names the scores that a duplication leaves open', () => {
    expect(called('CYP2D6', '*4/*10', exactly(3)).lookup.possibleScores).toEqual(['0.25', '0.5']);
  });
  it('keeps a stated total that fits the alleles', () => {
    expect(called('CYP2D6', '*1x2/*4', exactly(3)).result.activityScore).toBe('2.0');
  });
});

describe('star genes with their traps', () => {
  it.each([
    ['NUDT15', '*1/*2', 'Intermediate Metabolizer'],
    ['NUDT15', '*3/*5', 'Poor Metabolizer'],
    ['NUDT15', '*3/*11', 'Possible Intermediate Metabolizer'],
    ['TPMT', '*3B/*3C', 'Poor Metabolizer'],
    ['TPMT', '*8/*3A', 'Indeterminate'],
    ['SLCO1B1', '*1B/*5', 'Decreased Function'],
    ['SLCO1B1', '*2/*5', 'Possible Decreased Function'],
    ['SLCO1B1', '*45.001/*1', 'Decreased Function'],
    ['UGT1A1', '*1/*80', 'Indeterminate'],
    ['UGT1A1', '*80+*28/*28', 'Poor Metabolizer'],
    ['UGT1A1', '*6/*28', 'Poor Metabolizer'],
    ['UGT1A1', '*28/*36', 'Intermediate Metabolizer'],
    ['CYP2B6', '*4/*6', 'Intermediate Metabolizer'],
    ['CYP3A5', '*1/*8', 'Possible Intermediate Metabolizer'],
    ['NAT2', '*5/*6', 'Poor Metabolizer'],
    ['NAT2', '*4/*5', 'Intermediate Metabolizer'],
    ['CYP2C19', '*42/*1', 'Indeterminate'],
    ['DPYD', '*1/*2A', 'Intermediate Metabolizer'],
    ['DPYD', 'Reference/c.1129-5923C>G, c.1236G>A (HapB3)', 'Intermediate Metabolizer'],
    ['ABCG2', 'rs2231142 reference (G)/rs2231142 variant (T)', 'Decreased Function'],
  ])('%s %s: %s', (gene, text, phenotype) => {
    expect(called(gene, text).result.phenotype).toBe(phenotype);
  });

  it.each([
    ['CYP2C19', '*1/*17', 'Normal Metabolizer'],
    ['CYP2C19', '*17/*17', 'Ultrarapid Metabolizer'],
    ['CYP2C19', '*9/*9', 'Poor Metabolizer'],
    ['CYP2C9', '*2/*3', '*2/*3'],
    ['CYP2C9', '*1/*5', 'Intermediate Metabolizer'],
    ['NUDT15', '*1/*5', 'Intermediate Metabolizer'],
    ['UGT1A1', '*28/*28', '*28/*28'],
    ['DPYD', 'Reference/c.2846A>T', '1.5'],
  ])('DPWG asks for %s %s as %s', (gene, text, key) => {
    expect(called(gene, text).lookup.dpwgKeys).toEqual([key]);
  });

  it.each([
    ['CYP4F2', '*1/*3', { rs2108622: 'C/T' }],
    ['IFNL3', 'rs12979860 reference (C)/rs12979860 variant (T)', { rs12979860: 'C/T' }],
    ['VKORC1', 'rs9923231 variant (T)/rs9923231 variant (T)', { rs9923231: 'T/T' }],
  ])('%s %s is a genotype, read by position', (gene, text, positions) => {
    const finding = called(gene, text);
    expect(finding.state).toBe('called');
    expect(finding.lookup.positions).toMatchObject(positions);
  });

  it('one allele alone decides nothing about the other', () => {
    const single: GermlineCall = { kind: 'single-allele', haplotype: { units: [{ allele: '*17', copies: exactly(1) }] } };
    const finding = interpretOne([result('CYP2C19', single)]);
    expect(finding.state).toBe('indeterminate');
    expect(finding.result.diplotype).toBe('*17');
  });
});
