/**
 * Copies of the store that can be put back: gzipped NDJSON of a header, every row, and a count with a digest at the end.
 * The same on the embedded database and on PostgreSQL, so a copy of one can be put into the other.
 */
import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { SCHEMA_VERSION } from './migrations.ts';
import type { Keyed } from './secret.ts';
import type { Tables } from './tables.ts';

/** Tables in the order in which their rows may be written; each has a key by which its rows are paged. */
const KEPT = {
  decision: ['id'],
  card: ['uuid'],
  feedback: ['id'],
  token_use: ['issuer', 'token'],
  prediction_count: ['day', 'model', 'input', 'bin'],
  trial_generation: ['id'],
  trial_content: ['digest'],
  trial_entry: ['generation', 'nct_id'],
  trial_fetch: ['question'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;
type Kept = keyof typeof KEPT;
const NAMES = Object.keys(KEPT) as Kept[];
export type BackupCounts = Readonly<Record<Kept, number>>;
const NOTHING = Object.fromEntries(NAMES.map((name) => [name, 0])) as BackupCounts;

/** Of the trials only the index that is served, and when each question to a registry was last answered in full. */
const ACTIVE = `(select id from trial_generation where state = 'active')`;
const ONLY: Partial<Record<Kept, string>> = {
  trial_generation: `row.state = 'active'`,
  trial_content: `exists (select 1 from trial_entry where trial_entry.digest = row.digest and generation = ${ACTIVE})`,
  trial_entry: `row.generation = ${ACTIVE}`,
  trial_fetch: `row.generation is null`,
};
/** Tables that number their rows themselves. */
const NUMBERED: readonly Kept[] = ['feedback', 'trial_generation'];

export interface BackupHeader {
  readonly genehookBackup: 1;
  /** Schema of the store it was taken from. */
  readonly schema: number;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Tells whether the secret is still the same, without telling the secret. */
  readonly secret: string;
}

/** The file is no backup, is cut off, was changed, or does not belong into this store. Nothing has been written. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
}

const PAGE = 500;
const fingerprint = (keyed: Keyed): string => keyed.hash('genehook backup');

/** Lines of a backup. All rows are of one moment, also while a service writes to the same PostgreSQL. */
export async function* backupLines(database: Kysely<Tables>, keyed: Keyed, now: Date): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const counts: Record<Kept, number> = { ...NOTHING };
  const header: BackupHeader = { genehookBackup: 1, schema: SCHEMA_VERSION, at: now.toISOString(), secret: fingerprint(keyed) };
  const line = (text: string): string => {
    digest.update(text);
    return `${text}\n`;
  };
  yield line(JSON.stringify(header));
  const transaction = await database.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    for (const table of NAMES) {
      for await (const row of rowsOf(transaction, table)) {
        counts[table] += 1;
        yield line(`{"table":"${table}","row":${row}}`);
      }
    }
  } finally {
    await transaction.rollback().execute();
  }
  yield `${JSON.stringify({ end: counts, digest: digest.digest('hex') })}\n`;
}

async function* rowsOf(transaction: Transaction<Tables>, table: Kept): AsyncGenerator<string> {
  const key = sql.join(KEPT[table].map((column) => sql.ref(`row.${column}`)));
  let after = sql`true`;
  for (;;) {
    const { rows } = await sql<{ json: string; key: readonly unknown[] }>`
      select row_to_json(row)::text as json, json_build_array(${key}) as key from ${sql.table(table)} as row
      where ${sql.raw(ONLY[table] ?? 'true')} and ${after} order by ${key} limit ${PAGE}`.execute(transaction);
    for (const { json } of rows) yield json;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = sql`(${key}) > (${sql.join(last.key)})`;
  }
}

/** Reads a backup to its end without writing anything; rejects with `BackupFault` when it is not whole. */
export async function checkBackup(lines: AsyncIterable<string>): Promise<{ header: BackupHeader; counts: BackupCounts }> {
  let header: BackupHeader | undefined;
  let counts: BackupCounts | undefined;
  for await (const item of itemsOf(lines)) {
    if ('genehookBackup' in item) header = item;
    else if ('end' in item) counts = item.end;
  }
  if (header === undefined || counts === undefined) throw new BackupFault('The file is cut off: its last line is missing');
  return { header, counts };
}

