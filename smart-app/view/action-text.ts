/** What an advice asks for, in two or three words: as the card says it. */
import type { Advice } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';
import { changesTherapy } from './severity.ts';

type Said = Pick<Advice, 'action' | 'actionText'> &
  Partial<Pick<Advice, 'coverage' | 'cautions' | 'doubts' | 'quiet' | 'replaceFirst' | 'takenSince' | 'aggravatedBy' | 'dose'>>;

/**
 * Not tested, unreadable or not covered is said as such; "standard dosing" never stands over a drug that its label or another result speaks
 * against; "avoid" never alone over a drug that has been taken for months, or that another drug beside it turns into one to avoid.
 */
export function actionText(said: Said, t: Language['t']): string {
  const { action, actionText: written, coverage = null, cautions = [], doubts = [] } = said;
  if (cautions.length > 0 && action !== 'unrecognised' && !changesTherapy(action)) return t('action.label-caution');
  if (coverage !== null && action === 'no-recommendation') return t(`coverage.${coverage}`);
  if (doubts.length > 0 && action !== 'unrecognised' && !changesTherapy(action)) return t('action.doubt');
  if (action === 'unrecognised') return t('action.named', { action: written });
  return changesTherapy(action) ? inItsPlace(said, t(`action.${action}`), t) : t(`action.${action}`);
}

function inItsPlace(
  { action, quiet, replaceFirst = [], takenSince, aggravatedBy = [], dose }: Said,
  act: string,
  t: Language['t'],
): string {
  const inside = act.charAt(0).toLowerCase() + act.slice(1);
  if (replaceFirst.length > 0) return t('action.replace-first', { drugs: replaceFirst.join(', '), action: inside });
  if (quiet === 'tolerated' || quiet === 'in-use') return t(`action.${quiet}`, { action: inside });
  if (action === 'decrease-dose' && aggravatedBy.length > 0)
    return t('action.aggravated', { action: act, drugs: [...new Set(aggravatedBy.map(({ name }) => name))].join(', ') });
  if (action === 'decrease-dose' && dose?.order !== undefined) return t(`action.${dose.order}`, { action: inside });
  if (quiet === 'low-dose') return t('action.higher-doses', { action: inside });
  return takenSince !== undefined && (action === 'avoid' || action === 'alternative') ? t('action.stop') : act;
}
