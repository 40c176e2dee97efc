/** Variants that a MolecularSequence lists: read where the reference sequence, the counting and the bases say them, else told. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

/** DPYD c.1905+1G>A, on the forward strand of GRCh38. */
const CHANGE = { start: 97450057, end: 97450058, observedAllele: 'T', referenceAllele: 'C' };
const on = (code: string, more: object = {}) => ({ referenceSeqId: { coding: [{ code }] }, ...more });
const sequence = (more: object = {}, variant: object = CHANGE): Resource => ({
  resourceType: 'MolecularSequence', id: 's', type: 'dna', coordinateSystem: 0, patient: { reference: 'Patient/p1' },
  referenceSeq: on('NC_000001.11', { strand: 'watson' }), variant: [variant], ...more,
}); // prettier-ignore
const found = (...resources: readonly Resource[]) => {
  const { facts, warnings } = read(bundle(patient, ...resources));
  return { germline: facts.germline.map(germlineLine), told: warnings.some(({ message }) => /only a sequence lists/.test(message)) };
};

describe('read', () => {
  const expected = { germline: [expect.stringMatching(/^DPYD .*1905\+1G>A|^DPYD .*97450058/)], told: false };
  it.each<[string, Resource]>([
    ['counted from 0', sequence()],
    ['counted from 1', sequence({ coordinateSystem: 1 }, { ...CHANGE, start: 97450058 })],
    ['by chromosome and assembly', sequence({ referenceSeq: { chromosome: { coding: [{ code: '1', display: 'chromosome 1' }] }, genomeBuild: 'GRCh38' } })],
  ])('%s', (_name, resource) => {
    expect(found(resource)).toEqual(expected);
  }); // prettier-ignore

  it('beside a result without an answer that is derived from it', () => {
    const empty = observation('o', words('DPYD genotype'), { derivedFrom: [{ reference: 'MolecularSequence/s' }] });
    expect(found(sequence(), empty)).toEqual(expected);
  });

  it('a variant of a tumour', () => {
    const braf = sequence(
      { referenceSeq: on('NC_000007.14') },
      { start: 140753335, end: 140753336, observedAllele: 'T', referenceAllele: 'A' },
    );
    expect(read(bundle(patient, braf)).facts.variants.map(({ genomic }) => genomic)).toMatchObject([
      { assembly: 'GRCh38', chromosome: '7', position: 140753336, ref: 'A', alt: 'T' },
    ]);
  });
});

it.each<[string, Resource]>([
  ['nobody says how it is counted', sequence({ coordinateSystem: undefined })],
  ['the bases before are not given', sequence({}, { ...CHANGE, referenceAllele: undefined })],
  ['it is counted on the other strand', sequence({ referenceSeq: on('NC_000001.11', { strand: 'crick' }) })],
  ['it is a protein', sequence({ type: 'aa' })],
  ['the bases are the same', sequence({}, { ...CHANGE, observedAllele: 'C' })],
])('told where %s', (_name, resource) => {
  expect(found(resource)).toEqual({ germline: [], told: true });
});

it('a result with an answer that is derived from it says it already', () => {
  const result = observation('o', words('DPYD genotype'), { valueString: '*1/*2A', derivedFrom: [{ reference: 'MolecularSequence/s' }] });
  expect(found(sequence(), result).germline).toEqual([expect.stringMatching(/^DPYD Reference\/|^DPYD \*1/)]);
});

it('a sequence of another patient is not read', () => {
  expect(found(sequence({ patient: { reference: 'Patient/p2' } })).germline).toEqual([]);
});
