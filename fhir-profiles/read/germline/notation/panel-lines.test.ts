/** Panels of several lines in one value: each gene has the answer of its own row, and of no other column. */
import { describe, expect, it } from 'vitest';
import { panelLines } from './panel-lines.ts';

describe('layouts of a panel', () => {
  it.each([
    ['bars', 'Gene | Result | Phenotype\nCYP2C19 | *2/*2 | Poor Metabolizer\nCYP2D6 | *1/*4 | Intermediate Metabolizer'],
    [
      'a table of markdown',
      '| Gene | Genotype | Phenotype |\n|---|---|---|\n| CYP2C19 | *2/*2 | Poor Metabolizer |\n| CYP2D6 | *1/*4 | Intermediate Metabolizer |',
    ],
    ['commas', 'Gene,Genotype,Phenotype\nCYP2C19,*2/*2,Poor Metabolizer\nCYP2D6,*1/*4,Intermediate Metabolizer'],
    ['quoted cells', '"Gene","Genotype","Phenotype"\n"CYP2C19","*2/*2","Poor Metabolizer"\n"CYP2D6","*1/*4","Intermediate Metabolizer"'],
    ['tabs', 'Gene\tGenotype\tPhenotype\nCYP2C19\t*2/*2\tPoor Metabolizer\nCYP2D6\t*1/*4\tIntermediate Metabolizer'],
    ['blanks', 'Gene      Genotype   Phenotype\nCYP2C19   *2/*2      Poor Metabolizer\nCYP2D6    *1/*4      Intermediate Metabolizer'],
    ['one item a line', 'RESULTS\nCYP2C19\n*2/*2\nPoor Metabolizer\nCYP2D6\n*1/*4\nIntermediate Metabolizer'],
    [
      'labels',
      'Gene: CYP2C19\nGenotype: *2/*2\nPhenotype: Poor Metabolizer\n\nGene: CYP2D6\nGenotype: *1/*4\nPhenotype: Intermediate Metabolizer',
    ],
    [
      'a column of reference genotypes',
      'Test | Result | Function | Reference\nCYP2C19 | *2/*2 | Poor Metabolizer | *1/*1\nCYP2D6 | *1/*4 | Intermediate Metabolizer | *1/*1',
    ],
    [
      'a column of drugs',
      'Gene | Genotype | Phenotype | Drugs\nCYP2C19 | *2/*2 | Poor Metabolizer | clopidogrel\nCYP2D6 | *1/*4 | Intermediate Metabolizer | codeine',
    ],
    ['French heads', 'Gène | Génotype | Phénotype\nCYP2C19 | *2/*2 | Poor Metabolizer\nCYP2D6 | *1/*4 | Intermediate Metabolizer'],
  ])('%s', (_, written) => {
    expect(panelLines(written)).toEqual(['CYP2C19 *2/*2 Poor Metabolizer', 'CYP2D6 *1/*4 Intermediate Metabolizer']);
  });

  it.each([
    ['a gene without an answer', 'Gene | Result\nCYP2C19 | -\nTPMT | *1/*1', ['CYP2C19 not determined', 'TPMT *1/*1']],
    [
      'changes below their gene',
      'DPYD\nc.1905+1G>A: heterozygous\nc.2846A>T: not detected\nUGT1A1\n*28/*28',
      ['DPYD c.1905+1G>A: heterozygous; c.2846A>T: not detected', 'UGT1A1 *28/*28'],
    ],
    [
      'scores',
      'Gene | Genotype | Activity score\nCYP2D6 | *1/*4 | 1.0\nDPYD | *1/*1 | 2.0',
      ['CYP2D6 *1/*4 activity score 1.0', 'DPYD *1/*1 activity score 2.0'],
    ],
    [
      'HLA alleles as rows',
      'Gene | Result\nHLA-B*57:01 | Negative\nHLA-A*31:01 | Positive',
      ['HLA-B*57:01 Negative', 'HLA-A*31:01 Positive'],
    ],
  ])('%s', (_, written, expected) => {
    expect(panelLines(written)).toEqual(expected);
  });
});

describe('what is no panel that can be told apart', () => {
  it.each([
    ['a column of another person', 'Gene | Mother | Patient\nCYP2C19 | *2/*2 | *1/*1\nCYP2D6 | *1/*1 | *4/*4'],
    ['a column that is not known', 'Gene | Result | QC\nCYP2C19 | *2/*2 | failed\nCYP2D6 | *1/*1 | passed'],
    ['a heading over it', 'Possible results:\nCYP2C19 *2/*2\nCYP2D6 *1/*1'],
    ['two genes in a line', 'CYP2C19 and CYP2D6 *1/*1\nTPMT *1/*1'],
    ['a row with more cells than the head', 'Gene | Result\nCYP2C19 | *2/*2 | of the donor\nCYP2D6 | *1/*1'],
    ['one gene', 'Gene: CYP2C19\nGenotype: *2/*2'],
    ['one line', 'CYP2C19 *2/*2, CYP2D6 *1/*1'],
  ])('%s', (_, written) => {
    expect(panelLines(written)).toBeNull();
  });
});
