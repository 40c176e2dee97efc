/** Everything that can be wrong on the way to a connected project: the message says which and what to do, and the exit code tells the kind. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { seed } from '../../cds-service/medplum/seed.ts';
import { readCases } from '../../cds-service/medplum/cases.ts';
import { signIn } from '../../cds-service/medplum/server.ts';
import { freePort } from '../../fixtures/sandbox/ports.ts';
import { program } from '../service/program.ts';
import { environmentOf, genehookMedplum, type Environment } from './command-line.ts';
import { startStandIn, type StandIn, type StandInOptions } from './stand-in/start.ts';

const COMMANDS = [['seed', '--case', 'dpyd-2a-carrier-colon-cancer'], ['connect'], ['try'], ['clean']] as const;
const servers: (Server | ReturnType<typeof createHttps>)[] = [];
let standIn: StandIn | undefined;
afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function start(options?: StandInOptions): Promise<StandIn> {
  standIn = await startStandIn(options);
  return standIn;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createHttp(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const SIGN_IN = { MEDPLUM_CLIENT_ID: 'c', MEDPLUM_CLIENT_SECRET: 's3cret-value', GENEHOOK_PUBLIC_URL: 'http://127.0.0.1:9' };

/** Every command must say the same, and none may show the secret. */
async function eachSays(environment: Environment, code: number, ...said: (string | RegExp)[]): Promise<void> {
  for (const args of COMMANDS) {
    const ended = await genehookMedplum(args, environment);
    for (const text of said) expect(ended.err, args[0]).toMatch(text);
    expect(ended.code, args[0]).toBe(code);
    expect(ended.err).toContain('What to do: ');
    expect(ended.out + ended.err).not.toContain('s3cret-value');
  }
}

