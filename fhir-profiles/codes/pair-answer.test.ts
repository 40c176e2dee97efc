import { describe, expect, it } from 'vitest';
import { isTwiceTheOther, pairAnswer } from './pair-answer.ts';

describe('two copies side by side', () => {
  it.each([
    '0/1',
    '0|1',
    '1/0',
    'GT 0/1',
    'GT=0/1',
    'Genotype: 0/1',
    '0/1 het',
    '0/1 (heterozygous)',
    'het (0/1)',
    '0/1:35,40:75',
    'wt/mut',
    'WT | MUT',
    'wild-type/mutant',
    'wild type / variant',
    'normal/variant',
    'ref/alt',
    'neg/pos',
    'negative/positive',
    'absent/present',
    'wildtype/het',
    'one wild type, one variant',
    '1 wild type allele, 1 variant allele',
    'wild type and variant alleles',
  ])('%s is one reference and one that is not', (text) => {
    expect(pairAnswer(text)).toEqual({ copies: 'mixed' });
  });

  it.each([
    ['WT/*57:01', '*57:01'],
    ['c.1905+1G>A / ref', 'c.1905+1G>A'],
  ])('%s names the other copy', (text, named) => {
    expect(pairAnswer(text)).toEqual({ copies: 'mixed', named });
  });

  it.each(['0/0', '0|0', 'wt/wt', 'wild type/wild type', 'neg/neg', 'GT: 0/0', '0/0 (hom ref)'.replace(' ref', '')])(
    '%s is the reference twice',
    (text) => {
      expect(pairAnswer(text)).toEqual({ copies: 'reference' });
    },
  );

  it.each([
    '1/1',
    '*1/*2',
    'G/A',
    'N/A',
    './.',
    '0/8',
    '0/12 cells',
    'wild type',
    'KRAS wild type / NRAS mutated',
    'WT/WT/V600E',
    '',
    '0/',
  ])('%s is no such pair', (text) => {
    expect(pairAnswer(text)).toBeNull();
  });
});

describe('neither copy the reference', () => {
  it.each(['1/1', '1|1', 'GT: 1/1', '1/1:0,40', 'hom (1/1)', 'alt/alt', 'mut/mut', 'variant/variant', 'pos/pos'])('%s', (text) => {
    expect(isTwiceTheOther(text)).toBe(true);
  });

  it.each(['1/2', '0/1', '2/2', '*1/*1', '11', '1/1 cells', '1/1/1', 'wt/wt', '1/10', ''])('%s is something else', (text) => {
    expect(isTwiceTheOther(text)).toBe(false);
  });
});
