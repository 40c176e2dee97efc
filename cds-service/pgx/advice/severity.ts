/** How far an action departs from usual prescribing; used to choose between rows and to order cards. */
import type { AdviceAction } from '../../report/types.ts';

const RANK: Readonly<Record<AdviceAction, number>> = {
  avoid: 7,
  alternative: 6,
  'decrease-dose': 5,
  'increase-dose': 4,
  'test-first': 3,
  monitor: 2,
  standard: 1,
  'no-recommendation': 0,
};

export function severity(action: AdviceAction): number {
  return RANK[action];
}

const STRENGTH = { strong: 3, moderate: 2, optional: 1, none: 0 } as const;

export function strengthRank(strength: keyof typeof STRENGTH): number {
  return STRENGTH[strength];
}

/** True when the advice asks for something other than usual prescribing. */
export function actionable(action: AdviceAction): boolean {
  return action !== 'standard' && action !== 'no-recommendation';
}

/** Prodrugs that become toxic at usual doses when the enzyme is too active. */
export const ACTIVATED: ReadonlySet<string> = new Set(['codeine', 'tramadol']);
