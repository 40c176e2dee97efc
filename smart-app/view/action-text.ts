/** What an advice asks for, in two or three words. */
import type { Advice } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';
import { changesTherapy } from './severity.ts';

type Said = Pick<Advice, 'action' | 'actionText'> & Partial<Pick<Advice, 'coverage' | 'cautions' | 'doubts'>>;

/** Not tested, unreadable or not covered is said as such; "standard dosing" never stands over a drug that its label or another result speaks against. */
export function actionText({ action, actionText: written, coverage = null, cautions = [], doubts = [] }: Said, t: Language['t']): string {
  if (cautions.length > 0 && action !== 'unrecognised' && !changesTherapy(action)) return t('action.label-caution');
  if (coverage !== null && action === 'no-recommendation') return t(`coverage.${coverage}`);
  if (doubts.length > 0 && action !== 'unrecognised' && !changesTherapy(action)) return t('action.doubt');
  return action === 'unrecognised' ? t('action.named', { action: written }) : t(`action.${action}`);
}
