/** Tumour-wide markers and stainings of the patient, and whether they satisfy what a profile or label asks for. */
import { SPECIMEN_NOT_ON_FILE } from '../../../fhir-profiles/codes/specimen-kinds.ts';
import type { BiomarkerFact } from '../../../fhir-profiles/index.ts';
import type { Alteration } from '../alteration/alteration.ts';
import { againstLimit, isLimit, limitWords } from './limit.ts';
import { notFoundOutside } from './not-tissue.ts';
import {
  atLeast,
  hrd,
  ihcScore,
  isBlood,
  ishStatus,
  isScale,
  opposite,
  receptor,
  status,
  tmb,
  type MarkerTerm,
  type Reading,
} from './readings.ts';
import { said, type Reason } from '../reason/index.ts';
import type { Verdict } from '../verdict.ts';

export interface MarkerAnswer {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly references: readonly string[];
}
export interface Markers {
  answer(term: MarkerTerm): MarkerAnswer;
}

export function readMarkers(facts: readonly BiomarkerFact[], alterations: readonly Alteration[]): Markers {
  // What no reader took is quoted as it was written, and says nothing here; nor does what was not found outside the tumour.
  const readable = facts.filter(
    (fact) => !(typeof fact.value === 'string' && fact.value.startsWith('“')) && notFoundOutside(fact) === null,
  );
  const of = (...kinds: string[]) => readable.filter(({ kind }) => kinds.includes(kind.toUpperCase()));
  return { answer };

  function answer(term: MarkerTerm): MarkerAnswer {
    if (isLimit(term))
      return judged(
        limitWords(term),
        of(term.marker).filter(({ method }) => term.method === null || (method?.toUpperCase().includes(term.method) ?? false)),
        (fact) => againstLimit(term, fact),
      );
    const asked =
      term.marker === 'HER2' && term.method === 'IHC'
        ? `HER2 IHC ${term.min ?? 3}+${(term.min ?? 3) < 3 ? ' or more' : ''}`
        : `${term.marker} ${term.status === 'at-least' ? `${term.method ?? ''} ≥ ${term.min ?? ''}${term.method === 'CPS' ? '' : '%'}` : term.status}`;
    switch (term.marker) {
      case 'TMB':
        return judged(
          asked,
          // A burden measured in blood is another measure: companion tests of the label read tumour tissue.
          of('TMB').filter((fact) => (term.method === 'blood') === isBlood(fact) && fact.specimen !== SPECIMEN_NOT_ON_FILE),
          tmb(term),
        );
      case 'MSI':
        return heldAgainst(
          term,
          wholeMmr(of('MMR')),
          judged(
            asked,
            of('MSI'),
            status(
              { high: ['high', 'unstable', 'msi-h', 'msi-high', 'positive'], stable: ['stable', 'mss', 'low', 'negative'] },
              term.status,
            ),
          ),
        );
      case 'MMR':
        return heldAgainst(
          term,
          of('MSI'),
          judged(
            asked,
            wholeMmr(of('MMR')),
            status({ deficient: ['deficient', 'dmmr'], proficient: ['proficient', 'pmmr', 'intact'] }, term.status),
          ),
        );
      case 'HRD':
        return judged(asked, of('HRD'), hrd(term.status));
      case 'HER2':
        return her2(asked, term);
      case 'HER2 ISH':
        return judged(asked, of('HER2'), ishStatus);
      case 'PD-L1':
        return judged(
          asked,
          of('PD-L1').filter(({ method }) => isScale(method, term.method ?? '')),
          atLeast(term.min ?? 0),
        );
      case 'HR':
        return hormone(asked, term.status);
      case 'ER':
      case 'PR':
        return judged(asked, of(term.marker), receptor(term));
      case 'MET IHC':
        // "High" by the companion test of telisotuzumab vedotin; less than that is not what its label asks for.
        return judged(
          asked,
          of('MET'),
          status({ positive: ['positive', 'high', 'over'], negative: ['negative', 'absent', 'low'] }, term.status),
        );
      default:
        return judged(
          asked,
          of(term.marker.toUpperCase(), term.marker.replace(' IHC', '').toUpperCase()),
          status({ positive: ['positive', 'high', 'over'], negative: ['negative', 'absent'] }, term.status),
        );
    }
  }

  function hormone(asked: string, wanted: string): MarkerAnswer {
    const one = (marker: string) => answer({ kind: 'marker', marker, status: 'positive', method: null, min: null });
    const [er, pr] = [one('ER'), one('PR')];
    // "Hormone receptors positive": one of the two is, and the line does not say which.
    const either = of('HR').filter(({ status: word }) => word === 'positive');
    const references = [...er.references, ...pr.references, ...either.map(({ source }) => source.reference)];
    const denied = er.verdict === 'no' && pr.verdict === 'no';
    const positive: Verdict =
      either.length > 0 && denied
        ? 'unknown'
        : er.verdict === 'yes' || pr.verdict === 'yes' || either.length > 0
          ? 'yes'
          : er.verdict === 'no' && pr.verdict === 'no'
            ? 'no'
            : 'unknown';
    const verdict = wanted === 'positive' ? positive : opposite(positive);
    return { verdict, references, reason: reasonOf(asked, verdict) };
  }

  /**
   * ASCO/CAP reading of HER2: staining 3+ is positive, 2+ is decided by in-situ hybridisation, 0 and 1+ are negative;
   * "low" is 1+, or 2+ without amplification; low and ultralow (0 with some staining) are kinds of negative. An ERBB2 amplification found by sequencing counts as positive where no
   * stain or in-situ test denies it, never as IHC 3+.
   */
  function her2(asked: string, term: MarkerTerm): MarkerAnswer {
    const results = of('HER2');
    const scores = results.map(ihcScore).filter((score) => score !== null);
    const amplified = results.map(ishStatus).filter((found) => found !== 'unknown');
    const stated = results
      // "HER2-low (IHC 2+/ISH negative)" says more than its score.
      .filter((fact) => (ihcScore(fact) === null && ishStatus(fact) === 'unknown') || /^(?:ultra-?)?low$/i.test(fact.status ?? ''))
      .map(({ status: word }) => word?.toLowerCase());
    const sequenced = alterations.filter(({ genes, copy }) => copy === 'amplification' && genes.includes('ERBB2'));
    const references = [...results.map(({ source }) => source.reference), ...sequenced.map(({ fact }) => fact.source.reference)];
    const made = (verdict: Verdict): MarkerAnswer => ({ verdict, references, reason: reasonOf(asked, verdict) });
    const score = agreed(scores);
    const ish = agreed(amplified);
    if (
      score === 'conflict' ||
      ish === 'conflict' ||
      agreed(stated.filter((word) => word === 'positive' || word === 'negative')) === 'conflict'
    )
      return made('unknown');
    // A positive word beside a negative in-situ test, without a score that settles it, leaves the question open.
    if (stated.includes('positive') && ish === 'no' && score !== 3) return made('unknown');
    const below = stated.some((word) => word === 'negative' || word === 'low' || word === 'ultralow');
    if (term.method === 'IHC') {
      const least = term.min ?? 3;
      // A tumour called negative, low or ultralow is not one of 3+, without its score.
      if (score === null) return made(least === 3 && below && !stated.includes('positive') && sequenced.length === 0 ? 'no' : 'unknown');
      return made(score >= least ? 'yes' : 'no');
    }
    // Asked of the tumour as a whole; a score is asked for above, and low is answered by the score below.
    const contested = score !== null && score <= 1 && ish === 'yes' && !amplifiedBeyond(results);
    if (contested && (term.status === 'positive' || term.status === 'negative'))
      return { ...made('unknown'), reason: stainAgainstHybridisation(score) };
    const tissue: Verdict = contested
      ? 'unknown'
      : score === 3 || ish === 'yes' || stated.includes('positive')
        ? 'yes'
        : ish === 'no' || (score !== null && score <= 1) || below
          ? 'no'
          : 'unknown';
    // The labels ask for the stain or the in-situ test: where that is negative, copies counted by sequencing are a question, not an answer.
    if (tissue === 'no' && sequenced.length > 0)
      return {
        ...made('unknown'),
        reason: said(`${asked} is open: ERBB2 amplification by sequencing, yet a negative stain or in-situ test`),
      };
    const positive: Verdict = tissue === 'unknown' && sequenced.length > 0 ? 'yes' : tissue;
    if (term.status === 'positive') return made(positive);
    if (term.status === 'negative') return made(opposite(positive));
    if (term.status === 'low') {
      if (stated.includes('low')) return made(positive === 'yes' ? 'unknown' : 'yes');
      // Low is a kind of negative (doi 10.1055/s-0045-1814133, looked up 2026-11-21): a positive word or in-situ test rules it out; sequencing alone does not.
      if (score === null) return made(stated.includes('positive') || ish === 'yes' || stated.includes('ultralow') ? 'no' : 'unknown');
      return made(
        positive !== 'yes' && (score === 1 || (score === 2 && ish === 'no')) ? 'yes' : score === 2 && ish === null ? 'unknown' : 'no',
      );
    }
    const ultralow: Verdict = positive === 'yes' || (score !== null && score > 0) ? 'no' : stated.includes('ultralow') ? 'yes' : 'unknown';
    return ultralow === 'unknown' && score === 0
      ? {
          ...made('unknown'),
          reason: {
            kind: 'marker-ambiguous',
            text: `IHC 0 does not tell ${asked} (some membrane staining) from no staining at all`,
          },
        }
      : made(ultralow);
  }
}

