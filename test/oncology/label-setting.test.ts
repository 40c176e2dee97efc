/**
 * Labels that ask for one finding in one setting of a disease: hormone-sensitive and castration-resistant prostate cancer (capivasertib, US approval of
 * 2026-06-12; approvals of July to October 2026 by the notices in approvals.json; niraparib with abiraterone, label of 2025-12-12), newly diagnosed and relapsed leukaemia, oesophageal cancer by PD-L1 (letters of 2025-05-22), early HER2-positive breast cancer.
 */
import { describe, expect, it } from 'vitest';
import { board, lines } from '../end-to-end/board.ts';

const PROSTATE = 'Prostate adenocarcinoma';
const SENSITIVE = 'Metastatic castration-sensitive prostate cancer';
const RESISTANT = 'Metastatic castration-resistant prostate cancer';
const SQUAMOUS = 'Metastatic esophageal squamous cell carcinoma';
const RELAPSED = 'Acute myeloid leukemia, relapsed';
type Line = readonly [string, string];
const LUNG = 'Non-small cell lung cancer';
const HORMONE: readonly Line[] = [
  ['ER', 'Positive'],
  ['HER2', 'Negative'],
];
const IN_SITU: readonly Line[] = [
  ['HER2 IHC', '2+'],
  ['HER2 FISH', 'Amplified'],
];
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
    ['relapsed leukaemia, FLT3 ITD', RELAPSED, [['FLT3', 'ITD']], ['quizartinib'], ['quizartinib: its label here is for newly diagnosed disease; consider gilteritinib (relapsed or refractory)']],
    ['relapsed leukaemia, FLT3 ITD: labelled', RELAPSED, [['FLT3', 'ITD']], ['gilteritinib'], []],
    ['leukaemia, FLT3 ITD, not said relapsed', 'Acute myeloid leukemia', [['FLT3', 'ITD']], ['quizartinib'], []],
    ['relapsed leukaemia with IDH1: one label for both', RELAPSED, [['IDH1', 'R132H']], ['ivosidenib'], []],
    ['relapsed Ph-positive leukaemia: a label where no other is indicated', 'Relapsed Ph-positive acute lymphoblastic leukemia', [['BCR::ABL1', 'Detected']], ['ponatinib'], []],
    ['early HER2-positive breast cancer', 'Breast cancer stage II', [['HER2', 'Positive']], ['pertuzumab', 'trastuzumab'], []],
    ['HER2-negative breast cancer', 'Breast cancer stage II', [['HER2', 'Negative']], ['pertuzumab', 'trastuzumab'], ['pertuzumab and trastuzumab ask for HER2 positive: tested, not found']],
    ['ROS1 not found', LUNG, [['ROS1 fusion', 'Not detected']], ['zidesamtinib'], ['zidesamtinib asks for ROS1 fusion: tested, not found']],
    ['ROS1 found', LUNG, [['ROS1 fusion', 'Detected']], ['zidesamtinib'], []],
    ['ESR1 mutation, with a CDK4/6 inhibitor', 'Breast cancer', [...HORMONE, ['ESR1', 'Y537S']], ['camizestrant', 'palbociclib'], []],
    ['no ESR1 result', 'Breast cancer', HORMONE, ['camizestrant', 'ribociclib'], ['No ESR1 result on file: test before camizestrant']],
    ['the label asks for no PIK3CA mutation: told, and not said to fail', 'Breast cancer', [...HORMONE, ['PIK3CA', 'H1047R']], ['gedatolisib', 'fulvestrant'], ['PIK3CA H1047R: gedatolisib asks for no PIK3CA mutation; consider ribociclib with anastrozole']],
    ['PIK3CA tested without a mutation', 'Breast cancer', [...HORMONE, ['PIK3CA', 'No mutation detected']], ['gedatolisib', 'fulvestrant'], []],
    ['no PIK3CA result', 'Breast cancer', HORMONE, ['gedatolisib', 'fulvestrant'], ['No PIK3CA result on file: test before gedatolisib']],
    ['PIK3CA says nothing of palbociclib, beside which the label of inavolisib names it', 'Metastatic breast cancer', [...HORMONE, ['PIK3CA', 'H1047R']], ['palbociclib', 'fulvestrant'], []],
    ['receptors are there: only what is missing is named', 'Metastatic breast cancer', [...HORMONE, ['ESR1', 'No mutation detected']], ['imlunestrant'], ['imlunestrant asks for ESR1 mutation: tested, not found; consider ribociclib with anastrozole']],
    ['before surgery, label of May 2026', 'Breast cancer stage II', [['HER2 IHC', '3+']], ['trastuzumab deruxtecan'], []],
    ['ROS1 L2086F: a source says no more than that it may resist', LUNG, [['ROS1', 'CD74-ROS1 fusion'], ['ROS1', 'p.Leu2086Phe']], ['zidesamtinib'], ['ROS1 L2086F: such changes arise under ROS1 inhibitors; whether zidesamtinib still acts is not known here']],
    ['ROS1 G2032R is no such change', LUNG, [['ROS1', 'CD74-ROS1 fusion'], ['ROS1', 'p.Gly2032Arg']], ['zidesamtinib'], []],
    ['maintenance in HER2-positive breast cancer', 'Breast cancer', [['ER', 'Positive'], ['HER2', 'Positive']], ['palbociclib', 'trastuzumab', 'letrozole'], []],
    ['stomach, HER2 by in-situ test, with tislelizumab', 'Gastric adenocarcinoma', IN_SITU, ['zanidatamab', 'tislelizumab', 'fluorouracil', 'cisplatin'], []],
    ['stomach, HER2 by in-situ test, without it', 'Gastric adenocarcinoma', IN_SITU, ['zanidatamab', 'fluorouracil', 'cisplatin'], ['The label has zanidatamab here together with tislelizumab, which is not on order']],
    ['stomach, HER2 negative', 'Gastric adenocarcinoma', [['HER2', 'Negative']], ['zanidatamab', 'fluorouracil', 'cisplatin'], ['zanidatamab asks for HER2 IHC 3+: tested, not found']],
    ['bile duct, FGFR2 not found', 'Cholangiocarcinoma', [['FGFR2 fusion', 'Not detected']], ['lirafugratinib'], ['lirafugratinib asks for FGFR2 rearrangement: tested, not found']],
    ['colon, mismatch repair proficient', 'Colon adenocarcinoma stage III', [['Mismatch repair', 'Proficient (pMMR)']], ['atezolizumab', 'fluorouracil', 'oxaliplatin'], ['atezolizumab asks for MMR deficient: tested, not found']],
    ['HER2 ultralow without hormone receptors', 'Breast cancer', [['ER', 'Negative'], ['PR', 'Negative'], ['HER2 IHC', 'ultralow']], ['trastuzumab deruxtecan'], ['trastuzumab deruxtecan asks for HER2 IHC 3+; or HER2 positive; or HER2 low: tested, not found']],
  ])('%s', (_, tumour, results, drugs, said) => {
    const { summaries } = board(tumour, lines(results), ...drugs);
    expect(summaries.filter((summary) => !summary.includes('DPYD'))).toEqual(said);
  }); // prettier-ignore

  it('offers a relapsed leukaemia no label for newly diagnosed disease', () => {
    const { opening } = board(RELAPSED, lines([['FLT3', 'ITD']]));
    expect(opening?.summary).toBe('FLT3 ITD: gilteritinib approved for this tumour (relapsed or refractory)');
    expect(opening?.detail).not.toMatch(/quizartinib|midostaurin/i);
  });
});

describe('an offer beside a change that arises under such drugs', () => {
  it('says MEN1 M327I with the menin inhibitors for NPM1', () => {
    const { opening } = board(RELAPSED, lines([['NPM1', 'W288fs'], ['MEN1', 'M327I']])); // prettier-ignore
    expect(opening?.summary).toContain('; not known to act with MEN1 M327I');
    expect(opening?.detail).toContain('whether ziftomenib, revumenib still act is not known here');
  });
  it('says nothing of it with drugs of another target', () => {
    const { opening } = board('Melanoma', lines([['BRAF', 'V600E'], ['MEN1', 'M327I']])); // prettier-ignore
    expect(`${opening?.summary ?? ''} ${opening?.detail ?? ''}`).not.toContain('MEN1');
  });
});
