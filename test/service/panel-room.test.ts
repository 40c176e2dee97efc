/** The panel's API reads FHIR servers for whoever brings a token: a flood of it must not keep orders waiting. */
import request from 'supertest';
import { expect, it } from 'vitest';
import { createTestApp, ISSUER, orderSign } from './harness.ts';
import { startFhirDouble } from './fhir-double.ts';

it('a quarter of the room for calls is the panel’s; orders are answered while it is full', async () => {
  const fhir = await startFhirDouble(() => undefined);
  const ehr = { name: 'EHR', issuer: ISSUER, fhirServers: [fhir.base], profile: 'generic', allowInsecureLoopback: true };
  const trust = { ehrs: [ehr], publicUrl: 'http://127.0.0.1:4020', auth: 'off' };
  const { app } = createTestApp({ trust, limits: { concurrentCalls: 8 } });
  const report = () =>
    request(app)
      .post('/panel/report')
      .set({ 'content-type': 'application/json', authorization: 'Bearer someone' })
      .send(JSON.stringify({ fhirServer: fhir.base, patientId: 'p1' }));
  const waiting = [report(), report()].map((sent) => sent.then(({ status }) => status).catch(() => 0));
  await expect.poll(() => fhir.asked.length > 0 && fhir.asked.length % 2 === 0, { timeout: 5_000 }).toBe(true);
  const refused = await report();
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1']);
  const order = await request(app)
    .post('/cds-services/pgx-order-sign')
    .set('content-type', 'application/json')
    .send(JSON.stringify(orderSign()));
  expect(order.status).toBe(200);
  await fhir.close();
  await Promise.all(waiting);
});
