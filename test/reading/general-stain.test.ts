/** Stains under a general name (LOINC 55229-9, SNOMED CT 1234806008) with the protein's gene as a component, as tumour boards send them. */
import { describe, expect, it } from 'vitest';
import { bundle, component, condition, gene, hgnc, loinc, observation, patient, snomed, words, type Resource } from './resources.ts';
import { read } from './vocabulary.ts';

const GENERAL = snomed('1234806008', 'Observation using immunohistochemistry (observable entity)');
const POSITIVE = { valueCodeableConcept: loinc('LA6576-8', 'Positive') };
const NEGATIVE = { valueCodeableConcept: loinc('LA6577-6', 'Negative') };
const stain = (of: unknown, value: Resource, code: unknown = GENERAL) => observation('o1', code, { ...value, component: [of] });
const facts = (one: Resource) => read(bundle(patient, condition('c', words('Adenocarcinoma of lung')), one)).facts;

describe('a stain named by its component', () => {
  it.each([
    ['MSH2 there', gene('HGNC:7325', 'MSH2'), POSITIVE, 'proficient'],
    ['MSH2 gone', gene('HGNC:7325', 'MSH2'), NEGATIVE, 'deficient'],
    ['MLH1 gone, in words', gene('HGNC:7127', 'MLH1'), { valueCodeableConcept: words('Loss of nuclear expression') }, 'deficient'],
  ])('mismatch repair: %s', (_, of, value, status) => {
    const { biomarkers, variants } = facts(stain(of, value));
    expect(biomarkers).toMatchObject([{ kind: 'MMR', status, method: expect.stringMatching(/^IHC (?:MSH2|MLH1)$/) }]);
    expect(variants).toEqual([]);
  });

  it.each([
    ['ALK', 'HGNC:427', GENERAL],
    ['ROS1', 'HGNC:10261', GENERAL],
    ['ALK', 'HGNC:427', loinc('55229-9', 'Immune stain study')],
  ])('%s screens for a fusion and shows none', (symbol, id, code) => {
    const { variants, tested } = facts(stain(component(loinc('48018-6'), { valueCodeableConcept: hgnc(id, symbol) }), POSITIVE, code));
    expect(variants).toEqual([]);
    expect(tested).toMatchObject([{ gene: symbol, stain: 'positive', negative: false }]);
  });

  it('a stained receptor without a fusion or repair behind it tells of no gene', () => {
    const { variants, tested } = facts(stain(gene('HGNC:3236', 'EGFR'), POSITIVE));
    expect([...variants, ...tested]).toEqual([]);
  });
});
