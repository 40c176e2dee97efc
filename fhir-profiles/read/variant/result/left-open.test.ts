/** A change beside a sign or a word that leaves it open is none found; what only its meaning is unknown of is found all the same. */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, variant, words } from '../../../../test/reading/resources.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

const found = (resource: Record<string, unknown>) => {
  const { facts } = read(bundle(patient, resource));
  return { found: facts.variants.filter(({ presence }) => presence === 'present').map(({ gene }) => gene), tested: facts };
};

describe.each([
  ['EGFR', 'L858R', 'EGFR'],
  ['EGFR mutation', 'EGFR L858R', 'EGFR'],
  ['BRAF', 'BRAF V600E', 'BRAF'],
  ['ALK', 'EML4-ALK fusion', 'ALK'],
])('%s', (test, finding, gene) => {
  it.each([
    'X?',
    'X-',
    'X (-)',
    'X unknown',
    'X status unknown',
    'X test',
    'r/o X',
    'X: 0',
    'non-X',
    'possible X',
    'X in sister',
    'kein X',
    'X?)',
    'false positive X',
    'X (unconfirmed)',
  ])('%s', (around) => {
    const said = around.replace('X', finding);
    const result = found(observation('o', words(test), { valueString: said }));
    expect(result.found).toEqual([]);
    const told = [...result.tested.tested.map((one) => one.gene), ...result.tested.variants.flatMap(({ genes }) => genes)];
    expect(told).toContain(gene);
  });

  it.each(['X', 'X detected', 'X, significance unknown', 'X (somatic)'])('%s', (around) => {
    expect(found(observation('o', words(test), { valueString: around.replace('X', finding) })).found).toHaveLength(1);
  });
});

it('EGFR L858R- as a variant assessment is not found', () => {
  expect(found(observation('o', loinc('69548-6'), { valueString: 'EGFR L858R-' })).found).toEqual([]);
});

/** Short answers to a test that is named after its change. */
it.each([
  'n.d.',
  'n.a.',
  'false positive',
  'Positive (unconfirmed)',
  'Detected in control only',
  'Not clearly detected',
  'Positive or negative',
  'Positive in 2019, negative in 2026',
])('EGFR L858R: %s', (said) => {
  expect(found(observation('o', words('EGFR L858R'), { valueString: said })).found).toEqual([]);
});

it('EGFR L858R present with an allele fraction of nought is open', () => {
  const resource = variant('o', [
    component(loinc('48018-6'), { valueCodeableConcept: words('EGFR') }),
    component(loinc('48005-3'), { valueString: 'p.Leu858Arg' }),
    component(loinc('81258-6'), { valueQuantity: { value: 0, unit: '%' } }),
  ]);
  expect(found(resource).found).toEqual([]);
});
