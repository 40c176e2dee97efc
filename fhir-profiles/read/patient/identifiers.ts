/**
 * Logical references: a subject named by a business identifier (`subject.identifier`) instead of, or beside, a Patient's address.
 * Two identifiers can be compared only within one system; what cannot be compared decides nothing by itself.
 */
import { isRecord, list, text } from '../elements.ts';
import type { IntakeResource } from '../intake.ts';

export interface BusinessIdentifier {
  /** Lower case, without `urn:oid:`; empty where the sender names none. */
  readonly system: string;
  /** Lower case, without the spaces and hyphens that people group digits with. */
  readonly value: string;
}

export type Standing =
  /** The patient bears it. */
  | 'own'
  /** The patient bears others of this system. */
  | 'other'
  /** The patient has none of this system. */
  | 'unknown';

/** The identifier of a Reference or of an identifier element; null when it has no value. */
export function identifierOf(element: unknown): BusinessIdentifier | null {
  if (!isRecord(element)) return null;
  const value = text(element['value'])?.replace(/[\s-]/g, '').toLowerCase();
  if (value === undefined || value === '') return null;
  const system = (text(element['system']) ?? '')
    .trim()
    .toLowerCase()
    .replace(/^urn:oid:/, '')
    .replace(/\/$/, '');
  return { system, value };
}

export function identifiersOf({ resource }: IntakeResource): readonly BusinessIdentifier[] {
  return list(resource['identifier'])
    .map(identifierOf)
    .filter((one) => one !== null);
}

/** What an identifier says of somebody who bears these. */
export function standing({ system, value }: BusinessIdentifier, borne: readonly BusinessIdentifier[]): Standing {
  const same = borne.filter((one) => one.system === system || one.system === '' || system === '');
  if (same.some((one) => one.value === value)) return 'own';
  return same.some((one) => one.system === system) ? 'other' : 'unknown';
}
