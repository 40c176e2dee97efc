/** One order beside one chart, in the shapes that laboratories send: what the order must be told. Written before they were run. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, condition, given, lines, observation, type Line, type Resource } from './board.ts';

type Verdict =
  undefined | 'fits' | 'contradicted' | 'biomarker-negative' | 'biomarker-not-tested' | 'biomarker-open' | 'better-option' | 'not-covered';
/** Drugs, results, verdict on the first drug; `silent`: no card at all. */
type Row = readonly [name: string, drugs: string, results: readonly Line[] | readonly Resource[], verdict: Verdict, silent?: 'silent'];

const isLine = (one: Line | Resource): one is Line => Array.isArray(one);
function told(tumour: string | readonly Resource[], drugs: string, results: Row[2]) {
  const resources = results.flatMap((one, at) => (isLine(one) ? lines([one]).map((made) => ({ ...made, id: `line${at}` })) : [one]));
  return board(tumour, resources, ...drugs.split('+'));
}
function situations(tumour: string | readonly Resource[], rows: readonly Row[]): void {
  it.each(rows.map((row) => [row[0], row[1], row] as const))('%s: %s', (_name, drugs, [, , results, verdict, silent]) => {
    const { fit, summaries } = told(tumour, drugs, results);
    expect([fit?.verdict, summaries]).toEqual([verdict, silent === 'silent' || verdict === 'fits' ? [] : [expect.any(String)]]);
  });
}
const EGFR_ALK_CLEAR: readonly Line[] = [['EGFR mutation analysis', 'Not detected'], ['ALK FISH', 'Negative']]; // prettier-ignore
const HR: readonly Line[] = [['Estrogen receptor IHC', 'Positive (90%)'], ['Progesterone receptor IHC', 'Positive'], ['HER2 IHC', '0']]; // prettier-ignore
const one = (name: string, value: string, more: Resource = {}): Resource =>
  observation('single', { code: { text: name }, valueString: value, ...more });

describe('EGFR, lung adenocarcinoma', () => {
  situations('Lung adenocarcinoma', [
    ['coding and protein names with the transcript', 'osimertinib', [['EGFR', 'NM_005228.5:c.2236_2250del; p.(Glu746_Ala750del)']], 'fits'],
    ['the deleted residues behind the name', 'osimertinib', [['EGFR', 'E746_A750delELREA']], 'fits'],
    ['deletion with insertion, allele fraction below one per cent', 'osimertinib', [['EGFR', 'p.L747_P753delinsS (c.2240_2257del18), VAF 0.8%']], 'fits'],
    ['the coding name alone', 'osimertinib', [['EGFR', 'c.2573T>G']], 'fits'],
    ['allele fraction with a comparator', 'osimertinib', [['EGFR', 'L858R detected, VAF <1%']], 'fits'],
    ['exon 20 insertion by its name', 'sunvozertinib', [['EGFR', 'Exon 20 insertion: p.H773_V774insNPH']], 'fits'],
    ['exon 20 insertion is no finding for osimertinib', 'osimertinib', [['EGFR', 'p.H773_V774insNPH']], 'biomarker-negative'],
    ['insertion next to the helix', 'sunvozertinib', [['EGFR', 'p.A763_Y764insFQEA']], 'fits'],
    ['duplication written for an insertion', 'sunvozertinib', [['EGFR', 'p.S768_D770dup']], 'fits'],
    ['L861Q is no finding for osimertinib', 'osimertinib', [['EGFR', 'L861Q']], 'biomarker-negative'],
    ['L861Q is one for afatinib', 'afatinib', [['EGFR', 'L861Q']], 'fits'],
    ['two uncommon changes in one line', 'afatinib', [['EGFR', 'G719A and S768I']], 'fits'],
    ['amplified only', 'osimertinib', [['EGFR', 'Amplified (copy number 12)']], 'biomarker-open'],
    ['uncertain significance', 'osimertinib', [['EGFR', 'p.A1048V, variant of uncertain significance']], 'biomarker-open'],
    ['insufficient tissue', 'osimertinib', [['EGFR mutation analysis', 'Insufficient tissue, test not performed']], 'biomarker-open'],
    ['quantity not sufficient', 'osimertinib', [['EGFR mutation analysis', 'QNS']], 'biomarker-open'],
    ['low tumour content, no call', 'osimertinib', [['EGFR mutation analysis', 'Inconclusive due to low tumor content']], 'biomarker-open'],
    ['cancelled', 'osimertinib', [one('EGFR', 'L858R', { status: 'cancelled' })], 'biomarker-not-tested'],
    ['entered in error', 'osimertinib', [one('EGFR', 'L858R', { status: 'entered-in-error' })], 'biomarker-not-tested'],
    ['preliminary', 'osimertinib', [one('EGFR', 'L858R', { status: 'preliminary' })], 'biomarker-not-tested'],
    ['amended', 'osimertinib', [one('EGFR', 'L858R', { status: 'amended' })], 'fits'],
    ['corrected', 'osimertinib', [one('EGFR', 'L858R', { status: 'corrected' })], 'fits'],
    ['a panel with other genes and an uncertain inherited change', 'osimertinib', [assessment(['48018-6', 'EGFR'], ['48005-3', 'p.Leu858Arg']), assessment(['48018-6', 'TP53'], ['48005-3', 'p.Arg273His']), assessment(['48018-6', 'BRCA2'], ['48005-3', 'p.Lys2729Asn'], ['48002-0', 'Germline'], ['53037-8', 'Uncertain significance'])], 'fits'],
    ['German negative', 'osimertinib', [['EGFR-Mutationsanalyse', 'Keine Mutation nachweisbar']], 'biomarker-negative'],
    ['French negative', 'osimertinib', [['EGFR, recherche de mutation', 'Absence de mutation']], 'biomarker-negative'],
    ['Spanish negative', 'osimertinib', [['Mutación EGFR', 'No detectada']], 'biomarker-negative'],
    ['T790M with C797S', 'osimertinib', [['EGFR', 'p.E746_A750del'], ['EGFR ', 'p.T790M'], ['EGFR  ', 'p.C797S']], 'contradicted'],
  ]); // prettier-ignore
});

