/** A recorded allergy to what the criterion names; a list without it proves nothing. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, unknown, yes, type Answer } from './answer.ts';

const DENIED = /\b(?:no known|no allerg|nka|nkda|denies|refuted|not allergic)\b/i;

/** CTCAE 5.0 grades anaphylaxis from 3; the criticality of an entry speaks of the next reaction, not of the last. */
const SEVERE = /\banaphyla|\blife[- ]threatening\b/i;

/** An intolerance (nausea, diarrhoea) is not an allergy: it leaves the question open; so does a reaction that is not known to have been severe. */
export function hasAllergy({ label, drugs, words, severe }: Extract<Requirement, { kind: 'allergy' }>, { facts }: TrialPatient): Answer {
  const missing = `allergies: ${label}`;
  const pattern = words === undefined ? null : new RegExp(words, 'i');
  const found = facts.allergies.filter(
    ({ text, ingredients }) =>
      !DENIED.test(text) && (ingredients.some(({ name }) => drugs.includes(name.toLowerCase())) || pattern?.test(text) === true),
  );
  const allergy = found.find(({ kind }) => kind !== 'intolerance');
  if (allergy) {
    const reactions = allergy.reactions.length === 0 ? '' : ` (${allergy.reactions.join(', ')})`;
    const said = dated(`allergy to ${allergy.text}${reactions} recorded`, allergy.source.issued);
    if (severe !== true || found.some((one) => one.kind !== 'intolerance' && SEVERE.test([one.text, ...one.reactions].join(' '))))
      return yes(said);
    return unknown(`${said}: whether the reaction was severe is not recorded`, missing);
  }
  const intolerance = found[0];
  return intolerance
    ? unknown(
        `${dated(`intolerance of ${intolerance.text} recorded`, intolerance.source.issued)}: whether it is an allergy is open`,
        missing,
      )
    : unknown(`no allergy to ${label} is recorded; the list may be incomplete`, missing);
}
