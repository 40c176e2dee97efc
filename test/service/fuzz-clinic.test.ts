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

vi.setConfig({ testTimeout: 300_000 });

const clinic = await loadClinic();
const harness = createTestApp({ clinic, limits: { answerMs: 10_000 } });
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
        const began = process.cpuUsage();
        const answer = await post(service, body);
        expect(process.cpuUsage(began).user).toBeLessThan(10_000_000);
        expect(answer.status).toBeLessThan(500);
        expect(answer.status === 200 ? answerFaults(answer.body) : outcomeFaults(answer.body)).toEqual([]);
        expect(harness.logs.filter((line) => line.includes('interpreting failed'))).toEqual([]);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 120) },
    );
    expect(withoutUuids((await post(service, sound)).body)).toBe(before);
  });
});

/**
 * A body of a few megabytes holds tens of thousands of small resources. Eight times as many may take eight times as long, not
 * sixty-four: one caller would hold up the orders of everyone.
 */
describe('charts made to be slow', () => {
  const subject = { reference: 'Patient/slow' };
  const prescription = (id: number, status: string, text: string) => ({
    resource: { resourceType: 'MedicationRequest', id: `m${id}`, status, intent: 'order', subject, medicationCodeableConcept: { text } },
  });
  const genotype = (id: number) => ({
    resource: {
      resourceType: 'Observation',
      id: `r${id}`,
      status: 'final',
      subject,
      code: { text: 'DPYD genotype' },
      valueString: '*1/*2A',
    },
  });
  const report = (id: number) => ({
    resource: { resourceType: 'DiagnosticReport', id: `d${id}`, status: 'final', subject, result: [{ reference: `Observation/r${id}` }] },
  });
  const many = (count: number, make: (id: number) => unknown) => ({
    resourceType: 'Bundle',
    entry: Array.from({ length: count }, (_, id) => make(id)),
  });
  const one = many(1, (id) => prescription(id, 'draft', 'capecitabine 500 mg'));

  async function milliseconds(draftOrders: unknown, prefetch: Readonly<Record<string, unknown>>): Promise<number> {
    const began = process.cpuUsage();
    const context = { userId: 'Practitioner/1', patientId: 'slow', draftOrders };
    const body = { hook: 'order-sign', hookInstance: '1', context, prefetch: { genomics: null, laboratory: null, ...prefetch } };
    const answer = await post('pgx-order-sign', body);
    expect([answer.status, answer.status === 200 ? answerFaults(answer.body) : []]).toEqual([200, []]);
    return process.cpuUsage(began).user / 1_000;
  }

  it('between reading many results and each part of interpreting them others have their turn', async () => {
    let [turns, timers] = [0, 0];
    // As soon as anything lets it in, however short the part before it was.
    const again = (): void => {
      turns += 1;
      next = setImmediate(again);
    };
    let next = setImmediate(again);
    const due = setTimeout(() => (timers += 1), 0);
    await clinic.interpret({ resources: many(1_100, genotype), patientId: 'slow', asOf: '2026-11-20', trials: null });
    clearImmediate(next);
    clearTimeout(due);
    expect(timers).toBe(1);
    expect(turns).toBeGreaterThanOrEqual(4);
  });

  it.each<[string, number, (count: number) => Promise<number>]>([
    ['results of one gene', 1_200, (count) => milliseconds(one, { genomics: many(count, genotype) })],
    ['results, each with a report', 750, (count) => milliseconds(one, { genomics: many(count, genotype), reports: many(count, report) })],
    [
      'codings of one diagnosis',
      600,
      (count) => {
        const coding = Array.from({ length: count }, (_, id) => ({ system: 'urn:x', code: `${8000 + (id % 1000)}/3`, display: `x${id}` }));
        const resource = { resourceType: 'Condition', id: 'c', subject, code: { coding, text: 'Colon cancer' } };
        return milliseconds(one, { conditions: many(1, () => ({ resource })) });
      },
    ],
    [
      'prescriptions',
      1_500,
      (count) => milliseconds(one, { medications: many(count, (id) => prescription(id, 'active', 'fluoxetine 20 mg')) }),
    ],
    [
      'orders',
      250,
      (count) =>
        milliseconds(
          many(count, (id) => prescription(id, 'draft', 'clopidogrel 75 mg')),
          {},
        ),
    ],
  ])('%s: %i, and eight times as many', async (_name, count, run) => {
    await run(count);
    const few = Math.max(50, Math.min(await run(count + 1), await run(count + 2)));
    expect((await run(count * 8)) / few).toBeLessThan(30);
  });
});
