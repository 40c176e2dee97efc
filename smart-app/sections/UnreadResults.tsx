/** Results on file that were not used, where a reader would otherwise take them for missing. */
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Notice } from '../parts/Notice.tsx';
import { ReportText } from '../parts/text.tsx';
import { unreadResults } from '../view/unread-results.ts';

/** The rest stands in the list of what was not checked. */
const MOST = 6;

export function UnreadResults({ report }: { report: Pick<PanelReport, 'warnings' | 'genes'> }) {
  const { t, count } = useLanguage();
  const unread = unreadResults(report);
  if (unread.length === 0) return null;
  return (
    <Notice tone="caution" title={count('tumour.unread', unread.length)}>
      <ul className="plain-list">
        {unread.slice(0, MOST).map(({ message, reference }) => (
          <li key={message}>
            <ReportText limit={200}>{message}</ReportText>
            {reference === undefined ? null : <code className="reference">{reference}</code>}
          </li>
        ))}
        {unread.length > MOST ? <li className="muted">{t('tumour.unread-more', { n: unread.length - MOST })}</li> : null}
      </ul>
    </Notice>
  );
}
