/** The synthetic patients to upload: one folder per clinical case with case.json and bundle.json, as in fixtures/. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json } from '../ehr/chart-part.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import { MedplumFault } from './fault.ts';

/** What a chart may hold: `seed` takes nothing else, so that `clean` knows where to look. All have a list of identifiers. */
export const SEED_TYPES: readonly string[] = [
  'AllergyIntolerance',
  'CarePlan',
  'Condition',
  'Consent',
  'Device',
  'DiagnosticReport',
  'DocumentReference',
  'Encounter',
  'FamilyMemberHistory',
  'Immunization',
  'Location',
  'Medication',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationRequest',
  'MedicationStatement',
  'MolecularSequence',
  'Observation',
  'Organization',
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Procedure',
  'RiskAssessment',
  'ServiceRequest',
  'Specimen',
];

export interface SeedCase {
  /** Folder name: `cyp2c19-poor-metabolizer-coronary-stent`. */
  readonly name: string;
  readonly title: string;
  /** What to order first, to see something. */
  readonly order?: string;
  /** Patient first. */
  readonly resources: readonly Json[];
}

function caseFolder(): string {
  return join(packageRoot(), 'fixtures');
}

/** Every case of a folder, in the order of their names. */
export function readCases(folder: string = caseFolder()): readonly SeedCase[] {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() && existsSync(join(folder, entry.name, 'case.json')) ? [entry.name] : [],
      )
    : [];
  if (names.length === 0)
    throw new MedplumFault(
      'setting',
      `There are no cases in ${folder}`,
      'Name a folder with --from whose folders hold case.json and bundle.json.',
    );
  return names.sort().map((name) => readCase(folder, name));
}

function readCase(folder: string, name: string): SeedCase {
  const about = readJson(folder, name, 'case.json');
  const bundle = readJson(folder, name, 'bundle.json');
  const entries: readonly unknown[] = Array.isArray(bundle.entry) ? bundle.entry : [];
  const resources = entries.flatMap((entry) => (isObject(entry) && isObject(entry.resource) ? [entry.resource] : []));
  const patients = resources.filter(({ resourceType }) => resourceType === 'Patient');
  if (patients.length !== 1 || resources.length !== entries.length || resources.some(({ id }) => typeof id !== 'string'))
    throw new MedplumFault(
      'setting',
      `${name}/bundle.json is not one patient with a chart`,
      'Every entry needs a resource with an id, one of them a Patient.',
    );
  const other = resources.find(({ resourceType }) => !SEED_TYPES.includes(String(resourceType)));
  if (other !== undefined)
    throw new MedplumFault(
      'setting',
      `${name}/bundle.json holds a ${String(other.resourceType)}, which is not uploaded`,
      `A case may hold: ${SEED_TYPES.join(', ')}.`,
    );
  const first: unknown = Array.isArray(about.tryThis) ? about.tryThis[0] : undefined;
  return {
    name,
    title: typeof about.title === 'string' ? about.title : name,
    ...(isObject(first) && typeof first.order === 'string' ? { order: first.order } : {}),
    resources: [...patients, ...resources.filter(({ resourceType }) => resourceType !== 'Patient')],
  };
}

function readJson(folder: string, name: string, file: string): Json {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, name, file), 'utf8'));
    if (isObject(value)) return value;
  } catch {
    // Said below, together with JSON that is no object.
  }
  throw new MedplumFault('setting', `${name}/${file} is not a JSON object`, 'Correct the file, or leave its folder out.');
}
