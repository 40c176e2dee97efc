/** Whether the chart bears out the line of therapy that a label names, and whether it speaks against a choice at all. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { ingredientName } from '../knowledge/oncology/ingredient.ts';
import type { Approval, EarlierTreatment, OncologyKnowledge } from '../knowledge/oncology/types.ts';
import { keyOf } from './comparison.ts';
import { outsideAge } from './label-age.ts';
import { isCytotoxic } from './ordered-drugs.ts';
import type { PatientTumour } from './tumour.ts';

/**
 * `free`: the label names no line; `shown`: the chart has the earlier treatment it names; `open`: the chart does not show it, which is
 * no proof against it; `against`: the chart speaks against it (`spokenAgainst`).
 */
export type LineStanding = 'free' | 'shown' | 'open' | 'against';

export interface TreatmentHistory {
  /** Cancer drugs taken now or before; drafts are not among them. */
  readonly taken: ReadonlySet<string>;
  /** Those of the past only. */
  readonly stopped: ReadonlySet<string>;
  /** Drugs that the chart calls an allergy or intolerance. */
  readonly allergic: ReadonlySet<string>;
  /** Sets of drugs (as `keyOf`) that did worse, in a randomised comparison in this tumour, than what was given before and stopped: by which. */
  readonly outdone: ReadonlyMap<string, string>;
  /** Completed years, where known. */
  readonly ageYears?: number;
}

export function treatmentHistory(facts: PatientFacts, knowledge: OncologyKnowledge, tumour: PatientTumour | null = null): TreatmentHistory {
  const of = (...roles: readonly string[]) =>
    new Set(
      facts.medications
        .filter(({ role }) => roles.includes(role))
        .flatMap(({ ingredients }) => ingredients.map(({ name }) => ingredientName(name)))
        .filter((name) => isCytotoxic(name) || knowledge.index.approvalsByDrug.has(name)),
    );
  const current = of('current');
  const stopped = new Set([...of('past')].filter((name) => !current.has(name)));
  const allergic = new Set(facts.allergies.flatMap(({ ingredients }) => ingredients.map(({ name }) => ingredientName(name))));
  const { ageYears } = facts.patient;
  return {
    taken: new Set([...current, ...stopped]),
    stopped,
    allergic,
    outdone: outdoneBy(stopped, knowledge, tumour),
    ...(ageYears === undefined ? {} : { ageYears }),
  };
}

/** Also what did worse than a choice that itself did worse. */
function outdoneBy(stopped: ReadonlySet<string>, { comparisons }: OncologyKnowledge, tumour: PatientTumour | null): Map<string, string> {
  const held = comparisons.filter(({ tumours }) =>
    tumours.some((code) => tumour?.oncotree.has(code) || tumour?.oncotreeAncestors.has(code)),
  );
  const outdone = new Map<string, string>();
  const isGiven = (key: string): boolean => key.split('+').every((drug) => stopped.has(drug));
  const waiting = [...new Set(held.map(({ better }) => better).filter(isGiven))];
  const given = new Map(waiting.map((key) => [key, key]));
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const source = given.get(key) ?? key;
    for (const { than, trial } of held.filter(({ better }) => better === key)) {
      if (given.has(than)) continue;
      given.set(than, source);
      outdone.set(than, `${source.replaceAll('+', ' with ')} did better (${trial}) and was given before`);
      waiting.push(than);
    }
  }
  return outdone;
}

/** What of the chart speaks against offering these drugs, in words; null where nothing does. */
export function spokenAgainst(approval: Approval, { taken, stopped, allergic, outdone, ageYears }: TreatmentHistory): string | null {
  const { line, without, therapies } = approval;
  const age = outsideAge(approval, ageYears);
  if (age !== null) return `the label is for ${age.replace(/^from/, 'patients from')}`;
  const allergy = therapies.find(({ ingredient }) => allergic.has(ingredient));
  if (allergy !== undefined) return `the chart has an allergy or intolerance to ${allergy.ingredient}`;
  const before = without.find(({ drugs }) => drugs.some((drug) => taken.has(drug)));
  if (before !== undefined) return `the label rules out earlier treatment with ${before.name}`;
  // For toxicity or for want of effect: the chart seldom says which.
  if (therapies.every(({ ingredient }) => stopped.has(ingredient))) return 'given before and stopped';
  const better = outdone.get(keyOf(approval));
  if (better !== undefined) return better;
  return line === 'first' && approval.after.length === 0 && taken.size > 0
    ? 'the label is for untreated disease, and cancer drugs were given'
    : null;
}

export function lineStanding(approval: Approval, history: TreatmentHistory): LineStanding {
  const { line, after } = approval;
  const { taken } = history;
  if (spokenAgainst(approval, history) !== null) return 'against';
  const had = ({ drugs }: EarlierTreatment) => drugs.some((drug) => taken.has(drug));
  if (after.length > 0) return after.every(had) ? 'shown' : 'open';
  if (line === 'first' || line === null) return 'free';
  return taken.size > 0 ? 'shown' : 'open';
}
