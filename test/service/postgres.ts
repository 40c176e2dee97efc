/** A real PostgreSQL for the tests: the system's, started in a folder of its own as a user that is not root. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../fixtures/sandbox/ports.ts';

export interface TestPostgres {
  readonly url: string;
  stop(): void;
  /** Ends the server at once, as a crash would. */
  crash(): void;
  restart(): void;
}

/** Folder of PostgreSQL's programs, or null where there is no PostgreSQL. */
export function postgresPrograms(): string | null {
  const candidates = ['/usr/local/bin', '/usr/bin', ...versions('/usr/lib/postgresql'), ...versions('/opt/homebrew/opt')];
  return candidates.find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb'))) ?? null;
}

function versions(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => join(folder, name, 'bin'));
}

const asRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root. */
export function postgresUser(): string | null {
  if (!asRoot) return '';
  for (const user of ['postgres', 'nobody']) if (spawnSync('id', ['-u', user]).status === 0) return user;
  return null;
}

export async function startPostgres(): Promise<TestPostgres> {
  const programs = postgresPrograms();
  const user = postgresUser();
  if (programs === null || user === null) throw new Error('There is no PostgreSQL that can be started here');
  const folder = mkdtempSync(join(tmpdir(), 'genehook-pg-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  const port = await freePort(0);
  const run = (program: string, args: readonly string[]): void => {
    const command = [join(programs, program), ...args];
    const [file = '', ...rest] = user === '' ? command : ['setpriv', `--reuid=${user}`, '--clear-groups', ...command];
    execFileSync(file, rest, { stdio: 'ignore', cwd: folder });
  };
  if (user !== '') execFileSync('chown', [user, folder]);
  run('initdb', ['-D', data, '-U', 'genehook', '--auth=trust', '--no-sync', '-E', 'UTF8']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=50`;
  const start = (): void => run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', options, 'start']);
  start();
  return {
    url: `postgres://genehook@127.0.0.1:${port}/postgres`,
    stop() {
      try {
        run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    crash: () => run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']),
    restart: start,
  };
}
