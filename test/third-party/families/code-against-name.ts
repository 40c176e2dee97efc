/** Codes of one thing with the name of another, as charts made by hand and by generators carry them: never the one in silence. */
import type { Family, Outcome } from '../judge.ts';
import {
  BREAST, change, coded, COLON, drugOrder, found, gene, geneConcept, has, hgvs, loinc, LUNG, MELANOMA, named, NEGATIVE, OVARY, percent, POSITIVE, result,
  RXNORM, snomed, tumour, variantOf, words, type Concept, type Resource, type Value,
} from '../shapes.ts'; // prettier-ignore

type Orders = Readonly<Record<string, Outcome>>;
type Row = readonly [what: string, tumour: string | null, code: Concept, answer: Value, orders: Orders, more?: Resource];
const as = (code: string, display?: string, text?: string): Concept =>
  text === undefined ? loinc(code, display) : named(loinc(code, display), text);
const chart = (at: string | null, code: Concept, answer: Value, more?: Resource): readonly Resource[] => [
  ...(at === null ? [] : [tumour(at)]),
  result(code, answer, more),
];

const NAMES: readonly Row[] = [
  ['PD-L1 TPS 45 % under the code of HER2', 'Non-small cell lung cancer', as('85319-2', 'PD-L1 by immunohistochemistry', 'PD-L1 Expression (TPS)'), percent(45), { 'trastuzumab deruxtecan': 'open/untested: !HER2 45' }],
  ['PD-L1 Positive under the code of ER', BREAST, as('85337-4', 'PD-L1 (CD274) [Presence] in Tissue by Immune stain'), POSITIVE, { fulvestrant: 'silent/open/untested', elacestrant: 'open/untested' }],
  ['PD-L1 Positive under the code of HER2 by FISH', BREAST, as('85318-4', 'PD-L1 [Interpretation] in Tissue by Immune stain'), POSITIVE, { trastuzumab: 'open/untested' }],
  ['EGFR under the code of a region studied', LUNG, as('53041-0', 'EGFR gene mutations found [Identifier] in Blood or Tissue'), words('L858R'), { osimertinib: 'fits' }],
  ['KRAS under a code of another test', LUNG, as('21704-5', 'KRAS gene mutations found [Identifier]'), words('G12C'), { sotorasib: 'fits' }],
  ['BRAF under the code of KRAS', LUNG, as('21702-6', 'BRAF gene mutations found [Identifier]'), words('V600E'), { dabrafenib: 'open: !No BRAF', sotorasib: 'open/untested' }],
  ['ALK Negative under the code of EGFR', LUNG, as('21665-5', 'ALK gene rearrangement', 'ALK rearrangement'), NEGATIVE, { osimertinib: 'open/untested: !tested, not found', alectinib: 'open/absent: !No ALK' }],
  ['ER Positive under the code of HER2', BREAST, as('85319-2', 'Estrogen receptor Ag [Presence]'), POSITIVE, { trastuzumab: 'open/untested' }],
  ['MSI-High under the code of HER2', COLON, as('85319-2', 'Microsatellite instability [Presence] in Cancer specimen'), words('MSI-High'), { pembrolizumab: 'fits/open: !No MSI' }],
  ['EGFR by the text, glucose by code and display', LUNG, as('2345-7', 'Glucose', 'EGFR mutation'), words('L858R'), { osimertinib: 'fits/open' }],
  ['PR under a code of ER', BREAST, as('16112-5', undefined, 'Progesteronrezeptor'), words('positiv'), { fulvestrant: 'silent/open/untested/fits' }],
  ['HER2 3+ under a code of PD-L1', BREAST, as('85147-7', undefined, 'HER2 IHC'), words('3+'), { trastuzumab: 'fits/open: !No HER2' }],
  ['TMB 15 under the code of MSI', COLON, as('81695-9', undefined, 'Tumor mutational burden'), { value: 15, unit: 'mut/Mb' }, { pembrolizumab: 'fits/open/untested: !MSI 15' }],
  ['MSI "High" under the code of TMB', COLON, as('94076-7', undefined, 'Microsatellite instability'), words('High'), { pembrolizumab: 'fits/open: !TMB High' }],
  ['HER3 under the code of HER2', BREAST, as('48676-1', undefined, 'HER3 expression'), words('Positive'), { trastuzumab: 'open/untested' }],
  ['androgen receptor under the code of ER', BREAST, as('40556-3', 'Androgen receptor [Presence]'), words('Positive'), { fulvestrant: 'silent/open/untested' }],
  ['Karnofsky 90 under the code of ECOG', LUNG, as('89247-1', undefined, 'Karnofsky performance status'), { value: 90, unit: '{score}' }, { osimertinib: 'untested: EGFR' }],
  ['CYP2D6 *4/*4 under the code of CYP2C19', null, as('57132-5', 'CYP2D6 gene targeted mutation analysis'), words('*4/*4'), { clopidogrel: 'silent/info', codeine: 'told' }],
  ['CYP2C19 *2/*2 under the code of CYP2D6', null, as('46724-1', undefined, 'CYP2C19 genotype'), words('*2/*2'), { codeine: 'silent/info', clopidogrel: 'told' }],
  ['HLA-B*15:02 under the code of HLA-B*57:01', null, as('50956-2', 'HLA-B*15:02 [Presence]', 'HLA-B*15:02'), words('Positive'), { abacavir: 'info/warning: !*57:01 positive', carbamazepine: 'told' }],
  ['HLA-B*57:01 under the code of HLA-B*15:02', null, as('57979-7', 'HLA-B*57:01 [Presence]'), words('Positive'), { carbamazepine: 'info/warning: !*15:02 positive', abacavir: 'told' }],
  ['CYP2C19 phenotype under the code of CYP2C9', null, as('79716-7', 'CYP2C19 gene product metabolic activity interpretation'), words('Poor metabolizer'), { celecoxib: 'silent/info' }],
  ['DPYD phenotype under the code of CYP2D6', null, as('79715-9', undefined, 'DPYD phenotype'), words('Poor metabolizer'), { codeine: 'silent/info', fluorouracil: 'told' }],
]; // prettier-ignore
/** The same code with a synonym, another language or the name of the panel: no contradiction. */
const SYNONYMS: readonly Row[] = [
  ['ER as "Östrogenrezeptor"', BREAST, as('85337-4', 'Estrogen receptor Ag [Presence] in Breast cancer specimen by Immune stain', 'Östrogenrezeptor'), words('positiv'), { fulvestrant: 'fits' }],
  ['ER as "RE (receptores de estrógeno)"', BREAST, as('16112-5', undefined, 'RE (receptores de estrógeno)'), words('positivo'), { fulvestrant: 'fits' }],
  ['HER2 as "c-erbB-2 (IHC)"', BREAST, as('85319-2', 'HER2 [Presence] in Breast cancer specimen by Immune stain', 'c-erbB-2 (IHC)'), words('3+'), { trastuzumab: 'fits' }],
  ['HER2 under the name of a panel', BREAST, as('85319-2', 'HER2', 'Breast panel ER PR HER2'), words('3+'), { trastuzumab: 'fits' }],
  ['HER2 as "FISH (HER2/CEP17)"', BREAST, as('31150-6', undefined, 'FISH (HER2/CEP17)'), words('Amplified'), { trastuzumab: 'fits' }],
  ['PD-L1 as "CD274 22C3 (TPS)"', LUNG, as('85147-7', 'PD-L1 by clone 22C3', 'CD274 22C3 (TPS)'), percent(60), { cemiplimab: 'untested: !PD-L1 on file' }],
  ['EGFR in full words', LUNG, as('21665-5', undefined, 'Epidermal growth factor receptor mutation'), words('L858R'), { osimertinib: 'fits' }],
  ['EGFR under the name of a panel', LUNG, as('21665-5', undefined, 'Lung panel (EGFR, ALK, ROS1)'), words('EGFR L858R'), { osimertinib: 'fits' }],
  ['ER under "IHC"', BREAST, as('85337-4', undefined, 'IHC'), words('Positive'), { fulvestrant: 'fits' }],
  ['HLA-B*15:02 by code and name', null, as('57979-7', 'HLA-B*15:02 [Presence]'), POSITIVE, { carbamazepine: 'critical: HLA-B*15:02' }],
]; // prettier-ignore
/** A classifier's export that took an HLA code for "variant interpretation". */
const classifier = (symbol: 'BRCA2' | 'EGFR', code: string, answer: string): readonly Resource[] => [
  tumour(symbol === 'EGFR' ? LUNG : OVARY),
  result(as('57979-7', 'Variant interpretation'), named(snomed(code, answer), answer), {
    component: [has('48018-6', words(symbol)), has('81290-9', words(symbol === 'EGFR' ? '7:55259515T>G' : '13:32914137C>A'))],
  }),
];
export const codeAgainstName: Family = {
  source: 'Synthetic charts on public FHIR servers and chart generators: the LOINC code of another test beside the right name',
  cases: [
    ...[...NAMES, ...SYNONYMS].map(([name, at, code, answer, orders, more]) => ({ name, chart: chart(at, code, answer, more), orders })),
    { name: 'a code of HLA-B*15:02 as "Variant interpretation" Pathogenic of BRCA2', chart: classifier('BRCA2', '10828004', 'Pathogenic'), orders: { carbamazepine: 'info/silent: !15:02 positive' }, finds: ['!15:02 present'] },
    { name: 'the same, Benign', chart: classifier('BRCA2', '48708007', 'Benign'), orders: { carbamazepine: 'info/silent: !15:02 positive' } },
    { name: 'the same, EGFR 7:55259515T>G', chart: classifier('EGFR', '10828004', 'Likely Pathogenic'), orders: { carbamazepine: 'info/silent: !15:02 positive', osimertinib: 'fits/open/untested' } },
    { name: 'a code of HLA-B*57:01 as "Variant classification" of KRAS', chart: [result(as('50956-2', 'Variant classification'), snomed('10828004', 'Pathogenic'), { component: [has('48018-6', words('KRAS'))] })], orders: { abacavir: 'info: !57:01 positive' } },
    { name: 'gene CYP2C19 under the text "CYP2D6 metabolizer phenotype"', chart: [result(as('53040-2', undefined, 'CYP2D6 metabolizer phenotype'), words('Poor metabolizer'), { component: [gene('CYP2C19')] })], orders: { clopidogrel: 'info/silent', codeine: 'info/silent' } },
    { name: 'the id of KRAS with the name NRAS, G12D', chart: [tumour(COLON), variantOf([has('48018-6', geneConcept('KRAS', undefined, 'NRAS')), change('p.Gly12Asp')])], orders: { cetuximab: 'open/against: !No KRAS' }, open: 'the gene of the id counts as not on file' },
  ],
}; // prettier-ignore

