/** `genehook medplum seed`: uploads the synthetic patients. What is there already stays as it is, so it may be run again at any time. */
import { setTimeout as wait } from 'node:timers/promises';
import { isObject, type Json } from '../ehr/chart-part.ts';
import type { SeedCase } from './cases.ts';
import { MedplumFault, MedplumRefusal } from './fault.ts';
import { entryReference, entryStatus, outcomeLines } from './outcome.ts';
import { faultOf } from './requirements.ts';
import { count, type Say } from './say.ts';
import { planSeed, seedBundle, type SeedEntry } from './seed-plan.ts';
import type { MedplumServer } from './server.ts';

export interface Seeded {
  readonly made: number;
  readonly present: number;
  /** `Type/id: what Medplum said`, one per resource that was refused. */
  readonly refused: readonly string[];
}

export interface SeedOptions {
  /** Waiting time when Medplum asks to slow down; longer each time. */
  readonly pauseMs?: number;
}

const PAUSES = 5;

export async function seed(server: MedplumServer, cases: readonly SeedCase[], say: Say, options: SeedOptions = {}): Promise<Seeded> {
  const total = { made: 0, present: 0, refused: [] as string[] };
  for (const [index, one] of cases.entries()) {
    const result = await seedCase(server, one, options.pauseMs ?? 5_000, say);
    total.made += result.made;
    total.present += result.present;
    total.refused.push(...result.refused.map((line) => `${one.name}: ${line}`));
    const state =
      result.refused.length > 0 ? `${result.refused.length} refused` : result.made === 0 ? 'there already' : `${result.made} made`;
    say.progress(`[${index + 1}/${cases.length}] ${one.title}: ${state}`);
  }
  say.result(
    total.made === 0 && total.refused.length === 0
      ? `Nothing changed: all ${count(cases.length, 'patient')} with ${count(total.present, 'resource')} are there already.`
      : `${count(total.made, 'resource')} made, ${total.present} there already, ${total.refused.length} refused (${count(cases.length, 'patient')}).`,
  );
  return total;
}

/** A chunk that is refused ends the case: what follows would refer to what is not there. */
async function seedCase(server: MedplumServer, one: SeedCase, pauseMs: number, say: Say): Promise<Seeded> {
  const ids = new Map<string, string>();
  let made = 0;
  let present = 0;
  for (const chunk of planSeed(one)) {
    const result = await sendChunk(server, chunk, ids, pauseMs, say);
    if ('refused' in result) return { made, present, refused: result.refused };
    made += result.made;
    present += chunk.length - result.made;
  }
  return { made, present, refused: [] };
}

async function sendChunk(
  server: MedplumServer,
  chunk: readonly SeedEntry[],
  ids: Map<string, string>,
  pauseMs: number,
  say: Say,
): Promise<{ made: number } | { refused: readonly string[] }> {
  let answer: unknown;
  try {
    answer = await patiently(() => server.call('POST', 'fhir/R4/', seedBundle(chunk, ids)), pauseMs, say);
  } catch (error) {
    if (error instanceof MedplumRefusal && error.status !== 401 && error.status !== 403 && error.status !== 429 && error.status < 500)
      return { refused: error.lines.map((line) => withKey(line, chunk)) };
    throw faultOf(error, 'take the synthetic patients');
  }
  const entries: readonly unknown[] = isObject(answer) && Array.isArray(answer.entry) ? answer.entry : [];
  if (entries.length !== chunk.length)
    throw new MedplumFault(
      'not-medplum',
      'The answer to a transaction has another number of entries than the transaction',
      'Check MEDPLUM_BASE_URL.',
    );
  const failed = entries.flatMap((entry, index) => (isDone(entry) ? [] : entryFault(entry, chunk[index]?.key ?? '')));
  if (failed.length > 0) {
    await undo(server, entries);
    return { refused: failed };
  }
  for (const [index, { key }] of chunk.entries()) {
    const reference = entryReference(entries[index]);
    if (reference === undefined)
      throw new MedplumFault('not-medplum', `Medplum did not say where ${key} stands`, 'Check MEDPLUM_BASE_URL.');
    ids.set(key, reference);
  }
  return { made: entries.filter((entry) => entryStatus(entry) === 201).length };
}

const isDone = (entry: unknown): boolean => entryStatus(entry) === 200 || entryStatus(entry) === 201;

function entryFault(entry: unknown, key: string): string[] {
  const response: Json = isObject(entry) && isObject(entry.response) ? entry.response : {};
  const lines = outcomeLines(response.outcome);
  return [`${key}: HTTP ${entryStatus(entry)} ${lines.join('; ')}`.trim()];
}

/**
 * A project without the feature "transaction-bundles" takes a transaction entry by entry; then some may be made and others not.
 * What this chunk made is taken back, so that the next run finds a whole or nothing.
 */
async function undo(server: MedplumServer, entries: readonly unknown[]): Promise<void> {
  for (const entry of entries) {
    const reference = entryStatus(entry) === 201 ? entryReference(entry) : undefined;
    if (reference !== undefined) await server.call('DELETE', `fhir/R4/${reference}`).catch(() => undefined);
  }
}

/** `Bundle.entry[2]…` in Medplum's words becomes the resource's own name. */
function withKey(line: string, chunk: readonly SeedEntry[]): string {
  const index = /Bundle\.entry\[(\d+)\]/.exec(line)?.[1];
  const key = index === undefined ? undefined : chunk[Number(index)]?.key;
  if (key !== undefined) return `${key}: ${line}`;
  const types = new Set(chunk.map(({ resource }) => String(resource.resourceType)));
  const type = /\(([A-Z][A-Za-z]+)[.)]/.exec(line)?.[1];
  const keys = chunk.flatMap((entry) => (type !== undefined && types.has(type) && entry.key.startsWith(`${type}/`) ? [entry.key] : []));
  return `${(keys.length > 0 ? keys : chunk.map((entry) => entry.key)).join(' or ')}: ${line}`;
}

/** Waits when Medplum asks to slow down (429) and tries again; a conditional create sent twice makes one resource. */
async function patiently<Value>(work: () => Promise<Value>, pauseMs: number, say: Say): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof MedplumRefusal) || error.status !== 429 || attempt > PAUSES) throw error;
      say.progress(`Medplum asks to slow down; going on in ${Math.round((pauseMs * attempt) / 1000)} s`);
      await wait(pauseMs * attempt);
    }
  }
}
