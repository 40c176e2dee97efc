/** Answers of registries that list the fusions of one gene (NAACCR item 3938): the gene is rearranged, its partner is not told. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words } from './resources.ts';
import { read } from './vocabulary.ts';

const fusion = (name: string, value: string) =>
  read(bundle(patient, observation('o', words(name), { valueCodeableConcept: words(value) }))).facts.variants.map(
    ({ genes, kind, presence, fusion: partners }) => [genes, kind, presence, partners?.fivePrime ?? null],
  );

describe('several fusions of one gene in one answer', () => {
  it.each([
    ['Abnormal Rearrangement identified/detected: EML4-ALK, KIF5B-ALK, TFG-ALK, and/or KLC1-ALK', [['ALK'], 'fusion', 'present', null]],
    ['EML4-ALK or KIF5B-ALK fusion detected', [['ALK'], 'fusion', 'present', null]],
    ['EML4-ALK fusion detected', [['EML4', 'ALK'], 'fusion', 'present', 'EML4']],
  ])('%s', (value, expected) => {
    expect(fusion('ALK Rearrangement', value)).toEqual([expected]);
  });
});

describe('a fusion whose partner is open, in the notation of gene fusions', () => {
  it.each([
    ['v::ALK', 'positive', 'present'],
    ['ALK::v', 'Detected', 'present'],
    ['?::ALK', 'detected', 'present'],
    ['unknown::ALK', 'detected', 'present'],
    ['v::ALK rearrangement', 'Not detected', 'absent'],
    ['Gene fusion', 'v::ALK', 'present'],
  ])('%s: %s', (name, value, presence) => {
    expect(fusion(name, value)).toEqual([[['ALK'], 'fusion', presence, null]]);
  });
  it('both partners named: nothing is left out', () => {
    expect(fusion('EML4::ALK', 'positive')).toEqual([[['EML4', 'ALK'], 'fusion', 'present', 'EML4']]);
  });
});
