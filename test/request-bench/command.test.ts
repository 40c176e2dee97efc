/** `genehook hook …` as a person runs it: exit codes, what is printed, and that nothing else was lost from the command. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createPlain, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Command, CommanderError } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { registerHook } from '../../cds-service/cli/hook.ts';
import { capturedIn } from '../../cds-service/request-bench/captured.ts';
import { benchRequest } from '../bench/order-sign-request.ts';
import { createTestApp, orderSign } from '../service/harness.ts';
import { selfSigned } from './certificate.ts';
import { program, ROOT } from '../service/program.ts';

let folder = '';
let service: Server;
let url = '';
let closed = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'genehook-hook-'));
  const { app } = createTestApp();
  service = createPlain((request, response) => app(request, response));
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const gone = createPlain();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  closed = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
  await new Promise((resolve) => gone.close(resolve));
});
afterAll(() => {
  service.closeAllConnections();
  service.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
  return path;
};

/** As its own process. */
function run(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const command = [...program('cli/main'), 'hook', ...args];
    execFile(process.execPath, command, { cwd: ROOT, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

/** The same command in this process, which is quicker. */
async function genehook(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const out = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void (said.out += `${String(line)}\n`));
  const err = vi.spyOn(console, 'error').mockImplementation((line: unknown) => void (said.err += `${String(line)}\n`));
  const program = new Command('genehook').exitOverride().configureOutput({ writeErr: (text) => void (said.err += text) });
  registerHook(program);
  try {
    await program.parseAsync(['hook', ...args], { from: 'user' });
    return { code: Number(process.exitCode ?? 0), ...said };
  } catch (error) {
    if (error instanceof CommanderError) return { code: error.exitCode, ...said };
    throw error;
  } finally {
    process.exitCode = undefined;
    out.mockRestore();
    err.mockRestore();
  }
}

describe('genehook hook FILE', () => {
  it('answers here without --url: real knowledge, real cards, in words', async () => {
    const { code, out } = await run([file('order.json', benchRequest()), '--date', '2026-11-21']);
    expect(code).toBe(0);
    expect(out).toMatch(/→ pgx-order-sign, answered here/);
    expect(out).toMatch(/→ oncology-order-sign, answered here/);
    expect(out).toMatch(/laboratory\s+used \(36\)/);
    expect(out).toMatch(/CAUTION\n│ CYP2C19 poor metabolizer/);
    expect(out).toMatch(/interpret \d/);
    expect(out).not.toContain('\u001B');
  }, 300_000);

  it('calls a service, as text and as JSON', async () => {
    const path = file('call.json', orderSign());
    const text = await genehook([path, '--url', url, '--service', 'pgx-order-sign']);
    expect([text.code, text.out]).toEqual([0, expect.stringMatching(/: 200 in [\d.]+ ms[\s\S]*STOP[\s\S]*nothing deviates/) as string]);
    const { code, out } = await genehook([path, '--url', url, '--json']);
    const trials = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { service: string; cards: unknown[]; keys: unknown[] });
    expect([code, trials.map(({ service: id, cards }) => [id, cards.length])]).toEqual([
      0,
      [
        ['pgx-order-sign', 1],
        ['oncology-order-sign', 1],
      ],
    ]);
  }, 300_000);

  it.each<[string, () => readonly string[], number, RegExp]>([
    ['what is no JSON', () => [file('broken.json', '{"hook":'), '--url', url], 2, /broken\.json: not JSON/],
    ['JSON that is no hook request', () => [file('other.json', { a: 1 }), '--url', url], 2, /holds no hook request/],
    ['a file that is not there', () => [join(folder, 'gone.json'), '--url', url], 2, /is not there/],
    [
      'a key that is no key',
      () => [file('call.json', orderSign()), '--url', url, '--iss', 'x', '--key', file('key.pem', 'abc')],
      2,
      /neither PEM nor JSON/,
    ],
    [
      'a public key',
      () => [file('call.json', orderSign()), '--url', url, '--iss', 'x', '--key', file('key.jwk', { kty: 'EC' })],
      2,
      /no private key/,
    ],
    ['a request that the service refuses', () => [file('bad.json', { ...orderSign(), hookInstance: 5 }), '--url', url], 3, /hookInstance/],
    [
      'a hook that nobody serves',
      () => [file('hook.json', { ...orderSign(), hook: 'order-dispatch' }), '--url', url],
      3,
      /No service is offered/,
    ],
    ['a port where nothing listens', () => [file('call.json', orderSign()), '--url', closed], 1, /Nothing listens/],
    [
      'a port that HTTP clients never call',
      () => [file('call.json', orderSign()), '--url', 'http://127.0.0.1:9'],
      1,
      /port that HTTP clients refuse/,
    ],
  ])(
    '%s',
    async (_name, args, expected, says) => {
      const { code, out, err } = await genehook(args());
      expect([code, `${out}${err}`]).toEqual([expected, expect.stringMatching(says) as string]);
      expect(err).not.toMatch(/\n\s+at /);
    },
    60_000,
  );

  it('an expired certificate, one for another name, one of an unknown authority', async () => {
    const day = 86_400_000;
    const now = Date.now();
    const servers = [
      selfSigned('localhost', new Date(now - 30 * day), new Date(now - day)),
      selfSigned('cds.example.org', new Date(now - day), new Date(now + day)),
      selfSigned('localhost', new Date(now - day), new Date(now + day)),
    ].map((pair) => ({ ...pair, server: createServer(pair, (_request, response) => response.end('{}')) }));
    const path = file('call.json', orderSign());
    const said: string[] = [];
    for (const [index, { server, cert }] of servers.entries()) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const trusted = index === 2 ? {} : { NODE_EXTRA_CA_CERTS: file(`ca-${index}.pem`, cert) };
      const { code, out } = await run([path, '--url', `https://localhost:${(server.address() as AddressInfo).port}`], trusted);
      server.close();
      said.push(`${code} ${out}`);
    }
    expect(said).toEqual(
      [/^1 [\s\S]*has expired/, /^1 [\s\S]*made for another name/, /^1 [\s\S]*not signed by an authority/].map(
        (says) => expect.stringMatching(says) as string,
      ),
    );
  }, 300_000);

  it('one conformance page over a folder of several forms of capture', async () => {
    const many = join(folder, 'captures');
    mkdirSync(many);
    const odd = { ...orderSign(), hookInstance: 'not-a-uuid' };
    writeFileSync(join(many, 'a.ndjson'), `${JSON.stringify(orderSign())}\n${JSON.stringify(odd)}\n`);
    const har = {
      log: {
        entries: [
          {
            request: {
              method: 'POST',
              url: 'https://x.example.org/cds-services/pgx-order-sign/',
              headers: [{ name: 'Content-Type', value: 'text/plain' }],
              postData: { text: JSON.stringify(odd) },
            },
          },
        ],
      },
    };
    writeFileSync(join(many, 'b.har'), JSON.stringify(har, null, 2));
    const { code, out } = await genehook([many, '--url', url, '--service', 'pgx-order-sign', '--report', 'md']);
    expect(code).toBe(0);
    expect(out).toContain('3 requests (order-sign: 3)');
    expect(out).toMatch(/\| `\$\.hookInstance` \| a text that is no UUID \|.*\| breaks the standard \| 2 of 3 \|/);
    expect(out).toMatch(/HTTP header Content-Type` \| another type \|.*Refused with 415/);
    const widths = new Set(
      out
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.replaceAll('\\|', '').split('|').length),
    );
    expect([...widths]).toEqual([9]);
    const json = await genehook([many, '--url', url, '--report', 'json']);
    expect(JSON.parse(json.out)).toMatchObject({ requests: 3, hooks: { 'order-sign': 3 } });
  }, 300_000);

  it('hook prefetch and hook answer are still there, with options of their own', async () => {
    const table = await genehook(['prefetch', '--service', 'pgx-patient-view']);
    expect([table.code, table.out.startsWith('## pgx-patient-view'), table.out.match(/^## /gm)?.length]).toEqual([0, true, 1]);
    const answer = await genehook(['answer', 'pgx-order-sign', file('order.json', benchRequest()), '--date', '2026-11-21']);
    expect([answer.code, (JSON.parse(answer.out) as { cards: unknown[] }).cards.length]).toEqual([0, 2]);
  }, 300_000);
});

describe('captured requests', () => {
  it('are found in every form', () => {
    const body = orderSign();
    const found = (value: unknown): number => capturedIn(value, 'x').length;
    expect(
      [
        body,
        { request: { body } },
        { body },
        { request: { postData: { text: JSON.stringify(body) } } },
        [body, { request: body }],
        { log: { entries: [{ request: { body } }] } },
      ].map(found),
    ).toEqual([1, 1, 1, 1, 2, 1]);
    expect([null, 7, 'x', [], {}, { request: {} }, { log: { entries: 3 } }, { body: '{' }].map(found)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('of any JSON never break the reading', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => capturedIn(value, 'x').every(({ label }) => label.startsWith('x'))));
  });
});
