/**
 * Which single test or datum would settle most of what is open. A criterion counts for a datum if the datum alone settles it, whichever way the
 * result turns out ("would settle"); where that says little, those count that one result of the datum would settle ("could settle").
 */
import type { Criterion, Requirement } from '../knowledge/trials/types.ts';
import type { NextDatum } from '../report/types.ts';
import { termsOf } from '../oncology/index.ts';
import type { TrialPatient } from './patient.ts';
import { isNeverCertain } from './requirement-kind.ts';
import { evaluateRequirement } from './verdict/evaluate.ts';

/** A datum that several criteria may wait for: all genes are one sequencing panel, all earlier treatment is one history. */
interface Datum {
  readonly key: string;
  readonly parts: readonly string[];
}
/** An open hard criterion and the data that would settle it. */
export interface OpenCriterion {
  readonly surely: readonly Datum[];
  readonly perhaps: readonly Datum[];
}

export function openCriteria(criteria: readonly Criterion[], patient: TrialPatient): OpenCriterion[] {
  return criteria
    .filter(({ hard, requirement }) => hard && !isNeverCertain(requirement))
    .map(({ requirement }) => settledBy(requirement, patient))
    .filter((one) => one !== null);
}

function settledBy(requirement: Requirement, patient: TrialPatient): OpenCriterion | null {
  const leaves = new Map<Requirement, Leaf>();
  if (verdict(requirement, patient, leaves, null, 'unknown') !== 'unknown') return null;
  const data = new Map<string, Datum>();
  for (const { datum, has } of leaves.values())
    if (has === 'unknown' && datum !== null) {
      const before = data.get(datum.key);
      data.set(datum.key, before === undefined ? datum : { key: datum.key, parts: [...new Set([...before.parts, ...datum.parts])] });
    }
  const settles = (key: string, as: Has): boolean => verdict(requirement, patient, leaves, key, as) !== 'unknown';
  const all = [...data.values()];
  return {
    surely: all.filter(({ key }) => settles(key, 'yes') && settles(key, 'no')),
    perhaps: all.filter(({ key }) => settles(key, 'yes') || settles(key, 'no')),
  };
}

type Has = 'yes' | 'no' | 'unknown';
interface Leaf {
  readonly has: Has;
  readonly datum: Datum | null;
}

/** The verdict if every open leaf that waits for `key` came out `as`. */
function verdict(asked: Requirement, patient: TrialPatient, leaves: Map<Requirement, Leaf>, key: string | null, as: Has): Has {
  if (asked.kind === 'all' || asked.kind === 'any') {
    const deciding = asked.kind === 'all' ? 'no' : 'yes';
    let open = false;
    for (const one of asked.of) {
      const has = verdict(one, patient, leaves, key, as);
      if (has === deciding) return deciding;
      if (has === 'unknown') open = true;
    }
    return open ? 'unknown' : deciding === 'no' ? 'yes' : 'no';
  }
  if (asked.kind === 'not') {
    const has = verdict(asked.of, patient, leaves, key, as);
    return has === 'unknown' ? has : has === 'yes' ? 'no' : 'yes';
  }
  let leaf = leaves.get(asked);
  if (leaf === undefined) {
    const answer = evaluateRequirement(asked, patient);
    leaf = { has: answer.verdict, datum: answer.missing === undefined ? null : datumOf(asked, answer.missing) };
    leaves.set(asked, leaf);
  }
  return leaf.has === 'unknown' && key !== null && leaf.datum?.key === key ? as : leaf.has;
}

const PANEL = 'gene panel';
const HISTORY = 'treatment history';

function datumOf(asked: Requirement, missing: string): Datum | null {
  // The tumour is known; it is the trial's own words that were not understood. That is no datum of the patient.
  if (asked.kind === 'unread' && missing.startsWith('the tumour type')) return null;
  const treatment = /^treatment history: (.+)$/.exec(missing);
  if (treatment) return { key: HISTORY, parts: [treatment[1] ?? ''] };
  if (asked.kind === 'variant' || (asked.kind === 'molecular' && !termsOf(asked.tree).some(({ kind }) => kind === 'marker'))) {
    const genes = missing.replace(/ result$/, '').split(', ');
    if (missing.endsWith(' result')) return { key: PANEL, parts: genes };
  }
  return { key: missing, parts: [] };
}

/** What the datum is called, with at most four of its parts. */
function nameOf({ key, parts }: { readonly key: string; readonly parts: ReadonlyMap<string, number> | readonly string[] }): string {
  const names = Array.isArray(parts)
    ? (parts as readonly string[])
    : [...(parts as ReadonlyMap<string, number>)].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const listed = `${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''}`;
  if (key === PANEL) return names.length === 1 ? `${listed} result` : `tumour gene panel (${listed})`;
  if (key === HISTORY) return `${HISTORY}: ${listed}`;
  return key;
}

interface Tally {
  readonly key: string;
  readonly parts: Map<string, number>;
  criteria: number;
  readonly trials: Set<number>;
}

function tally(trials: readonly (readonly OpenCriterion[])[], which: 'surely' | 'perhaps'): Tally[] {
  const byKey = new Map<string, Tally>();
  trials.forEach((open, trial) => {
    for (const criterion of open)
      for (const { key, parts } of criterion[which]) {
        const one = byKey.get(key) ?? { key, parts: new Map<string, number>(), criteria: 0, trials: new Set<number>() };
        byKey.set(key, one);
        one.criteria += 1;
        one.trials.add(trial);
        for (const part of parts) one.parts.set(part, (one.parts.get(part) ?? 0) + 1);
      }
  });
  return [...byKey.values()].sort((a, b) => b.criteria - a.criteria || b.trials.size - a.trials.size || (a.key < b.key ? -1 : 1));
}

/** The datum for one trial; undefined when no single datum would settle any of its open criteria. */
export function nextDatumOfTrial(open: readonly OpenCriterion[]): { name: string; criteria: number } | undefined {
  const [best] = [...tally([open], 'surely'), ...tally([open], 'perhaps')];
  return best && { name: nameOf(best), criteria: best.criteria };
}

/** The datum for the best trials together. */
export function commonNextDatum(trials: readonly (readonly OpenCriterion[])[]): NextDatum | undefined {
  const [sure, perhaps] = [tally(trials, 'surely'), tally(trials, 'perhaps')];
  // A datum that could settle many is worth more than one that is sure to settle one or two.
  const certain = (sure[0]?.criteria ?? 0) * 3 >= (perhaps[0]?.criteria ?? 0);
  const [best, ...further] = certain ? sure : perhaps;
  if (best === undefined) return undefined;
  const name = nameOf(best);
  const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
  const could = certain ? 'would' : 'could';
  return {
    name,
    criteria: best.criteria,
    trials: best.trials.size,
    of: trials.length,
    text: `${name.charAt(0).toUpperCase()}${name.slice(1)} ${could} settle ${count(best.criteria, 'criterion', 'criteria')} in ${best.trials.size} of the ${count(trials.length, 'best trial', 'best trials')}.`,
    further: further.slice(0, 4).map((one) => ({ name: nameOf(one), criteria: one.criteria, trials: one.trials.size })),
  };
}
