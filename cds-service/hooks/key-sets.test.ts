import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Agent } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrustedEhr } from '../config/trust.ts';
import { createKeySets } from './key-sets.ts';

let server: Server;
let url: string;
let keys: unknown[];
let fetches: number;
let status: number;
let clock: number;

beforeEach(async () => {
  const { publicKey } = await generateKeyPair('ES384', { extractable: true });
  keys = [{ ...(await exportJWK(publicKey)), kid: 'a' }];
  fetches = 0;
  status = 200;
  clock = 1_000_000;
  server = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(status, { location: '/elsewhere' });
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
});
afterEach(() => void server.close());

const ehr = (): TrustedEhr => ({
  name: 'EHR',
  issuer: 'https://ehr.example.org',
  jwksUrls: [url],
  fhirServers: [],
  profile: 'generic',
  allowInsecureLoopback: true,
  origins: [],
});
const sets = () => createKeySets({ now: () => clock });

describe('key sets', () => {
  it('are fetched once for many calls at once', async () => {
    const source = sets();
    const found = await Promise.all(Array.from({ length: 20 }, () => source.find(ehr(), 'a', 'ES384')));
    expect(found.every((key) => key !== null)).toBe(true);
    expect(fetches).toBe(1);
  });

  it('unknown key ids cause one fetch per cool-down', async () => {
    const source = sets();
    for (let call = 0; call < 50; call += 1) expect(await source.find(ehr(), `unknown-${call}`, 'ES384')).toBeNull();
    expect(fetches).toBe(1);
    clock += 31_000;
    await source.find(ehr(), 'unknown', 'ES384');
    expect(fetches).toBe(2);
  });

  it('a key removed at the EHR is no longer believed after the renewal', async () => {
    const source = sets();
    expect(await source.find(ehr(), 'a', 'ES384')).not.toBeNull();
    keys = [];
    clock += 11 * 60_000;
    await source.find(ehr(), 'a', 'ES384');
    await expect.poll(() => source.find(ehr(), 'a', 'ES384')).toBeNull();
  });

  it('an outage of the key server is survived for a day, not longer', async () => {
    const source = sets();
    expect(await source.find(ehr(), 'a', 'ES384')).not.toBeNull();
    status = 500;
    clock += 23 * 3_600_000;
    expect(await source.find(ehr(), 'a', 'ES384')).not.toBeNull();
    clock += 2 * 3_600_000;
    expect(await source.find(ehr(), 'a', 'ES384')).toBeNull();
  });

  it('redirects are not followed, the algorithm must fit the key', async () => {
    const source = sets();
    expect(await source.find(ehr(), 'a', 'RS384')).toBeNull();
    status = 302;
    const other = sets();
    expect(await other.find(ehr(), 'a', 'ES384')).toBeNull();
  });

  it.each<[string, object, boolean]>([
    ['to verify with', { use: 'sig', key_ops: ['verify'] }, true],
    ['to encrypt with', { use: 'enc' }, false],
    ['that is not to be verified with', { key_ops: ['deriveBits'] }, false],
    ['published with its private half', { d: 'AAAA' }, false],
    ['on a curve that it does not lie on', { x: 'AAAA' }, false],
  ])('a key %s: believed %o → %s', async (_name, change, believed) => {
    keys = keys.map((key) => ({ ...(key as object), ...change }));
    expect((await sets().find(ehr(), 'a', 'ES384')) !== null).toBe(believed);
  });

  it('a key server whose connection does not open is not waited for', async () => {
    const sockets: Socket[] = [];
    const dead = createTcpServer((socket) => void sockets.push(socket.on('error', () => undefined)));
    dead.listen(0, '127.0.0.1');
    await once(dead, 'listening');
    url = `https://127.0.0.1:${(dead.address() as AddressInfo).port}/jwks`;
    const dispatcher = new Agent({ connect: { timeout: 600_000 } });
    const source = createKeySets({ now: () => clock, fetchMs: 20, dispatcher });
    expect(await source.find(ehr(), 'a', 'ES384')).toBeNull();
    await dispatcher.destroy();
    for (const socket of sockets) socket.destroy();
    dead.close();
  });
});
