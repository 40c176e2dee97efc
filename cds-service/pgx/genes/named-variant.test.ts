/** Which results of a gene are the same variant. */
import { describe, expect, it } from 'vitest';
import type { GermlineResult } from '../../../fhir-profiles/index.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { patient } from '../../../test/pgx-advice/patient.ts';
import { consistentSets, namedVariants } from './named-variant.ts';

const gene = loadKnowledge().pgx.guideline.genes['DPYD'];
const facts = patient().facts();
const found = (reference: string, present: boolean, ...notation: string[]): GermlineResult => ({
  gene: 'DPYD',
  text: notation.join(),
  source: { reference },
  call: { kind: 'variant', notation, present, zygosity: 'unknown' },
  derivedFrom: [],
});
const merged = (...results: GermlineResult[]) =>
  gene === undefined
    ? []
    : namedVariants(gene, results, facts).map(({ copies, sources }) => [copies, sources.map(({ reference }) => reference)]);

describe('variants of DPYD by name', () => {
  it('coding name and rsID of one allele are two until a result joins them; it counts with the first', () => {
    expect(merged(found('a', true, 'c.1905+1G>A'), found('b', true, 'rs3918290'), found('c', true, 'c.1905+1G>A', 'rs3918290'))).toEqual([
      [null, ['a', 'c']],
      [null, ['b']],
    ]);
  });
  it('a name learnt from one result joins the next that has it alone', () => {
    expect(merged(found('a', true, 'c.9999A>G'), found('b', true, 'c.9999A>G', 'rs999999'), found('c', true, 'rs999999'))).toEqual([
      [null, ['a', 'b', 'c']],
    ]);
  });
  it('present and absent stay apart, and are two readings', () => {
    const results = [found('a', true, 'c.9999A>G'), found('b', false, 'c.9999A>G'), found('c', true, 'c.8888A>G')];
    expect(merged(...results)).toEqual([
      [null, ['a']],
      [0, ['b']],
      [null, ['c']],
    ]);
    const sets = gene === undefined ? [] : consistentSets(namedVariants(gene, results, facts));
    expect(sets.map((set) => set.map(({ name, copies }) => `${name} ${copies}`))).toEqual([
      ['c.9999A>G null', 'c.8888A>G null'],
      ['c.9999A>G 0', 'c.8888A>G null'],
    ]);
  });
});
