/** The panel's API reads FHIR servers for whoever brings a token: a flood of it must not keep orders waiting. */
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import request from 'supertest';
import { expect, it } from 'vitest';
import { createTestApp, ISSUER, orderSign } from './harness.ts';
import { startFhirDouble } from './fhir-double.ts';

it('a quarter of the room for calls is the panel’s; orders are answered while it is full', async () => {
  const fhir = await startFhirDouble(() => undefined);
  const ehr = { name: 'EHR', issuer: ISSUER, fhirServers: [fhir.base], profile: 'generic', allowInsecureLoopback: true };
  const trust = { ehrs: [ehr], publicUrl: 'http://127.0.0.1:4020', auth: 'off' };
  const { app } = createTestApp({ trust, limits: { concurrentCalls: 8 } });
  const report = (who: string) =>
    request(app)
      .post('/panel/report')
      .set({ 'content-type': 'application/json', authorization: `Bearer ${who}` })
      .send(JSON.stringify({ fhirServer: fhir.base, patientId: 'p1' }));
  const waiting = ['one', 'another'].map((who) =>
    report(who)
      .then(({ status }) => status)
      .catch(() => 0),
  );
  await expect.poll(() => new Set(fhir.asked.map(({ authorization }) => authorization)).size).toBe(2);
  const refused = await report('third');
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1']);
  const order = await request(app)
    .post('/cds-services/pgx-order-sign')
    .set('content-type', 'application/json')
    .send(JSON.stringify(orderSign()));
  expect(order.status).toBe(200);
  await fhir.close();
  await Promise.all(waiting);
});

it('a call that never ends takes no place, and an address that is all slashes no time', async () => {
  const { app } = createTestApp({ limits: { concurrentCalls: 4 } });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const head =
    'POST /panel/report HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nauthorization: Bearer x\r\ncontent-length: 999\r\n\r\n{';
  const endless = Array.from({ length: 3 }, () => connect({ port, host: '127.0.0.1' }));
  await Promise.all(
    endless.map(async (socket) => {
      await once(socket, 'connect');
      await new Promise((sent) => socket.write(head, sent));
    }),
  );
  const slashes = `https://ehr.example.org${'/'.repeat(60_000)}x`;
  const began = process.cpuUsage();
  const answer = await fetch(`http://127.0.0.1:${port}/panel/report`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
    body: JSON.stringify({ fhirServer: slashes, patientId: 'p1' }),
  });
  const { user } = process.cpuUsage(began);
  expect([answer.status, user < 1_000_000]).toEqual([403, true]);
  for (const socket of endless) socket.destroy();
  server.closeAllConnections();
  server.close();
});
