/**
 * Allopurinol and febuxostat block xanthine oxidase, which breaks mercaptopurine down, and azathioprine becomes mercaptopurine: with them a quarter to a
 * third of the dose is given, and still less, or another drug, where TPMT or NUDT15 is low (azathioprine label, drug interactions, as restated by
 * drugs.com and hellopharmacist, 2024-02-27; febuxostat is contraindicated with both by its label). Read 2026-11-22. The guideline's shares are for
 * patients without them.
 */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { Exposure } from '../phenoconversion/exposure.ts';
import type { AdvicePatient } from './patient.ts';
import { actionable } from './severity.ts';
import { listWords, sentence } from './wording/words.ts';

const THIOPURINES: ReadonlySet<string> = new Set(['azathioprine', 'mercaptopurine']);
const BLOCKERS: ReadonlySet<string> = new Set(['allopurinol', 'febuxostat']);

/** What is taken or being ordered beside the thiopurine; empty where its row asks for no change. */
export function blockersBeside({ exposures }: AdvicePatient, row: Recommendation): readonly Exposure[] {
  if (!THIOPURINES.has(row.drug) || !actionable(row.action) || row.action === 'test-first') return [];
  return exposures.filter(({ name, stoppedDaysAgo }) => BLOCKERS.has(name) && stoppedDaysAgo === undefined);
}

export function blockedSentence({ drug, action }: Recommendation, blockers: readonly Exposure[]): string {
  const names = [...new Set(blockers.map(({ name }) => name))];
  const slower = `with ${listWords(names)} ${drug} is broken down far more slowly`;
  const forbidden = names.includes('febuxostat') ? '; the label of febuxostat contraindicates both together' : '';
  // A poor metabolizer gets another drug whatever is taken with it: no share of the dose is named.
  if (action !== 'decrease-dose' || !names.includes('allopurinol')) return sentence(`${slower}${forbidden}`);
  return sentence(
    `${slower}: its label then gives a quarter to a third of the dose, and less still or another drug with this result${forbidden}`,
  );
}
