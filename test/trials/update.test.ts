/** `trials update` against a registry that pages, fails, is busy, sends HTML, loops and repeats. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { openDatabase } from '../../cds-service/store/open.ts';
import type { Tables } from '../../cds-service/store/tables.ts';
import { activeGeneration } from '../../cds-service/store/trial-generations.ts';
import { registryAddress } from '../../cds-service/trial-library/fetch.ts';
import { inboxPlace, inboxSink, snapshotPath } from '../../cds-service/trial-library/inbox.ts';
import { keepTrials, syncSnapshot } from '../../cds-service/trial-library/keeper.ts';
import { openTrials } from '../../cds-service/trial-library/shelf.ts';
import { trialReader } from '../../cds-service/trial-library/reader.ts';
import { fetchStatus, storeSink } from '../../cds-service/trial-library/store-sink.ts';
import { updateTrials, type UpdateOptions } from '../../cds-service/trial-library/update.ts';
import { startRegistry, type StandIn } from './registry-stand-in.ts';
import { nct, studies, study } from './synthetic-studies.ts';

const reader = trialReader(packageRoot());
const data = mkdtempSync(join(tmpdir(), 'genehook-update-'));
let database: Kysely<Tables>;
let registry: StandIn;
let notes: string[];
let slept: number[];
beforeAll(async () => {
  database = await openDatabase({ dataFolder: data });
}, 300_000);
afterAll(async () => {
  await database.destroy();
  rmSync(data, { recursive: true, force: true });
});
beforeEach(async () => {
  registry = await startRegistry(studies(25));
  [notes, slept] = [[], []];
  await database.deleteFrom('trial_fetch').execute();
  await database.deleteFrom('trial_generation').execute();
});
afterEach(() => registry.close());

const update = (parts: Partial<UpdateOptions> = {}) =>
  updateTrials({
    api: registry.api,
    condition: 'cancer',
    status: 'RECRUITING,NOT_YET_RECRUITING',
    pageSize: 10,
    sink: storeSink(database),
    reader,
    now: () => new Date('2026-11-21T12:00:00Z'),
    onNote: (text) => void notes.push(text),
    sleep: async (ms) => void slept.push(ms),
    ...parts,
  });
const served = async () => {
  await syncSnapshot(database, data);
  return (await openTrials(packageRoot(), snapshotPath(data)).ready())?.index;
};

describe('a registry that answers', () => {
  it('is paged to its end, with condition, status and page size', async () => {
    expect(await update()).toMatchObject({ read: 25, added: 25, total: 25, faults: [] });
    expect(registry.asked.map((query) => query.get('pageToken'))).toEqual([null, 't1', 't2']);
    expect(Object.fromEntries(registry.asked[0] ?? [])).toMatchObject({
      'query.cond': 'cancer',
      'filter.overallStatus': 'RECRUITING,NOT_YET_RECRUITING',
      pageSize: '10',
      countTotal: 'true',
      fields: 'protocolSection',
    });
    expect((await served())?.size).toBe(25);
    expect(await fetchStatus(database)).toMatchObject([{ running: false, pages: 3, records: 25, completed: '2026-11-21' }]);
  });
  it('asked in full again: what is no longer in the answer is dropped, what came from files stays', async () => {
    await update();
    const sink = storeSink(database);
    await sink.begin();
    await sink.put([{ nctId: 'OWN-1', digest: 'own', origin: 'import', content: JSON.stringify(reader.compile(record('OWN-1'))) }]);
    await sink.finish('rest', '2026-11-21');
    registry.studies = studies(20, 6);
    expect(await update()).toMatchObject({ removed: 5, unchanged: 0, total: 21 });
    expect((await served())?.rows.map(({ nctId }) => nctId)).toEqual([...Array.from({ length: 20 }, (_, n) => nct(n + 6)), 'OWN-1']);
  });
  it('since a day: all statuses are asked for; one that closed is closed, closed ones that were never there stay out', async () => {
    await update();
    registry.asked.length = 0;
    registry.studies = [study(nct(3), { status: 'COMPLETED' }), study(nct(77), { status: 'COMPLETED' }), study(nct(78))];
    expect(await update({ since: 'last' })).toMatchObject({ added: 1, replaced: 1, removed: 0, total: 26 });
    expect(registry.asked[0]?.get('filter.overallStatus')).toBeNull();
    expect(registry.asked[0]?.get('filter.advanced')).toBe('AREA[LastUpdatePostDate]RANGE[2026-11-20,MAX]');
    const index = await served();
    expect([index?.get(nct(3))?.record.status, index?.get(nct(77)), index?.get(nct(78))?.record.status]).toEqual([
      'completed',
      undefined,
      'recruiting',
    ]);
  });
  it('"last" without an earlier run asks for everything and says so', async () => {
    expect(await update({ since: 'last' })).toMatchObject({ total: 25 });
    expect(notes.join()).toContain('no complete run');
  });
  it('a record twice counts once; a bad one is said; the old shape is read', async () => {
    const older = {
      Study: {
        ProtocolSection: { IdentificationModule: { NCTId: nct(50), BriefTitle: 'Older' }, StatusModule: { OverallStatus: 'Recruiting' } },
      },
    };
    registry.studies = [...studies(9), study(nct(1)), { protocolSection: {} }, older];
    const summary = await update();
    expect(summary).toMatchObject({ read: 12, total: 10 });
    expect(summary.faults).toHaveLength(1);
  });
});

describe('a registry that does not', () => {
  it('does not take the question: what it says is passed on, and nothing changes', async () => {
    await update();
    await expect(update({ status: 'RECRUITING,OPEN' })).rejects.toThrow('the API answered 400: filter.overallStatus: unknown value OPEN');
    expect((await served())?.size).toBe(25);
  });
  it('has no record at all: nothing is taken for withdrawn', async () => {
    await update();
    registry.studies = [];
    await expect(update()).rejects.toThrow(/no record for this question; nothing was changed/);
    expect((await served())?.size).toBe(25);
  });
  it('promises more than it sends: what came is taken, nothing is dropped, and that is said', async () => {
    await update();
    registry.studies = studies(30, 20);
    registry.tokenAfter = () => undefined;
    expect(await update()).toMatchObject({ read: 10, removed: 0, total: 29 });
    expect(notes.join()).toContain('only 10 of 30 records came');
  });
  it('fails in the middle: nothing changes, and the next run goes on where it stopped', async () => {
    await update();
    const before = (await activeGeneration(database))?.stamp;
    registry.studies = studies(40, 100);
    registry.misbehave = (page, response) => page === 2 && response.writeHead(500).end() !== undefined;
    await expect(update()).rejects.toThrow(/answered 500; run the command again/);
    expect(slept).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect((await activeGeneration(database))?.stamp).toBe(before);
    expect(await fetchStatus(database)).toMatchObject([{ running: true, pages: 2, records: 20 }]);
    registry.misbehave = () => false;
    registry.asked.length = 0;
    expect(await update()).toMatchObject({ read: 20, total: 40, removed: 25 });
    expect(registry.asked.map((query) => query.get('pageToken'))).toEqual(['t2', 't3']);
    expect(notes).toContain('going on after 2 pages, 20 records');
  });
  it('is busy: waits as long as it is told', async () => {
    let calls = 0;
    registry.misbehave = (page, response) => {
      calls += 1;
      if (page !== 1 || calls > 3) return false;
      response.writeHead(429, { 'retry-after': calls === 2 ? '7' : 'Sat, 21 Nov 2026 12:00:30 GMT' }).end();
      return true;
    };
    expect(await update()).toMatchObject({ total: 25 });
    expect(slept).toEqual([7_000, 30_000]);
  });
  it.each<readonly [string, (response: ServerResponse) => void, RegExp]>([
    ['sends HTML', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), /did not answer with JSON/],
    ['sends no studies', (response) => response.writeHead(200).end('{"message":"no"}'), /without a list of studies/],
    ['sends elsewhere', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), /sends elsewhere/],
    ['refuses', (response) => response.writeHead(403).end(), /answered 403/],
  ])('%s: stops at once and changes nothing', async (_, reply, message) => {
    registry.misbehave = (page, response) => {
      if (page !== 1) return false;
      reply(response);
      return true;
    };
    await expect(update()).rejects.toThrow(message);
    expect(slept).toEqual([]);
    expect(await activeGeneration(database)).toBeNull();
  });
  it('loops page tokens: stops, changes nothing', async () => {
    registry.tokenAfter = (page) => (page === 2 ? 't1' : `t${page + 1}`);
    await expect(update()).rejects.toThrow(/same page again/);
    expect(await activeGeneration(database)).toBeNull();
  });
  it('no longer knows the page of an interrupted run: starts anew', async () => {
    registry.misbehave = (page, response) => page === 1 && response.writeHead(403).end() !== undefined;
    await expect(update()).rejects.toThrow();
    registry.misbehave = (page, response) => page === 1 && registry.asked.length === 3 && response.writeHead(400).end() !== undefined;
    expect(await update()).toMatchObject({ total: 25 });
    expect(notes.join()).toContain('starting anew');
  });
  it('an interrupted run of a week ago is begun anew', async () => {
    registry.misbehave = (page, response) => page === 1 && response.writeHead(403).end() !== undefined;
    await expect(update({ now: () => new Date('2026-11-01T00:00:00Z') })).rejects.toThrow();
    registry.misbehave = () => false;
    await update();
    expect(registry.asked.at(2)?.get('pageToken')).toBeNull();
  });
});

describe('beside the running service', () => {
  it('an interrupted run goes on from its file, and the service takes the trials in', async () => {
    const own = mkdtempSync(join(tmpdir(), 'genehook-update-inbox-'));
    const place = inboxPlace(own);
    registry.misbehave = (page, response) => page === 2 && response.writeHead(403).end() !== undefined;
    await expect(update({ sink: inboxSink(place) })).rejects.toThrow(/403/);
    registry.misbehave = () => false;
    registry.asked.length = 0;
    const mine = await openDatabase({ dataFolder: own });
    const keeper = keepTrials(mine, { dataFolder: own, root: packageRoot(), embedded: true, everyMs: 50 });
    expect(await update({ sink: inboxSink(place, 20_000) })).toMatchObject({ read: 5, total: 25, handedOver: false });
    expect(registry.asked.map((query) => query.get('pageToken'))).toEqual(['t2']);
    expect(await fetchStatus(mine)).toMatchObject([{ running: false, completed: '2026-11-21' }]);
    expect(
      await inboxSink(place).completed((await mine.selectFrom('trial_fetch').select('question').executeTakeFirstOrThrow()).question),
    ).toBe('2026-11-21');
    keeper.stop();
    await mine.destroy();
    rmSync(own, { recursive: true, force: true });
  }, 300_000);
});

describe('the address', () => {
  it.each(['http://example.org/api/v2', 'ftp://localhost/', 'https://user@example.org/api', 'https://example.org/api?x=1', 'nonsense'])(
    '%s is refused',
    (api) => expect(() => registryAddress(api)).toThrow(),
  );
  it.each([
    ['https://clinicaltrials.gov/api/v2', 'https://clinicaltrials.gov/api/v2/studies'],
    ['https://clinicaltrials.gov/api/v2/studies', 'https://clinicaltrials.gov/api/v2/studies'],
    ['http://127.0.0.1:4000/api/v2/', 'http://127.0.0.1:4000/api/v2/studies'],
  ])('%s is %s', (api, expected) => expect(registryAddress(api).href).toBe(expected));
});

function record(nctId: string) {
  return { nctId, title: nctId, phase: '', status: 'recruiting', conditions: ['Melanoma'], interventions: [], sites: [], registry: 'own', date: '2026-01-01', url: '', eligibility: '' } as const; // prettier-ignore
}
