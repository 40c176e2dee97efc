import { asText } from '../data/read-values.ts';

/** The patient of a token response: an id, which some servers write as a reference or a number; empty when there is none. */
export function patientIn(response: Readonly<Record<string, unknown>>): string {
  return asText(response['patient']).replace(/^Patient\//, '');
}
