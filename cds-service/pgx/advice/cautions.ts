/** Whether a contraindication or caution of a drug is shown by the chart. Nothing recorded is not a contraindication. */
import type { DrugCaution } from '../../knowledge/pgx/types.ts';
import type { AdvicePatient } from './patient.ts';

export function cautionApplies({ when }: DrugCaution, { chart, exposures }: AdvicePatient): boolean {
  const { ageYears, weightKg, pregnant } = chart;
  return (
    (when.condition !== undefined && chart.indication(when.condition).length > 0) ||
    (when.ageFrom !== undefined && ageYears !== undefined && ageYears >= when.ageFrom) ||
    (when.ageBelow !== undefined && ageYears !== undefined && ageYears < when.ageBelow) ||
    (when.weightBelowKg !== undefined && weightKg !== undefined && weightKg < when.weightBelowKg) ||
    (when.pregnancy === true && pregnant === true) ||
    (when.lab !== undefined && labOutside(when.lab, chart.latestLab(when.lab.kind)?.value)) ||
    (when.withDrug !== undefined && exposures.some(({ name, stoppedDaysAgo }) => name === when.withDrug && stoppedDaysAgo === undefined))
  );
}

function labOutside({ below, above }: { readonly below?: number; readonly above?: number }, value: number | string | undefined): boolean {
  if (typeof value !== 'number') return false;
  return (below !== undefined && value < below) || (above !== undefined && value > above);
}
