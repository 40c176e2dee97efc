import { describe, expect, it } from 'vitest';
import { variant } from '../../../test/oncology/facts.ts';
import { shippedOncology } from '../../../test/oncology/knowledge.ts';
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import { readAlteration } from './index.ts';
import { mayBeSkipping } from './exon-skipping.ts';
import { standingOf } from './standing.ts';

const { genes } = shippedOncology();
const read = (gene: string, more: Partial<VariantFact>) => {
  const alteration = readAlteration(variant(gene, { kind: 'other', ...more }), genes);
  if (alteration === null) throw new Error('not read');
  return alteration;
};
const junction = { kind: 'fusion', fusion: { fivePrime: null, threePrime: 'MET', ordered: false } } as const;

describe('MET exon 14 skipping under its names', () => {
  it.each<[string, Partial<VariantFact>]>([
    ['its residues on NM_001127500', { pHgvs: 'p.Leu982_Asp1028del', transcript: 'NM_001127500.3' }],
    ['its residues on NM_000245', { pHgvs: 'p.Leu964_Asp1010del', transcript: 'NM_000245.4' }],
    ['its residues from the shared codon', { pHgvs: 'p.(Ala963_Asp1010del)', transcript: 'NM_000245.4' }],
    ['its residues without a transcript', { names: ['L982_D1028del'] }],
    ['the last codon', { names: ['D1010_splice'] }],
    ['the junction, called a fusion', { names: ['exon 13-exon 15 fusion'], ...junction }],
    ['the junction with the gene twice', { names: ['MET(13) - MET(15)'] }],
    ['the junction of an RNA panel', { names: ['MET-MET.M13M15'] }],
  ])('%s', (_, more) => {
    const { skippedExon, fusion } = read('MET', more);
    expect({ skippedExon, fusion }).toEqual({ skippedExon: 14, fusion: null });
  });

  it.each<[string, Partial<VariantFact>]>([
    ['the codon that exons 13 and 14 share', { names: ['X963_splice'] }],
    ['the same codon on the longer transcript', { names: ['X981_splice'] }],
    ['the third base behind the exon', { cHgvs: 'c.3028+3A>G', transcript: 'NM_000245.4' }],
    ['a deletion in the tract before the exon', { cHgvs: 'c.2888-20_2888-5del', transcript: 'NM_000245.4' }],
  ])('%s is open', (_, more) => {
    const alteration = read('MET', more);
    expect([alteration.skippedExon, mayBeSkipping(alteration)]).toEqual([null, true]);
  });

  it.each<[string, Partial<VariantFact>]>([
    ['a part of the exon', { pHgvs: 'p.Leu982_Asp1000del' }],
    ['residues counted on the other transcript', { pHgvs: 'p.Leu964_Asp1010del', transcript: 'NM_001127500.3' }],
    ['another splice site', { names: ['X300_splice'] }],
    ['far in the intron', { cHgvs: 'c.3028+300A>G', transcript: 'NM_000245.4' }],
    [
      'a fusion with another gene',
      { names: ['CD47 exon 13-MET exon 15 fusion'], kind: 'fusion', fusion: { fivePrime: 'CD47', threePrime: 'MET', ordered: true } },
    ],
    ['a change in the exon', { pHgvs: 'p.Thr1010Ile' }],
  ])('%s is none', (_, more) => {
    const alteration = read('MET', more);
    expect([alteration.skippedExon, mayBeSkipping(alteration)]).toEqual([null, false]);
  });
});

describe('NPM1 insertions by their coding name', () => {
  it.each([
    ['type A', 'c.860_863dup', true],
    ['type A, named as an insertion', 'c.863_864insTCTG', true],
    ['type B', 'c.863_864insCATG', true],
    ['type D', 'c.863_864insCCTG', true],
    ['beyond the place', 'c.868_872delinsCCAGGAGGA', false],
    ['nine bases for five in codon 290', 'c.866_870delinsCCAGGAGGA', true],
    ['another frame', 'c.863_864insCA', false],
    ['in front of the place', 'c.600_601insCATG', false],
    ['a substitution there', 'c.863G>A', false],
  ])('%s (%s): %s', (_, cHgvs, mutated) => {
    expect(standingOf(read('NPM1', { cHgvs }), genes).matters).toBe(mutated);
  });
});
