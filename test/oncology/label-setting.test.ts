/**
 * Labels that ask for one finding in one setting of a disease: hormone-sensitive and castration-resistant prostate cancer (capivasertib, US approval of
 * 2026-06-12; niraparib with abiraterone, label of 2025-12-12), oesophageal cancer by PD-L1 (letters of 2025-05-22), early HER2-positive breast cancer.
 */
import { describe, expect, it } from 'vitest';
import { board, lines } from '../end-to-end/board.ts';

const PROSTATE = 'Prostate adenocarcinoma';
const SENSITIVE = 'Metastatic castration-sensitive prostate cancer';
const RESISTANT = 'Metastatic castration-resistant prostate cancer';
const SQUAMOUS = 'Metastatic esophageal squamous cell carcinoma';
type Line = readonly [string, string];
const BRCA1: readonly Line[] = [['BRCA1', 'E23fs']];
const BRCA2: readonly Line[] = [['BRCA2', 'S1982fs']];

describe('a label for one setting', () => {
  it.each<[string, string, readonly Line[], readonly string[], readonly string[]]>([
    ['PTEN lost by stain', SENSITIVE, [['PTEN IHC', 'Lost']], ['capivasertib', 'abiraterone'], []],
    ['PTEN loss', PROSTATE, [['PTEN', 'Loss']], ['capivasertib', 'abiraterone'], []],
    ['PTEN deleted', PROSTATE, [['PTEN', 'Homozygous deletion']], ['capivasertib', 'abiraterone'], []],
    ['PTEN not found', PROSTATE, [['PTEN', 'Not detected']], ['capivasertib', 'abiraterone'], ['capivasertib asks for PTEN loss or PTEN pathogenic variant: tested, not found']],
    ['no PTEN result', PROSTATE, [], ['capivasertib', 'abiraterone'], ['No PTEN result on file: test before capivasertib']],
    ['PTEN lost, castration-resistant', RESISTANT, [['PTEN IHC', 'Lost']], ['capivasertib', 'abiraterone'], ['capivasertib: its label here is for castration-sensitive disease']],
    ['BRCA1, castration-resistant', RESISTANT, BRCA1, ['niraparib', 'abiraterone'], []],
    ['BRCA1, castration-sensitive: the label asks for BRCA2', SENSITIVE, BRCA1, ['niraparib', 'abiraterone'], ['niraparib: its label here is for castration-resistant disease']],
    ['BRCA2, castration-sensitive', SENSITIVE, BRCA2, ['niraparib', 'abiraterone'], []],
    ['BRCA2, castration-resistant', RESISTANT, BRCA2, ['niraparib', 'abiraterone'], []],
    ['BRCA1, setting not told', PROSTATE, BRCA1, ['niraparib', 'abiraterone'], []],
    ['oesophagus, CPS 5', SQUAMOUS, [['PD-L1 CPS', '5']], ['pembrolizumab', 'fluorouracil', 'cisplatin'], []],
    ['oesophagus, PD-L1 not tested', SQUAMOUS, [], ['pembrolizumab'], ['No PD-L1 result on file: test before pembrolizumab']],
    ['oesophagus, TPS and CPS below one', SQUAMOUS, [['PD-L1 TPS', '<1%'], ['PD-L1 CPS', '0']], ['nivolumab', 'ipilimumab'], ['nivolumab and ipilimumab ask for PD-L1 CPS ≥ 1 or PD-L1 TPS ≥ 1% as the first treatment: tested, not found']],
    ['early HER2-positive breast cancer', 'Breast cancer stage II', [['HER2', 'Positive']], ['pertuzumab', 'trastuzumab'], []],
    ['HER2-negative breast cancer', 'Breast cancer stage II', [['HER2', 'Negative']], ['pertuzumab', 'trastuzumab'], ['pertuzumab and trastuzumab ask for HER2 positive: tested, not found']],
  ])('%s', (_, tumour, results, drugs, said) => {
    const { summaries } = board(tumour, lines(results), ...drugs);
    expect(summaries.filter((summary) => !summary.includes('DPYD'))).toEqual(said);
  }); // prettier-ignore
});
