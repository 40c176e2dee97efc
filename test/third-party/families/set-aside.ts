/** Results that their own record sets aside: for research alone, or taken back in a note. What they say is told with the limit, and decides nothing. */
import type { Family, ThirdPartyCase } from '../judge.ts';
import { BREAST, COLON, found, LUNG, result, tumour, type Resource } from '../shapes.ts';

const RESEARCH: Resource = { note: [{ text: 'For research use only. Not for use in diagnostic procedures.' }] };
const BACK: Resource = { note: [{ text: 'Sample mix-up suspected; please disregard this result.' }] };
const CASES: readonly ThirdPartyCase[] = [
  {
    name: 'EGFR L858R for research: told with its name, and to be confirmed',
    chart: [tumour(LUNG), { ...found('EGFR', 'p.Leu858Arg'), ...RESEARCH }],
    orders: { osimertinib: 'open: L858R & for research use only & confirm it' },
    finds: ['!present'],
  },
  {
    name: 'KRAS wild type for research is no wild type',
    chart: [tumour(COLON), result('KRAS', 'wild type', RESEARCH), result('NRAS', 'wild type', RESEARCH)],
    orders: { cetuximab: 'open: for research use only' },
  },
  {
    name: 'KRAS G12D for research beside NRAS that was not tested',
    chart: [tumour(COLON), result('KRAS', 'G12D', RESEARCH)],
    orders: { cetuximab: 'untested/open: G12D & for research use only' },
  },
  {
    name: 'the same change by a clinical test: the clinical one counts',
    chart: [tumour(LUNG), { ...found('EGFR', 'p.Leu858Arg'), ...RESEARCH }, result('EGFR', 'L858R detected')],
    orders: { osimertinib: 'fits' },
  },
  {
    name: 'HLA-B*57:01 positive for research: not read as negative, and the reason told',
    chart: [result('HLA-B*57:01', 'Positive', RESEARCH)],
    orders: { abacavir: 'open/info: for research use only & !No HLA-B' },
  },
  { name: 'HER2 3+ taken back', chart: [tumour(BREAST), result('HER2 IHC', '3+', BACK)], orders: { trastuzumab: 'open: !No HER2' } },
  { name: 'ER 90 % taken back', chart: [tumour(BREAST), result('Estrogen receptor', '90%', BACK)], orders: { fulvestrant: 'open/untested: 90%' } },
  { name: 'MSI-High taken back', chart: [tumour(COLON), result('MSI status', 'MSI-High', BACK)], orders: { pembrolizumab: 'open/untested: MSI-High' } },
]; // prettier-ignore

export const setAside: Family = {
  source:
    'CAP workgroup on sequencing data (Arch Pathol Lab Med 2025;149:152): what is not clinically validated is confirmed before it is used',
  cases: CASES,
};
