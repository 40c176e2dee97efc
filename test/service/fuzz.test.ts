/** Mutated real requests: whatever comes, the answer is 2xx or 4xx in the protocol's form, quickly, and the next call is untouched. */
import fc from 'fast-check';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFaults, outcomeFaults } from '../conformance/response-schema.ts';
import { createTestApp, orderSign } from './harness.ts';
import { mutated, places, strange } from './mutation.ts';

let server: Server;
let url: string;
const harness = createTestApp();
beforeAll(async () => {
  server = createServer(harness.app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function post(path: string, body: BodyInit): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

async function holds(path: string, body: BodyInit): Promise<void> {
  const began = process.cpuUsage();
  const answer = await post(path, body);
  expect(answer.status).toBeLessThan(500);
  expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
  if (answer.status === 200 && answer.body !== null) expect(answerFaults(answer.body)).toEqual([]);
  if (answer.status >= 400) expect(outcomeFaults(answer.body)).toEqual([]);
}

const request = orderSign();
const paths = places(request);

describe('fuzzed requests', () => {
  it('any member replaced by anything', async () => {
    const mutation = fc.tuple(fc.constantFrom(...paths), strange);
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        let body: unknown = request;
        for (const [path, next] of mutations) body = mutated(body, path, next);
        await holds('/cds-services/pgx-order-sign', JSON.stringify(body) ?? 'null');
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
    );
  });

  it('any bytes changed, cut or added', async () => {
    const text = Buffer.from(JSON.stringify(request));
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), fc.boolean(), async (at, bytes, cut) => {
        const body = cut
          ? Buffer.concat([text.subarray(0, at), bytes])
          : Buffer.concat([text.subarray(0, at), bytes, text.subarray(at + 1)]);
        await holds('/cds-services/pgx-order-sign', body);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    );
  });

  it('any feedback', async () => {
    await fc.assert(
      fc.asyncProperty(strange, strange, strange, async (card, outcome, overrideReason) => {
        const body = { feedback: [{ card, outcome, outcomeTimestamp: '2026-01-01T00:00:00Z', overrideReason }] };
        await holds('/cds-services/pgx-order-sign/feedback', JSON.stringify(body));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
    );
  });

  it('afterwards a sound request is answered as ever', async () => {
    const answer = await post('/cds-services/pgx-order-sign', JSON.stringify(request));
    expect(answer.status).toBe(200);
    expect((answer.body as { cards: unknown[] }).cards).toHaveLength(1);
  });
});
