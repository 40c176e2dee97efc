/** Drugs that are over, each once with its days and, where the chart says it, why: what lines of therapy and trials ask for. */
import type { PanelReport, Taken } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { ReportText } from '../parts/text.tsx';
import { endOf } from '../view/earlier.ts';
import { writeSpan } from '../view/past-days.ts';

const MOST = 60;

interface Props {
  readonly report: Pick<PanelReport, 'taken' | 'earlier'>;
  /** True where the cancer drugs whose end is told stand above already. */
  readonly rest?: boolean;
}

export function PastDrugs({ report, rest = false }: Props) {
  const { t, code } = useLanguage();
  const past = report.taken.filter((drug) => drug.role === 'past' && !(rest && endOf(drug, report) !== undefined));
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
            <ReportText limit={160}>{nameOf(drug)}</ReportText> <span className="muted">{writeSpan(drug, t, code)}</span>
            <PastEnd said={endOf(drug, report)?.said} />
          </li>
        ))}
        {past.length > MOST ? <li className="muted">{t('evidence.more', { n: past.length - MOST })}</li> : null}
      </ul>
    </section>
  );
}

function PastEnd({ said }: { said: string | undefined }) {
  if (said === undefined) return null;
  return (
    <span className="earlier-end">
      <ReportText limit={160}>{said}</ReportText>
    </span>
  );
}

function nameOf({ ingredients, text }: Taken): string {
  return ingredients.map(({ name }) => name).join(' + ') || text;
}
