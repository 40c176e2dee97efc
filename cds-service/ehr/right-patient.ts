/** The guard that a resource is about the patient that was asked about. Works on references alone. */
import { withoutTrailingSlash } from '../config/loopback.ts';
import { homeOf } from './bundle-address.ts';
import { isObject, type Json } from './chart-part.ts';

/**
 * True when the resource says that it is about another patient: a Patient with another id (one without says nothing), or a `subject` or `patient`
 * whose reference names another one. What names no patient is left to the reader. `servers`: bases of the EHR's FHIR server, where it is known.
 */
export function isAboutAnother(resource: Json, patientId: string, servers: readonly string[] = []): boolean {
  if (resource.resourceType === 'Patient') return resource.id !== undefined && resource.id !== patientId;
  const home = homeOf(resource);
  const at = servers.length === 0 || home === undefined ? servers : [...servers, home];
  // A ResearchSubject of R4 names its patient as an individual.
  const individual = resource.resourceType === 'ResearchSubject' ? resource.individual : undefined;
  return [resource.subject, resource.patient, individual].some((named) => namesAnotherPatient(named, patientId, at));
}

/**
 * True for a reference to a Patient (relative, absolute or versioned) with another id than `patientId`, and for one that names a Patient of the same
 * id on another server than those `at`: ids of two servers say nothing of each other. A server that calls itself by another name than the EHR does, as
 * behind a proxy, names its resources so too.
 */
export function namesAnotherPatient(subject: unknown, patientId: string, at: readonly string[] = []): boolean {
  const own = at.map(plainBase);
  return patientsIn(subject).some(({ id, base }) => id !== patientId || (own.length > 0 && base !== '' && !own.includes(plainBase(base))));
}

/** True when the resource says in the usual form that it is about this patient. */
export function namesThisPatient({ subject, patient }: Json, patientId: string): boolean {
  const named = [...patientsIn(subject), ...patientsIn(patient)];
  return named.length > 0 && named.every(({ id }) => id === patientId);
}

/** http or https, capitals and a slash at the end make no other server. */
const plainBase = (base: string): string => withoutTrailingSlash(base.toLowerCase().replace(/^https?:\/\//, ''));

/** A Reference; or, as careless senders write it, its bare text or a list of them. `base` is empty for a relative one. */
function patientsIn(subject: unknown): { id: string; base: string }[] {
  if (Array.isArray(subject)) return subject.flatMap(patientsIn);
  const reference = isObject(subject) ? subject.reference : subject;
  const match = typeof reference === 'string' ? [...reference.matchAll(/(?:^|\/)patient\/([^/?#]+)/gi)].at(-1) : undefined;
  if (match?.[1] === undefined || typeof reference !== 'string') return [];
  const before = reference.slice(0, match.index);
  return [{ id: match[1], base: /^https?:\/\//i.test(before) ? before : '' }];
}
