/** Stains of proteins as an Observation of their own: which protein stands in a component, the answer in the value. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import {
  AML, BREAST, COLON, gene, GIST, loinc, LUNG, MELANOMA, OVARY, percent, result, snomed, tumour, words, type Code, type Gene, type Value,
} from '../shapes.ts'; // prettier-ignore

const STAIN = snomed('1234806008', 'Observation using immunohistochemistry (observable entity)');
const POSITIVE = loinc('LA6576-8', 'Positive');
const NEGATIVE = loinc('LA6577-6', 'Negative');
type Orders = Readonly<Record<string, Outcome>>;
type Row = readonly [protein: Gene, answer: Value, tumour: string, orders: Orders, more?: Partial<ThirdPartyCase>];

const PROTEINS: readonly Row[] = [
  ['ERBB2', loinc('LA11843-2', '3+'), BREAST, { trastuzumab: 'fits' }],
  ['ERBB2', loinc('LA6111-4', '0'), BREAST, { trastuzumab: 'absent' }],
  ['ALK', POSITIVE, LUNG, { alectinib: 'fits/open: ALK & !No ALK' }],
  ['ROS1', POSITIVE, LUNG, { entrectinib: 'open: ROS1 & !No ROS1' }],
  ['NTRK1', POSITIVE, LUNG, { larotrectinib: 'open: !No NTRK1' }],
  ['MET', POSITIVE, LUNG, { capmatinib: 'open/absent/untested' }],
  ['EGFR', POSITIVE, LUNG, { osimertinib: 'open/untested: !tested, not found' }],
  ['BRAF', POSITIVE, MELANOMA, { vemurafenib: 'fits/open: !No BRAF' }],
  ['MLH1', words('Loss of nuclear expression'), COLON, { pembrolizumab: 'fits' }],
  ['MSH2', POSITIVE, COLON, { pembrolizumab: 'open/untested' }],
  ['MLH1', NEGATIVE, COLON, { pembrolizumab: 'fits' }],
  ['CD274', percent(60), LUNG, { pembrolizumab: 'untested: EGFR & ALK & !PD-L1 result' }],
  ['ESR1', POSITIVE, BREAST, { elacestrant: 'untested/open: ESR1', fulvestrant: 'fits/open/silent' }],
  ['PGR', POSITIVE, BREAST, {}, { finds: ['PR'] }],
  ['MKI67', percent(40), BREAST, {}, { finds: ['Ki-67 40%'] }],
  ['TP53', POSITIVE, BREAST, {}, { finds: ['!TP53 variant present'] }],
  ['KIT', POSITIVE, GIST, { imatinib: 'fits/silent' }],
  ['CLDN18', POSITIVE, 'Gastric adenocarcinoma', { zolbetuximab: 'fits/open/untested' }, { finds: ['!CLDN18 variant present'] }],
  ['TACSTD2', POSITIVE, OVARY, {}, { finds: ['!TACSTD2 variant present'] }],
  ['FOLR1', percent(80), OVARY, { 'mirvetuximab soravtansine': 'fits/open: !No FOLR1' }],
  ['FOLR1', percent(70), OVARY, { 'mirvetuximab soravtansine': 'absent' }, { open: 'below the 75 % of label 761310 whatever the intensity' }],
]; // prettier-ignore

const ALL_FOUR: readonly Gene[] = ['MLH1', 'MSH2', 'MSH6', 'PMS2'];
const protein = (symbol: Gene, answer: Value, code: Code = STAIN) => result(code, answer, { component: [gene(symbol)] });
const spoken = (answer: Value): string =>
  typeof answer === 'object' && answer !== null
    ? JSON.stringify(answer).replace(/.*"(?:display|text|value)":"?([^",}]+).*/, '$1')
    : String(answer);

export const proteinStains: Family = {
  source: 'MII Molekulares Tumorboard, mii-exa-mtb-…-cancer-molpatho.fsh (immunohistochemistry with the protein as component)',
  cases: [
    ...PROTEINS.map(([symbol, answer, at, orders, more]): ThirdPartyCase => ({
      name: `${symbol} stain ${spoken(answer)}: ${at}`,
      chart: [tumour(at), protein(symbol, answer)],
      orders,
      ...more,
    })),
    {
      name: 'all four mismatch repair proteins positive: retained',
      chart: [tumour(COLON), ...ALL_FOUR.map((symbol) => protein(symbol, POSITIVE))],
      orders: { pembrolizumab: 'open/untested/absent' },
      finds: ['!deficient'],
    },
    {
      name: 'ALK by the LOINC code of any immune stain',
      chart: [tumour(LUNG), protein('ALK', POSITIVE, loinc('55229-9', 'Immune stain study'))],
      orders: { alectinib: 'fits/open: !No ALK' },
    },
    {
      name: 'FLT3 stain: nothing of the ITD',
      chart: [tumour(AML), protein('FLT3', POSITIVE)],
      orders: { quizartinib: 'open/untested' },
    },
  ],
}; // prettier-ignore

type Mmr = readonly [name: Code, answer: Value, outcome: Outcome, more?: Partial<ThirdPartyCase>];
const REPAIR: readonly Mmr[] = [
  ['50322-7', POSITIVE, 'open/untested'],
  ['MLH1 immunohistochemistry', 'Positive', 'open/untested'],
  ['MSH6 protein expression (IHC)', snomed('10828004', 'Positive'), 'open/untested'],
  ['MLH1', 'Nuclear expression present', 'open/untested'],
  ['Mismatch repair proteins IHC (MLH1, PMS2, MSH2, MSH6)', 'Positive', 'open/untested'],
  ['Mismatch repair proteins by IHC', 'See comment', 'open/untested'],
  ['Mismatch repair deficiency (dMMR)', 'Negative', 'open/untested/absent'],
  ['Mismatch repair deficiency', 'Positive', 'fits', { warns: ['!could not be read'] }],
  ['Microsatellite instability', 'Completed', 'open/untested'],
  ['Microsatellite instability (MSI) PCR', 'Positive', 'fits'],
];

export const repairProteins: Family = {
  source: 'Mismatch repair and MSI in a laboratory’s own words',
  cases: REPAIR.map(([name, answer, outcome, more]) => ({
    name: `${typeof name === 'string' ? name : ''} = ${spoken(answer)}`,
    chart: [tumour(COLON), result(name, answer)],
    orders: { pembrolizumab: outcome },
    ...more,
  })),
};
