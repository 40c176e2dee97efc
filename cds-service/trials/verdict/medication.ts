/** What the patient takes now, as far as the record says: it can show a medication, its silence proves nothing. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import { CORTICOSTEROIDS } from '../criteria/conditions/medications.ts';
import type { TrialPatient } from '../patient.ts';
import { daysBetween, unknown, yes, type Answer } from './answer.ts';
import { once } from './once.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

type Taking = Extract<Requirement, { kind: 'taking' }>;

/**
 * Milligrams of prednisone that one milligram is worth: equivalents of the FDA label of prednisolone (15 mg prednisolone = prednisone 15, cortisone 75,
 * hydrocortisone 60, methylprednisolone 12, triamcinolone 12, dexamethasone 2.25, betamethasone 2.25), looked up 2026-11.
 */
const PREDNISONE: Readonly<Record<string, number>> = {
  prednisone: 1,
  prednisolone: 1,
  methylprednisolone: 15 / 12,
  triamcinolone: 15 / 12,
  dexamethasone: 15 / 2.25,
  betamethasone: 15 / 2.25,
  hydrocortisone: 15 / 60,
  cortisone: 15 / 75,
};

/** Never a certain "no": a chart does not hold every medicine a patient takes. */
export function isTaking(asked: Taking, patient: TrialPatient): Answer {
  const key = `taking ${asked.label} ${asked.withinDays ?? ''}`;
  return once(patient, key, () => lookUp(asked, patient));
}

function lookUp(asked: Taking, patient: TrialPatient): Answer {
  let near: string | null = null;
  for (const medication of patient.taken) {
    if (medication.systemic === false || LOCAL.test(medication.text) || !isNow(medication, patient.facts.asOf, asked.withinDays)) continue;
    const which = member(asked, medication, patient);
    if (which === null) continue;
    const said = saidOf(medication, which);
    if (asked.abovePrednisone === undefined) return yes(said);
    const dose = prednisoneOf(medication);
    if (dose !== null && dose > asked.abovePrednisone * 1.0001) return yes(`${said}, worth ${round(dose)} mg of prednisone a day`);
    near = dose === null ? `${said}, daily dose not recorded` : `${said}, worth ${round(dose)} mg of prednisone a day`;
  }
  const when = asked.withinDays === undefined ? '' : ` within ${asked.withinDays} days`;
  const missing = `current medication: ${asked.label}`;
  return near === null
    ? unknown(`${asked.label}${when} is not on the medication list, which may be incomplete`, missing)
    : unknown(`${near}; whether there is more is not recorded`, missing);
}

/** Into a joint or a scar, on skin or eye, or to keep a line open: not what trials mean by a systemic medicine. */
const LOCAL =
  /\b(?:intra-?articular|intra-?lesional|intra-?bursal|intra-?vitreal|epidural|topical|cream|ointment|ophthalmic|eye drops?|otic|nasal|inhal\w*|flush(?:es)?|line lock|heparin lock|catheter lock)\b/i;

/** Taken today, or stopped within these days. An order alone that was never said to be taken counts as what the record makes of it. */
function isNow({ role, end }: MedicationFact, asOf: string, days: number | undefined): boolean {
  const ago = daysBetween(end, asOf);
  if (role === 'current') return end === undefined || (ago !== null && ago <= (days ?? 0));
  return days !== undefined && ago !== null && ago >= 0 && ago <= days;
}

/** The ingredient that makes it one of those asked for. */
function member({ drugs, acts, abovePrednisone }: Taking, { ingredients }: MedicationFact, { perpetrators }: TrialPatient): string | null {
  const wanted = abovePrednisone === undefined ? drugs : CORTICOSTEROIDS;
  for (const { name, rxnorm } of ingredients) {
    if (wanted?.includes(name.toLowerCase()) === true) return name;
    if (acts === undefined) continue;
    const rule = perpetrators.find(
      (one) =>
        one.gene === acts.gene &&
        one.effect === acts.effect &&
        acts.strengths.includes(one.strength) &&
        (one.drug === name.toLowerCase() || (rxnorm !== null && one.rxnorm !== '' && one.rxnorm === rxnorm)),
    );
    if (rule) return `${name} (${rule.strength} ${rule.effect} of ${rule.gene})`;
  }
  return null;
}

/** Null where dose, frequency or unit are not told, or where it is taken as needed. */
function prednisoneOf({ ingredients, dose }: MedicationFact): number | null {
  const [only, second] = ingredients;
  if (dose?.perDay === undefined || dose.unit !== 'mg' || dose.asNeeded === true || only === undefined || second !== undefined) return null;
  const worth = entryOf(PREDNISONE, only.name.toLowerCase());
  return worth === undefined ? null : dose.amount * dose.perDay * worth;
}

function saidOf({ start, authored, end, role }: MedicationFact, which: string): string {
  const day = (start ?? authored)?.slice(0, 10);
  const until = end === undefined ? (role === 'current' ? ', still taken' : '') : ` to ${end.slice(0, 10)}`;
  return `${which} recorded${day === undefined ? ', undated' : ` from ${day}`}${until}`;
}
const round = (dose: number): number => Math.round(dose * 10) / 10;
