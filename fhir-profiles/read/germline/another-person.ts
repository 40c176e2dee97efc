/** Results in the record that are another person's: a donor's, a relative's, a foetus'. What they show is not what this patient carries. */
import { wordings } from '../elements.ts';
import type { ObservationView } from '../observation.ts';

const ANOTHER =
  /\b(?:family history|family member|donor(?:'s)?|(?:mother|father|sister|brother|sibling|parent|relative|partner|spouse)(?:'s|s)?|maternal|paternal|f(?:o)?etal|f(?:o)?etus)\b/i;

/** "Maternal allele": the patient's own copy, from the mother. */
const OWN_COPY = /\b(?:maternal|paternal)\s+(?:allele|haplotype|copy|chromosome)\b|\b(?:allele|haplotype),?\s*\(?(?:maternal|paternal)\b/gi;

/** Whom the result is about, in the words of its name; null for the patient. `focus` is looked at where right and wrong patients are told apart. */
export function anotherPerson(view: ObservationView): string | null {
  for (const words of wordings(view.code)) {
    const [named] = ANOTHER.exec(words.replace(OWN_COPY, ' ')) ?? [];
    if (named !== undefined) return named.toLowerCase();
  }
  return null;
}
