/** The guard that a resource is about the patient that was asked about. Works on references alone. */
import { isObject, type Json } from './chart-part.ts';

/**
 * True when the resource says that it is about another patient: a Patient with another id, or a `subject` or `patient`
 * whose reference names another one. What names no patient is left to the reader.
 */
export function isAboutAnother(resource: Json, patientId: string): boolean {
  if (resource.resourceType === 'Patient') return resource.id !== patientId;
  return namesAnotherPatient(resource.subject, patientId) || namesAnotherPatient(resource.patient, patientId);
}

/** True for a reference to a Patient (relative, absolute or versioned) with another id than `patientId`. */
export function namesAnotherPatient(subject: unknown, patientId: string): boolean {
  if (!isObject(subject) || typeof subject.reference !== 'string') return false;
  const match = /(?:^|\/)Patient\/([^/?#]+)/.exec(subject.reference);
  return match !== null && match[1] !== patientId;
}
