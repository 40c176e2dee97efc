/** Biomarkers as abstracted data sets and synoptic templates of pathology answer them. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import { has, LUNG, result, tumour } from '../shapes.ts';

type Orders = Readonly<Record<string, Outcome>>;
/** Several results: "EGFR = …" each. */
type Row = readonly [tumour: string, results: readonly string[], orders: Orders, open?: string];
const COLON = 'Colon cancer';
const BREAST = 'Breast cancer';
const NSCLC = 'Non-small cell lung cancer';
const OVARY = 'Ovarian cancer';
const NO_DRIVER = ['EGFR = Mutation negative (wild type)', 'ALK = Rearrangement not present'];

const ABSTRACTED: readonly Row[] = [
  [NSCLC, [...NO_DRIVER, 'ROS1 = Rearrangement present'], { osimertinib: 'absent', alectinib: 'absent', entrectinib: 'fits' }],
  [NSCLC, ['EGFR = Mutation positive'], { osimertinib: 'open: EGFR & !No EGFR' }],
  [NSCLC, ['EGFR = Unsuccessful/indeterminate test', 'ALK = Results pending', 'KRAS = Unknown'], { osimertinib: 'open: EGFR & !tested, not found', alectinib: 'untested/open', sotorasib: 'untested/open' }],
  [NSCLC, [...NO_DRIVER, 'PDL1 = PD-L1 positive [Percent staining: 50% - 59%]'], { pembrolizumab: 'fits' }],
  [OVARY, ['BRCA = BRCA2 mutation identified'], { olaparib: 'fits/open' }],
  [OVARY, ['BRCA = No BRCA mutation'], { olaparib: 'absent/untested/open' }],
  [OVARY, ['BRCA = Genetic variant of unknown significance (VUS)'], { olaparib: 'open/untested' }],
  [OVARY, ['BRCA = Genetic Variant Favor Polymorphism'], { olaparib: 'open/untested' }],
  [OVARY, ['BRCA = BRCA mutation NOS'], { olaparib: 'fits/open' }],
  [COLON, ['MMR/MSI = Loss of MMR protein expression (MMR protein deficiency found)'], { pembrolizumab: 'fits' }],
  [COLON, ['MMR/MSI = Normal MMR protein expression (Mismatch Repair proficient, MMR-P)'], { pembrolizumab: 'open/untested/absent: !MSI on file' }, 'the answer of one protein test is taken for MSI too'],
  [COLON, ['KRAS = Mutation negative (wild type)', 'NRAS = Mutation negative (wild type)'], { cetuximab: 'fits' }],
  [BREAST, ['HER2 = IHC equivocal (IHC 2+)', 'HER2 = FISH positive/amplified'], { trastuzumab: 'fits' }],
  [BREAST, ['HER2 = IHC negative (0-1+)', 'HER2 = FISH negative/not amplified'], { trastuzumab: 'absent' }],
  [BREAST, ['HER2 = NGS positive (ERBB2 amplified)'], { trastuzumab: 'fits/open' }],
  [BREAST, ['ER = Positive', 'PR = Negative', 'HER2 = IHC negative (0-1+)'], { palbociclib: 'fits' }],
  [BREAST, ['ER = Negative'], { palbociclib: 'open/untested/absent', fulvestrant: 'open/untested/absent', letrozole: 'open/untested/absent' }],
  [BREAST, ['ER = Negative', 'PR = Negative', 'HER2 = Negative'], { fulvestrant: 'absent', letrozole: 'absent', tamoxifen: 'absent', palbociclib: 'absent', elacestrant: 'absent', everolimus: 'silent' }],
]; // prettier-ignore