describe('fusions', () => {
  situations('Lung adenocarcinoma', [
    ['break-apart in situ', 'alectinib', [['ALK FISH', 'Positive, 45% of nuclei rearranged (break-apart)']], 'fits'],
    ['stain by its clone and score', 'alectinib', [['ALK IHC (D5F3)', 'Positive (3+)']], 'fits'],
    ['a stain of no named clone is a screen', 'alectinib', [['ALK IHC', 'High (+++)']], 'biomarker-open'],
    ['exons in brackets', 'alectinib', [['RNA fusion panel', 'EML4(13)::ALK(20) fusion detected']], 'fits'],
    ['exon numbers with letters', 'crizotinib', [['ROS1', 'CD74-ROS1 (C6;R34)']], 'fits'],
    ['exon numbers with letters, RET', 'selpercatinib', [['RET', 'KIF5B::RET (K15;R12)']], 'fits'],
    ['exons behind the names', 'larotrectinib', [['Fusion analysis', 'TPM3(e8)-NTRK1(e10)']], 'fits'],
    ['transcripts with breakpoints', 'alectinib', [['Gene fusion', 'NM_019063.5(EML4):r.-274_1929::NM_004304.5(ALK):r.4080_6220']], 'fits'],
    ['NRG1', 'zenocutuzumab', [['NRG1', 'CD74::NRG1']], 'fits'],
    ['not detected', 'alectinib', [['ALK rearrangement', 'Not detected']], 'biomarker-negative'],
    ['borderline', 'alectinib', [['ALK FISH', 'Indeterminate, borderline 14% of nuclei']], 'biomarker-open'],
    ['rearranged under a general name', 'alectinib', [['Molecular pathology', 'ALK rearranged']], 'fits'],
    ['rearrangement detected under a general name', 'entrectinib', [['NGS report', 'ROS1 rearrangement detected']], 'fits'],
    ['pan-TRK stain alone is a screen', 'larotrectinib', [['pan-TRK IHC', 'Positive']], 'biomarker-open'],
    ['solvent front beside its fusion', 'larotrectinib', [['NTRK1', 'LMNA::NTRK1 fusion'], ['NTRK1 sequencing', 'p.G595R']], 'contradicted'],
    ['G1202R beside its fusion', 'alectinib', [['ALK', 'EML4::ALK fusion'], ['ALK sequencing', 'p.G1202R']], 'contradicted'],
    ['G1202R, lorlatinib acts', 'lorlatinib', [['ALK', 'EML4::ALK fusion'], ['ALK sequencing', 'p.G1202R']], 'fits'],
    ['point mutation of RET is no fusion', 'selpercatinib', [['RET', 'M918T']], 'biomarker-open'],
  ]); // prettier-ignore
});

