/** One row's dose against one order: what is asked, what is answered, and the dose that can be ordered. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { ClinicalKnowledge, DoseFigures, Recommendation, UsualDose } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import type { Chart } from './chart.ts';
import { figure, type OrderedDose } from './order-dose.ts';
import { canBeDivided } from './order-kind.ts';
import { productFor } from './product-strength.ts';

export interface DoseAdvice {
  readonly dose: NonNullable<DrugAdvice['dose']>;
  /** True when the order already keeps to the figures; undefined when it cannot be told. */
  readonly complies?: boolean;
  /** The order is above the limit up to which the row raises a dose. */
  readonly aboveCeiling?: true;
}

/** What is asked of the figures of one row: the order, the chart and what is made. */
export interface DoseQuestion {
  readonly row: Recommendation;
  readonly figures: DoseFigures;
  readonly ordered: OrderedDose | undefined;
  readonly chart: Chart;
  readonly strengths: ClinicalKnowledge['strengths'];
  readonly usualDoses: readonly UsualDose[];
  /** The order's own words for its product. */
  readonly product: string;
  readonly order: MedicationFact | undefined;
}

/** A daily amount split over the doses that the order has. */
export function perDose(daily: number, ordered: OrderedDose): number {
  return ordered.daily === undefined || ordered.daily === 0 ? daily : (daily * ordered.amount) / ordered.daily;
}

/** One dose that can be ordered, with the product that makes it up when the knowledge has one. */
export function suggestion(
  { strengths, row, product, order }: DoseQuestion,
  amount: number,
  unit: string,
): NonNullable<NonNullable<DrugAdvice['dose']>['suggested']> | undefined {
  if (unit !== 'mg') return { amount: Number(amount.toFixed(3)), unit };
  const fitting = productFor(strengths, { name: row.drug, rxnorm: row.rxnorm }, amount, product);
  // Without a product that makes it up exactly, only a dose that can be measured out of the ordered one is offered.
  if (fitting === undefined && (!Number.isInteger(amount * 2) || !canBeDivided(order, row.drug, amount))) return undefined;
  return fitting === undefined ? { amount, unit } : { amount, unit, product: { ...fitting.product }, count: fitting.count };
}

/** The most of a day, as words behind a dose. */
export function ceiling({ maxDailyMg, maxMgPerKgPerDay }: DoseFigures): string {
  if (maxDailyMg !== undefined) return `, at most ${figure(maxDailyMg)} mg a day`;
  return maxMgPerKgPerDay === undefined ? '' : `, at most ${figure(maxMgPerKgPerDay)} mg/kg a day`;
}