describe('settings', () => {
  it.each<[string, Environment, RegExp]>([
    ['nothing set', {}, /MEDPLUM_BASE_URL and MEDPLUM_CLIENT_ID not set/],
    ['no secret', { MEDPLUM_BASE_URL: 'https://medplum.example/', MEDPLUM_CLIENT_ID: 'c' }, /MEDPLUM_CLIENT_SECRET not set/],
    ['an address that is none', { ...SIGN_IN, MEDPLUM_BASE_URL: 'medplum' }, /MEDPLUM_BASE_URL is not an https address/],
    ['http beyond this machine', { ...SIGN_IN, MEDPLUM_BASE_URL: 'http://medplum.example/' }, /http only for a server on this machine/],
    ['a password in the address', { ...SIGN_IN, MEDPLUM_BASE_URL: 'https://a:b@medplum.example/' }, /is not an https address/],
    [
      'a secret file that is not there',
      { MEDPLUM_BASE_URL: 'https://medplum.example/', MEDPLUM_CLIENT_ID: 'c', MEDPLUM_CLIENT_SECRET_FILE: '/nowhere/secret' },
      /MEDPLUM_CLIENT_SECRET_FILE: the file cannot be read/,
    ],
  ])('%s', async (_name, environment, said) => eachSays(environment, 2, said));

  it('connect needs an address of Genehook that Medplum can reach', async () => {
    const hosted = { ...SIGN_IN, MEDPLUM_BASE_URL: 'https://medplum.example/' };
    for (const [genehook, said] of [
      [undefined, 'own address is not known'],
      ['cds.example.org', 'is not an https address'],
      ['http://cds.example.org', 'is not an https address'],
      ['http://localhost:4020', 'that address is this machine’s own'],
    ] as const) {
      const ended = await genehookMedplum(['connect', ...(genehook === undefined ? [] : ['--genehook', genehook])], {
        ...hosted,
        GENEHOOK_PUBLIC_URL: undefined,
      });
      expect(ended.code).toBe(2);
      expect(ended.err.replaceAll("'", '’')).toContain(said);
    }
  });

  it.each([
    [['seed', '--case', 'unknown'], 'There is no case “unknown”'],
    [['seed', '--from', '/nowhere'], 'There are no cases in /nowhere'],
    [['try', '--case', 'unknown'], 'Cases: '],
    [['clean', '--only', 'everything'], '--only takes patients or connection'],
    [['connect', '--restrict', 'm'], '--restrict and --patient belong together'],
  ])('%j', async (args, said) => {
    const { code, err } = await genehookMedplum(args, { ...SIGN_IN, MEDPLUM_BASE_URL: 'http://127.0.0.1:1/' });
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it('a trust file that is broken is said before anything is made', async () => {
    const server = await start();
    const folder = mkdtempSync(join(tmpdir(), 'genehook-trust-'));
    const file = join(folder, 'trust.json');
    for (const [content, said] of [
      ['{', 'The trust file is not a JSON object'],
      [JSON.stringify({ ehrs: [], publicUrl: 'http://127.0.0.1:9', auth: 'maybe' }), 'The trust file is not valid: auth'],
    ] as const) {
      writeFileSync(file, content);
      const before = server.store.writes;
      const ended = await genehookMedplum(['connect', '--genehook', 'http://127.0.0.1:9', '--trust', file], environmentOf(server));
      expect(ended.code).toBe(2);
      expect(ended.err).toContain(said);
      expect(readFileSync(file, 'utf8')).toBe(content);
      expect(server.store.writes).toBe(before);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('the wrong server', () => {
  it('nothing listens there', async () =>
    eachSays(
      { ...SIGN_IN, MEDPLUM_BASE_URL: `http://127.0.0.1:${await freePort(0)}/` },
      3,
      /cannot be reached: nothing listens at that address and port/,
    ));

  it('a host that does not exist', () =>
    eachSays(
      { ...SIGN_IN, GENEHOOK_PUBLIC_URL: 'https://cds.example.org', MEDPLUM_BASE_URL: 'https://medplum.invalid/' },
      3,
      /medplum\.invalid cannot be reached: the host name (is not known|could not be looked up)/,
    ));

  it.each<[string, RequestListener]>([
    ['a web page', (_request, response) => response.end('<html>hello</html>')],
    ['JSON of something else', (_request, response) => response.setHeader('content-type', 'application/json').end('{"name":"x"}')],
    ['404', (_request, response) => response.writeHead(404).end()],
  ])('not a FHIR server: %s', async (_name, listener) => {
    const asked: string[] = [];
    const base = await serve((request, response) => {
      asked.push(request.url ?? '');
      listener(request, response);
    });
    await eachSays({ ...SIGN_IN, MEDPLUM_BASE_URL: base }, 3, /is not a FHIR server/, /not of its web app/);
    expect(asked.every((url) => url.endsWith('/metadata'))).toBe(true);
  });

  it('a redirect elsewhere is not followed', async () => {
    const base = await serve((_request, response) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end());
    await eachSays({ ...SIGN_IN, MEDPLUM_BASE_URL: base }, 3, /sends the call to another address/);
  });

  it('a FHIR server that is not Medplum', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/fhir/R4/metadata')
        response.setHeader('content-type', 'application/fhir+json').end('{"resourceType":"CapabilityStatement"}');
      else response.writeHead(404, { 'content-type': 'text/plain' }).end('no');
    });
    await eachSays({ ...SIGN_IN, MEDPLUM_BASE_URL: base }, 3, /is a FHIR server, but not Medplum/);
  });
});

describe('certificates', () => {
  const file = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'certificate', name));
  const secure = async (certificate: string): Promise<number> => {
    const server = createHttps({ cert: file(certificate), key: file('server.key') }, (_request, response) => response.end());
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return (server.address() as AddressInfo).port;
  };

  it('expired', async () => {
    const base = `https://localhost:${await secure('expired.pem')}/`;
    await eachSays(
      { ...SIGN_IN, MEDPLUM_BASE_URL: base },
      3,
      /cannot be trusted: its certificate has expired\n {2}What to do: Renew the certificate/,
    );
  });

  it('from an authority that nobody knows', async () => {
    const base = `https://localhost:${await secure('valid.pem')}/`;
    await eachSays(
      { ...SIGN_IN, MEDPLUM_BASE_URL: base },
      3,
      /its certificate comes from an authority that this machine does not know/,
      /NODE_EXTRA_CA_CERTS/,
    );
  });

  it('for another host name', async () => {
    const trusted = { NODE_EXTRA_CA_CERTS: join(import.meta.dirname, 'certificate', 'ca.pem') };
    const base = `https://127.0.0.1:${await secure('valid.pem')}/`;
    const { code, err } = await asProcess(['seed'], { ...SIGN_IN, ...trusted, MEDPLUM_BASE_URL: base });
    expect(err).toContain('cannot be trusted: its certificate is for another host name');
    expect(code).toBe(3);
  });

  it('https where the server speaks http', async () => {
    const plain = await serve((_request, response) => response.end());
    await eachSays({ ...SIGN_IN, MEDPLUM_BASE_URL: plain.replace('http:', 'https:') }, 3, /does not speak TLS on this port/);
  });
});

describe('refused by Medplum', () => {
  it('a client that does not exist', async () => {
    const server = await start();
    await eachSays(
      { ...environmentOf(server, { id: 'nobody', secret: 's3cret-value' }), GENEHOOK_PUBLIC_URL: 'http://127.0.0.1:9' },
      4,
      /refused the sign-in: Invalid client/,
      /Check MEDPLUM_CLIENT_ID/,
    );
  });

  it('a wrong secret', async () => {
    const server = await start();
    await eachSays(
      { ...environmentOf(server, { id: server.admin.id, secret: 's3cret-value' }), GENEHOOK_PUBLIC_URL: 'http://127.0.0.1:9' },
      4,
      /refused the sign-in: Invalid secret/,
      /copy it again/,
    );
  });

  it('a client that may not administer the project makes nothing', async () => {
    const server = await start();
    const environment = { ...environmentOf(server, server.outsider), GENEHOOK_PUBLIC_URL: 'http://127.0.0.1:9' };
    const before = server.store.writes;
    for (const args of [['connect'], ['clean', '--yes']]) {
      const { code, err } = await genehookMedplum(args, environment);
      expect(err).toContain('may not administer the project “Test project”');
      expect(err).toContain('ProjectMembership as admin');
      expect(code).toBe(4);
    }
    expect(server.store.writes).toBe(before);
  });

  it('a client whose access policy allows no writing cannot seed', async () => {
    const server = await start();
    const policy = server.put({ resourceType: 'AccessPolicy', name: 'read', resource: [{ resourceType: '*', readonly: true }] } as never);
    const key = `ProjectMembership/${server.outsider.membershipId}`;
    server.store.resources.set(key, {
      ...server.store.resources.get(key),
      accessPolicy: { reference: `AccessPolicy/${policy.id}` },
    } as never);
    const { code, err } = await genehookMedplum(['seed'], environmentOf(server, server.outsider));
    expect(err).toMatch(/Medplum refused to take the synthetic patients: HTTP 403 Forbidden/);
    expect(err).toContain('The access policy of the client’s project membership must allow this');
    expect(code).toBe(4);
    expect(server.all('Patient')).toEqual([]);
  });

  it.each<[string, StandInOptions, RegExp]>([
    ['bots are not enabled in the project', { bots: false }, /Bots are not enabled in the project “Test project”/],
    ['a server from before CDS Hooks', { cdsHooks: false }, /has no CDS Hooks: it does not know \/cds-services/],
  ])('%s: connect makes nothing', async (_name, options, said) => {
    const server = await start(options);
    const before = server.store.writes;
    const { code, err } = await genehookMedplum(['connect'], { ...environmentOf(server), GENEHOOK_PUBLIC_URL: 'http://127.0.0.1:9' });
    expect(err).toMatch(said);
    expect(code).toBe(4);
    expect(server.store.writes).toBe(before);
  });

  it('a resource that Medplum refuses is named with its field, the others go up', async () => {
    const server = await start();
    const folder = mkdtempSync(join(tmpdir(), 'genehook-cases-'));
    const [first, second] = readCases();
    for (const [one, change] of [
      [first, {}],
      [second, { noSuchField: 1 }],
    ] as const) {
      const path = join(folder, one?.name ?? '');
      await import('node:fs/promises').then(({ mkdir }) => mkdir(path));
      writeFileSync(join(path, 'case.json'), JSON.stringify({ title: one?.name }));
      const entry = one?.resources.map((resource) => ({
        resource: resource.resourceType === 'Observation' ? { ...resource, ...change } : resource,
      }));
      writeFileSync(join(path, 'bundle.json'), JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));
    }
    const { code, out, err } = await genehookMedplum(['seed', '--from', folder], environmentOf(server));
    expect(code).toBe(5);
    expect(err).toMatch(
      new RegExp(`refused: ${second?.name}: Observation/[^:]*: Invalid additional property "noSuchField" \\(Observation\\.noSuchField\\)`),
    );
    expect(out).toMatch(/, [1-9]\d* refused \(2 patients\)/);
    expect(server.all('Patient').length).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });
  });

  it('without transactions a refused resource takes its chunk with it, so that nothing half-made stays', async () => {
    const server = await start({ transactions: false });
    const [one] = readCases();
    const bad = {
      ...one,
      resources: one?.resources.map((resource) => (resource.resourceType === 'Observation' ? { ...resource, status: 7 } : resource)),
    };
    const said: string[] = [];
    const connected = await signIn({ base: server.base, clientId: server.admin.id, clientSecret: server.admin.secret });
    const before = server.all('Patient').length;
    const result = await seed(connected, [bad as never], { result: (text) => said.push(text), progress: () => undefined });
    expect(result.refused.length).toBeGreaterThan(0);
    expect(result.refused[0]).toMatch(/^[a-z0-9-]+: Observation\/\S+: HTTP 400 /);
    const left = [...server.store.resources.values()].filter(({ meta }) => meta?.tag?.some(({ code }) => code === 'genehook-seed'));
    expect(left).toHaveLength(result.made);
    expect(server.all('Patient').length).toBeGreaterThanOrEqual(before);
  });

  it('what a server says cannot move the cursor of the terminal', async () => {
    const base = await serve((request, response) => {
      const json = (body: object, status = 200) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (request.url === '/fhir/R4/metadata') json({ resourceType: 'CapabilityStatement' });
      else json({ error: 'invalid_request', error_description: 'Invalid \u001b[2Jsecret\u0007' }, 400);
    });
    const { err } = await genehookMedplum(['seed'], { ...SIGN_IN, MEDPLUM_BASE_URL: base });
    expect(err).toContain('Medplum refused the sign-in: Invalid  [2Jsecret ');
    expect(err).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('too many calls: seeding waits and goes on', async () => {
    const server = await start();
    const said: string[] = [];
    const connected = await signIn({ base: server.base, clientId: server.admin.id, clientSecret: server.admin.secret });
    server.busy = 2;
    const result = await seed(
      connected,
      readCases().slice(0, 1),
      { result: () => undefined, progress: (text) => said.push(text) },
      { pauseMs: 5 },
    );
    expect(result.refused).toEqual([]);
    expect(said.filter((text) => text.includes('asks to slow down'))).toHaveLength(2);
    server.busy = 100;
    await expect(
      seed(connected, readCases().slice(1, 2), { result: () => undefined, progress: () => undefined }, { pauseMs: 1 }),
    ).rejects.toMatchObject({ kind: 'busy', exitCode: 4 });
  });
});

describe('clean keeps what would widen somebody’s access', () => {
  it('a policy that restricts a member stays, and is said', async () => {
    const server = await start();
    const environment = { ...environmentOf(server), GENEHOOK_PUBLIC_URL: 'http://127.0.0.1:9' };
    await genehookMedplum(['seed', '--case', 'dpyd-2a-carrier-colon-cancer'], environment);
    const patient = server.all('Patient')[0]?.id ?? '';
    await genehookMedplum(['connect', '--restrict', server.clinician.membershipId, '--patient', patient], environment);
    const { code, out } = await genehookMedplum(['clean', '--yes'], environment);
    expect(code).toBe(5);
    expect(out).toContain(`restricts ProjectMembership/${server.clinician.membershipId}`);
    expect(server.all('AccessPolicy')).toHaveLength(1);
    expect(server.all('Bot')).toEqual([]);
    expect(server.all('Patient')).toEqual([]);
  });
});

function asProcess(args: readonly string[], environment: Environment): Promise<{ code: number; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...program('cli/main'), 'medplum', ...args],
      { env: { ...process.env, ...environment } },
      (_error, _out, err) => resolve({ code: child.exitCode ?? -1, err }),
    );
  });
}
