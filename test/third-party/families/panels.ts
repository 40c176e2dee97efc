/** Reports of large panels and of plasma: their words for equivocal copies, clear genes, uncertain variants, blood cells, and results of several days. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import {
  AML, BREAST, COLON, found, GERMLINE, has, loinc, LUNG, OVARY, percent, result, tumour, type Resource,
} from '../shapes.ts'; // prettier-ignore

const PROSTATE = 'Prostate adenocarcinoma';
const PLASMA: Resource = { specimen: { display: 'Plasma' } };
const on = (day: string): Resource => ({ effectiveDateTime: day });
const noted = (one: Resource, text: string): Resource => ({ ...one, note: [{ text }] });
type Row = readonly [
  name: string,
  tumour: string,
  results: readonly Resource[],
  orders: Readonly<Record<string, Outcome>>,
  more?: Partial<ThirdPartyCase>,
];
const cases = (rows: readonly Row[]): ThirdPartyCase[] =>
  rows.map(([name, at, results, orders, more]) => ({ name, chart: [tumour(at), ...results], orders, ...more }));

const WORDS: readonly Row[] = [
  ['an equivocal amplification is open', BREAST, [result('ERBB2', 'amplification - equivocal')], { trastuzumab: 'open: indeterminate' }],
  ['the same of MET', LUNG, [result('MET', 'amplification (equivocal)')], { capmatinib: 'open' }],
  ['MS-Stable', COLON, [result('Microsatellite status', 'MS-Stable')], { pembrolizumab: 'open: stable' }, { finds: ['MSI MS-Stable stable'] }],
  ['MSI-High', COLON, [result('Microsatellite status', 'MSI-High')], { pembrolizumab: 'fits' }],
  ['Cannot Be Determined', COLON, [result('Microsatellite status', 'Cannot Be Determined')], { pembrolizumab: 'open/untested: Cannot Be Determined' }],
  ['14 Muts/Mb', BREAST, [result('Tumor Mutational Burden', '14 Muts/Mb')], { pembrolizumab: 'fits' }],
  ['14 Muts/Mb in blood is another measure', BREAST, [result('Blood Tumor Mutational Burden', '14 Muts/Mb')], { pembrolizumab: 'silent/open/untested' }],
  ['splice site without its letter', LUNG, [result('MET', 'splice site 3028+1G>A')], { capmatinib: 'fits' }],
  ['a fusion with its variant', LUNG, [result('ALK', 'EML4-ALK fusion (Variant 1)')], { alectinib: 'fits' }],
  ['a fusion with its exon', LUNG, [result('ROS1', 'CD74-ROS1 fusion, rearrangement exon 34')], { crizotinib: 'fits' }],
  ['loss, one copy or two not said', OVARY, [result('BRCA1', 'Not detected'), result('BRCA2', 'loss')], { olaparib: 'open: BRCA2 loss' }],
  ['homozygous loss', OVARY, [result('BRCA1', 'Not detected'), result('BRCA2', 'homozygous loss')], { olaparib: 'fits' }],
  ['genes without reportable alterations are no wild type here', LUNG, [result('Disease relevant genes with no reportable alterations', 'EGFR, ALK, BRAF, ROS1')], { osimertinib: 'open: EGFR & !No EGFR' }],
  ['uncertain in words', OVARY, [result('BRCA2', 'A2951T - Variant of unknown significance')], { olaparib: 'open/untested: A2951T' }],
  ['uncertain by its code', LUNG, [found('EGFR', 'p.Arg521Lys', has('53037-8', loinc('LA26333-7', 'Uncertain significance')))], { osimertinib: 'open: no basis' }],
]; // prettier-ignore
export const panelWords: Family = {
  source: 'Panels of tumour tissue in discrete rows: words of FoundationOne CDx reports',
  cases: cases(WORDS),
};

const ROWS_OF_GENES: readonly Row[] = [
  ['a gene and its method: nothing found', LUNG, [result('EGFR Seq DNA-Tumor', 'Mutation Not Detected')], { osimertinib: 'absent' }],
  ['a gene and its method: no fusion', LUNG, [result('ALK Seq RNA-Tumor', 'Fusion Not Detected')], { alectinib: 'absent' }],
  ['no mutation of ALK is no word on its fusion', LUNG, [result('ALK Seq DNA-Tumor', 'Mutation Not Detected')], { alectinib: 'open/untested: !tested, not found' }],
  ['class, exon and change in one line', LUNG, [result('KRAS Seq DNA-Tumor', 'Pathogenic Variant Exon 2 | p.G12C')], { sotorasib: 'fits' }],
  ['uncertain, with its exon', LUNG, [result('EGFR Seq DNA-Tumor', 'Variant of Uncertain Significance Exon 18 | p.S720F')], { osimertinib: 'open: S720F' }],
  ['stain and share', BREAST, [result('HER2/Neu (ERBB2) IHC', 'Negative | 1+, 100%')], { trastuzumab: 'absent' }],
  ['a test of two genes is no fusion of them', COLON, [result('Idylla NRAS-BRAF Mutation Test', 'No mutation detected'), result('KRAS', 'wild type')], { cetuximab: 'fits' }, { finds: ['!fusion'] }],
  ['a class of changes of one codon', COLON, [result('Idylla KRAS', 'Mutation detected: G12D')], { cetuximab: 'against' }],
  ['exon 19 deletion with a further one', LUNG, [result('cobas EGFR Mutation Test v2', 'Mutation Detected: Ex19Del, T790M; SQI 12.4')], { osimertinib: 'fits' }],
  ['V600 of a kit that does not tell E from K', 'Melanoma', [result('cobas 4800 BRAF V600 Mutation Test', 'Mutation Detected')], { vemurafenib: 'open' }],
  ['fusion by its isoform', LUNG, [result('Oncomine Focus Assay', 'EML4-ALK.E13A20')], { alectinib: 'fits' }],
  ['fusion by its isoform under a general name', LUNG, [result('Gene fusion', 'KIF5B-RET.K15R12')], { selpercatinib: 'fits' }],
  ['MSIsensor as a number', COLON, [result('MSIsensor score', '32.1')], { pembrolizumab: 'open/untested: 32.1 & !No MSI' }],
  ['shares of single products', LUNG, [result('TSO500 TMB', '12.6 mut/Mb')], { pembrolizumab: 'fits' }],
  ['a stain of the companion clone', LUNG, [result('ALK (D5F3) IHC', 'Negative')], { alectinib: 'absent' }],
]; // prettier-ignore
export const productRows: Family = {
  source: 'Rows of single products: Caris MI Profile, Idylla, cobas, Oncomine, TSO500, MSIsensor',
  cases: cases(ROWS_OF_GENES),
};

const BLOOD: readonly Row[] = [
  ['found in tissue, not in plasma', LUNG, [found('EGFR', 'p.Leu858Arg'), result('EGFR L858R', 'Not detected', { ...PLASMA, ...on('2026-09-01') })], { osimertinib: 'fits' }],
  ['not found in plasma alone', LUNG, [result('Guardant360 EGFR', 'Not detected', PLASMA)], { osimertinib: 'open: not found in blood' }],
  ['below the limit of detection', LUNG, [result('EGFR L858R', 'Detected, 0.01% (LOD 0.1%)')], { osimertinib: 'open' }],
  ['a share of nought', LUNG, [found('EGFR', 'p.Leu858Arg', has('81258-6', percent(0)))], { osimertinib: 'open' }],
  ['a small share is a finding', LUNG, [found('EGFR', 'p.Leu858Arg', has('81258-6', percent(0.02)))], { osimertinib: 'fits' }],
  ['plasma after tissue: what arose speaks against the drug', COLON, [result('KRAS', 'wild type', on('2025-01-01')), result('NRAS', 'wild type'), result('KRAS', 'G12D', { ...PLASMA, ...on('2026-08-01') })], { cetuximab: 'against: KRAS G12D' }],
  ['older without, newer with', LUNG, [result('EGFR', 'Not detected', on('2025-01-01')), result('EGFR', 'L858R', on('2026-08-01'))], { osimertinib: 'fits' }],
  ['a change of blood cells by its note', PROSTATE, [noted(found('BRCA2', 'p.Arg2520Ter'), 'Likely clonal hematopoiesis (CHIP)')], { olaparib: 'open/untested/info' }],
  ['the same in a row of comments', PROSTATE, [found('BRCA2', 'p.Arg2520Ter', has('Comment', 'May be derived from clonal hematopoiesis'))], { olaparib: 'open/untested/info' }],
  ['blood cells denied', PROSTATE, [noted(found('BRCA2', 'p.Arg2520Ter'), 'Not consistent with clonal hematopoiesis.')], { olaparib: 'fits' }],
  ['found in tissue as well', PROSTATE, [noted(found('BRCA2', 'p.Arg2520Ter'), 'Possible CHIP'), found('BRCA2', 'p.Arg2520Ter')], { olaparib: 'fits' }],
  ['in a leukaemia the blood cells are the tumour', AML, [noted(found('IDH1', 'p.Arg132His'), 'Clonal hematopoiesis')], { ivosidenib: 'fits' }],
]; // prettier-ignore
export const plasma: Family = {
  source: 'Plasma beside tissue, limits of detection and clonal haematopoiesis (JAMA Oncology, fullarticle 2772786)',
  cases: cases(BLOOD),
};

const INHERITED: readonly Row[] = [
  ['an inherited change in a report of the tumour', OVARY, [found('BRCA1', 'p.Glu23fs', has('48002-0', GERMLINE))], { olaparib: 'fits' }],
  ['BRCA2 K3326*, a polymorphism', OVARY, [found('BRCA2', 'p.Lys3326Ter')], { olaparib: 'open/untested' }],
  ['BRCA2 N372H', OVARY, [found('BRCA2', 'p.Asn372His')], { olaparib: 'open/untested' }],
  ['EGFR R521K', LUNG, [found('EGFR', 'p.Arg521Lys')], { osimertinib: 'open: no basis' }],
  ['FGFR3 F384L', 'Urothelial carcinoma of bladder', [found('FGFR3', 'p.Phe384Leu')], { erdafitinib: 'open: no basis' }],
]; // prettier-ignore
export const inheritedBeside: Family = { source: 'Polymorphisms and inherited changes in tumour-only sequencing', cases: cases(INHERITED) };
