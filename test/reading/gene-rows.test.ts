/**
 * Rows of a report that belong to the gene of a row before them, as HL7 v2 messages become Observations: "Gene studied: CYP2C19", "Genotype: *2/*2",
 * "Phenotype: Poor metabolizer", "Gene studied: DPYD", … The order is trusted only where it can be no other.
 */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const GENE = loinc('48018-6', 'Gene studied [ID]');
const PAIR = loinc('84413-4', 'Genotype display name');
const EFFECT = loinc('53040-2', 'Genetic variation effect on drug metabolism');
const said = (text: string) => ({ valueCodeableConcept: words(text) });
type Row = readonly [code: unknown, text: string];

function germline(rows: readonly Row[], order: readonly number[] = rows.map((_, at) => at)): readonly string[] {
  const observations = rows.map(([code, text], at) => observation(`o${at}`, code, said(text)));
  const report: Resource = {
    resourceType: 'DiagnosticReport',
    id: 'r',
    status: 'final',
    code: words('Pharmacogenomics'),
    subject: { reference: 'Patient/p1' },
    result: order.map((at) => ({ reference: `Observation/o${at}` })),
  };
  return read(bundle(patient, ...observations, report)).facts.germline.map(germlineLine);
}

const CYP2C19: readonly Row[] = [
  [GENE, 'CYP2C19'],
  [PAIR, '*2/*2'],
  [EFFECT, 'Poor metabolizer'],
];
const CYP2D6: readonly Row[] = [
  [words('Gene Studied'), 'CYP2D6'],
  [words('Genotype Name'), '*4/*4'],
  [words('Activity Score'), '0'],
  [words('Pharmacogenomic Effect Value'), 'Poor Metabolizer'],
];

describe('rows under the row of their gene', () => {
  it('two genes, each with its own rows', () => {
    const found = germline([...CYP2C19, ...CYP2D6]);
    expect([...found].sort()).toEqual([
      'CYP2C19 *2/*2',
      'CYP2C19 Poor Metabolizer',
      'CYP2D6 *4/*4',
      'CYP2D6 Poor Metabolizer',
      'CYP2D6 score 0.0',
    ]);
  });

  it('drugs and advice between the rows belong to no gene', () => {
    const drug: readonly Row[] = [[loinc('51963-7', 'Medication assessed'), 'clopidogrel']];
    expect([...germline([...CYP2C19, ...drug, ...CYP2D6])].sort()).toHaveLength(5);
  });
});

it('rows of a gene that is none of the pharmacogenes are not those of the gene before it', () => {
  const other: readonly Row[] = [
    [GENE, 'FKBP5'],
    [PAIR, 'A/G'],
    [EFFECT, 'Poor metabolizer'],
  ];
  expect(germline([[GENE, 'CYP2D6'], [PAIR, '*1/*1'], ...other])).toEqual(['CYP2D6 *1/*1']);
  expect(germline([...other, ...CYP2C19])).toEqual(['CYP2C19 *2/*2', 'CYP2C19 Poor Metabolizer']);
  expect(germline([[GENE, 'CYP2D6'], ...other])).toEqual(['CYP2D6 no call']);
});

describe('an order that tells nothing', () => {
  const two: readonly Row[] = [...CYP2C19, [GENE, 'CYP2D6'], [PAIR, '*4/*4'], [EFFECT, 'Poor metabolizer']];
  it.each<[string, readonly Row[], readonly number[]]>([
    ['sorted by kind', two, [0, 3, 1, 4, 2, 5]],
    ['the rows before their gene', two, [1, 2, 0, 4, 5, 3]],
    ['a kind of row twice under one gene', [...CYP2C19, [PAIR, '*4/*4'], [GENE, 'CYP2D6']], [0, 1, 2, 3, 4]],
    ['not in the report at all', two, []],
  ])('%s: no gene is given to a row, and the genes do not look untested', (_order, rows, order) => {
    expect(germline(rows, order)).toEqual(['CYP2C19 no call', 'CYP2D6 no call']);
  });
});

it('the members of the row of a gene are of that gene', () => {
  const parent = observation('g', GENE, {
    ...said('CYP2C19'),
    hasMember: [{ reference: 'Observation/m' }, { reference: 'Observation/n' }],
  });
  const members = [observation('m', words('Genotype'), said('*2/*2')), observation('n', words('Phenotype'), said('Poor metabolizer'))];
  expect(read(bundle(patient, parent, ...members)).facts.germline.map(germlineLine)).toEqual(['CYP2C19 *2/*2', 'CYP2C19 Poor Metabolizer']);
});

it.each([
  ['under the code of a genotype', loinc('84413-4', 'Genotype')],
  ['under a name of its own', words('HLA typing result')],
])('HLA alleles listed as the genes of a typing, %s', (_under, code) => {
  const typing = observation('t', code, {
    component: ['HLA-B*57:01', 'HLA-B*07:02'].map((allele) => component(loinc('48018-6'), said(allele))),
  });
  expect(read(bundle(patient, typing)).facts.germline.map(germlineLine)).toEqual(['HLA-B *57:01/*07:02']);
});

it('antibodies against the listed alleles are no typing of the patient', () => {
  const listed = observation('t', words('HLA antibodies, donor specific (DSA)'), {
    component: ['HLA-B*57:01', 'HLA-B*07:02'].map((allele) => component(loinc('48018-6'), said(allele))),
  });
  expect(read(bundle(patient, listed)).facts.germline).toEqual([]);
});
