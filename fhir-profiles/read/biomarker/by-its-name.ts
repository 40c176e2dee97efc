/** Bare answers that only the test's name or the interpretation gives a meaning: "1", "yes", true. */
import type { BiomarkerTest } from '../../codes/biomarker-tests.ts';
import { statusInWords } from '../../codes/biomarker-status.ts';
import { repairStatus } from '../../codes/mismatch-stain.ts';
import { wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { Component } from '../observation.ts';
import type { Measured } from './measured.ts';
import { entryOf } from '../../entry-of.ts';

export type Answered = Pick<Component, 'code' | 'value' | 'interpretation'>;

/** MSI as 1 or 0 beside "MSI-H" as its interpretation is a flag, and not a number to show. */
export function flagInWords({ kind }: BiomarkerTest, found: Measured | null, { interpretation }: Answered): string | undefined {
  return kind === 'MSI' && found?.unit === undefined && (found?.value === 0 || found?.value === 1)
    ? interpretation.flatMap(wordings).find((text) => statusInWords('MSI', text) !== null)
    : undefined;
}

/** HER2 "1" under a name that tells of no stain: a score of 1+, or a registry's code for positive (NAACCR item 3855). */
export function isBareCode({ kind, method }: BiomarkerTest, { code }: Answered, text: string): boolean {
  return kind === 'HER2' && method !== 'IHC' && /^\s*1\s*$/.test(text) && !/\bIHC\b|immun|stain|score/i.test(wordings(code).join(' '));
}

/** "MSI-High: yes", "HER2 positive: false": the test's name is the finding, the answer says whether it holds. */
export function byItsName({ kind, method = '' }: BiomarkerTest, { code, value }: Answered): string | null {
  const said = wordings(valueConcept(value));
  const holds =
    value?.kind === 'boolean'
      ? value.value
      : said.every((text) => YES.test(text))
        ? true
        : said.every((text) => NO.test(text))
          ? false
          : null;
  if (holds === null || (value?.kind !== 'boolean' && said.length === 0)) return null;
  const names = wordings(code);
  if (kind === 'MMR') return repairStatus([...names, method], holds ? 'positive' : 'negative');
  return names.map((name) => statusInWords(kind, holds ? name : `${name}: not detected`)).find((status) => status !== null) ?? null;
}
const YES = /^\s*(?:yes|y|true)\s*$/i;
const NO = /^\s*(?:no|n|false)\s*$/i;

const HOLDS = /^\s*(?:yes|y|true|positive|pos|present|detected|found|confirmed)\s*$/i;
const DENIED = /^\s*(?:no|n|false|negative|neg|absent|not (?:detected|present|found)|undetected)\s*$/i;
const SHOWN: ReadonlySet<string> = new Set(['positive', 'high', 'unstable', 'deficient']);
const INSTEAD: Readonly<Record<string, string>> = { MSI: 'stable', MMR: 'proficient', TMB: 'low' };

/**
 * "dMMR: Absent", "HER2-low: Positive", "HER2 negative: Positive": a name that holds the state, answered by a bare word. The answer is about the state: a
 * denied finding is its opposite, "positive" of a negative may mean either, and what is not low may be anything. Null where the name holds no state.
 */
export function stateByTitle({ kind }: BiomarkerTest, { code, value }: Answered): string | null {
  const said = value?.kind === 'boolean' ? [String(value.value)] : wordings(valueConcept(value));
  const holds = said.every((text) => HOLDS.test(text));
  if (said.length === 0 || (!holds && !said.every((text) => DENIED.test(text)))) return null;
  const state = wordings(code)
    .map((name) => statusInWords(kind, name))
    .find((found) => found !== null && found !== 'equivocal' && found !== 'indeterminate');
  if (state === undefined || state === null) return null;
  if (SHOWN.has(state)) {
    if (holds) return state;
    return state === 'high' && entryOf(INSTEAD, kind) === undefined ? 'indeterminate' : (entryOf(INSTEAD, kind) ?? 'negative');
  }
  const isNegation = state !== 'low' && state !== 'ultralow';
  return holds && (!isNegation || said.every((text) => YES.test(text))) ? state : 'indeterminate';
}
