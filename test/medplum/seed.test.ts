/** Uploading the synthetic patients: once and whole, however often and however interrupted. */
import { afterEach, describe, expect, it } from 'vitest';
import { readCases } from '../../cds-service/medplum/cases.ts';
import { SEED_TAG, TEST_DATA_TAG } from '../../cds-service/medplum/marks.ts';
import { referencesIn } from '../../cds-service/medplum/seed-plan.ts';
import { environmentOf, genehookMedplum } from './command-line.ts';
import { startStandIn, type StandIn, type StandInOptions } from './stand-in/start.ts';

const cases = readCases();
const all = cases.flatMap(({ resources }) => resources);
let standIn: StandIn | undefined;
afterEach(async () => standIn?.close());

async function start(options?: StandInOptions): Promise<StandIn> {
  standIn = await startStandIn(options);
  return standIn;
}

const seeded = (server: StandIn) =>
  [...server.store.resources.values()].filter(({ meta }) => meta?.tag?.some(({ code }) => code === SEED_TAG.code));

describe('seed', { timeout: 300_000 }, () => {
  it('uploads every patient with the whole chart, tagged as synthetic and as ours, references intact', async () => {
    const server = await start();
    const { code, out, err } = await genehookMedplum(['seed'], environmentOf(server));
    expect(err).toContain(`[${cases.length}/${cases.length}]`);
    expect({ code, out }).toEqual({ code: 0, out: `${all.length} resources made, 0 there already, 0 refused (${cases.length} patients).` });
    const there = seeded(server);
    expect(there).toHaveLength(all.length);
    for (const resource of there) {
      expect(resource.meta?.tag).toEqual(
        expect.arrayContaining([expect.objectContaining(TEST_DATA_TAG), expect.objectContaining(SEED_TAG)]),
      );
      for (const reference of referencesIn(resource)) expect(server.store.resources.has(reference), reference).toBe(true);
    }
    const subjects = new Set(there.flatMap((resource) => ('subject' in resource ? referencesIn(resource.subject) : [])));
    expect(subjects.size).toBe(cases.length);
  });

  it('a second run changes nothing and says so', async () => {
    const server = await start();
    await genehookMedplum(['seed'], environmentOf(server));
    const writes = server.store.writes;
    const { code, out } = await genehookMedplum(['seed'], environmentOf(server));
    expect({ code, out }).toEqual({
      code: 0,
      out: `Nothing changed: all ${cases.length} patients with ${all.length} resources are there already.`,
    });
    expect(server.store.writes).toBe(writes);
  });

  it('goes on after an interruption where it stopped', async () => {
    const server = await start();
    let bundles = 0;
    server.intercept = (request, response) => {
      if (request.method !== 'POST' || !request.path.startsWith('/fhir/R4')) return false;
      bundles += 1;
      if (bundles < 12) return false;
      response.destroy();
      return true;
    };
    const first = await genehookMedplum(['seed'], environmentOf(server));
    expect(first.code).toBe(3);
    expect(first.err).toContain('the connection was cut');
    const before = seeded(server).length;
    expect(before).toBeGreaterThan(0);
    server.intercept = undefined;
    const second = await genehookMedplum(['seed'], environmentOf(server));
    expect(second.code).toBe(0);
    expect(second.out).toBe(`${all.length - before} resources made, ${before} there already, 0 refused (${cases.length} patients).`);
    expect(seeded(server)).toHaveLength(all.length);
  });

  it('a project without transactions takes the same Bundles entry by entry', async () => {
    const server = await start({ transactions: false });
    const { code, out } = await genehookMedplum(['seed'], environmentOf(server));
    expect({ code, out }).toEqual({ code: 0, out: `${all.length} resources made, 0 there already, 0 refused (${cases.length} patients).` });
  });

  it('one case only', async () => {
    const server = await start();
    const one = cases.find(({ name }) => name === 'dpyd-2a-carrier-colon-cancer');
    const { code } = await genehookMedplum(['seed', '--case', 'dpyd-2a-carrier-colon-cancer'], environmentOf(server));
    expect(code).toBe(0);
    expect(seeded(server)).toHaveLength(one?.resources.length ?? -1);
  });
});
