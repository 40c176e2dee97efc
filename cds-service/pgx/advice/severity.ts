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

/**
 * Drugs that their own label contraindicates with the result that the advice to avoid them rests on: thioridazine in CYP2D6 poor metabolizers, siponimod
 * with CYP2C9*3/*3, deuruxolitinib in CYP2C9 poor metabolizers (FDA labels, see `labels.json`), methylene blue in G6PD deficiency (US label of
 * ProvayBlue, section 4, read 2026-11-22).
 */
export const CONTRAINDICATED: Readonly<Record<string, string>> = {
  thioridazine: 'CYP2D6',
  siponimod: 'CYP2C9',
  deuruxolitinib: 'CYP2C9',
  'methylene blue': 'G6PD',
};

/** Prodrugs that become toxic at usual doses when the enzyme is too active. */
export const ACTIVATED: ReadonlySet<string> = new Set(['codeine', 'tramadol']);
