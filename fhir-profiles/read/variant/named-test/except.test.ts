/** Changes that a value names in order to rule them out, in the words of registries and laboratories. */
import { describe, expect, it } from 'vitest';
import { codonsNamed, exceptionsApart, isElsewhere } from './except.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';

describe('what a value rules out is a statement of its own', () => {
  it.each([
    ['Abnormal (mutated)/detected, but not BRAF V600E (c.1799T>A) mutation', 'Abnormal (mutated)/detected; V600E not detected'],
    ['Mutation detected, except T790M', 'Mutation detected; T790M not detected'],
    ['Mutation other than G12C detected', 'Mutation detected; G12C not detected'],
    ['Mutation other than exon 19 deletion or L858R', 'Mutation; exon 19 deletion not detected; L858R not detected'],
    ['Uncommon mutation (excluding p.L858R)', 'Uncommon mutation; p.L858R not detected'],
    ['Abnormal (mutated), but not in codon(s) 12, 13, 61, or 146', 'Abnormal (mutated)'],
    ['Mutation detected, not in exons 19 and 21', 'Mutation detected'],
    // Nothing is ruled out here.
    ['V600E detected', 'V600E detected'],
    ['MET mutation detected, not exon 14 skipping', 'MET mutation detected, not exon 14 skipping'],
    ['Germline testing not performed; L858R found', 'Germline testing not performed; L858R found'],
    ['No mutation other than polymorphisms', 'No mutation other than polymorphisms'],
  ])('%s', (text, apart) => {
    expect(exceptionsApart(text)).toBe(apart);
  });
});

describe('codons in words', () => {
  it.each([
    ['Abnormal (mutated) in codon 146 only', 'codon 146 mutation'],
    ['Abnormal (mutated) in codon(s) 12, 13, and/or 61', 'codon 12/13/61 mutation'],
    ['Mutation detected in codon 12', 'codon 12 mutation'],
    ['Mutated in codons 12 and 13', 'codon 12/13 mutation'],
    ['No mutation in codon 12', 'No mutation in codon 12'],
    ['Mutation not detected in codon 61', 'Mutation not detected in codon 61'],
    ['Mutation in codon 12 not detected', 'Mutation in codon 12 not detected'],
    ['Abnormal (mutated), but not in codon 12', 'Abnormal (mutated), but not in codon 12'],
  ])('%s', (text, named) => expect(codonsNamed(text)).toBe(named));

  it.each([
    ['Abnormal (mutated)/detected, codon(s) specified but not in codon(s) 12, 13, or 61', true],
    ['Abnormal (mutated)/detected but not in exon(s) 18, 19, 20, and/or 21', true],
    ['Mutation detected outside codons 12, 13', true],
    ['Mutation detected in codon 12', false],
    ['Mutation not detected', false],
    ['Not in codon 12', false],
    ['Mutation detected, not exon 14 skipping', false],
  ])('%s is elsewhere: %s', (text, elsewhere) => expect(isElsewhere(text)).toBe(elsewhere));
});

describe('a word in brackets', () => {
  it.each([
    ['KRAS negative, KRAS wild type. Negative for (somatic) mutations, no (somatic) mutations identified', 'absent'],
    ['Abnormal (mutated)', 'present'],
  ])('%s', (text, presence) => {
    expect(presenceInWords(text)).toBe(presence);
  });
});
