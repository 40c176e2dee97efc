/**
 * What a search by category misses and nothing on file names: genetic results without a category, and forms. Asked of the FHIR server only where it is
 * asked for results anyway, and only for about as long as that takes: an order is never kept waiting for it, and a server that does not know such a
 * search changes nothing. Who can say more than a card tells what was not answered.
 */
import type { ChartPart, Json } from './chart-part.ts';
import { LATE, UNANSWERED, type FhirAccess, type FhirReader } from './fhir-server.ts';
import { isAboutAnother } from './right-patient.ts';

export interface FurtherQuery {
  readonly query: string;
  readonly types: readonly string[];
  /** More than this is no chart of one patient, and is not read. */
  readonly most: number;
  /** What it finds in a clinician's words, where not to have it changes what can be said of the chart. */
  readonly label?: string;
}

export interface FurtherSetting {
  readonly patientId: string;
  readonly servers: readonly string[];
  readonly access: FhirAccess;
  readonly reader: FhirReader;
  readonly signal: AbortSignal;
}

/** How long an order may still wait for a search when everything else is there. */
const GRACE_MS = 200;

/** What is asked for besides. */
export interface Besides {
  /** The server has answered something: one that hangs is not asked for more. */
  readonly begun: Promise<unknown>;
  readonly ended: Promise<unknown>;
  /** How long a search may still take when everything else is there. */
  readonly graceMs?: number;
  /** Told of a search that was not answered, or not whole; one that the server refuses is answered. */
  readonly onUnread?: (query: FurtherQuery, part: ChartPart) => void;
  /** Told of a search that the server refuses or does not know. */
  readonly onRefused?: (query: FurtherQuery) => void;
}

/** What came in time, of this patient; what did not or could not be had is left out, and told to `onUnread` alone. */
export async function readFurther(
  queries: readonly FurtherQuery[],
  { begun, ended, graceMs = GRACE_MS, onUnread, onRefused }: Besides,
  { patientId, servers, access, reader, signal }: FurtherSetting,
): Promise<readonly Json[]> {
  const over = new AbortController();
  const settled = ended.then(
    () => void setTimeout(() => over.abort(), graceMs).unref(),
    () => over.abort(),
  );
  await Promise.race([begun, settled]);
  const until = AbortSignal.any([signal, over.signal]);
  const asked = queries.map(async (further) => {
    if (until.aborted) {
      onUnread?.(further, { state: 'failed', why: LATE });
      return [];
    }
    const { query, types, most } = further;
    const part = await reader.read(access, { query, types }, until);
    const resources = part.state === 'data' || part.state === 'incomplete' ? part.resources : [];
    const tooMany = resources.length > most;
    const refused = part.state === 'failed' && !UNANSWERED.has(part.why);
    if (refused) onRefused?.(further);
    else if (tooMany || part.state === 'incomplete' || part.state === 'failed') onUnread?.(further, part);
    return tooMany ? [] : resources;
  });
  const found = await Promise.all(asked);
  return found.flat().filter((resource) => !isAboutAnother(resource, patientId, servers));
}

/** Tells that the first part was fetched, through the listener that a chart is gathered with. */
export function firstFetched<Key>(onPart?: (key: Key, part: ChartPart, fetched: boolean) => void): {
  readonly begun: Promise<void>;
  readonly onPart: (key: Key, part: ChartPart, fetched: boolean) => void;
} {
  let tell: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (tell = resolve));
  return {
    begun,
    onPart(key, part, fetched) {
      if (fetched) tell();
      onPart?.(key, part, fetched);
    },
  };
}

/** Resources of `further` that are not among those at hand. */
export function notAmong(here: readonly Json[], further: readonly Json[]): readonly Json[] {
  const named = new Set(here.map(nameOf));
  return further.filter((resource) => !named.has(nameOf(resource)));
}

const nameOf = ({ resourceType, id }: Json): string => `${String(resourceType)}/${String(id)}`;
