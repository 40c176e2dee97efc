/** One drug opened: each advice from what was seen to what to do, then the acts. */
import type { RecognisedOrder } from '../../cds-service/report/types.ts';
import type { Advice, PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Drug, ReportText } from '../parts/text.tsx';
import { ActBar, adviceToDecide } from '../act/ActBar.tsx';
import { CopyNote } from '../act/CopyNote.tsx';
import { consultNote } from '../view/consult-note.ts';
import { writeDate } from '../view/dates.ts';
import type { DrugRow } from '../view/drug-rows.ts';
import { Explanation } from './Explanation.tsx';
import { FitLine } from './FitLine.tsx';
import { UntestedDetail } from './UntestedDetail.tsx';

export function DrugDetail({ row, report }: { row: DrugRow; report: PanelReport }) {
  const language = useLanguage();
  const { t } = language;
  const decided = adviceToDecide(row);
  return (
    <article className="detail">
      <h2 className="detail-title">
        <Drug>{row.name}</Drug>
      </h2>
      <OrderLines row={row} />
      {row.advice.length > 1 ? <p className="muted">{severalAdvices(row.advice, t('drugs.branches'))}</p> : null}
      {row.advice.map((advice, index) => (
        <Explanation
          key={`${advice.ruleId}-${index}`}
          advice={advice}
          report={report}
          acts={advice === decided ? <ActBar row={row} /> : undefined}
        />
      ))}
      {row.fits.length === 0 ? null : (
        <ul className="fits">
          {row.fits.map((fit, index) => (
            <FitLine key={`${fit.ruleId}-${index}`} fit={fit} />
          ))}
        </ul>
      )}
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

/** Several advices stand side by side where the chart does not say which branch applies. */
function severalAdvices(advice: readonly Advice[], text: string): string | null {
  return advice.some(({ populationKnown }) => populationKnown === false) ? text : null;
}

function OrderLines({ row }: { row: DrugRow }) {
  const { t, code } = useLanguage();
  if (row.orders.length + row.taken.length === 0) return <p className="muted">{t('drugs.not-ordered')}</p>;
  return (
    <ul className="orders">
      {row.orders.map((order) => (
        <li key={order.reference + order.text}>
          <span className={`order-status order-${order.status === 'draft' ? 'draft' : 'other'}`}>
            {orderStatus(order.status, t('order.draft'), t('order.active'))}
          </span>{' '}
          <ReportText limit={160}>{order.text}</ReportText> <DoseAsRead dose={order.dose} />
        </li>
      ))}
      {row.taken.map(({ text, from, references }) => (
        <li key={`${references[0]}${text}`}>
          <span className="order-status order-other">{t('order.taken')}</span> <ReportText limit={160}>{text}</ReportText>
          {from === undefined ? null : <span className="muted"> {t('order.since', { date: writeDate(from, code) })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The dose as it was understood: what an advice on the dose was compared with, so that a misreading is seen. */
function DoseAsRead({ dose }: { dose: RecognisedOrder['dose'] }) {
  const { t, code, count, word } = useLanguage();
  if (dose === undefined) return null;
  const number = new Intl.NumberFormat(code, { maximumFractionDigits: 3 });
  const amount = `${number.format(dose.amount)} ${dose.unit}`.trim();
  const often = dose.perDay;
  const timed = often === undefined ? amount : count('order.per-day', often, { dose: amount });
  // "Oral route" within a sentence; "IV" stays.
  const route = dose.route === undefined ? '' : `, ${word(dose.route).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`;
  return <span className="muted">({t('order.read-as', { dose: `${timed}${route}` })})</span>;
}

function orderStatus(status: string, draft: string, active: string): string {
  if (status === 'draft') return draft;
  return status === 'active' ? active : status;
}
