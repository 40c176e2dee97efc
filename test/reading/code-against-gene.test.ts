/** The code of a pharmacogene's test beside a component that names another gene: nothing is made of it for the pharmacogene. */
import { expect, it } from 'vitest';
import { bundle, gene, loinc, observation, patient, snomed } from './resources.ts';
import { read } from './vocabulary.ts';

const POSITIVE = { valueCodeableConcept: snomed('10828004', 'Positive') };
it.each([
  ['57979-7', 'HGNC:1101', 'BRCA2', 'HLA-B'],
  ['50956-2', 'HGNC:6407', 'KRAS', 'HLA-B'],
])('LOINC %s with %s %s is no result of %s', (code, id, symbol, other) => {
  const { facts, warnings } = read(
    bundle(patient, observation('o', loinc(code, 'Variant interpretation'), { ...POSITIVE, component: [gene(id, symbol)] })),
  );
  expect(facts.germline.filter(({ call }) => call.kind !== 'no-call')).toEqual([]);
  expect(warnings.map(({ message }) => message)).toContain(
    `The code of a result stands for ${other}, but its gene is ${symbol}; it was not used.`,
  );
});
