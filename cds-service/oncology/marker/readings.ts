/** One result of a marker against one question: what its number, its score or its words say. */
import { saysBlood, saysCirculating } from '../../../fhir-profiles/codes/specimen-kinds.ts';
import type { BiomarkerFact } from '../../../fhir-profiles/index.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import type { Verdict } from '../verdict.ts';
import { againstLimit } from './limit.ts';

export type MarkerTerm = Extract<Term, { kind: 'marker' }>;

/** One reading of one result: what it says about the question. */
export type Reading = (fact: BiomarkerFact) => Verdict;

export function tmb(term: MarkerTerm): Reading {
  return ({ value, unit, status: word, comparator }) => {
    const number =
      typeof value === 'number' ? value : Number(/^\s*(\d+(?:\.\d+)?)\s*(?:mut\w*\s*\/\s*Mb)?\s*$/i.exec(value)?.[1] ?? Number.NaN);
    const perMegabase = unit === undefined || /\/mb|mega/i.test(unit);
    if (typeof value === 'number' || (Number.isFinite(number) && perMegabase)) {
      if (!perMegabase || (word?.toLowerCase() === 'low' && number >= 10)) return 'unknown';
      const min = term.min ?? 10;
      if (comparator === '<' || comparator === '<=') return number <= min ? against('high', term.status) : 'unknown';
      if (comparator === '>' || comparator === '>=') return number >= min ? against('low', term.status) : 'unknown';
      return number >= min === (term.status === 'high') ? 'yes' : 'no';
    }
    // "TMB-High not detected" is low: the reading of the words comes before the words.
    const said = (word ?? String(value)).toLowerCase();
    if (/\bhigh\b|tmb-h/.test(said)) return against('low', term.status);
    return /\blow\b/.test(said) ? against('high', term.status) : 'unknown';
  };
}
/**
 * Words first; else the genomic instability score, positive from 42 (companion test of olaparib with bevacizumab). A number with a
 * percent sign is another measure.
 */
export function hrd(wanted: string): Reading {
  const worded = status({ positive: ['positive', 'high', 'deficient'], negative: ['negative', 'low', 'proficient'] }, wanted);
  return (fact) => {
    const said = worded(fact);
    if (said !== 'unknown' || typeof fact.value !== 'number' || fact.unit === '%' || fact.comparator !== undefined) return said;
    return fact.value >= 42 === (wanted === 'positive') ? 'yes' : 'no';
  };
}
/** Words first ("low positive" is positive); else the share of stained nuclei, positive from 1 %. */
export function receptor(term: MarkerTerm): Reading {
  const worded = status({ positive: ['positive', 'high', 'over', 'low'], negative: ['negative', 'absent'] }, term.status);
  return (fact) => {
    const said = worded(fact);
    if (said !== 'unknown') return said;
    const counted = againstLimit({ ...term, status: 'from', min: 1 }, fact);
    return term.status === 'positive' ? counted : opposite(counted);
  };
}

/** The answer when the opposite of `status` is shown to be false. */
function against(excluded: string, status: string): Verdict {
  return excluded === status ? 'no' : 'yes';
}

export function status(words: Readonly<Record<string, readonly string[]>>, wanted: string): Reading {
  return ({ status: word, value }) => {
    // The reading of the words comes before the words: "MSI-Low: Positive" is low, and "MSI negative: Positive" may mean either.
    if (word === 'indeterminate' || word === 'equivocal') return 'unknown';
    const said = [word, typeof value === 'string' ? value : undefined]
      .filter((text) => text !== undefined)
      .map((text) => text.toLowerCase().trim());
    for (const text of said) {
      const read = Object.entries(words).find(([, spellings]) => spellings.includes(text));
      if (read !== undefined) return read[0] === wanted ? 'yes' : 'no';
    }
    return 'unknown';
  };
}

export function atLeast(min: number): Reading {
  return ({ value, comparator }) => {
    if (typeof value === 'number') {
      if (comparator === '<' || comparator === '<=') return value <= min ? 'no' : 'unknown';
      if (comparator === '>' || comparator === '>=') return value >= min ? 'yes' : 'unknown';
      return value >= min ? 'yes' : 'no';
    }
    const range = /^\s*(\d+)\s*-\s*(\d+)\s*%?\s*$/.exec(value);
    if (range) return Number(range[1]) >= min ? 'yes' : Number(range[2]) < min ? 'no' : 'unknown';
    const bound = /^\s*([<>≥≤]=?)\s*(\d+)\s*%?\s*$/.exec(value);
    if (bound) {
      const number = Number(bound[2]);
      if (/[<≤]/.test(bound[1] ?? '')) return number <= min ? 'no' : 'unknown';
      return number >= min ? 'yes' : 'unknown';
    }
    const bare = /^\s*(\d+(?:\.\d+)?)\s*%?\s*$/.exec(value);
    return bare ? (Number(bare[1]) >= min ? 'yes' : 'no') : 'unknown';
  };
}

/** TC, the share of stained tumour cells, is what TPS counts. */
export function isScale(method: string | undefined, asked: string): boolean {
  const scale = method?.toUpperCase();
  return scale !== undefined && (scale.includes(asked) || (asked === 'TPS' && scale === 'TC'));
}

export function ihcScore({ value, method, unit }: BiomarkerFact): number | null {
  const text = String(value).trim();
  const match = /^(?:IHC\s*)?(?:score\s*)?([0-3])\s*\+?$/i.exec(text);
  const isIhc = /IHC|immuno/i.test(method ?? '') || text.endsWith('+') || /^IHC/i.test(text);
  return match && isIhc && unit !== '%' ? Number(match[1]) : null;
}
export function ishStatus({ value, method, status: word }: BiomarkerFact): Verdict {
  if (!/ISH|hybridi/i.test(method ?? '')) return 'unknown';
  const said = `${word ?? ''} ${value}`.toLowerCase();
  if (/not amplified|non-?amplified|negative/.test(said)) return 'no';
  return /amplified|positive/.test(said) ? 'yes' : 'unknown';
}
export function isBlood({ specimen, method }: BiomarkerFact): boolean {
  const words = `${specimen ?? ''} ${method ?? ''}`;
  return saysCirculating(words) || saysBlood(words);
}
export function opposite(verdict: Verdict): Verdict {
  return verdict === 'unknown' ? 'unknown' : verdict === 'yes' ? 'no' : 'yes';
}