/**
 * Of a stain of 0 or 1+ beside signals called amplified: a ratio of 2.0 or more with 4.0 copies or more a cell (group 1) is positive whatever the stain;
 * groups 2 to 4 are negative with it (ASCO/CAP 2018, Arch Pathol Lab Med 2018;142:1364, and the table of labce.com; looked up 2026-11-23).
 */
function stainAgainstHybridisation(score: number): Reason {
  const results = `HER2 IHC ${score === 0 ? '0' : '1+'} and amplified by in-situ hybridisation`;
  const rule = 'in breast cancer positive with a ratio of 2.0 or more and 4.0 copies or more a cell, else negative (ASCO/CAP 2018)';
  return { kind: 'tests-disagree', results, rule };
}
function amplifiedBeyond(results: readonly BiomarkerFact[]): boolean {
  const texts = results.filter((fact) => ishStatus(fact) === 'yes').map(({ value }) => String(value));
  const number = (text: string, pattern: RegExp): number => Number((pattern.exec(text)?.[1] ?? '0').replace(',', '.'));
  return texts.some(
    (text) =>
      number(text, /\bratio\b[^\d;]{0,20}(\d{1,2}(?:[.,]\d{1,2})?)/i) >= 2 &&
      number(text, /\b(?:cop(?:y|ies)|signals?)\b[^\d;]{0,30}(\d{1,3}(?:[.,]\d{1,2})?)/i) >= 4,
  );
}

