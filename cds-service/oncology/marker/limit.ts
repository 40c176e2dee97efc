/**
 * A marker's number against a limit that is asked for: "ER ≥ 10 %", "PD-L1 TPS < 50 %", "TMB ≤ 5/Mb". A result counts as the range of numbers it leaves
 * possible; where that range lies on both sides of the limit, nothing is said.
 */
import type { BiomarkerFact } from '../../../fhir-profiles/index.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import type { Verdict } from '../verdict.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

type MarkerTerm = Extract<Term, { kind: 'marker' }>;
type Range = readonly [low: number, high: number];

/** Statuses of a marker term that make `min` a limit, and how they are written. */
const SIGNS: Readonly<Record<string, string>> = { from: '≥', above: '>', to: '≤', below: '<' };

export const isLimit = ({ status }: MarkerTerm): boolean => Object.hasOwn(SIGNS, status);
export function limitWords({ marker, method, status, min }: MarkerTerm): string {
  return `${marker}${method === null ? '' : ` ${method}`} ${entryOf(SIGNS, status) ?? ''} ${min ?? ''}${marker === 'TMB' ? '/Mb' : marker === 'HRD' || method === 'CPS' ? '' : ' %'}`;
}

export function againstLimit({ marker, status, min }: MarkerTerm, fact: BiomarkerFact): Verdict {
  const range = rangeOf(marker, fact);
  if (range === null || min === null) return 'unknown';
  const holds = (at: number): boolean =>
    status === 'from' ? at >= min : status === 'above' ? at > min : status === 'to' ? at <= min : at < min;
  const [low, high] = [holds(range[0]), holds(range[1])];
  return low && high ? 'yes' : low || high ? 'unknown' : 'no';
}

/**
 * Oestrogen and progesterone receptors are positive from 1 % stained nuclei (ASCO/CAP 2020, doi:10.1200/JCO.19.02309): the word alone leaves 1 to 100 %.
 * For other markers a word says where the laboratory drew its line, not a number.
 */
const WORDED: Readonly<Record<string, Readonly<Record<string, Range>>>> = {
  ER: { positive: [1, 100], negative: [0, 1 - 1e-9] },
  PR: { positive: [1, 100], negative: [0, 1 - 1e-9] },
};

function rangeOf(marker: string, { value, unit, comparator, status }: BiomarkerFact): Range | null {
  const fits = unit === undefined || (marker === 'TMB' ? /\/mb|mega/i.test(unit) : marker === 'HRD' ? unit !== '%' : unit === '%');
  if (fits && typeof value === 'number') return bounded(value, comparator);
  const said = typeof value === 'string' && fits ? inWords(value) : null;
  return said ?? entryOf(entryOf(WORDED, marker), (status ?? String(value)).toLowerCase()) ?? null;
}
/** `<1%`, `1-9 %`, `40`. */
function inWords(text: string): Range | null {
  const between = /^\s*(\d+(?:\.\d+)?)\s*%?\s*-\s*(\d+(?:\.\d+)?)\s*%?\s*$/.exec(text);
  if (between) return [Number(between[1]), Number(between[2])];
  const one = /^\s*(<=|>=|<|>|≤|≥)?\s*(\d+(?:\.\d+)?)\s*(?:%|mut\w*\s*\/\s*mb)?\s*$/i.exec(text);
  return one ? bounded(Number(one[2]), one[1]) : null;
}
/** "Below 5" is anything under it; the bound itself counts by a hair's breadth. */
function bounded(number: number, comparator: string | undefined): Range {
  const hair = 1e-9;
  if (comparator === '<') return [0, number - hair];
  if (comparator === '<=' || comparator === '≤') return [0, number];
  if (comparator === '>') return [number + hair, Number.POSITIVE_INFINITY];
  return comparator === '>=' || comparator === '≥' ? [number, Number.POSITIVE_INFINITY] : [number, number];
}
