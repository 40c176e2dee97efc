/** A number of a tumour-wide marker against a limit: mutations per megabase, percent of cells. */
import type { BiomarkerFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, no, unknown, yes, type Answer } from './answer.ts';

type MarkerValue = Extract<Requirement, { kind: 'marker-value' }>;
type Fit = 'yes' | 'no' | 'open';

/** Results that disagree answer nothing; "high" and "low" without a number say where the usual cut-off lies, not a value. */
export function hasMarkerValue(asked: MarkerValue, { facts }: TrialPatient): Answer {
  const results = facts.biomarkers.filter(({ kind }) => kind.toUpperCase() === asked.marker.toUpperCase());
  const missing = `${asked.marker} result`;
  if (results.length === 0) return unknown(`${asked.marker} is not recorded`, missing);
  const said = results.map((fact) => dated(`${asked.marker} ${fact.comparator ?? ''}${fact.value}${fact.unit === undefined ? '' : ` ${fact.unit}`}`, fact.source.issued)); // prettier-ignore
  const fits = new Set(results.map((fact) => fitOf(asked, fact)).filter((fit) => fit !== 'open'));
  if (fits.size !== 1) return unknown(`${said.join('; ')}${fits.size > 1 ? ': results disagree' : ''}`, missing);
  return fits.has('yes') ? yes(said.join('; ')) : no(said.join('; '));
}

function fitOf({ marker, bound, value }: MarkerValue, { value: given, unit, comparator }: BiomarkerFact): Fit {
  if (unit !== undefined && !(marker === 'TMB' ? /\/mb|mega/i.test(unit) : unit === '%')) return 'open';
  const text = typeof given === 'number' ? '' : /^\s*([\d.]+)(?!\s*-)\s*(?:%|mut\w*\s*\/\s*mb)?\s*$/i.exec(given)?.[1];
  const number = typeof given === 'number' ? given : Number(text ?? Number.NaN);
  if (Number.isNaN(number)) return 'open';
  const [low, high] = rangeOf(number, comparator);
  const both = (holds: (at: number) => boolean): Fit => (holds(low) && holds(high) ? 'yes' : holds(low) || holds(high) ? 'open' : 'no');
  switch (bound) {
    case 'min':
      return both((at) => at >= value);
    case 'above':
      return both((at) => at > value);
    case 'max':
      return both((at) => at <= value);
    case 'below':
      return both((at) => at < value);
    case 'equal':
      return low === high ? (low === value ? 'yes' : 'no') : value < low || value > high ? 'no' : 'open';
  }
}
/** "Below 5" is anything under it; the bound itself counts by a hair's breadth. */
function rangeOf(number: number, comparator: BiomarkerFact['comparator']): readonly [number, number] {
  const hair = 1e-9;
  if (comparator === '<') return [0, number - hair];
  if (comparator === '<=') return [0, number];
  if (comparator === '>') return [number + hair, Number.POSITIVE_INFINITY];
  return comparator === '>=' ? [number, Number.POSITIVE_INFINITY] : [number, number];
}
