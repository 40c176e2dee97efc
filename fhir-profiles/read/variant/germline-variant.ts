/**
 * Variants of pharmacogenes as germline results (DPYD c.1905+1G>A, G6PD, RYR1, CFTR, MT-RNR1, NUDT15, VKORC1 …), unless they are somatic.
 * A variant from which a laboratory already called a genotype is evidence of that genotype and no result of its own.
 */
import { pgxGene } from '../../codes/pgx/genes.ts';
import type { GermlineCall, GermlineResult, VariantFact } from '../../facts.ts';
import type { ObservationView } from '../observation.ts';
import { placeOnGrch38 } from './genomic-position.ts';

export function germlineVariant(fact: VariantFact, view: ObservationView): GermlineResult | null {
  if (fact.origin === 'somatic' || fact.genes.length !== 1) return null;
  const known = pgxGene(fact.gene);
  if (known === null || known.naming === 'hla' || fact.kind === 'expression' || fact.kind === 'fusion') return null;
  // A position read as in the reference is no variant that was looked for by name.
  if (fact.genomic !== undefined && fact.genomic.ref === fact.genomic.alt) return null;
  const call = callOf(fact);
  if (call === null) return null;
  return {
    gene: fact.gene,
    call,
    text: notationOf(fact).join('; '),
    source: fact.source,
    derivedFrom: view.links,
    ...(view.amended ? { amended: true } : {}),
  };
}

function callOf(fact: VariantFact): GermlineCall | null {
  const notation = notationOf(fact);
  if (notation.length === 0) return null;
  switch (fact.presence) {
    case 'present':
    case 'absent':
      return { kind: 'variant', notation, present: fact.presence === 'present', zygosity: fact.zygosity ?? 'unknown' };
    case 'no-call':
      return { kind: 'no-call', why: `no call for ${notation[0] ?? 'a variant'}` };
    case 'indeterminate':
      return { kind: 'no-call', why: `undecided whether ${notation[0] ?? 'a variant'} is present` };
  }
}

/** Every name found, the coding change first. */
function notationOf(fact: VariantFact): readonly string[] {
  const { genomic } = fact;
  const place = genomic?.refSeq === undefined ? [] : [`${genomic.refSeq}:g.${genomic.position}${genomic.ref}>${genomic.alt}`];
  // Allele definitions count on GRCh38.
  const placed = genomic?.assembly === 'GRCh37' ? placeOnGrch38(genomic) : null;
  const translated = genomic === undefined || placed === null ? [] : [`g.${placed.position}${genomic.ref}>${genomic.alt}`];
  return [
    ...new Set([fact.cHgvs, fact.pHgvs, ...fact.rsIds, ...translated, fact.gHgvs, ...place, ...fact.names].flatMap((name) => name ?? [])),
  ];
}