/** Answers. */
const coding = (system: 'sct' | 'loinc', code: string, display?: string, text?: string): Concept => {
  const concept = system === 'sct' ? snomed(code, display) : loinc(code, display);
  return text === undefined ? concept : named(concept, text);
};
const HER2: readonly (readonly [answer: Concept, outcome: Outcome])[] = [
  [coding('sct', '260413007', 'Positive'), 'fits/open'],
  [coding('sct', '260385009', 'Positive'), 'open'],
  [coding('sct', '10828004', 'Negative'), 'open'],
  [coding('loinc', 'LA6577-6', 'Positive'), 'open'],
  [coding('loinc', 'LA6576-8', 'Negative'), 'open'],
  [coding('sct', '10828004', 'Positive', 'Negative'), 'open'],
  [coding('sct', '10828004', 'Positive', 'HER2 negative (IHC 1+)'), 'open/absent'],
  [coding('sct', '260385009', 'Negative', 'HER2 positive (IHC 3+)'), 'open'],
  [coding('loinc', 'LA6576-8'), 'fits'],
  [coding('loinc', 'LA6577-6'), 'absent'],
  [coding('sct', '10828004'), 'fits'],
  [coding('sct', '260385009'), 'absent'],
  [coding('sct', '42425007', 'Equivocal'), 'open'],
  [coding('sct', '1255068007', 'HER2-low'), 'absent'],
];
const L858R = [gene('EGFR'), change('p.Leu858Arg')];
const answer = (value: Concept): Resource => ({ valueCodeableConcept: value });
const PRESENCE: readonly (readonly [code: string, display: string, text?: string])[] = [
  ['LA9634-2', 'Present'], ['LA9633-4', 'Absent'], ['LA9633-4', 'Present', 'Not detected'], ['LA9634-2', 'Absent', 'Detected'],
]; // prettier-ignore
const CYP2C19 = (code: string, display: string): Resource => result('53040-2', loinc(code, display), { component: [gene('CYP2C19')] });

