/** Tests called by a short name: the exon, codon or residue stands for what is looked for there. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words } from '../../../../test/reading/resources.ts';
import { read } from '../../../../test/reading/vocabulary.ts';
import { shortNamesInFull } from './short-names.ts';

describe('in full', () => {
  it.each([
    ['KRAS codon 12/13', 'KRAS codon 12/13 mutation'],
    ['KRAS codons 12 and 13 mutations', 'KRAS codon 12/13 mutation'],
    ['KRAS G12/G13', 'KRAS codon 12/13 mutation'],
    ['KRAS G12X', 'KRAS codon 12 mutation'],
    ['KRAS exon 2 codon 12', 'KRAS codon 12 mutation'],
    ['BRAF V600', 'BRAF codon 600 mutation'],
    ['FLT3-TKD D835', 'FLT3 codon 835 mutation'],
    ['BRAF V600E/V600K', 'BRAF V600E/K'],
    ['EGFR Ex19Del', 'EGFR exon 19 deletion'],
    ['EGFR del19', 'EGFR exon 19 deletion'],
    ['EGFR 19del/L858R', 'EGFR exon 19 deletion/L858R'],
    ['EGFR exon 19 deletion', 'EGFR exon 19 deletion'],
    ['EGFR ex20ins', 'EGFR exon 20 insertion'],
    ['HER2 20ins', 'HER2 exon 20 insertion'],
    ['METex14', 'MET exon 14 skipping'],
    // None of these is a short name.
    ['BRAF V600E', 'BRAF V600E'],
    ['KRAS G12C', 'KRAS G12C'],
    ['EGFR L747_P753delinsS', 'EGFR L747_P753delinsS'],
    ['EGFR exon 18-21', 'EGFR exon 18-21'],
    ['MET exon 14', 'MET exon 14'],
    ['del(19q)', 'del(19q)'],
    ['1p/19q', '1p/19q'],
    ['HLA-B*57:01', 'HLA-B*57:01'],
    ['DPYD c.1905+1G>A', 'DPYD c.1905+1G>A'],
    ['PD-L1 22C3', 'PD-L1 22C3'],
  ])('%s → %s', (name, expected) => {
    expect(shortNamesInFull(name)).toBe(expected);
  });
});

describe('read', () => {
  it.each([
    ['KRAS codon 12/13', 'Mutated', 'KRAS codon 12/13 mutation present'],
    ['KRAS G12/G13', 'Detected', 'KRAS codon 12/13 mutation present'],
    ['KRAS G12/G13', 'Not detected', 'KRAS codon 12/13 mutation absent'],
    ['BRAF V600', 'Mutation detected', 'BRAF codon 600 mutation present'],
    ['BRAF V600', 'Not detected', 'BRAF codon 600 mutation absent'],
    ['BRAF V600', 'V600E', 'V600E present'],
    ['BRAF V600E (Cobas)', 'Mutation Detected', 'BRAF V600E present'],
    ['EGFR Ex19Del', 'Detected', 'EGFR exon 19 deletion present'],
    ['EGFR del19', 'Positive', 'EGFR exon 19 deletion present'],
    ['EGFR exon 19', 'Deletion', 'exon 19 deletion present'],
    ['EGFR exon 20', 'Insertion detected', 'exon 20 insertion present'],
    ['METex14', 'Positive', 'MET exon 14 skipping present'],
    ['FLT3-TKD D835', 'Positive', 'FLT3 codon 835 mutation present'],
    ['FLT3', 'ITD detected, allelic ratio 0.6', 'FLT3 ITD present'],
  ])('%s: %s', (name, value, expected) => {
    const { facts } = read(bundle(patient, observation('o', words(name), { valueString: value })));
    expect(facts.variants.map(({ names, presence }) => `${names[0] ?? ''} ${presence}`)).toEqual([expected]);
  });

  it.each([
    'Mutation detected; not ITD',
    'Mutation detected (not ITD)',
    'Positive, non-ITD',
    'Mutation other than ITD',
    'D835Y detected; ITD not detected',
    'Detected: D835Y; no ITD',
  ])('FLT3: %s is no ITD', (value) => {
    const { facts } = read(bundle(patient, observation('o', words('FLT3'), { valueString: value })));
    expect(facts.variants.flatMap(({ names }) => names)).not.toContain('FLT3 ITD');
  });
});