/**
 * One stain a line: the loss of any mismatch-repair protein is deficiency, whatever the others show; intact is the tumour only when PMS2
 * and MSH6 both are (each is lost with its partner, MLH1 or MSH2). A single intact protein answers nothing.
 */
function wholeMmr(facts: readonly BiomarkerFact[]): readonly BiomarkerFact[] {
  const single = (fact: BiomarkerFact) => /^IHC (?:MLH1|MSH2|MSH6|PMS2)$/.test(fact.method ?? '');
  const lost = facts.filter((fact) => single(fact) && fact.status === 'deficient');
  const intact = facts.filter((fact) => single(fact) && fact.status === 'proficient');
  const both = ['PMS2', 'MSH6'].every((name) => intact.some(({ method }) => method === `IHC ${name}`));
  // The same protein once lost and once intact stays a disagreement.
  const contested = intact.filter(({ method }) => lost.some((fact) => fact.method === method));
  return [...facts.filter((fact) => !single(fact)), ...(lost.length > 0 ? [...lost, ...contested] : both ? intact : [])];
}

/**
 * Mismatch repair and microsatellites are two sides of one thing: "proficient" beside high instability, or "stable" beside a lost protein, is a
 * disagreement of two tests, and no label that asks for either rests on it.
 */
function heldAgainst(term: MarkerTerm, other: readonly BiomarkerFact[], found: MarkerAnswer): MarkerAnswer {
  const asked = UNSTABLE.has(term.status) ? 'unstable' : 'stable';
  const shown = found.verdict === 'unknown' ? null : found.verdict === 'yes' ? asked : asked === 'unstable' ? 'stable' : 'unstable';
  const others = new Set(other.flatMap(({ status: word = '' }) => sideOf(word.toLowerCase())));
  if (shown === null || !others.has(shown === 'unstable' ? 'stable' : 'unstable')) return found;
  const results = (term.marker === 'MSI') === (shown === 'unstable') ? 'MSI high and MMR proficient' : 'MSI stable and MMR deficient';
  return { ...found, verdict: 'unknown', reason: { kind: 'tests-disagree', results } };
}
const UNSTABLE: ReadonlySet<string> = new Set(['high', 'unstable', 'msi-h', 'msi-high', 'deficient', 'dmmr']);
const STABLE: ReadonlySet<string> = new Set(['stable', 'mss', 'negative', 'proficient', 'pmmr', 'intact']);
const sideOf = (word: string): readonly ('stable' | 'unstable')[] =>
  UNSTABLE.has(word) ? ['unstable'] : STABLE.has(word) ? ['stable'] : [];

/** Every result that answers must say the same; two that disagree leave the question open. */
function judged(asked: string, facts: readonly BiomarkerFact[], read: Reading): MarkerAnswer {
  const answers = facts.map((fact) => ({ fact, verdict: read(fact) })).filter(({ verdict }) => verdict !== 'unknown');
  const references = answers.map(({ fact }) => fact.source.reference);
  const verdicts = new Set(answers.map(({ verdict }) => verdict));
  const verdict = verdicts.size === 1 ? ([...verdicts][0] ?? 'unknown') : 'unknown';
  const reason = verdicts.size > 1 ? said(`${asked}: results disagree`) : reasonOf(asked, verdict);
  return { verdict, references, reason };
}

/** The one value all results give; null when there is none. */
function agreed<T>(values: readonly T[]): T | null | 'conflict' {
  const different = new Set(values);
  return different.size > 1 ? 'conflict' : ([...different][0] ?? null);
}
function reasonOf(asked: string, verdict: Verdict): Reason {
  return { kind: ({ yes: 'marker-shown', no: 'marker-absent', unknown: 'marker-open' } as const)[verdict], asked };
}
