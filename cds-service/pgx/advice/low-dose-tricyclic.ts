/**
 * Tricyclics at the low doses used for nerve pain. CPIC limits its recommendations to the higher starting doses "for treatment of conditions such
 * as depression" (2016 update, PMID 27997040, footnotes of tables 2 to 4), and its starting dose is the one that a first low dose is raised to.
 * It names no figure for "low": the order's reason decides, and without one the lowest dose that the label gives for depression.
 */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { Chart } from './chart.ts';
import { figure, orderedDose } from './order-dose.ts';
import { actionable } from './severity.ts';
import { TRICYCLICS } from './wording/limits.ts';
import { sentence } from './wording/words.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/**
 * Lowest daily dose in mg of the US labels for depression, the elderly and maintenance included: amitriptyline 40 mg ("in some patients 40 mg per
 * day is sufficient"), nortriptyline 30 mg ("elderly and adolescent patients 30 to 50 mg/day"), doxepin 25 mg (very mild illness 25 to 50 mg; the tablets of 3
 * and 6 mg are for insomnia, label of Silenor, section 2); all read 2026-11-22. Of the others none was read.
 */
const LOWEST_FOR_DEPRESSION: Readonly<Record<string, number>> = { amitriptyline: 40, nortriptyline: 30, doxepin: 25 };

/** Doxepin of 3 and 6 mg is sold for insomnia alone (label of Silenor). */
const isSleepingTablet = ({ strength = [] }: MedicationFact): boolean =>
  strength.length === 1 && strength.every(({ amount, unit }) => unit.toLowerCase() === 'mg' && amount <= 6);

export interface LowDose {
  /** Why the recommendation does not reach this order; undefined where the order is for depression and only begins low. */
  readonly outside?: string;
  /** What is said of a dose that is lower than the one which a share counts from. */
  readonly sentence: string;
}

/** Undefined unless the order is one of the low doses of which the row does not speak. */
export function lowDoseTricyclic(row: Recommendation, order: MedicationFact | undefined, chart: Chart): LowDose | undefined {
  if (row.body !== 'CPIC' || !actionable(row.action) || !TRICYCLICS.has(row.drug) || order === undefined) return undefined;
  const lowest = entryOf(LOWEST_FOR_DEPRESSION, row.drug);
  const ordered = orderedDose(order);
  const daily = ordered?.unit === 'mg' ? ordered.daily : undefined;
  const sleep = row.drug === 'doxepin' && daily === undefined && isSleepingTablet(order);
  if (sleep)
    return {
      outside: 'low dose',
      sentence: sentence(
        `${row.drug} tablets of up to 6 mg are for insomnia; CPIC's advice is for the higher starting doses, as in depression`,
      ),
    };
  const low = daily !== undefined && lowest !== undefined && daily < lowest;
  const high = daily !== undefined && lowest !== undefined && daily >= lowest;
  const below = `the ordered ${figure(daily ?? 0)} mg a day is less than any dose that the label gives for depression (from ${String(lowest ?? 0)} mg)`;
  if (chart.orderedFor(order, 'depression'))
    return low ? { sentence: sentence(`${below}; a share counts from the dose that it is raised to`) } : undefined;
  if (chart.orderedFor(order, 'nerve-pain') && !high)
    return {
      outside: 'nerve pain',
      sentence: sentence(`${row.drug} is ordered for nerve pain; CPIC's advice is for the higher starting doses, as in depression`),
    };
  return low
    ? { outside: 'low dose', sentence: sentence(`${below}; CPIC's advice is for the higher starting doses, as in depression`) }
    : undefined;
}
