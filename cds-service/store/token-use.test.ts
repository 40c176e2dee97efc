import { Kysely, PostgresDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tables } from './tables.ts';
import { createTokenUse } from './token-use.ts';

/** A database whose every query does what `query` does. */
function databaseThat(query: () => Promise<{ rows: unknown[] }>): Kysely<Tables> {
  const client = { query: async () => ({ command: 'SELECT', rowCount: 0, ...(await query()) }), release: () => undefined };
  const pool = { connect: async () => client, end: async () => undefined };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }) });
}

const now = 1_800_000_000_000;
const seconds = now / 1000;

function tokens(shared: boolean) {
  const trouble: string[] = [];
  return { trouble, use: createTokenUse({ shared, now: () => now, onTrouble: (what) => void trouble.push(what) }) };
}

describe('a shared store in trouble', () => {
  it('that hangs holds a call up for a moment only, says so, and a replay to this process is still refused', async () => {
    const { use, trouble } = tokens(true);
    use.open(databaseThat(() => new Promise(() => undefined)));
    expect(await use.firstUse('iss', 'a', seconds + 300, seconds)).toBe(true);
    expect(trouble).toEqual(['token-not-shared']);
    expect(await use.firstUse('iss', 'a', seconds + 300, seconds)).toBe(false);
  });

  it('that fails is told, and guidance is not withheld', async () => {
    const { use, trouble } = tokens(true);
    use.open(databaseThat(() => Promise.reject(new Error('gone'))));
    expect(await use.firstUse('iss', 'a', seconds + 300, seconds)).toBe(true);
    expect(trouble).toContain('token-not-shared');
  });

  it('that knows the token from another process refuses it', async () => {
    const { use } = tokens(true);
    use.open(databaseThat(async () => ({ rows: [] })));
    expect(await use.firstUse('iss', 'a', seconds + 300, seconds)).toBe(false);
  });
});

describe('the embedded store', () => {
  it('is not waited for by tokens issued more than a minute after the start: no earlier run can have seen them', async () => {
    const { use, trouble } = tokens(false);
    expect(await use.firstUse('iss', 'a', seconds + 300, seconds + 60)).toBe(true);
    expect(await use.firstUse('iss', 'a', seconds + 300, seconds + 60)).toBe(false);
    expect(trouble).toEqual([]);
  });

  it.each([
    ['issued before this run', -60],
    ['issued by a clock that runs ahead', 59],
  ])('is asked about a token %s', async (_name, offset) => {
    const { use } = tokens(false);
    use.open(databaseThat(async () => ({ rows: [] })));
    expect(await use.firstUse('iss', 'a', seconds + 300, seconds + offset)).toBe(false);
  });
});
