/** The acts that belong to one drug row. */
import type { Advice } from '../data/panel-report.ts';
import type { DrugRow } from '../view/drug-rows.ts';
import { changesTherapy } from '../view/severity.ts';
import { Acts, type ActSubject } from './Acts.tsx';

/** The advice that a decision on this row is about: the most urgent one that asks for a change. */
export function adviceToDecide(row: DrugRow): Advice | undefined {
  return row.advice.find(({ action }) => changesTherapy(action));
}

/** As the card offers: nothing instead of a drug that has been tolerated for months, or that is ordered at a lower dose than is spoken of. */
function choicesOf(advice: Advice | undefined): ActSubject['choices'] {
  if (advice === undefined || advice.quiet === 'tolerated' || advice.quiet === 'low-dose') return [];
  return advice.alternatives.filter(({ ok }) => ok).map((drug) => ({ name: drug.name, drugs: [drug] }));
}

export function ActBar({ row }: { row: DrugRow }) {
  const advice = adviceToDecide(row);
  // A test whose result is on its way is not ordered again.
  const missing = row.untested.find(({ gene }) => !row.pending.includes(gene));
  if (advice === undefined && missing === undefined) return null;
  return (
    <div className="act act-first screen-only">
      <Acts
        subject={{
          ruleId: advice?.ruleId ?? '',
          drug: { rxnorm: row.rxnorm ?? '', name: row.name },
          order: advice?.order ?? row.orders[0]?.reference,
          advised: advice !== undefined,
          choices: choicesOf(advice),
          test: missing === undefined ? null : { ...missing.test, name: `${missing.gene}${missing.allele ?? ''}` },
        }}
      />
    </div>
  );
}
