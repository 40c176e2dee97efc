/** Gathers the parts of a chart: what prefetch brought, and the rest from the FHIR server within the time that is left. */
import { setMaxListeners } from 'node:events';
import { readPart, type ChartPart, type Json } from './chart-part.ts';
import type { FhirAccess, FhirReader } from './fhir-server.ts';
import { isAboutAnother } from './right-patient.ts';
import { newestVersion } from '../../fhir-profiles/index.ts';

export interface WantedPart<Key extends string> {
  readonly key: Key;
  readonly query: string;
  readonly types: readonly string[];
  readonly most?: number;
  /** Asked for only when the FHIR server is asked for something else anyway: what came by prefetch alone is never kept waiting for it. */
  readonly besideOthers?: boolean;
}

export interface ChartRequest<Key extends string> {
  readonly patientId: string;
  readonly parts: readonly WantedPart<Key>[];
  /** Bases of the EHR's FHIR server, where they are known: the same id on another server is another patient's. */
  readonly servers?: readonly string[];
  /** What arrived with the call, by key; keys nobody asked for are not looked at. */
  readonly prefetch: Json;
  /** Absent: nothing may be fetched. */
  readonly access?: FhirAccess;
  readonly signal: AbortSignal;
  /** Told as each part is there; `fetched` when the FHIR server was asked for it. */
  readonly onPart?: (key: Key, part: ChartPart, fetched: boolean) => void;
}

export interface Chart<Key extends string> {
  readonly parts: ReadonlyMap<Key, ChartPart>;
  /** Resources of this patient, each once, in the order of the keys. */
  readonly resources: readonly Json[];
  /** How many resources were left out because they are about another patient. */
  readonly otherPatient: number;
  /** True when the FHIR server was asked for something. */
  readonly fetched: boolean;
  /** True when the Patient resource sent is someone else's: nothing of the call may be believed. */
  readonly wrongPatient: boolean;
}

export async function gatherChart<Key extends string>(request: ChartRequest<Key>, reader: FhirReader): Promise<Chart<Key>> {
  setMaxListeners(0, request.signal);
  const given = request.parts.map((wanted) => ({ wanted, sent: sentPart(wanted, request.prefetch) }));
  const left = leftOut(given);
  const gathered = await Promise.all(
    given.map(async ({ wanted, sent }) => {
      const { part: whole, fetched } = left.has(wanted.key) ? { part: sent, fetched: false } : await onePart(wanted, sent, request, reader);
      const part = withinReason(whole, wanted.most);
      request.onPart?.(wanted.key, part, fetched);
      return { key: wanted.key, part, fetched };
    }),
  );
  // In the order of the keys, not in that of their arrival: what was not read is told in the same order every time.
  const parts = new Map(gathered.map(({ key, part }) => [key, part]));
  return { parts, ...ofThisPatient(parts, request), fetched: gathered.some(({ fetched }) => fetched) };
}

/** Keys that are read beside others only, where nothing else is asked for. */
function leftOut<Key extends string>(given: readonly { readonly wanted: WantedPart<Key>; readonly sent: ChartPart }[]): ReadonlySet<Key> {
  const asking = given.some(({ wanted, sent }) => wanted.besideOthers !== true && mustAsk(sent));
  return new Set(
    given.filter(({ wanted, sent }) => wanted.besideOthers === true && sent.state === 'absent' && !asking).map(({ wanted }) => wanted.key),
  );
}

/** Whether one of the parts did not come with the call, and is asked for as a whole. */
export function asksForAny<Key extends string>({
  parts,
  prefetch,
  access,
}: Pick<ChartRequest<Key>, 'parts' | 'prefetch' | 'access'>): boolean {
  return access !== undefined && parts.some((wanted) => /^(?:absent|failed)$/.test(sentPart(wanted, prefetch).state));
}

/** The chart as it came with the call: before anything is read from a FHIR server, or where nothing may be. `leftOut`: never asked for. */
export function sentChart<Key extends string>({
  parts: wanted,
  prefetch,
  patientId,
  servers = [],
}: Pick<ChartRequest<Key>, 'parts' | 'prefetch' | 'patientId' | 'servers'>): Chart<Key> & { readonly leftOut: ReadonlySet<Key> } {
  const given = wanted.map((one) => ({ wanted: one, sent: sentPart(one, prefetch) }));
  const parts = new Map(given.map(({ wanted: one, sent }) => [one.key, withinReason(sent, one.most)]));
  return {
    parts,
    ...ofThisPatient(parts, { patientId, servers }),
    fetched: false,
    leftOut: leftOut(given),
  };
}

function ofThisPatient(
  parts: ReadonlyMap<string, ChartPart>,
  { patientId, servers = [] }: Pick<ChartRequest<string>, 'patientId' | 'servers'>,
): Pick<Chart<string>, 'resources' | 'otherPatient' | 'wrongPatient'> {
  const versions = new Map<unknown, Json[]>();
  let otherPatient = 0;
  let wrongPatient = false;
  for (const part of parts.values()) {
    if (part.state !== 'data' && part.state !== 'incomplete') continue;
    for (const resource of part.resources) {
      if (isAboutAnother(resource, patientId, servers)) {
        otherPatient += 1;
        wrongPatient ||= resource.resourceType === 'Patient';
        continue;
      }
      const identity = typeof resource.id === 'string' ? `${String(resource.resourceType)}/${resource.id}` : resource;
      const known = versions.get(identity);
      if (known === undefined) versions.set(identity, [resource]);
      else if (!known.some((other) => isSame(other, resource))) known.push(resource);
    }
  }
  return { resources: [...versions.values()].flatMap(standing), otherPatient, wrongPatient };
}

const isSame = (one: Json, other: Json): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** A resource that came under two keys, or by prefetch and from the server, may have changed between: the newest stands. The reader tells of what cannot be ordered. */
function standing(versions: readonly Json[]): readonly Json[] {
  const newest = newestVersion(versions, (resource) => resource);
  return newest === null ? versions : [newest];
}

/** More resources than one patient can have are not read at all: a selection of them would be as good as any other. */
function withinReason(part: ChartPart, most = Infinity): ChartPart {
  if ((part.state !== 'data' && part.state !== 'incomplete') || part.resources.length <= most) return part;
  return { state: 'failed', why: `more than ${most} entries` };
}

function sentPart<Key extends string>({ key, types }: WantedPart<Key>, prefetch: Json): ChartPart {
  return readPart(Object.hasOwn(prefetch, key) ? prefetch[key] : undefined, types);
}

function mustAsk({ state }: ChartPart): boolean {
  return state !== 'data' && state !== 'none';
}

async function onePart<Key extends string>(
  wanted: WantedPart<Key>,
  given: ChartPart,
  { access, signal }: ChartRequest<Key>,
  reader: FhirReader,
): Promise<{ readonly part: ChartPart; readonly fetched: boolean }> {
  if (access === undefined || given.state === 'data' || given.state === 'none') return { part: given, fetched: false };
  if (given.state === 'incomplete' && given.next !== undefined)
    return { part: await reader.readOn(access, given, wanted.types, signal), fetched: true };
  const fetched = await reader.read(access, wanted, signal);
  return { part: fetched.state === 'failed' && given.state === 'incomplete' ? given : fetched, fetched: true };
}
