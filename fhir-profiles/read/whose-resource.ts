/** Whether a resource may be read for the patient chosen, by the reference and by the identifier that it names its subject with. */
import { personBeside } from './another-person.ts';
import type { IntakeResource } from './intake.ts';
import { identifiersOf, standing, type BusinessIdentifier } from './patient/identifiers.ts';
import { patientIdOf, subjectOf, type Choice, type Resolve, type Subject } from './patient/guard.ts';

/** Resources that say something about one patient; a Medication, a Specimen's container or a ResearchStudy needs no subject. */
const OF_ONE_PATIENT: ReadonlySet<string> = new Set([
  'AdverseEvent',
  'AllergyIntolerance',
  'CarePlan',
  'ClinicalImpression',
  'Composition',
  'Condition',
  'Consent',
  'DiagnosticReport',
  'DocumentReference',
  'FamilyMemberHistory',
  'Immunization',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationRequest',
  'MedicationStatement',
  'MolecularSequence',
  'Observation',
  'Procedure',
  'QuestionnaireResponse',
  'ResearchSubject',
  'RiskAssessment',
  'Specimen',
]);

/** Null when the resource may be read; an empty string when it may not and saying so adds nothing. */
export type WhyNot = (entry: IntakeResource) => string | null;

export function whoseResource(choice: Choice, entries: readonly IntakeResource[], resolve: Resolve): WhyNot {
  const patients = entries.filter(({ type, container }) => type === 'Patient' && container === undefined);
  const borne = entries.filter((entry) => entry.type === 'Patient' && patientIdOf(entry) === choice.id).flatMap(identifiersOf);
  const others = patients.filter((patient) => patientIdOf(patient) !== choice.id).flatMap(identifiersOf);
  const doubtful = systemsOfSeveral(entries, resolve, borne);
  let several: boolean | undefined;

  function byIdentifier(identifier: BusinessIdentifier): string | null {
    const own = standing(identifier, borne);
    if (own === 'own') return null;
    if (own === 'other' || standing(identifier, others) === 'own') return 'names another patient by an identifier';
    return patients.length > 1 || choice.undecided || doubtful.has(identifier.system) ? 'may belong to another patient' : null;
  }

  function bySubject(subject: Subject, type: string): string | null {
    if (subject.kind === 'none') {
      several ??= namesOthers();
      return OF_ONE_PATIENT.has(type) && several ? 'names no patient, and the input holds more than one' : null;
    }
    if (subject.kind === 'not-a-patient') return `is about a ${subject.type}, not about the patient`;
    if (subject.kind === 'identified') return byIdentifier(subject.identifier);
    if (choice.undecided) return 'may belong to another patient';
    if (subject.id !== choice.id && !isSamePerson(subject.contained)) return 'belongs to another patient';
    return subject.identifier !== undefined && standing(subject.identifier, borne) === 'other'
      ? 'names another patient by an identifier'
      : null;
  }

  /** Another Patient, or a resource of another one: what names nobody can be anybody's. */
  function namesOthers(): boolean {
    if (patients.some((patient) => patientIdOf(patient) !== choice.id)) return true;
    return entries.some((entry) => {
      if (entry.type === 'Patient') return false;
      const subject = subjectOf(entry, resolve);
      return subject.kind === 'patient' && subject.id !== choice.id && !isSamePerson(subject.contained);
    });
  }

  /** A laboratory's own copy of the Patient, inside its result, has an id of its own. */
  function isSamePerson(contained: IntakeResource | undefined): boolean {
    const named = contained === undefined ? [] : identifiersOf(contained).map((one) => standing(one, borne));
    return named.includes('own') && !named.includes('other');
  }

  return (entry) => {
    if (entry.type !== 'Patient') {
      const person = entry.type === 'Observation' ? personBeside(entry.resource) : null;
      return bySubject(subjectOf(entry, resolve), entry.type) ?? (person === null ? null : `is about another person (${person})`);
    }
    if (!choice.undecided && patientIdOf(entry) === choice.id) return null;
    return choice.undecided || entry.container !== undefined ? '' : 'is another patient';
  };
}

/** Systems of which the input's subjects name several identifiers, and the patient bears none: at most one of them can be the patient's. */
function systemsOfSeveral(entries: readonly IntakeResource[], resolve: Resolve, borne: readonly BusinessIdentifier[]): ReadonlySet<string> {
  const values = new Map<string, Set<string>>();
  for (const entry of entries) {
    if (entry.type === 'Patient') continue;
    const subject = subjectOf(entry, resolve);
    if (subject.kind !== 'identified' || standing(subject.identifier, borne) !== 'unknown') continue;
    const { system, value } = subject.identifier;
    values.set(system, (values.get(system) ?? new Set()).add(value));
  }
  return new Set([...values].filter(([, named]) => named.size > 1).map(([system]) => system));
}
