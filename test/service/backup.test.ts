/** Back up, destroy, restore: on both databases, and from one to the other. Nothing half-made is left when a file is not whole. */
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { backupLines, checkBackup, restoreBackup } from '../../cds-service/store/backup.ts';
import { readFigures } from '../../cds-service/store/figures.ts';
import { openDatabase, openStore } from '../../cds-service/store/open.ts';
import { createKeyed } from '../../cds-service/store/secret.ts';
import type { Tables } from '../../cds-service/store/tables.ts';
import { listActive } from '../../cds-service/store/trial-generations.ts';
import type { DecisionRecord } from '../../cds-service/store/types.ts';
import { storeSink } from '../../cds-service/trial-library/store-sink.ts';
import { postgresPrograms, postgresUser, startPostgres, type TestPostgres } from './postgres.ts';
import { endAll, postJson, startService } from './running.ts';
import { clopidogrel, orderSign } from './harness.ts';
import { putStore } from './embedded-store.ts';
import { program, ROOT } from './program.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const keyed = createKeyed('a secret for tests, long enough to be one');
const other = createKeyed('another secret for tests, as long as the first');
const folder = mkdtempSync(join(tmpdir(), 'genehook-backup-'));
afterAll(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

function decision(card: string, index: number): DecisionRecord {
  return {
    id: randomUUID(),
    at: new Date(Date.UTC(2026, 10, 21, 6, 0, 0, index)).toISOString(),
    service: 'pgx-order-sign',
    hook: 'order-sign',
    ehr: 'EHR',
    profile: 'generic',
    patient: keyed.hash('patient', 'EHR', `p${index}`),
    asOf: '2026-11-21',
    inputHash: 'i',
    factsHash: 'f',
    knowledge: [{ id: 'k', version: '1' }],
    models: [],
    orders: [],
    notChecked: [],
    publicUrl: 'http://localhost',
    cards: [{ uuid: card, topic: 't', ruleIds: ['r'], indicator: 'warning', guidance: `g-${card}`, suggestions: [], suppressed: false }],
    cardsHash: 'c',
  };
}

interface Place {
  readonly databaseUrl?: string;
  readonly dataFolder: string;
}

/** More rows than a page, an override with free text, and a token that was used. */
async function fill(place: Place, rows = 620): Promise<string> {
  const store = openStore({ ...place, repeatSilenceHours: 24, retentionDays: 0 }, keyed, {
    now: () => new Date(),
    onFatal: (error) => {
      throw error;
    },
    onTrouble: () => undefined,
  });
  const cards = Array.from({ length: rows }, () => randomUUID());
  for (const [index, card] of cards.entries()) store.recordDecision(decision(card, index));
  const [card = ''] = cards;
  await store.firstUse('https://ehr.example.org', 'token-1', Date.now() / 1000 + 600, Date.now() / 1000);
  await store.recordFeedback([
    {
      card,
      service: 'pgx-order-sign',
      outcome: 'overridden',
      at: new Date().toISOString(),
      acceptedSuggestions: [],
      reasonSystem: 's',
      reasonCode: 'benefit',
      comment: 'Free text — of a clinician',
      source: 'hook',
    },
  ]);
  await store.close();
  return card;
}

/** Two that are served, one that was replaced, and one of an import that has not ended. */
async function importTwoTrials(database: Kysely<Tables>): Promise<void> {
  const entry = (nctId: string, digest: string) => ({ nctId, digest, origin: 'import', content: `{"of":"${digest}"}` });
  const sink = storeSink(database);
  await sink.begin();
  await sink.put([entry('NCT1', 'old'), entry('NCT2', 'two')]);
  await sink.finish('rest', '2026-11-20');
  await sink.begin();
  await sink.put([entry('NCT1', 'new')]);
  await sink.finish('rest', '2026-11-21');
  await storeSink(database).begin();
}

async function collect(database: Kysely<Tables>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of backupLines(database, keyed, new Date('2026-11-21T08:00:00Z'))) lines.push(line.trimEnd());
  return lines;
}

