/** Drugs that are over, each once with its days: what lines of therapy and trials ask for. */
import type { PanelReport, Taken } from '../data/panel-report.ts';
import { useLanguage, type Language } from '../language/language.tsx';
import { ReportText } from '../parts/text.tsx';
import { writeDate } from '../view/dates.ts';

const MOST = 60;

export function PastDrugs({ report }: { report: Pick<PanelReport, 'taken'> }) {
  const { t, code } = useLanguage();
  const past = report.taken.filter(({ role }) => role === 'past');
  if (past.length === 0) return null;
  return (
    <section className="past-drugs" aria-label={t('past.title')}>
      <h3 className="group-title">
        {t('past.title')} <span className="group-count">{past.length}</span>
      </h3>
      <p className="muted">{t('past.hint')}</p>
      <ul className="plain-list">
        {past.slice(0, MOST).map((drug) => (
          <li key={`${drug.text}${drug.references[0]}`}>
            <ReportText limit={160}>{nameOf(drug)}</ReportText> <span className="muted">{daysOf(drug, t, code)}</span>
          </li>
        ))}
        {past.length > MOST ? <li className="muted">{t('evidence.more', { n: past.length - MOST })}</li> : null}
      </ul>
    </section>
  );
}

function nameOf({ ingredients, text }: Taken): string {
  return ingredients.map(({ name }) => name).join(' + ') || text;
}

function daysOf({ from, to }: Taken, t: Language['t'], code: string): string {
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : writeDate(day, code)));
  if (first !== undefined && last !== undefined) return first === last ? first : t('past.from-to', { from: first, to: last });
  return last !== undefined ? t('past.until', { to: last }) : first !== undefined ? t('past.from', { from: first }) : '';
}
