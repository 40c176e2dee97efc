/** Where the words about a gene stand: under a title, in a component, in a report's conclusion, on a list, in the narrative alone. */
import { diagnosticReport, has, loinc, result, words, type Resource } from '../../third-party/shapes.ts';
import { hgnc } from '../../reading/resources.ts';
import type { Saying } from './sayings.ts';
import type { GermlineSubject } from './subjects.ts';

export interface Carrier {
  readonly name: string;
  /** A title that names the gene with a word as value: what is said plainly here has to speak. */
  readonly plain?: boolean;
  readonly make: (subject: GermlineSubject, saying: Saying) => readonly Resource[];
}

const geneOf = ({ gene, hgnc: id }: GermlineSubject): Resource => has('48018-6', hgnc(`HGNC:${id}`, gene));
/** The name by which a laboratory lists the test. */
export const nameOf = ({ gene, allele }: GermlineSubject): string => (allele === undefined ? gene : `${gene}${allele}`);
/** A gene beside it, of which the panel tells as well. */
const other = ({ gene }: GermlineSubject): string => (gene === 'TPMT' ? 'CYP2C9' : 'TPMT');
const narrative = (text: string): Resource => ({
  text: {
    status: 'additional',
    div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${text.replace(/</g, '&lt;').replace(/>/g, '&gt;')}</p></div>`,
  },
});
const onList = (type: string, text: string): Resource => ({
  resourceType: type,
  id: 'listed',
  code: words(text),
  [type === 'AllergyIntolerance' ? 'patient' : 'subject']: { reference: 'Patient/p1' },
  ...(type === 'Flag' ? { status: 'active' } : {}),
});

export const CARRIERS: readonly Carrier[] = [
  { name: 'text under the gene', plain: true, make: (s, { value }) => [result(s.gene, value)] },
  { name: 'concept under the gene', plain: true, make: (s, { value }) => [result(s.gene, words(value))] },
  { name: 'text under "genotype"', make: (s, { value }) => [result(`${s.gene} genotype`, value)] },
  { name: 'text under "phenotype"', make: (s, { value }) => [result(`${s.gene} phenotype`, value)] },
  { name: 'text under the allele asked for', make: (s, { value }) => (s.allele === undefined ? [] : [result(nameOf(s), value)]) },
  { name: '84413-4 with gene, concept', make: (s, { value }) => [result('84413-4', words(value), { component: [geneOf(s)] })] },
  { name: '84413-4, sentence', make: (_, { sentence }) => [result('84413-4', sentence)] },
  { name: '53040-2 with gene, text', make: (s, { value }) => [result('53040-2', value, { component: [geneOf(s)] })] },
  { name: 'component of a panel', make: (s, { value }) => [result('Pharmacogenomics panel', null, { component: [has(s.gene, value)] })] },
  { name: 'value of a panel', make: (_, { sentence }) => [result('Pharmacogenomics panel', sentence)] },
  {
    name: 'table in the value of a panel',
    make: (s, { value }) => [result('Pharmacogenomics panel', `Gene | Result\n${nameOf(s)} | ${value}\n${other(s)} | *1/*1`)],
  },
  {
    name: 'one item a line in the value of a panel',
    make: (s, { value }) => [result('Pharmacogenomics panel', `${other(s)}\n*1/*1\n${nameOf(s)}\n${value}`)],
  },
  {
    name: 'rows gene and result',
    make: (s, { value }) => [result('Pharmacogenomics panel', null, { component: [has('Gene', s.gene), has('Result', value)] })],
  },
  { name: 'conclusion of a report', make: (_, { sentence }) => [diagnosticReport('51969-4', { conclusion: sentence })] },
  {
    name: 'table in a conclusion',
    make: (s, { value }) => [
      diagnosticReport('Pharmacogenomics report', { conclusion: `Gene | Result\n${nameOf(s)} | ${value}\n${other(s)} | *1/*1` }),
    ],
  },
  {
    name: 'one item a line in a conclusion',
    make: (s, { value }) => [diagnosticReport('Pharmacogenomics report', { conclusion: `${other(s)}\n*1/*1\n${nameOf(s)}\n${value}` })],
  },
  {
    name: 'conclusion under the gene',
    make: (s, { value }) => [diagnosticReport(`${s.gene} genotyping`, { conclusion: value })],
  },
  { name: 'note of a result', make: (s, { sentence }) => [result(`${s.gene} genotype`, null, { note: [{ text: sentence }] })] },
  { name: 'problem', make: (_, { sentence }) => [onList('Condition', sentence)] },
  { name: 'flag', make: (_, { sentence }) => [onList('Flag', sentence)] },
  { name: 'narrative of a result', make: (s, { sentence }) => [result(`${s.gene} genotype`, null, narrative(sentence))] },
  { name: 'narrative of a report', make: (_, { sentence }) => [diagnosticReport(loinc('51969-4'), narrative(sentence))] },
];
