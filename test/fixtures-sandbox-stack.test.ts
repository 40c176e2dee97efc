/** Sandbox and service together: free ports, readiness, a clean end, and a plain word when the service does not start. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../fixtures/sandbox/stack.ts';

describe('the stack that npm start runs', () => {
  let taken: Server;
  let port = 0;
  let stack: Stack;
  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    stack = await startStack({ sandboxPort: port, servicePort: port });
  });
  afterAll(async () => {
    await stack?.stop();
    taken.close();
  });

  it('takes other ports when the wanted ones are in use, on loopback only', () => {
    for (const url of [stack.url, stack.serviceUrl]) {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(url).not.toContain(`:${port}`);
    }
    expect(stack.url).not.toBe(stack.serviceUrl);
  });
  it('is ready: the service trusts the sandbox and answers its first hook without a fault', async () => {
    const response = await fetch(`${stack.url}/api/patients/no-result/hooks/patient-view`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const answers = (await response.json()) as { service: string; problem?: string }[];
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.map((answer) => answer.problem)).toEqual(answers.map(() => undefined));
  });
  it('the service refuses a caller without the sandbox’s key', async () => {
    expect((await fetch(`${stack.serviceUrl}/cds-services/pgx-patient-view`, { method: 'POST', body: '{}' })).status).toBe(401);
  });
  it('stops everything and leaves nothing behind', async () => {
    await stack.stop();
    await expect(fetch(`${stack.url}/fhir/metadata`)).rejects.toThrow();
    await expect(fetch(`${stack.serviceUrl}/readyz`)).rejects.toThrow();
    expect(existsSync(stack.folder)).toBe(false);
  });
});

describe('a service that does not start', () => {
  it('is reported with what it said', async () => {
    const missing = `${tmpdir()}/no-such-trust-file.json`;
    expect(existsSync(missing)).toBe(false);
    await expect(startStack({ serviceSettings: { GENEHOOK_TRUST: missing } })).rejects.toThrow(
      /ended before it was ready[\s\S]*GENEHOOK_TRUST/,
    );
  });
});