describe('MET, KRAS, BRAF, ERBB2, lung', () => {
  situations('Non-small cell lung cancer, adenocarcinoma', [
    ['last base of exon 14', 'capmatinib', [['MET', 'c.3082G>T']], 'fits'],
    ['donor site', 'capmatinib', [['MET', 'c.3082+1G>T']], 'fits'],
    ['skipping by RNA', 'tepotinib', [['MET exon 14 skipping', 'Detected (RNA)']], 'fits'],
    ['amplification is another finding', 'capmatinib', [['MET', 'Amplification, copy number 11.2']], 'biomarker-open'],
    ['KRAS with its coding name', 'sotorasib', [['KRAS', 'G12C (c.34G>T)']], 'fits'],
    ['KRAS G12D', 'sotorasib', [['KRAS', 'p.G12D']], 'biomarker-negative'],
    ['class 3', 'dabrafenib+trametinib', [['BRAF', 'p.D594G (class 3)']], 'biomarker-negative'],
    ['V600E', 'dabrafenib+trametinib', [['BRAF', 'V600E; VAF 22 %']], 'fits'],
    ['ERBB2 duplication', 'zongertinib', [['ERBB2', 'p.Y772_A775dup']], 'fits'],
    ['ERBB2 insertion by its older name', 'trastuzumab deruxtecan', [['HER2 (ERBB2) mutation', 'A775_G776insYVMA']], 'fits'],
    ['ERBB2 outside the kinase', 'zongertinib', [['ERBB2', 'p.S310F']], 'biomarker-negative'],
    ['PD-L1 by score, EGFR and ALK clear', 'pembrolizumab', [['PD-L1 (22C3) TPS', '60%'], ...EGFR_ALK_CLEAR], 'fits'],
    ['PD-L1 high with an EGFR mutation', 'pembrolizumab', [['PD-L1 (22C3) TPS', '60%'], ['EGFR', 'L858R']], 'better-option'],
  ]); // prettier-ignore
});

describe('colorectal cancer', () => {
  situations('Adenocarcinoma of colon, stage IV', [
    ['codon 13', 'cetuximab', [['KRAS exon 2', 'G13D']], 'contradicted'],
    ['NRAS', 'panitumumab', [['NRAS', 'Q61K']], 'contradicted'],
    ['A146T', 'panitumumab', [['KRAS', 'p.Ala146Thr']], 'contradicted'],
    ['both genes wild type in one line', 'cetuximab', [['KRAS/NRAS (exons 2, 3, 4)', 'Wild type']], 'fits'],
    ['RAS in German', 'panitumumab', [['RAS-Mutationsstatus', 'Wildtyp']], 'fits'],
    ['preliminary wild type', 'cetuximab', [one('KRAS', 'Wild type', { status: 'preliminary' })], 'biomarker-not-tested'],
    ['BRAF V600E without its partner', 'dabrafenib', [['BRAF', 'V600E detected']], 'contradicted'],
    ['BRAF V600E as the label has it', 'encorafenib+cetuximab', [['BRAF', 'V600E'], ['KRAS', 'Wild type'], ['NRAS', 'Wild type']], 'fits'],
    ['KRAS G12C as the label has it', 'sotorasib+panitumumab', [['KRAS', 'G12C']], 'fits', 'silent'],
    ['HER2 by sequencing with RAS wild type', 'tucatinib+trastuzumab', [['ERBB2', 'Amplified'], ['KRAS', 'Wild type'], ['NRAS', 'Wild type']], 'fits'],
    ['unstable by PCR', 'pembrolizumab', [['MSI (PCR)', 'MSI-H']], 'fits'],
    ['two proteins lost in one line', 'nivolumab', [['MMR IHC', 'Loss of MLH1 and PMS2; MSH2 and MSH6 retained']], 'fits'],
    ['deficient in words', 'dostarlimab', [['Mismatch repair status', 'Deficient (dMMR)']], 'fits'],
    ['stable', 'nivolumab', [['Microsatellite instability', 'MSS'], ['MMR', 'Proficient']], 'biomarker-negative'],
    ['low counts as stable', 'nivolumab', [['Microsatellite instability', 'MSI-L'], ['MMR', 'pMMR']], 'biomarker-negative'],
    ['stable, yet a protein lost: the two disagree', 'nivolumab', [['Microsatellite instability', 'MSS'], ['MMR', 'Deficient']], 'biomarker-open'],
    ['high, yet repair intact: the two disagree', 'nivolumab', [['Microsatellite instability', 'MSI-H'], ['MMR', 'Proficient']], 'biomarker-open'],
  ]); // prettier-ignore
});

