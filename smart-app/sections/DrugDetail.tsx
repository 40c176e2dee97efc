/** One drug opened: each advice from what was seen to what to do, then the acts. */
import type { Advice, PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Drug } from '../parts/text.tsx';
import { ActBar, adviceToDecide } from '../act/ActBar.tsx';
import { CopyNote } from '../act/CopyNote.tsx';
import { consultNote } from '../view/consult-note.ts';
import type { DrugRow } from '../view/drug-rows.ts';
import { Explanation } from './Explanation.tsx';
import { severityOf, worse } from '../view/severity.ts';
import { fitSeverity } from '../view/tumour.ts';
import { FitLine } from './FitLine.tsx';
import { OrderLines } from './OrderLines.tsx';
import { UntestedDetail } from './UntestedDetail.tsx';

export function DrugDetail({ row, report }: { row: DrugRow; report: PanelReport }) {
  const language = useLanguage();
  const { t } = language;
  const decided = adviceToDecide(row);
  const tumourFirst = fitsLead(row);
  return (
    <article className="detail">
      <h2 className="detail-title">
        <Drug>{row.name}</Drug>
      </h2>
      {row.orders.length + row.taken.length === 0 ? (
        <p className="muted">{t('drugs.not-ordered')}</p>
      ) : (
        <OrderLines orders={row.orders} taken={row.taken} />
      )}
      {tumourFirst ? <Fits row={row} /> : null}
      {row.advice.length > 1 ? <p className="muted">{severalAdvices(row.advice, t('drugs.branches'))}</p> : null}
      {row.advice.map((advice, index) => (
        <Explanation
          key={`${advice.ruleId}-${index}`}
          advice={advice}
          report={report}
          acts={advice === decided ? <ActBar row={row} /> : undefined}
        />
      ))}
      {tumourFirst ? null : <Fits row={row} />}
      {row.untested.map((missing, index) => (
        <UntestedDetail key={`${missing.gene}-${index}`} missing={missing} pending={row.pending.includes(missing.gene)} />
      ))}
      {row.state === 'unknown' || row.state === 'checked' || row.state === 'not-systemic' ? <p>{t(`drugs.why.${row.state}`)}</p> : null}
      {decided === undefined ? <ActBar row={row} /> : null}
      <div className="act screen-only">
        <CopyNote note={consultNote(row, report, language)} />
      </div>
    </article>
  );
}

/** What is more urgent stands first: a note on an untested gene would push what speaks against the drug out of sight. */
function fitsLead({ advice: [advice], fits: [fit] }: DrugRow): boolean {
  if (advice === undefined || fit === undefined) return false;
  const of = severityOf(advice);
  const by = fitSeverity(fit);
  return by !== of && worse(by, of) === by;
}

function Fits({ row: { fits } }: { row: DrugRow }) {
  if (fits.length === 0) return null;
  return (
    <ul className="fits">
      {fits.map((fit, index) => (
        <FitLine key={`${fit.ruleId}-${index}`} fit={fit} />
      ))}
    </ul>
  );
}

/** Several advices stand side by side where the chart does not say which branch applies. */
function severalAdvices(advice: readonly Advice[], text: string): string | null {
  return advice.some(({ populationKnown }) => populationKnown === false) ? text : null;
}
