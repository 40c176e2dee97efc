/** `genehook medplum clean`: takes away what seed and connect made, told by tag and identifier, and nothing else. */
import { isObject, type Json } from '../ehr/chart-part.ts';
import { binaryIds, membershipsOf, ourBots, removeBinary } from './bots.ts';
import { MedplumFault } from './fault.ts';
import { idOf } from './find-or-make.ts';
import { APP_NAME, CONNECT_TAG, hasTag, KEY_SECRET, POLICY_NAME, SEED_TAG } from './marks.ts';
import { readKeySecret, writeKeySecret } from './project-secret.ts';
import { asFault, requireAdmin } from './requirements.ts';
import { count, type Say } from './say.ts';
import { entryStatus } from './outcome.ts';
import type { MedplumServer } from './server.ts';

export type CleanPart = 'patients' | 'connection';

export interface CleanOptions {
  /** False: only say what would go. */
  readonly remove: boolean;
  readonly parts: readonly CleanPart[];
  /** Resource types that seeds may be of. */
  readonly seedTypes: readonly string[];
}

export interface Cleaned {
  readonly removed: number;
  /** What had to stay, and why. */
  readonly kept: readonly string[];
}

export async function clean(server: MedplumServer, options: CleanOptions, say: Say): Promise<Cleaned> {
  const { remove, parts } = options;
  const kept: string[] = [];
  let removed = 0;
  const tell = (what: string): void => {
    removed += 1;
    say.progress(`${remove ? 'removed' : 'would remove'}  ${what}`);
  };
  if (parts.includes('connection')) {
    requireAdmin(server);
    kept.push(...(await cleanConnection(server, remove, tell)));
  }
  if (parts.includes('patients')) removed += await cleanPatients(server, options, say);
  say.result(summary(removed, remove, kept.length));
  for (const line of kept) say.result(`Kept: ${line}`);
  return { removed, kept };
}

function summary(removed: number, remove: boolean, kept: number): string {
  if (removed === 0) return kept === 0 ? 'There is nothing of Genehook in this project.' : 'There is nothing more to remove.';
  return remove
    ? `${count(removed, 'thing')} removed.`
    : `${count(removed, 'thing')} would be removed. Nothing was changed: run again with --yes.`;
}

/** Bots first, so that no service is left that cannot answer; the policy last, because members hang on it. */
async function cleanConnection(server: MedplumServer, remove: boolean, tell: (what: string) => void): Promise<string[]> {
  for (const bot of await ourBots(server)) {
    const id = idOf(bot);
    if (remove) {
      // The Bot itself last: while it stands, an interrupted run finds the rest again.
      for (const membership of await membershipsOf(server, `Bot/${id}`)) await drop(server, `ProjectMembership/${idOf(membership)}`);
      for (const binary of binaryIds(bot)) await removeBinary(server, binary);
      await drop(server, `Bot/${id}`);
    }
    tell(`Bot ${String(bot.name)} with its membership and code`);
  }
  for (const app of await tagged(server, 'ClientApplication', APP_NAME)) {
    if (remove) await drop(server, `ClientApplication/${idOf(app)}`);
    tell(`SMART app “${APP_NAME}”`);
  }
  if ((await readKeySecret(server)) !== undefined) {
    if (remove) await writeKeySecret(server, null);
    tell(`project secret ${KEY_SECRET}`);
  }
  const kept: string[] = [];
  for (const policy of await tagged(server, 'AccessPolicy', POLICY_NAME)) {
    const id = idOf(policy);
    const bound = await membersBoundTo(server, id);
    if (bound.length > 0) {
      kept.push(boundText(id, bound));
      continue;
    }
    if (remove) await drop(server, `AccessPolicy/${id}`);
    tell(`access policy “${POLICY_NAME}”`);
  }
  return kept;
}

/**
 * Members other than our Bots that the policy restricts. It is never taken from them: a Medplum membership without any policy
 * may read everything.
 */
async function membersBoundTo(server: MedplumServer, policyId: string): Promise<readonly Json[]> {
  const bound = await asFault(server.search(`ProjectMembership?access-policy=AccessPolicy/${policyId}`), 'search for memberships');
  return bound.filter(({ profile }) => !(isObject(profile) && String(profile.reference).startsWith('Bot/')));
}

function boundText(policyId: string, bound: readonly Json[]): string {
  const members = bound.map((membership) => `ProjectMembership/${idOf(membership)}`).join(', ');
  return `AccessPolicy/${policyId} restricts ${members}; without any policy such a member may read everything. Give the member another policy (or remove the member), then clean again.`;
}

async function tagged(server: MedplumServer, type: string, name: string): Promise<readonly Json[]> {
  const found = await asFault(server.search(`${type}?name=${encodeURIComponent(name)}`), `search for ${type}`);
  return found.filter((item) => hasTag(item, CONNECT_TAG));
}

async function drop(server: MedplumServer, reference: string): Promise<void> {
  await asFault(server.call('DELETE', `fhir/R4/${reference}`), `remove ${reference.split('/')[0] ?? 'it'}`);
}

const BATCH = 20;

/** Removes what carries our tag: asked for by tag, and looked at again in each resource before it goes. */
async function cleanPatients(server: MedplumServer, { remove, seedTypes }: CleanOptions, say: Say): Promise<number> {
  let total = 0;
  for (const type of seedTypes) {
    const found = await asFault(
      server.search(`${type}?_tag=${encodeURIComponent(`${SEED_TAG.system}|${SEED_TAG.code}`)}&_count=200`),
      `search for ${type}`,
    );
    const ours = found.filter((item) => item.resourceType === type && hasTag(item, SEED_TAG));
    if (remove) await dropAll(server, ours);
    if (ours.length > 0) say.progress(`${remove ? 'removed' : 'would remove'}  ${ours.length} synthetic ${type}`);
    total += ours.length;
  }
  return total;
}

async function dropAll(server: MedplumServer, resources: readonly Json[]): Promise<void> {
  for (let start = 0; start < resources.length; start += BATCH) await dropMany(server, resources.slice(start, start + BATCH));
}

async function dropMany(server: MedplumServer, resources: readonly Json[]): Promise<void> {
  const bundle = {
    resourceType: 'Bundle',
    type: 'batch',
    entry: resources.map((resource) => ({ request: { method: 'DELETE', url: `${String(resource.resourceType)}/${idOf(resource)}` } })),
  };
  const answer = await asFault(server.call('POST', 'fhir/R4/', bundle), 'remove the synthetic patients');
  const entries: readonly unknown[] = isObject(answer) && Array.isArray(answer.entry) ? answer.entry : [];
  const failed = resources.filter((_, index) => ![200, 204, 404, 410].includes(entryStatus(entries[index])));
  if (failed.length > 0)
    throw new MedplumFault(
      'partial',
      `Medplum did not remove ${failed.map((item) => `${String(item.resourceType)}/${idOf(item)}`).join(', ')}`,
      'Run clean again; if it stays, the access policy of the client does not allow deleting.',
    );
}
