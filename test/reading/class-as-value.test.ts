/** Variant assessments whose value is no presence: the class or tier of the variant, its whole name with what was measured, a notation as a code. */
import { describe, expect, it } from 'vitest';
import { order, patient as charted, tumour } from '../oncology/facts.ts';
import { orderSignCards } from '../oncology/report.ts';
import { bundle, component, gene, hgnc, loinc, patient, variant, words, type Resource } from './resources.ts';
import { read } from './vocabulary.ts';

const BRCA2 = hgnc('HGNC:1101', 'BRCA2');
const slot = (code: string, text: string) => component(loinc(code), { valueCodeableConcept: words(text) });
const assessed = (value: Resource, ...parts: readonly unknown[]) =>
  variant('v', [component(loinc('48018-6'), { valueCodeableConcept: BRCA2 }), ...parts], { valueCodeableConcept: undefined, ...value });
const facts = (one: Resource) => read(bundle(patient, one)).facts;
const line = (one: Resource) => facts(one).variants.map(({ presence, classification }) => `${presence} ${classification}`);
const text = (valueString: string) => ({ valueString });

describe('the class or tier as the value', () => {
  it.each([
    ['Likely pathogenic', 'present likely-pathogenic'],
    ['Wahrscheinlich pathogen', 'present likely-pathogenic'],
    ['VUS', 'present vus'],
    ['Benign', 'present benign'],
    ['AMP Tier I', 'present unknown'],
    ['AMP/ASCO/CAP Tier II-C: variant of potential clinical significance', 'present unknown'],
    ['Tier III', 'present vus'],
    ['Tier IV', 'present likely-benign'],
    ['Pathogenic, Tier IA', 'present pathogenic'],
    ['Tier I or Tier III', 'indeterminate unknown'],
    ['Not pathogenic', 'indeterminate unknown'],
    ['Possibly pathogenic', 'indeterminate unknown'],
    ['see report', 'indeterminate unknown'],
    ['Pathogenic: not detected', 'absent unknown'],
  ])('%s', (value, expected) => {
    expect(line(assessed(text(value), slot('48005-3', 'p.Ser1882Ter')))).toEqual([expected]);
  });

  it.each([
    ['a code without words', { coding: [{ system: 'http://lab.example/class', code: 'Likely_pathogenic' }] }, 'present likely-pathogenic'],
    ['LOINC', loinc('LA6668-3'), 'present pathogenic'],
    ['LOINC beside its word', loinc('LA6668-3', 'Pathogenic'), 'present pathogenic'],
    ['LOINC beside the word of another', loinc('LA6668-3', 'Benign'), 'present conflicting'],
  ])('%s', (_, valueCodeableConcept, expected) => {
    expect(line(assessed({ valueCodeableConcept }, slot('48005-3', 'p.Ser1882Ter')))).toEqual([expected]);
  });

  it('a gene alone: found where the class is harmful, open where it is not', () => {
    expect([text('Pathogenic'), text('Benign'), text('Tier I')].map((value) => line(assessed(value))[0])).toEqual([
      'present pathogenic',
      'indeterminate benign',
      'indeterminate unknown',
    ]);
  });

  it('the gene that stays undecided is named beside the one that was not tested', () => {
    const { variants } = facts(assessed(text('see report'), slot('48005-3', 'p.Ser1882Ter')));
    const [card] = orderSignCards(charted({ variants, tumours: [tumour('HGSOC')], medications: [order('olaparib')] }));
    expect(card?.summary).toBe(
      'No BRCA1 result on file, and BRCA2 S1882* is on file without saying whether present: settle both before olaparib',
    );
    expect(card?.detail).toContain('without saying whether it is present');
  });
});

describe('the whole name as the value', () => {
  const egfr = (value: Resource) => line(variant('v', [gene('HGNC:3236', 'EGFR')], { valueCodeableConcept: undefined, ...value }));
  it.each([
    ['EGFR p.L858R (exon 21) - Pathogenic, VAF 32%', 'present pathogenic'],
    ['EGFR p.L858R, exon 21, VAF 3.2 %', 'present unknown'],
    ['EGFR deletion in exon 19', 'present unknown'],
    ['EGFR p.L858R possible, VAF 32%', 'indeterminate unknown'],
    ['EGFR p.L858R, VAF 0%', 'absent unknown'],
  ])('%s', (value, expected) => expect(egfr(text(value))).toEqual([expected]));

  it('a code of HGVS without words', () => {
    expect(egfr({ valueCodeableConcept: { coding: [{ system: 'http://varnomen.hgvs.org', code: 'EGFR L858R' }] } })).toEqual([
      'present unknown',
    ]);
  });
});
