import { describe, expect, it } from 'vitest';
import { allelesInDoubt } from './alleles.ts';

describe('alleles that are not said of the patient for certain', () => {
  it.each([
    '*4/*4?',
    '*4/*4 (-)',
    '*4/*4-',
    '*4/*4 unknown',
    '*4/*4 status unknown',
    '*4/*4: 0',
    '*4/*4 false',
    'r/o *4/*4',
    'non-*4/*4',
    'lack of *4/*4',
    'suspected *4/*4',
    'history of *4/*4',
    '*4/*4 in sister',
    '*4/*4 (aunt)',
    'query *4/*4',
    'inget *4/*4',
    '*4/*4 pending',
    'kein *4/*4',
    'c.1905+1G>A (-)',
    'c.1905+1G>A unknown',
    'c.1905+1G>A wild-type',
    '*2A-',
  ])('%s', (text) => {
    expect(allelesInDoubt(text, 'CYP2D6')).toBe(true);
  });

  it.each([
    '*4/*4',
    '*1-*2',
    '*4 - *4',
    '*1/*1 (wild type)',
    '*1/*2, copy number unknown',
    '*1/*4 - Intermediate metabolizer',
    '*4/*4 (AS: 0)',
    '*4/*4, activity score 0',
    '*1x2/*4',
    'c.1905+1G>A heterozygous',
    'c.-806C>T heterozygous',
    '*1/?',
    '*4/*4 No functional alleles',
    '*57:01/-',
    'homozygous *2',
    'rs4244285 G/A',
  ])('%s stands', (text) => {
    expect(allelesInDoubt(text, 'CYP2D6')).toBe(false);
  });

  it('the minus of A- of G6PD is a name', () => {
    expect(allelesInDoubt('A-', 'G6PD')).toBe(false);
    expect(allelesInDoubt('202A_376G A-', 'G6PD')).toBe(false);
    expect(allelesInDoubt('A-?', 'G6PD')).toBe(true);
  });
});
