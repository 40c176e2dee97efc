/** What a broken proxy leaves behind, headers and a first byte, must not keep the orders of other EHRs waiting. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { clientToken, createTestApp, ISSUER, orderSign, PUBLIC_URL, signingKey, type SigningKey } from './harness.ts';

const PATH = '/cds-services/pgx-order-sign';
const OTHER = 'https://other.example.org';

async function ehrs(): Promise<{ trust: Record<string, unknown>; tokenOf: (issuer: string) => Promise<string> }> {
  const keys = new Map<string, SigningKey>([
    [ISSUER, await signingKey('ES384', 'one')],
    [OTHER, await signingKey('ES384', 'two')],
  ]);
  const trusted = [...keys].map(([issuer, { publicJwk }], index) => ({
    name: `EHR ${index}`,
    issuer,
    jwks: { keys: [publicJwk] },
    fhirServers: [`${issuer}/R4`],
    profile: 'generic',
  }));
  return {
    trust: { ehrs: trusted, publicUrl: PUBLIC_URL, auth: 'required' },
    tokenOf: async (issuer) => {
      const key = keys.get(issuer);
      if (key === undefined) throw new Error(`no key of ${issuer}`);
      return clientToken(key, `${PUBLIC_URL}${PATH}`, { claims: { iss: issuer } });
    },
  };
}

it('as many as there are places, all of one EHR: the order of another EHR is answered, one of its own is told to come again', async () => {
  const { trust, tokenOf } = await ehrs();
  const { app } = createTestApp({ trust, limits: { concurrentCalls: 8 } });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = async (issuer: string): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${port}${PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(issuer)}` },
      body: JSON.stringify(orderSign()),
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const stalled = [];
  for (let calls = 0; calls < 8; calls += 1) {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const head = `POST ${PATH} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nauthorization: Bearer ${await tokenOf(ISSUER)}\r\ncontent-length: 5000\r\n\r\n{`;
    await new Promise((sent) => socket.write(head, sent));
    stalled.push(socket);
  }
  // Its own order is refused once the stalled ones are counted; the other EHR's never is.
  await expect.poll(() => ask(ISSUER)).toBe(429);
  expect(await ask(OTHER)).toBe(200);
  for (const socket of stalled) socket.destroy();
  await expect.poll(() => ask(ISSUER)).toBe(200);
  server.closeAllConnections();
  server.close();
});
