/**
 * How often each model was asked and in which training bin its inputs fell, summed by day: for `genehook models drift`. Counts of
 * bins only; nothing here can be traced to a patient. Summed in memory, added to the database now and then.
 */
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import type { PredictionBins, PredictionSum } from './types.ts';

export interface PredictionCounts {
  add(count: PredictionBins): void;
  /** Adds what was summed since the last time; on failure it is kept for the next. */
  write(database: Kysely<Tables>): Promise<void>;
}

/** Under this name stand the outcomes `made` and `abstained` of a model, beside the names of its inputs. */
const OUTCOME = '';
/** Bins are words of the training data; anything longer would not be one. */
const LONGEST = 60;

interface Row {
  readonly day: string;
  readonly model: string;
  readonly input: string;
  readonly bin: string;
  readonly count: number;
}

export function createPredictionCounts(now: () => Date): PredictionCounts {
  let sums = new Map<string, number>();
  const addTo = (row: Omit<Row, 'count'>, count: number): void => {
    const key = JSON.stringify([row.day, row.model, row.input, row.bin]);
    sums.set(key, (sums.get(key) ?? 0) + count);
  };
  return {
    add({ model, bins, abstained }) {
      const day = now().toISOString().slice(0, 10);
      addTo({ day, model, input: OUTCOME, bin: abstained ? 'abstained' : 'made' }, 1);
      for (const [input, bin] of Object.entries(bins)) addTo({ day, model, input, bin: bin.slice(0, LONGEST) }, 1);
    },
    async write(database) {
      if (sums.size === 0) return;
      const taken = sums;
      sums = new Map();
      const rows = [...taken].map(([key, count]) => {
        const [day, model, input, bin] = JSON.parse(key) as [string, string, string, string];
        return { day, model, input, bin, count };
      });
      try {
        await sql`insert into prediction_count (day, model, input, bin, count)
          select day, model, input, bin, count from json_to_recordset(${JSON.stringify(rows)}::json)
            as row (day date, model text, input text, bin text, count bigint)
          on conflict (day, model, input, bin) do update set count = prediction_count.count + excluded.count`.execute(database);
      } catch (error) {
        for (const { count, ...row } of rows) addTo(row, count);
        throw error;
      }
    },
  };
}

/** Sums per model since `since` (`YYYY-MM-DD`; absent = since ever). */
export async function readPredictionCounts(database: Kysely<Tables>, since?: string): Promise<PredictionSum[]> {
  const { rows } = await sql<{ model: string; input: string; bin: string; count: string | number; first: string; last: string }>`
    select model, input, bin, sum(count) as count, min(day)::text as first, max(day)::text as last from prediction_count
    where day >= ${since ?? '0001-01-01'}::date group by model, input, bin order by model, input, bin`.execute(database);
  const models = new Map<string, { made: number; abstained: number; inputs: Record<string, Record<string, number>>; days: string[] }>();
  for (const { model, input, bin, count, first, last } of rows) {
    const sum = models.get(model) ?? { made: 0, abstained: 0, inputs: {}, days: [] };
    sum.days.push(first, last);
    if (input === OUTCOME) sum[bin === 'abstained' ? 'abstained' : 'made'] += Number(count);
    else sum.inputs[input] = { ...sum.inputs[input], [bin]: Number(count) };
    models.set(model, sum);
  }
  return [...models].map(([model, { days, ...sum }]) => {
    const sorted = days.toSorted();
    return { model, from: sorted[0] ?? '', to: sorted.at(-1) ?? '', ...sum };
  });
}
