/** A phenotype or score that the laboratory stated: read alone, or held against what its genotype gives. */
import { entryOf } from '../../../fhir-profiles/entry-of.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { contradicts } from './contradiction.ts';
import { phenotypeOfScore, scoresOfPhenotype } from './phenotype-rule.ts';
import { knownPhenotype, phenotypeRange } from './phenotype-term.ts';
import { openReading, type Reading } from './reading.ts';

export interface Statement {
  readonly written: string;
  /** The knowledge's phenotype; null when the words name none of this gene's. */
  readonly phenotype: string | null;
  readonly score?: string;
  /** The laboratory leaves the grade open between these. */
  readonly range?: readonly string[];
}

export function stateTerm(gene: PgxGene, term: string, written: string): Statement {
  const range = phenotypeRange(gene, term);
  if (range !== null) return { written, phenotype: null, ...(range.length > 1 ? { range } : {}) };
  return { written, phenotype: knownPhenotype(gene, term) ?? knownPhenotype(gene, written) };
}

/** A score as stated ('1', '1.5', '>=3', '≥ 3.0'), or a range ('1.25-2.25') when every listed score within has one phenotype. */
export function stateScore(gene: PgxGene, raw: string): Statement {
  const range = /^(\d+(?:[.,]\d+)?)\s*[-–]\s*(\d+(?:[.,]\d+)?)$/.exec(raw.trim());
  if (range !== null) {
    const [low = 0, high = 0] = [range[1], range[2]].map((bound = '') => Number(bound.replace(',', '.')));
    const within = Object.entries(gene.scores ?? {}).filter(([score]) => Number(score) >= low && Number(score) <= high);
    const [phenotype, ...more] = new Set(within.map(([, word]) => word));
    return { written: `activity score ${raw}`, phenotype: more.length > 0 ? null : (phenotype ?? null) };
  }
  const found = /(≥|>=?)?\s*(\d+(?:[.,]\d+)?)/.exec(raw);
  if (found === null) return { written: raw, phenotype: null };
  const value = Number((found[2] ?? '').replace(',', '.'));
  const text = Number.isInteger(value * 10) ? value.toFixed(1) : String(value);
  const score = `${found[1] === undefined ? '' : '≥'}${text}`;
  if (found[1] !== undefined && (found[1] === '>' || entryOf(gene.scores, score) === undefined))
    return aboveScore(gene, raw, value, found[1] === '>');
  return { written: `activity score ${raw}`, phenotype: phenotypeOfScore(gene, score), score };
}

/** ">2.25", "≥2.5": called where every listed score beyond the bound has one phenotype. */
function aboveScore(gene: PgxGene, raw: string, bound: number, strictly: boolean): Statement {
  const beyond = Object.entries(gene.scores ?? {}).filter(([score]) => Number(score) > bound || (!strictly && Number(score) === bound));
  const [phenotype, ...more] = new Set(beyond.map(([, word]) => word));
  return { written: `activity score ${raw}`, phenotype: more.length > 0 ? null : (phenotype ?? null) };
}

/** The statement alone: every score of the phenotype stays possible. */
export function readStatements(gene: PgxGene, statements: readonly Statement[]): Reading {
  const open = openReading(gene.symbol, 'phenotype');
  const known = statements.filter((one) => one.phenotype !== null);
  const phenotypes = [...new Set(known.map((one) => one.phenotype ?? ''))];
  const [phenotype] = phenotypes;
  const words = statements.map((one) => `"${one.written}"`).join(', ');
  if (phenotype === undefined && gene.phenotypes.length === 0) return { ...open, notes: [`Stated by the laboratory: ${words}.`] };
  const [ranged] = statements.flatMap(({ range }) => (range === undefined ? [] : [range]));
  if (phenotype === undefined && ranged !== undefined) {
    const scores = ranged.flatMap((one) => scoresOfPhenotype(gene, one));
    return {
      ...open,
      state: 'indeterminate',
      phenotype: 'Indeterminate',
      possiblePhenotypes: ranged,
      possibleScores: scores,
      openKeys: scores.length > 0 ? scores : ranged,
      // A deficiency without its grade is advised like the same words on the problem list.
      ...(statements.some(({ written }) => /^deficiency$/i.test(written.trim())) ? { worstLeads: true } : {}),
      notes: [`The laboratory leaves the phenotype open: ${words}.`],
    };
  }
  if (phenotype === undefined) {
    return {
      ...open,
      state: 'indeterminate',
      phenotype: 'Indeterminate',
      notes: [`${words} is no phenotype that the knowledge has for ${gene.symbol}.`],
    };
  }
  if (phenotypes.length > 1) {
    return {
      ...open,
      state: 'indeterminate',
      phenotype: 'Indeterminate',
      possiblePhenotypes: phenotypes,
      notes: [`One report states ${phenotypes.join(' and ')}: not used.`],
    };
  }
  const score = known.find((one) => one.score !== undefined)?.score;
  const scores = score === undefined ? scoresOfPhenotype(gene, phenotype) : [score];
  return {
    ...open,
    state: /^(?:indeterminate|uncertain risk)/i.test(phenotype) ? 'indeterminate' : 'called',
    phenotype,
    possiblePhenotypes: [phenotype],
    activityScore: scores.length === 1 ? (scores[0] ?? null) : null,
    possibleScores: scores,
    rule: `as stated by the laboratory: ${words}`,
  };
}

