/** Every command of every guide is run, in the guide's own order, in a clean copy of the checkout. What cannot be run here is said loudly. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../fixtures/sandbox/ports.ts';
import { postgresPrograms, postgresUser, startPostgres, type TestPostgres } from '../service/postgres.ts';
import { builtCopy, emptyStore, isInstalled, ROOT, workingCopy } from './clean-copy.ts';
import { readGuide, stepsIn } from './read-guide.ts';
import { putReleases, written } from './releases.ts';
import { walk } from './walk.ts';

/** Half a minute in all on a quiet machine; much longer where everything is tested at once. */
vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 });

const DOCS = join(ROOT, 'docs');
/** Other pages are generated, or belong to parts that test them themselves. */
const guides = [
  'connect-epic.md',
  'connect-oracle.md',
  'connect-own-client.md',
  'run-in-docker.md',
  'run-in-kubernetes.md',
  'go-live.md',
  'monitor.md',
  'backup-and-restore.md',
  'update-knowledge.md',
];
/** The orders of the acceptance. */
const { orders: ORDERS } = JSON.parse(readFileSync(join(ROOT, 'cds-service', 'acceptance', 'orders.json'), 'utf8')) as {
  readonly orders: readonly { readonly expect: readonly unknown[] }[];
};
/** Guides that are about the store make theirs themselves. */
const ABOUT_THE_STORE = new Set(['backup-and-restore.md', 'update-knowledge.md', 'run-in-docker.md', 'run-in-kubernetes.md']);

const programs = ['bash', 'curl', 'openssl'].filter((program) => !isInstalled(program));
const hasPostgres = postgresPrograms() !== null && postgresUser() !== null && isInstalled('psql') && isInstalled('pg_dump');
if (programs.length > 0) console.warn(`SKIPPED: the guides (no ${programs.join(', ')} here)`);
if (!hasPostgres) console.warn('SKIPPED: the PostgreSQL steps of the guides (no PostgreSQL that can be started here)');
console.warn('The guides: docker and kubectl are stand-ins that check files, names and settings and run the image’s own command here.');

describe.skipIf(programs.length > 0)('guides', () => {
  let built: string;
  let store: string;
  let postgres: TestPostgres | undefined;
  let address: string | undefined;

  beforeAll(async () => {
    built = builtCopy();
    store = emptyStore(built);
    if (!hasPostgres) return;
    postgres = await startPostgres();
    address = new URL(postgres.url).host;
    const made = spawnSync('psql', [postgres.url, '-c', 'create database site']);
    expect(made.status).toBe(0);
  });
  afterAll(() => {
    postgres?.stop();
    if (built !== undefined) rmSync(dirname(built), { recursive: true, force: true });
  });

  /** Files that a guide promises, and what must stand in them. */
  const promised: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
    'connect-epic.md': { 'site/epic-sheet.md': /pgx-order-sign/ },
    'connect-oracle.md': { 'site/oracle-sheet.md': /pgx-patient-view/ },
    'connect-own-client.md': { 'site/discovery.json': /pgx-order-sign/, 'site/answer.json': /avoid clopidogrel/ },
    'go-live.md': {
      'site/acceptance-core.md': new RegExp(`${ORDERS.length} of ${ORDERS.length} orders as expected`),
      'site/acceptance-service.md': /Signed as \| https:\/\/acceptance\.hospital\.example/,
      'site/acceptance-ours.md': new RegExp(`${ORDERS.length} of ${ORDERS.length}`),
      'site/request-conformance.md': /order-sign/,
      'site/reports.ndjson': /"reportVersion":"1"/,
    },
    'monitor.md': { 'site/metrics.txt': /genehook_call_seconds/, 'site/model-counts.json': /\{/ },
    'update-knowledge.md': { 'site/pgx-next.json': /examplumab/, 'site/acceptance.md': /NOT accepted/, 'site/drugs.json': /examplumab/ },
  };

  it.concurrent.each(guides)('%s', async (name) => {
    const folder = join(dirname(built), name.replace('.md', ''));
    workingCopy(built, folder, { own: name === 'update-knowledge.md' });
    putReleases(folder);
    if (!ABOUT_THE_STORE.has(name))
      for (const data of ['data', join('site', 'data')]) cpSync(store, join(folder, data), { recursive: true });
    const port = await freePort(0);
    const steps = readGuide(join(DOCS, name));
    expect(steps.length, 'a guide without a command').toBeGreaterThan(0);
    const { ran, skipped } = await walk(steps, { folder, port, ...(address === undefined ? {} : { postgres: address }) });
    for (const step of skipped) console.warn(`SKIPPED in ${name}, ${step}`);
    expect(ran + skipped.length).toBe(steps.length);
    for (const [path, content] of Object.entries(promised[name] ?? {})) expect(written(folder, path), path).toMatch(content);
  });
});

