/**
 * Which single test or datum would settle most of what is open. A criterion counts for a datum if the datum alone settles it, whichever way the
 * result turns out ("would settle"); where that says little, those count that one result of the datum would settle ("could settle").
 */
import type { Criterion, Requirement } from '../../knowledge/trials/types.ts';
import type { NextDatum } from '../../report/types.ts';
import { termsOf } from '../../oncology/index.ts';
import { effort, GENE_PANEL, obtainable, stepName, type Datum } from './obtainable.ts';
import type { TrialPatient } from '../patient.ts';
import { isNeverCertain } from '../requirement-kind.ts';
import { evaluateRequirement } from '../verdict/evaluate.ts';

/** An open hard criterion and the data that would settle it. */
export interface OpenCriterion {
  readonly surely: readonly Datum[];
  readonly perhaps: readonly Datum[];
  /** What it asks for, whether or not that alone settles it. */
  readonly named: () => readonly Datum[];
}

export function openCriteria(criteria: readonly Criterion[], patient: TrialPatient): OpenCriterion[] {
  return criteria.flatMap(({ hard, requirement, some }): OpenCriterion[] => {
    if (!hard) return [];
    if (isNeverCertain(requirement))
      return some === undefined ? [{ surely: [], perhaps: [], named: () => dataIn(requirement, patient) }] : [];
    const settled = settledBy(requirement, patient);
    return settled === null ? [] : [settled];
  });
}

/** What is asked somewhere in it and not known. */
function dataIn(asked: Requirement, patient: TrialPatient): Datum[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap((one) => dataIn(one, patient));
  if (asked.kind === 'not') return dataIn(asked.of, patient);
  const { verdict: has, missing } = evaluateRequirement(asked, patient);
  const datum = has === 'unknown' && missing !== undefined ? datumOf(asked, missing, patient) : null;
  return datum === null ? [] : [datum];
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
    named: () => all,
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
    leaf = { has: answer.verdict, datum: answer.missing === undefined ? null : datumOf(asked, answer.missing, patient) };
    leaves.set(asked, leaf);
  }
  return leaf.has === 'unknown' && key !== null && leaf.datum?.key === key ? as : leaf.has;
}

function datumOf(asked: Requirement, missing: string, patient: TrialPatient): Datum | null {
  if (asked.kind === 'variant' || (asked.kind === 'molecular' && !termsOf(asked.tree).some(({ kind }) => kind === 'marker'))) {
    if (missing.endsWith(' result')) return { key: GENE_PANEL, parts: missing.replace(/ result$/, '').split(', ') };
  }
  return obtainable(missing, patient);
}

interface Tally {
  readonly key: string;
  readonly parts: Map<string, number>;
  criteria: number;
  readonly trials: Set<number>;
}

function tally(trials: readonly (readonly OpenCriterion[])[], which: keyof OpenCriterion): Tally[] {
  const byKey = new Map<string, Tally>();
  trials.forEach((open, trial) => {
    for (const criterion of open)
      for (const { key, parts } of onceEach(which === 'named' ? criterion.named() : criterion[which])) {
        const one = byKey.get(key) ?? { key, parts: new Map<string, number>(), criteria: 0, trials: new Set<number>() };
        byKey.set(key, one);
        one.criteria += 1;
        one.trials.add(trial);
        for (const part of parts) one.parts.set(part, (one.parts.get(part) ?? 0) + 1);
      }
  });
  return [...byKey.values()].sort(
    (a, b) => b.criteria - a.criteria || b.trials.size - a.trials.size || effort(a.key) - effort(b.key) || (a.key < b.key ? -1 : 1),
  );
}

/** A criterion counts once for a datum, however often it asks for it. */
function onceEach(data: readonly Datum[]): Datum[] {
  const byKey = new Map<string, Datum>();
  for (const { key, parts } of data) byKey.set(key, { key, parts: [...new Set([...(byKey.get(key)?.parts ?? []), ...parts])] });
  return [...byKey.values()];
}

/** A datum that could settle many is worth more than one that is sure to settle one or two. */
function ranked(trials: readonly (readonly OpenCriterion[])[]): { readonly certain: boolean; readonly data: readonly Tally[] } {
  const [sure, perhaps] = [tally(trials, 'surely'), tally(trials, 'perhaps')];
  const certain = (sure[0]?.criteria ?? 0) * 3 >= (perhaps[0]?.criteria ?? 0);
  return { certain, data: certain ? sure : perhaps };
}

/**
 * The datum for one trial, with the number of open criteria that it alone would settle; without a number where none alone settles one, but several ask for
 * it. Undefined when nothing is open that anybody could find out.
 */
export function nextDatumOfTrial(open: readonly OpenCriterion[]): { name: string; criteria?: number } | undefined {
  const [best] = ranked([open]).data;
  if (best !== undefined) return { name: stepName(best.key, best.parts), criteria: best.criteria };
  const [asked] = tally([open], 'named');
  return asked && { name: stepName(asked.key, asked.parts) };
}

/** The datum for the best trials together. */
export function commonNextDatum(trials: readonly (readonly OpenCriterion[])[]): NextDatum | undefined {
  const { certain, data } = ranked(trials);
  const [best, ...further] = data;
  if (best === undefined) return undefined;
  const name = stepName(best.key, best.parts);
  const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
  const could = certain ? 'would' : 'could';
  return {
    name,
    criteria: best.criteria,
    trials: best.trials.size,
    of: trials.length,
    text: `${name.charAt(0).toUpperCase()}${name.slice(1)} ${could} settle ${count(best.criteria, 'criterion', 'criteria')} in ${best.trials.size} of the ${count(trials.length, 'best trial', 'best trials')}.`,
    further: further.slice(0, 4).map((one) => ({ name: stepName(one.key, one.parts), criteria: one.criteria, trials: one.trials.size })),
  };
}