describe('breast cancer', () => {
  situations('Invasive ductal carcinoma of breast', [
    ['3+ with clone and share', 'trastuzumab', [['HER2 (4B5) IHC', 'Score 3+ (positive) in 90% of cells']], 'fits'],
    ['2+ with hybridisation', 'trastuzumab', [['HER2 IHC', '2+'], ['HER2 FISH', 'Amplified, HER2/CEP17 ratio 3.1']], 'fits'],
    ['2+ without hybridisation', 'trastuzumab', [['HER2 IHC', '2+ (equivocal)']], 'biomarker-not-tested'],
    ['2+ not amplified', 'trastuzumab', [['HER2 IHC', '2+'], ['HER2 FISH', 'Not amplified (ratio 1.2)']], 'biomarker-negative'],
    ['1+ is low', 'trastuzumab deruxtecan', [['HER2 IHC', '1+']], 'fits'],
    ['2+ not amplified is low', 'trastuzumab deruxtecan', [['HER2 IHC', '2+'], ['HER2 ISH', 'Negative']], 'fits'],
    ['0 with membrane staining is ultralow', 'trastuzumab deruxtecan', [['HER2 IHC', 'Ultralow'], ['Estrogen receptor IHC', 'Positive']], 'fits'],
    ['0 is not trastuzumab', 'trastuzumab', [['HER2 IHC', '0']], 'biomarker-negative'],
    ['PIK3CA', 'alpelisib+fulvestrant', [['PIK3CA', 'H1047R'], ...HR], 'fits'],
    ['two changes of PIK3CA', 'inavolisib+palbociclib+fulvestrant', [['PIK3CA', 'E545K; N345K'], ...HR], 'fits'],
    ['PIK3CA clear', 'alpelisib+fulvestrant', [['PIK3CA', 'No mutation detected'], ...HR], 'biomarker-negative'],
    ['AKT1', 'capivasertib+fulvestrant', [['AKT1', 'E17K'], ...HR], 'fits'],
    ['PTEN lost', 'capivasertib+fulvestrant', [['PTEN', 'Homozygous deletion'], ...HR], 'fits'],
    ['ESR1 in blood', 'elacestrant', [['ESR1 ctDNA', 'Y537S (0.4%)'], ...HR], 'fits'],
    ['ESR1 not in blood', 'elacestrant', [['ESR1 mutation, plasma', 'Not detected'], ...HR], 'biomarker-open'],
    ['BRCA2 of the tumour for a germline label', 'olaparib', [assessment(['48018-6', 'BRCA2'], ['48005-3', 'p.Ser1982fs'], ['48002-0', 'Somatic'], ['53037-8', 'Pathogenic']), ...lines([['HER2 IHC', '0']])], 'biomarker-not-tested'],
    ['BRCA2 inherited', 'olaparib', [assessment(['48018-6', 'BRCA2'], ['48005-3', 'p.Ser1982fs'], ['48002-0', 'Germline'], ['53037-8', 'Pathogenic']), ...lines([['HER2 IHC', '0']])], 'fits'],
    ['ESR1 under letrozole', 'letrozole', [['ESR1', 'D538G'], ...HR], 'contradicted'],
  ]); // prettier-ignore
});