export const codeAgainstAnswer: Family = {
  source: 'Generated demo charts: an answer’s code beside the word of another answer',
  cases: [
    ...HER2.map(([value, outcome]) => ({
      name: `HER2 = ${value.coding?.[0]?.code ?? ''} "${value.coding?.[0]?.display ?? ''}" "${value.text ?? ''}"`,
      chart: [tumour(BREAST), result(loinc('85319-2', 'HER2 [Presence] in Breast cancer specimen by Immune stain'), value)],
      orders: { trastuzumab: outcome },
    })),
    ...PRESENCE.map(([code, display, text]) => ({
      name: `EGFR L858R = ${code} "${display}" "${text ?? ''}"`,
      chart: [tumour(LUNG), variantOf(L858R, answer(coding('loinc', code, display, text)))],
      orders: { osimertinib: 'open: !tested, not found' },
    })),
    { name: 'pathogenic by code, "Benign" by word', chart: [tumour(OVARY), variantOf([gene('BRCA2'), has('48004-6', hgvs('NM_000059.4:c.7007G>A')), has('53037-8', loinc('LA6668-3', 'Benign'))])], orders: { olaparib: 'open' } },
    { name: 'benign by code, "Pathogenic" by word, a stop in BRCA2', chart: [tumour(OVARY), variantOf([gene('BRCA2'), change('p.Ser1882Ter'), has('53037-8', loinc('LA6675-8', 'Pathogenic'))])], orders: { olaparib: 'fits/open' }, finds: ['!benign'] },
    { name: 'MSI-H by code, "MSS" by word', chart: [tumour(COLON), result('81695-9', loinc('LA26203-2', 'MSS'))], orders: { pembrolizumab: 'open: MSI' } },
    { name: 'MSI stable by code, "MSI-High" by word', chart: [tumour(COLON), result('81695-9', loinc('LA14122-8', 'MSI-High'))], orders: { pembrolizumab: 'open: MSI' }, opening: ['!MSI'] },
    { name: 'somatic by code, "Germline" by word', chart: [tumour(BREAST), variantOf([gene('BRCA2'), change('p.Ser1882Ter'), has('48002-0', loinc('LA6684-0', 'Germline'))])], orders: { olaparib: 'told/fits' }, finds: ['BRCA2 p.Ser1882Ter present unknown'] },
    { name: 'CYP2C19 poor by code, "Normal metabolizer" by word', chart: [CYP2C19('LA9657-3', 'Normal metabolizer')], orders: { clopidogrel: 'info/silent' } },
    { name: 'CYP2C19 normal by code, "Poor metabolizer" by word', chart: [CYP2C19('LA25391-6', 'Poor metabolizer')], orders: { clopidogrel: 'info/silent' }, warns: ['disagree'] },
  ],
}; // prettier-ignore