const SYNOPTIC: readonly Row[] = [
  [COLON, ['MLH1 = Intact nuclear expression'], { pembrolizumab: 'open/untested' }],
  [COLON, ['MLH1 = Loss of nuclear expression'], { pembrolizumab: 'fits' }],
  [COLON, ['MLH1 = Subclonal loss of nuclear expression'], { pembrolizumab: 'open: MMR' }],
  [COLON, ['MSH6 = Focal weak / equivocal nuclear expression'], { pembrolizumab: 'open/untested' }],
  [COLON, ['Mismatch Repair (MMR) Interpretation = No loss of nuclear expression of MMR proteins: No evidence of deficient mismatch repair (low probability of MSI-H)'], { pembrolizumab: 'untested/open: !MSI on file' }],
  [COLON, ['Mismatch Repair (MMR) Interpretation = Loss of nuclear expression of MLH1 and PMS2: testing for methylation of the MLH1 promoter and/or mutation of BRAF is indicated'], { pembrolizumab: 'fits' }],
  [COLON, ['Mismatch Repair (MMR) Interpretation = Loss of nuclear expression of one or more MMR proteins: deficient mismatch repair'], { pembrolizumab: 'fits' }],
  [COLON, ['MSI Interpretation = MSI-Low (MSI-L): 1%-29% of the NCI or mononucleotide markers exhibit instability'], { pembrolizumab: 'open/untested/absent' }],
  [COLON, ['MSI Interpretation = MSI-High (MSI-H): >=30% of the markers exhibit instability'], { pembrolizumab: 'fits' }],
  [COLON, ['MSI Interpretation = MS-Stable (MSS)'], { pembrolizumab: 'open/absent: MSI' }],
  [LUNG, ['ALK by Immunohistochemistry = Positive'], { alectinib: 'fits/open: !No ALK' }],
  [LUNG, ['ALK Rearrangement by Molecular Methods = No rearrangements detected'], { alectinib: 'absent' }],
  [LUNG, ['ALK Rearrangement by Molecular Methods = Rearrangement detected (specify partner): EML4'], { alectinib: 'fits' }],
  [LUNG, ['EGFR Mutational Analysis = EGFR mutation identified: Exon 20 p.T790M and exon 19 deletion'], { osimertinib: 'fits' }],
  [LUNG, ['EGFR Mutational Analysis = No mutations detected in exons 18-21'], { osimertinib: 'absent' }],
  [LUNG, ['PD-L1 (TPS) = Low PD-L1 expression (TPS 1-49%)'], { cemiplimab: 'open: PD-L1 & EGFR' }],
  [LUNG, ['PD-L1 (TPS) = High PD-L1 expression (TPS greater than or equal to 50%)'], { cemiplimab: 'untested: EGFR & !PD-L1 on file' }],
  [LUNG, ['PD-L1 (TPS) = No PD-L1 expression (TPS less than 1%)'], { cemiplimab: 'open: PD-L1' }],
  [BREAST, ['HER2 (by immunohistochemistry) = Negative (Score 0): no staining'], { 'trastuzumab deruxtecan': 'open/absent' }],
  [BREAST, ['HER2 (by immunohistochemistry) = Negative (Score 0+): membrane staining that is incomplete and faint in less than or equal to 10% of tumor cells'], { 'trastuzumab deruxtecan': 'fits/open' }],
  [BREAST, ['Estrogen Receptor (ER) Status = Low Positive (1-10% of cells with nuclear positivity)'], { fulvestrant: 'fits' }],
  [BREAST, ['Estrogen Receptor (ER) Status = Positive (percentage of cells with nuclear positivity: 81-90%)'], { fulvestrant: 'fits' }],
  [BREAST, ['Estrogen Receptor (ER) Status = Negative (less than 1%)'], { fulvestrant: 'silent/open/absent' }],
]; // prettier-ignore

const ONE = /^(.*?) = (.*?)(?: \[(.*): (.*)\])?$/;
const observed = (text: string) => {
  const [, name = '', answer = '', part, value] = ONE.exec(text) ?? [];
  return result(name, answer, part === undefined || value === undefined ? {} : { component: [has(part, value)] });
};
const cases = (rows: readonly Row[]): ThirdPartyCase[] =>
  rows.map(([at, results, orders, open]) => ({
    name: `${results.join('; ')} (${at})`,
    chart: [tumour(at), ...results.map(observed)],
    orders,
    ...(open === undefined ? {} : { open }),
  }));

export const abstracted: Family = {
  source: 'Biomarker tables of abstracted oncology records (name, status, percent staining)',
  cases: cases(ABSTRACTED),
};
export const synoptic: Family = {
  source: 'CAP biomarker reporting templates (colon and rectum, lung, breast): answer words',
  cases: cases(SYNOPTIC),
};
