/** Which words may stand beside what was recognised, by its kinds. */
import { FILLER, NARROWING } from '../text/lexicon.ts';
import { CONDITION_WORDS } from './condition.ts';
import { EXPECTING_WORDS } from './expecting.ts';
import { MEASURE_WORDS } from './measure.ts';
import { MOLECULAR_WORDS } from './molecular.ts';
import { TREATMENT_WORDS } from './treatment.ts';
import { TUMOUR_WORDS } from './tumour.ts';
import type { Vocabulary } from './vocabulary.ts';

const COMMON: Vocabulary = { silent: FILLER, narrowing: NARROWING, phrases: [] };

/** Every list, for the quick look at whether a word is known at all. */
export const ALL_WORDS: readonly Vocabulary[] = [
  COMMON,
  MEASURE_WORDS,
  EXPECTING_WORDS,
  TREATMENT_WORDS,
  CONDITION_WORDS,
  MOLECULAR_WORDS,
  TUMOUR_WORDS,
];

const TUMOUR_KINDS = ['tumour', 'extent', 'brain-metastases', 'liver-metastases'];

/** Kinds are families of requirements (`family`): molecular, tumour, extent, lab, treated, lines, condition, pregnancy … */
export function vocabulariesFor(kinds: ReadonlySet<string>): readonly Vocabulary[] {
  const only = (...names: readonly string[]): boolean => [...kinds].every((kind) => names.includes(kind));
  if (kinds.has('treated') || kinds.has('lines')) return [TREATMENT_WORDS];
  if (only('pregnancy')) return [COMMON, EXPECTING_WORDS];
  if (only('condition')) return [CONDITION_WORDS];
  if (only('lab', 'performance', 'age')) return [COMMON, MEASURE_WORDS];
  if (only('molecular', ...TUMOUR_KINDS))
    return [
      COMMON,
      ...(kinds.has('molecular') ? [MOLECULAR_WORDS] : []),
      ...(TUMOUR_KINDS.some((kind) => kinds.has(kind)) ? [TUMOUR_WORDS] : []),
    ];
  return [COMMON];
}
