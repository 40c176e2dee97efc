/**
 * Making a generation of trials and putting it in the place of the old one. Until `activate` commits, the old one is what everybody reads; a process that
 * dies on the way leaves it untouched, and what it had already compiled is found again by its digest.
 */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export interface ActiveGeneration {
  readonly id: number;
  /** Differs from the stamp of every other generation, also of another store. */
  readonly stamp: string;
  readonly made: string;
  readonly total: number;
}
export interface TrialEntry {
  readonly nctId: string;
  readonly digest: string;
  readonly origin: string;
  /** Compiled trial as it is kept, see `trial-library/content.ts`; absent = the store has it. */
  readonly content?: string;
}

/** Writers of trials take turns chunk by chunk, so that nothing is deleted that another is about to use. */
const LOCK = 7_212_021;
/** A generation without a sign of life for so long was left behind. */
const LEFT_MINUTES = 30;

export async function activeGeneration(database: Kysely<Tables>): Promise<ActiveGeneration | null> {
  const row = await database
    .selectFrom('trial_generation')
    .select(['id', 'made', 'total', sql<string>`extract(epoch from touched)::text`.as('since')])
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, stamp: `${row.id}-${row.since}`, made: row.made, total: row.total };
}

/** A new, empty generation to build. */
export async function beginGeneration(database: Kysely<Tables>): Promise<number> {
  const { id } = await database
    .insertInto('trial_generation')
    .values({ state: 'building', made: '', total: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Which of these digests the store already has. */
export async function knownDigests(database: Kysely<Tables>, digests: readonly string[]): Promise<ReadonlySet<string>> {
  if (digests.length === 0) return new Set();
  const { rows } = await sql<{ digest: string }>`
    select digest from trial_content where digest in (select value from json_array_elements_text(${JSON.stringify(digests)}::json))`.execute(
    database,
  );
  return new Set(rows.map(({ digest }) => digest));
}

/** Thrown where an entry names a content that is no longer there; the trial is to be compiled again. */
export class ContentGone extends Error {
  override readonly name = 'ContentGone';
}

/** Adds trials to a generation being built; a later one of the same id replaces the earlier one. `also` runs in the same transaction. */
export async function putEntries(
  database: Kysely<Tables>,
  generation: number,
  entries: readonly TrialEntry[],
  also?: (transaction: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  const newest = [...new Map(entries.map((entry) => [entry.nctId, entry])).values()];
  const contents = JSON.stringify(newest.flatMap(({ digest, content }) => (content === undefined ? [] : [{ digest, content }])));
  const rows = JSON.stringify(newest.map(({ nctId, digest, origin }) => ({ nct_id: nctId, digest, origin })));
  await locked(database, async (transaction) => {
    const touched = await sql`update trial_generation set touched = now() where id = ${generation} and state = 'building'`.execute(
      transaction,
    );
    if (touched.numAffectedRows !== 1n) throw new Error('the index being built was given up by another process; run the command again');
    await sql`insert into trial_content (digest, content)
      select digest, content from json_to_recordset(${contents}::json) as row (digest text, content text)
      on conflict (digest) do nothing`.execute(transaction);
    const lost = await sql<{ digest: string }>`
      select digest from json_to_recordset(${rows}::json) as row (digest text)
      where not exists (select 1 from trial_content where trial_content.digest = row.digest) limit 1`.execute(transaction);
    if (lost.rows.length > 0) throw new ContentGone('a stored trial was removed meanwhile');
    await sql`insert into trial_entry (generation, nct_id, digest, origin)
      select ${generation}::integer, nct_id, digest, origin from json_to_recordset(${rows}::json) as row (nct_id text, digest text, origin text)
      on conflict (generation, nct_id) do update set digest = excluded.digest, origin = excluded.origin`.execute(transaction);
    await also?.(transaction);
  });
}

export interface Activation {
  /** What of the old generation stays: nothing, everything not built anew, or that without this origin (it was asked for in full again). */
  readonly keep: 'nothing' | 'rest' | { readonly restWithout: string };
  /** Day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly also?: (transaction: Transaction<Tables>) => Promise<void>;
}
export interface GenerationCounts {
  readonly total: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Trials of the old generation that the new one does not have. */
  readonly removed: number;
}

/** In one transaction: takes over what stays of the old generation, makes the new one active and drops the old one. */
export async function activate(database: Kysely<Tables>, generation: number, { keep, today, also }: Activation): Promise<GenerationCounts> {
  return locked(database, async (transaction) => {
    const old = await transaction.selectFrom('trial_generation').select('id').where('state', '=', 'active').executeTakeFirst();
    const before = old?.id ?? -1;
    const { rows } = await sql<{ built: number; changed: number; unchanged: number }>`
      select count(*)::integer as built, count(*) filter (where was.digest <> is_now.digest)::integer as changed,
             count(*) filter (where was.digest = is_now.digest)::integer as unchanged
      from trial_entry is_now left join trial_entry was on was.generation = ${before} and was.nct_id = is_now.nct_id
      where is_now.generation = ${generation}`.execute(transaction);
    const { built, changed, unchanged } = rows[0] ?? { built: 0, changed: 0, unchanged: 0 };
    if (keep !== 'nothing') {
      const without = keep === 'rest' ? '' : keep.restWithout;
      await sql`insert into trial_entry (generation, nct_id, digest, origin)
        select ${generation}::integer, nct_id, digest, origin from trial_entry
        where generation = ${before} and origin <> ${without} on conflict (generation, nct_id) do nothing`.execute(transaction);
    }
    const counted = await sql<{ total: number; before: number }>`
      select count(*) filter (where generation = ${generation})::integer as total, count(*) filter (where generation = ${before})::integer as before
      from trial_entry where generation in (${generation}, ${before})`.execute(transaction);
    const { total = 0, before: had = 0 } = counted.rows[0] ?? {};
    const added = built - changed - unchanged;
    const counts = { total, added, changed, unchanged, removed: had - (total - added) };
    await also?.(transaction);
    await sql`delete from trial_generation where id = ${before}`.execute(transaction);
    await sql`update trial_generation set state = 'active', touched = clock_timestamp(), made = ${today}, total = ${total} where id = ${generation}`.execute(
      transaction,
    );
    return counts;
  });
}

/** Drops a generation that is not to be finished. */
export async function abandon(database: Kysely<Tables>, generation: number): Promise<void> {
  await sql`delete from trial_generation where id = ${generation} and state = 'building'`.execute(database);
}

/** Deletes generations left behind by processes that died, and contents that no generation names. */
export async function tidyTrials(database: Kysely<Tables>): Promise<void> {
  await locked(database, async (transaction) => {
    await sql`delete from trial_generation where state = 'building' and touched < now() - make_interval(mins => ${LEFT_MINUTES})
      and not exists (select 1 from trial_fetch where trial_fetch.generation = trial_generation.id)`.execute(transaction);
    // What a process that died had compiled stays until an index is complete that does not need it.
    await sql`delete from trial_content where not exists (select 1 from trial_entry where trial_entry.digest = trial_content.digest)`.execute(
      transaction,
    );
  });
}

export interface GenerationList extends ActiveGeneration {
  readonly trials: readonly { readonly nctId: string; readonly digest: string }[];
}

/** The active generation with its trials, all of one moment; null when there is none. */
export async function listActive(database: Kysely<Tables>): Promise<GenerationList | null> {
  const { rows } = await sql<{ id: number; since: string; made: string; total: number; list: string | null }>`
    select id, made, total, extract(epoch from touched)::text as since,
           (select string_agg(nct_id || chr(9) || digest, chr(10)) from trial_entry where generation = trial_generation.id) as list
    from trial_generation where state = 'active'`.execute(database);
  const [row] = rows;
  if (row === undefined) return null;
  const trials = (row.list ?? '').split('\n').flatMap((line) => {
    const [nctId = '', digest = ''] = line.split('\t');
    return nctId === '' ? [] : [{ nctId, digest }];
  });
  return { id: row.id, stamp: `${row.id}-${row.since}`, made: row.made, total: row.total, trials };
}

/** What the store keeps of these trials, by digest. */
export async function contentsOf(database: Kysely<Tables>, digests: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ digest: string; content: string }>`
    select digest, content from trial_content where digest in (select value from json_array_elements_text(${JSON.stringify(digests)}::json))`.execute(
    database,
  );
  return new Map(rows.map(({ digest, content }) => [digest, content]));
}

async function locked<Value>(database: Kysely<Tables>, work: (transaction: Transaction<Tables>) => Promise<Value>): Promise<Value> {
  return database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    return work(transaction);
  });
}