/** Puts a backup into an empty store: all of it, or nothing when any line of it is not right. */
export async function restoreBackup(
  database: Kysely<Tables>,
  lines: AsyncIterable<string>,
  keyed: Keyed,
  options: { readonly otherSecret: boolean },
): Promise<BackupCounts> {
  return database.transaction().execute(async (transaction) => {
    await refuseIfUsed(transaction);
    let counts: BackupCounts | undefined;
    let batch: { table: Kept; rows: string[] } = { table: 'decision', rows: [] };
    for await (const item of itemsOf(lines)) {
      if ('genehookBackup' in item) {
        if (item.secret !== fingerprint(keyed) && !options.otherSecret)
          throw new BackupFault(
            'The backup was made with another secret: put that secret back first (GENEHOOK_SECRET, GENEHOOK_SECRET_FILE or the file "secret" ' +
              'in GENEHOOK_DATA). With --other-secret it is restored all the same: sealed comments stay closed, and patients are not recognised',
          );
      } else if ('end' in item) counts = item.end;
      else {
        if (item.table !== batch.table || batch.rows.length >= PAGE) {
          await writeRows(transaction, batch.table, batch.rows);
          batch = { table: item.table, rows: [] };
        }
        batch.rows.push(JSON.stringify(item.row));
      }
    }
    await writeRows(transaction, batch.table, batch.rows);
    if (counts === undefined) throw new BackupFault('The file is cut off: its last line is missing');
    for (const table of NUMBERED)
      await sql`select setval(pg_get_serial_sequence(${table}, 'id'), coalesce((select max(id) from ${sql.table(table)}), 0) + 1, false)`.execute(
        transaction,
      );
    return counts;
  });
}

async function refuseIfUsed(transaction: Transaction<Tables>): Promise<void> {
  for (const table of ['decision', 'feedback', 'trial_entry'] as const) {
    const found = await sql`select 1 from ${sql.table(table)} limit 1`.execute(transaction);
    if (found.rows.length > 0)
      throw new BackupFault('The store is not empty: a backup is restored into an empty one only, so that nothing is mixed or overwritten');
  }
}

async function writeRows(transaction: Transaction<Tables>, table: Kept, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const given = NUMBERED.includes(table) ? sql`overriding system value` : sql``;
  await sql`insert into ${sql.table(table)} ${given}
    select * from json_populate_recordset(null::${sql.table(table)}, ${`[${rows.join(',')}]`}::json)
    on conflict do nothing`.execute(transaction);
}

type Item = BackupHeader | { readonly table: Kept; readonly row: object } | { readonly end: BackupCounts };

async function* itemsOf(lines: AsyncIterable<string>): AsyncGenerator<Item> {
  const digest = createHash('sha256');
  const counts: Record<Kept, number> = { ...NOTHING };
  let number = 0;
  let ended = false;
  for await (const line of lines) {
    if (line === '') continue;
    number += 1;
    if (ended) throw new BackupFault(`Line ${number}: stands behind the end`);
    const item = parse(line, number);
    if (number === 1 || 'genehookBackup' in item) refuseHeader(item, number);
    if ('end' in item) {
      ended = true;
      if (item.digest !== digest.digest('hex') || NAMES.some((name) => (item.end[name] ?? 0) !== counts[name]))
        throw new BackupFault('The file was changed or is damaged: count or digest do not agree');
      yield item;
      continue;
    }
    if ('table' in item) {
      if (!NAMES.includes(item.table)) throw new BackupFault(`Line ${number}: a table that this Genehook does not know`);
      counts[item.table] += 1;
    }
    digest.update(line);
    yield item;
  }
}

function parse(line: string, number: number): BackupHeader | { table: Kept; row: object } | { end: BackupCounts; digest: string } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as BackupHeader;
  } catch {
    // Said below, together with a line that is no object.
  }
  throw new BackupFault(number === 1 ? 'The file is not a Genehook backup' : `Line ${number}: cannot be read`);
}

function refuseHeader(item: object, number: number): void {
  if (number !== 1 || !('genehookBackup' in item) || item.genehookBackup !== 1)
    throw new BackupFault(number === 1 ? 'The file is not a Genehook backup that this version reads' : `Line ${number}: a second header`);
  if (!('schema' in item) || typeof item.schema !== 'number' || item.schema > SCHEMA_VERSION)
    throw new BackupFault(`The backup comes from a newer Genehook; this one knows schema ${SCHEMA_VERSION}`);
}
