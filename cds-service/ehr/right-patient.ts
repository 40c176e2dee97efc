/** The guard that a resource is about the patient that was asked about. Works on references alone. */
import { isObject, type Json } from './chart-part.ts';

/**
 * True when the resource says that it is about another patient: a Patient with another id (one without says nothing), or a `subject` or `patient`
 * whose reference names another one. What names no patient is left to the reader.
 */
export function isAboutAnother(resource: Json, patientId: string): boolean {
  if (resource.resourceType === 'Patient') return resource.id !== undefined && resource.id !== patientId;
  return namesAnotherPatient(resource.subject, patientId) || namesAnotherPatient(resource.patient, patientId);
}

/** True for a reference to a Patient (relative, absolute or versioned) with another id than `patientId`. */
export function namesAnotherPatient(subject: unknown, patientId: string): boolean {
  return patientIdsIn(subject).some((id) => id !== patientId);
}

/** True when the resource says in the usual form that it is about this patient. */
export function namesThisPatient({ subject, patient }: Json, patientId: string): boolean {
  const ids = [...patientIdsIn(subject), ...patientIdsIn(patient)];
  return ids.length > 0 && ids.every((id) => id === patientId);
}

/** A Reference; or, as careless senders write it, its bare text or a list of them. */
function patientIdsIn(subject: unknown): string[] {
  if (Array.isArray(subject)) return subject.flatMap(patientIdsIn);
  const reference = isObject(subject) ? subject.reference : subject;
  const id = typeof reference === 'string' ? [...reference.matchAll(/(?:^|\/)patient\/([^/?#]+)/gi)].at(-1)?.[1] : undefined;
  return id === undefined ? [] : [id];
}
