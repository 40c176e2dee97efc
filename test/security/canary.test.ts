/** One word of the patient's in each place of a call in turn: it must stand nowhere but in the cards of that call. */
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { benchRequest } from '../bench/order-sign-request.ts';
import { createTestApp } from '../service/harness.ts';
import { mutated, places } from '../service/mutation.ts';

const CANARY = 'Zbigniewa7Kanarek';
const harness = createTestApp({ clinic: await loadClinic(), limits: { answerMs: 10_000 } });
const sound = {
  ...benchRequest(),
  fhirServer: 'https://chart.example.org/R4',
  fhirAuthorization: { access_token: 'opaque', token_type: 'Bearer', expires_in: 300, scope: 'user/*.read', subject: 'genehook' },
  extension: { 'com.epic.cdshooks.request.bpa-trigger-action': '23' },
};

/** One place of each kind: positions in lists aside. */
const PLACES = [...new Map(places(sound).map((path) => [path.filter((step) => typeof step === 'string').join('.'), path])).values()];

async function kept(): Promise<string> {
  const figures = (await request(harness.app).get('/metrics')).text;
  const { decisions, feedback } = harness.store;
  // A comment is free text that is kept on purpose: sealed where the store is on a disk.
  const answers = feedback.map(({ comment: _comment, ...rest }) => rest);
  return `${harness.logs.join('\n')}\n${figures}\n${JSON.stringify(decisions)}\n${JSON.stringify(answers)}`;
}

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  request(harness.app)
    .post(path)
    .set({ 'content-type': 'application/json', ...headers })
    .send(JSON.stringify(body));

describe('a word of the patient’s', () => {
  it('in any member of a call, as its value or its name, is in no log, figure, record or refusal', async () => {
    expect(PLACES.length).toBeGreaterThan(60);
    const told: string[] = [];
    for (const path of PLACES)
      for (const value of [CANARY, { [CANARY]: CANARY }, [CANARY]]) {
        const answer = await post('/cds-services/pgx-order-sign', mutated(sound, path, value), { 'genehook-bench': '1' });
        if (answer.status !== 200 && answer.text.includes(CANARY)) told.push(`${path.join('.')}: refusal`);
        if (JSON.stringify(answer.headers).includes(CANARY)) told.push(`${path.join('.')}: header`);
        if (answer.status >= 500) told.push(`${path.join('.')}: ${answer.status}`);
      }
    expect(told).toEqual([]);
    const text = await kept();
    expect(text.length).toBeGreaterThan(10_000);
    expect(text.split('\n').filter((line) => line.includes(CANARY))).toEqual([]);
  });

  it('in a path, a query, a header or a broken body is in none of them either', async () => {
    const answers = await Promise.all([
      post(`/cds-services/${CANARY}`, sound),
      post(`/cds-services/pgx-order-sign/${CANARY}?${CANARY}=${CANARY}`, sound),
      request(harness.app).get(`/${CANARY}?patient=${CANARY}`),
      post('/cds-services/pgx-order-sign', sound, {
        origin: `https://${CANARY}.example`,
        'user-agent': CANARY,
        authorization: `Bearer ${CANARY}`,
      }),
      post('/cds-services/pgx-order-sign', sound, { 'content-type': `text/${CANARY}` }),
      request(harness.app).post('/cds-services/pgx-order-sign').set('content-type', 'application/json').send(`{"patient":"${CANARY}",`),
      post('/panel/report', sound, { authorization: `Bearer ${CANARY}` }),
      post('/cds-services/pgx-order-sign/feedback', { feedback: [{ card: CANARY, outcome: CANARY, outcomeTimestamp: CANARY }] }),
    ]);
    for (const answer of answers)
      if (answer.status !== 200) expect(`${answer.text}${JSON.stringify(answer.headers)}`).not.toContain(CANARY);
    expect((await kept()).split('\n').filter((line) => line.includes(CANARY))).toEqual([]);
  });
});
