/** Imported trials into the store, with the page of the registry that a run has reached. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { abandon, activate, beginGeneration, knownDigests, putEntries, tidyTrials, type TrialEntry } from '../store/trial-generations.ts';
import { packedOf } from './content.ts';
import { writeSegment, type SegmentWriter } from './segment.ts';
import type { Begun, FetchState, Question, TrialSink } from './sink.ts';
import type { IndexColumns } from '../trials/index.ts';

/** @param folder where a file of the new trials is made meanwhile, for the index that everybody reads; without it that is made afterwards */
export function storeSink(database: Kysely<Tables>, folder?: string): TrialSink {
  let segment: SegmentWriter | null = null;
  let generation: number | null = null;
  let asked: Question | null = null;
  const building = (): number => {
    if (generation === null) throw new Error('the import has not begun');
    return generation;
  };
  return {
    async begin(question, fresh = false): Promise<Begun> {
      asked = question ?? null;
      if (question === undefined) {
        generation = await beginGeneration(database);
        return { state: null };
      }
      const row = await database.selectFrom('trial_fetch').selectAll().where('question', '=', question.id).executeTakeFirst();
      if (row !== undefined && row.generation !== null && row.asked === question.asked && !fresh) {
        generation = row.generation;
        return { state: { token: row.token, pages: row.pages, records: row.records, started: row.started } };
      }
      if (row !== undefined && row.generation !== null) await abandon(database, row.generation);
      generation = await beginGeneration(database);
      return { state: null };
    },
    async completed(id) {
      const row = await database.selectFrom('trial_fetch').select('completed').where('question', '=', id).executeTakeFirst();
      return row?.completed ?? '';
    },
    known: (digests) => knownDigests(database, digests),
    async served(ids) {
      const { rows } = await sql<{ nct_id: string }>`
        select nct_id from trial_entry join trial_generation on trial_generation.id = generation
        where state = 'active' and nct_id in (select value from json_array_elements_text(${JSON.stringify(ids)}::json))`.execute(database);
      return new Set(rows.map(({ nct_id }) => nct_id));
    },
    async earlier(ids) {
      if (ids.length === 0) return new Map();
      const { rows } = await sql<{ nct_id: string; digest: string; content: string }>`
        select nct_id, trial_entry.digest, content from trial_entry
        join trial_generation on trial_generation.id = generation join trial_content on trial_content.digest = trial_entry.digest
        where state = 'active' and nct_id in (select value from json_array_elements_text(${JSON.stringify(ids)}::json))`.execute(database);
      return new Map(rows.map(({ nct_id, digest, content }) => [nct_id, { digest, content }]));
    },
    async put(entries, state, columns) {
      const [question, into] = [asked, building()];
      if (folder !== undefined && columns !== undefined && columns.rows.length > 0) {
        segment ??= writeSegment(folder);
        addTo(segment, entries, columns);
      }
      await putEntries(database, into, entries, async (transaction) => {
        if (question === null || state === undefined) return;
        const { token, pages, records, started } = state;
        await transaction
          .insertInto('trial_fetch')
          .values({ question: question.id, asked: question.asked, generation: into, token, pages, records, started, completed: '' })
          .onConflict((row) =>
            row.column('question').doUpdateSet({ asked: question.asked, generation: into, token, pages, records, started }),
          )
          .execute();
      });
    },
    async finish(keep, today, completed) {
      const question = asked;
      const counts = await activate(database, building(), {
        keep: keep === 'rest-without-question' ? { restWithout: question?.id ?? '' } : keep,
        today,
        async also(transaction) {
          if (question === null) return;
          await sql`update trial_fetch set generation = null, token = '', completed = ${completed ?? ''}
            where question = ${question.id}`.execute(transaction);
        },
      });
      generation = null;
      segment?.finish();
      segment = null;
      await tidyTrials(database);
      return counts;
    },
    async abandon() {
      segment?.abandon();
      segment = null;
      if (generation !== null) await abandon(database, generation);
      generation = null;
    },
  };
}

function addTo(segment: SegmentWriter, entries: readonly TrialEntry[], columns: IndexColumns): void {
  const take = segment.from(columns);
  const found = new Map(entries.flatMap((entry) => (entry.content === undefined ? [] : [[entry.nctId, entry] as const])));
  for (const [row, { nctId }] of columns.rows.entries()) {
    const entry = found.get(nctId);
    if (entry?.content !== undefined) take(row, entry.digest, packedOf(entry.content));
  }
}

/** For status: what was asked of registries, and how far. */
export interface FetchStatus extends FetchState {
  readonly asked: string;
  readonly running: boolean;
  readonly completed: string;
}
export async function fetchStatus(database: Kysely<Tables>): Promise<FetchStatus[]> {
  const rows = await database.selectFrom('trial_fetch').selectAll().orderBy('asked').execute();
  return rows.map(({ asked, generation, token, pages, records, started, completed }) => ({
    asked,
    running: generation !== null,
    token,
    pages,
    records,
    started,
    completed,
  }));
}
