/** A tumour result whose code and words contradict each other is used under neither, and stays on file for both. */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, loinc, observation, patient, snomed, variant, words, type Resource } from './resources.ts';
import { read } from './vocabulary.ts';

const facts = (one: Resource) => read(bundle(patient, one));
const markers = (one: Resource) => facts(one).facts.biomarkers.map(({ kind, status }) => `${kind} ${status ?? '-'}`);
const named = (code: string, text: string) => ({ ...loinc(code), text });
const POSITIVE = { valueCodeableConcept: snomed('10828004', 'Positive') };

describe('the code of one marker under the name of another', () => {
  it.each([
    ['85337-4', 'PD-L1 (CD274) [Presence] in Tissue by Immune stain', ['ER indeterminate', 'PD-L1 indeterminate']],
    ['85318-4', 'PD-L1 [Interpretation] in Tissue', ['HER2 indeterminate', 'PD-L1 indeterminate']],
    ['85319-2', 'Estrogen receptor Ag', ['HER2 indeterminate', 'ER indeterminate']],
    ['16112-5', 'Progesteronrezeptor', ['ER indeterminate', 'PR indeterminate']],
    ['40556-3', 'Androgen receptor', ['ER indeterminate']],
  ])('%s "%s"', (code, text, expected) => {
    const one = observation('o', named(code, text), POSITIVE);
    expect(markers(one)).toEqual(expected);
    expect(facts(one).warnings.map(({ code: kind }) => kind)).toContain('conflict');
  });

  it.each([
    ['85337-4', 'Östrogenrezeptor', 'ER positive'],
    ['85319-2', 'Immunohistochemistry panel ER/PR/HER2', 'HER2 positive'],
    ['85319-2', 'c-erbB-2 (IHC)', 'HER2 positive'],
    ['85337-4', 'IHC', 'ER positive'],
    ['81695-9', 'Mismatch repair / microsatellite status', 'MSI unstable'],
  ])('%s "%s" is the same marker', (code, text, expected) => {
    expect(markers(observation('o', named(code, text), POSITIVE))).toEqual([expected]);
  });

  it('the code of a gene’s test under another gene’s name leaves both examined', () => {
    const { facts: found } = facts(observation('o', named('21665-5', 'ALK rearrangement'), { valueString: 'Negative' }));
    expect(found.variants).toEqual([]);
    expect(found.tested.map(({ gene: symbol, negative }) => [symbol, negative])).toEqual([
      ['EGFR', false],
      ['ALK', false],
    ]);
  });
});

describe('an answer whose code and word contradict each other', () => {
  it.each([
    [snomed('10828004', 'Negative'), 'HER2 indeterminate'],
    [loinc('LA6577-6', 'Positive'), 'HER2 indeterminate'],
    [{ ...loinc('LA6576-8', 'Positive'), text: 'Negative' }, 'HER2 indeterminate'],
    [loinc('LA6576-8', 'Positive'), 'HER2 positive'],
    [{ ...snomed('10828004'), text: 'HER2-low' }, 'HER2 positive'],
  ])('HER2: %j', (valueCodeableConcept, expected) => {
    expect(markers(observation('o', named('48676-1', 'HER2'), { valueCodeableConcept }))).toEqual([expected]);
  });

  it.each([[loinc('LA26203-2', 'MSS')], [loinc('LA14122-8', 'MSI-High')]])('MSI: %j', (valueCodeableConcept) => {
    expect(markers(observation('o', named('81695-9', 'MSI'), { valueCodeableConcept }))).toEqual(['MSI indeterminate']);
  });

  const parts = [gene('HGNC:1101', 'BRCA2'), component(loinc('48005-3'), { valueCodeableConcept: words('p.Ser1982fs') })];
  it.each([
    [loinc('LA9633-4', 'Absent'), 'indeterminate'],
    [loinc('LA9634-2', 'Present'), 'indeterminate'],
    [loinc('LA9633-4', 'Present'), 'present'],
  ])('presence: %j', (valueCodeableConcept, presence) => {
    expect(facts(variant('v', parts, { valueCodeableConcept })).facts.variants[0]?.presence).toBe(presence);
  });

  it.each([
    [loinc('LA6668-3', 'Benign'), 'conflicting'],
    [loinc('LA6675-8', 'Pathogenic'), 'conflicting'],
    [loinc('LA6668-3', 'Pathogenic'), 'pathogenic'],
  ])('class: %j', (valueCodeableConcept, classification) => {
    const one = variant('v', [...parts, component(loinc('53037-8'), { valueCodeableConcept })]);
    expect(facts(one).facts.variants[0]?.classification).toBe(classification);
  });

  it('origin: somatic by its code, germline by its word', () => {
    const one = variant('v', [...parts, component(loinc('48002-0'), { valueCodeableConcept: loinc('LA6684-0', 'Germline') })]);
    expect(facts(one).facts.variants[0]?.origin).toBe('unknown');
  });
});
