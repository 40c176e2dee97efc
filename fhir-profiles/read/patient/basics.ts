/** Who the patient is, as far as rules and models need it. */
import type { PatientBasics } from '../../facts.ts';
import { dateOf } from '../elements.ts';
import type { Intake } from '../intake.ts';
import { readPlace } from '../place.ts';

const SEXES: ReadonlySet<unknown> = new Set(['male', 'female', 'other', 'unknown']);

export function readPatientBasics(intake: Intake, asOf: string): PatientBasics {
  const [patient] = intake.ofType('Patient');
  if (patient === undefined) return { id: intake.patientId };
  const { resource } = patient;
  const birthDate = dateOf(resource['birthDate']);
  const ageYears = birthDate === undefined ? undefined : completedYears(birthDate, asOf);
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

/** Completed years at a day; unknown for a partly known birth date or one after that day. */
export function completedYears(birthDate: string, asOf: string): number | undefined {
  const born = /^(\d{4})-(\d{2})-(\d{2})/.exec(birthDate);
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(asOf);
  if (born === null || day === null || birthDate > asOf) return undefined;
  const years = Number(day[1]) - Number(born[1]);
  return `${day[2]}-${day[3]}` < `${born[2]}-${born[3]}` ? years - 1 : years;
}
