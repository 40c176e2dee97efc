/** Tests on a real PostgreSQL of their own; skipped where none can be started. */
import { afterAll, beforeAll, describe } from 'vitest';
import { postgresPrograms, postgresUser, startPostgres, type TestPostgres } from './postgres.ts';

/** `otherwise`: what is then tested instead, for the line that says so. `postgres` answers only while a test runs. */
export function onPostgres(otherwise: string, tests: (postgres: () => TestPostgres) => void): void {
  const missing = postgresPrograms() === null || postgresUser() === null;
  describe.skipIf(missing)('PostgreSQL', () => {
    let started: TestPostgres;
    beforeAll(async () => {
      started = await startPostgres();
    }, 300_000);
    afterAll(() => started.stop());
    tests(() => started);
  });
  if (missing) process.stderr.write(`SKIPPED: no PostgreSQL server is installed here, so ${otherwise}\n`);
}
