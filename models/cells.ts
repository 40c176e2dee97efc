/** Cells of a table as numbers: what is not known and what cannot be read are told apart. */
import { entryOf } from '../fhir-profiles/entry-of.ts';

const NOT_KNOWN = /^(?:|na|n\/a|nan|null|none|missing|unknown|not (?:known|available|tested|done|recorded)|[.-])$/i;

export const isUnknown = (text: string | undefined): boolean => NOT_KNOWN.test((text ?? '').trim());

/** Null when the cell says nothing or cannot be read; `unreadableNumber` tells which. */
export function cellNumber(text: string | undefined): number | null {
  if (isUnknown(text)) return null;
  const plain = (text ?? '').trim();
  // What a program may take for a number, `0x41`, nobody means by it in a table.
  const value = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** What is wrong with the first of these columns that holds something else than a number; null when all can be read. */
export function unreadableNumber(row: Readonly<Record<string, string>>, columns: readonly string[]): string | null {
  const column = columns.find((name) => !isUnknown(entryOf(row, name)) && cellNumber(entryOf(row, name)) === null);
  return column === undefined
    ? null
    : `${column} “${shortened(entryOf(row, column) ?? '')}” is not a number (a decimal point is expected, not a comma)`;
}

/** Yes or no; null when the cell says nothing or cannot be read. */
export function cellFlag(text: string | undefined): boolean | null {
  const said = (text ?? '').trim();
  if (/^(?:1(?:\.0*)?|yes|y|true)$/i.test(said)) return true;
  return /^(?:0(?:\.0*)?|no|n|false)$/i.test(said) ? false : null;
}

/** What is wrong with the first of these columns that holds neither yes nor no. */
export function unreadableFlag(row: Readonly<Record<string, string>>, columns: readonly string[]): string | null {
  const column = columns.find((name) => !isUnknown(entryOf(row, name)) && cellFlag(entryOf(row, name)) === null);
  return column === undefined ? null : `${column} “${shortened(entryOf(row, column) ?? '')}” is neither 1 (yes) nor 0 (no)`;
}

export const shortened = (text: string): string => (text.length <= 30 ? text : `${text.slice(0, 29)}…`);
