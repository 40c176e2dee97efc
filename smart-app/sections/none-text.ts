/** What an empty section says: that nothing is on file only where the chart was read. */
import type { PanelReport } from '../data/panel-report.ts';
import { isWithheld } from '../data/unread.ts';
import type { Language } from '../language/language.tsx';
import { unreadResults } from '../view/unread-results.ts';

const PARTS = { drugs: 'drugs', genes: 'results', tumour: 'tumour' } as const;

export function noneText(
  section: keyof typeof PARTS,
  report: Pick<PanelReport, 'unread' | 'warnings' | 'genes'>,
  t: Language['t'],
): string {
  const { unread, warnings } = report;
  if (isWithheld(warnings)) return t('section.withheld');
  const parts = unread[PARTS[section]];
  if (section === 'tumour' && parts.length === 0 && unreadResults(report).length > 0) return t('tumour.none-read');
  return parts.length === 0 ? t(`${section}.none`) : t('section.unread', { parts: parts.join(', ') });
}

/** Without a trial: why none was looked for, or that none was matched. */
export function noTrialText({ unread, warnings, tumour }: Pick<PanelReport, 'unread' | 'warnings' | 'tumour'>, t: Language['t']): string {
  if (isWithheld(warnings)) return t('trials.withheld');
  if (tumour !== null) return t('trials.none');
  return unread.tumour.length === 0 ? t('trials.no-tumour') : t('section.unread', { parts: unread.tumour.join(', ') });
}
