/** A change named in order to deny it, with and without a value: never found. */
import type { Family, Outcome } from '../judge.ts';
import { AML, gene, has, LUNG, MELANOMA, PRESENT, result, tumour, words, type Gene } from '../shapes.ts';

const CHANGES: readonly (readonly [gene: Gene, change: string, drug: string, tumour: string])[] = [
  ['MET', 'exon 14 skipping', 'capmatinib', LUNG],
  ['EGFR', 'L858R', 'osimertinib', LUNG],
  ['ALK', 'EML4-ALK fusion', 'alectinib', LUNG],
  ['EGFR', 'exon 19 deletion', 'osimertinib', LUNG],
  ['BRAF', 'V600E', 'vemurafenib', MELANOMA],
  ['KRAS', 'G12C', 'sotorasib', LUNG],
  ['FLT3', 'ITD', 'quizartinib', AML],
];
const FORMS: readonly (readonly [form: (change: string) => string, outcome: Outcome])[] = [
  [(change) => `${change} not detected`, 'open/absent'],
  [(change) => `no ${change}`, 'open/absent'],
  [(change) => `Negative for ${change}`, 'open/absent'],
  [(change) => `${change} (ND)`, 'open/absent'],
];

export const denials: Family = {
  source: 'HL7/genomics-reporting 3.0.0 Variant: free words in amino-acid-change, as laboratories without codes send them',
  cases: CHANGES.flatMap(([symbol, change, drug, at], place) => [
    // Every form for the first three, one form in turn for the others.
    ...FORMS.filter((_, form) => place < 3 || form === place % FORMS.length).map(([form, outcome]) => ({
      name: `${symbol} "${form(change)}" without a value`,
      chart: [tumour(at), result('69548-6', null, { component: [gene(symbol), has('48005-3', words(form(change)))] })],
      orders: { [drug]: outcome },
    })),
    {
      name: `${symbol} "${change} not detected" beside Present`,
      chart: [tumour(at), result('69548-6', PRESENT, { component: [gene(symbol), has('48005-3', words(`${change} not detected`))] })],
      orders: { [drug]: 'open: !tested, not found' },
    },
  ]),
};
