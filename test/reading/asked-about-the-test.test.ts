/** Yes and no under a name that asks what became of an order, a sample or a report: "HLA-B*57:01 ordered", "EGFR L858R result reviewed". */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const found = (resource: Resource) => {
  const { facts } = read(bundle(patient, resource));
  return { germline: facts.germline.map(germlineLine), changes: facts.variants.map(({ gene, presence }) => `${gene} ${presence}`) };
};
const ABOUT = [
  'ordered',
  'test requested',
  'sample sent',
  'result available',
  'result reviewed',
  'counselling',
  'patient informed',
  'pending',
  'repeat needed',
  'eligible',
  'alert shown',
  'known',
  'getestet',
  'Befund liegt vor',
  'testé',
  'test realizado',
];
const ANSWERS = [{ valueString: 'Yes' }, { valueString: 'No' }, { valueBoolean: true }, { valueBoolean: false }, { valueString: 'Done' }];

describe('what became of the test is no result of it', () => {
  it.each(ABOUT.flatMap((ending) => ['HLA-B*57:01', 'MT-RNR1 m.1555A>G', 'SLCO1B1*5'].map((test) => `${test} ${ending}`)))('%s', (name) => {
    for (const answer of ANSWERS)
      expect(found(observation('o', words(name), answer)).germline.filter((line) => !/no call/.test(line))).toEqual([]);
  });

  it.each(ABOUT.flatMap((ending) => ['EGFR L858R', 'BRAF V600E', 'ALK rearrangement'].map((test) => `${test} ${ending}`)))('%s', (name) => {
    for (const answer of ANSWERS)
      expect(found(observation('o', words(name), answer)).changes.filter((line) => / (?:present|absent)$/.test(line))).toEqual([]);
  });

  it.each([
    'HLA-B*57:01',
    'HLA-B*57:01 present',
    'HLA-B*57:01 allele detected',
    'HLA-B*57:01 carrier',
    'HLA-B*57:01 (abacavir hypersensitivity)',
  ])('but %s is answered by yes and no', (name) => {
    expect(found(observation('o', words(name), { valueString: 'Yes' })).germline).toEqual(['HLA-B *57:01 present']);
    expect(found(observation('o', words(name), { valueBoolean: false })).germline).toEqual(['HLA-B *57:01 absent']);
  });

  const activity = (name: string, answer: Readonly<Record<string, unknown>>) =>
    read(bundle(patient, observation('o', words(name), answer))).facts.labs.map(({ kind, value }) => `${kind} ${value}`);
  it.each(ABOUT.map((ending) => `G6PD deficiency ${ending}`))('%s', (name) => {
    for (const answer of ANSWERS) {
      expect(activity(name, answer).filter((line) => !/unread/.test(line))).toEqual([]);
      expect(found(observation('o', words(name), answer)).germline.filter((line) => !/no call/.test(line))).toEqual([]);
    }
  });

  it.each(['HER2 reported', 'HER2 test required', 'ER result reviewed', 'MSI screening done'])('%s', (name) => {
    for (const answer of ANSWERS) {
      // On file and left open at most: it is told, and neither positive nor negative.
      const { biomarkers } = read(bundle(patient, observation('o', words(name), answer))).facts;
      expect(biomarkers.map(({ status }) => status)).toEqual(biomarkers.map(() => undefined));
    }
  });

  it.each([
    ['G6PD deficiency', 'Yes', 'deficient'],
    ['G6PD deficiency present', 'No', 'normal'],
    ['Newborn screen: G6PD deficiency', 'Yes', 'deficient'],
    ['G6PD deficiency screen', 'Positive', 'deficient'],
    ['G6PD deficiency screen', 'No', 'unread'],
  ])('%s: %s is %s', (name, valueString, word) => {
    expect(activity(name, { valueString })).toEqual([`G6PD-activity ${word}`]);
  });
});
