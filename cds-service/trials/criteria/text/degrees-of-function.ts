import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

/**
 * "Normal renal function: …", "Moderate renal impairment: …", "Severe renal impairment: …" in one list: nobody is in two of them, so each is one way in and
 * none is asked of everybody.
 */
const DEGREE =
  /^\W*(?:(?:\d{1,2}|[a-z])[.)]\s*)?(?:(?:cohorts?|groups?|arms?|parts?) [\w.]{1,3}\s?[:–-]?\s+)?(?:(?:patients?|participants?|subjects?|those|for|with|who|have|has|an?|the)\s+)*(normal|mild(?:ly)?|moderate(?:ly)?|severe(?:ly)?)\s+(?:(?:reduced|impaired|decreased|chronic)\s+)*(renal|kidney|hepatic|liver)\s+(?:functions?|impairment|dysfunction|insufficiency)\b/i;
const ORGAN: Readonly<Record<string, string>> = { kidney: 'renal', liver: 'hepatic' };

/** The places in the list of those that are ways in; most lists have none. */
export function waysByFunction(texts: readonly string[]): readonly number[] {
  const found = texts.flatMap((text, at) => {
    const [, degree, organ] = DEGREE.exec(text) ?? [];
    if (degree === undefined || organ === undefined) return [];
    return [{ at, degree: degree.toLowerCase().slice(0, 4), organ: entryOf(ORGAN, organ.toLowerCase()) ?? organ.toLowerCase() }];
  });
  return found.filter(({ degree, organ }) => found.some((other) => other.organ === organ && other.degree !== degree)).map(({ at }) => at);
}
