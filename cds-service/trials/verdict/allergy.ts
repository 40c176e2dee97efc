/** A recorded allergy to what the criterion names; a list without it proves nothing. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, unknown, yes, type Answer } from './answer.ts';

const DENIED = /\b(?:no known|no allerg|nka|nkda|denies|refuted|not allergic)\b/i;

/** An intolerance (nausea, diarrhoea) is not an allergy: it leaves the question open. */
export function hasAllergy({ label, drugs, words }: Extract<Requirement, { kind: 'allergy' }>, { facts }: TrialPatient): Answer {
  const missing = `allergies: ${label}`;
  const pattern = words === undefined ? null : new RegExp(words, 'i');
  const found = facts.allergies.filter(
    ({ text, ingredients }) =>
      !DENIED.test(text) && (ingredients.some(({ name }) => drugs.includes(name.toLowerCase())) || pattern?.test(text) === true),
  );
  const allergy = found.find(({ kind }) => kind !== 'intolerance');
  if (allergy) {
    const reactions = allergy.reactions.length === 0 ? '' : ` (${allergy.reactions.join(', ')})`;
    return yes(dated(`allergy to ${allergy.text}${reactions} recorded`, allergy.source.issued));
  }
  const intolerance = found[0];
  return intolerance
    ? unknown(
        `${dated(`intolerance of ${intolerance.text} recorded`, intolerance.source.issued)}: whether it is an allergy is open`,
        missing,
      )
    : unknown(`no allergy to ${label} is recorded; the list may be incomplete`, missing);
}
