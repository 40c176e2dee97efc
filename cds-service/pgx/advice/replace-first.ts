/**
 * A drug that would be dosed as usual by the genotype, and that only an inhibitor beside it spoils. CPIC's row for tamoxifen in normal metabolizers
 * says to avoid moderate and strong CYP2D6 inhibitors with it (guideline of 2018, PMID 29385237): the inhibitor goes first, not the cancer drug.
 */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import type { Branch } from './question.ts';
import { listWords, sentence } from './wording/words.ts';

const AVOIDS_INHIBITORS = 'avoid moderate/strong CYP2D6 inhibitors';

/** Inhibitors that treat a cancer themselves: which of the two goes is not for a card to say. */
const CANCER_DRUGS: ReadonlySet<string> = new Set(['abiraterone', 'dacomitinib', 'imatinib', 'vemurafenib']);

/** Names of the inhibitors; empty where the genotype itself asks for a change, or they are stopped already. */
export function replaceFirst({ genotypeMatch, views }: Branch, row: Recommendation): string[] {
  if (row.action !== 'alternative' && row.action !== 'avoid') return [];
  if (genotypeMatch.kind !== 'row' || genotypeMatch.row.action !== 'standard' || !genotypeMatch.row.tags.includes(AVOIDS_INHIBITORS))
    return [];
  const by = views.flatMap(({ conversion }) => conversion?.by ?? []);
  if (by.some(({ exposure, rule }) => exposure.stoppedDaysAgo !== undefined || CANCER_DRUGS.has(rule.drug))) return [];
  return [...new Set(by.map(({ rule }) => rule.drug))];
}

export const replaceFirstSentence = (drug: string, inhibitors: readonly string[]): string =>
  sentence(
    `by the genotype ${drug} is dosed as usual, and the guideline says to avoid ${listWords(inhibitors)} beside it: replace ${listWords(inhibitors)} where that can be done`,
  );

/** The options that come after: each with its condition, so that none is put forward as the thing to do. */
export function afterwards(alternatives: DrugAdvice['alternatives'], inhibitors: readonly string[]): DrugAdvice['alternatives'] {
  if (inhibitors.length === 0) return alternatives;
  const only = `only where ${listWords(inhibitors)} cannot be replaced`;
  return alternatives.map((option) =>
    option.ok ? { ...option, why: option.why === undefined ? only : `${only}; ${option.why}` } : option,
  );
}
