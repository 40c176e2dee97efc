/** Entries of the problem list that an EHR makes of a gene result, in words of function, risk or sensitivity. */
import type { Family, Outcome } from '../judge.ts';
import { coded, LUNG, OVARY, stage, tumour, words, type Resource } from '../shapes.ts';

const CATEGORY = coded(
  'https://open.epic.com/FHIR/StructureDefinition/condition-category',
  'genomics',
  'Genomic Indicators',
  'Genomic Indicators',
);
const indicator = (text: string): Resource => ({
  resourceType: 'Condition',
  category: [CATEGORY],
  code: words(text),
  subject: { reference: 'Patient/p1' },
  recordedDate: '2026-05-01',
});
const flag = (text: string): Resource => ({
  resourceType: 'Flag',
  status: 'active',
  category: [words('Genomic Indicator')],
  code: words(text),
  subject: { reference: 'Patient/p1' },
});

const UNREAD = 'open/info: could not be interpreted';
const SAID: readonly (readonly [text: string, drug: string, outcome: Outcome])[] = [
  ['VKORC1 Increased Warfarin Sensitivity', 'warfarin', UNREAD],
  ['Warfarin Sensitivity - Increased (VKORC1)', 'warfarin', UNREAD],
  ['SLCO1B1 - Increased Risk of Myopathy', 'simvastatin', UNREAD],
  ['CYP3A5 Expresser', 'tacrolimus', 'warning: raise tacrolimus'],
  ['HLA-B 57:01 High Risk', 'abacavir', `${UNREAD} & !No HLA-B`],
  ['Clopidogrel - Poor Metabolizer', 'clopidogrel', 'info: its gene not named'],
  ['Poor Clopidogrel Metabolizer', 'clopidogrel', 'info: its gene not named'],
  ['Clopidogrel - Normal Metabolizer', 'clopidogrel', 'silent'],
];

/** Entries of a plain problem list, without the category of indicators: OMIM's names, and a drug in the place of a gene. */
const PROBLEMS: readonly (readonly [text: string, drug: string, outcome: Outcome])[] = [
  ['Drug metabolism, poor, CYP2C19-related', 'clopidogrel', 'warning: avoid clopidogrel'],
  ['Drug metabolism, poor, CYP2D6-related', 'codeine', 'warning: CYP2D6 poor metabolizer'],
  ['Poor metabolizer of clopidogrel', 'clopidogrel', 'info: its gene not named'],
];

export const indicators: Family = {
  source: 'Epic template condition.read (Genomic Indicators) of a public FHIR mapping: code.text alone, no clinical status',
  cases: [
    ...SAID.map(([text, drug, outcome]) => ({ name: text, chart: [indicator(text)], orders: { [drug]: outcome } })),
    ...PROBLEMS.map(([text, drug, outcome]) => ({
      name: `${text} as a problem`,
      chart: [{ resourceType: 'Condition', id: 'c1', code: words(text), subject: { reference: 'Patient/p1' } }],
      orders: { [drug]: outcome },
    })),
    ...SAID.slice(0, 4).map(([text, drug, outcome]) => ({ name: `${text} as a flag`, chart: [flag(text)], orders: { [drug]: outcome } })),
    ...[
      { name: 'EGFR L858R in the note of the diagnosis', more: { note: [{ text: 'Seen in clinic. EGFR L858R detected.' }] } },
      { name: 'EGFR L858R in the stage of the diagnosis', more: stage('Stage IV, EGFR L858R') },
    ].map(({ name, more }) => ({
      name,
      chart: [tumour(LUNG, more)],
      orders: { osimertinib: 'info: EGFR L858R & by the diagnosis alone & !No EGFR' },
    })),
    ...['BRCA1 Pathogenic Variant', 'BRCA1 Positive'].map((text) => ({
      name: text,
      chart: [tumour(OVARY), indicator(text)],
      orders: { olaparib: 'open/info: BRCA1 result cannot be read' },
    })),
  ],
};