/** A genotype reading with what the same report states of it. */
export function withStatements(gene: PgxGene, reading: Reading, statements: readonly Statement[]): Reading {
  if (statements.length === 0) return reading;
  const meant = reading.state === 'called' ? farthest(gene, reading, statements) : statements;
  const stated = readStatements(gene, meant);
  if (stated.state !== 'called' || stated.phenotype === null) return reading;
  if (reading.state === 'called') return compared(gene, reading, stated, meant);
  return adopted(reading, stated, meant);
}

/** Of several phenotypes stated beside one genotype (component, interpretation, text) the one that fits it least is the one to be told. */
function farthest(gene: PgxGene, reading: Reading, statements: readonly Statement[]): readonly Statement[] {
  const stated = [...new Set(statements.flatMap(({ phenotype }) => phenotype ?? []))];
  if (stated.length < 2) return statements;
  const other = stated.filter((phenotype) => !sameWord(phenotype, reading.phenotype ?? ''));
  const told = other.find((phenotype) => contradicts(gene, reading, phenotype)) ?? other[0] ?? stated[0];
  return statements.filter(({ phenotype }) => phenotype === told);
}

/** Ours stands; the laboratory's word is shown beside it when it differs, with the likely reason. */
function compared(gene: PgxGene, reading: Reading, stated: Reading, statements: readonly Statement[]): Reading {
  const said = statements.find((one) => one.phenotype !== null);
  const scoreDiffers = said?.score !== undefined && reading.activityScore !== null && reading.activityScore !== said.score;
  const phenotype = stated.phenotype ?? '';
  if (reading.phenotype === null || (sameWord(reading.phenotype, phenotype) && !scoreDiffers)) return reading;
  const written = statements.map((one) => one.written).join('; ');
  const opposed = contradicts(gene, reading, phenotype);
  const tables = reading.rule === undefined ? `current CPIC tables give ${reading.phenotype}` : `by current CPIC tables: ${reading.rule}`;
  const because = opposed
    ? `${tables}; no other table explains the difference`
    : `${tables}${reading.rule === undefined ? '' : '; laboratories may use another or an older translation'}`;
  const note = `The laboratory states "${written}"; ${reading.diplotype ?? 'the genotype'} gives ${reading.phenotype}${reading.activityScore === null ? '' : ` (activity score ${reading.activityScore})`} ${because}.`;
  const score = said?.score === undefined ? {} : { score: said.score };
  return {
    ...reading,
    stated: { phenotype: stated.phenotype ?? written, ...score, written, because, ...(opposed ? { contradicts: true as const } : {}) },
    notes: [...reading.notes, note],
  };
}

/** "Likely" and "possible" phenotypes are the same for a laboratory that does not use these words. */
export const sameWord = (a: string, b: string): boolean =>
  a.replace(/^(?:Likely|Possible) /, '') === b.replace(/^(?:Likely|Possible) /, '');

/**
 * The genotype alone decides nothing. The laboratory's phenotype is then used when it fits what is open — but an allele that
 * the knowledge does not have never becomes normal on a statement alone.
 */
function adopted(reading: Reading, stated: Reading, statements: readonly Statement[]): Reading {
  const written = statements.map((one) => one.written).join('; ');
  const phenotype = stated.phenotype ?? '';
  const open = (reading.possiblePhenotypes ?? []).filter((one) => one !== 'Indeterminate');
  const excluded = open.length > 0 && !open.includes(phenotype);
  const normalised = (reading.unknownAlleles ?? []).length > 0 && /^normal/i.test(phenotype);
  const ruledUncertain = (reading.unknownAlleles ?? []).length === 0 && open.length === 0 && reading.functions !== undefined;
  if (excluded || normalised || ruledUncertain) {
    const because = ruledUncertain
      ? 'current CPIC tables give this genotype no certain phenotype'
      : excluded
        ? 'the genotype reported does not allow it'
        : 'the genotype holds an allele that the knowledge does not have';
    const note = `The laboratory states "${written}"; it is shown and not used: ${because}.`;
    return { ...reading, stated: { phenotype, written, because }, notes: [...reading.notes, note] };
  }
  const note = `The phenotype is taken as the laboratory states it ("${written}").`;
  return {
    ...reading,
    basis: 'phenotype',
    state: 'called',
    phenotype,
    activityScore: stated.activityScore,
    possibleScores: stated.possibleScores ?? [],
    possiblePhenotypes: [phenotype],
    rule: stated.rule ?? note,
    notes: [...reading.notes, note],
  };
}
