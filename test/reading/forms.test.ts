/** Answers of forms: read where the question is the name of a test and nothing else, told where it names a gene or a marker otherwise. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

type Answer = string | boolean | number;
const answerOf = (answer: Answer) =>
  typeof answer === 'string' ? { valueString: answer } : typeof answer === 'boolean' ? { valueBoolean: answer } : { valueDecimal: answer };
const item = (text: string, ...answers: readonly Answer[]) => ({ linkId: '1', text, answer: answers.map(answerOf) });
const group = (text: string, ...within: readonly object[]) => ({ linkId: 'g', text, item: within });
const form = (items: readonly object[], more: object = {}): Resource => ({
  resourceType: 'QuestionnaireResponse', id: 'q', status: 'completed', subject: { reference: 'Patient/p1' }, authored: '2026-01-02', item: items, ...more,
}); // prettier-ignore

function found(...resources: readonly Resource[]) {
  const { facts, warnings } = read(bundle(patient, ...resources));
  return {
    germline: facts.germline.map(germlineLine),
    variants: facts.variants.map(({ genes, names }) => [...genes, ...names].join(' ')),
    markers: facts.biomarkers.map(({ kind, value }) => `${kind} ${String(value)}`),
    tested: facts.tested.map(({ gene }) => gene),
    warnings: warnings.map(({ message }) => message),
  };
}
const NOTHING = { germline: [], variants: [], markers: [], tested: [], warnings: [] };

describe('the name of a test', () => {
  it('of a pharmacogene, alone or under its group', () => {
    expect(found(form([item('CYP2C19 genotype', '*2/*2')]))).toEqual({ ...NOTHING, germline: ['CYP2C19 *2/*2'] });
    const grouped = form([group('CYP2C19', item('Genotype', '*2/*2'), item('Phenotype', 'Poor metabolizer'))]);
    expect(found(grouped).germline.toSorted()).toEqual(['CYP2C19 *2/*2', 'CYP2C19 Poor Metabolizer']);
  });

  it('of a marker and of a tumour gene', () => {
    const answers = form([item('1. HER2 status:', 'Positive'), item('PD-L1 TPS (%)', 80), item('EGFR mutation status', 'L858R detected')]);
    const { markers, variants, warnings } = found(answers);
    expect([markers, variants, warnings]).toEqual([['HER2 Positive', 'PD-L1 80'], [expect.stringMatching(/^EGFR.*L858R/)], []]);
  });

  it('an answer that contradicts the laboratory stands beside it', () => {
    const laboratory = observation('o', words('CYP2C19 genotype'), { valueString: '*1/*1' });
    expect(found(form([item('CYP2C19 genotype', '*2/*2')]), laboratory).germline.toSorted()).toEqual(['CYP2C19 *1/*1', 'CYP2C19 *2/*2']);
  });

  it.each(['Unknown', 'Not tested', 'Pending'])('answered by %s is none', (answer) => {
    expect(found(form([item('CYP2C19 genotype', answer)]))).toEqual(NOTHING);
  });
});

describe('told, and never a result', () => {
  const told = (gene: string, resource: Resource) => {
    const { germline, tested, markers, warnings } = found(resource);
    expect([[...germline, ...tested, ...markers].map((line) => line.split(' ')[0]), germline.filter((line) => !line.endsWith('no call'))]).toEqual([[gene], []]);
    expect(warnings).toEqual([expect.stringContaining(`A form speaks of ${gene}: not interpreted`)]);
  }; // prettier-ignore

  it.each<[string, Resource]>([
    ['what a patient says', form([item('CYP2C19 genotype', '*2/*2')], { source: { reference: 'Patient/p1' } })],
    ['what a relative says', form([item('CYP2C19 genotype', '*2/*2')], { author: { reference: 'RelatedPerson/r' } })],
    ['a form that is not finished', form([item('CYP2C19 genotype', '*2/*2')], { status: 'in-progress' })],
    ['a question', form([item('Is the patient a CYP2C19 poor metabolizer?', true)])],
    ['words under another question', form([item('Known genetic results', 'CYP2C19 *2/*2 per outside laboratory')])],
  ])('%s', (_name, resource) => told('CYP2C19', resource));

  it('several answers to the test of one gene', () => told('EGFR', form([item('EGFR mutation', 'L858R', 'T790M')])));
});

it.each<[string, Resource]>([
  ['of the family', form([item('Family history of BRCA1 mutation', true)])],
  ['under a group of the family', form([group('Family history', item('DPYD genotype', '*1/*2A'))])],
  [
    'of an order',
    form([item('Was CYP2C19 genotyping ordered?', true), item('DPYD testing done?', true), item('DPYD test date', '2024-01-01')]),
  ],
  ['in a part that requests tests', form([group('Tests requested', item('EGFR mutation status', 'L858R'))])],
  ['answered by no', form([item('Known CYP2D6 poor metabolizer?', false)])],
  ['of something else', form([item('Weight', 80), item('Creatinine', '1.2'), item('ER visit?', true), item('PR', '160 ms')])],
  ['of a form entered in error', form([item('CYP2C19 genotype', '*2/*2')], { status: 'entered-in-error' })],
])('a question %s is neither', (_name, resource) => {
  expect(found(resource)).toEqual(NOTHING);
});

it('a form of another patient is not read', () => {
  const other = form([item('CYP2C19 genotype', '*2/*2')], { subject: { reference: 'Patient/p2' } });
  const { germline, warnings } = found(other);
  expect([germline, warnings]).toEqual([[], ['QuestionnaireResponse was not used because it belongs to another patient.']]);
});