describe('ovary, prostate, pancreas', () => {
  situations('High-grade serous carcinoma of ovary', [
    ['founder change', 'olaparib', [['BRCA1 germline', 'c.5266dupC (p.Gln1756fs), pathogenic']], 'fits'],
    ['score of instability', 'olaparib+bevacizumab', [['Genomic instability score (GIS)', '58']], 'fits'],
    ['status with its score', 'olaparib+bevacizumab', [['HRD status', 'HRD positive (GIS 47, BRCA wild type)']], 'fits'],
    ['nothing found', 'olaparib', [['BRCA1/BRCA2', 'No pathogenic variant detected']], 'biomarker-negative'],
    ['folate receptor', 'mirvetuximab soravtansine', [['FOLR1 IHC', 'Positive (80% of cells 2+ or more)']], 'fits'],
  ]); // prettier-ignore
  situations('Metastatic castration-resistant prostate adenocarcinoma', [
    ['both copies lost', 'olaparib', [['BRCA2', 'Homozygous deletion']], 'fits'],
    ['splice site of ATM called pathogenic', 'olaparib', [['ATM', 'c.5763-1050A>G, pathogenic']], 'fits'],
    ['stop of CDK12', 'olaparib', [['CDK12', 'p.W719*']], 'fits'],
    ['splice variant of the androgen receptor', 'enzalutamide', [['AR-V7', 'Detected']], 'contradicted'],
    ['splice variant not there', 'enzalutamide', [['AR-V7', 'Not detected']], 'not-covered', 'silent'],
  ]); // prettier-ignore
  situations('Pancreatic ductal adenocarcinoma', [
    ['KRAS G12C has no US label here', 'sotorasib', [['KRAS', 'G12C']], 'not-covered', 'silent'],
    ['inherited', 'olaparib', [assessment(['48018-6', 'BRCA2'], ['48005-3', 'p.Ser1982fs'], ['48002-0', 'Germline'], ['53037-8', 'Pathogenic'])], 'fits'],
  ]); // prettier-ignore
});

describe('bile ducts, urothelium, stomach, thyroid, skin, brain, stromal tumours, any tumour', () => {
  situations('Intrahepatic cholangiocarcinoma', [
    ['R132C', 'ivosidenib', [['IDH1', 'R132C']], 'fits'],
    ['fusion with its partner', 'pemigatinib', [['FGFR2', 'FGFR2::BICC1']], 'fits'],
    ['in situ', 'pemigatinib', [['FGFR2 FISH', 'Rearranged']], 'fits'],
    ['HER2 3+', 'zanidatamab', [['HER2 IHC', '3+']], 'fits'],
    ['gatekeeper beside the fusion', 'pemigatinib', [['FGFR2', 'FGFR2::BICC1'], ['FGFR2 sequencing', 'p.V565F']], 'contradicted'],
  ]); // prettier-ignore
  situations('Urothelial carcinoma of bladder', [
    ['S249C', 'erdafitinib', [['FGFR3', 'S249C']], 'fits'],
    ['fusion', 'erdafitinib', [['FGFR3', 'FGFR3-TACC3 fusion']], 'fits'],
    ['wild type', 'erdafitinib', [['FGFR3', 'Wild type']], 'biomarker-negative'],
  ]);
  situations('Gastric adenocarcinoma', [
    ['HER2 3+', 'trastuzumab', [['HER2 IHC', '3+']], 'fits'],
    ['claudin', 'zolbetuximab', [['CLDN18.2 IHC', 'Positive (90%)'], ['HER2 IHC', '0']], 'fits'],
  ]); // prettier-ignore
  situations('Anaplastic thyroid carcinoma', [['V600E', 'dabrafenib+trametinib', [['BRAF', 'V600E (IHC VE1 positive)']], 'fits']]);
  situations('Medullary thyroid carcinoma', [['M918T', 'selpercatinib', [['RET', 'c.2753T>C (p.Met918Thr)']], 'fits']]);
  situations('Malignant melanoma of skin', [
    ['V600K', 'dabrafenib+trametinib', [['BRAF', 'V600K']], 'fits'],
    ['V600E by two bases', 'dabrafenib+trametinib', [['BRAF', 'c.1799_1800delinsAA']], 'fits'],
    ['K601E', 'vemurafenib', [['BRAF', 'K601E']], 'biomarker-negative'],
    ['codon by PCR', 'encorafenib+binimetinib', [['BRAF V600 mutation (PCR)', 'Detected']], 'biomarker-open'],
  ]); // prettier-ignore
  situations('Gastrointestinal stromal tumor', [
    ['D842V', 'imatinib', [['PDGFRA', 'D842V']], 'contradicted'],
    ['D842V, avapritinib', 'avapritinib', [['PDGFRA exon 18', 'D842V']], 'fits'],
  ]); // prettier-ignore
  situations('Astrocytoma, grade 2', [['stain of the change', 'vorasidenib', [['IDH1 R132H IHC', 'Positive']], 'fits']]);
  situations('Leiomyosarcoma', [
    ['burden with its unit', 'pembrolizumab', [['Tumor mutational burden', '12 mut/Mb']], 'fits'],
    ['burden in words', 'pembrolizumab', [['Tumor Mutational Burden', 'High (17 mutations/megabase)']], 'fits'],
    ['fusion in any tumour', 'larotrectinib', [['NTRK3', 'ETV6::NTRK3']], 'fits'],
    ['HER2 3+ in any tumour', 'trastuzumab deruxtecan', [['HER2 IHC', '3+']], 'fits'],
  ]); // prettier-ignore
});

