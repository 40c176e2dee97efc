/**
 * Drift: the service counts, per model, in which training bin each input fell and why it abstained. No patient is kept, only counts.
 * `compareWithTraining` says how far the counts are from training, by the population stability index (PSI): below 0.1 nothing to
 * see, 0.1–0.25 worth a look, above 0.25 another population.
 */
import type { Distribution, ModelArtefact } from './artefact.ts';
import { entryOf } from '../fhir-profiles/entry-of.ts';

/** One input of one patient, before binning: a number, a word, or null when it was not on file. */
export type InputValue = number | string | null;

const MISSING = 'not on file';

/** The training bin of a value: its word, `≤ edge`, `> last edge`, or "not on file". */
export function binOf(value: InputValue, distribution: Pick<Distribution, 'edges'>): string {
  if (value === null) return MISSING;
  if (typeof value === 'string') return value;
  const edges = distribution.edges ?? [];
  const edge = edges.find((bound) => value <= bound);
  return edge === undefined ? `> ${edges.at(-1) ?? ''}` : `≤ ${edge}`;
}

/** The bin as it is counted: a word that training never saw is "other", so that no free text of a chart reaches a counter. */
export function knownBin(value: InputValue, distribution: Distribution | undefined): string {
  const bin = binOf(value, distribution ?? {});
  return typeof value !== 'string' || bin in (distribution?.shares ?? {}) ? bin : 'other';
}

/** Distribution of one input over training patients; a measured input is cut at its quintiles. */
export function distributionOf(values: readonly InputValue[]): Distribution {
  const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const edges =
    numbers.length === 0
      ? undefined
      : [...new Set([0.2, 0.4, 0.6, 0.8].map((share) => numbers[Math.floor(share * (numbers.length - 1))] ?? 0))];
  const counts = new Map<string, number>();
  for (const value of values) {
    const bin = binOf(value, edges === undefined ? {} : { edges });
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const shares = Object.fromEntries(
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([bin, count]) => [bin, Math.round((count / values.length) * 1e4) / 1e4]),
  );
  return edges === undefined ? { shares } : { edges, shares };
}

/** Counts per input and bin, as the service keeps them. */
export type InputCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface DriftRow {
  readonly input: string;
  readonly n: number;
  readonly psi: number | null;
  readonly verdict: 'too few' | 'stable' | 'look' | 'shifted';
  readonly largest: string | null;
}

/** Fewer cases than this say nothing about a distribution. */
const FEW = 50;
/** A bin without patients would make the index infinite. */
const FLOOR = 0.001;

export function compareWithTraining(counts: InputCounts, artefact: Pick<ModelArtefact, 'distributions'>): DriftRow[] {
  return Object.entries(artefact.distributions).map(([input, { shares }]) => {
    const seen = entryOf(counts, input) ?? {};
    const n = Object.values(seen).reduce((sum, count) => sum + count, 0);
    if (n < FEW) return { input, n, psi: null, verdict: 'too few', largest: null };
    const parts = [...new Set([...Object.keys(shares), ...Object.keys(seen)])].map((bin) => {
      const expected = Math.max(entryOf(shares, bin) ?? 0, FLOOR);
      const observed = Math.max((entryOf(seen, bin) ?? 0) / n, FLOOR);
      return { bin, part: (observed - expected) * Math.log(observed / expected) };
    });
    const psi = parts.reduce((sum, { part }) => sum + part, 0);
    const largest = [...parts].sort((a, b) => b.part - a.part)[0]?.bin ?? null;
    return { input, n, psi: Math.round(psi * 1000) / 1000, verdict: psi < 0.1 ? 'stable' : psi <= 0.25 ? 'look' : 'shifted', largest };
  });
}
