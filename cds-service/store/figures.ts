/** Shown, accepted, overridden and silenced, by rule and reason: whether the cards help or tire. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import type { RuleFigures } from './types.ts';

interface Row {
  rules: string;
  topic: string;
  suppressed: boolean;
  /** Decided in the panel: no card was shown for it. */
  in_panel: boolean;
  outcome: string | null;
  reason: string | null;
  count: string | number;
}

/**
 * Per card the newest outcome counts. What was decided in the panel stands under the rule that it names (`panel:rule:drug`), because no
 * card was sent for it; other feedback on cards that are not known stands under the rule `unknown`.
 */
export async function readFigures(database: Kysely<Tables>): Promise<RuleFigures[]> {
  const { rows } = await sql<Row>`
    with newest as (
      select distinct on (card) card, outcome, coalesce(reason_code, case when comment is null then null else 'comment only' end) as reason
      from feedback order by card, at desc, id desc
    )
    select coalesce(
             card.rules,
             case when newest.card ~ '^panel:.+:[^:]*$'
               then json_build_array(regexp_replace(newest.card, '^panel:(.+):[^:]*$', ${'\\1'}::text))::text
               else '["unknown"]' end
           ) as rules, coalesce(card.topic, 'unknown') as topic,
           coalesce(card.suppressed, false) as suppressed,
           card.uuid is null and coalesce(newest.card like 'panel:%', false) as in_panel, newest.outcome as outcome, newest.reason as reason, count(*) as count
    from card full join newest on newest.card = card.uuid
    group by 1, 2, 3, 4, 5, 6`.execute(database);
  const byRule = new Map<string, RuleFigures & { reasons: Record<string, number> }>();
  for (const row of rows) for (const rule of JSON.parse(row.rules) as string[]) addTo(byRule, rule, row);
  return [...byRule.values()].sort((a, b) => b.shown - a.shown || (a.rule < b.rule ? -1 : 1));
}

function addTo(byRule: Map<string, RuleFigures & { reasons: Record<string, number> }>, rule: string, row: Row): void {
  const before = byRule.get(rule) ?? { rule, topic: row.topic, shown: 0, accepted: 0, overridden: 0, silenced: 0, reasons: {} };
  const count = Number(row.count);
  const reason = row.outcome === 'overridden' ? (row.reason ?? 'no reason given') : null;
  byRule.set(rule, {
    ...before,
    shown: before.shown + (row.suppressed || row.in_panel ? 0 : count),
    silenced: before.silenced + (row.suppressed ? count : 0),
    accepted: before.accepted + (row.outcome === 'accepted' ? count : 0),
    overridden: before.overridden + (row.outcome === 'overridden' ? count : 0),
    reasons: reason === null ? before.reasons : { ...before.reasons, [reason]: (before.reasons[reason] ?? 0) + count },
  });
}
