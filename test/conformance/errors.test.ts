/** Checklist J (errors). A number in brackets is the line of the checklist. */
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { bundle, clopidogrel, createTestApp, orderSign, testClinic } from '../service/harness.ts';
import { outcomeFaults } from './response-schema.ts';
import { app, send, SERVICE } from './service-call.ts';

describe('errors', () => {
  it('[96] every refusal carries an OperationOutcome', async () => {
    const answers = [
      await send('{'),
      await request(app).get('/nowhere'),
      await request(app).get(SERVICE),
      await send(orderSign(), 'text/plain'),
      await send(orderSign({ prefetch: {} })),
      await request(app).get('/%E0%A4%A'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 405, 415, 412, 404]);
    for (const answer of answers) expect(outcomeFaults(answer.body)).toEqual([]);
  });

  it('[96] too many calls of an issuer → 429', async () => {
    const limited = createTestApp({ limits: { requestsPerMinute: 2 } });
    const answers = [];
    for (let call = 0; call < 3; call += 1) answers.push(await request(limited.app).get('/cds-services'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    const wait = Number(answers[2]?.headers['retry-after']);
    expect(wait > 0 && wait <= 60).toBe(true);
  });

  it('[96] too many calls at once → 429, and room again afterwards', async () => {
    const waiting: (() => void)[] = [];
    const inner = testClinic();
    const slow = createTestApp({
      limits: { concurrentCalls: 2 },
      clinic: {
        toCards: inner.toCards,
        interpret: async (input) => {
          await new Promise<void>((resolve) => waiting.push(resolve));
          return inner.interpret(input);
        },
      },
    });
    const call = () => request(slow.app).post(SERVICE).set('content-type', 'application/json').send(JSON.stringify(orderSign()));
    const first = [call(), call()].map((sent) => sent.then(({ status }) => status));
    await expect.poll(() => waiting.length).toBe(2);
    expect((await call()).status).toBe(429);
    for (const go of waiting) go();
    expect(await Promise.all(first)).toEqual([200, 200]);
  });

  it('[97] a part that fails is named in a card while the rest is answered', async () => {
    const laboratory = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'forbidden' }] };
    const answer = await send(orderSign({ prefetch: { genomics: null, laboratory } }));
    expect(answer.status).toBe(200);
    expect(answer.body.cards[0]).toMatchObject({ indicator: 'info', detail: expect.stringContaining('laboratory results') });
  });

  it('[7] [97] more records of one kind than a patient can have are not read, which is said: one call never holds the service', async () => {
    const { app: real } = createTestApp({ clinic: await loadClinic(packageRoot(), () => undefined) });
    const taken = Array.from({ length: 8_000 }, (_, index) => ({ ...clopidogrel(`m${index}`), status: 'active' }));
    const began = process.cpuUsage();
    const answer = await request(real)
      .post(SERVICE)
      .send(orderSign({ prefetch: { genomics: null, laboratory: null, medications: bundle(...taken) } }));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('current medication orders (more than 2000 entries)');
    expect(process.cpuUsage(began).user).toBeLessThan(5_000_000);
  });
});
