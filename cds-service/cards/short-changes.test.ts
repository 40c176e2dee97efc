import { describe, expect, it } from 'vitest';
import { shortChanges, shortReason } from './short-changes.ts';

describe('protein changes in card sentences', () => {
  it.each([
    ['EGFR p.Thr790Met', 'EGFR T790M'],
    ['EGFR p.(Leu858Arg): osimertinib', 'EGFR L858R: osimertinib'],
    ['EGFR p.Glu746_Ala750del', 'EGFR E746_A750del'],
    ['ERBB2 p.Gly776delinsLeuCys, EGFR p.Ala767_Val769dup.', 'ERBB2 G776delinsLC, EGFR A767_V769dup.'],
    ['BRCA1 p.Arg1443Ter', 'BRCA1 R1443*'],
    ['BRCA1 p.Glu23ValfsTer17', 'BRCA1 E23Vfs*17'],
    ['KIT p.Val560del (p.Val560del)', 'KIT V560del (V560del)'],
    ['MET c.3028+1G>T', 'MET c.3028+1G>T'],
    ['BRAF V600E', 'BRAF V600E'],
  ])('%s reads %s', (long, short) => expect(shortChanges(long)).toBe(short));

  it.each([
    ['Level B evidence of resistance: p.Thr790Met is EGFR T790M', 'Level B evidence of resistance: EGFR T790M'],
    ['approved for EGFR T790M (after an EGFR inhibitor): p.Thr790Met is EGFR T790M', 'approved for EGFR T790M (after an EGFR inhibitor)'],
    ['approved for EGFR exon 19 deletion or EGFR L858R: p.Leu858Arg is EGFR L858R', 'approved for EGFR exon 19 deletion or EGFR L858R'],
    [
      'approved for EGFR exon 20 insertion (first line): p.Ala767_Val769dup is an EGFR exon 20 in-frame insertion',
      'approved for EGFR exon 20 insertion (first line); A767_V769dup is an EGFR exon 20 in-frame insertion',
    ],
    ['approved for MSI high or MMR deficient: MSI high is shown', 'approved for MSI high or MMR deficient; MSI high is shown'],
  ])('%s', (reason, said) => expect(shortReason(reason)).toBe(said));
});
