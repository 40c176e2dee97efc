/** The service as a process: crash, restart, reload, several at once, refusal to start, logs without patient data. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../cds-service/store/open.ts';
import { freePort } from '../../fixtures/sandbox/ports.ts';
import { putStore } from './embedded-store.ts';
import { clientToken, ISSUER, orderSign, signingKey } from './harness.ts';
import { onPostgres } from './on-postgres.ts';
import { endAll, postJson, runToEnd, startService } from './running.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'genehook-process-'));
  folders.push(made);
  return made;
}
/** The path of a file of no bytes in the folder. */
function fileIn(data: string, name: string): string {
  writeFileSync(join(data, name), '');
  return join(data, name);
}
afterEach(endAll);
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const feedback = (card: string) => ({
  feedback: [
    { card, outcome: 'overridden', outcomeTimestamp: new Date().toISOString(), overrideReason: { reason: { code: 'c', system: 's' } } },
  ],
});

/** Acknowledges a stream of feedback, kills the process in the middle, and counts what is found afterwards. */
async function loseNothing(env: Readonly<Record<string, string>>, place: { databaseUrl?: string; dataFolder: string }): Promise<void> {
  const service = await startService(env);
  const acknowledged: string[] = [];
  const killed = new AbortController();
  const senders = Array.from({ length: 4 }, async () => {
    while (!killed.signal.aborted) {
      const card = randomUUID();
      try {
        const { status } = await postJson(`${service.url}/cds-services/pgx-order-sign/feedback`, feedback(card));
        if (status === 200) acknowledged.push(card);
      } catch {
        return;
      }
    }
  });
  await expect.poll(() => acknowledged.length).toBeGreaterThan(100);
  await service.end('SIGKILL');
  killed.abort();
  await Promise.all(senders);
  const database = await openDatabase(place);
  const kept = new Set((await database.selectFrom('feedback').select('card').execute()).map(({ card }) => card));
  await database.destroy();
  expect(acknowledged.filter((card) => !kept.has(card))).toEqual([]);
}

