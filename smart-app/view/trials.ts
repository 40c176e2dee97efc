/** Trials in the order in which a trial nurse reads them: could join, worth asking, excluded. */
import type { Criterion, Trial } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';

export type TrialGroupName = Trial['verdict'];

const ORDER: readonly TrialGroupName[] = ['eligible', 'possible', 'unrecognised', 'ineligible'];

export function trialGroups(trials: readonly Trial[]): readonly { readonly verdict: TrialGroupName; readonly trials: readonly Trial[] }[] {
  return ORDER.map((verdict) => ({
    verdict,
    trials: trials
      // Inside a group the service's own order stays: findings of this patient first, then the fewest things to find out.
      .filter((trial) => trial.verdict === verdict),
  })).filter((group) => group.trials.length > 0);
}

/** Trials that a checklist goes through: as many as a nurse can call about in one go. */
const CHECKLIST = 3;

/** The first trials of the list that a person could still join. */
export function firstTrials(trials: readonly Trial[]): readonly Trial[] {
  return joinable(trials).slice(0, CHECKLIST);
}

/** In the order of the list, without those of which a criterion is not met. */
export function joinable(trials: readonly Trial[]): readonly Trial[] {
  return trialGroups(trials).flatMap(({ verdict, trials: members }) => (verdict === 'ineligible' ? [] : members));
}

export function tally(criteria: readonly Criterion[]): { readonly met: number; readonly notMet: number; readonly unknown: number } {
  const counted = (verdict: Criterion['verdict']) => criteria.filter((criterion) => criterion.verdict === verdict).length;
  return { met: counted('met'), notMet: counted('not-met'), unknown: counted('unknown') + counted('unrecognised') };
}

export function criteriaInOrder(criteria: readonly Criterion[]): readonly Criterion[] {
  const rank = { 'not-met': 0, unknown: 1, unrecognised: 1, met: 2 } as const;
  return [...criteria].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
}

/** "Boston, United States, 12 km", or the place and how near it was judged by its name alone; null when no site is known. */
export function siteText({ nearestSite: site }: Trial, t: Language['t'], code: string): string | null {
  if (site === undefined) return null;
  const place = [site.city, site.city === undefined ? site.state : undefined, site.country].filter(Boolean).join(', ');
  const nearness =
    site.judgedBy === 'coordinates'
      ? site.distanceKm === undefined
        ? ''
        : t('trials.km', { km: new Intl.NumberFormat(code).format(site.distanceKm) })
      : t(`trials.near.${site.judgedBy}`);
  return [place, nearness].filter((part) => part !== '').join(', ') || null;
}