describe('blood cancers', () => {
  situations('Acute myeloid leukemia', [
    ['duplication with its ratio', 'gilteritinib', [['FLT3-ITD', 'Positive, allelic ratio 0.7']], 'fits'],
    ['kinase domain', 'midostaurin', [['FLT3', 'D835Y']], 'fits'],
    ['both negative', 'gilteritinib', [['FLT3-ITD', 'Negative'], ['FLT3-TKD (D835/I836)', 'Negative']], 'biomarker-negative'],
    ['IDH1', 'ivosidenib', [['IDH1', 'R132H']], 'fits'],
    ['IDH2', 'enasidenib', [['IDH2', 'R140Q']], 'fits'],
    ['IDH1 is not IDH2', 'enasidenib', [['IDH1', 'R132H']], 'biomarker-not-tested'],
    ['KMT2A by its karyotype', 'revumenib', [['Karyotype', '46,XX,t(9;11)(p22;q23)[20]']], 'fits'],
    ['NPM1 type A', 'revumenib', [['NPM1', 'Type A mutation (W288fs)']], 'fits'],
  ]); // prettier-ignore
  situations('Chronic myeloid leukemia', [
    ['T315I', 'dasatinib', [['ABL1 kinase domain mutation', 'T315I']], 'contradicted'],
    ['T315I, ponatinib', 'ponatinib', [['ABL1 kinase domain mutation', 'T315I']], 'fits'],
    ['F317L, nilotinib', 'nilotinib', [['BCR-ABL1 transcript', 'Detected'], ['ABL1 kinase domain mutation', 'F317L']], 'fits'],
    ['no mutation', 'dasatinib', [['ABL1 kinase domain mutation', 'Not detected'], ['BCR-ABL1 transcript', '3.2 % IS']], 'fits'],
  ]); // prettier-ignore
  situations('Chronic lymphocytic leukemia', [
    ['C481S', 'ibrutinib', [['BTK', 'C481S']], 'contradicted'],
    ['C481S, pirtobrutinib: nothing is known of it here', 'pirtobrutinib', [['BTK', 'C481S']], undefined, 'silent'],
    ['short arm of 17 lost', 'ibrutinib', [['FISH del(17p)', 'Positive in 40% of nuclei']], 'fits'],
  ]); // prettier-ignore
  situations('Systemic mastocytosis', [['D816V', 'avapritinib', [['KIT', 'D816V']], 'not-covered', 'silent']]);
});

