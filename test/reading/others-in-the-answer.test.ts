/** Another person's answer inside a value, a note or a row, and doubt behind what is named: neither is a result of this patient. */
import { describe, expect, it } from 'vitest';
import { personAnswering } from '../../fhir-profiles/read/another-person.ts';
import { bundle, component, condition, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const said = (...resources: readonly Resource[]) => {
  const { facts, warnings } = read(bundle(patient, ...resources));
  return { facts, lines: facts.germline.map(germlineLine), warned: warnings.map(({ message }) => message).join(' ') };
};
const of = (title: string, value: string, more: Resource = {}) => said(observation('o', words(title), { valueString: value, ...more }));

describe('whose answer it is, by its own words', () => {
  it.each([
    ['Mother: *2/*2', 'mother'],
    ["Father's tumour: rearranged", "father's"],
    ["Patient's brother: poor metabolizer", 'brother'],
    ['Donor: CYP2B6 *6/*6', 'donor'],
    ['*2/*2 (control sample)', 'control sample'],
    ['Rearranged (stem cell donor)', 'donor'],
  ])('%s', (answer, person) => {
    expect(personAnswering(answer)).toBe(person);
  });

  it.each([
    '*2/*2',
    'Maternal: *2, paternal: *4',
    'c.68_69del (maternal)',
    'Result: *2/*2',
    'Mother: *1/*1; patient: *2/*2',
    'Not detected (internal control valid)',
    'Gene: CYP2C19',
    'PD-L1 TPS: 80 %',
  ])('%s is the patient’s', (answer) => {
    expect(personAnswering(answer)).toBeNull();
  });
});

describe('another person’s answer is told and gives no result', () => {
  it.each<[string, ReturnType<typeof said>]>([
    ['value', of('CYP2C19 genotype', '*2/*2 (control sample)')],
    ['row', said(observation('o', words('Panel'), { component: [component(words('CYP2C19'), { valueString: 'Mother: *2/*2' })] }))],
    ['note of a result without an answer', said(observation('o', words('CYP2C19 genotype'), { note: [{ text: 'CYP2C19 *2/*2 (control sample)' }] }))],
  ])('%s', (_name, { lines, warned }) => {
    expect(lines.join()).not.toMatch(/\*2/);
    expect(warned).toMatch(/another person/);
  }); // prettier-ignore

  it('in a fusion’s answer', () => {
    const { facts, warned } = of('ALK rearrangement', "Father's tumour: rearranged");
    expect(facts.variants).toEqual([]);
    expect(warned).toMatch(/another person/);
  });

  it('takes nothing from the other rows', () => {
    const rows = [component(words('CYP2C19'), { valueString: '*2/*2' }), component(words('CYP2D6'), { valueString: 'Mother: *4/*4' })];
    expect(said(observation('o', words('Panel'), { component: rows })).lines.join()).toMatch(/CYP2C19 \*2\/\*2/);
  });
});

describe('doubt behind what is named', () => {
  it.each([
    ['HLA-B', 'HLA-B*57:01 positive cannot be excluded'],
    ['HLA-B', 'HLA-B*57:01 positive, to be confirmed'],
    ['HLA-B*57:01', 'HLA-B*57:01 suspected'],
  ])('%s: %s is neither there nor not there', (title, value) => {
    expect(of(title, value).facts.germline.filter(({ call }) => call.kind === 'allele-presence')).toEqual([]);
  });

  it.each([
    ['MT-RNR1', 'No evidence of increased risk of aminoglycoside-induced hearing loss'],
    ['MT-RNR1', 'increased risk of aminoglycoside-induced hearing loss: no'],
    ['MT-RNR1', 'Family history of increased risk of aminoglycoside-induced hearing loss'],
    ['RYR1', 'Suspected malignant hyperthermia susceptibility'],
    ['G6PD', '? Deficient'],
    ['G6PD', 'Rule out Deficient'],
    ['CYP2C19', 'Poor metabolizer to be confirmed'],
  ])('%s: %s', (title, value) => {
    expect(of(title, value).facts.germline.filter(({ call }) => call.kind === 'phenotype')).toEqual([]);
  });

  it.each([
    ['HER2', 'Suspected 3+'],
    ['HER2', '3+?'],
    ['ER', '90 % (to be confirmed)'],
  ])('%s: %s is no grade', (title, value) => {
    const [marker] = of(title, value).facts.biomarkers;
    expect([marker?.value, marker?.status]).toEqual([value, undefined]);
  });

  it('of another part takes nothing from the grade', () => {
    expect(of('HER2', '3+; antibody clone unknown').facts.biomarkers[0]?.value).toBe('3+');
  });
});

it('keeps the notes of a diagnosis apart, and nothing of another person', () => {
  const [tumour] = said(
    condition('c', words('Adenocarcinoma of lung'), { note: [{ text: 'EGFR L858R detected. Father had EGFR T790M.' }] }),
  ).facts.tumours;
  expect(tumour?.notes).toEqual(['EGFR L858R detected.']);
});
