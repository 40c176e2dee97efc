/** The store on both databases: what is acknowledged is kept, decisions are counted, tokens are good once, schemas go forward. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openEmbedded } from '../../cds-service/store/embedded.ts';
import { migrate, SCHEMA_VERSION } from '../../cds-service/store/migrations.ts';
import { openDatabase, openStore } from '../../cds-service/store/open.ts';
import { readPredictionCounts } from '../../cds-service/store/prediction-counts.ts';
import { createKeyed } from '../../cds-service/store/secret.ts';
import { deleteBefore, deletePatient } from '../../cds-service/store/retention.ts';
import type { Tables } from '../../cds-service/store/tables.ts';
import type { DecisionRecord, FeedbackRecord, Store } from '../../cds-service/store/types.ts';
import { onPostgres } from './on-postgres.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const keyed = createKeyed('a secret for tests, long enough to be one');

function decision(card: string, change: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    service: 'pgx-order-sign',
    hook: 'order-sign',
    ehr: 'EHR',
    profile: 'generic',
    patient: keyed.hash('patient', 'EHR', 'p1'),
    asOf: '2026-11-21',
    inputHash: 'i',
    factsHash: 'f',
    knowledge: [{ id: 'k', version: '1' }],
    models: [],
    orders: [],
    notChecked: [],
    publicUrl: 'http://localhost',
    cards: [
      { uuid: card, topic: 't', ruleIds: ['rule-1'], indicator: 'warning', guidance: `g-${card}`, suggestions: [], suppressed: false },
    ],
    cardsHash: 'c',
    ...change,
  };
}

const override = (card: string, change: Partial<FeedbackRecord> = {}): FeedbackRecord => ({
  card,
  service: 'pgx-order-sign',
  outcome: 'overridden',
  at: new Date().toISOString(),
  acceptedSuggestions: [],
  reasonSystem: 's',
  reasonCode: 'benefit',
  source: 'hook',
  ...change,
});

interface Place {
  readonly databaseUrl?: string;
  readonly dataFolder: string;
}

function open(place: Place, { now = () => new Date(), onTrouble = () => undefined }: Partial<Clockwork> = {}): Store {
  return openStore({ ...place, repeatSilenceHours: 24, retentionDays: 0 }, keyed, {
    now,
    onFatal: (error) => {
      throw error;
    },
    onTrouble,
  });
}
interface Clockwork {
  readonly now: () => Date;
  readonly onTrouble: (what: string) => void;
}

const seconds = () => Date.now() / 1000;

function behaves(place: () => Place): void {
  it('an override with a reason silences its guidance, also after a restart', async () => {
    const card = randomUUID();
    const store = open(place());
    store.recordDecision(decision(card));
    await store.recordFeedback([override(card)]);
    expect(store.isSilenced(`g-${card}`)).toBe(true);
    expect(store.isSilenced('g-other')).toBe(false);
    await store.close();
    const again = open(place());
    await again.figures();
    expect(again.isSilenced(`g-${card}`)).toBe(true);
    await again.close();
  });

  it.each([
    ['ahead of', 600],
    ['behind', -600],
  ])('an override silences where the clock of the process is minutes %s that of the database', async (_name, ahead) => {
    const now = () => new Date(Date.now() + ahead * 1_000);
    const store = open(place(), { now });
    for (const card of [randomUUID(), randomUUID()]) {
      store.recordDecision(decision(card));
      await store.recordFeedback([override(card, { at: now().toISOString() })]);
      expect(store.isSilenced(`g-${card}`)).toBe(true);
    }
    await store.close();
  });

  it.each<[string, Partial<FeedbackRecord>]>([
    ['an acceptance', { outcome: 'accepted', acceptedSuggestions: ['s'] }],
    ['an override long ago', { at: '2020-01-01T00:00:00.000Z' }],
  ])('%s silences nothing', async (_name, change) => {
    const card = randomUUID();
    const store = open(place());
    store.recordDecision(decision(card));
    await store.recordFeedback([override(card, change)]);
    expect(store.isSilenced(`g-${card}`)).toBe(false);
    await store.close();
  });

  it('an override without reason silences nothing', async () => {
    const card = randomUUID();
    const { reasonCode: _code, reasonSystem: _system, ...bare } = override(card);
    const store = open(place());
    store.recordDecision(decision(card));
    await store.recordFeedback([bare]);
    expect(store.isSilenced(`g-${card}`)).toBe(false);
    await store.close();
  });

  it('feedback sent again counts once; figures by rule and reason', async () => {
    const rule = `rule-${randomUUID()}`;
    const cards = [randomUUID(), randomUUID(), randomUUID()] as const;
    const store = open(place());
    for (const card of cards)
      store.recordDecision(decision(card, { cards: decision(card).cards.map((item) => ({ ...item, ruleIds: [rule] })) }));
    const item = override(cards[0]);
    await store.recordFeedback([item, item]);
    await store.recordFeedback([item, override(cards[1], { outcome: 'accepted', acceptedSuggestions: ['s'] })]);
    const figures = (await store.figures()).find((entry) => entry.rule === rule);
    expect(figures).toMatchObject({ shown: 3, accepted: 1, overridden: 1, silenced: 0, reasons: { benefit: 1 } });
    await store.close();
  });

  it('a decision of the panel stands under the rule that it names, as decided and not as a card shown', async () => {
    const rule = `fit:${randomUUID()}`;
    const store = open(place());
    await store.recordFeedback([override(`panel:${rule}:337525`), override('panel:"]:x')]);
    const figures = await store.figures();
    expect(figures.find((entry) => entry.rule === rule)).toMatchObject({ shown: 0, overridden: 1, reasons: { benefit: 1 } });
    expect(figures.find((entry) => entry.rule === '"]')).toMatchObject({ shown: 0, overridden: 1 });
    await store.close();
  });

  it('a token is good once, and after a restart still used', async () => {
    const jti = randomUUID();
    const store = open(place());
    await store.figures();
    const issued = seconds() - 30;
    expect(await store.firstUse('iss', jti, seconds() + 300, issued)).toBe(true);
    expect(await store.firstUse('iss', jti, seconds() + 300, issued)).toBe(false);
    expect(await store.firstUse('other', jti, seconds() + 300, issued)).toBe(true);
    await store.close();
    const again = open(place());
    await again.figures();
    expect(await again.firstUse('iss', jti, seconds() + 300, issued)).toBe(false);
    await again.close();
  });

  it('free text is sealed, the zero character does not disturb', async () => {
    const card = randomUUID();
    const store = open(place());
    await store.recordFeedback([override(card, { comment: 'for John Doe\u0000', reasonDisplay: 'a\u0000b' })]);
    await store.close();
    const database = await openDatabase(place());
    const row = await database.selectFrom('feedback').selectAll().where('card', '=', card).executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('John');
    expect(keyed.open(row.comment ?? '')).toContain('John Doe');
    await database.destroy();
  });

  it('deletes by age and by patient', async () => {
    const [old, other] = [randomUUID(), randomUUID()];
    const patient = keyed.hash('patient', 'EHR', randomUUID());
    const store = open(place());
    store.recordDecision(decision(old, { at: '2001-01-01T00:00:00.000Z' }));
    store.recordDecision(decision(other, { patient }));
    await store.recordFeedback([override(old, { at: '2001-01-01T00:00:00.000Z' }), override(other)]);
    await store.close();
    const database = await openDatabase(place());
    expect(await deleteBefore(database, new Date('2002-01-01'))).toEqual({ decisions: 1, feedback: 1 });
    expect(await deletePatient(database, patient)).toEqual({ decisions: 1, feedback: 1 });
    const left = await database.selectFrom('card').select('uuid').where('uuid', 'in', [old, other]).execute();
    expect(left).toEqual([]);
    await database.destroy();
  });

  it('predictions are counted by day and model, over restarts and processes', async () => {
    const model = `model-${randomUUID()}`;
    const count = { model, bins: { CYP2C9: '*1/*3', age: '≤ 58' }, abstained: false };
    const today = '2026-11-22';
    const now = () => new Date(`${today}T23:59:59Z`);
    const first = open(place(), { now });
    first.countPrediction(count);
    first.countPrediction({ ...count, bins: { CYP2C9: '*1/*3', age: 'not on file' }, abstained: true });
    await first.close();
    const second = open(place(), { now });
    second.countPrediction(count);
    const counted = async (since?: string) => (await second.predictionCounts(since)).find((sum) => sum.model === model);
    expect(await counted()).toEqual({
      model,
      from: today,
      to: today,
      made: 2,
      abstained: 1,
      inputs: { CYP2C9: { '*1/*3': 3 }, age: { '≤ 58': 2, 'not on file': 1 } },
    });
    expect(await counted('9999-01-01')).toBeUndefined();
    await second.close();
  });

  it('a store of a newer Genehook is refused and left as it is', async () => {
    const database = await openDatabase(place());
    await sql`insert into genehook_schema (version) values (${SCHEMA_VERSION + 1})`.execute(database);
    await database.destroy();
    await expect(openDatabase(place())).rejects.toMatchObject({ name: 'NewerSchema' });
    await expect(openDatabase(place())).rejects.toThrow(/newer Genehook/);
  });
}

describe('embedded store', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'genehook-store-'));
  afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

  it('two processes cannot open one folder', async () => {
    const first = await openDatabase({ dataFolder });
    await expect(openDatabase({ dataFolder })).rejects.toMatchObject({ name: 'FolderInUse' });
    await first.destroy();
    await (await openDatabase({ dataFolder })).destroy();
  });

  it('a process that is killed while it makes the store leaves none: the next one makes it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'genehook-store-'));
    const open = new URL('../../cds-service/store/open.ts', import.meta.url).href;
    const program = `const { openDatabase } = await import(${JSON.stringify(open)}); await openDatabase({ dataFolder: process.argv[1] });`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, folder], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const making = join(folder, 'store.making');
    await expect.poll(() => (existsSync(making) ? readdirSync(making) : []), { interval: 2 }).not.toEqual([]);
    child.kill('SIGKILL');
    await ended;
    // What is there under the store's name is whole, whenever the process was killed.
    const again = await openDatabase({ dataFolder: folder });
    expect(await again.selectFrom('feedback').select('card').execute()).toEqual([]);
    await again.destroy();
    expect(readdirSync(folder)).toEqual(['store']);
    rmSync(folder, { recursive: true, force: true });
  });

  it('a store of the first schema is moved forward with what it holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'genehook-store-'));
    const first = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await openEmbedded(folder) }) });
    await migrate(first, 1);
    await sql`insert into decision values ('d', now(), 's', 'h', 'e', 'p', '{}')`.execute(first);
    await sql`insert into card values ('c', 'd', now(), 's', 't', '[]', 'g', false)`.execute(first);
    await first.destroy();
    const moved = await openDatabase({ dataFolder: folder });
    expect(await moved.selectFrom('card').select('uuid').execute()).toEqual([{ uuid: 'c' }]);
    expect(await readPredictionCounts(moved)).toEqual([]);
    expect(await deletePatient(moved, 'p')).toEqual({ decisions: 1, feedback: 0 });
    expect(await moved.selectFrom('card').select('uuid').execute()).toEqual([]);
    await moved.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  behaves(() => ({ dataFolder }));
});

onPostgres('the store was tested on the embedded database only', (postgres) => {
  it('of two processes one wins a token', async () => {
    let late = false;
    const place = { databaseUrl: postgres().url, dataFolder: '' };
    const onTrouble = () => {
      late = true;
    };
    const stores = [open(place, { onTrouble }), open(place, { onTrouble })];
    await Promise.all(stores.map((store) => store.figures()));
    // A machine too busy for the database to answer in time judges each process alone, and says so: then once more.
    let wins: number[];
    do {
      late = false;
      wins = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const token = randomUUID();
          const answers = await Promise.all(stores.map((store) => store.firstUse('iss', token, seconds() + 300, seconds())));
          return answers.filter(Boolean).length;
        }),
      );
    } while (late);
    expect(wins).toEqual(wins.map(() => 1));
    await Promise.all(stores.map((store) => store.close()));
  });

  it('an override taken by one process silences the other within seconds', async () => {
    const [first, second] = [open({ databaseUrl: postgres().url, dataFolder: '' }), open({ databaseUrl: postgres().url, dataFolder: '' })];
    const card = randomUUID();
    await second.figures();
    first.recordDecision(decision(card));
    await first.recordFeedback([override(card)]);
    await expect.poll(() => second.isSilenced(`g-${card}`)).toBe(true);
    await Promise.all([first.close(), second.close()]);
  });

  it('while it is down: tokens are judged alone, feedback is not acknowledged, decisions wait and are written afterwards', async () => {
    const store = open({ databaseUrl: postgres().url, dataFolder: '' });
    await store.figures();
    postgres().crash();
    const token = randomUUID();
    expect(await store.firstUse('iss', token, seconds() + 300, seconds())).toBe(true);
    expect(await store.firstUse('iss', token, seconds() + 300, seconds())).toBe(false);
    const card = randomUUID();
    store.recordDecision(decision(card));
    await expect(store.recordFeedback([override(card)])).rejects.toThrow();
    expect(store.state()).toBe('down');
    postgres().restart();
    await expect
      .poll(() =>
        store.recordFeedback([override(card)]).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    expect(store.isSilenced(`g-${card}`)).toBe(true);
    await store.close();
  });

  behaves(() => ({ databaseUrl: postgres().url, dataFolder: '' }));
});
