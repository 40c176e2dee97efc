/** One characteristic of a Group or EvidenceVariable of FHIR: its code, its value, and what it says in words. */
import type { Requirement } from '../../trials/types.ts';
import { fieldsOf, listOf, textOf, type Fields } from './fields.ts';

/** What is asked where the record does not say it in words. */
export const UNSAID = 'a criterion that the record does not say in words';

/** Code and value, wherever this kind of characteristic keeps them. */
export function partsOf(one: Fields): { readonly code: Fields; readonly value: Fields } {
  const typed = fieldsOf(one.definitionByTypeAndValue);
  if (Object.keys(typed).length > 0) return { code: fieldsOf(typed.type), value: typed };
  if (one.definitionCodeableConcept !== undefined) return { code: fieldsOf(one.definitionCodeableConcept), value: { valueBoolean: true } };
  return { code: fieldsOf(one.code), value: one };
}

export function codesOf(concept: Fields): { readonly system: string; readonly code: string }[] {
  return listOf(concept.coding)
    .map(fieldsOf)
    .flatMap(({ system, code }) => (textOf(code) === '' ? [] : [{ system: textOf(system), code: textOf(code) }]));
}
export function wordsOf(concept: Fields): string[] {
  return [textOf(concept.text), ...listOf(concept.coding).map((one) => textOf(fieldsOf(one).display))].filter((text) => text !== '');
}

/** One characteristic as a line of text. */
export function lineOf(one: Fields): string {
  const written = textOf(one.description);
  const { code, value } = partsOf(one);
  const [name = codesOf(code)[0]?.code ?? ''] = wordsOf(code);
  if (written !== '') return written;
  // That it holds needs no word; that it does not, stands before it.
  if (name !== '' && value.valueBoolean === true) return name;
  if (name !== '' && value.valueBoolean === false && one.exclude !== true) return `No ${name}`;
  const said = valueWords(value);
  return [name, said].filter((part) => part !== '').join(/^[<>≤≥]/.test(said) ? ' ' : ': ');
}
function valueWords(value: Fields): string {
  if (typeof value.valueBoolean === 'boolean') return value.valueBoolean ? 'yes' : 'no';
  const concept = fieldsOf(value.valueCodeableConcept);
  const reference = fieldsOf(value.valueReference);
  // Without words the code stands for the value: a name alone would ask for something else.
  const said = wordsOf(concept)[0] ?? codesOf(concept)[0]?.code ?? (textOf(reference.display) || textOf(reference.reference));
  if (said !== '') return said;
  const quantity = (given: unknown): string => {
    const { value: n, unit, comparator } = fieldsOf(given);
    // "10*3/uL" behind a number is no product of the two.
    const measured = textOf(unit).replace(/^10\*(?=\d)/, 'x 10^');
    return textOf(n) === '' ? '' : `${textOf(comparator)}${textOf(n)} ${measured}`.trim();
  };
  const range = fieldsOf(value.valueRange);
  const [low, high] = [quantity(range.low), quantity(range.high)];
  return quantity(value.valueQuantity) || (low === '' && high === '' ? '' : low === '' ? `≤ ${high}` : high === '' ? `≥ ${low}` : `${low} to ${high}`); // prettier-ignore
}

/** What narrows a characteristic in time, number or manner: its code and value alone would ask for something else. */
const NARROWING = ['period', 'timeFromEvent', 'timeFromStart', 'participantEffectiveDateTime', 'participantEffectivePeriod', 'participantEffectiveDuration', 'participantEffectiveTiming', 'instancesQuantity', 'instancesRange', 'durationQuantity', 'durationRange', 'formula', 'offset'] as const; // prettier-ignore
/** What points elsewhere or is code of a query language. */
const ELSEWHERE = ['definitionReference', 'definitionCanonical', 'definitionExpression', 'definitionDataRequirement', 'definitionTriggerDefinition', 'definitionId'] as const; // prettier-ignore

/** Whether code and value do not say the whole. */
export function isOpen(one: Fields): boolean {
  const typed = fieldsOf(one.definitionByTypeAndValue);
  const points = (of: Fields): boolean => of.valueReference !== undefined || of.valueId !== undefined || of.valueExpression !== undefined;
  const narrowed = [...NARROWING, ...ELSEWHERE].some((name) => one[name] !== undefined);
  return narrowed || points(one) || points(typed) || typed.offset !== undefined;
}

/** A criterion that stays open as a whole: what narrows it, what points elsewhere, what has no words; null where its line is to be read. */
export function openOf(one: Fields): Requirement | null {
  if (textOf(one.description) !== '') return null;
  const line = lineOf(one);
  if (line !== '' && !isOpen(one)) return null;
  return { kind: 'unread', ask: line || UNSAID };
}
