/** How the laboratory classes the variant that it reports: "variant of uncertain significance", "likely benign", "pathogenic". */
import type { Classification, GermlineCall } from '../../../facts.ts';
import { wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';
import { classificationStated } from '../../variant/result/attached.ts';

const WORDS: readonly (readonly [RegExp, Classification])[] = [
  [/\b(?:uncertain|unknown|undetermined) (?:clinical )?significance\b|\bVUS\b/i, 'vus'],
  [/\b(?:likely|probably) benign\b/i, 'likely-benign'],
  [/(?<!\b(?:likely|probably) )\bbenign\b/i, 'benign'],
  [/\b(?:likely|probably) pathogenic\b/i, 'likely-pathogenic'],
  [/(?<!\b(?:likely|probably|not|non)[ -])\bpathogenic\b/i, 'pathogenic'],
];

/** Null where it does not say, or says several things. A phenotype, a score and a failed test have no class. */
export function laboratoryClass(view: ObservationView, call: GermlineCall, text: string): Classification | null {
  const ofVariant =
    call.kind === 'variant' || call.kind === 'diplotype' || call.kind === 'single-allele' || call.kind === 'allele-presence';
  if (!ofVariant || ('present' in call && !call.present)) return null;
  const stated = classificationStated(view);
  if (stated !== null) return stated;
  const said = [text, ...view.interpretation.flatMap(wordings)];
  const found = new Set(WORDS.flatMap(([pattern, name]) => (said.some((words) => pattern.test(words)) ? [name] : [])));
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}
