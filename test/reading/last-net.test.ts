/**
 * The last net: whatever its form, a result that names a gene is on file. What no reader understands is told of its gene, which then looks neither
 * untested nor normal; what only speaks of a gene is no result.
 */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const UNREADABLE = 'Class 17 by our key';
const said = (value: string) => ({ valueString: value });
const report = (code: string, more: Record<string, unknown>): Resource => ({
  resourceType: 'DiagnosticReport',
  id: 'r',
  status: 'final',
  code: words(code),
  subject: { reference: 'Patient/p1' },
  ...more,
});

/** Genes that are told as tested, whether inherited or of a tumour, and what was warned of. */
function told(...resources: readonly Resource[]) {
  const { facts, warnings } = read(bundle(patient, ...resources));
  return {
    germline: facts.germline.map(germlineLine),
    tested: facts.tested.map(({ gene, negative }) => `${gene}${negative ? ' negative' : ''}`),
    variants: facts.variants.length,
    warnings: warnings.map(({ message }) => message),
  };
}

const SHAPES: readonly (readonly [string, (gene: string) => readonly Resource[]])[] = [
  ['named by the gene', (gene) => [observation('o', words(gene), said(UNREADABLE))]],
  ['named as its test', (gene) => [observation('o', words(`${gene} test`), said(UNREADABLE))]],
  ['under a name that promises something else', (gene) => [observation('o', words(`${gene} genotype information`), said(UNREADABLE))]],
  ['under a local code that is the gene', (gene) => [observation('o', { coding: [{ system: 'urn:lab', code: gene }] }, said(UNREADABLE))]],
  [
    'the gene as a component, its answer under a name nobody knows',
    (gene) => [
      observation('o', words('Molecular result'), {
        component: [component(words('Gene'), said(gene)), component(words('Outcome class'), said(UNREADABLE))],
      }),
    ],
  ],
  [
    'a gene component alone',
    (gene) => [observation('o', words('Molecular result'), { ...said(UNREADABLE), component: [component(loinc('48018-6'), said(gene))] })],
  ],
  ['leading the value of a genetic test', (gene) => [observation('o', words('Genetic test result'), said(`${gene}: ${UNREADABLE}`))]],
  ['a note and no value', (gene) => [observation('o', words(`${gene} screening`), { note: [{ text: UNREADABLE }] })]],
  ['a report of its name with words', (gene) => [report(`${gene} analysis`, { conclusion: UNREADABLE })]],
  [
    'a report of its name as a document',
    (gene) => [report(`${gene} analysis`, { presentedForm: [{ contentType: 'application/pdf', data: 'JVBERi0=' }] })],
  ],
];

describe('a result of a form that nobody knows', () => {
  it.each(SHAPES.flatMap(([shape, make]) => ['CYP2C19', 'DPYD', 'SLCO1B1', 'HLA-B'].map((gene) => [gene, shape, make] as const)))(
    '%s, %s: the pharmacogene has a result that decides nothing',
    (gene, _shape, make) => {
      const found = told(...make(gene));
      expect(found.germline).toEqual([`${gene} no call`]);
      expect(found.warnings.join('\n')).toContain(gene);
    },
  );

  it.each(SHAPES.flatMap(([shape, make]) => ['EGFR', 'BRAF', 'BRCA2'].map((gene) => [gene, shape, make] as const)))(
    '%s, %s: the gene was examined, and nothing is said of what was found',
    (gene, _shape, make) => {
      const found = told(...make(gene));
      expect(found.tested).toEqual([gene]);
      expect(found.variants).toBe(0);
      expect(found.warnings.join('\n')).toContain(gene);
    },
  );

  it('a line of a genetic report that a pharmacogene leads', () => {
    expect(told(report('Genetic test', { conclusion: `CYP2C19: ${UNREADABLE}` })).germline).toEqual(['CYP2C19 no call']);
  });

  it('beside a result of the same gene that was read nothing is added', () => {
    const found = told(
      observation('g', words('CYP2C19 genotype'), said('*1/*2')),
      observation('o', words('CYP2C19 class'), said(UNREADABLE)),
    );
    expect(found.germline).toEqual(['CYP2C19 *1/*2']);
  });
});

