/** Orders beside results as laboratories of several countries send them; verdicts decided from the labels before they were run. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, condition, given, lines, observation, type Line, type Resource } from './board.ts';

type Verdict =
  | 'fits'
  | 'contradicted'
  | 'biomarker-negative'
  | 'biomarker-not-tested'
  | 'biomarker-open'
  | 'better-option'
  | 'not-covered'
  | 'withdrawn';
type Row = readonly [
  name: string,
  tumour: string | readonly Resource[],
  drugs: string,
  results: readonly (Line | Resource)[],
  verdict: Verdict,
];

const isLine = (one: Line | Resource): one is Line => Array.isArray(one);
function situations(rows: readonly Row[]): void {
  it.each(rows)('%s', (_name, tumour, drugs, results, verdict) => {
    const resources = results.flatMap((one, at) => (isLine(one) ? lines([one]).map((made) => ({ ...made, id: `line${at}` })) : [one]));
    const { fit } = board(tumour, resources, ...drugs.split('+'));
    expect([fit?.verdict, fit?.because.join('; ')]).toEqual([verdict, expect.any(String)]);
  });
}
const words = (text: string) => ({ text });
/** A variant by its components, each a LOINC code with words or a quantity. */
const variant = (id: string, components: readonly (readonly [string, string | number])[], more: Resource = {}): Resource =>
  observation(id, {
    code: code('69548-6'),
    valueCodeableConcept: code('LA9633-4'),
    component: components.map(([loinc, value]) => ({
      code: code(loinc),
      ...(typeof value === 'number' ? { valueQuantity: { value } } : { valueCodeableConcept: words(value) }),
    })),
    ...more,
  });
const absent = (...genes: string[]): Resource =>
  observation(`absent-${genes.join('-')}`, {
    code: code('69548-6'),
    valueCodeableConcept: code('LA9634-2'),
    component: genes.map((gene) => ({ code: code('48018-6'), valueCodeableConcept: words(gene) })),
  });
const on = (day: string, name: string, value: string, more: Resource = {}): Resource =>
  observation(`on-${day}-${name.replaceAll(/\W/g, '')}`, { code: words(name), valueString: value, effectiveDateTime: day, ...more });
const tissue = { specimen: { display: 'Tumor tissue, FFPE' } };
const plasma = { specimen: { display: 'Plasma, cell-free DNA' } };

const LUNG = 'Lung adenocarcinoma, stage IV';
const COLON = 'Adenocarcinoma of colon, stage IV';
const AML = 'Acute myeloid leukemia';
const PROSTATE = 'Metastatic castration-resistant prostate cancer';
const RAS_CLEAR: readonly Line[] = [['KRAS', 'Wild type'], ['NRAS', 'Wild type']]; // prettier-ignore
const TRIPLE: readonly Line[] = [['Estrogen receptor IHC', 'Negative (0%)'], ['Progesterone receptor IHC', 'Negative (0%)'], ['HER2 IHC', '0']]; // prettier-ignore

