/** One variant under several names: those that agree, and those that cannot both be true. */
import { describe, expect, it } from 'vitest';
import { contradictingNames } from './contradicting-names.ts';
import { findHgvs } from './hgvs.ts';

describe('names of one variant', () => {
  it.each([
    [['p.Gly12Asp'], ['KRAS G12C'], 'p.Gly12Asp and G12C'],
    [['p.Gly12Cys', 'p.Gly12Asp'], [], 'p.Gly12Cys and p.Gly12Asp'],
    [['p.Val600Glu'], ['V600K'], 'p.Val600Glu and V600K'],
    [['c.35G>A', 'p.Gly12Cys'], [], 'c.35G>A and p.Gly12Cys'],
    [['c.2369C>T', 'p.Leu858Arg'], [], 'c.2369C>T and p.Leu858Arg'],
    [['NM_005228.5:c.2573T>G', 'p.Thr790Met'], [], 'c.2573T>G and p.Thr790Met'],
  ])('%s beside %s contradict', (texts, names, said) => {
    expect(contradictingNames(findHgvs(texts), names)).toBe(said);
  });

  it.each([
    ['KRAS G12C', ['c.34G>T', 'p.Gly12Cys'], ['KRAS G12C', 'G12C']],
    ['BRAF V600E', ['c.1799T>A', 'p.V600E'], ['V600E']],
    ['EGFR T790M', ['c.2369C>T', 'p.(Thr790Met)'], []],
    ['ABL1 T315I on its two transcripts', ['NM_007313.3:c.1001C>T', 'p.Thr315Ile'], ['T315I']],
    ['H3 K27M counted with and without the first methionine', ['c.83A>T', 'p.Lys28Met'], ['K27M']],
    ['TP53 stop', ['c.637C>T', 'p.Arg213Ter'], ['R213*', 'R213X']],
    ['two bases exchanged in one codon', ['c.1798_1799delinsAA', 'p.Val600Lys'], []],
    ['a splice site', ['c.3028+1G>T'], ['exon 14 skipping']],
    ['factor V Leiden by its older base number', ['c.1691G>A', 'p.Arg506Gln'], []],
    ['a deletion of residues', ['p.Glu746_Ala750del'], ['E746_A750del']],
    ['two codons', ['p.Leu858Arg'], ['T790M']],
  ])('%s', (_, texts, names) => {
    expect(contradictingNames(findHgvs(texts), names)).toBeNull();
  });
});
