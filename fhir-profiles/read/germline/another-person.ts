/** Results in the record that are another person's: a donor's, a relative's, a foetus'. What they show is not what this patient carries. */
import { personNamed } from '../another-person.ts';
import { wordings } from '../elements.ts';
import type { ObservationView } from '../observation.ts';

/** Whom the result is about, in the words of its name; null for the patient. What else says it is looked at where right and wrong patients are told apart. */
export function anotherPerson(view: ObservationView): string | null {
  for (const words of wordings(view.code)) {
    const named = personNamed(words);
    if (named !== null) return named;
  }
  return null;
}