describe('fusions as they are written', () => {
  situations([
    ['variant number behind the name', LUNG, 'alectinib', [['ALK', 'EML4-ALK fusion (Variant 1)']], 'fits'],
    ['two genes as components and a type of change', LUNG, 'selpercatinib', [variant('f', [['48018-6', 'KIF5B'], ['48018-6', 'RET'], ['48019-4', 'gene fusion']])], 'fits'],
    ['translocation of an anaplastic lymphoma', 'ALK-positive anaplastic large cell lymphoma', 'crizotinib', [['Karyotype', 't(2;5)(p23;q35)']], 'fits'],
    ['exons in words', 'Infantile fibrosarcoma', 'larotrectinib', [['NTRK3', 'ETV6(exon 5)-NTRK3(exon 15) fusion']], 'fits'],
    ['exons with a colon', LUNG, 'crizotinib', [['ROS1', 'SDC4::ROS1 (ex2:ex32)']], 'fits'],
    ['FGFR2 in bile duct cancer', 'Intrahepatic cholangiocarcinoma', 'pemigatinib', [['FGFR2', 'FGFR2-BICC1 fusion']], 'fits'],
    ['FGFR3 in urothelial cancer', 'Metastatic urothelial carcinoma', 'erdafitinib', [['FGFR3', 'FGFR3-TACC3 fusion']], 'fits'],
    ['FGFR2 is not what the urothelial label asks for', 'Metastatic urothelial carcinoma', 'erdafitinib', [['FGFR2', 'FGFR2-BICC1 fusion']], 'biomarker-not-tested'],
    ['NRG1 in the pancreas', 'Pancreatic adenocarcinoma', 'zenocutuzumab', [['NRG1', 'ATP1B1-NRG1 fusion']], 'fits'],
    ['p190', 'Philadelphia chromosome positive acute lymphoblastic leukemia', 'imatinib', [['BCR-ABL1 p190 RT-PCR', 'Positive']], 'fits'],
    ['none found by RNA', LUNG, 'selpercatinib', [['RET fusion (RNA NGS)', 'No fusion detected']], 'biomarker-negative'],
    ['partner not known', LUNG, 'entrectinib', [['ROS1', 'ROS1 rearrangement, partner unknown']], 'fits'],
    ['a fusion of the gene whose mutation is asked for', LUNG, 'osimertinib', [['EGFR', 'EGFR-RAD51 fusion']], 'biomarker-open'],
    ['MET as a fusion is no exon 14 skipping', LUNG, 'capmatinib', [['MET', 'KIF5B-MET fusion']], 'biomarker-open'],
    ['copies of NTRK1 are no fusion, and the others are not tested', 'Soft tissue sarcoma', 'larotrectinib', [['NTRK1', 'Amplification']], 'biomarker-not-tested'],
    ['KMT2A with its partner', AML, 'revumenib', [['KMT2A', 'KMT2A-MLLT3 fusion']], 'fits'],
    ['KMT2A by its chromosomes', AML, 'revumenib', [['Cytogenetics', 't(9;11)(p21.3;q23.3)']], 'fits'],
    ['a tandem duplication is no translocation; NPM1 is left', AML, 'revumenib', [['KMT2A', 'KMT2A-PTD (partial tandem duplication)']], 'biomarker-not-tested'],
  ]); // prettier-ignore
});

describe('tandem duplications, exons, insertions', () => {
  situations([
    ['ITD with its ratio', AML, 'midostaurin+cytarabine+daunorubicin', [['FLT3-ITD', 'Detected, allelic ratio 0.6']], 'fits'],
    ['D835Y is not what quizartinib asks for, and resists it', AML, 'quizartinib', [['FLT3', 'p.D835Y']], 'contradicted'],
    ['D835Y is what gilteritinib asks for', AML, 'gilteritinib', [['FLT3', 'p.D835Y']], 'fits'],
    ['intron before exon 14, away from the splice site: which numbering is not said', LUNG, 'capmatinib', [['MET', 'c.2888-18_2888-3del']], 'biomarker-open'],
    ['insertion in exon 19 is no deletion, and not classified', LUNG, 'osimertinib', [['EGFR', 'p.I744_K745insKIPVAI']], 'biomarker-open'],
    ['exon 19 deletion in words', LUNG, 'afatinib', [['EGFR', 'Exon 19 deletion detected']], 'fits'],
    ['exon 18 deletion is not in the label of afatinib, which has a use without any finding', LUNG, 'afatinib', [['EGFR', 'p.E709_T710delinsD']], 'not-covered'],
    ['D842V', 'Gastrointestinal stromal tumor', 'avapritinib', [['PDGFRA', 'p.D842V']], 'fits'],
    ['D842V with imatinib', 'Gastrointestinal stromal tumor', 'imatinib', [['PDGFRA', 'p.D842V']], 'contradicted'],
    ['NPM1 by its insertion', AML, 'revumenib', [['NPM1', 'p.W288fs*12 (c.860_863dup)']], 'fits'],
    ['IDH1 in a glioma', 'Astrocytoma, grade 2', 'vorasidenib', [['IDH1', 'R132H']], 'fits'],
    ['IDH2 in a glioma', 'Oligodendroglioma, grade 2', 'vorasidenib', [['IDH2', 'R172K']], 'fits'],
    ['IDH1 in bile duct cancer', 'Cholangiocarcinoma', 'ivosidenib', [['IDH1', 'p.Arg132Cys']], 'fits'],
    ['IDH2 is not what ivosidenib asks for', AML, 'ivosidenib', [['IDH1', 'Not detected'], ['IDH2', 'R140Q']], 'biomarker-negative'],
    ['IDH2 is what enasidenib asks for', AML, 'enasidenib', [['IDH2', 'R140Q']], 'fits'],
  ]); // prettier-ignore
});

