/** Changes as knowledge bases and annotation tools name them: ranges, old notations, words, positions alone, several residues in one. */
import type { Family, Outcome } from '../judge.ts';
import { AML, COLON, GIST, has, LUNG, MELANOMA, OVARY, tumour, variantOf, words } from '../shapes.ts';

const OVARIAN = OVARY;
const BREAST = 'Breast cancer';
const BILE_DUCT = 'Intrahepatic cholangiocarcinoma';
const BLADDER = 'Urothelial carcinoma of bladder';
const ASTROCYTOMA = 'Pilocytic astrocytoma';
const PROSTATE = 'Prostate adenocarcinoma';
const MEDULLARY = 'Medullary thyroid carcinoma';

type Row = readonly [gene: string, change: string, tumour: string, orders: Readonly<Record<string, Outcome>>, open?: string];
// A finding of another kind (a fusion, more copies) does not show that the kind asked for was looked for: open.
const ROWS: readonly Row[] = [
  ['PDGFRA', 'D842V', GIST, { avapritinib: 'fits', imatinib: 'against: D842V' }],
  ['PDGFRA', 'D842_I843delinsIM', GIST, { avapritinib: 'fits' }],
  ['PDGFRA', 'I843_D846del', GIST, { avapritinib: 'fits' }],
  ['PDGFRA', 'V561D', GIST, { avapritinib: 'absent' }],
  ['PDGFRA', '814_852mis', GIST, { avapritinib: 'open' }],
  ['EGFR', 'A763_Y764insFQEA', LUNG, { amivantamab: 'fits', osimertinib: 'absent/open' }],
  ['EGFR', 'Y764_D770dup', LUNG, { amivantamab: 'fits', sunvozertinib: 'fits' }],
  ['EGFR', 'N771delinsSTH', LUNG, { amivantamab: 'fits' }],
  ['EGFR', 'H773_V774delinsLM', LUNG, { amivantamab: 'absent' }],
  ['EGFR', 'vIII', 'Glioblastoma', { osimertinib: 'silent' }],
  ['EGFR', 'KDD', LUNG, { osimertinib: 'open' }],
  ['EGFR', 'I744_K745insKIPVAI', LUNG, { osimertinib: 'open', amivantamab: 'open/absent' }],
  ['EGFR', 'E746_A750delinsIP', LUNG, { osimertinib: 'fits' }],
  ['EGFR', 'L747_P753>S', LUNG, { osimertinib: 'fits' }],
  ['EGFR', '746_750del', LUNG, { osimertinib: 'fits/open' }],
  ['EGFR', 'L747Rfs*13', LUNG, { osimertinib: 'open/absent' }],
  ['EGFR', 'Exon 19 del/ins', LUNG, { osimertinib: 'fits/open' }],
  ['EGFR', 'L858', LUNG, { osimertinib: 'open: !No EGFR' }],
  ['EGFR', 'M1?', LUNG, { osimertinib: 'open/absent' }],
  ['EGFR', 'V600000000000000000000E', LUNG, { osimertinib: 'open' }],
  ['EGFR', 'p.Leu858_Ala859delinsArgSer', LUNG, { osimertinib: 'fits/open' }],
  ['EGFR', 'p.Glu762_Leu763ins?', LUNG, { amivantamab: 'open' }],
  ['EGFR', 'K745_E746del', LUNG, { osimertinib: 'fits' }],
  ['BRAF', 'VK600EI', MELANOMA, { vemurafenib: 'fits/open' }],
  ['BRAF', 'V600_K601delinsE', MELANOMA, { dabrafenib: 'open' }],
  ['BRAF', 'V599_V600delinsKE', MELANOMA, { dabrafenib: 'open' }],
  ['BRAF', 'V600M', MELANOMA, { dabrafenib: 'absent', trametinib: 'absent' }],
  ['BRAF', 'T599dup', MELANOMA, { dabrafenib: 'absent' }],
  ['BRAF', 'V600', MELANOMA, { dabrafenib: 'open: !No BRAF' }],
  ['BRAF', 'V600 {excluding V600E; V600K}', MELANOMA, { dabrafenib: 'open/absent', vemurafenib: 'open/absent' }],
  ['BRAF', 'KIAA1549-BRAF Fusion', ASTROCYTOMA, { tovorafenib: 'fits', dabrafenib: 'open' }],
  ['KRAS', 'G12', COLON, { cetuximab: 'against' }],
  ['KRAS', 'GG12RC', COLON, { cetuximab: 'against/open', sotorasib: 'open/absent' }],
  ['KRAS', 'A11_G12dup', COLON, { cetuximab: 'against/open' }],
  ['KRAS', 'Amplification', COLON, { sotorasib: 'open' }],
  ['KRAS', '12C', LUNG, { sotorasib: 'fits/open' }],
  ['MET', 'X1010_splice', LUNG, { capmatinib: 'fits', tepotinib: 'fits' }],
  // Codon 963 stands on both sides of the intron before exon 14: which exon is lost is not said.
  ['MET', 'X963_splice', LUNG, { capmatinib: 'fits/open' }],
  ['MET', 'X1028_splice', LUNG, { capmatinib: 'fits/open' }],
  ['MET', 'X300_splice', LUNG, { capmatinib: 'open/absent' }],
  ['MET', '981_1028splice', LUNG, { capmatinib: 'fits/open' }],
  ['MET', 'Y1003F', LUNG, { capmatinib: 'open/absent' }],
  ['MET', 'L982_D1028del', LUNG, { capmatinib: 'fits' }],
  ['MET', 'exon 14 loss', LUNG, { capmatinib: 'fits/open' }],
  ['MET', 'METex14', LUNG, { capmatinib: 'fits' }],
  ['MET', 'MET-MET.M13M15', LUNG, { capmatinib: 'fits' }],
  ['MET', 'MET exon 13-exon 15 fusion', LUNG, { capmatinib: 'fits' }],
  ['MET', 'Exon 14 splice site mutation', LUNG, { capmatinib: 'fits' }],
  ['MET', 'exon 14 mutation', LUNG, { capmatinib: 'open' }],
  ['MET', 'Amplification', LUNG, { capmatinib: 'absent/open' }],
  ['MET', 'T1010I', LUNG, { capmatinib: 'open/absent' }],
  ['FLT3', 'ITD', AML, { quizartinib: 'fits', midostaurin: 'fits', gilteritinib: 'fits' }],
  ['FLT3', 'D835Y', AML, { quizartinib: 'against: D835Y', gilteritinib: 'fits' }],
  ['FLT3', 'E598_Y599insDVDFREYE', AML, { quizartinib: 'fits' }],
  ['IDH1', 'R132', AML, { ivosidenib: 'fits/open' }],
  ['IDH2', 'R172K', AML, { enasidenib: 'fits', ivosidenib: 'untested: IDH1' }],
  ['NPM1', 'W288fs', AML, { revumenib: 'fits', ziftomenib: 'fits' }],
  ['NPM1', 'type A', AML, { ziftomenib: 'fits/open' }],
  ['NPM1', 'R80C', AML, { ziftomenib: 'open/absent' }],
  ['KMT2A', 'KMT2A-MLLT3', AML, { revumenib: 'fits' }],
  ['BRCA2', 'S1882*', OVARIAN, { olaparib: 'fits', rucaparib: 'fits' }],
  ['BRCA2', 'K3326*', OVARIAN, { olaparib: 'open/untested/absent' }],
  ['BRCA2', 'Truncating Mutations', OVARIAN, { olaparib: 'fits' }],
  ['BRCA1', 'X1559_splice', PROSTATE, { olaparib: 'fits/open' }],
  ['ERBB2', 'Y772_A775dup', LUNG, { 'trastuzumab deruxtecan': 'fits', zongertinib: 'fits' }],
  ['ERBB2', 'p.Gly776delinsValCys', LUNG, { zongertinib: 'fits' }],
  ['ERBB2', '770_831indel', LUNG, { zongertinib: 'open' }],
  ['ERBB2', 'S310F', LUNG, { zongertinib: 'absent', 'trastuzumab deruxtecan': 'fits' }],
  ['ERBB2', 'Amplification', COLON, { tucatinib: 'untested: KRAS & NRAS' }],
  ['PIK3CA', 'E545K', BREAST, { alpelisib: 'untested: ER & HER2 & !PIK3CA result' }],
  ['FGFR3', 'FGFR3-TACC3 Fusion', BLADDER, { erdafitinib: 'fits' }],
  ['FGFR2', 'FGFR2-TACC2 fusion', BILE_DUCT, { pemigatinib: 'fits', futibatinib: 'fits' }],
  ['FGFR2', 'FGFR2-intergenic', BILE_DUCT, { pemigatinib: 'fits/open' }],
  ['ALK', 'ALK-EML4 fusion', LUNG, { alectinib: 'fits' }],
  ['ALK', 'ALK-ALK', LUNG, { alectinib: 'open' }],
  ['RET', 'KIF5B-RET fusion', LUNG, { selpercatinib: 'fits' }],
  ['RET', 'M918T', MEDULLARY, { selpercatinib: 'fits' }],
  ['RET', 'C634W', LUNG, { selpercatinib: 'open' }],
  ['NTRK1', 'LMNA-NTRK1 fusion', BREAST, { larotrectinib: 'fits', entrectinib: 'fits' }],
  ['NTRK1', 'G595R', BREAST, { larotrectinib: 'against/untested/open' }],
  ['ABL1', 'T315I', 'Chronic myeloid leukemia', { imatinib: 'against: T315I', ponatinib: 'fits' }],
  ['NRG1', 'CD74-NRG1', LUNG, { zenocutuzumab: 'fits' }],
  ['STK11', 'Truncating Mutations', LUNG, { osimertinib: 'untested: EGFR' }],
  ['BRAF', 'V600E/K', MELANOMA, { vemurafenib: 'open/partner' }],
  ['BRAF', 'V600E/K', 'Anaplastic thyroid carcinoma', { dabrafenib: 'open' }],
]; // prettier-ignore

export const changeNames: Family = {
  source:
    'oncokb/oncokb core/src/test/resources/test_annotate_alterations.tsv, oncokb/oncokb-annotator data/example_atypical_alterations.txt',
  cases: ROWS.map(([gene, change, at, orders, open]) => ({
    name: `${gene} ${change}: ${at}`,
    chart: [tumour(at), variantOf([has('48018-6', words(gene)), has('48005-3', words(change))])],
    orders,
    ...(open === undefined ? {} : { open }),
  })),
};
