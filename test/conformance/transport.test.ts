/** Checklist A (transport and JSON). A number in brackets is the line of the checklist. */
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { bundle, clopidogrel, createTestApp, orderSign } from '../service/harness.ts';
import { emptyMembers, outcomeFaults } from './response-schema.ts';
import { app, send, SERVICE } from './service-call.ts';

const sendPacked = (bytes: Buffer, coding: string) =>
  request(app)
    .post(SERVICE)
    .set('content-type', 'application/json')
    .set('content-encoding', coding)
    .serialize((packed) => packed)
    .send(bytes);

describe('transport and JSON', () => {
  it('[2] answers are application/json', async () => {
    const answer = await send(orderSign());
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
  });

  it('[3] no member of an answer is null or empty', async () => {
    const answer = await send(orderSign());
    expect(answer.body.cards).toHaveLength(1);
    expect(emptyMembers(answer.body)).toEqual([]);
  });

  it.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/fhir+json'])('[5] %s is accepted', async (type) => {
    expect((await send(orderSign(), type)).status).toBe(200);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])('[5] %s is refused with 415', async (type) => {
    const answer = await send(orderSign(), type);
    expect(answer.status).toBe(415);
    expect(outcomeFaults(answer.body)).toEqual([]);
  });

  it.each([
    ['malformed', '{"hook":'],
    ['empty', ''],
    ['an array', '[]'],
    ['a string', '"x"'],
    ['a number', '7'],
    ['null', 'null'],
  ])('[6] %s body → 400', async (_name, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(outcomeFaults(answer.body)).toEqual([]);
  });

  it('[6] invalid UTF-8 → 400', async () => {
    const bytes = Buffer.from(JSON.stringify(orderSign()).replace('clopidogrel', 'clo#idogrel'));
    bytes[bytes.indexOf('#')] = 0xff;
    const answer = await sendPacked(bytes, 'identity');
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('not valid UTF-8')]);
  });

  it('[6] a leading byte order mark is no harm', async () => {
    expect((await send(`\uFEFF${JSON.stringify(orderSign())}`)).status).toBe(200);
  });

  it('[7] a body of 5 MB is served', async () => {
    const filler = 'x'.repeat(1000);
    const many = Array.from({ length: 5200 }, (_, index) => ({ resourceType: 'Observation', id: `f${index}`, note: filler }));
    const body = orderSign({ prefetch: { genomics: bundle(...many) } });
    expect(JSON.stringify(body).length).toBeGreaterThan(5_000_000);
    expect((await send(body)).status).toBe(200);
  });

  it.each([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['Identity', (bytes: Buffer) => bytes],
  ])('[5] a body with Content-Encoding %s is read', async (coding, pack) => {
    const answer = await sendPacked(pack(Buffer.from(JSON.stringify(orderSign()))), coding);
    expect([answer.status, answer.body.cards?.length]).toEqual([200, 1]);
  });

  it.each<[string, string, Buffer, number]>([
    ['another coding', 'zstd', Buffer.from('{}'), 415],
    ['two codings', 'gzip, gzip', gzipSync(gzipSync('{}')), 415],
    ['a coding that the body does not have', 'gzip', Buffer.from(JSON.stringify(orderSign())), 400],
    ['a cut body', 'gzip', gzipSync(JSON.stringify(orderSign())).subarray(0, 200), 400],
    ['much in little (100 MB of blanks)', 'gzip', gzipSync(Buffer.alloc(100 * 1024 * 1024, 0x20)), 413],
    ['much in little, br', 'br', brotliCompressSync(Buffer.alloc(100 * 1024 * 1024, 0x20)), 413],
  ])('[5] [7] %s (%s) is refused', async (_name, coding, bytes, status) => {
    const answer = await sendPacked(bytes, coding);
    expect([answer.status, outcomeFaults(answer.body)]).toEqual([status, []]);
    if (status === 415) expect(answer.headers['accept-encoding']).toBe('gzip, deflate, br');
  });

  it('[7] a body beyond the limit → 413', async () => {
    const answer = await send(JSON.stringify({ filler: 'x'.repeat(11 * 1024 * 1024) }));
    expect(answer.status).toBe(413);
    expect(outcomeFaults(answer.body)).toEqual([]);
  });

  it('[7] the 413 reaches a client that is still sending', async () => {
    const small = createTestApp({ limits: { bodyBytes: 3 * 1024 * 1024 } });
    const server = small.app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const body = 'x'.repeat(14 * 1024 * 1024);
    const headers = { 'content-type': 'application/json' };
    for (let call = 0; call < 8; call += 1)
      expect((await fetch(`http://127.0.0.1:${port}${SERVICE}`, { method: 'POST', headers, body })).status).toBe(413);
    server.close();
  });

  it('[7] a body beyond the limit without a length → 413', async () => {
    const small = createTestApp({ limits: { bodyBytes: 1000 } });
    const server = small.app.listen(0);
    const { port } = server.address() as AddressInfo;
    const status = await new Promise((resolve) => {
      const call = httpRequest({ port, path: SERVICE, method: 'POST', headers: { 'content-type': 'application/json' } }, (answer) =>
        resolve(answer.resume().statusCode),
      );
      call.write('x'.repeat(900));
      call.end('x'.repeat(900));
    });
    server.close();
    expect(status).toBe(413);
  });

  it('[8] 20,000 levels of nesting → 400, and the next call is served', async () => {
    const deep = `{"hook":"order-sign","prefetch":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect((await send(deep)).status).toBe(400);
    expect((await send(orderSign())).status).toBe(200);
  });

  it('[8] prototype members change nothing and are never echoed', async () => {
    const text = JSON.stringify(orderSign()).replace(
      '"context":{',
      '"__proto__":{"polluted":true},"context":{"constructor":{"prototype":{"polluted":true}},"\\u005f_proto__":{"polluted":true},',
    );
    const answer = await send(text);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('polluted');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(['resourceType', 'id', 'subject', 'code'])('[8] a value that cannot be made a text, in %s, is no defect', async (name) => {
    const hostile = { ...clopidogrel(), [name]: { toString: 0 } };
    for (const body of [
      orderSign({}, { draftOrders: bundle(hostile) }),
      orderSign({ prefetch: { genomics: bundle(hostile), laboratory: null } }),
    ]) {
      const answer = await send(body);
      expect([answer.status, answer.text]).toEqual([200, expect.not.stringContaining('failed')]);
    }
  });

  it('[9] a defect shows no stack, path or patient data', async () => {
    const broken = createTestApp({
      clinic: {
        interpret: () => {
          throw new Error('failed on Patient/p1 in /srv/genehook/x.ts');
        },
        toCards: () => [],
      },
    });
    const answer = await request(broken.app).post(SERVICE).set('content-type', 'application/json').send(JSON.stringify(orderSign()));
    expect(answer.status).toBe(200);
    expect(answer.body.cards[0].summary).toContain('could not check');
    expect(answer.text).not.toMatch(/\.ts|node_modules|p1 in/);
    expect(broken.logs.join('')).not.toContain('Patient/p1');
  });
});
