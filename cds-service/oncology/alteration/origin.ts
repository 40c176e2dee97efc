/** Germline or somatic: what the evidence or label asks for, and what the report says. */
import type { Approval, EvidenceOrigin } from '../../knowledge/oncology/types.ts';
import type { Found } from '../patient.ts';
import { said, type Reason } from '../reason/index.ts';

export interface OriginAnswer {
  readonly fits: boolean;
  /** False when the report does not say; enough for evidence, not for a label. */
  readonly certain: boolean;
  readonly reason: Reason | null;
}

export function originFits(asked: EvidenceOrigin | Approval['origin'], found: readonly Found[]): OriginAnswer {
  const origins = found.filter(({ implied }) => !implied).map(({ alteration }) => alteration.fact.origin);
  if (origins.length === 0) return { fits: true, certain: true, reason: null };
  const germline = asked === 'germline' || asked === 'germline-rare' || asked === 'germline-common';
  if (germline) {
    if (origins.includes('germline')) return { fits: true, certain: true, reason: { kind: 'germline-asked' } };
    if (origins.includes('unknown'))
      return {
        fits: true,
        certain: false,
        reason: said('the evidence is about germline variants; the report does not say where this one is'),
      };
    return { fits: false, certain: true, reason: null };
  }
  if (asked !== 'somatic') return { fits: true, certain: true, reason: null };
  if (origins.every((origin) => origin === 'germline')) {
    // A common inherited variant in a tumour gene is no tumour mutation; a pathogenic one drives the tumour all the same.
    const inherited = found.every(({ standing }) => standing.matters);
    return { fits: inherited, certain: false, reason: said('the evidence was gathered on tumour variants; this one is in the germline') };
  }
  return { fits: true, certain: true, reason: null };
}
