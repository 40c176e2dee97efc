import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
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
    ['http://ehr.example.org/R4?_getpages=1', 'https://ehr.example.org/R4?_getpages=1'],
    ['http://ehr.example.org:80/R4/Observation', 'https://ehr.example.org/R4/Observation'],
    ['HTTPS://EHR.example.org:443/R4/Observation', 'https://ehr.example.org/R4/Observation'],
  ])('%s', (link, address) => {
    expect(withinBase(link, BASE)).toBe(address);
  });

  it.each([
    'https://evil.example.org/R4/Observation',
    'http://evil.example.org/R4/Observation',
    'http://ehr.example.org:8080/R4/Observation',
    'http://ehr.example.org:443/R4/Observation',
    'http://user@ehr.example.org/R4/Observation',
    'http://ehr.example.org/admin',
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

/** A FHIR server of one answer for each address; `asked` holds the addresses in order. */
async function serverOf(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: string[] = [];
  const server = createHttpServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/R4`;
  const reader = createFhirReader();
  const read = (query: string) => reader.read({ base, token: 't' }, { query, types: ['Observation'] }, AbortSignal.timeout(600_000));
  const close = async (): Promise<void> => {
    await reader.close();
    server.close();
  };
  return { asked, read, close };
}
const BUNDLE = JSON.stringify({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: [{ resource: { resourceType: 'Observation', id: 'o1' } }],
});

describe('a server that does not take _count', () => {
  it.each([400, 422, 500, 501])('and answers %i is asked without it, the next time at once', async (status) => {
    const server = await serverOf((request, response) => {
      const counted = request.url?.includes('_count') === true;
      response.writeHead(counted ? status : 200, { 'content-type': 'application/fhir+json' }).end(counted ? '{}' : BUNDLE);
    });
    expect(await server.read('Observation?patient=p1&_count=200')).toMatchObject({ state: 'data' });
    expect(await server.read('Observation?_count=200&patient=p1')).toMatchObject({ state: 'data' });
    expect(server.asked).toEqual(['/R4/Observation?patient=p1&_count=200', '/R4/Observation?patient=p1', '/R4/Observation?patient=p1']);
    await server.close();
  });

  it.each([
    [400, 'the FHIR server refused the search', 2],
    [500, 'the FHIR server failed', 2],
    [403, 'not permitted', 1],
    [503, 'the FHIR server failed', 1],
  ])('a server that answers %i to all: %s', async (status, why, times) => {
    const server = await serverOf((_, response) => response.writeHead(status).end());
    expect(await server.read('Observation?patient=p1&_count=200')).toEqual({
      state: 'failed',
      why,
      ...(status === 403 ? { forbidden: true } : {}),
    });
    expect(server.asked).toHaveLength(times);
    await server.close();
  });
});

describe('an answer that is still arriving when the time is over', () => {
  it('was slow, not unreadable', async () => {
    const over = new AbortController();
    const server = createHttpServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/fhir+json' });
      // More than a connection holds by itself: once it is written, its reader is reading.
      response.write(Buffer.alloc(15 * 1024 * 1024, ' '), () => over.abort());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const outcomes: string[] = [];
    const reader = createFhirReader({ onRoundTrip: (outcome) => void outcomes.push(outcome) });
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/R4`;
    const read = reader.read({ base, token: 't' }, { query: 'Observation?patient=p1', types: ['Observation'] }, over.signal);
    expect(await read).toEqual({ state: 'failed', why: 'no answer in time' });
    expect(outcomes).toEqual(['late']);
    await reader.close();
    server.closeAllConnections();
    server.close();
  });
});

describe('an answer that was compressed though nobody asked for it', () => {
  it.each([
    ['gzip', gzipSync(BUNDLE)],
    ['deflate', deflateSync(BUNDLE)],
    ['br', brotliCompressSync(BUNDLE)],
  ])('%s', async (encoding, bytes) => {
    const server = await serverOf((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes));
    expect(await server.read('Observation?patient=p1')).toMatchObject({ state: 'data', resources: [{ id: 'o1' }] });
    await server.close();
  });

  it.each([
    ['broken', Buffer.from('not gzip')],
    ['far larger than an answer may be', gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))],
  ])('%s: unreadable', async (_, bytes) => {
    const server = await serverOf((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes));
    expect(await server.read('Observation?patient=p1')).toEqual({ state: 'failed', why: 'unreadable' });
    await server.close();
  });
});
