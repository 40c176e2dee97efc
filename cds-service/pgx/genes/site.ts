/**
 * Site results: what the reports say position by position (rsID with two bases, HGVS variant with zygosity), pooled over
 * all reports of a gene. A site seen twice with different bases is a disagreement, not a choice.
 */
import type { GermlineResult } from '../../../fhir-profiles/index.ts';
import type { PgxGene, PgxPosition } from '../../knowledge/pgx/types.ts';
import { basesOfVariant, onPlusStrand, positionOf } from './base-call.ts';
import { changeNamed } from './position-change.ts';
import { twinSite } from './twin-position.ts';

export interface Site {
  readonly position: PgxPosition;
  /** Bases on the + strand; the second is null when zygosity is unknown (at least one copy of the first). */
  readonly bases: readonly [string, string | null];
  readonly result: GermlineResult;
}

export interface Sites {
  readonly sites: readonly Site[];
  readonly problems: readonly string[];
  /** Results that name no position of the knowledge. */
  readonly other: readonly GermlineResult[];
}

export function readSites(gene: PgxGene, results: readonly GermlineResult[]): Sites {
  const sites: Site[] = [];
  const problems: string[] = [];
  const other: GermlineResult[] = [];
  const twins: Site[] = [];
  const notes = new Set<string>();
  for (const result of results) {
    const { call } = result;
    const change = call.kind === 'variant' ? changeNamed(gene, call.notation) : undefined;
    const position = call.kind === 'nucleotides' ? namedPosition(gene, call.rsId) : change?.position;
    const twin = position === undefined ? twinSite(gene, result) : null;
    if (twin !== null) {
      twins.push({ position: twin.position, bases: twin.bases, result });
      notes.add(twin.note);
    } else if (position === undefined) {
      other.push(result);
    } else if (call.kind === 'nucleotides') {
      const read = onPlusStrand(position, call.bases);
      if ('problem' in read) problems.push(read.problem);
      else sites.push({ position, bases: read.bases, result });
    } else if (call.kind === 'variant' && change !== undefined)
      sites.push({ position, bases: basesOfVariant(call, change.alt, change.against ?? position.ref), result });
  }
  // What was tested itself leads.
  const stand = twins.filter(({ position }) => !sites.some((site) => site.position === position));
  return { sites: [...sites, ...stand], problems: stand.length === 0 ? problems : [...problems, ...notes], other };
}

/** A gene that is read at one position only needs no rsID to say which. */
function namedPosition(gene: PgxGene, rsId: string | null): PgxPosition | undefined {
  if (rsId !== null) return positionOf(gene, rsId);
  return gene.positions?.length === 1 ? gene.positions[0] : undefined;
}
