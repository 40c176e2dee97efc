import { asText } from '../data/read-values.ts';
import { normaliseIssuer } from './issuers.ts';

/**
 * The patient of a token response: an id, which some servers write as a number, as a reference, or as the whole address on the FHIR server of the
 * launch (`fhirServer`, without trailing slash); empty when there is none. The address of another server stays what it is, and is no id.
 */
export function patientIn(response: Readonly<Record<string, unknown>>, fhirServer: string): string {
  const named = asText(response['patient']);
  const [, base, id] = /^(https?:.*)\/Patient\/([^/]*)$/i.exec(named) ?? [];
  if (base !== undefined && id !== undefined) return normaliseIssuer(base) === fhirServer ? id : named;
  return named.replace(/^Patient\//, '');
}
