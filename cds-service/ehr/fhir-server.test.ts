import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createFhirReader, withinBase } from './fhir-server.ts';

const BASE = 'https://ehr.example.org/R4';

describe('page links that may be followed with the token', () => {
  it.each([
    ['https://ehr.example.org/R4?page=2', 'https://ehr.example.org/R4?page=2'],
    ['https://ehr.example.org/R4/Observation?page=2', 'https://ehr.example.org/R4/Observation?page=2'],
    ['Observation?page=2', 'https://ehr.example.org/R4/Observation?page=2'],
    [
      'Observation?code=http%3A%2F%2Floinc.org%7C1-1&page=2',
      'https://ehr.example.org/R4/Observation?code=http%3A%2F%2Floinc.org%7C1-1&page=2',
    ],
    ['?page=2', 'https://ehr.example.org/R4/?page=2'],
    ['HTTPS://EHR.example.org:443/R4/Observation', 'https://ehr.example.org/R4/Observation'],
  ])('%s', (link, address) => {
    expect(withinBase(link, BASE)).toBe(address);
  });

  it.each([
    'https://evil.example.org/R4/Observation',
    'http://ehr.example.org/R4/Observation',
    'https://ehr.example.org:8443/R4/Observation',
    'https://ehr.example.org./R4/Observation',
    'https://ehr.example.org.evil.example.org/R4',
    'https://ehr.example.org@evil.example.org/R4',
    'https://user@ehr.example.org/R4/Observation',
    'https://:password@ehr.example.org/R4/Observation',
    'https://ehr.example.org/R4evil',
    'https://ehr.example.org/R4/../admin',
    'https://ehr.example.org/R4/%2e%2e/admin',
    'https://ehr.example.org/R4/.%2E/admin',
    'https://ehr.example.org/R4/..%2fadmin',
    'https://ehr.example.org/R4/..%5C..%5Cadmin',
    'https://ehr.example.org/R4\\..\\..\\admin',
    '//evil.example.org/R4/Observation',
    '\\\\evil.example.org\\R4',
    '/admin',
    '../admin',
    'https://[::1]/R4',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    'https://ehr.example.org\u0000.evil.example.org/R4',
  ])('not %s', (link) => {
    expect(withinBase(link, BASE)).toBeNull();
  });
});

describe('a connection that does not open', () => {
  /** Takes the connection and never says a word of TLS. */
  async function silent(): Promise<{ base: string; opened: Promise<unknown>; close: () => void }> {
    const sockets: Socket[] = [];
    const server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const close = (): void => {
      for (const socket of sockets) socket.destroy();
      server.close();
    };
    return { base: `https://127.0.0.1:${(server.address() as AddressInfo).port}/R4`, opened: once(server, 'connection'), close };
  }

  it.each([
    ['is being opened', 16],
    ['is waited for behind another', 1],
  ])('and %s: the reading ends with its signal', async (_what, connectionsPerServer) => {
    const server = await silent();
    const reader = createFhirReader({ connectionsPerServer, connectMs: 600_000 });
    const over = new AbortController();
    const wanted = { query: 'Observation?patient=p1', types: ['Observation'] };
    const read = [1, 2].map(async () => reader.read({ base: server.base, token: 't' }, wanted, over.signal));
    await server.opened;
    over.abort();
    expect(await Promise.all(read)).toEqual([1, 2].map(() => ({ state: 'failed', why: 'no answer in time' })));
    await reader.close();
    server.close();
  });
});
