/** Cytogenetic names that stand for one fusion gene or one arm-level change (ISCN). */
import { readKaryotype } from '../../../../fhir-profiles/codes/genomics/translocations.ts';

/** The first fusion that an ISCN text names, or null. A philadelphia chromosome by its word is read too. */
export function fusionOfKaryotype(text: string): readonly [string, string] | null {
  return readKaryotype(text).fusions[0] ?? null;
}

/** `5q deletion`, `del(5q)`, `5q-`, `del(17)(p13)`: the arm, as `5q`; null when the text names none. */
export function armDeletion(text: string): string | null {
  const compact = text.toLowerCase().replace(/\s+/g, '');
  const match = /del\((\d{1,2}|x|y)\)?\(?([pq])/.exec(compact) ?? /^(\d{1,2}|x|y)([pq])(?:-|deletion|del|loss)/.exec(compact);
  return match ? `${match[1] ?? ''}${match[2] ?? ''}` : null;
}