/** Orders whose code means another drug than their words. */
const rx = (code: string, display?: string, text?: string): Resource =>
  drugOrder({ medicationCodeableConcept: text === undefined ? coded(RXNORM, code, display) : coded(RXNORM, code, display, text) });
const POOR = result('84413-4', words('*2/*2'), { component: [gene('CYP2C19')] });
const NO_EGFR = result('EGFR mutation', 'Not detected');
const VERIFY = 'warning: verify which drug is meant & !Button: Replace & !Button: Stop';
export const orderAgainstCode: Family = {
  source: 'Generated oncology charts (drug vocabularies of trial generators): the RxNorm or ATC code of another drug beside the right name',
  cases: [
    { name: '1147220 (vemurafenib) named afatinib, lung, EGFR L858R', chart: [tumour(LUNG), found('EGFR', 'p.Leu858Arg')], coded: [[rx('1147220', 'afatinib'), `${VERIFY} & afatinib & vemurafenib`]] },
    { name: '1147220 (vemurafenib) named afatinib, melanoma, BRAF V600E', chart: [tumour(MELANOMA), found('BRAF', 'p.Val600Glu')], coded: [[rx('1147220', 'afatinib'), VERIFY]] },
    { name: '32968 (clopidogrel) named warfarin, CYP2C19 *2/*2', chart: [POOR], coded: [[rx('32968', 'warfarin'), `${VERIFY} & warfarin & !together with warfarin`]] },
    { name: '32968 (clopidogrel) with the text "warfarin 5 mg"', chart: [POOR], coded: [[rx('32968', undefined, 'warfarin 5 mg'), `${VERIFY} & !together with warfarin`]] },
    { name: '318341 (cetuximab) named bevacizumab, KRAS G12D', chart: [tumour(COLON), found('KRAS', 'p.Gly12Asp')], coded: [[rx('318341', 'bevacizumab'), `${VERIFY} & bevacizumab`]] },
    { name: '41493 (meloxicam) named ondansetron', chart: [result('84413-4', words('*3/*3'), { component: [gene('CYP2C9')] })], coded: [[rx('41493', 'ondansetron'), `${VERIFY} & ondansetron`]] },
    { name: '613391 (prasugrel) named crizotinib', chart: [tumour(LUNG), POOR], coded: [[rx('613391', 'crizotinib'), `${VERIFY} & crizotinib`]] },
    { name: '1721560 (osimertinib) named erlotinib, EGFR not detected', chart: [tumour(LUNG), NO_EGFR], coded: [[rx('1721560', 'erlotinib'), VERIFY]] },
    { name: 'L01EB04 (osimertinib) named Gefitinib, EGFR not detected', chart: [tumour(LUNG), NO_EGFR], coded: [[drugOrder({ medicationCodeableConcept: coded('http://www.whocc.no/atc', 'L01EB04', 'Gefitinib') }), VERIFY]] },
    { name: 'a code unknown here with the name osimertinib', chart: [tumour(LUNG)], coded: [[rx('1860487', 'osimertinib'), 'untested: EGFR']] },
    { name: 'an earlier drug with the code of osimertinib named pembrolizumab', chart: [tumour(LUNG), found('EGFR', 'p.Leu858Arg'), { ...rx('1721560', 'pembrolizumab'), id: 'prior', status: 'completed' }], orders: { osimertinib: 'fits/told' } },
  ],
}; // prettier-ignore
