/**
 * The columns beside a named change that say whether it was found: "Present: false", "Mutation status: wild type", "VAF: 0 %", "Detected? No". Whatever
 * such a column is called, a denial in it is never overlooked: a change counts as found only where nothing beside it says otherwise.
 */
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';
import { statedPresence } from '../parts/stated-presence.ts';

const ANSWER =
  /^(?:(?:variant|mutation|change|alteration|test|final|overall|carrier)[\s_]?)?(?:results?|status|call|presence|present|positive|found|detected|identified|observed|finding|outcome|value|conclusion|answer|is[\s_]?present|mutated)\??$/i;
/** "Absent: true" says the opposite. */
const TURNED = /^(?:is[\s_]?)?(?:absent|negative|wild[\s_-]?type|not[\s_](?:detected|found|present)|reference)\??$/i;
const MEASURED = /^(?:VAF|AF|MAF|(?:variant )?allel(?:e|ic) (?:frequency|fraction)|frequency|copies|reads?)(?:\s?\(?%\)?)?$/i;
/** Columns that tell of something else than whether the change is there. */
const ASIDE =
  /germ|somatic|origin|source|inherit|novo|hotspot|action|therap|drug|trial|tier|level|copy|fusion|gene|comment|note|method|specimen|clinvar|cosmic|dbsnp|id\b|confirm|review|report|exon|transcript|chrom|position|significan|classif|pathogen|assessment|coverage|depth/i;
const YES = /^\s*(?:yes|y|true|1|\+|\(\+\))\s*$/i;
const NO = /^\s*(?:no|n|false|0|none|-|\(-\))\s*$/i;

const PLAIN_DENIAL = /^\W*(?:not (?:detected|found|present|identified)|absent|negative|none detected|undetected|wild[- ]?type)\W*$/i;

const DETECTED = 'detected';
const NOT_DETECTED = 'not detected';
const OPEN = 'indeterminate';

const DENYING: ReadonlySet<string> = new Set(['absent', 'indeterminate', 'no-call']);

/** Whether a column of this name says if something was found. */
export const isAnswerColumn = (name: string): boolean => ANSWER.test(name.trim()) || TURNED.test(name.trim());
/** Whether it measures what was found. */
export const isMeasuredColumn = (name: string): boolean => MEASURED.test(name.trim());

type Answer = Pick<Component, 'value' | 'noValue' | 'interpretation'>;

/** The answers of a row in words: of its columns and of the Observation itself. */
export function answersOf(view: ObservationView, columns: readonly Component[]): readonly string[] {
  return [
    ...columns.flatMap((column) => ofColumn(column, view)),
    ...(view.value === null && view.interpretation.length === 0 ? [] : inWords(view, view)),
  ];
}

function ofColumn(column: Component, view: ObservationView): readonly string[] {
  const names = wordings(column.code).map((name) => name.trim());
  if (names.some((name) => ANSWER.test(name))) return inWords(column, view);
  if (names.some((name) => TURNED.test(name))) {
    const [said] = inWords(column, view);
    return said === DETECTED || said === undefined ? [said === undefined ? OPEN : NOT_DETECTED] : [OPEN];
  }
  if (names.some((name) => MEASURED.test(name))) return isNought(column) ? [OPEN] : [];
  if (names.length === 0 || names.some((name) => ASIDE.test(name))) {
    // How it is weighed, or a comment, may also say that it is not there.
    return wordings(valueConcept(column.value)).some((said) => PLAIN_DENIAL.test(said)) ? [NOT_DETECTED] : [];
  }
  const [said] = inWords(column, view);
  return said !== undefined && DENYING.has(presenceInWords(said) ?? 'present') ? [said] : [];
}

function inWords(answer: Answer, view: ObservationView): readonly string[] {
  const written = wordings(valueConcept(answer.value)).filter((text) => text.length < 120);
  if (written.length > 0 && written.every((text) => YES.test(text))) return [DETECTED];
  if (written.length > 0 && written.every((text) => NO.test(text))) return [NOT_DETECTED];
  if (isNought(answer)) return [NOT_DETECTED];
  // What the Observation itself gives as the reason for having no value is none of a column's.
  if (answer.value === null && answer.noValue === undefined && answer.interpretation.length === 0) return [];
  const stated = statedPresence({
    ...view,
    value: answer.value,
    interpretation: answer.interpretation,
    ...(answer.noValue === undefined ? {} : { noValue: answer.noValue }),
  });
  if (written.length > 0 && (stated === null || stated === 'present')) return written;
  if (stated === null) return [];
  return stated === 'present'
    ? [DETECTED]
    : stated === 'absent'
      ? [...written.filter((text) => presenceInWords(text) === 'absent'), NOT_DETECTED].slice(0, 1)
      : [OPEN];
}

function isNought({ value }: Answer): boolean {
  if (value?.kind === 'quantity') return value.value === 0;
  return wordings(valueConcept(value)).some((text) => /^\s*0(?:[.,]0+)?\s?%?\s*$/.test(text));
}