describe('embedded store', () => {
  it('kill -9 loses no acknowledged feedback', async () => {
    const data = await putStore(folder());
    await loseNothing({ GENEHOOK_DATA: data }, { dataFolder: data });
  });

  it('the secret is made once, readable by its owner only, and a second process on the same folder is refused', async () => {
    const data = await putStore(folder());
    const service = await startService({ GENEHOOK_DATA: data });
    expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
    const secret = readFileSync(join(data, 'secret'), 'utf8');
    expect(secret.trim().length).toBeGreaterThan(40);
    await expect.poll(async () => (await fetch(`${service.url}/readyz`)).text()).toContain('"store":"open"');
    const second = await runToEnd({ GENEHOOK_DATA: data });
    expect([second.code, second.output]).toEqual([1, expect.stringContaining('in use by another Genehook process')]);
    expect(await service.end('SIGTERM')).toBe(0);
    const again = await startService({ GENEHOOK_DATA: data });
    expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(secret);
    expect(await again.end('SIGTERM')).toBe(0);
  });

  it('two workers share tokens, feedback, silence and figures', async () => {
    const data = await putStore(folder());
    const key = await signingKey('ES384');
    const port = await freePort(0);
    const publicUrl = `http://127.0.0.1:${port}`;
    const trust = join(data, 'trust.json');
    const ehr = { name: 'EHR', issuer: ISSUER, jwks: { keys: [key.publicJwk] }, fhirServers: [`${ISSUER}/R4`], profile: 'generic' };
    writeFileSync(trust, JSON.stringify({ ehrs: [ehr], publicUrl, auth: 'required' }));
    const admin = 'an admin token that is long enough to be one';
    const service = await startService({
      GENEHOOK_DATA: data,
      GENEHOOK_TRUST: trust,
      GENEHOOK_WORKERS: '2',
      GENEHOOK_ADMIN_TOKEN: admin,
      PORT: String(port),
    });
    const call = async (token: string) =>
      (await postJson(`${publicUrl}/cds-services/pgx-order-sign`, orderSign(), { authorization: `Bearer ${token}`, connection: 'close' }))
        .status;
    const token = await clientToken(key, `${publicUrl}/cds-services/pgx-order-sign`);
    const statuses = await Promise.all(Array.from({ length: 10 }, () => call(token)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const metrics = await (await fetch(`${publicUrl}/metrics`)).text();
    expect(metrics).toMatch(/genehook_refused_callers_total\{cause="replayed"\} 9/);
    const authorization = `Bearer ${await clientToken(key, `${publicUrl}/cds-services/pgx-order-sign/feedback`)}`;
    expect((await postJson(`${publicUrl}/cds-services/pgx-order-sign/feedback`, feedback(randomUUID()), { authorization })).status).toBe(
      200,
    );
    const figures = await fetch(`${publicUrl}/admin/feedback`, { headers: { authorization: `Bearer ${admin}` } });
    expect(await figures.json()).toMatchObject({ rules: [{ rule: 'unknown', overridden: 1 }] });
    expect((await fetch(`${publicUrl}/admin/feedback`)).status).toBe(401);
    expect(await service.end('SIGTERM')).toBe(0);
  });

  it('two workers count the calls of an issuer together', async () => {
    const service = await startService({ GENEHOOK_DATA: await putStore(folder()), GENEHOOK_WORKERS: '2', GENEHOOK_RATE_PER_MINUTE: '40' });
    const call = async () => (await postJson(`${service.url}/cds-services/pgx-order-sign`, orderSign(), { connection: 'close' })).status;
    const minute = () => Math.floor(Date.now() / 60_000);
    const nextMinute = () => new Promise((resolve) => setTimeout(resolve, 60_100 - (Date.now() % 60_000)));
    let begun: number;
    let refused: number;
    // Each attempt has a minute in which nothing was counted before it: what a minute holds of the attempt before would be refused.
    if (Date.now() % 60_000 > 30_000) await nextMinute();
    for (;;) {
      begun = minute();
      const answers: number[] = [];
      // Fewer than the limit, whoever takes them; a few at a time, so that none is refused for the places of one process.
      for (let sent = 0; sent < 39; sent += 3) answers.push(...(await Promise.all([call(), call(), call()])));
      refused = 0;
      // Each process alone would take another twenty; how soon they tell each other is left to the machine.
      for (let further = 0; further < 30 && refused < 4; further += 1) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        refused = (await call()) === 429 ? refused + 1 : 0;
      }
      if (minute() === begun) {
        expect(new Set(answers)).toEqual(new Set([200]));
        break;
      }
      await nextMinute();
    }
    expect(refused).toBe(4);
    await service.end('SIGTERM');
  }, 200_000);

  it('SIGHUP reads the trust file again; one that is not valid changes nothing', async () => {
    const data = await putStore(folder());
    const trust = join(data, 'trust.json');
    const write = (content: unknown) => writeFileSync(trust, JSON.stringify(content));
    const config = (name: string) => ({
      ehrs: [{ name, issuer: ISSUER, fhirServers: [`${ISSUER}/R4`], profile: 'generic', panel: { clientId: 'c' } }],
      publicUrl: 'http://127.0.0.1:4020',
      auth: 'off',
    });
    write(config('First'));
    const service = await startService({ GENEHOOK_DATA: data, GENEHOOK_TRUST: trust });
    const issuers = async () => (await fetch(`${service.url}/panel/config`)).text();
    expect(await issuers()).toContain('First');
    write(config('Second'));
    service.process.kill('SIGHUP');
    await expect.poll(issuers).toContain('Second');
    write({ nonsense: true });
    service.process.kill('SIGHUP');
    await expect.poll(() => service.output()).toContain('trust file not accepted');
    expect(await issuers()).toContain('Second');
    await service.end('SIGTERM');
  });

  it.each(['1', '2'])('SIGTERM: what is under way is answered, then the process ends at once (%s at work)', async (workers) => {
    const data = await putStore(folder());
    const service = await startService({ GENEHOOK_DATA: data, GENEHOOK_WORKERS: workers });
    const store = async (): Promise<unknown> => ((await (await fetch(`${service.url}/readyz`)).json()) as { store: string }).store;
    await expect.poll(store).toBe('open');
    const { port } = new URL(service.url);
    /** A call of which the service has seen the beginning; resolves once it asks for the body. */
    const underWay = async (path: string, content: unknown) => {
      const body = JSON.stringify(content);
      const head = `POST /cds-services/pgx-order-sign${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`;
      let answer = '';
      const client = connect(Number(port), '127.0.0.1').on('data', (chunk: Buffer) => (answer += chunk.toString()));
      client.write(head);
      await expect.poll(() => answer).toBe('HTTP/1.1 100 Continue\r\n\r\n');
      answer = '';
      client.write(body.slice(0, 20));
      return { finish: () => void client.write(body.slice(20)), answer: () => answer };
    };
    const card = randomUUID();
    const call = await underWay('', orderSign({}, { draftOrders: { resourceType: 'Bundle' } }));
    const told = await underWay('/feedback', feedback(card));
    const ended = service.end('SIGTERM');
    await expect.poll(() => fetch(service.url).catch(() => 'refused')).toBe('refused');
    call.finish();
    told.finish();
    expect(await ended).toBe(0);
    expect(call.answer()).toMatch(/^HTTP\/1\.1 200 OK[^]*\{"cards":\[\]\}$/);
    expect(told.answer()).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(service.output()).not.toContain('were cut');
    const database = await openDatabase({ dataFolder: data });
    const kept = await database.selectFrom('feedback').select('card').execute();
    await database.destroy();
    expect(kept).toEqual([{ card }]);
  });

  it('does not start with a configuration that is not valid, and says which field', async () => {
    const { code, output } = await runToEnd({ HOST: '0.0.0.0', GENEHOOK_DATA: folder() });
    expect([code, output]).toEqual([1, expect.stringContaining('GENEHOOK_TRUST: is needed when HOST is not loopback')]);
  });

  it.each<[string, (data: string) => Record<string, string>, string]>([
    [
      'a data folder that is a file',
      (data) => ({ GENEHOOK_DATA: fileIn(data, 'file') }),
      'Genehook does not start: GENEHOOK_DATA: is not a folder',
    ],
    [
      'a file where the store has its folder',
      (data) => ({ GENEHOOK_DATA: join(fileIn(data, 'store'), '..') }),
      'Genehook stops: GENEHOOK_DATA: is not a folder, or holds a file where the store has a folder',
    ],
    [
      'the same with two processes that answer',
      (data) => ({ GENEHOOK_DATA: join(fileIn(data, 'store'), '..'), GENEHOOK_WORKERS: '2' }),
      'Genehook stops: GENEHOOK_DATA: is not a folder, or holds a file where the store has a folder',
    ],
    [
      'a secret that was cut off',
      (data) => ({ GENEHOOK_DATA: join(fileIn(data, 'secret'), '..') }),
      'Genehook does not start: GENEHOOK_DATA: the file "secret" in the folder is empty or cut off',
    ],
  ])('does not go on with %s, and says so in one line without a stack', async (_name, env, expected) => {
    const { code, output } = await runToEnd(env(folder()));
    expect([code, output]).toEqual([1, expect.stringContaining(expected)]);
    expect(output).not.toMatch(/^\s+at /m);
  });
});

onPostgres('kill -9 was tested on the embedded store only', (postgres) => {
  it('kill -9 loses no acknowledged feedback', async () => {
    const place = { databaseUrl: postgres().url, dataFolder: folder() };
    await loseNothing({ DATABASE_URL: place.databaseUrl, GENEHOOK_DATA: place.dataFolder }, place);
  });
});
