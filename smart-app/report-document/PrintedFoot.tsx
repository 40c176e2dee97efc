/** What every printed page ends with, whichever part of the panel it shows: what was not checked, the knowledge, and what it is for. */
import type { ReadReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { GapLine } from '../sections/UncheckedSection.tsx';
import { writeDate } from '../view/dates.ts';
import type { Gap } from '../view/unchecked.ts';

const MOST = 200;

export function PrintedFoot({ read, gaps }: { read: ReadReport; gaps: readonly Gap[] }) {
  const { t, code } = useLanguage();
  return (
    <footer className="print-only printed-foot">
      {gaps.length === 0 ? null : (
        <>
          <h2>{t('doc.not-checked')}</h2>
          <p>{t('unchecked.intro')}</p>
          <ul className="gap-list">
            {gaps.slice(0, MOST).map((gap, index) => (
              <GapLine key={`${gap.kind}-${gap.subject}-${index}`} gap={gap} />
            ))}
          </ul>
          {gaps.length > MOST ? <p>{t('evidence.more', { n: gaps.length - MOST })}</p> : null}
        </>
      )}
      <p>
        {t('foot.knowledge')}:{' '}
        {read.report.knowledge.map(({ id, version, date }) => `${id} ${version} (${writeDate(date, code)})`).join(', ')}
      </p>
      <p>{t('foot.use')}</p>
    </footer>
  );
}
