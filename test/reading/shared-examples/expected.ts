import type { Summary } from '../summary.ts';

/** What one file says, and which kinds of warning it must raise. */
export interface Expected extends Summary {
  readonly warned?: readonly string[];
}

/** One example in several files: in releases of a guide, or in two forms. */
export const alike = (files: readonly string[], expected: Expected): Readonly<Record<string, Expected>> =>
  Object.fromEntries(files.map((file) => [file, expected]));
