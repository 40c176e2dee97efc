/**
 * Design rule 1, right patient: decides whose chart this is and which resources belong to it.
 * A resource that names no subject belongs to the one patient of the input; one that names somebody else is never used.
 */
import { isRecord, list, text } from './elements.ts';
import type { IntakeResource } from './intake.ts';
import { referenceText, typeAndId, uuidOf } from './resource-references.ts';

type Resolve = (reference: unknown, from: IntakeResource) => IntakeResource | null;

export type Subject =
  { readonly kind: 'none' } | { readonly kind: 'patient'; readonly id: string } | { readonly kind: 'not-a-patient'; readonly type: string };

const NONE: Subject = { kind: 'none' };

/** Logical id of a Patient resource: its id, else the uuid of its fullUrl, else its name in the input. */
export function patientIdOf(patient: IntakeResource): string {
  return text(patient.resource['id']) ?? uuidOf(patient.reference) ?? patient.reference;
}

/** Whom the resource is about. A contained resource without subject is about its container's subject. */
export function subjectOf(entry: IntakeResource, resolve: Resolve): Subject {
  const { resource } = entry;
  const about = focusOnSomebodyElse(entry, resolve);
  if (about !== null) return about;
  const element =
    resource['subject'] ??
    resource['patient'] ??
    (entry.type === 'Task' ? resource['for'] : entry.type === 'ResearchSubject' ? resource['individual'] : undefined);
  const written = referenceText(element);
  if (written === undefined) return entry.container === undefined ? NONE : subjectOf(entry.container, resolve);
  return personMeant(element, written, entry, resolve);
}

function personMeant(element: unknown, written: string, entry: IntakeResource, resolve: Resolve): Subject {
  const target = resolve(element, entry);
  if (target !== null) {
    return target.type === 'Patient' ? { kind: 'patient', id: patientIdOf(target) } : { kind: 'not-a-patient', type: target.type };
  }
  const relative = typeAndId(written);
  if (relative === null) return { kind: 'patient', id: uuidOf(written) ?? written };
  const [type = '', id = ''] = relative.split('/');
  return type === 'Patient' ? { kind: 'patient', id } : { kind: 'not-a-patient', type };
}

/** `Observation.focus` on a donor, a fetus or a relative makes the result theirs, not the subject's. */
function focusOnSomebodyElse(entry: IntakeResource, resolve: Resolve): Subject | null {
  if (entry.type !== 'Observation' || entry.resource['focus'] === undefined) return null;
  for (const focus of list(entry.resource['focus'])) {
    const written = referenceText(focus);
    if (written === undefined || !isRecord(focus)) continue;
    const type = resolve(focus, entry)?.type ?? typeAndId(written)?.split('/')[0];
    if (type === 'RelatedPerson' || type === 'Group') return { kind: 'not-a-patient', type };
    if (type === 'Patient') return personMeant(focus, written, entry, resolve);
  }
  return null;
}

export interface Choice {
  readonly id: string;
  /** True when several patients are in question and none was asked for: then nobody's results are read. */
  readonly undecided: boolean;
}

/** The patient whose facts are read. `asked` wins; else the one Patient resource that is referred to, else the one subject named. */
export function choosePatient(asked: string | undefined, entries: readonly IntakeResource[], resolve: Resolve): Choice {
  const patients = entries.filter((entry) => entry.type === 'Patient');
  if (asked !== undefined && asked.trim() !== '') {
    const id = asked.trim().replace(/^(?:.*\/)?Patient\//, '');
    const alias = patients.find((patient) => uuidOf(patient.reference) === id || resolve(`urn:uuid:${id}`, patient) === patient);
    return { id: alias === undefined ? id : patientIdOf(alias), undecided: false };
  }
  const present = new Set(patients.map(patientIdOf));
  if (present.size === 1) return { id: [...present][0] ?? '', undecided: false };
  // Results of their own decide; one that is derived from another only follows it.
  for (const decides of [(entry: IntakeResource) => entry.resource['derivedFrom'] === undefined, () => true]) {
    const named = new Set<string>();
    for (const entry of entries) {
      if (entry.type === 'Patient' || !decides(entry)) continue;
      const subject = subjectOf(entry, resolve);
      if (subject.kind === 'patient') named.add(subject.id);
    }
    const candidates = present.size === 0 ? [...named] : [...named].filter((id) => present.has(id));
    if (candidates.length === 1) return { id: candidates[0] ?? '', undecided: false };
    if (candidates.length > 1) return { id: '', undecided: true };
  }
  return { id: '', undecided: present.size > 1 };
}