describe('copies', () => {
  situations([
    ['of FGFR2 in bile duct cancer', 'Cholangiocarcinoma', 'pemigatinib', [['FGFR2', 'Amplification (copy number 9)']], 'biomarker-open'],
    ['of MET, by components', LUNG, 'tepotinib', [variant('cn', [['48018-6', 'MET'], ['48019-4', 'copy_number_gain'], ['82155-3', 12]])], 'biomarker-open'],
    ['none left of BRCA2', PROSTATE, 'rucaparib', [['BRCA2', 'Homozygous deletion']], 'fits'],
    ['of EGFR beside the mutation', LUNG, 'osimertinib', [['EGFR', 'L858R'], ['EGFR copy number', 'Amplified']], 'fits'],
  ]); // prettier-ignore
});

describe('markers', () => {
  situations([
    ['mutational burden as a quantity', 'Leiomyosarcoma', 'pembrolizumab', [observation('tmb', { code: code('94076-7'), valueQuantity: { value: 12.6, unit: 'mutations/megabase', code: '{mutations}/Mb' } })], 'fits'],
    ['just below the limit, stable', 'Leiomyosarcoma', 'pembrolizumab', [observation('tmb', { code: code('94076-7'), valueQuantity: { value: 9.8, code: '{mutations}/Mb' } }), ...lines([['MSI', 'MSS'], ['MMR IHC', 'Proficient']])], 'not-covered'],
    ['high in words', 'Leiomyosarcoma', 'pembrolizumab', [['Tumor mutational burden', 'High (16 mut/Mb)']], 'fits'],
    ['MSI by its answer code', 'Endometrial carcinoma', 'pembrolizumab', [observation('msi', { code: code('81695-9'), valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA26203-2', display: 'MSI-H' }] } })], 'fits'],
    ['stable by its answer code', COLON, 'nivolumab', [observation('msi', { code: code('81695-9'), valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA14122-8', display: 'Stable' }] } }), ...lines([['MMR IHC', 'No loss of nuclear expression']])], 'biomarker-negative'],
    ['MSI not determined, burden low', 'Leiomyosarcoma', 'pembrolizumab', [['MSI', 'Cannot be determined'], ['TMB', '3 mut/Mb']], 'not-covered'],
    ['genomic instability score', 'High-grade serous ovarian carcinoma', 'olaparib+bevacizumab', [['Genomic instability score (HRD)', '56 (positive)']], 'fits'],
    ['score low and BRCA clear', 'High-grade serous ovarian carcinoma', 'olaparib+bevacizumab', [['HRD score', '18 (negative)'], ['BRCA1', 'No mutation detected'], ['BRCA2', 'No mutation detected']], 'biomarker-negative'],
    ['PD-L1 CPS at the limit of triple-negative breast cancer', 'Triple-negative breast cancer, metastatic', 'pembrolizumab+paclitaxel', [['PD-L1 (22C3) CPS', '10'], ...TRIPLE], 'fits'],
    ['HER2 2+ with amplification, stomach', 'Gastric adenocarcinoma', 'trastuzumab', [['HER2 IHC', '2+'], ['HER2 FISH', 'Amplified, ratio 4.1']], 'fits'],
    ['HER2 3+ in any solid tumour', 'Salivary duct carcinoma', 'trastuzumab deruxtecan', [['HER2 IHC', '3+']], 'fits'],
    ['HER2 1+ is not 3+', 'Salivary duct carcinoma', 'trastuzumab deruxtecan', [['HER2 IHC', '1+']], 'biomarker-negative'],
    ['folate receptor', 'High-grade serous ovarian carcinoma', 'mirvetuximab soravtansine', [['FOLR1 IHC', 'Positive (80% of cells, 2+ or 3+)']], 'fits'],
    ['claudin 18.2, HER2 negative', 'Gastric adenocarcinoma', 'zolbetuximab+fluorouracil+oxaliplatin', [['Claudin 18.2 IHC', 'Positive (85%)'], ['HER2 IHC', '0']], 'fits'],
    ['claudin 18.2 negative', 'Gastric adenocarcinoma', 'zolbetuximab+fluorouracil+oxaliplatin', [['Claudin 18.2 IHC', 'Negative (20%)'], ['HER2 IHC', '0']], 'biomarker-negative'],
  ]); // prettier-ignore
});

describe('inherited and acquired', () => {
  const inherited = (gene: string, protein: string, classed = 'Pathogenic') =>
    assessment(['48018-6', gene], ['48005-3', protein], ['48002-0', 'Germline'], ['53037-8', classed]);
  const acquired = (gene: string, protein: string) =>
    assessment(['48018-6', gene], ['48005-3', protein], ['48002-0', 'Somatic'], ['53037-8', 'Pathogenic']);
  situations([
    ['BRCA1 inherited, prostate', PROSTATE, 'olaparib', [inherited('BRCA1', 'p.Glu23fs')], 'fits'],
    ['CHEK2 inherited, prostate', PROSTATE, 'olaparib', [inherited('CHEK2', 'p.Thr367fs')], 'fits'],
    ['CHEK2 uncertain', PROSTATE, 'olaparib', [inherited('CHEK2', 'p.Ile157Thr', 'Uncertain significance')], 'biomarker-not-tested'],
    ['ATM acquired, prostate', PROSTATE, 'talazoparib+enzalutamide', [acquired('ATM', 'p.Arg1875Ter')], 'fits'],
    ['BRCA2 acquired, prostate', PROSTATE, 'rucaparib', [acquired('BRCA2', 'p.Ser1982fs')], 'fits'],
    ['PALB2 is not what the label in the pancreas asks for', 'Pancreatic adenocarcinoma, metastatic', 'olaparib', [inherited('PALB2', 'p.Leu531fs')], 'biomarker-not-tested'],
    ['RET inherited, medullary thyroid cancer', 'Medullary thyroid carcinoma', 'selpercatinib', [inherited('RET', 'p.Met918Thr')], 'fits'],
  ]); // prettier-ignore
});

describe('several specimens and days', () => {
  situations([
    ['found in tissue, not in later plasma', LUNG, 'osimertinib', [on('2024-05-01', 'EGFR', 'L858R', tissue), on('2026-09-01', 'EGFR', 'Not detected', plasma)], 'fits'],
    ['resistance in plasma alone', LUNG, 'osimertinib', [on('2024-05-01', 'EGFR', 'p.E746_A750del', tissue), on('2026-09-01', 'EGFR T790M', 'Detected', plasma), given('erlotinib')], 'fits'],
    ['nothing in plasma, tissue not tested', LUNG, 'sotorasib', [on('2026-09-01', 'KRAS', 'Not detected', plasma)], 'biomarker-open'],
    ['found in later plasma', LUNG, 'sotorasib', [on('2024-05-01', 'KRAS', 'Wild type', tissue), on('2026-09-01', 'KRAS', 'G12C', plasma)], 'fits'],
    ['no longer in later tissue', LUNG, 'sotorasib', [on('2024-05-01', 'KRAS G12C', 'Detected', tissue), on('2026-09-01', 'KRAS G12C', 'Not detected', tissue)], 'biomarker-open'],
    ['first not enough tissue, then a result', LUNG, 'osimertinib', [on('2026-08-01', 'EGFR', 'Quantity not sufficient', tissue), on('2026-09-01', 'EGFR', 'L858R', tissue)], 'fits'],
  ]); // prettier-ignore
});

describe('panels, negatives, what is not final', () => {
  situations([
    ['three genes clear in one line', COLON, 'panitumumab', [absent('KRAS', 'NRAS', 'BRAF')], 'fits'],
    ['one gene clear, the other not on file', COLON, 'panitumumab', [absent('KRAS')], 'biomarker-not-tested'],
    ['examined without a result', LUNG, 'osimertinib', [observation('region', { code: code('53041-0'), component: [{ code: code('48018-6'), valueCodeableConcept: words('EGFR') }] })], 'biomarker-open'],
    ['registered', LUNG, 'osimertinib', [on('2026-09-01', 'EGFR', 'L858R', { status: 'registered' })], 'biomarker-not-tested'],
    ['the test failed', LUNG, 'osimertinib', [observation('failed', { code: words('EGFR mutation analysis'), dataAbsentReason: { coding: [{ code: 'error' }] } })], 'biomarker-open'],
    ['out of frame', 'Soft tissue sarcoma', 'larotrectinib', [['NTRK3', 'ETV6-NTRK3 fusion, out-of-frame']], 'biomarker-not-tested'],
    ['called uncertain', 'Melanoma, metastatic', 'dabrafenib+trametinib', [['BRAF', 'p.G466V, variant of unknown significance']], 'biomarker-open'],
    ['called benign', PROSTATE, 'rucaparib', [['BRCA2', 'p.N372H, benign'], ['BRCA1', 'No mutation detected']], 'biomarker-open'],
  ]); // prettier-ignore
});

describe('findings that speak against the drug', () => {
  const CML = 'Chronic myeloid leukemia';
  const bcrAbl: Line = ['BCR-ABL1', 'Positive'];
  situations([
    ['T315I, imatinib', CML, 'imatinib', [bcrAbl, ['ABL1 kinase domain', 'T315I']], 'contradicted'],
    ['T315I, dasatinib', CML, 'dasatinib', [bcrAbl, ['ABL1 kinase domain', 'T315I']], 'contradicted'],
    ['T315I, ponatinib', CML, 'ponatinib', [bcrAbl, ['ABL1 kinase domain', 'T315I']], 'fits'],
    ['T315I of the kinase domain of the fusion', CML, 'imatinib', [bcrAbl, ['BCR-ABL1 kinase domain mutation analysis', 'T315I detected']], 'contradicted'],
    ['V299L as a resistance mutation of ABL', CML, 'dasatinib', [bcrAbl, ['ABL resistance mutation', 'V299L']], 'contradicted'],
    ['no change of the kinase domain', CML, 'imatinib', [bcrAbl, ['BCR-ABL1 kinase domain mutation analysis', 'No mutation detected']], 'fits'],
    ['F317L, dasatinib', CML, 'dasatinib', [bcrAbl, ['ABL1 kinase domain', 'F317L']], 'contradicted'],
    ['Y253H, nilotinib', CML, 'nilotinib', [bcrAbl, ['ABL1 kinase domain', 'Y253H']], 'contradicted'],
    ['G2032R, crizotinib', LUNG, 'crizotinib', [['ROS1', 'CD74-ROS1 fusion'], ['ROS1 sequencing', 'p.G2032R']], 'contradicted'],
    ['G2032R, repotrectinib', LUNG, 'repotrectinib', [['ROS1', 'CD74-ROS1 fusion'], ['ROS1 sequencing', 'p.G2032R']], 'fits'],
    ['G810R, selpercatinib', LUNG, 'selpercatinib', [['RET', 'KIF5B-RET fusion'], ['RET sequencing', 'p.G810R']], 'contradicted'],
    ['C481S, ibrutinib', 'Chronic lymphocytic leukemia', 'ibrutinib', [['BTK', 'C481S']], 'contradicted'],
    ['G101V, venetoclax', 'Chronic lymphocytic leukemia', 'venetoclax', [['BCL2', 'G101V']], 'contradicted'],
    ['no V600 mutation', 'Melanoma, metastatic', 'vemurafenib', [['BRAF', 'No mutation detected']], 'biomarker-negative'],
    ['exon 20 insertion, erlotinib', LUNG, 'erlotinib', [['EGFR', 'p.D770_N771insSVD']], 'biomarker-negative'],
    ['G12C with cetuximab alone', COLON, 'cetuximab', [['KRAS', 'G12C']], 'contradicted'],
    ['G12C with cetuximab and adagrasib', COLON, 'adagrasib+cetuximab', [['KRAS', 'G12C']], 'fits'],
    ['HER2 low, trastuzumab in the stomach', 'Gastric adenocarcinoma', 'trastuzumab', [['HER2 IHC', '1+']], 'biomarker-negative'],
    ['V600E in an anaplastic thyroid cancer', 'Anaplastic thyroid cancer', 'dabrafenib+trametinib', [['BRAF', 'V600E']], 'fits'],
    ['V600E in lung cancer, encorafenib', LUNG, 'encorafenib+binimetinib', [['BRAF', 'V600E']], 'fits'],
  ]); // prettier-ignore
});

describe('in other languages', () => {
  situations([
    ['Spanish', LUNG, 'alectinib', [['Reordenamiento de ALK', 'Positivo']], 'fits'],
    ['French', LUNG, 'crizotinib', [['Réarrangement ROS1', 'Présent']], 'fits'],
    ['Italian', 'Melanoma, metastatic', 'dabrafenib+trametinib', [['Mutazione BRAF V600E', 'Presente']], 'fits'],
    ['German stain', 'Mammakarzinom, metastasiert', 'trastuzumab', [['HER2-Status (IHC)', '3+ (positiv)']], 'fits'],
    ['German wild type', 'Kolonkarzinom, Stadium IV', 'panitumumab', [['KRAS', 'Wildtyp'], ['NRAS', 'Wildtyp']], 'fits'],
    ['French exon', LUNG, 'osimertinib', [['Analyse moléculaire EGFR', 'Délétion exon 19']], 'fits'],
    ['Spanish exon', LUNG, 'osimertinib', [['Estudio molecular EGFR', 'Deleción del exón 19 detectada']], 'fits'],
    ['Italian exon', LUNG, 'osimertinib', [['Analisi molecolare EGFR', 'Delezione esone 19']], 'fits'],
    ['German exon', LUNG, 'osimertinib', [['Molekularpathologie EGFR', 'Exon-19-Deletion nachgewiesen']], 'fits'],
    ['Dutch', 'Longadenocarcinoom', 'osimertinib', [['EGFR-mutatie', 'niet aantoonbaar']], 'biomarker-negative'],
    ['Portuguese', LUNG, 'osimertinib', [['Mutação EGFR', 'L858R detectada']], 'fits'],
    ['Japanese', LUNG, 'osimertinib', [['EGFR遺伝子変異検査', 'エクソン19欠失 陽性']], 'fits'],
    ['Polish', LUNG, 'osimertinib', [['EGFR mutacja', 'nie wykryto']], 'biomarker-negative'],
    ['Swedish', LUNG, 'alectinib', [['ALK-translokation', 'Påvisad']], 'fits'],
  ]); // prettier-ignore
});

describe('the setting', () => {
  const staged = (text: string, stage: string): readonly Resource[] => [{ ...condition(text), stage: [{ summary: { text: stage } }] }];
  situations([
    ['adjuvant osimertinib', staged('Lung adenocarcinoma', 'Stage IIA'), 'osimertinib', [['EGFR', 'L858R']], 'fits'],
    ['adjuvant alectinib', staged('Lung adenocarcinoma', 'Stage IIA'), 'alectinib', [['ALK FISH', 'Positive']], 'fits'],
    ['adjuvant dabrafenib with trametinib', staged('Melanoma of skin', 'Stage IIIB'), 'dabrafenib+trametinib', [['BRAF', 'V600K']], 'fits'],
    ['adjuvant olaparib, BRCA inherited', staged('Breast cancer', 'Stage IIB'), 'olaparib', [assessment(['48018-6', 'BRCA1'], ['48005-3', 'p.Glu23fs'], ['48002-0', 'Germline'], ['53037-8', 'Pathogenic']), ...lines([['HER2 IHC', '0']])], 'fits'],
    ['RAS clear, stage IV', staged('Colon adenocarcinoma', 'Stage IVA'), 'cetuximab', [...RAS_CLEAR], 'fits'],
  ]); // prettier-ignore
});
