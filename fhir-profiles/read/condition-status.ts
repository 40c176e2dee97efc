/** Clinical and verification status of a Condition, R4 codes or STU3 words. */
import type { ConditionFact } from '../facts.ts';
import { listedWord, type Json } from './elements.ts';

type Status = ConditionFact['clinicalStatus'];
const KNOWN: ReadonlySet<string> = new Set(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved']);

const VERIFICATION: ReadonlySet<string> = new Set([
  'unconfirmed',
  'provisional',
  'differential',
  'confirmed',
  'refuted',
  'entered-in-error',
]);

/** Clinical status; an abatement date makes a condition without status resolved, otherwise it is unknown. */
export function statusOf(resource: Json): Status {
  const written = listedWord(resource['clinicalStatus'], KNOWN);
  if (written !== undefined && KNOWN.has(written)) return written as Status;
  return Object.keys(resource).some((key) => key.startsWith('abatement') && resource[key] !== false) ? 'resolved' : 'unknown';
}

/** Whether it is established, in one of FHIR's words; undefined where the record does not say. */
export function verificationOf(resource: Json): string | undefined {
  return listedWord(resource['verificationStatus'], VERIFICATION);
}

/** Refuted and entered-in-error conditions never become facts. */
export function isRefuted(resource: Json): boolean {
  const written = verificationOf(resource);
  return written === 'refuted' || written === 'entered-in-error';
}

/** Provisional, a differential, or not confirmed: FHIR R4 calls none of them established. */
export function isSuspected(resource: Json): boolean {
  return ['provisional', 'differential', 'unconfirmed'].includes(verificationOf(resource) ?? '');
}
