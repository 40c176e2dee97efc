/** kill -9 in the middle of an import: the old index stays, and the next import goes on without compiling again what was safe. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { openDatabase } from '../../cds-service/store/open.ts';
import { snapshotPath } from '../../cds-service/trial-library/inbox.ts';
import { openTrials } from '../../cds-service/trial-library/shelf.ts';
import { onPostgres } from '../service/on-postgres.ts';
import { program } from '../service/program.ts';
import { endAll, startService } from '../service/running.ts';
import { nct, studies } from './synthetic-studies.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const root = packageRoot();
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'genehook-trial-kill-'));
  folders.push(made);
  return made;
};
afterEach(endAll);
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});
const fileOf = (name: string, from: number, count: number): string => {
  const path = join(folder(), name);
  writeFileSync(
    path,
    studies(count, from)
      .map((one) => JSON.stringify(one))
      .join('\n'),
  );
  return path;
};

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string }>;
  readonly said: () => string;
}
function trials(env: Readonly<Record<string, string>>, ...args: readonly string[]): Run {
  const { DATABASE_URL: _url, GENEHOOK_TRUST: _trust, ...inherited } = process.env;
  const child = spawn(process.execPath, [...program('cli/main'), 'trials', ...args], {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A process that ends early says why on its output; that its input is gone says nothing.
  child.stdin.on('error', () => undefined);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const ended = new Promise<{ code: number | null; out: string }>((resolve) => child.once('exit', (code) => resolve({ code, out })));
  return { child, ended, said: () => out };
}
const counts = ({ out }: { readonly out: string }) => JSON.parse(out.trim().split('\n').at(-1) ?? '') as Record<string, number>;

/** Imports from standard input and stops the flow after some hundred records, so that the kill falls into the middle for certain. */
async function killInTheMiddle(env: Readonly<Record<string, string>>, place: { databaseUrl?: string; dataFolder: string }): Promise<void> {
  expect(counts(await trials(env, 'import', fileOf('first.ndjson', 1, 150)).ended)).toMatchObject({ added: 150, total: 150 });
  const dying = trials(env, 'import', '--replace', '-');
  dying.child.stdin?.write(
    `${studies(600, 1_000)
      .map((one) => JSON.stringify(one))
      .join('\n')}\n`,
  );
  await expect.poll(() => dying.said()).toContain('records stored');
  dying.child.kill('SIGKILL');
  expect((await dying.ended).code).toBeNull();

  const database = await openDatabase(place);
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*)::integer as n from trial_generation join trial_entry on generation = id group by state order by state`.execute(
    database,
  );
  expect(rows).toMatchObject([{ state: 'active', n: 150 }, { state: 'building' }]);
  const safe = rows[1]?.n ?? 0;
  expect(safe).toBeGreaterThanOrEqual(500);
  await database.destroy();
  const shelf = openTrials(root, snapshotPath(place.dataFolder));
  expect((await shelf.ready())?.index.size).toBe(150);

  const again = counts(await trials(env, 'import', '--replace', fileOf('second.ndjson', 1_000, 600)).ended);
  expect(again).toMatchObject({ read: 600, total: 600 });
  expect(again.compiled).toBe(600 - safe);
  expect((await shelf.ready())?.index.rows[0]?.nctId).toBe(nct(1_000));
}

describe('embedded store', () => {
  it('kill -9 in the middle of an import leaves the old index', async () => {
    const data = folder();
    await killInTheMiddle({ GENEHOOK_DATA: data }, { dataFolder: data });
  });

  it('the running service, two processes of it, picks up an import without a restart', async () => {
    const data = folder();
    const service = await startService({ GENEHOOK_DATA: data, GENEHOOK_WORKERS: '2' });
    await expect.poll(async () => (await fetch(`${service.url}/readyz`)).text()).toContain('"store":"open"');
    const done = await trials({ GENEHOOK_DATA: data }, 'import', fileOf('first.ndjson', 1, 20)).ended;
    expect(counts(done)).toMatchObject({ added: 20, total: 20 });
    const status = await trials({ GENEHOOK_DATA: data }, 'status').ended;
    expect(status.out).toContain('20 trials (imported');
    expect(status.out).toContain('held by the running service');
    expect(await service.end('SIGTERM')).toBe(0);
    expect((await trials({ GENEHOOK_DATA: data }, 'status', '--json').ended).out).toContain('"stored":20');
  });
});

onPostgres('kill -9 of an import was tested on the embedded store only', (postgres) => {
  it('kill -9 in the middle of an import leaves the old index', async () => {
    const dataFolder = folder();
    await killInTheMiddle({ DATABASE_URL: postgres().url, GENEHOOK_DATA: dataFolder }, { databaseUrl: postgres().url, dataFolder });
  });
});
