/**
 * Speed of the service against a bare Express echo of the same bytes: in the same run, on the same machine, with the same number
 * of answering processes. Beside the requests per second stands the CPU time per request of each, over all its processes and
 * threads: on a machine that others use too it is the steadier measure.
 *
 *   npm run build && npx tsx test/bench/service.bench.ts [--count 4000] [--workers 1,2] [--only start,open,RS384,ES384]
 *   npx tsx test/bench/service.bench.ts --only soak --soak 200000      (memory over many requests; or --minutes 10)
 *
 * `same bytes` is one request again and again, `same chart` has a new hookInstance each time (order-select, order-sign …),
 * `new chart` has resources that were never seen. The figures go to test/bench/results/service.json.
 */
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { clientToken, ISSUER, signingKey, type SigningKey } from '../service/harness.ts';
import { BODIES, BODY_BYTES, type BodyKind } from './bench-bodies.ts';
import { load, stretch, summed, type LoadResult, type Stretch } from './load.ts';
import { startMeasured, type Measured } from './measured-process.ts';
import { soak } from './soak.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '4000' },
    workers: { type: 'string', default: `1,${cpus().length}` },
    only: { type: 'string', default: 'start,open,RS384,ES384' },
    soak: { type: 'string', default: '200000' },
    minutes: { type: 'string', default: '0' },
    dist: { type: 'string', default: 'dist' },
    connections: { type: 'string', default: '16' },
  },
});
const count = Number(values.count);
const connections = Number(values.connections);
const wanted = new Set(values.only.split(','));
const SERVICE = '/cds-services/pgx-order-sign';
const PORT = 20_000 + Math.floor(Math.random() * 20_000);
const PUBLIC = `http://127.0.0.1:${PORT}`;
const WARM_UP = 500;
/** The embedded database is WebAssembly: its code becomes fast, in the background, over its first thousands of statements. */
const STORE_WARM_UP = 6_000;
const folder = mkdtempSync(join(tmpdir(), 'genehook-bench-'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Figure extends LoadResult {
  readonly cpuMs: number;
  /** The echo in the same seconds. */
  readonly echo: LoadResult & { readonly cpuMs: number };
  /** Requests per second, and CPU per request, as shares of the echo's. */
  readonly ratio: number;
  readonly cpuRatio: number;
}
const figures: Record<string, Figure | number> = {};

function startEcho(processes: number): Promise<Measured> {
  return startMeasured([join(ROOT, 'test', 'bench', 'echo.mjs')], { ECHO_PROCESSES: String(processes), PORT: '0' });
}

function startGenehook(keys: readonly SigningKey[], processes: number): Promise<Measured> {
  const jwks = keys.length === 0 ? {} : { jwks: { keys: keys.map(({ publicJwk }) => publicJwk) } };
  const ehrs = [{ name: 'Bench', issuer: ISSUER, ...jwks, fhirServers: [`${ISSUER}/R4`], profile: 'generic' }];
  writeFileSync(join(folder, 'trust.json'), JSON.stringify({ ehrs, publicUrl: PUBLIC, auth: keys.length === 0 ? 'off' : 'required' }));
  rmSync(join(folder, 'data'), { recursive: true, force: true });
  return startMeasured([join(ROOT, values.dist, 'cds-service', 'main.js')], {
    PORT: String(PORT),
    GENEHOOK_TRUST: join(folder, 'trust.json'),
    GENEHOOK_DATA: join(folder, 'data'),
    GENEHOOK_WORKERS: String(processes),
    GENEHOOK_RATE_PER_MINUTE: '100000000',
  });
}

async function tokens(key: SigningKey, many: number): Promise<string[]> {
  const claims = { exp: Math.floor(Date.now() / 1000) + 3000 };
  const made: string[] = [];
  while (made.length < many)
    made.push(...(await Promise.all(Array.from({ length: 64 }, () => clientToken(key, `${PUBLIC}${SERVICE}`, { claims })))));
  return made;
}

interface Run {
  readonly name: string;
  readonly service: Measured;
  readonly echo: Measured;
  readonly kind: BodyKind;
  readonly lines: number;
  readonly many: number;
  readonly jwts?: readonly string[];
}

/** Echo and service take turns in short stretches, so that whatever else the machine does meets both alike. */
const STRETCHES = 10;

let used = 0;
async function measure({ name, service, echo, kind, lines, many, jwts }: Run): Promise<void> {
  const token = jwts === undefined ? {} : { token: () => jwts[used++] ?? '' };
  const each = Math.ceil(many / STRETCHES);
  let sent = 0;
  const turn = async (on: Measured, path: string, count: number, extra: object): Promise<{ one: Stretch; cpu: number }> => {
    const first = sent;
    sent += count;
    const before = on.cpuSeconds();
    const url = `${on.url}${path}`;
    const one = await stretch({ url, body: (index) => BODIES[kind](first + index), ...extra, count, connections: lines });
    return { one, cpu: on.cpuSeconds() - before };
  };
  const ours: { one: Stretch; cpu: number }[] = [];
  const theirs: { one: Stretch; cpu: number }[] = [];
  await turn(service, SERVICE, Math.min(WARM_UP, many), token);
  await turn(echo, '/', Math.min(WARM_UP, many), {});
  for (let index = 0; index < STRETCHES; index += 1) {
    ours.push(await turn(service, SERVICE, each, token));
    theirs.push(await turn(echo, '/', each, {}));
  }
  const total = (turns: typeof ours) => {
    const result = summed(turns.map(({ one }) => one));
    return { ...result, cpuMs: (turns.reduce((sum, { cpu }) => sum + cpu, 0) / result.count) * 1000 };
  };
  const [own, its] = [total(ours), total(theirs)];
  const figure: Figure = { ...own, echo: its, ratio: own.perSecond / its.perSecond, cpuRatio: its.cpuMs / own.cpuMs };
  figures[name] = figure;
  say(
    `${name.padEnd(44)} ${own.perSecond.toFixed(0).padStart(5)}/s  p50 ${own.p50.toFixed(2)}  p95 ${own.p95.toFixed(2)}  p99 ${own.p99.toFixed(2)} ms` +
      `  CPU ${own.cpuMs.toFixed(2)} ms | echo ${its.perSecond.toFixed(0)}/s  CPU ${its.cpuMs.toFixed(2)} ms | ratio ${figure.ratio.toFixed(2)}` +
      `${own.failed + its.failed === 0 ? '' : `  FAILED ${own.failed}, ${its.failed}`}`,
  );
}

async function compare(processes: number): Promise<void> {
  const label = processes === 1 ? '1 process' : `${processes} processes`;
  say(`\n${label} each, load average ${loadavg()[0]?.toFixed(1) ?? '?'}`);
  const echo = await startEcho(processes);
  if (wanted.has('open')) {
    const service = await startGenehook([], processes);
    await load({ url: service.url + SERVICE, body: BODIES['same chart'], count: STORE_WARM_UP, connections });
    for (const kind of ['same bytes', 'same chart', 'new chart'] as const) {
      const many = kind === 'new chart' ? Math.ceil(count * 0.4) : count;
      await measure({ service, echo, kind, lines: 1, many: Math.ceil(many / 2), name: `no JWT, ${label}, ${kind}, 1 connection` });
      await measure({ service, echo, kind, lines: connections, many, name: `no JWT, ${label}, ${kind}` });
    }
    await service.stop();
  }
  const algorithms = (['RS384', 'ES384'] as const).filter((alg) => wanted.has(alg));
  if (algorithms.length > 0) {
    const keys = await Promise.all(algorithms.map((alg) => signingKey(alg)));
    const service = await startGenehook(keys, processes);
    // In its first minute the service asks the store about each token, for an earlier run may have seen it.
    await new Promise((resolve) => setTimeout(resolve, 62_000));
    for (const key of keys) {
      used = 0;
      const jwts = await tokens(key, STORE_WARM_UP + (count + WARM_UP) * 3);
      const token = () => jwts[used++] ?? '';
      await load({ url: service.url + SERVICE, body: BODIES['same chart'], token, count: STORE_WARM_UP, connections });
      const name = `${key.alg}, ${label}`;
      const run = { service, echo, jwts, kind: 'same chart', lines: connections } as const;
      await measure({ ...run, lines: 1, many: Math.ceil(count / 2), name: `${name}, same chart, 1 connection` });
      await measure({ ...run, many: count, name: `${name}, same chart` });
      await measure({ ...run, kind: 'new chart', many: Math.ceil(count * 0.4), name: `${name}, new chart` });
    }
    await service.stop();
  }
  await echo.stop();
}

/** What one signature costs by itself: no service can be cheaper per call than this. */
async function verificationCost(alg: 'RS384' | 'ES384'): Promise<void> {
  const pair = alg === 'ES384' ? generateKeyPairSync('ec', { namedCurve: 'P-384' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const input = Buffer.from('x'.repeat(400));
  const signature = sign('sha384', input, alg === 'ES384' ? { key: pair.privateKey, dsaEncoding: 'ieee-p1363' } : pair.privateKey);
  const key = { key: pair.publicKey, dsaEncoding: 'ieee-p1363' } as const;
  const times = 2_000;
  const before = process.cpuUsage();
  for (let index = 0; index < times; index += 1) {
    // As the service does it: an RSA signature at once, an elliptic one in another thread.
    const signed =
      alg === 'RS384' ? verify('sha384', input, pair.publicKey, signature) : await promisify(verify)('sha384', input, key, signature);
    if (!signed) throw new Error('not verified');
  }
  const { user, system } = process.cpuUsage(before);
  figures[`one ${alg} verification, CPU ms`] = (user + system) / times / 1000;
  say(`one ${alg} verification: ${((user + system) / times / 1000).toFixed(3)} ms of CPU`);
}

async function coldStart(): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < 5; index += 1) {
    const service = await startGenehook([], 1);
    times.push(service.ready);
    await service.stop();
  }
  times.sort((a, b) => a - b);
  figures['cold start, median ms'] = times[2] ?? 0;
  say(`cold start, 5 times: ${times.map((time) => time.toFixed(0)).join(', ')} ms (the first makes the store's folder anew each time)`);
}

try {
  say(`${BODY_BYTES} bytes, ${cpus().length} cores, Node ${process.version}, load average ${loadavg()[0]?.toFixed(1) ?? '?'}`);
  if (wanted.has('start')) await coldStart();
  for (const alg of ['RS384', 'ES384'] as const) if (wanted.has(alg)) await verificationCost(alg);
  if (['open', 'RS384', 'ES384'].some((name) => wanted.has(name)))
    for (const processes of new Set(values.workers.split(',').map(Number))) await compare(processes);
  if (wanted.has('soak')) {
    const service = await startGenehook([], Number(values.workers.split(',')[0]));
    const minutes = Number(values.minutes);
    Object.assign(figures, await soak(service, SERVICE, { connections, count: Number(values.soak), minutes, say }));
    await service.stop();
  }
  mkdirSync(join(ROOT, 'test', 'bench', 'results'), { recursive: true });
  const report = { when: new Date().toISOString(), node: process.version, cores: cpus().length, figures };
  writeFileSync(join(ROOT, 'test', 'bench', 'results', 'service.json'), `${JSON.stringify(report, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
