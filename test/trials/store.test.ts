/** The trial index in the store, on the embedded database and on PostgreSQL: incremental, atomic, shared by processes. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { openDatabase } from '../../cds-service/store/open.ts';
import type { Tables } from '../../cds-service/store/tables.ts';
import { activeGeneration, tidyTrials } from '../../cds-service/store/trial-generations.ts';
import { importTrials, type ImportOptions } from '../../cds-service/trial-library/import-records.ts';
import { inboxPlace, inboxSink, snapshotPath, takeInbox } from '../../cds-service/trial-library/inbox.ts';
import { adoptOldFile, keepTrials, syncSnapshot } from '../../cds-service/trial-library/keeper.ts';
import { openTrials, trialFileText } from '../../cds-service/trial-library/shelf.ts';
import { trialReader } from '../../cds-service/trial-library/reader.ts';
import { openSnapshot } from '../../cds-service/trial-library/snapshot.ts';
import { storeSink } from '../../cds-service/trial-library/store-sink.ts';
import { indexTrials, matchTrials } from '../../cds-service/trials/index.ts';
import { onPostgres } from '../service/on-postgres.ts';
import { loadTrials } from './embedded.ts';
import { knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';
import { nct, studies, study } from './synthetic-studies.ts';

const reader = trialReader(packageRoot());
const records = (documents: unknown) => [...readTrials(documents, '2026-11-21')];
const compiledAlone = (document: unknown) => {
  const [one] = records(document);
  if (one === undefined || !('record' in one)) throw new Error('no record');
  return reader.compile(one.record);
};
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'genehook-trial-store-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

function behaves(open: () => Promise<Kysely<Tables>>): void {
  let database: Kysely<Tables>;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(async () => database.destroy());
  const take = (documents: unknown, options: Partial<ImportOptions> = {}) =>
    importTrials(records(documents), storeSink(database), reader, { keep: 'rest', today: '2026-11-21', ...options });
  const served = async (data = folder()) => {
    await syncSnapshot(database, data);
    return (await openTrials(packageRoot(), snapshotPath(data)).ready())?.index;
  };

  it('adds and replaces; what has not changed is not compiled again; a bad record is said with its id and skipped', async () => {
    expect(await take(studies(250), { keep: 'nothing' })).toMatchObject({ read: 250, added: 250, total: 250, compiled: 250 });
    const [, closed] = studies(2, 1, { status: 'COMPLETED' });
    const reworded = study(nct(3), { eligibility: 'Inclusion Criteria:\n\n* KRAS G12D mutation' });
    const second = await take([
      ...studies(10).filter((_, at) => at !== 1 && at !== 2),
      closed,
      reworded,
      { nothing: true },
      { protocolSection: { identificationModule: {} } },
      study(nct(900)),
    ]);
    expect(second).toMatchObject({ read: 13, added: 1, replaced: 2, unchanged: 8, removed: 0, total: 251, compiled: 2 });
    expect(second.faults).toEqual([expect.stringContaining('record 11'), expect.stringContaining('no registry id')]);
    const index = await served();
    expect(index?.size).toBe(251);
    expect(index?.get(nct(2))?.record.status).toBe('completed');
    expect([2, 3].map((n) => index?.get(nct(n)))).toEqual([closed, reworded].map(compiledAlone));
    expect(index?.get(nct(900))?.criteria.length).toBeGreaterThan(2);
    expect(index?.get(nct(901))).toBeUndefined();
  });

  it('drops what is not there any more when it is replaced, and nothing when nothing could be read', async () => {
    await take(studies(20), { keep: 'nothing' });
    expect(await take([{ nothing: true }], { keep: 'nothing' })).toMatchObject({ total: 0, removed: 0, handedOver: false });
    expect((await served())?.size).toBe(20);
    expect(await take(studies(5, 18), { keep: 'nothing' })).toMatchObject({ added: 2, unchanged: 0, total: 5 });
    expect((await served())?.rows.map(({ nctId }) => nctId)).toEqual([18, 19, 20, 21, 22].map(nct));
  });

  it('serves the old index until the new one is complete', async () => {
    await take(studies(3), { keep: 'nothing' });
    const before = (await activeGeneration(database))?.stamp;
    async function* broken() {
      yield* records(studies(150, 500));
      expect((await activeGeneration(database))?.stamp).toBe(before);
      throw new Error('the file ended');
    }
    await expect(importTrials(broken(), storeSink(database), reader, { keep: 'nothing', today: '2026-11-21' })).rejects.toThrow('ended');
    expect((await activeGeneration(database))?.stamp).toBe(before);
    expect((await served())?.size).toBe(3);
    expect(await database.selectFrom('trial_generation').selectAll().execute()).toHaveLength(1);
  });

  it('removes what a process that died while it wrote the index file has left', async () => {
    await take(studies(3), { keep: 'nothing' });
    const data = folder();
    writeFileSync(join(data, 'trials.index.99999.new'), 'half');
    writeFileSync(join(data, 'trials-0123456789abcdef.segment.4194305.new'), 'half');
    writeFileSync(join(data, 'trials-0123456789abcdef.segment'), 'half');
    await served(data);
    expect(readdirSync(data)).toEqual([expect.stringMatching(/^trials-[0-9a-f]{16}\.segment$/), 'trials.index']);
  });

  it('two imports at once keep the trials of both, and nothing is left over', async () => {
    await take(studies(2), { keep: 'nothing' });
    await Promise.all([take(studies(150, 1_000)), take(studies(150, 2_000))]);
    expect((await served())?.size).toBe(302);
    await tidyTrials(database);
    const count = async (table: 'trial_content' | 'trial_entry') =>
      Number(
        (
          await database
            .selectFrom(table)
            .select(({ fn }) => fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      );
    expect(await count('trial_content')).toBe(302);
    expect(await count('trial_entry')).toBe(302);
  });

  it('gives the same matches as the trials in memory', async () => {
    const embedded = loadTrials().trials;
    await importTrials(
      embedded.map(({ record }) => ({ record })),
      storeSink(database),
      reader,
      { keep: 'nothing', today: '2026-11-21' },
    );
    const index = await served();
    if (index === undefined) throw new Error('no index');
    const own = indexTrials(embedded.map(({ record }) => reader.compile(record)));
    for (const facts of Object.values(PATIENTS))
      expect(matchTrials(facts, knowledge.oncology, index)).toEqual(matchTrials(facts, knowledge.oncology, own));
  });

  it('takes over the index file of earlier releases once', async () => {
    const data = folder();
    await database.deleteFrom('trial_generation').execute();
    const { header, trials } = loadTrials();
    writeFileSync(join(data, 'trials.json'), trialFileText({ format: 1, header, trials: trials.slice(0, 7) }));
    await adoptOldFile(database, { dataFolder: data, root: packageRoot() });
    expect((await served(data))?.size).toBe(7);
    expect(
      readdirSync(data)
        .filter((name) => !name.endsWith('.segment'))
        .sort(),
    ).toEqual(['trials.index', 'trials.json.imported']);
    await adoptOldFile(database, { dataFolder: data, root: packageRoot() });
    expect((await activeGeneration(database))?.total).toBe(7);
  });
}

describe('embedded store', () => {
  behaves(() => openDatabase({ dataFolder: folder() }));

  it('an import beside the running service is handed over, taken in, and picked up without a restart', async () => {
    const data = folder();
    const database = await openDatabase({ dataFolder: data });
    const keeper = keepTrials(database, { dataFolder: data, root: packageRoot(), embedded: true, everyMs: 50 });
    const shelf = openTrials(packageRoot(), snapshotPath(data), 0);
    const before = shelf.current()?.index.size;
    const sink = inboxSink(inboxPlace(data), 20_000);
    const first = await importTrials(records(studies(120)), sink, reader, { keep: 'rest', today: '2026-11-21' });
    expect(first).toMatchObject({ added: 120, total: 120, handedOver: false });
    await expect.poll(() => shelf.current()?.index.size).toBe(120);
    expect(before).toBe(loadTrials().trials.length);
    const [, , closed] = studies(3, 1, { status: 'COMPLETED' });
    const documents = [...studies(120).filter((_, at) => at !== 2), closed, study(nct(500))];
    const second = await importTrials(records(documents), inboxSink(inboxPlace(data), 20_000), reader, {
      keep: 'rest',
      today: '2026-11-21',
    });
    expect(second).toMatchObject({ added: 1, replaced: 1, unchanged: 119, compiled: 1, total: 121 });
    await expect.poll(() => shelf.current()?.index.size).toBe(121);
    expect(shelf.current()?.index.get(nct(3))).toEqual(compiledAlone(closed));
    expect(readdirSync(inboxPlace(data).folder)).toEqual([]);
    keeper.stop();
    await database.destroy();
  });

  it('a handed-over file that is cut off changes nothing and is set aside with its reason', async () => {
    const data = folder();
    const database = await openDatabase({ dataFolder: data });
    const place = inboxPlace(data);
    await inboxSink(place, 0).begin();
    writeFileSync(join(place.folder, '1-1.ndjson'), '{"nctId":"NCT1","digest":"d","origin":"import","content":"{}"}\n');
    expect(await takeInbox(place, database)).toBe(1);
    expect(await activeGeneration(database)).toBeNull();
    expect(readdirSync(place.folder).filter((name) => name.startsWith('1-1'))).toEqual(['1-1.ndjson.refused', '1-1.ndjson.result']);
    await database.destroy();
  });
});

onPostgres('the trial index was tested on the embedded database only', (postgres) => {
  behaves(() => openDatabase({ databaseUrl: postgres().url, dataFolder: '' }));

  it('a process with a data folder of its own picks up what another one imported', async () => {
    const place = { databaseUrl: postgres().url, dataFolder: '' };
    const [here, there] = [await openDatabase(place), await openDatabase(place)];
    const data = folder();
    const keeper = keepTrials(here, { dataFolder: data, root: packageRoot(), embedded: false, everyMs: 50 });
    const shelf = openTrials(packageRoot(), snapshotPath(data), 0);
    await importTrials(records(studies(33)), storeSink(there), reader, { keep: 'nothing', today: '2026-11-21' });
    await expect.poll(() => shelf.current()?.index.size).toBe(33);
    keeper.stop();
    await here.destroy();
    await there.destroy();
  });
});

describe('the index file', () => {
  it('is refused when it is none, and what was in use stays in use', async () => {
    const data = folder();
    writeFileSync(snapshotPath(data), 'not an index');
    await expect(openSnapshot(snapshotPath(data))).rejects.toThrow(/not a trial index/);
    const shelf = openTrials(packageRoot(), snapshotPath(data));
    expect((await shelf.ready())?.index.size).toBe(loadTrials().trials.length);
  });
});
