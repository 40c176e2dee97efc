/** Whether a result says that its change was found: by code, by words and by interpretation, which may contradict each other. */
import {
  COMPONENT,
  isInterpretationSystem,
  PRESENCE_ANSWERS,
  PRESENCE_INTERPRETATIONS,
  presenceByCode,
} from '../../../codes/genomics/genomics-codes.ts';
import type { Presence } from '../../../facts.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { presenceInWords } from './presence-in-words.ts';
import { codesIn, statedIn } from './variant-parts.ts';
import { entryOf } from '../../../entry-of.ts';

/** Code list of the German cancer data set (oBDS) for a genetic variant: mutated or positive, wild type or negative, unknown. */
const OBDS: Readonly<Record<string, Presence>> = { M: 'present', W: 'absent', U: 'indeterminate' };
const OBDS_SYSTEM = /onko-genetische-variante-auspraegung|(?:obds|dktk).*genetische-?variante/i;

/** A text that says only that something was found, or only that it was not. */
const FOUND_WORDS = /\b(?:positive|present|detected|identified|found)\b/gi;
const NOT_FOUND_WORDS =
  /\b(?:not|no|none)\b[^;,.]*?\b(?:detected|present|identified|found|positive)\b|\b(?:negative|absent|undetected)\b/gi;

/** "Present" as the code and "not detected" as the words: neither can be believed. A text that says both of several things is no contradiction. */
export function contradicts(coded: Presence, words: readonly string[]): boolean {
  if (coded !== 'present' && coded !== 'absent') return false;
  const said = words.map((text) => {
    const negated = text.match(NOT_FOUND_WORDS) !== null;
    const found = text.replace(NOT_FOUND_WORDS, ' ').match(FOUND_WORDS) !== null;
    return negated === found ? null : negated ? 'absent' : 'present';
  });
  const other = coded === 'present' ? 'absent' : 'present';
  return said.includes(other);
}

function presenceOf(value: Concept): Presence | null {
  const [listed] = value.codings.flatMap(({ system, code }) => (OBDS_SYSTEM.test(system) ? (entryOf(OBDS, code) ?? []) : []));
  if (listed !== undefined) return contradicts(listed, wordings(value)) ? 'indeterminate' : listed;
  for (const found of [...value.codings.map(presenceByCode), ...codesIn(value).map((code) => entryOf(PRESENCE_ANSWERS, code))]) {
    if (found !== undefined) return contradicts(found, wordings(value)) ? 'indeterminate' : found;
  }
  for (const words of wordings(value)) {
    const found = presenceInWords(words);
    if (found !== null) return found;
  }
  return null;
}

/** What the result says of the variant's presence; null when it says nothing. */
export function statedPresence(view: ObservationView): Presence | null {
  const { value } = view;
  const stated = value?.kind === 'boolean' ? (value.value ? 'present' : 'absent') : presenceOf(valueConcept(value));
  if (stated !== null) return isOpposed(stated, view) ? 'indeterminate' : stated;
  if (view.noValue !== undefined) return 'no-call';
  for (const interpretation of view.interpretation) {
    const found = codedInterpretation(interpretation);
    if (found !== undefined) return found;
    const worded = wordings(interpretation)
      .map(presenceInWords)
      .find((said) => said !== null);
    if (worded !== undefined && worded !== null) return worded;
  }
  return null;
}

/** "Absent" that is interpreted as positive, or the other way round: neither can be believed. */
function isOpposed(stated: Presence, view: ObservationView): boolean {
  const { interpretation } = view;
  const other = stated === 'present' ? 'absent' : stated === 'absent' ? 'present' : null;
  if (stated === 'present' && isReferenceState(view)) return true;
  return other !== null && interpretation.map(codedInterpretation).includes(other);
}

/** "Allelic state: wild type" of a change that is present: panels write every place that they looked at in this form. */
function isReferenceState(view: ObservationView): boolean {
  const { words } = statedIn(view, COMPONENT.allelicState);
  return words.length > 0 && words.every((text) => /^(?:homozygous )?(?:wild[- ]?type|reference|normal|wt)\.?$/i.test(text.trim()));
}

function codedInterpretation({ codings }: Concept): Presence | undefined {
  return codings
    .map(({ system, code }) =>
      OBDS_SYSTEM.test(system)
        ? entryOf(OBDS, code)
        : isInterpretationSystem(system) || system === ''
          ? entryOf(PRESENCE_INTERPRETATIONS, code)
          : entryOf(PRESENCE_ANSWERS, code),
    )
    .find((found) => found !== undefined);
}