describe('the texts of the guides', () => {
  const pages = ['README.md', ...guides];

  it.each(pages)('%s: every link leads somewhere', (name) => {
    const text = readFileSync(join(DOCS, name), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      if (/^https?:/.test(target) || target === 'connect-medplum.md') continue;
      expect(existsSync(join(DOCS, target)), `${name} → ${target}`).toBe(true);
    }
  });

  it.each(guides)('%s is on the index, and one page', (name) => {
    expect(readFileSync(join(DOCS, 'README.md'), 'utf8')).toContain(`(${name})`);
    expect(readFileSync(join(DOCS, name), 'utf8').split('\n').length).toBeLessThan(150);
  });

  it('every figure named in monitor.md is one that the service gives, and every alert reads such a figure', () => {
    const known = new Set(
      [...readFileSync(join(ROOT, 'cds-service', 'operation', 'metrics.ts'), 'utf8').matchAll(/'(genehook_\w+)'/g)].map(([, name]) => name),
    );
    const named = [...readFileSync(join(DOCS, 'monitor.md'), 'utf8').matchAll(/genehook_[a-z_]+/g)].map(([name]) =>
      name.replace(/_(bucket|count|sum)$/, ''),
    );
    expect(named.filter((name) => name !== 'genehook_' && !known.has(name))).toEqual([]);
    expect([...known].filter((name) => name !== undefined && !named.includes(name))).toEqual([]);
  });

  it('go-live.md says how many orders the acceptance holds, and how many stay silent', () => {
    const silent = ORDERS.filter(({ expect: cards }) => cards.length === 0).length;
    const said = `${ORDERS.length} orders of synthetic patients: ${ORDERS.length - silent} that must bring a card, ${silent} that must stay silent`;
    expect(readFileSync(join(DOCS, 'go-live.md'), 'utf8')).toContain(said);
  });

  it('every event of the log and every trouble of the store stand in monitor.md', () => {
    const guide = readFileSync(join(DOCS, 'monitor.md'), 'utf8');
    const sources = readdirSync(join(ROOT, 'cds-service'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => readFileSync(join(ROOT, 'cds-service', path), 'utf8'))
      .join('\n');
    const said = (pattern: RegExp): string[] => [...new Set([...sources.matchAll(pattern)].flatMap(([, word]) => word ?? []))];
    const events = said(/\blog\.(?:info|warn|error)\('([^']+)'/g);
    const troubles = said(/\bonTrouble(?:\?\.)?\('([^']+)'/g);
    expect([events.length, troubles.length]).toEqual([expect.toSatisfy((count: number) => count > 9), 5]);
    expect([...events, ...troubles].filter((word) => !guide.includes(`\`${word}\``))).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a shell block that would not be run', '```bash\nls\n```\n', 'marked sh'],
    ['a block that does not end', '```sh\nls\n', 'does not end'],
    ['a note that the test does not know', '<!-- test: sometimes -->\n```sh\nls\n```\n', 'does not know'],
    ['a note without a block', '<!-- test: background -->\ntext\n', 'right before its block'],
    ['a skip without a reason', '<!-- test: never -->\n```sh\nls\n```\n', 'does not know'],
  ])('refuses %s', (_name, text, message) => expect(() => stepsIn(text)).toThrow(message));
});
