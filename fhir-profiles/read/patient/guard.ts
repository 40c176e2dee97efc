/**
 * Design rule 1, right patient: decides whose chart this is and which resources belong to it.
 * A resource that names no subject belongs to the one patient of the input, and to nobody when there are several; one that names somebody else is
 * never used.
 */
import { isRecord, list, text } from '../elements.ts';
import type { IntakeResource } from '../intake.ts';
import { identifierOf, identifiersOf, standing, type BusinessIdentifier } from './identifiers.ts';
import { referenceText, typeAndId, uuidOf } from '../resource-references.ts';

export type Resolve = (reference: unknown, from: IntakeResource) => IntakeResource | null;

export type Subject =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'patient';
      readonly id: string;
      /** The copy of a Patient inside the resource, when that is what it names. */
      readonly contained?: IntakeResource;
      /** Named beside the reference. */
      readonly identifier?: BusinessIdentifier;
    }
  /** Named by a business identifier alone. */
  | { readonly kind: 'identified'; readonly identifier: BusinessIdentifier }
  | { readonly kind: 'not-a-patient'; readonly type: string };

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
  return namedBy(element, entry, resolve) ?? (entry.container === undefined ? NONE : subjectOf(entry.container, resolve));
}

/** Null when the element names nobody: a display alone, or nothing. */
function namedBy(element: unknown, entry: IntakeResource, resolve: Resolve): Subject | null {
  const identifier = isRecord(element) ? identifierOf(element['identifier']) : null;
  const written = referenceText(element);
  if (written === undefined) {
    if (identifier === null) return null;
    const type = statedType(element);
    return type === undefined || type === 'Patient' ? { kind: 'identified', identifier } : { kind: 'not-a-patient', type };
  }
  const subject = personMeant(element, written, entry, resolve);
  return subject.kind === 'patient' && identifier !== null ? { ...subject, identifier } : subject;
}

/** `Reference.type`: a resource's name or the address of its definition. */
function statedType(element: unknown): string | undefined {
  return isRecord(element) ? text(element['type'])?.split('/').at(-1) : undefined;
}

function personMeant(element: unknown, written: string, entry: IntakeResource, resolve: Resolve): Subject {
  const target = resolve(element, entry);
  if (target !== null) {
    if (target.type !== 'Patient') return { kind: 'not-a-patient', type: target.type };
    return { kind: 'patient', id: patientIdOf(target), ...(target.container === undefined ? {} : { contained: target }) };
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
    if (!isRecord(focus)) continue;
    const written = referenceText(focus);
    const type =
      resolve(focus, entry)?.type ?? (written === undefined ? undefined : typeAndId(written)?.split('/')[0]) ?? statedType(focus);
    if (type === 'RelatedPerson' || type === 'Group') return { kind: 'not-a-patient', type };
    if (type === 'Patient') return namedBy(focus, entry, resolve);
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
  const ofTheirOwn = patients.filter(({ container }) => container === undefined);
  const whole = ofTheirOwn.length > 0 ? ofTheirOwn : patients;
  const present = new Set(whole.map(patientIdOf));
  if (present.size === 1) return areSeveral(whole) ? { id: '', undecided: true } : { id: [...present][0] ?? '', undecided: false };
  // Results of their own decide; one that is derived from another only follows it.
  for (const decides of [(entry: IntakeResource) => entry.resource['derivedFrom'] === undefined, () => true]) {
    const named = new Set<string>();
    const identified = new Map<string, string>();
    let several = false;
    for (const entry of entries) {
      if (entry.type === 'Patient' || !decides(entry)) continue;
      const subject = subjectOf(entry, resolve);
      const id = personOf(subject, whole);
      if (id !== null) named.add(id);
      if (id !== null || subject.kind !== 'identified') continue;
      const { system, value } = subject.identifier;
      several ||= (identified.get(system) ?? value) !== value;
      identified.set(system, value);
    }
    const candidates = present.size === 0 ? [...named] : [...named].filter((id) => present.has(id));
    if (several && present.size === 0) return { id: '', undecided: true };
    if (candidates.length === 1) return { id: candidates[0] ?? '', undecided: false };
    if (candidates.length > 1) return { id: '', undecided: true };
  }
  return { id: '', undecided: present.size > 1 };
}

/** The id of the person that a subject means; null when it cannot be told among these patients. */
function personOf(subject: Subject, patients: readonly IntakeResource[]): string | null {
  if (subject.kind !== 'patient' && subject.kind !== 'identified') return null;
  const identifiers =
    subject.kind === 'identified' ? [subject.identifier] : subject.contained === undefined ? [] : identifiersOf(subject.contained);
  const bearer = patients.find((patient) => identifiers.some((one) => standing(one, identifiersOf(patient)) === 'own'));
  if (bearer !== undefined) return patientIdOf(bearer);
  return subject.kind === 'patient' ? subject.id : null;
}

/** Copies of a Patient inside several resources may bear one local id and be different people. */
function areSeveral([first, ...rest]: readonly IntakeResource[]): boolean {
  if (first?.container === undefined) return false;
  const borne = identifiersOf(first);
  return rest.some((copy) => {
    const named = identifiersOf(copy).map((one) => standing(one, borne));
    return named.includes('other') && !named.includes('own');
  });
}
