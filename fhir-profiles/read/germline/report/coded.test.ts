import { describe, expect, it } from 'vitest';
import { bundle, loinc, observation, patient, snomed, words, type Resource } from '../../../../test/reading/resources.ts';
import { germlineLine as line } from '../../../../test/reading/summary.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

const HLA_B_1502 = loinc('57979-7', 'HLA-B*15:02 [Presence]');
const report = (more: Resource, code: object = HLA_B_1502) => ({
  resourceType: 'DiagnosticReport',
  id: 'report',
  status: 'final',
  code,
  subject: { reference: 'Patient/p1' },
  issued: '2026-02-02T00:00:00Z',
  ...more,
});
const pdf = { presentedForm: [{ contentType: 'application/pdf', url: 'Binary/1' }] };
const overall = (value: object, more: Resource = {}) => observation('overall', loinc('51968-6'), { valueCodeableConcept: value, ...more });
const lines = (...resources: readonly Resource[]) =>
  read(bundle(patient, ...resources))
    .facts.germline.map(line)
    .sort();
const warnings = (...resources: readonly Resource[]) => read(bundle(patient, ...resources)).warnings;

describe('a report whose code asks and whose conclusion answers', () => {
  it.each<[name: string, more: Resource, code: object, expected: readonly string[]]>([
    ['conclusion code Positive', { conclusionCode: [snomed('10828004', 'Positive')] }, HLA_B_1502, ['HLA-B *15:02 present']],
    ['conclusion code without a word', { conclusionCode: [snomed('10828004')] }, HLA_B_1502, ['HLA-B *15:02 present']],
    ['conclusion Positive', { conclusion: 'Positive' }, HLA_B_1502, ['HLA-B *15:02 present']],
    ['conclusion Negative', { conclusion: 'Negative.' }, HLA_B_1502, ['HLA-B *15:02 absent']],
    ['conclusion Not detected', { conclusion: 'Not detected' }, HLA_B_1502, ['HLA-B *15:02 absent']],
    ['a pair under the name of a gene', { conclusion: '*2/*2' }, words('CYP2C19 genotype'), ['CYP2C19 *2/*2']],
    [
      'a grade under the name of a gene',
      { conclusionCode: [words('Poor metabolizer')] },
      words('CYP2C19 genotype'),
      ['CYP2C19 Poor Metabolizer'],
    ],
    // On file, and not to be read here: never "no result on file".
    ['a class of a variant', { conclusionCode: [snomed('10828004', 'Pathogenic')] }, HLA_B_1502, ['HLA-B no call']],
    ['another allele alone', { conclusion: '*57:01 positive' }, HLA_B_1502, ['HLA-B no call']],
    ['equivocal', { conclusion: 'Equivocal' }, HLA_B_1502, ['HLA-B no call']],
    [
      'words of two alleles and one answer',
      { conclusion: 'Positive' },
      words('HLA-B*15:02 and HLA-A*31:01 typing'),
      ['HLA-A no call', 'HLA-B no call'],
    ],
    ['results that are not among the data', { result: [{ reference: 'Observation/elsewhere' }] }, HLA_B_1502, ['HLA-B no call']],
    ['negative of a whole gene', { conclusion: 'Negative' }, words('DPYD genotyping'), ['DPYD no call']],
    // Nothing is known.
    ['not performed', { conclusion: 'Not performed: specimen insufficient' }, HLA_B_1502, []],
    ['a heading and no more', {}, HLA_B_1502, []],
    ['a donor', { conclusion: 'Positive' }, words('HLA-B*15:02 donor typing'), []],
    ['a preliminary report', { conclusion: 'Positive', status: 'preliminary' }, HLA_B_1502, []],
    ['a tumour', { conclusion: 'Positive' }, words('DPYD tumor sequencing'), []],
  ])('%s', (_name, more, code, expected) => {
    expect(lines(report(more, code))).toEqual(expected);
  });

  it('the overall interpretation of the report answers it', () => {
    const linked = report({ result: [{ reference: 'Observation/overall' }] });
    expect(lines(overall(loinc('LA6576-8', 'Positive')), linked)).toEqual(['HLA-B *15:02 present']);
    expect(lines(overall(loinc('LA6577-6', 'Negative')), linked)).toEqual(['HLA-B *15:02 absent']);
  });

  it('the note of an overall interpretation says what was found, whatever it says is to be done', () => {
    const note = [{ text: 'Patient is positive for high risk allele HLA-B*15:02 and should not be treated with CBZ.' }];
    expect(lines(overall(loinc('LA6576-8', 'Positive'), { note }))).toEqual(['HLA-B *15:02 present']);
    const general = [{ text: 'Patients positive for HLA-B*15:02 should not be treated with carbamazepine.' }];
    expect(lines(overall(loinc('LA6576-8', 'Positive'), { note: general }))).toEqual([]);
  });

  it('contradicting conclusions are two results', () => {
    expect(lines(report({ conclusionCode: [snomed('10828004', 'Positive')], conclusion: 'Negative' }))).toEqual([
      'HLA-B *15:02 absent',
      'HLA-B *15:02 present',
    ]);
  });

  it('a result of another allele of the same gene hides nothing; one of the same allele stands', () => {
    const abacavir = observation('o', loinc('50956-2', 'HLA-B*57:01 [Presence]'), { valueCodeableConcept: loinc('LA6577-6', 'Negative') });
    expect(lines(abacavir, report({ conclusion: 'Positive' }))).toEqual(['HLA-B *15:02 present', 'HLA-B *57:01 absent']);
    expect(lines(abacavir, report({ conclusion: 'HLA-B*15:02 positive.' }, words('HLA typing')))).toEqual([
      'HLA-B *15:02 present',
      'HLA-B *57:01 absent',
    ]);
    const read = observation('o', HLA_B_1502, { valueCodeableConcept: loinc('LA6577-6', 'Negative') });
    expect(lines(read, report({ result: [{ reference: 'Observation/o' }], conclusion: 'See results' }))).toEqual(['HLA-B *15:02 absent']);
  });

  it('a document alone is told as one; what is to come names its gene', () => {
    expect(warnings(report(pdf)).filter(({ document }) => document === true)).toHaveLength(1);
    expect(warnings(report({ status: 'preliminary' })).flatMap(({ pending }) => pending ?? [])).toEqual(['HLA-B']);
  });
});
