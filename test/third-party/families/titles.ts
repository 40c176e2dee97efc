/** Titles that say more than the code, or another thing: a state answered by yes and no, a marker's code copied under another title. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import { BREAST, COLON, coded, named, result, tumour, type Value } from '../shapes.ts';

type State = readonly [tumour: string, title: string, answer: Value, orders: Readonly<Record<string, Outcome>>, finds: string];
const STATES: readonly State[] = [
  [COLON, 'dMMR', 'Absent', { pembrolizumab: 'open: MMR' }, 'MMR Absent proficient'],
  [COLON, 'Mismatch repair deficiency', 'Absent', { pembrolizumab: 'open: MMR' }, 'MMR Absent proficient'],
  [COLON, 'MMR deficiency', 'Present', { pembrolizumab: 'fits' }, 'MMR Present deficient'],
  [COLON, 'MLH1 protein expression', 'Absent', { pembrolizumab: 'fits' }, 'MMR Absent deficient'],
  [COLON, 'MSI-High', 'Absent', { pembrolizumab: 'open: MSI' }, 'MSI Absent stable'],
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

const OTHER = ['Test methodology', 'AI-assisted pathology diagnosis', 'Tumor grade', 'Tumour purity', 'p53 overexpression', 'Specimen adequacy', 'Quality control', 'Breast cancer molecular subtype', 'BRCA1 germline testing', 'Genomic variant analysis panel']; // prettier-ignore
const OWN: readonly (readonly [code: string, title: string, drug: string])[] = [
  ...['Estrogen receptor', 'Rezeptorstatus', 'Receptor de estrogenos', 'Récepteurs aux œstrogènes', 'Hormone receptor status', 'IHC', 'Tumor marker test', 'Lab 1234'].map((title) => ['16112-5', title, 'fulvestrant'] as const),
  ...['HER2', 'c-erbB-2', 'Her-2/neu', 'Human epidermal growth factor receptor 2', 'Immunohistochemistry result'].map((title) => ['48676-1', title, 'trastuzumab'] as const),
]; // prettier-ignore
const titled = (code: string, title: string): ReturnType<typeof named> => named(coded('http://loinc.org', code, title), title);
export const otherTitles: Family = {
  source: 'Generated charts (find_string ids 51862319382, 38174219814, 53006075319, 68964288316): a marker’s LOINC code under the title of another thing',
  cases: [
    ...OTHER.flatMap((title): ThirdPartyCase[] => [
      { name: `the code of ER titled "${title}"`, chart: [tumour(BREAST), result(titled('16112-5', title), 'Positive')], orders: { fulvestrant: 'open: ER' }, warns: [title] },
      { name: `the code of HER2 titled "${title}"`, chart: [tumour(BREAST), result(titled('48676-1', title), 'Positive')], orders: { trastuzumab: 'open: HER2' }, warns: [title] },
    ]),
    ...OWN.map(([code, title, drug]): ThirdPartyCase => ({ name: `${code} titled "${title}"`, chart: [tumour(BREAST), result(titled(code, title), 'Positive')], orders: { [drug]: 'fits' } })),
  ],
}; // prettier-ignore
