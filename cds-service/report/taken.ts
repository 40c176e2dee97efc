/** What the patient takes or took besides the orders of today: home medication, what was given, orders that are over. One entry per drug. */
import type { MedicationFact } from '../../fhir-profiles/index.ts';
import type { TakenDrug } from './types.ts';

/** A course of infusions is one entry; the newest records stand for it. */
const MOST_REFERENCES = 5;

export function takenDrugs(medications: readonly MedicationFact[]): TakenDrug[] {
  const others = medications.filter(({ isOrder }) => !isOrder);
  const current = entriesOf(
    others.filter(({ role }) => role === 'current'),
    'current',
  );
  const today = new Set(medications.filter(({ role, isOrder }) => isOrder || role === 'current').map(keyOf));
  const past = entriesOf(
    others.filter((fact) => fact.role === 'past' && !today.has(keyOf(fact))),
    'past',
  );
  return [...current, ...past];
}

function entriesOf(facts: readonly MedicationFact[], role: TakenDrug['role']): TakenDrug[] {
  const groups = new Map<string, MedicationFact[]>();
  for (const fact of facts) groups.set(keyOf(fact), [...(groups.get(keyOf(fact)) ?? []), fact]);
  return [...groups.values()]
    .map((group) => entryOf(group, role))
    .sort((a, b) => (b.to ?? b.from ?? '').localeCompare(a.to ?? a.from ?? ''));
}

function entryOf(group: readonly MedicationFact[], role: TakenDrug['role']): TakenDrug {
  const newest = [...group].sort((a, b) => dayOf(b).localeCompare(dayOf(a)));
  const [first] = newest;
  const from = newest
    .map(startOf)
    .filter((day) => day !== '')
    .sort()[0];
  const to =
    role === 'past'
      ? newest
          .map(({ end }) => end?.slice(0, 10) ?? '')
          .sort()
          .at(-1)
      : undefined;
  return {
    role,
    text: first?.text ?? '',
    ingredients: (first?.ingredients ?? []).map(({ name, rxnorm }) => ({ name, rxnorm })),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined || to === '' ? {} : { to }),
    records: group.length,
    references: newest.slice(0, MOST_REFERENCES).map(({ source }) => source.reference),
  };
}

/** By what is in it, in any order; a drug that was not recognised by its words. */
function keyOf({ ingredients, text }: MedicationFact): string {
  const names = ingredients.map(({ name }) => name.toLowerCase()).sort();
  return names.length === 0 ? `text:${text.toLowerCase()}` : names.join('+');
}
function startOf({ start, authored }: MedicationFact): string {
  return (start ?? authored ?? '').slice(0, 10);
}
function dayOf(fact: MedicationFact): string {
  return fact.end?.slice(0, 10) ?? startOf(fact);
}
