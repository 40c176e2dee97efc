/** One gene as one drug's advice sees it: the finding, or what the present medication makes of it, or that it was not tested. */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { Evidence } from '../../report/types.ts';
import type { Conversion } from '../phenoconversion/convert.ts';
import type { GeneFinding, GeneLookup } from '../genes/types.ts';

export interface GeneView {
  readonly gene: string;
  readonly state: 'called' | 'indeterminate' | 'conflict' | 'not-tested';
  readonly keys: ReadonlySet<string>;
  readonly phenotype: string | null;
  readonly activityScore: string | null;
  readonly finding?: GeneFinding;
  /** Set when the advice rests on the converted activity. */
  readonly conversion?: Conversion;
  readonly evidence: readonly Evidence[];
}

/** `body` chooses the vocabulary: the Dutch guideline groups functions differently from CPIC. */
export function viewOf(gene: string, body: Recommendation['body'], finding: GeneFinding | undefined, conversion?: Conversion): GeneView {
  if (finding === undefined) {
    return { gene, state: 'not-tested', keys: new Set(), phenotype: null, activityScore: null, evidence: [] };
  }
  const lookup: GeneLookup = conversion?.lookup ?? finding.lookup;
  return {
    gene,
    state: conversion === undefined ? finding.state : 'called',
    keys: new Set(body === 'DPWG' ? lookup.dpwgKeys : lookup.keys),
    phenotype: conversion?.phenotype ?? shownPhenotype(finding),
    activityScore: conversion === undefined ? finding.result.activityScore : conversion.activityScore,
    finding,
    ...(conversion === undefined ? {} : { conversion }),
    evidence: finding.result.evidence,
  };
}

/** HLA genes have no phenotype: their allele status is what a reader wants to see. */
function shownPhenotype({ result, lookup }: GeneFinding): string | null {
  if (result.phenotype !== null) return result.phenotype;
  const status = lookup.alleleStatus ?? [];
  return status.length === 0 ? (result.diplotype ?? null) : status.join(', ');
}
