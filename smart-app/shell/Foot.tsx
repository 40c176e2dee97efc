/** The foot: what it rests on, what was not checked, print. Always reachable. */
import type { ReadReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { LookChoice } from '../look/LookChoice.tsx';
import { writeDate } from '../view/dates.ts';
import { LanguageChoice } from './LanguageChoice.tsx';

interface Props {
  readonly read: ReadReport | null;
  /** Null while the report arrives: nothing can be counted yet. */
  readonly gaps: number | null;
  readonly page: string;
  readonly wide: boolean;
  readonly onPage: (page: 'unchecked' | 'report') => void;
}

export function Foot({ read, gaps, page, wide, onPage }: Props) {
  const { t, code, count } = useLanguage();
  const knowledge = read?.report.knowledge ?? [];
  return (
    <footer className="foot screen-only">
      {wide ? null : (
        <div className="foot-links">
          <button
            type="button"
            className="link-button"
            aria-current={page === 'unchecked' ? 'page' : undefined}
            onClick={() => onPage('unchecked')}
          >
            {gaps === null ? t('unchecked.title') : count('unchecked.count', gaps)}
          </button>
          <button
            type="button"
            className="link-button"
            aria-current={page === 'report' ? 'page' : undefined}
            onClick={() => onPage('report')}
          >
            {t('foot.report')}
          </button>
          <LookChoice />
          <LanguageChoice />
        </div>
      )}
      {knowledge.length === 0 ? null : (
        <details className="foot-knowledge">
          <summary>{t('foot.knowledge')}</summary>
          <ul>
            {knowledge.map(({ id, version, date, licence }) => (
              <li key={id}>
                <bdi>{id}</bdi> {version} · {writeDate(date, code)} · <bdi className="muted">{licence}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      {read === null || read.report.inputHash === '' ? null : (
        <p className="muted">
          {t('foot.hash')} <code>{read.report.inputHash}</code>
        </p>
      )}
      <p className="muted">
        {t('foot.use')} {code === 'en' ? null : t('foot.report-language')}
      </p>
    </footer>
  );
}