/** Opening an embedded store takes a second of processor time: what is to be done with it is done at once. */
async function opened<Result>(place: Place, work: (database: Kysely<Tables>) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(place);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

async function backedUp(database: Kysely<Tables>): Promise<string[]> {
  await importTwoTrials(database);
  return collect(database);
}

async function* given(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const place = async (): Promise<Place> => ({ dataFolder: await putStore(mkdtempSync(join(folder, 'data-'))) });

describe('a backup of the embedded store', () => {
  let lines: string[];
  let card: string;
  let target: Place;
  let database: Kysely<Tables>;
  beforeAll(async () => {
    const source = await place();
    card = await fill(source);
    lines = await opened(source, backedUp);
    rmSync(source.dataFolder, { recursive: true });
    target = await place();
    database = await openDatabase(target);
  });
  afterAll(() => database?.destroy());

  it('says how much it holds and is whole', async () => {
    expect((await checkBackup(given(lines))).counts).toEqual({
      decision: 620,
      card: 620,
      feedback: 1,
      token_use: 1,
      prediction_count: 0,
      trial_generation: 1,
      trial_content: 2,
      trial_entry: 2,
      trial_fetch: 0,
    });
    expect(lines.join('\n')).not.toContain('Free text');
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    ['cut off', (all) => all.slice(0, -1), 'is cut off'],
    ['with a changed row', (all) => all.map((line) => line.replace('"topic":"t"', '"topic":"u"')), 'changed or is damaged'],
    ['with a row left out', (all) => all.toSpliced(-2, 1), 'changed or is damaged'],
    ['with something behind its end', (all) => [...all, '{"table":"decision","row":{}}'], 'behind the end'],
    ['of a newer schema', (all) => [all[0]?.replace(/"schema":\d+/, '"schema":99') ?? '', ...all.slice(1)], 'newer Genehook'],
    ['that is something else', () => ['hello'], 'not a Genehook backup'],
  ])('%s is refused and leaves nothing behind', async (_name, change, message) => {
    await expect(restoreBackup(database, given(change([...lines])), keyed, { otherSecret: false })).rejects.toThrow(message);
    const { rows } = await sql<{ n: string }>`select count(*) as n from decision`.execute(database);
    expect(Number(rows[0]?.n)).toBe(0);
  });

  it('is refused where the secret is another one, restored where it is the same, and never into a store in use', async () => {
    try {
      await expect(restoreBackup(database, given(lines), other, { otherSecret: false })).rejects.toThrow('another secret');
      await restoreBackup(database, given(lines), keyed, { otherSecret: false });
      expect(await readFigures(database)).toMatchObject([{ rule: 'r', shown: 620, overridden: 1, reasons: { benefit: 1 } }]);
      const { rows } = await sql<{ comment: string }>`select comment from feedback`.execute(database);
      expect(keyed.open(rows[0]?.comment ?? '')).toBe('Free text — of a clinician');
      await expect(restoreBackup(database, given(lines), keyed, { otherSecret: false })).rejects.toThrow('not empty');
      expect((await collect(database)).slice(1, -1)).toEqual(lines.slice(1, -1));
    } finally {
      await database.destroy();
    }
  });

  it('the restored store goes on: the override silences, the token stays used, new feedback is kept', async () => {
    const store = openStore({ ...target, repeatSilenceHours: 24, retentionDays: 0 }, keyed, {
      now: () => new Date(),
      onFatal: (error) => {
        throw error;
      },
      onTrouble: () => undefined,
    });
    const seconds = Date.now() / 1000;
    await store.recordFeedback([
      { card, service: 'pgx-order-sign', outcome: 'accepted', at: new Date().toISOString(), acceptedSuggestions: [], source: 'panel' },
    ]);
    expect(await store.firstUse('https://ehr.example.org', 'token-1', seconds + 600, seconds - 60)).toBe(false);
    expect(await store.figures()).toMatchObject([{ rule: 'r', accepted: 1, overridden: 0 }]);
    await store.close();
  });
});

const possible = postgresPrograms() !== null && postgresUser() !== null;
if (!possible) console.warn('SKIPPED: backup tests on PostgreSQL (no PostgreSQL that can be started here)');

describe.skipIf(!possible)('a backup of PostgreSQL', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());

  it('is restored after the tables are gone, and into the embedded store', async () => {
    const source = { databaseUrl: postgres.url, dataFolder: folder };
    await fill(source);
    const database = await openDatabase(source);
    const lines = await backedUp(database);
    await sql`drop schema public cascade`.execute(database);
    await sql`create schema public`.execute(database);
    await database.destroy();
    for (const target of [source, await place()]) {
      const restored = await openDatabase(target);
      await restoreBackup(restored, given(lines), keyed, { otherSecret: false });
      expect(await readFigures(restored)).toMatchObject([{ shown: 620, overridden: 1 }]);
      const list = await listActive(restored);
      expect(list).toMatchObject({ made: '2026-11-21', total: 2 });
      expect([...(list?.trials ?? [])].sort((a, b) => (a.nctId < b.nctId ? -1 : 1))).toEqual([
        { nctId: 'NCT1', digest: 'new' },
        { nctId: 'NCT2', digest: 'two' },
      ]);
      const sink = storeSink(restored);
      await sink.begin();
      await sink.put([{ nctId: 'NCT3', digest: 'three', origin: 'import', content: '{"of":"three"}' }]);
      expect(await sink.finish('rest', '2026-11-22')).toMatchObject({ added: 1, total: 3 });
      await restored.destroy();
    }
  });

  it('every table of the store is kept', async () => {
    const database = await openDatabase({ databaseUrl: postgres.url, dataFolder: folder });
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' order by 1`.execute(database);
    await database.destroy();
    const names = new Set(rows.map(({ name }) => name));
    for (const name of ['decision', 'card', 'feedback', 'token_use', 'prediction_count', 'genehook_schema']) names.delete(name);
    for (const name of ['trial_generation', 'trial_content', 'trial_entry', 'trial_fetch']) names.delete(name);
    expect([...names], 'tables that "genehook store backup" leaves out').toEqual([]);
  });
});

