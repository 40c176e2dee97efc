/** Trials in the order in which a trial nurse reads them: could join, worth asking, excluded. */
import type { Criterion, Trial } from '../data/panel-report.ts';

export type TrialGroupName = Trial['verdict'];

const ORDER: readonly TrialGroupName[] = ['eligible', 'possible', 'unrecognised', 'ineligible'];

export function trialGroups(trials: readonly Trial[]): readonly { readonly verdict: TrialGroupName; readonly trials: readonly Trial[] }[] {
  return ORDER.map((verdict) => ({
    verdict,
    trials: trials
      .filter((trial) => trial.verdict === verdict)
      .map((trial) => ({ trial, ...tally(trial.criteria) }))
      // Fewest things to find out first: the cheapest call to make.
      .sort((a, b) => a.notMet - b.notMet || a.unknown - b.unknown || b.met - a.met)
      .map(({ trial }) => trial),
  })).filter((group) => group.trials.length > 0);
}

export function tally(criteria: readonly Criterion[]): { readonly met: number; readonly notMet: number; readonly unknown: number } {
  const counted = (verdict: Criterion['verdict']) => criteria.filter((criterion) => criterion.verdict === verdict).length;
  return { met: counted('met'), notMet: counted('not-met'), unknown: counted('unknown') + counted('unrecognised') };
}

export function criteriaInOrder(criteria: readonly Criterion[]): readonly Criterion[] {
  const rank = { 'not-met': 0, unknown: 1, unrecognised: 1, met: 2 } as const;
  return [...criteria].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
}
