/** Further active primaries beside the one that therapies are matched for: what is known of these findings in each of them. */
import { asTherapyMatch, type TherapyRow } from './reason/index.ts';
import type { TumourFact } from '../../fhir-profiles/index.ts';
import type { OtherTumour } from '../report/types.ts';
import { tumourRow } from './report-rows.ts';

/**
 * The tumour with the therapies that hold in its own type: approvals, and resistance of tier I. What holds in any solid tumour stands with the main
 * tumour already, and evidence from elsewhere belongs to neither. Nothing here is offered on a card: the record seldom says whose result it is.
 */
export function otherTumourRow(fact: TumourFact, therapies: readonly TherapyRow[]): OtherTumour {
  const own = therapies.filter(({ tumourMatch }) => tumourMatch === 'same' || tumourMatch === 'ancestor');
  return {
    ...tumourRow(fact),
    therapies: own.filter((match) => (match.effect === 'sensitivity' ? match.approved : match.tier.startsWith('I-'))).map(asTherapyMatch),
  };
}
