/** The records of one drug: what is ordered, with the dose as it was understood, and what is taken, since when. */
import type { RecognisedOrder } from '../../cds-service/report/types.ts';
import { useLanguage } from '../language/language.tsx';
import { ReportText } from '../parts/text.tsx';
import { writeDate } from '../view/dates.ts';
import type { DrugRow } from '../view/drug-rows.ts';

export function OrderLines({ orders, taken }: Pick<DrugRow, 'orders' | 'taken'>) {
  const { t, code } = useLanguage();
  return (
    <ul className="orders">
      {orders.map((order) => (
        <li key={order.reference + order.text}>
          <span className={`order-status order-${order.status === 'draft' ? 'draft' : 'other'}`}>
            {orderStatus(order.status, t('order.draft'), t('order.active'))}
          </span>{' '}
          <ReportText limit={160}>{order.text}</ReportText> <DoseAsRead dose={order.dose} />
          <RecordName reference={order.reference} />
        </li>
      ))}
      {taken.map(({ text, from, references }) => (
        <li key={`${references[0]}${text}`}>
          <span className="order-status order-other">{t('order.taken')}</span> <ReportText limit={160}>{text}</ReportText>
          {from === undefined ? null : <span className="muted"> {t('order.since', { date: writeDate(from, code) })}</span>}
          <RecordName reference={references[0]} />
        </li>
      ))}
    </ul>
  );
}

/** Where it stands in the chart. */
function RecordName({ reference }: { reference: string | undefined }) {
  return reference === undefined || reference === '' ? null : <code className="reference">{reference}</code>;
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
