/** Results as people and demo charts write them: names in any case, answers in one line, numbers in other units. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import {
  AML,
  coded,
  COLON,
  has,
  HGVS,
  loinc,
  LUNG,
  MELANOMA,
  OVARY,
  result,
  tumour,
  type Code,
  type Resource,
  type Value,
} from '../shapes.ts';

type Orders = Readonly<Record<string, Outcome>>;
type Row = readonly [tumour: string | null, name: Code, answer: Value, orders: Orders, more?: Partial<ThirdPartyCase>];
const BREAST = 'Breast cancer';
const GASTRIC = 'Gastric adenocarcinoma';
const CML = 'Chronic myeloid leukemia';

const ANY_CASE: readonly Row[] = [
  [LUNG, 'egfr mutation', 'L858R', { osimertinib: 'fits' }],
  [LUNG, 'Egfr Mutation Status', 'Positive - L858R', { osimertinib: 'fits' }],
  [LUNG, 'egfr gene mutation', 'Exon 19 deletion', { osimertinib: 'fits' }],
  [LUNG, 'eGFR mutation', 'Exon 19 deletion', { osimertinib: 'fits' }],
  [LUNG, 'eGFR', { value: 38, unit: 'mL/min/1.73m2' }, { osimertinib: 'untested: EGFR' }],
  [LUNG, 'EGFR', { value: 95, unit: 'mL/min/1.73m2' }, { osimertinib: 'untested: EGFR' }],
  [LUNG, 'eGFR', 'Normal', { osimertinib: 'untested/open: !tested, not found' }],
  [LUNG, 'EGFR', 'Positive', { osimertinib: 'open: !No EGFR' }],
  [LUNG, 'Kras mutation', 'G12C', { sotorasib: 'fits' }],
  [COLON, 'kras', 'G12D', { cetuximab: 'against: KRAS G12D' }],
  [COLON, 'K-ras', 'G12D', { cetuximab: 'against' }],
  [COLON, 'KRAS-Status', 'mutiert (p.G12D)', { cetuximab: 'against' }],
  [MELANOMA, 'Braf v600e', 'detected', { vemurafenib: 'fits' }],
  [MELANOMA, 'B-RAF', 'V600E', { vemurafenib: 'fits' }],
  [BREAST, 'her2', 'positive', { trastuzumab: 'fits' }],
  [BREAST, 'Her-2/neu', '3+', { trastuzumab: 'fits' }],
  [BREAST, 'HER 2', '3+', { trastuzumab: 'fits' }],
  [LUNG, 'Alk fusion', 'positive', { alectinib: 'fits' }],
  [LUNG, 'Ros1', 'Positive', { crizotinib: 'fits/open: !No ROS1' }],
  [OVARY, 'Brca1', 'pathogenic variant', { olaparib: 'fits' }],
  [LUNG, 'Pd-l1', '80%', {}, { finds: ['PD-L1 80'] }],
  [BREAST, 'Receptor status', 'Triple negative', { fulvestrant: 'absent/open/warning', trastuzumab: 'absent/open/warning' }],
  [BREAST, 'Breast biomarkers', 'TNBC', { trastuzumab: 'absent/open/warning' }],
  [BREAST, 'Molecular subtype', 'HER2-enriched', { trastuzumab: 'untested/open' }],
  [null, 'cyp2c19', '*2/*2', { clopidogrel: 'warning: CYP2C19' }],
  [null, 'CYP 2C19', '*2/*2', { clopidogrel: 'warning: CYP2C19' }],
  [null, 'CYP-2C19', 'Poor metabolizer', { clopidogrel: 'warning: CYP2C19' }],
  [null, '2C19 genotype', '*2/*2', { clopidogrel: 'warning: CYP2C19' }],
  [null, 'HLA B5701', 'POSITIVE', { abacavir: 'critical: HLA-B*57:01' }],
  [null, 'Hla-b*57:01', 'positive', { abacavir: 'critical: HLA-B*57:01' }],
  [null, 'dpyd', '*1/*2A', { fluorouracil: 'warning/critical: DPYD' }],
  [null, 'Tpmt', '*3A/*3A', { azathioprine: 'warning/critical: TPMT' }],
  [null, 'slco1b1', '*5/*5', { simvastatin: 'warning: SLCO1B1' }],
  [null, 'g6pd', 'deficient', { rasburicase: 'critical: G6PD' }],
  [null, 'Factor V Leiden', 'heterozygous', { clopidogrel: 'silent/info' }],
]; // prettier-ignore

const t = (name: string, answer: string): Resource => has(name, answer);
const parts = (...components: readonly Resource[]): Partial<ThirdPartyCase> & { readonly component: readonly Resource[] } => ({
  component: components,
});
const ONE_LINE: readonly (readonly [tumour: string | null, name: Code, answer: Value, orders: Orders, component?: { readonly component: readonly Resource[] }, open?: string])[] = [
  [LUNG, 'EGFR T790M mutation', null, { osimertinib: 'fits/open: !No EGFR' }, parts(t('gene', 'EGFR'), t('variant', 'T790M'))],
  [LUNG, '69548-6', coded(HGVS, 'EGFR L858R'), { osimertinib: 'fits' }, parts(t('Gene', 'EGFR'), t('Consequence', 'missense_variant'))],
  [LUNG, '69548-6', 'EGFR p.L858R (exon 21) - Pathogenic, VAF 32%', { osimertinib: 'fits' }],
  [LUNG, 'Genomic variant', 'KRAS G12C', { sotorasib: 'fits/open: !No KRAS' }],
  [LUNG, 'NGS panel', 'EGFR: exon 19 deletion; ALK: negative; ROS1: negative; PD-L1 TPS 10%', { osimertinib: 'fits/open: !No EGFR', alectinib: 'absent/open: !No ALK' }],
  [LUNG, 'Molecular testing results', 'EGFR exon 19 deletion positive. ALK/ROS1 negative.', { osimertinib: 'fits/open: !No EGFR' }],
  [LUNG, 'Biomarkers', null, { osimertinib: 'fits', alectinib: 'absent' }, parts(t('EGFR', 'Positive (L858R)'), t('ALK', 'Negative'), t('PD-L1', '80%'))],
  [null, 'CYP2C19 Genotype', '*2/*2 - Poor Metabolizer', { clopidogrel: 'warning: CYP2C19' }],
  [null, 'Pharmacogenomics panel', 'CYP2C19: *2/*2 (Poor Metabolizer); CYP2D6: *1/*1 (Normal Metabolizer)', { clopidogrel: 'warning: CYP2C19', codeine: 'silent/info' }],
  [null, 'Pharmacogenomics panel', null, { clopidogrel: 'warning: CYP2C19', codeine: 'warning/critical: CYP2D6' }, parts(t('CYP2C19', '*2/*2'), t('CYP2D6', '*4/*4'))],
  [null, 'CYP2C19 metabolizer status', 'PM', { clopidogrel: 'warning: CYP2C19' }],
  [null, 'DPYD', 'c.1905+1G>A heterozygous (intermediate metabolizer, activity score 1)', { fluorouracil: 'warning/critical: DPYD' }],
  [OVARY, 'Germline testing', 'BRCA1 c.68_69delAG (p.Glu23fs), pathogenic', { olaparib: 'fits/open: !No BRCA1' }],
  [OVARY, 'BRCA1/2', 'Negative', { olaparib: 'absent' }],
  [COLON, 'RAS/RAF', 'Wild type', { cetuximab: 'fits' }],
  [BREAST, 'HER2', 'IHC 2+, FISH negative', { trastuzumab: 'absent' }],
  [BREAST, 'ER/PR/HER2', 'ER+ (95%), PR+ (80%), HER2 negative (1+)', { fulvestrant: 'fits', trastuzumab: 'absent' }],
  [AML, 'FLT3-ITD', 'Detected, allelic ratio 0.6', { quizartinib: 'fits' }],
  [CML, 'BCR-ABL1 p210', '0.05% IS', { imatinib: 'fits/silent' }],
]; // prettier-ignore

const NO_DRIVER = [result('EGFR mutation', 'Not detected'), result('ALK fusion', 'Not detected'), result('ROS1 fusion', 'Not detected')];
const NUMBERS: readonly Row[] = [
  [LUNG, 'PD-L1', { value: 85, unit: 'TPM' }, { cemiplimab: 'told/fits' }, { opening: ['!PD-L1'] }],
  [LUNG, 'PD-L1', { value: 85, unit: 'pg/mL' }, {}, { opening: ['!PD-L1'] }],
  [LUNG, 'PD-L1 H-score', { value: 120, unit: '{score}' }, {}, { opening: ['!PD-L1 TPS'] }],
  [LUNG, 'PD-L1 TPS', 85, {}, { opening: ['PD-L1 TPS 85'] }],
  [LUNG, 'PD-L1', { value: 0, unit: '%' }, { cemiplimab: 'info: not found' }],
  [BREAST, 'HER2 extracellular domain', { value: 25, unit: 'ng/mL' }, { trastuzumab: 'open/untested' }],
  [BREAST, 'HER2', 3, { trastuzumab: 'open' }],
  [BREAST, 'HER2 expression', { value: 500, unit: 'TPM' }, { trastuzumab: 'open/untested' }],
  // A ratio of 2.0 or more is positive with four copies or more a cell, and has to be worked up with fewer (ASCO/CAP 2018, groups 1 and 2).
  [BREAST, 'HER2/CEP17 ratio', { value: 2.4, unit: '{ratio}' }, { trastuzumab: 'fits/open: !No HER2' }],
  [BREAST, 'Estrogen receptor', { value: 50, unit: 'fmol/mg' }, { fulvestrant: 'silent/open/untested' }],
  [BREAST, 'ER', { value: 2, unit: '{score}' }, { fulvestrant: 'silent/open/untested/absent' }],
  [BREAST, 'Estradiol', { value: 85, unit: 'pg/mL' }, { fulvestrant: 'silent/untested' }, { finds: ['!ER'] }],
  [COLON, 'Tumor mutational burden', { value: 250, unit: '{mutations}' }, { pembrolizumab: 'untested/open' }],
  [COLON, 'TMB percentile', { value: 95, unit: '%' }, { pembrolizumab: 'untested/open' }],
  [COLON, 'TMB', { value: 14, unit: '%' }, { pembrolizumab: 'untested/open' }],
  [COLON, 'MSI score', 0.45, { pembrolizumab: 'open: MSI' }],
  [GASTRIC, 'CPS', 15, { pembrolizumab: 'open/untested: !No HER2 or PD-L1' }, { open: 'a bare "CPS" is not PD-L1 here' }],
  [GASTRIC, 'Claudin 18.2', { value: 80, unit: '%' }, { zolbetuximab: 'open/fits: !No CLDN18' }],
  [OVARY, 'Folate receptor alpha', { value: 80, unit: '%' }, { 'mirvetuximab soravtansine': 'open/fits: !No FOLR1' }],
  [CML, 'BCR-ABL1', { value: 12, unit: '%' }, { imatinib: 'fits' }],
  [AML, 'FLT3-ITD allelic ratio', 0.6, { quizartinib: 'fits' }],
  [AML, 'FLT3-ITD', 0, { quizartinib: 'absent' }],
  [LUNG, 'EGFR T790M', { value: 0, unit: 'copies/mL' }, { osimertinib: 'open/absent' }, { finds: ['!T790M present'] }],
  [LUNG, 'EGFR T790M', { value: 120, unit: 'copies/mL' }, { osimertinib: 'fits' }],
  // Where the line between normal and amplified, or rearranged, lies is the laboratory's: such a number is told.
  [BREAST, loinc('31150-6', 'ERBB2 gene duplication [Presence] in Tissue by FISH'), { value: 1.2, unit: '{ratio}' }, { trastuzumab: 'open: HER2' }, { finds: ['!amplification present'] }],
  [BREAST, loinc('31150-6', 'ERBB2 gene duplication [Presence] in Tissue by FISH'), 2, { trastuzumab: 'open: HER2' }, { finds: ['!amplification present'] }],
  [LUNG, 'ALK rearrangement', { value: 12, unit: '%' }, { alectinib: 'open: ALK' }, { finds: ['!ALK fusion present'] }],
  [LUNG, 'ROS1 FISH', { value: 12, unit: '%' }, { entrectinib: 'open: ROS1' }, { finds: ['!ROS1 fusion present'] }],
  [LUNG, 'ALK rearrangement', { value: 62, unit: '%' }, { alectinib: 'fits' }],
  [LUNG, 'ALK rearrangement', { value: 0, unit: '%' }, { alectinib: 'absent' }],
  [LUNG, 'EML4-ALK fusion transcript', { value: 12, unit: '%' }, { alectinib: 'fits' }],
  [LUNG, 'MET amplification', 2.1, {}, { finds: ['!MET amplification present'] }],
  [LUNG, loinc('94076-7', 'Mutations/Megabase'), 14, {}, { finds: ['TMB 14'] }],
]; // prettier-ignore

const label = (name: Code, answer: Value): string =>
  `${typeof name === 'string' ? name : (name.coding?.[0]?.code ?? '')} = ${typeof answer === 'string' ? answer : JSON.stringify(answer)}`;
const cases = (rows: readonly Row[], beside: readonly Resource[] = []): ThirdPartyCase[] =>
  rows.map(([at, name, answer, orders, more]) => ({
    name: `${label(name, answer)}${at === null ? '' : ` (${at})`}`,
    chart: [...(at === null ? [] : [tumour(at)]), ...(at === LUNG ? beside : []), result(name, answer)],
    ...(Object.keys(orders).length === 0 ? {} : { orders }),
    ...more,
  }));

export const namesInAnyCase: Family = {
  source: 'Demo charts: names of genes and markers in small, mixed and spaced writing',
  cases: cases(ANY_CASE),
};
export const inOneLine: Family = {
  source: 'Demo charts: several findings, or gene, change and class, in one text',
  cases: ONE_LINE.map(([at, name, answer, orders, component, open]) => ({
    name: `${label(name, answer)}${component === undefined ? '' : ' in components'}`,
    chart: [...(at === null ? [] : [tumour(at)]), result(name, answer, component)],
    orders,
    ...(open === undefined ? {} : { open }),
  })),
};
const isPdL1 = ([, name]: Row): boolean => typeof name === 'string' && name.startsWith('PD-L1');
export const numbers: Family = {
  source: 'Numbers of markers in the units of assays, expression pipelines and serum tests',
  cases: [...cases(NUMBERS.filter(isPdL1), NO_DRIVER), ...cases(NUMBERS.filter((row) => !isPdL1(row)))],
};
