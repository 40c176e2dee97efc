/** Titles that say more than the code, or another thing: a state answered by yes and no, a marker's code copied under another title. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import { BREAST, coded, COLON, found, has, LUNG, MELANOMA, named, result, tumour, type Value } from '../shapes.ts';

type State = readonly [tumour: string, title: string, answer: Value, orders: Readonly<Record<string, Outcome>>, finds: string];
const STATES: readonly State[] = [
  [COLON, 'dMMR', 'Absent', { pembrolizumab: 'open: MMR' }, 'MMR Absent proficient'],
  [COLON, 'Mismatch repair deficiency', 'Absent', { pembrolizumab: 'open: MMR' }, 'MMR Absent proficient'],
  [COLON, 'MMR deficiency', 'Present', { pembrolizumab: 'fits' }, 'MMR Present deficient'],
  [COLON, 'MLH1 protein expression', 'Absent', { pembrolizumab: 'fits' }, 'MMR Absent deficient'],
  [COLON, 'MSI-High', 'Absent', { pembrolizumab: 'open: MSI' }, 'MSI Absent stable'],
  [COLON, 'MSI negative', 'Positive', { pembrolizumab: 'open/untested: MSI' }, 'MSI Positive indeterminate'],
  [COLON, 'MSI negative', 'Yes', { pembrolizumab: 'open/absent: MSI' }, 'MSI Yes stable'],
  [COLON, 'MSI-Low', 'Positive', { pembrolizumab: 'open/absent: MSI' }, 'MSI Positive low'],
  [COLON, 'MSI-High', 'Positive', { pembrolizumab: 'fits' }, 'MSI Positive'],
  [COLON, 'RAS wild-type', 'Absent', { cetuximab: 'open: RAS' }, '!KRAS variant not present'],
  [COLON, 'RAS wild-type', 'Negative', { cetuximab: 'open: RAS' }, '!KRAS variant not present'],
  [COLON, 'RAS', 'Wild type', { cetuximab: 'fits' }, 'KRAS'],
  [BREAST, 'HER2-low', 'Positive', { trastuzumab: 'absent' }, 'HER2 Positive low'],
  [BREAST, 'HER2-low', 'No', { trastuzumab: 'open: HER2', 'trastuzumab deruxtecan': 'open: HER2' }, 'HER2 No indeterminate'],
  [BREAST, 'HER2 negative', 'Positive', { trastuzumab: 'open: HER2' }, 'HER2 Positive indeterminate'],
  [BREAST, 'HER2 negative', 'Yes', { trastuzumab: 'absent' }, 'HER2 Yes negative'],
  [BREAST, 'HER2 negative', false, { trastuzumab: 'open: HER2' }, 'HER2 indeterminate'],
  [BREAST, 'HER2 positive', 'Negative', { trastuzumab: 'absent' }, 'HER2 Negative negative'],
  [BREAST, 'HER2 positive', 'Positive', { trastuzumab: 'fits' }, 'HER2 Positive positive'],
];
export const statesInTitles: Family = {
  source: 'Titles that hold the state of a marker, answered by a bare word',
  cases: STATES.map(([at, title, answer, orders, finds]): ThirdPartyCase => ({
    name: `${title} = ${String(answer)}`,
    chart: [tumour(at), result(title, answer)],
    orders,
    finds: [finds],
  })),
};

const DENIED: readonly (readonly [tumour: string, titles: readonly string[], answers: readonly Value[], drug: string, outcome: Outcome, finds: string])[] = [
  [COLON, ['KRAS/NRAS wild type', 'RAS wild-type'], ['Yes', 'Present', 'Detected', true, 'Wild type'], 'cetuximab', 'fits', 'KRAS variant not present'],
  [COLON, ['KRAS/NRAS wild type', 'no RAS mutation', 'RAS negative'], ['Positive', 'No', false], 'cetuximab', 'open: KRAS', '!KRAS'],
  [COLON, ['KRAS wild type', 'KRAS-Wildtyp', 'KRAS WT', 'KRAS negative', 'No KRAS mutation detected'], ['Yes', true, coded('http://snomed.info/sct', '373066001', 'Yes')], 'cetuximab', 'untested: No NRAS result on file: test', 'KRAS variant not present'],
  [COLON, ['KRAS wild type'], ['G12D'], 'cetuximab', 'against: KRAS G12D', 'KRAS p.Gly12Asp present'],
  [COLON, ['no KRAS mutation', 'KRAS negative'], ['Positive', 'Present', 'Detected', 'No', 'Absent'], 'cetuximab', 'info: KRAS result cannot be read', '!KRAS'],
  [COLON, ['no KRAS mutation', 'KRAS wild type'], ['Negative', 'Not detected'], 'cetuximab', 'info: KRAS result cannot be read', '!KRAS'],
  [MELANOMA, ['BRAF wild type', 'BRAF V600E negative'], ['Yes'], 'vemurafenib', 'absent', 'not present'],
  [MELANOMA, ['BRAF V600E negative', 'BRAF wild type'], ['Positive', 'No'], 'vemurafenib', 'open: BRAF', '!BRAF'],
  [LUNG, ['EGFR wild-type', 'no EGFR mutation', 'EGFR negative'], ['Yes'], 'osimertinib', 'absent', 'EGFR variant not present'],
  [LUNG, ['EGFR wild-type', 'no EGFR mutation', 'EGFR negative'], ['Positive', 'No'], 'osimertinib', 'open: EGFR', '!EGFR'],
  [LUNG, ['ALK negative', 'ALK fusion negative', 'no ALK rearrangement'], ['Yes'], 'alectinib', 'absent', 'ALK'],
  [LUNG, ['ALK negative', 'ALK fusion negative'], ['Negative', 'Not detected'], 'alectinib', 'absent', 'ALK'],
  [LUNG, ['ALK negative', 'ALK fusion negative', 'no ALK rearrangement'], ['Positive', 'Present', 'Detected', 'No'], 'alectinib', 'open: ALK', '!ALK'],
  [BREAST, ['PTEN negative'], ['Yes', 'Positive', 'Negative'], 'capivasertib', 'info: PTEN result cannot be read', '!PTEN'],
]; // prettier-ignore
export const denialsAsTitles: Family = {
  source: 'Yes and no items of registries and trial systems (find_string ids 53232999309, 21112393839): a title that is itself the denial',
  cases: DENIED.flatMap(([at, titles, answers, drug, outcome, finds]) =>
    titles.flatMap((title) =>
      answers.map((answer): ThirdPartyCase => ({
        name: `"${title}" = ${typeof answer === 'object' ? 'Yes, coded' : String(answer)}`,
        chart: [tumour(at), result(title, answer)],
        orders: { [drug]: outcome },
        finds: [finds],
      })),
    ),
  ),
};

const L858R = { component: [has('Gene', 'EGFR'), has('Variant', 'L858R')] };
const SAID = ['OncoKB annotation: EGFR L858R', 'CIViC EGFR L858R', 'EGFR L858R frequency', 'Mutation frequency EGFR L858R', 'Therapy recommendation EGFR L858R', 'Treatment options: EGFR L858R']; // prettier-ignore
export const saidOfChanges: Family = {
  source: 'Annotations, recommendations and frequencies filed as results: what is said of a change is no finding',
  cases: [
    ...SAID.flatMap((title): ThirdPartyCase[] => [
      { name: title, chart: [tumour(LUNG), result(title, 'EGFR L858R')], orders: { osimertinib: 'open: EGFR' }, finds: ['!L858R'] },
      { name: `${title}, in components`, chart: [tumour(LUNG), result(title, 'EGFR L858R', L858R)], orders: { osimertinib: 'open: EGFR' }, finds: ['!Leu858'] },
      { name: `${title}, beside the finding`, chart: [tumour(LUNG), found('EGFR', 'p.(Leu858Arg)'), result(title, 'EGFR L858R', L858R)], orders: { osimertinib: 'fits' } },
    ]),
    { name: 'the share of the reads', chart: [tumour(LUNG), result('EGFR L858R variant allele frequency', '12 %')], orders: { osimertinib: 'fits' } },
    { name: 'EGFR L858R (genes covered)', chart: [tumour(LUNG), result('EGFR L858R (genes covered)', 'EGFR L858R', L858R)], orders: { osimertinib: 'untested: EGFR' }, finds: ['!Leu858'] },
    { name: 'EGFR L858R', chart: [tumour(LUNG), result('EGFR L858R', 'EGFR L858R', L858R)], orders: { osimertinib: 'fits' } },
  ],
}; // prettier-ignore

const CML = 'Chronic myeloid leukemia';
const FUSION = ['BCR-ABL1', 'BCR-ABL1 fusion transcript', 'BCR::ABL1 fusion gene', 'BCR-ABL1 fusion by RT-PCR'];
export const deniedFusions: Family = {
  source: 'Chronic myeloid leukaemia beside a test for its fusion, by the names laboratories give it',
  cases: [
    { name: 'its usual transcript p210 not detected', chart: [tumour(CML), result('BCR-ABL1 p210', 'Not detected')], orders: { imatinib: 'open: BCR::ABL1 by the diagnosis' } },
    { name: 'a normal karyotype', chart: [tumour(CML), result('81291-7', '46,XX[20]')], orders: { imatinib: 'open: BCR::ABL1 by the diagnosis' } },
    { name: 'a normal karyotype beside the transcript', chart: [tumour(CML), result('Karyotype', '46,XY[20]'), result('BCR-ABL1', 'Positive')], orders: { imatinib: 'fits' } },
    { name: 'a karyotype with t(9;22)', chart: [tumour(CML), result('Karyotype', '46,XX,t(9;22)(q34;q11.2)[20]')], orders: { imatinib: 'fits' } },
    { name: 'a normal karyotype in lymphoblastic leukaemia', chart: [tumour('B-cell acute lymphoblastic leukemia'), result('Karyotype', '46,XX[20]')], orders: { imatinib: 'told: !BCR::ABL1 by the diagnosis' } },
    ...FUSION.flatMap((title): ThirdPartyCase[] => [
    { name: `${title} not detected`, chart: [tumour(CML), result(title, 'Not detected')], orders: { imatinib: 'open: BCR::ABL1 by the diagnosis' } },
    { name: `${title} detected`, chart: [tumour(CML), result(title, 'Detected')], orders: { imatinib: 'fits' } },
  ]),
  ],
}; // prettier-ignore

const OTHER = ['Test methodology', 'AI-assisted pathology diagnosis', 'Tumor grade', 'Tumour purity', 'p53 overexpression', 'Specimen adequacy', 'Quality control', 'Breast cancer molecular subtype', 'BRCA1 germline testing', 'Genomic variant analysis panel']; // prettier-ignore
const OWN: readonly (readonly [code: string, title: string, drug: string])[] = [
  ...['Estrogen receptor', 'Rezeptorstatus', 'Receptor de estrogenos', 'Récepteurs aux œstrogènes', 'Hormone receptor status', 'IHC', 'Tumor marker test', 'Lab 1234'].map((title) => ['16112-5', title, 'fulvestrant'] as const),
  ...['HER2 FISH', 'Gene amplification by FISH', 'ISH dual probe', 'Lab 1234'].map((title) => ['31150-6', title, 'trastuzumab'] as const),
  ...['HER2', 'c-erbB-2', 'Her-2/neu', 'Human epidermal growth factor receptor 2', 'Immunohistochemistry result'].map((title) => ['48676-1', title, 'trastuzumab'] as const),
]; // prettier-ignore
const titled = (code: string, title: string): ReturnType<typeof named> => named(coded('http://loinc.org', code, title), title);
export const otherTitles: Family = {
  source: 'Generated charts (find_string ids 51862319382, 38174219814, 53006075319, 68964288316): a marker’s LOINC code under the title of another thing',
  cases: [
    ...OTHER.flatMap((title): ThirdPartyCase[] => [
      { name: `the code of ER titled "${title}"`, chart: [tumour(BREAST), result(titled('16112-5', title), 'Positive')], orders: { fulvestrant: 'open: ER' }, warns: [title] },
      { name: `the code of HER2 titled "${title}"`, chart: [tumour(BREAST), result(titled('48676-1', title), 'Positive')], orders: { trastuzumab: 'open: HER2' }, warns: [title] },
      { name: `the code of HER2 in situ titled "${title}"`, chart: [tumour(BREAST), result(titled('31150-6', title), 'Positive')], orders: { trastuzumab: 'open: HER2' }, finds: ['!amplification'], warns: [title.replace(' germline testing', '')] },
    ]),
    ...OWN.map(([code, title, drug]): ThirdPartyCase => ({ name: `${code} titled "${title}"`, chart: [tumour(BREAST), result(titled(code, title), 'Positive')], orders: { [drug]: 'fits' } })),
  ],
}; // prettier-ignore
