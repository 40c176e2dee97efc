/**
 * What was looked for and what was found in rows or components apart ("Variant name: HLA-B*57:01", "Result: not detected"): the answer is read under the
 * name of its question where the order leaves no doubt, and a question alone is no finding.
 */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

type Row = readonly [name: unknown, value: unknown];
const said = (value: unknown) => ({ valueCodeableConcept: typeof value === 'string' ? words(value) : value });
const name = (code: unknown) => (typeof code === 'string' ? words(code) : code);
const lines = (...resources: readonly Resource[]) => read(bundle(patient, ...resources)).facts.germline.map(germlineLine);

function inRows(rows: readonly Row[], report = 'Pharmacogenomic panel'): readonly string[] {
  const observations = rows.map(([code, value], at) => observation(`o${at}`, name(code), said(value)));
  const result = rows.map((_, at) => ({ reference: `Observation/o${at}` }));
  const of = {
    resourceType: 'DiagnosticReport',
    id: 'r',
    status: 'final',
    code: words(report),
    subject: { reference: 'Patient/p1' },
    result,
  };
  return lines(...observations, of);
}

const inComponents = (rows: readonly Row[], test = 'Pharmacogenomics') =>
  lines(observation('o', words(test), { component: rows.map(([code, value]) => component(name(code), said(value))) }));

const ABSENT = loinc('LA9634-2', 'Absent');
const ONE: readonly (readonly [string, readonly Row[], readonly string[]])[] = [
  [
    'not found',
    [
      ['Allele tested', 'HLA-B*57:01'],
      ['Result', 'Negative'],
    ],
    ['HLA-B *57:01 absent'],
  ],
  [
    'found',
    [
      ['Marker', 'HLA-B*57:01'],
      ['Test result', 'Positive'],
    ],
    ['HLA-B *57:01 present'],
  ],
  [
    'two, each with its answer',
    [
      ['Allele', 'HLA-B*57:01'],
      ['Result', 'Negative'],
      ['Allele', 'HLA-B*15:02'],
      ['Result', 'Positive'],
    ],
    ['HLA-B *57:01 absent', 'HLA-B *15:02 present'],
  ],
  [
    'a pair of alleles',
    [
      ['Test name', 'CYP2C19 genotype'],
      ['Result', '*2/*2'],
    ],
    ['CYP2C19 *2/*2'],
  ],
  [
    'questions and answers in lists apart',
    [
      ['Allele', 'HLA-B*57:01'],
      ['Allele', 'HLA-B*15:02'],
      ['Result', 'Negative'],
      ['Result', 'Positive'],
    ],
    ['HLA-B no call', 'HLA-B no call'],
  ],
  ['the question alone', [['Variant name', 'HLA-B*57:01']], ['HLA-B no call']],
];

const OTHERS: readonly Row[] = [
  ['Test name', 'HLA-B*57:01'],
  ['Result', 'Negative'],
  ['Test name', 'HIV 1 antibody'],
  ['Result', 'Positive'],
];

it('the answer of another test is not that of the allele before it', () => {
  expect(inRows(OTHERS)).toEqual(['HLA-B *57:01 absent']);
  expect(inRows([...OTHERS.slice(2), ...OTHERS.slice(0, 2)])).toEqual(['HLA-B *57:01 absent']);
  expect(inComponents(OTHERS)).toEqual(['HLA-B *57:01 absent']);
});

it.each(ONE)('in rows: %s', (_what, rows, expected) => {
  expect(inRows(rows)).toEqual(expected);
});

it.each(ONE)('in components: %s', (_what, rows, expected) => {
  expect(inComponents(rows)).toEqual(expected);
});

describe('in rows', () => {
  it('by their LOINC codes', () => {
    expect(
      inRows([
        [loinc('81252-9', 'Discrete genetic variant'), 'HLA-B*57:01'],
        [loinc('69548-6', 'Genetic variant assessment'), ABSENT],
      ]),
    ).toEqual(['HLA-B *57:01 absent']);
  });

  it('two answers that disagree are both kept', () => {
    const rows: readonly Row[] = [
      ['Variant name', 'HLA-B*57:01'],
      ['Genetic variant assessment', 'Detected'],
      ['Phenotype description', 'Negative'],
    ];
    expect(inRows(rows)).toEqual(['HLA-B *57:01 present', 'HLA-B *57:01 absent']);
  });

  it('a row that holds both stays as it is', () => {
    expect(inRows([['Result', 'HLA-B*57:01 positive']])).toEqual(['HLA-B *57:01 present']);
  });
});

describe('antibodies and donors', () => {
  const rows: readonly Row[] = [
    ['Allele', 'HLA-B*57:01'],
    ['Result', 'Negative'],
  ];
  it('are never what the patient carries', () => {
    expect(inComponents(rows, 'Anti-HLA antibodies, single antigen beads')).toEqual([]);
    expect(inRows(rows, 'Donor specific antibody panel')).toEqual(['HLA-B no call']);
  });
});