describe('a marker in a form that nobody knows', () => {
  it.each<[string, string, Resource]>([
    [
      'HER2',
      'answered by a code alone',
      observation('o', words('HER2'), { valueCodeableConcept: { coding: [{ system: 'urn:lab', code: 'A17' }] } }),
    ],
    ['HER2', 'in a note', observation('o', words('HER2/neu'), { note: [{ text: UNREADABLE }] })],
    [
      'HER2',
      'as a report whose answer is a document',
      report('HER2 FISH', { presentedForm: [{ contentType: 'application/pdf', data: 'JVBERi0=' }] }),
    ],
    ['PD-L1', 'leading the value of a tumour marker', observation('o', words('Tumor marker'), said(`PD-L1: ${UNREADABLE}`))],
    ['PD-L1', 'as a report with words', report('PD-L1 immunohistochemistry', { conclusion: UNREADABLE })],
    [
      'ER',
      'as a part of a panel',
      observation('o', words('Receptor panel'), {
        component: [component(words('Marker'), said('Estrogen receptor')), component(words('Class'), said(UNREADABLE))],
      }),
    ],
    ['MSI', 'by its interpretation alone', observation('o', words('Microsatellite instability'), { interpretation: [words(UNREADABLE)] })],
  ])('%s %s is on file and decides nothing', (kind, _form, resource) => {
    const { facts, warnings } = read(bundle(patient, resource));
    expect(facts.biomarkers).toEqual([expect.objectContaining({ kind })]);
    expect(facts.biomarkers[0]).not.toHaveProperty('status');
    expect(warnings.map(({ message }) => message).join('\n')).toContain(kind);
  });

  it('beside a result of the same marker that was read nothing is added, nor of the one that answers for it', () => {
    const { facts } = read(
      bundle(
        patient,
        observation('m', words('Mismatch repair status'), said('proficient')),
        observation('o', words('Microsatellite instability'), { note: [{ text: UNREADABLE }] }),
      ),
    );
    expect(facts.biomarkers.map(({ kind }) => kind)).toEqual(['MMR']);
  });

  it.each<[string, Resource]>([
    ['the room of that name', observation('o', words('Location of care'), said('ER'))],
    ['a treatment', observation('o', words('Tumor board'), said('Anti-PD-L1 therapy given'))],
    ['a test that was ordered', observation('o', words('HER2'), said('Ordered'))],
    ['a pending report', report('HER2 FISH', { conclusion: 'Pending' })],
  ])('%s is no marker', (_what, resource) => {
    expect(read(bundle(patient, resource)).facts.biomarkers).toEqual([]);
  });
});

const narrative = (...lines: readonly string[]) => ({
  text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${lines.map((line) => `<p>${line}</p>`).join('')}</div>` },
});
const section = (more: Record<string, unknown>): Resource => ({
  resourceType: 'Composition',
  id: 'c',
  status: 'final',
  type: words('Summary'),
  subject: { reference: 'Patient/p1' },
  section: [{ title: 'Results', section: [{ title: 'Genetics', ...more }] }],
});

describe('in a narrative alone', () => {
  const lines = ['CYP2C19: *2/*2, poor metabolizer', '<b>HLA-B</b> *57:01 positive', 'EGFR p.L858R detected'];
  it.each<[string, Resource]>([
    ['a genetic report without results', report('Genetic report', narrative(...lines))],
    ['a genetic result without a value', observation('o', loinc('51969-4', 'Genetic analysis report'), narrative(...lines))],
    ['a section of a document that lists nothing', section(narrative(...lines))],
  ])('%s', (_where, resource) => {
    const found = told(resource);
    expect(found.germline.sort()).toEqual(['CYP2C19 no call', 'HLA-B no call']);
    expect(found.tested).toEqual(['EGFR']);
    expect(found.variants).toBe(0);
  });

  it.each<[string, Resource]>([
    ['a section that lists its results', section({ ...narrative(...lines), entry: [{ reference: 'Observation/elsewhere' }] })],
    ['words of no result', section(narrative('CYP2C19 inhibitors: omeprazole', 'CYP2D6: testing recommended', 'Allergies: none'))],
    ['people in general', section(narrative('CYP2C19 poor metabolizers should receive another drug'))],
    ['a relative', section(narrative('Mother: CYP2C19 *2/*2'))],
    ['a report that is no genetic one', report('Discharge summary', narrative(...lines))],
  ])('nothing: %s', (_what, resource) => {
    const found = told(resource);
    expect(found.germline).toEqual([]);
  });
});

describe('no result', () => {
  it.each<[string, Resource]>([
    ['an inhibitor', observation('o', words('CYP2D6 inhibitor on board'), said('fluoxetine'))],
    ['what a drug is broken down by', observation('o', words('Drug review'), said('Metabolized by CYP2D6'))],
    [
      'an interaction in a genetic consultation',
      observation('o', words('Genetics consultation'), said('CYP2D6 interaction with paroxetine discussed')),
    ],
    ['a plan', observation('o', words('Genetic counselling'), said('CYP2C19 testing recommended'))],
    ['a test that was ordered', observation('o', words('CYP2C19 test'), said('Ordered'))],
    ['a test that was not done', observation('o', words('CYP2C19 test'), said('Not performed'))],
    ['a question', observation('o', words('Have you had CYP2C19 testing?'), said('Yes'))],
    ['a refusal', observation('o', words('DPYD test'), said('Patient declined'))],
    ['a relative', observation('o', words('CYP2C19 test of mother'), said(UNREADABLE))],
    ['a donor', observation('o', words('Donor CYP2C19'), said(UNREADABLE))],
    ['antibodies', observation('o', words('HLA-B antibodies'), said(UNREADABLE))],
    ['a filtration rate', observation('o', words('EGFR'), said('>60'))],
    ['a filtration rate as a number', observation('o', words('EGFR'), { valueQuantity: { value: 55, unit: 'mL/min' } })],
    ['a phosphatase', observation('o', words('ALK'), { valueQuantity: { value: 85, unit: 'U/L' } })],
    ['a name with nothing under it', observation('o', words('CYP2C19'), {})],
    ['a report that is to come', report('CYP2C19 analysis', { conclusion: 'Pending' })],
    ['a report’s advice', report('Genetic test', { conclusion: 'CYP2C19: testing is recommended' })],
  ])('%s', (_what, resource) => {
    const found = told(resource);
    expect(found.germline).toEqual([]);
    expect(found.tested).toEqual([]);
  });
});
