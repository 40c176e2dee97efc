/** The genes that the reader takes for fused beside a second gene, against the fusions that labels and strong evidence name. */
import { describe, expect, it } from 'vitest';
import { termsOf } from '../../cds-service/knowledge/oncology/profile-terms.ts';
import { REARRANGED } from '../../fhir-profiles/read/variant/result/variant-kind.ts';
import { shippedOncology } from './knowledge.ts';

/** Named by labels, but amplified or mutated far more often than fused. */
const OFTEN_OTHERWISE = ['BRAF', 'FGFR1'];

const { approvals, profiles } = shippedOncology();

/** The driver of each fusion: the one partner that a label names, or the kinase or transcription factor of a pair. */
function drivers(profile: number): readonly string[] {
  return termsOf(profiles[profile]?.tree ?? { or: [] }).flatMap((term) => (term.kind === 'fusion' ? (term.three ?? term.five ?? []) : []));
}

describe('genes known for their rearrangements', () => {
  const named = new Set(approvals.flatMap(({ profile }) => drivers(profile)));
  it('are those whose fusions US labels name', () => {
    expect([...named].filter((gene) => !OFTEN_OTHERWISE.includes(gene)).sort()).toEqual([...REARRANGED].sort());
  });
  it('without those that are usually altered otherwise', () => {
    for (const gene of OFTEN_OTHERWISE) expect([named.has(gene), REARRANGED.has(gene)]).toEqual([true, false]);
  });
});
