import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, words, type Resource } from '../../../../test/reading/resources.ts';
import { germlineLine } from '../../../../test/reading/summary.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

const lines = (resource: Resource) => read(bundle(patient, resource)).facts.germline.map(germlineLine);
const said = (value: unknown): Resource => (typeof value === 'boolean' ? { valueBoolean: value } : { valueString: value });

describe('a test whose name denies what it tests for', () => {
  it.each(['HLA-B*57:01 negative', 'HLA-B*57:01 not detected', 'No HLA-B*57:01', 'HLA-B*57:01 absent'])(
    '%s: yes affirms the denial',
    (name) => {
      for (const value of ['Yes', true, 'true']) expect(lines(observation('o', words(name), said(value)))).toEqual(['HLA-B *57:01 absent']);
      expect(lines(observation('o', words('Typing'), { component: [component(words(name), said(true))] }))).toEqual([
        'HLA-B *57:01 absent',
      ]);
    },
  );

  it.each([
    ['HLA-B*57:01 negative', 'HLA-B no call'],
    ['DPYD *2A negative', 'DPYD no call'],
    ['CYP2C19 *2 absent', 'CYP2C19 no call'],
    ['MT-RNR1 m.1555A>G negative', 'MT-RNR1 no call'],
  ])('%s: what any other answer means cannot be told', (name, expected) => {
    for (const value of ['Positive', 'Detected', 'Present', 'No', false])
      expect(lines(observation('o', words(name), said(value)))).toEqual([expected]);
  });

  it('the result said over again, and a name that lists the answers, stay what they are', () => {
    expect(lines(observation('o', words('HLA-B*57:01 negative'), said('Negative')))).toEqual(['HLA-B *57:01 absent']);
    expect(lines(observation('o', words('HLA-B*57:01 (positive/negative)'), said('Positive')))).toEqual(['HLA-B *57:01 present']);
    expect(lines(observation('o', loinc('50956-2', 'HLA-B*57:01 [Presence]'), said('Positive')))).toEqual(['HLA-B *57:01 present']);
    expect(lines(observation('o', words('CYP2C19 no function alleles'), said('*2/*2')))).toEqual(['CYP2C19 *2/*2']);
  });
});
