import { describe, expect, it } from 'vitest';
import { shortProteins } from './protein-name.ts';

describe('protein changes as oncologists write them', () => {
  it.each([
    ['missense', 'EGFR p.Thr790Met', 'EGFR T790M'],
    ['predicted, in brackets', 'EGFR p.(Leu858Arg)', 'EGFR L858R'],
    ['one letter already', 'BRAF p.V600E', 'BRAF V600E'],
    ['in-frame deletion', 'EGFR p.Glu746_Ala750del', 'EGFR E746_A750del'],
    ['deletion with insertion', 'p.Leu747_Pro753delinsSer', 'L747_P753delinsS'],
    ['insertion of several residues', 'p.Asp770_Asn771insSerValAsp', 'D770_N771insSVD'],
    ['frameshift with its stop', 'p.Lys267ArgfsTer9', 'K267Rfs*9'],
    ['nonsense, Ter or star', 'p.Arg213Ter and p.Arg213*', 'R213* and R213*'],
    ['silent', 'p.Gly12=', 'G12='],
    ['duplication', 'ERBB2 p.Tyr772_Ala775dup', 'ERBB2 Y772_A775dup'],
    ['in the middle of a sentence', 'EGFR p.Thr790Met appears after EGFR p.Leu858Arg.', 'EGFR T790M appears after EGFR L858R.'],
    ['the same said twice', 'p.Thr790Met is EGFR T790M', 'EGFR T790M'],
    ['an example of a class', 'p.Glu746_Ala750del is an EGFR exon 19 deletion', 'E746_A750del is an EGFR exon 19 deletion'],
    ['a bracket of the sentence', 'resistance (EGFR p.Thr790Met) is known', 'resistance (EGFR T790M) is known'],
    ['a bracket that never closes', 'EGFR p.(Leu858Arg', 'EGFR p.(Leu858Arg'],
    ['no change named', 'p.? or p.0', 'p.? or p.0'],
    ['a codon only', 'p.Gly12', 'p.Gly12'],
    ['coding names stay', 'c.2369C>T', 'c.2369C>T'],
    ['not a residue', 'p.Foo12Bar', 'p.Foo12Bar'],
  ])('%s: %s', (_, written, short) => {
    expect(shortProteins(written)).toBe(short);
  });
});
