/**
 * Mutated charts through the whole service with its real knowledge: no 5xx, no defect while interpreting, answers of the standard's
 * shape, and the next sound call is answered as ever.
 */
import fc from 'fast-check';
import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { benchRequest } from '../bench/order-sign-request.ts';
import { answerFaults, outcomeFaults } from '../conformance/response-schema.ts';
import { createTestApp } from './harness.ts';
import { mutated, places, strange } from './mutation.ts';

vi.setConfig({ testTimeout: 120_000 });

const harness = createTestApp({ clinic: await loadClinic(), limits: { answerMs: 10_000 } });
const sound = benchRequest();
const paths = places(sound).filter((path) => path[0] === 'prefetch' || path[0] === 'context');

async function post(service: string, body: unknown) {
  const answer = await request(harness.app)
    .post(`/cds-services/${service}`)
    .set('content-type', 'application/json')
    .send(JSON.stringify(body));
  return { status: answer.status, body: answer.body as unknown };
}

const withoutUuids = (body: unknown): string => JSON.stringify(body).replaceAll(/"uuid":"[^"]*"/g, '');

describe('mutated charts', () => {
  it.each(['pgx-order-sign', 'oncology-order-sign'])('%s: any places of the chart and the orders replaced by anything', async (service) => {
    const before = withoutUuids((await post(service, sound)).body);
    const mutation = fc.tuple(fc.constantFrom(...paths), strange);
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 12 }), async (mutations) => {
        let body: unknown = sound;
        for (const [path, next] of mutations) body = mutated(body, path, next);
        harness.logs.length = 0;
        const started = performance.now();
        const answer = await post(service, body);
        expect(performance.now() - started).toBeLessThan(10_000);
        expect(answer.status).toBeLessThan(500);
        expect(answer.status === 200 ? answerFaults(answer.body) : outcomeFaults(answer.body)).toEqual([]);
        expect(harness.logs.filter((line) => line.includes('interpreting failed'))).toEqual([]);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 120) },
    );
    expect(withoutUuids((await post(service, sound)).body)).toBe(before);
  });
});
