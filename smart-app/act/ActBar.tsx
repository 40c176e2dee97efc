/** The acts that belong to one drug row, and its note for the chart. */
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { consultNote } from '../view/consult-note.ts';
import type { DrugRow } from '../view/drug-rows.ts';
import { changesTherapy } from '../view/severity.ts';
import { Acts } from './Acts.tsx';
import { CopyNote } from './CopyNote.tsx';

export function ActBar({ row, report }: { row: DrugRow; report: PanelReport }) {
  const language = useLanguage();
  const advice = row.advice.find(({ action }) => changesTherapy(action));
  const [missing] = row.untested;
  return (
    <div className="act screen-only">
      <Acts
        subject={{
          ruleId: advice?.ruleId ?? '',
          drug: { rxnorm: row.rxnorm ?? '', name: row.name },
          order: advice?.order ?? row.orders[0]?.reference,
          advised: advice !== undefined,
          alternatives: advice?.alternatives.filter(({ ok }) => ok) ?? [],
          test: missing === undefined ? null : { ...missing.test, name: missing.gene },
        }}
      />
      <CopyNote note={consultNote(row, report, language)} />
    </div>
  );
}
