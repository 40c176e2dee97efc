/** Whether the chart's earlier treatment bears out the line of therapy that a label names. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { ingredientName } from '../knowledge/oncology/ingredient.ts';
import type { Approval, EarlierTreatment, OncologyKnowledge } from '../knowledge/oncology/types.ts';
import { outsideAge } from './label-age.ts';
import { isCytotoxic } from './ordered-drugs.ts';

/**
 * `free`: the label names no line; `shown`: the chart has the earlier treatment it names; `open`: the chart does not show it, which is
 * no proof against it; `against`: the chart speaks against it (first line, yet cancer drugs were given; the drug was given before; the label is for another age).
 */
export type LineStanding = 'free' | 'shown' | 'open' | 'against';

export interface TreatmentHistory {
  /** Cancer drugs taken now or before; drafts are not among them. */
  readonly taken: ReadonlySet<string>;
  /** Those of the past only. */
  readonly stopped: ReadonlySet<string>;
  /** Completed years, where known. */
  readonly ageYears?: number;
}

export function treatmentHistory(facts: PatientFacts, knowledge: OncologyKnowledge): TreatmentHistory {
  const of = (...roles: readonly string[]) =>
    new Set(
      facts.medications
        .filter(({ role }) => roles.includes(role))
        .flatMap(({ ingredients }) => ingredients.map(({ name }) => ingredientName(name)))
        .filter((name) => isCytotoxic(name) || knowledge.index.approvalsByDrug.has(name)),
    );
  const current = of('current');
  const stopped = new Set([...of('past')].filter((name) => !current.has(name)));
  const { ageYears } = facts.patient;
  return { taken: new Set([...current, ...stopped]), stopped, ...(ageYears === undefined ? {} : { ageYears }) };
}

export function lineStanding(approval: Approval, { taken, stopped, ageYears }: TreatmentHistory): LineStanding {
  const { line, after, without, therapies } = approval;
  if (outsideAge(approval, ageYears) !== null) return 'against';
  const had = ({ drugs }: EarlierTreatment) => drugs.some((drug) => taken.has(drug));
  if (without.some(had)) return 'against';
  // Given before and stopped: for toxicity or for want of effect, the chart seldom says which.
  if (therapies.every(({ ingredient }) => stopped.has(ingredient))) return 'against';
  if (after.length > 0) return after.every(had) ? 'shown' : 'open';
  if (line === 'first') return taken.size > 0 ? 'against' : 'free';
  if (line === null) return 'free';
  return taken.size > 0 ? 'shown' : 'open';
}
