/** Connecting a project: what is made, that it restricts what it says, and that no interruption leaves anything that cannot be finished or cleaned. */
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chartTypes } from '../../cds-service/medplum/access-policy.ts';
import { APP_NAME, CONNECT_TAG, KEY_SECRET, POLICY_NAME, SEED_IDENTIFIER } from '../../cds-service/medplum/marks.ts';
import { SERVICES } from '../../cds-service/hooks/services.ts';
import { environmentOf, genehookMedplum, type Environment } from './command-line.ts';
import { standInToken } from './launch.ts';
import { startStandIn, type StandIn, type StandInOptions } from './stand-in/start.ts';

const GENEHOOK = 'http://127.0.0.1:9';
let standIn: StandIn;
afterEach(async () => standIn.close());

async function start(options?: StandInOptions): Promise<(...args: string[]) => ReturnType<typeof genehookMedplum>> {
  standIn = await startStandIn(options);
  const environment: Environment = { ...environmentOf(standIn), GENEHOOK_PUBLIC_URL: GENEHOOK };
  return (...args) => genehookMedplum(args, environment);
}

const mine = (type: string) => standIn.all(type).filter(({ meta }) => meta?.tag?.some(({ code }) => code === CONNECT_TAG.code));

describe('connect', { timeout: 300_000 }, () => {
  it('registers a public SMART app with launch and redirect address, PKCE required, no secret, no way to sign in by itself', async () => {
    const run = await start();
    expect((await run('connect')).code).toBe(0);
    const [app, second] = mine('ClientApplication');
    expect(second).toBeUndefined();
    expect(app).toMatchObject({
      name: APP_NAME,
      launchUri: `${GENEHOOK}/panel/launch.html`,
      redirectUris: [`${GENEHOOK}/panel/index.html`],
      pkceOptional: false,
    });
    expect(app).not.toHaveProperty('secret');
    expect(standIn.all('ProjectMembership').some((item) => JSON.stringify(item).includes(`ClientApplication/${app?.id ?? ''}`))).toBe(
      false,
    );
  });

  it('prints the trust entry with the public half of the key in the project secret', async () => {
    const run = await start();
    const { out } = await run('connect');
    const entry = JSON.parse(out) as { issuer: string; jwks: { keys: JsonWebKey[] }; panel: { clientId: string } };
    expect(entry).toMatchObject({
      issuer: `${standIn.base}fhir/R4/Project/${standIn.project.id}`,
      fhirServers: [`${standIn.base}fhir/R4`],
      profile: 'medplum',
      allowInsecureLoopback: true,
      panel: { clientId: mine('ClientApplication')[0]?.id },
    });
    const secret = standIn.secrets().find(({ name }) => name === KEY_SECRET);
    const stored = createPublicKey({ key: JSON.parse(String(secret?.valueString)) as never, format: 'jwk' }).export({ format: 'jwk' });
    expect(entry.jwks.keys[0]).toMatchObject(stored);
    expect(entry.jwks.keys[0]).not.toHaveProperty('d');
  });

  it('makes one Bot per service, shown as a CDS service with the prefetch of discovery', async () => {
    const run = await start();
    await run('connect');
    const bots = mine('Bot') as unknown as { name: string; cdsService: { hook: string; prefetch: { key: string; query: string }[] } }[];
    expect(bots.map(({ name }) => name).sort()).toEqual(SERVICES.map(({ id }) => `Genehook ${id}`).sort());
    for (const { cdsService } of bots)
      expect(cdsService.prefetch).toContainEqual({ key: 'patient', query: 'Patient/{{context.patientId}}' });
  });

  it('a Bot by itself reads no chart: its membership carries the policy without a patient', async () => {
    const run = await start();
    await run('seed', '--case', 'dpyd-2a-carrier-colon-cancer');
    await run('connect');
    for (const bot of mine('Bot')) {
      const membership = standIn
        .all('ProjectMembership')
        .find((item) => JSON.stringify(item).includes(`"profile":{"reference":"Bot/${bot.id}"}`));
      const token = standInToken(standIn, membership?.id ?? '');
      for (const type of chartTypes()) expect((await token.search(type)).total, type).toBe(0);
    }
  });

  it('the policy bound to a member lets them read one patient’s chart and nobody else’s, and write nothing', async () => {
    const run = await start();
    await run('seed', '--case', 'dpyd-2a-carrier-colon-cancer', 'hla-b-5701-positive-hiv');
    const [one, other] = standIn.all('Patient');
    const free = standInToken(standIn, standIn.clinician.membershipId);
    expect((await free.search('Patient')).total).toBe(2);
    const args = ['connect', '--restrict', standIn.clinician.membershipId, '--patient', one?.id ?? ''];
    expect((await run(...args)).code).toBe(0);
    const bound = standInToken(standIn, standIn.clinician.membershipId);
    for (const type of ['Patient', 'Observation', 'Condition', 'DiagnosticReport', 'MedicationRequest']) {
      const found = await bound.search(type);
      expect(found.text, type).not.toContain(other?.id);
      expect((await bound.search(`${type}?${type === 'Patient' ? '_id' : 'patient'}=${other?.id ?? ''}`)).total).toBe(0);
    }
    expect((await bound.search('Observation')).total).toBeGreaterThan(0);
    expect((await bound.get(`Patient/${one?.id ?? ''}`)).status).toBe(200);
    expect((await bound.get(`Patient/${other?.id ?? ''}`)).status).toBe(403);
    expect((await bound.get('Organization')).status).toBe(403);
    expect((await bound.send('PUT', `Patient/${one?.id ?? ''}`, { ...one, active: false })).status).toBe(403);
    // What the panel and the hooks need is there: the app without a secret, the Bots without their code.
    expect((await bound.get('ClientApplication')).text).toContain(APP_NAME);
    const bots = await bound.get('Bot');
    expect(bots.text).toContain('Genehook pgx-order-sign');
    expect(bots.text).not.toContain('executableCode');
    expect((await run(...args)).err).toContain('Nothing changed');
  });

  it.each([
    ['an administrator', { admin: true }, 'administers the project'],
    [
      'a member with another policy',
      { accessPolicy: { reference: 'AccessPolicy/7f0c3a50-0000-4000-8000-000000000000' } },
      'policies add up',
    ],
  ])('--restrict refuses %s, because it would restrict nothing', async (_name, change, said) => {
    const run = await start();
    const key = `ProjectMembership/${standIn.clinician.membershipId}`;
    standIn.store.resources.set(key, { ...standIn.store.resources.get(key), ...change } as never);
    const { code, err } = await run('connect', '--restrict', standIn.clinician.membershipId, '--patient', 'p');
    expect(code).toBe(4);
    expect(err).toContain(said);
  });

  it('leaves things of the same name that are not ours alone, when connecting and when cleaning', async () => {
    const run = await start();
    const foreign = [
      standIn.put({ resourceType: 'ClientApplication', name: APP_NAME } as never),
      standIn.put({ resourceType: 'AccessPolicy', name: POLICY_NAME } as never),
      standIn.put({ resourceType: 'Bot', name: 'Genehook pgx-order-sign', description: 'made by hand' } as never),
      standIn.put({ resourceType: 'Patient', identifier: [{ system: SEED_IDENTIFIER, value: 'mine/Patient/x' }] } as never),
    ];
    await run('connect');
    await run('clean', '--yes');
    for (const item of foreign)
      expect(standIn.store.resources.get(`${item.resourceType}/${item.id}`)?.meta?.versionId).toBe(item.meta?.versionId);
  });

  it('a server that knows itself by another name: said, and its page links are followed all the same', async () => {
    const run = await start();
    for (let index = 0; index < 45; index += 1) standIn.put({ resourceType: 'Bot', name: `Genehook other ${index}` } as never);
    await run('connect');
    const alias = {
      ...environmentOf(standIn),
      MEDPLUM_BASE_URL: standIn.base.replace('127.0.0.1', 'localhost'),
      GENEHOOK_PUBLIC_URL: GENEHOOK,
    };
    const { code, err } = await genehookMedplum(['connect'], alias);
    expect(code).toBe(0);
    expect(err).toContain(`note      the server calls itself ${standIn.base}`);
    expect(mine('Bot')).toHaveLength(SERVICES.length);
  });

  it('an address of Genehook that is not the one in the trust file is refused before anything is made', async () => {
    const run = await start();
    const folder = mkdtempSync(join(tmpdir(), 'genehook-trust-'));
    writeFileSync(join(folder, 'trust.json'), JSON.stringify({ ehrs: [], publicUrl: 'http://127.0.0.1:10', auth: 'required' }));
    const before = standIn.store.writes;
    const { code, err } = await run('connect', '--trust', join(folder, 'trust.json'));
    rmSync(folder, { recursive: true });
    expect(code).toBe(2);
    expect(err).toContain('Genehook is http://127.0.0.1:9 here and http://127.0.0.1:10 in the trust file');
    expect(standIn.store.writes).toBe(before);
  });

  it('keeps what the site changed in its trust entry', async () => {
    const run = await start();
    const folder = mkdtempSync(join(tmpdir(), 'genehook-trust-'));
    const file = join(folder, 'trust.json');
    await run('connect', '--trust', file);
    const trust = JSON.parse(readFileSync(file, 'utf8')) as { ehrs: [{ panel: object }]; publicUrl: string };
    const [entry] = trust.ehrs;
    const other = { ...entry, name: 'Other', issuer: 'https://other.example' };
    const changed = {
      ...entry,
      name: 'Our Medplum',
      services: ['pgx-order-sign'],
      origins: ['https://app.example.org'],
      panel: { ...entry.panel, scope: 'launch openid' },
    };
    writeFileSync(file, JSON.stringify({ ...trust, ehrs: [other, changed] }));
    const before = readFileSync(file, 'utf8');
    expect((await run('connect', '--trust', file)).err).toContain('Nothing changed');
    expect(readFileSync(file, 'utf8')).toBe(before);
    await run('connect', '--new-key', '--trust', file);
    const after = JSON.parse(readFileSync(file, 'utf8')) as { ehrs: { jwks: unknown }[] };
    rmSync(folder, { recursive: true });
    expect(after.ehrs[0]).toEqual(other);
    expect(after.ehrs[1]).toEqual({ ...changed, jwks: after.ehrs[1]?.jwks });
    expect(after.ehrs[1]?.jwks).not.toEqual((entry as unknown as { jwks: unknown }).jwks);
  });

  it('corrects what was changed by hand, and only that', async () => {
    const run = await start();
    await run('connect');
    const app = mine('ClientApplication')[0];
    standIn.store.resources.set(`ClientApplication/${app?.id ?? ''}`, { ...app, launchUri: 'https://elsewhere.example/launch' } as never);
    const { err } = await run('connect');
    expect(err.match(/^changed /gm)).toHaveLength(1);
    expect(mine('ClientApplication')[0]).toMatchObject({ launchUri: `${GENEHOOK}/panel/launch.html` });
  });

  it('moves to a new address of Genehook: app and Bots change, nothing doubles, old code goes', async () => {
    const run = await start();
    await run('connect');
    const [bots, code] = [mine('Bot').length, standIn.store.code.size];
    const { err } = await run('connect', '--genehook', 'http://127.0.0.1:10');
    expect(err.match(/^changed /gm)).toHaveLength(1 + SERVICES.length);
    expect(mine('Bot')).toHaveLength(bots);
    expect(standIn.store.code.size).toBe(code);
    expect([...standIn.store.code.values()].join('')).not.toContain(`${GENEHOOK}/`);
  });

  it('--new-key replaces the key; a secret that is no key of ours is said', async () => {
    const run = await start();
    const first = (await run('connect')).out;
    const second = (await run('connect', '--new-key')).out;
    expect(second).not.toBe(first);
    expect(standIn.secrets()).toHaveLength(1);
    const project = standIn.store.resources.get(`Project/${standIn.project.id}`);
    standIn.store.resources.set(`Project/${standIn.project.id}`, {
      ...project,
      secret: [{ name: KEY_SECRET, valueString: 'typed by hand' }],
    } as never);
    const broken = await run('connect');
    expect(broken.code).toBe(4);
    expect(broken.err).toContain('--new-key');
  });

  it.each([
    ['does not arrive', true],
    ['is served and its answer is lost', false],
  ])('whichever request %s, a second connect finishes it, and clean leaves nothing', async (_name, beforeServed) => {
    const run = await start();
    const before = [...standIn.store.resources.keys()].sort();
    const total = await writesOf(run);
    expect(total).toBeGreaterThan(20);
    // App, policy, secret and the first two Bots; the other Bots are made in the same way.
    for (const stop of [...Array.from({ length: 12 }, (_, index) => index + 1), total]) {
      failAt(stop, beforeServed);
      const broken = await run('connect');
      expect(broken.code, `write ${stop}`).toBeGreaterThan(2);
      standIn.intercept = undefined;
      const listed = standIn.all('Bot').filter((bot) => 'cdsService' in bot) as unknown as { executableCode?: object }[];
      for (const bot of listed) expect(bot.executableCode).toBeDefined();
      if (stop % 2 === 0) {
        expect((await run('connect')).code).toBe(0);
        expect(mine('Bot')).toHaveLength(SERVICES.length);
        expect(standIn.all('Bot')).toHaveLength(SERVICES.length);
      }
      expect((await run('clean', '--yes')).code).toBe(0);
      expect([...standIn.store.resources.keys()].sort(), `write ${stop}`).toEqual(before);
      expect(standIn.secrets()).toEqual([]);
    }
  });
});

const isWrite = (method: string, path: string): boolean => method !== 'GET' && !path.startsWith('/oauth2');

async function writesOf(run: (...args: string[]) => Promise<unknown>): Promise<number> {
  let writes = 0;
  standIn.intercept = (request) => {
    if (isWrite(request.method, request.path)) writes += 1;
    return false;
  };
  await run('connect');
  standIn.intercept = undefined;
  await run('clean', '--yes');
  return writes;
}

function failAt(stop: number, beforeServed: boolean): void {
  let writes = 0;
  standIn.intercept = (request, response) => {
    if (!isWrite(request.method, request.path)) return false;
    writes += 1;
    if (writes !== stop) return false;
    if (beforeServed) response.destroy();
    else response.end = (() => response.destroy()) as never;
    return beforeServed;
  };
}
