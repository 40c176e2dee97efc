/** Where the words about a tumour's finding stand. */
import { diagnosticReport, has, result, tumour, words, type Resource } from '../../third-party/shapes.ts';
import type { TumourSaying } from './sayings.ts';
import type { TumourSubject } from './subjects.ts';

export interface TumourCarrier {
  readonly name: string;
  readonly plain?: boolean;
  /** Stands in the diagnosis itself, which then is not given beside it. */
  readonly isDiagnosis?: boolean;
  readonly make: (subject: TumourSubject, saying: TumourSaying) => readonly Resource[];
}

const narrative = (text: string): Resource => ({
  text: {
    status: 'additional',
    div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${text.replace(/</g, '&lt;').replace(/>/g, '&gt;')}</p></div>`,
  },
});
/** Under the gene's own title, or the one that a laboratory gives a test of a change: a marker has no "mutation". */
const testOf = ({ gene, marker, protein }: TumourSubject): string =>
  marker === true ? gene : `${gene} ${protein === undefined ? 'rearrangement' : 'mutation'}`;

export const TUMOUR_CARRIERS: readonly TumourCarrier[] = [
  { name: 'text under the gene', plain: true, make: (s, { value }) => [result(s.gene, value)] },
  { name: 'text under the test', plain: true, make: (s, { value }) => [result(testOf(s), value)] },
  { name: 'concept under the test', make: (s, { value }) => [result(testOf(s), words(value))] },
  { name: 'status of the test', make: (s, { value }) => [result(`${testOf(s)} status`, value)] },
  { name: 'component of a panel', make: (s, { value }) => [result('Molecular testing', null, { component: [has(s.gene, value)] })] },
  {
    name: 'component beside others',
    make: (s, { value }) => [result('NGS panel', null, { component: [has('TP53', 'Not detected'), has(s.gene, value), has('KIT', 'Not detected')] })],
  },
  { name: 'rows gene and result', make: (s, { value }) => [result('NGS panel', null, { component: [has('Gene', s.gene), has('Result', value)] })] },
  { name: 'value of a panel', make: (_, { sentence }) => [result('Molecular testing', sentence)] },
  { name: 'list in the value of a panel', make: (s, { value }) => [result('NGS panel', `TP53: not detected; ${s.gene}: ${value}; KIT: not detected`)] },
  { name: 'table in the value of a panel', make: (s, { value }) => [result('NGS panel', `Gene | Result\nTP53 | Not detected\n${s.gene} | ${value}\nKIT | Not detected`)] },
  { name: 'one item a line in the value of a panel', make: (s, { value }) => [result('NGS panel', `TP53\nNot detected\n${s.gene}\n${value}\nKIT\nNot detected`)] },
  {
    name: 'list in a conclusion',
    make: (s, { value }) => [diagnosticReport('Molecular pathology report', { conclusion: `TP53: not detected. ${s.gene}: ${value}. KIT: not detected.` })],
  },
  {
    name: 'result and what it means in a conclusion',
    make: (_, { sentence }) => [diagnosticReport('NGS report', { conclusion: `${sentence}. Targeted therapy may be considered where approved.` })],
  },
  { name: '69548-6 in words', make: (_, { sentence }) => [result('69548-6', sentence)] },
  { name: 'conclusion of a report', make: (_, { sentence }) => [diagnosticReport('51969-4', { conclusion: sentence })] },
  { name: 'conclusion under a title', make: (_, { sentence }) => [diagnosticReport('Molecular pathology report', { conclusion: sentence })] },
  { name: 'conclusion of stains', make: (_, { sentence }) => [diagnosticReport('Immunohistochemistry report', { conclusion: sentence })] },
  { name: 'note of a result', make: (s, { sentence }) => [result(testOf(s), null, { note: [{ text: sentence }] })] },
  { name: 'narrative of a result', make: (s, { sentence }) => [result(testOf(s), null, narrative(sentence))] },
  { name: 'narrative of a report', make: (_, { sentence }) => [diagnosticReport('51969-4', narrative(sentence))] },
  { name: 'problem beside the tumour', make: (_, { sentence }) => [{ resourceType: 'Condition', id: 'listed', code: words(sentence), subject: { reference: 'Patient/p1' } }] },
  { name: 'in the diagnosis', isDiagnosis: true, make: (s, { sentence }) => [tumour(words(`${s.tumour}, ${sentence}`))] },
  { name: 'note of the diagnosis', isDiagnosis: true, make: (s, { sentence }) => [tumour(s.tumour, { note: [{ text: sentence }] })] },
  { name: 'stage of the diagnosis', isDiagnosis: true, make: (s, { sentence }) => [tumour(s.tumour, { stage: [{ summary: words(`Stage IV, ${sentence}`) }] })] },
]; // prettier-ignore
