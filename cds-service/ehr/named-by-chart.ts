/**
 * What the chart names and does not hold: results of a genetic report, members of a panel, Medications. A search by category misses results that a
 * laboratory filed under none or another; the report that names them is the proof that they are on file. They are read by their id.
 */
import { isObject, type Json } from './chart-part.ts';
import { idOfReference } from './fhir-id.ts';
import type { FhirAccess, FhirReader } from './fhir-server.ts';
import { missingMedications } from './missing-medications.ts';
import { isAboutAnother } from './right-patient.ts';

/** Read in all. More than a chart leaves open where searches by category work at all; what is beyond is said. */
const MOST = 100;
/** A report names a panel, a panel its results, a result what it rests on. */
const ROUNDS = 3;

export interface NamedSetting {
  readonly patientId: string;
  readonly servers: readonly string[];
  readonly access: FhirAccess;
  readonly reader: FhirReader;
  readonly signal: AbortSignal;
  /** Ids of Medications that were asked for already. */
  readonly but?: readonly string[];
}

/** The resources themselves, of this patient only; those that cannot be read are left out. `asked`: how many were asked for. */
export async function readNamedByChart(
  resources: readonly Json[],
  { patientId, servers, access, reader, signal, but = [] }: NamedSetting,
): Promise<{ readonly found: readonly Json[]; readonly asked: number }> {
  const found: Json[] = [];
  const asked = new Set(but.map((id) => `Medication/${id}`));
  const before = asked.size;
  for (let round = 0; round < ROUNDS && !signal.aborted; round += 1) {
    const here = [...resources, ...found];
    const wanted = [
      ...missingMedications(here, access.base).map((id) => `Medication/${id}`),
      ...missingResults(here, access.base).map((id) => `Observation/${id}`),
      ...missingSequences(here, access.base).map((id) => `MolecularSequence/${id}`),
    ]
      .filter((one) => !asked.has(one))
      .slice(0, MOST + before - asked.size);
    if (wanted.length === 0) break;
    for (const one of wanted) asked.add(one);
    const parts = await Promise.all(wanted.map((one) => readOne(one, access, reader, signal)));
    found.push(...parts.flat().filter((resource) => !isAboutAnother(resource, patientId, servers)));
  }
  return { found, asked: asked.size - before };
}

async function readOne(one: string, access: FhirAccess, reader: FhirReader, signal: AbortSignal): Promise<readonly Json[]> {
  const [type = '', id = ''] = one.split('/');
  const part = await reader.read(access, { query: `${type}/${encodeURIComponent(id)}`, types: [type] }, signal);
  return part.state === 'data' || part.state === 'incomplete' ? part.resources.filter((resource) => resource.id === id) : [];
}

/** Ids of Observations on this server that reports and results name and that are not among them. */
export function missingResults(resources: readonly Json[], base: string): readonly string[] {
  const named = resources.flatMap((resource) => [...resultsOf(resource), ...restsOn(resource)]);
  const ids = named.flatMap((address) => {
    const written = address.startsWith(`${base}/`) ? address.slice(base.length + 1) : address;
    return idOfReference(written, 'Observation') ?? [];
  });
  const here = observationIds(resources);
  return [...new Set(ids)].filter((id) => !here.has(id));
}

/** Ids of sequences on this server from which results without an answer of their own are derived. */
function missingSequences(resources: readonly Json[], base: string): readonly string[] {
  const here = new Set(resources.flatMap(({ resourceType, id }) => (resourceType === 'MolecularSequence' ? [id] : [])));
  const empty = resources.filter((resource) => resource.resourceType === 'Observation' && !hasAnswer(resource));
  const ids = empty.flatMap(restsOn).flatMap((address) => {
    const written = address.startsWith(`${base}/`) ? address.slice(base.length + 1) : address;
    return idOfReference(written, 'MolecularSequence') ?? [];
  });
  return [...new Set(ids)].filter((id) => !here.has(id));
}

const hasAnswer = (resource: Json): boolean =>
  resource.component !== undefined || Object.keys(resource).some((name) => name.startsWith('value'));

/** How many results a genetic report names that are not among `resources`: genetic results on file that nobody has read. */
export function unreadResults(resources: readonly Json[]): number {
  const here = observationIds(resources);
  const named = resources.filter(isGeneticReport).flatMap(resultsOf);
  const ids = named.flatMap((address) => /(?:^|\/)Observation\/([^/]+)/.exec(address)?.[1] ?? []);
  return [...new Set(ids)].filter((id) => !here.has(id)).length;
}

function observationIds(resources: readonly Json[]): ReadonlySet<unknown> {
  return new Set(resources.flatMap(({ resourceType, id }) => (resourceType === 'Observation' ? [id] : [])));
}

/** Nothing of a report that is not final is used. */
const IN_FORCE: ReadonlySet<unknown> = new Set(['final', 'amended', 'corrected', 'appended']);

function resultsOf({ resourceType, status, result }: Json): readonly string[] {
  return resourceType === 'DiagnosticReport' && IN_FORCE.has(status) ? addressesIn(result) : [];
}

/** Members of a panel, and what a result was made of. */
function restsOn({ resourceType, status, hasMember, derivedFrom }: Json): readonly string[] {
  return resourceType === 'Observation' && IN_FORCE.has(status) ? [...addressesIn(hasMember), ...addressesIn(derivedFrom)] : [];
}

/** The section of genetics (HL7 v2 table 0074), by which reports are asked for. */
function isGeneticReport({ resourceType, category }: Json): boolean {
  if (resourceType !== 'DiagnosticReport') return false;
  const codings = listOf(category).flatMap((concept) => (isObject(concept) ? listOf(concept.coding) : []));
  return codings.some((coding) => isObject(coding) && coding.code === 'GE');
}

function addressesIn(references: unknown): readonly string[] {
  return listOf(references).flatMap((one) => (isObject(one) && typeof one.reference === 'string' ? [one.reference] : []));
}

/** DSTU2 has one category where later versions have a list. */
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