describe('genehook store backup and restore', () => {
  const cli = (data: string, ...args: string[]) =>
    spawnSync(process.execPath, [...program('cli/main'), 'store', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, GENEHOOK_DATA: data, DATABASE_URL: '', GENEHOOK_TRUST: '' },
    });

  /** Its decisions, and how often each reason was given. */
  const kept = (dataFolder: string) =>
    opened({ dataFolder }, async (database) => {
      const { rows } = await sql<{ record: string }>`select record from decision`.execute(database);
      return { decisions: rows.map(({ record }) => record), reasons: (await readFigures(database)).map(({ reasons }) => reasons) };
    });

  it('a service is stopped, backed up, destroyed and restored: its decision and its feedback are found again', async () => {
    const data = await putStore(mkdtempSync(join(folder, 'live-')));
    const file = join(folder, 'live.backup');
    const service = await startService({ GENEHOOK_DATA: data, GENEHOOK_LOG_LEVEL: 'silent' });
    const hook = orderSign({ context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: clopidogrelOrders() } });
    const answer = await postJson(`${service.url}/cds-services/pgx-order-sign`, { ...hook, prefetch: { ...NOTHING } });
    const cards = (answer.body as { cards: { uuid: string }[] }).cards;
    const outcome = {
      card: cards[0]?.uuid ?? randomUUID(),
      outcome: 'overridden',
      overrideReason: { reason: { code: 'benefit', system: 'https://genehook.org/override-reasons' } },
      outcomeTimestamp: '2026-11-21T08:00:00Z',
    };
    expect((await postJson(`${service.url}/cds-services/pgx-order-sign/feedback`, { feedback: [outcome] })).status).toBe(200);

    const early = cli(data, 'backup', file);
    expect(early).toMatchObject({ status: 1, stderr: expect.stringContaining('stop the service first') as string });
    expect(existsSync(file)).toBe(false);

    await service.end('SIGTERM');
    const before = await kept(data);
    expect(before.decisions).toHaveLength(1);
    expect(cli(data, 'backup', file)).toMatchObject({ status: 0, stdout: expect.stringContaining('1 decisions') as string });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(cli(data, 'backup', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('exists already') as string });

    const secret = readFileSync(join(data, 'secret'), 'utf8');
    rmSync(data, { recursive: true });
    const fresh = await putStore(mkdtempSync(join(folder, 'fresh-')));
    expect(cli(fresh, 'restore', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('another secret') as string });
    writeFileSync(join(fresh, 'secret'), secret, { mode: 0o600 });
    expect(cli(fresh, 'restore', '--check', file).stdout).toContain('is whole');
    expect(cli(fresh, 'restore', file)).toMatchObject({ status: 0, stdout: expect.stringContaining('1 decisions') as string });
    expect(await kept(fresh)).toEqual(before);
    expect(before.reasons).toContainEqual({ benefit: 1 });
    expect(cli(fresh, 'decisions').stdout.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(fresh)).not.toContain('genehook.pid');
  });

  it('a file that was cut off is refused', () => {
    const cut = join(folder, 'cut.backup');
    cpSync(join(folder, 'live.backup'), cut);
    writeFileSync(cut, readFileSync(cut).subarray(0, -20));
    expect(cli(folder, 'restore', '--check', cut)).toMatchObject({ status: 1, stderr: expect.stringContaining('cut off') as string });
  });
});

const NOTHING = Object.fromEntries(
  [
    'patient',
    'genomics',
    'laboratory',
    'reports',
    'conditions',
    'medications',
    'statements',
    'procedures',
    'allergies',
    'vitals',
    'consents',
  ].map((key) => [key, key === 'patient' ? { resourceType: 'Patient', id: 'p1' } : null]),
);

function clopidogrelOrders(): object {
  return { resourceType: 'Bundle', type: 'collection', entry: [{ resource: clopidogrel() }] };
}