describe('diagnoses as they are coded and written, EGFR L858R, osimertinib', () => {
  const coded = (system: string, code: string, text?: string): Resource => ({
    ...condition(text ?? ''),
    code: { coding: [{ system, code }], ...(text === undefined ? {} : { text }) },
  });
  it.each<[string, readonly Resource[]]>([
    ['ICD-10-CM', [coded('http://hl7.org/fhir/sid/icd-10-cm', 'C34.91')]],
    ['ICD-10 of the WHO', [coded('http://hl7.org/fhir/sid/icd-10', 'C34.1')]],
    ['ICD-10-GM', [coded('http://fhir.de/CodeSystem/bfarm/icd-10-gm', 'C34.1')]],
    ['SNOMED CT non-small cell', [coded('http://snomed.info/sct', '254637007')]],
    ['SNOMED CT adenocarcinoma of lung', [coded('http://snomed.info/sct', '254626006')]],
    ['ICD-O-3 morphology with the place', [{ ...coded('http://terminology.hl7.org/CodeSystem/icd-o-3', '8140/3'), bodySite: [{ text: 'Lung' }] }]],
    ['German', [condition('Adenokarzinom der Lunge, Stadium IV')]],
    ['French', [condition('Adénocarcinome bronchique métastatique')]],
    ['Spanish', [condition('Adenocarcinoma de pulmón')]],
    ['Italian', [condition('Adenocarcinoma polmonare')]],
    ['Japanese', [condition('肺腺癌')]],
    ['abbreviated', [condition('Stage IV NSCLC (adeno)')]],
    ['beside an earlier breast cancer that is over', [condition('Lung adenocarcinoma'), { ...condition('Breast cancer', undefined, 'old'), clinicalStatus: { coding: [{ code: 'resolved' }] } }]],
    ['beside an active melanoma', [condition('Malignant melanoma', undefined, 'mel'), condition('Lung adenocarcinoma')]],
  ])('%s', (_, conditions) => {
    const { fit, summaries } = board(conditions, lines([['EGFR', 'L858R']]), 'osimertinib');
    expect([fit?.verdict, summaries]).toEqual(['fits', []]);
  }); // prettier-ignore
});

describe('one change, two results, two days', () => {
  const egfr = (day: string, value: string, more: Resource = {}): Resource =>
    observation(`egfr-${day}`, { code: { text: 'EGFR mutation analysis' }, valueString: value, effectiveDateTime: day, ...more });
  const plasma = { specimen: { display: 'Plasma' } };
  it.each<[string, readonly Resource[], string[]]>([
    ['found, later not', [egfr('2026-03-01', 'L858R detected'), egfr('2026-09-01', 'Not detected')], ['EGFR L858R found 1 Mar 2026, not found 1 Sep 2026: look at both reports before osimertinib']],
    ['found, later not in plasma', [egfr('2026-03-01', 'L858R detected'), egfr('2026-09-01', 'Not detected', plasma)], []],
    ['not found, later found', [egfr('2026-03-01', 'Not detected'), egfr('2026-09-01', 'L858R detected')], []],
    ['found in plasma, not in tissue', [egfr('2026-03-01', 'L858R detected', plasma), egfr('2026-09-01', 'Not detected', { specimen: { display: 'FFPE tumour block' } })], ['EGFR L858R found in blood 1 Mar 2026, not found in tissue 1 Sep 2026: look at both reports before osimertinib']],
    ['found, later failed', [egfr('2026-03-01', 'L858R detected'), egfr('2026-09-01', 'Insufficient DNA')], []],
    ['found, later not, but that one is preliminary', [egfr('2026-03-01', 'L858R detected'), egfr('2026-09-01', 'Not detected', { status: 'preliminary' })], []],
  ])('%s', (_, results, said) => {
    expect(board('Lung adenocarcinoma', results, 'osimertinib').summaries).toEqual(said);
  }); // prettier-ignore
});

describe('on opening the chart after treatment', () => {
  it.each<[string, string, readonly Line[], string, RegExp, RegExp]>([
    ['osimertinib over', 'Lung adenocarcinoma', [['EGFR', 'L858R']], 'osimertinib', /amivantamab/i, /erlotinib|gefitinib|afatinib|dacomitinib/i],
    ['alectinib over', 'Lung adenocarcinoma', [['ALK', 'EML4::ALK fusion']], 'alectinib', /lorlatinib/i, /crizotinib|alectinib|ensartinib/i],
    ['dabrafenib over', 'Malignant melanoma', [['BRAF', 'V600E']], 'dabrafenib', /encorafenib/i, /dabrafenib alone|^dabrafenib\.$/i],
  ])('%s', (_, tumour, results, drug, some, never) => {
    const { opening } = board(tumour, [...lines(results), given(drug)]);
    const words = `${opening?.summary ?? ''}\n${opening?.detail ?? ''}`;
    expect(words).toMatch(some);
    expect(words).not.toMatch(never);
  }); // prettier-ignore
});
