/**
 * Speed of the service, as ratios to a bare Express echo of the same bytes in the same run on the same machine.
 *
 *   npm run build && npx tsx test/bench/service.bench.ts [--count 4000] [--soak 200000] [--workers 1]
 *
 * Every request has its own hookInstance; `repeat` sends one chart again and again (order-select, order-sign …), `fresh` changes
 * the chart each time. The figures go to test/bench/results/service.json.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clientToken, ISSUER, signingKey, type SigningKey } from '../service/harness.ts';
import { load, type LoadResult } from './load.ts';
import { benchRequest } from './order-sign-request.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '4000' },
    soak: { type: 'string', default: '0' },
    workers: { type: 'string', default: '1' },
    dist: { type: 'string', default: 'dist' },
    connections: { type: 'string', default: '16' },
  },
});
const count = Number(values.count);
const connections = Number(values.connections);
const SERVICE = '/cds-services/pgx-order-sign';
const PORT = 20_000 + Math.floor(Math.random() * 20_000);
const PUBLIC = `http://127.0.0.1:${PORT}`;
const folder = mkdtempSync(join(tmpdir(), 'genehook-bench-'));

interface Running {
  readonly url: string;
  readonly ready: number;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

async function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /listening on (\S+)/.exec(chunk.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}`)));
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { url, ready: performance.now() - began, child, stop };
}

function startGenehook(trust: object): Promise<Running> {
  writeFileSync(join(folder, 'trust.json'), JSON.stringify(trust));
  rmSync(join(folder, 'data'), { recursive: true, force: true });
  return start([join(ROOT, values.dist, 'cds-service', 'main.js')], {
    PORT: String(PORT),
    GENEHOOK_TRUST: join(folder, 'trust.json'),
    GENEHOOK_DATA: join(folder, 'data'),
    GENEHOOK_WORKERS: values.workers,
  });
}

const template = JSON.stringify(benchRequest());
const instance = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const repeat = (index: number): Buffer => Buffer.from(template.replace(instance, instance.slice(0, -12) + String(index).padStart(12, '0')));
const fresh = (index: number): Buffer => Buffer.from(template.replace(instance, randomUUID()).replaceAll('lab-', `lab-${index}-`));

function trustWith(keys: readonly SigningKey[], auth: 'required' | 'off'): object {
  const jwks = keys.length === 0 ? {} : { jwks: { keys: keys.map(({ publicJwk }) => publicJwk) } };
  return { ehrs: [{ name: 'Bench', issuer: ISSUER, ...jwks, fhirServers: [`${ISSUER}/R4`], profile: 'generic' }], publicUrl: PUBLIC, auth };
}

async function tokens(key: SigningKey, many: number): Promise<string[]> {
  const made: string[] = [];
  while (made.length < many) {
    const batch = Math.min(64, many - made.length);
    made.push(
      ...(await Promise.all(
        Array.from({ length: batch }, () =>
          clientToken(key, `${PUBLIC}${SERVICE}`, { claims: { exp: Math.floor(Date.now() / 1000) + 3000 } }),
        ),
      )),
    );
  }
  return made;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const warmUp = 400;
const figures: Record<string, LoadResult & { ratio?: number }> = {};

async function measure(
  name: string,
  url: string,
  bodies: (index: number) => Buffer,
  jwts: readonly string[] | null,
  many: number,
  lines: number,
) {
  const headers = (offset: number) => (index: number) =>
    (jwts === null ? {} : { authorization: `Bearer ${jwts[index + offset] ?? ''}` }) as Record<string, string>;
  const warm = jwts === null ? warmUp : Math.min(warmUp, jwts.length - many);
  await load({ url, bodies, headers: headers(0), count: warm, connections: lines });
  const result = await load({ url, bodies: (index) => bodies(index + warm), headers: headers(warm), count: many, connections: lines });
  const echo = figures[`echo ${lines}`];
  figures[name] = { ...result, ...(echo === undefined ? {} : { ratio: result.perSecond / echo.perSecond }) };
  const ratio = figures[name].ratio;
  say(
    `${name.padEnd(30)} ${result.perSecond.toFixed(0).padStart(6)}/s  p50 ${result.p50.toFixed(2)}  p95 ${result.p95.toFixed(2)}  p99 ${result.p99.toFixed(2)} ms` +
      `${ratio === undefined ? '' : `  ratio ${ratio.toFixed(2)}`}${result.failed === 0 ? '' : `  FAILED ${result.failed}`}`,
  );
}

async function keyRun(alg: 'RS384' | 'ES384'): Promise<void> {
  const key = await signingKey(alg);
  const jwts = await tokens(key, count + warmUp);
  const service = await startGenehook(trustWith([key], 'required'));
  await measure(`${alg} repeat`, service.url + SERVICE, repeat, jwts, count, connections);
  await service.stop();
}

async function memoryOf(child: ChildProcess): Promise<number> {
  const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

try {
  say(`${Buffer.byteLength(template)} bytes, ${cpus().length} cores, Node ${process.version}, workers ${values.workers}`);
  const echo = await start([join(ROOT, 'test', 'bench', 'echo.mjs')]);
  await measure('echo 1', echo.url, repeat, null, Math.ceil(count / 2), 1);
  await measure(`echo ${connections}`, echo.url, repeat, null, count, connections);
  await echo.stop();
  const open = await startGenehook(trustWith([], 'off'));
  say(`cold start ${open.ready.toFixed(0)} ms`);
  await measure('no JWT, repeat 1', open.url + SERVICE, repeat, null, Math.ceil(count / 2), 1);
  await measure('no JWT, repeat', open.url + SERVICE, repeat, null, count, connections);
  await measure('no JWT, fresh 1', open.url + SERVICE, fresh, null, 500, 1);
  await measure('no JWT, fresh', open.url + SERVICE, fresh, null, 1000, connections);
  const soak = Number(values.soak);
  for (let done = 0; done < soak; done += 20_000) {
    await load({ url: open.url + SERVICE, bodies: repeat, headers: () => ({}), count: 20_000, connections });
    say(`after ${done + 20_000} requests: ${(await memoryOf(open.child)).toFixed(0)} MB resident`);
  }
  await open.stop();
  await keyRun('RS384');
  await keyRun('ES384');
  mkdirSync(join(ROOT, 'test', 'bench', 'results'), { recursive: true });
  const when = new Date().toISOString();
  writeFileSync(
    join(ROOT, 'test', 'bench', 'results', 'service.json'),
    `${JSON.stringify({ when, node: process.version, workers: values.workers, figures }, null, 2)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
