/**
 * Results without a value: HL7 v2 puts the words into notes below, laboratories into the interpretation. One short note is what was found; a test that
 * was not done, and a result that is still to come, say nothing.
 */
import { describe, expect, it } from 'vitest';
import { bundle, component, condition, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const lines = (...resources: readonly Resource[]) => read(bundle(patient, ...resources)).facts.germline.map(germlineLine);
const notes = (...texts: readonly string[]) => ({ note: texts.map((text) => ({ text })) });
const absent = (code: string) => ({
  dataAbsentReason: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }] },
});

describe('in a note', () => {
  it.each<[string, string, readonly string[]]>([
    ['CYP2D6 genotype', '*4/*4, poor metabolizer', ['CYP2D6 *4/*4', 'CYP2D6 Poor Metabolizer']],
    ['CYP2C19 genotype and phenotype', '*2/*3 (poor metabolizer)', ['CYP2C19 *2/*3', 'CYP2C19 Poor Metabolizer']],
    ['HLA-B*57:01', 'Negative', ['HLA-B *57:01 absent']],
    ['CYP2C19 genotype', 'Result filed by the reference laboratory', ['CYP2C19 no call']],
    ['CYP2C19 genotype', 'Result: *2/*2', ['CYP2C19 *2/*2']],
    ['HLA-B*57:01', 'A positive result indicates a risk of hypersensitivity to abacavir.', []],
    ['CYP2C19 genotype', 'Mother is a poor metabolizer', []],
    ['CYP2C19 genotype', 'Poor metabolizers (*2/*2) do not respond to clopidogrel', []],
    ['CYP2C19 genotype', 'Possible poor metabolizer, to be confirmed', []],
    ['CYP2C19 genotype', 'Result pending', []],
    ['CYP2C19 genotype', 'Test not performed: specimen lost', []],
  ])('%s: %s', (test, note, expected) => {
    expect(lines(observation('o', words(test), notes(note)))).toEqual(expected);
  });

  it('where the value sends there', () => {
    const result = observation('o', words('CYP2C19 genotype'), { valueString: 'See note', ...notes('CYP2C19 *2/*2') });
    expect(lines(result)).toEqual(['CYP2C19 *2/*2']);
  });

  it('a value keeps its say', () => {
    const result = observation('o', words('CYP2C19 genotype'), { valueString: '*1/*1', ...notes('*2/*2 is seen in 2 % of people') });
    expect(lines(result)).toEqual(['CYP2C19 *1/*1']);
  });
});

describe('the gene alone as the name', () => {
  it('its grade as the interpretation', () => {
    const result = observation('o', words('CYP2C19'), { ...absent('not-applicable'), interpretation: [words('Poor metabolizer')] });
    expect(lines(result)).toEqual(['CYP2C19 Poor Metabolizer']);
  });

  it.each<[string, readonly string[]]>([
    ['error', ['DPYD no call']],
    ['unknown', ['DPYD no call']],
    ['not-performed', []],
  ])('without a value, because of %s', (reason, expected) => {
    expect(lines(observation('o', words('DPYD'), absent(reason)))).toEqual(expected);
    const panel = observation('o', words('Pharmacogenomics panel'), { component: [component(words('DPYD'), absent(reason))] });
    expect(lines(panel)).toEqual(expected);
  });
});

describe('on the problem list', () => {
  it.each<[string, readonly string[]]>([
    ['Patient is CYP2D6 PM per outside lab', ['CYP2D6 Poor Metabolizer']],
    ['Known CYP2D6 PM', ['CYP2D6 Poor Metabolizer']],
    ['CYP2C19 IM per outside records', ['CYP2C19 Intermediate Metabolizer']],
    ['Carrier of two CYP2D6 no-function alleles', ['CYP2D6 no call']],
    ['CYP2D6: two no function alleles', ['CYP2D6 no call']],
    ['Mother is CYP2D6 PM', []],
    ['Patient is not CYP2D6 PM', []],
    ['CYP2D6 PM ruled out', []],
    ['CYP2D6 test at 3 PM', []],
  ])('%s', (text, expected) => {
    expect(lines(condition('c', words(text)))).toEqual(expected);
  });
});

it.each([
  ['CYP2D6 2549delA', 'del/del'],
  ['CYP2D6 1846G>A', 'not a base'],
])('%s: %s cannot be read, and is never as if untested', (test, value) => {
  expect(lines(observation('o', words(test), { valueString: value }))).toEqual(['CYP2D6 no call']);
});

it('a result whose status nobody knows is on file, and its gene is named', () => {
  const result = { ...observation('o', words('CYP2C19 genotype'), { valueString: '*2/*2' }), status: 'unknown' };
  const { facts, warnings } = read(bundle(patient, result));
  expect([facts.germline, warnings.map(({ pending }) => pending)]).toEqual([[], [['CYP2C19']]]);
});

it('two haplotype calls by their name alone are two copies', () => {
  const call = (id: string) => observation(id, words('Haplotype Call'), { valueCodeableConcept: words('TPMT*3A') });
  expect(lines(call('a'), call('b'))).toEqual(['TPMT *3A/*3A']);
});
