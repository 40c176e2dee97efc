/** Who the patient is, as far as rules and models need it. */
import type { PatientBasics } from '../../facts.ts';
import { dateOf } from '../elements.ts';
import type { Intake } from '../intake.ts';
import { readPlace } from '../place.ts';
import { ageToReckonWith } from './age.ts';

const SEXES: ReadonlySet<unknown> = new Set(['male', 'female', 'other', 'unknown']);

export function readPatientBasics(intake: Intake, asOf: string): PatientBasics {
  const [patient] = intake.ofType('Patient');
  if (patient === undefined) return { id: intake.patientId };
  const { resource } = patient;
  const birthDate = dateOf(resource['birthDate']);
  const ageYears = birthDate === undefined ? undefined : ageToReckonWith(birthDate, asOf);
  const sex = resource['gender'];
  const deceased = resource['deceasedBoolean'] === true || dateOf(resource['deceasedDateTime']) !== undefined;
  const place = readPlace(resource['address'], asOf);
  return {
    id: intake.patientId,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(ageYears === undefined ? {} : { ageYears }),
    ...(SEXES.has(sex) ? { sex: sex as NonNullable<PatientBasics['sex']> } : {}),
    ...(deceased ? { deceased: true } : {}),
    ...(place === undefined ? {} : { place }),
  };
}
