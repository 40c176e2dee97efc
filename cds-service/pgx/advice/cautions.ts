/** Whether a contraindication or caution of a drug is shown by the chart. Nothing recorded is not a contraindication. */
import type { DrugCaution } from '../../knowledge/pgx/types.ts';
import type { AdvicePatient } from './patient.ts';

export function cautionApplies({ when }: DrugCaution, { chart, exposures }: AdvicePatient): boolean {
  const { ageYears, weightKg, pregnant } = chart;
  return (
    (when.condition !== undefined && chart.indication(when.condition).length > 0) ||
    (when.familyCondition !== undefined && chart.inFamily(when.familyCondition)) ||
    (when.ageFrom !== undefined && ageYears !== undefined && ageYears >= when.ageFrom) ||
    (when.ageBelow !== undefined && ageYears !== undefined && ageYears < when.ageBelow) ||
    (when.weightBelowKg !== undefined && weightKg !== undefined && weightKg < when.weightBelowKg) ||
    (when.pregnancy === true && pregnant === true) ||
    (when.lab !== undefined && labOutside(when.lab, chart.latestLab(when.lab.kind)?.value)) ||
    (when.withDrug !== undefined && exposures.some(({ name, stoppedDaysAgo }) => name === when.withDrug && stoppedDaysAgo === undefined))
  );
}

/** Contraindications and cautions of the advised drug itself that the chart shows, for a sentence beside the genes. */
export function ownCautions(patient: AdvicePatient, drug: { readonly name: string; readonly rxnorm: string }): DrugCaution[] {
  const { cautions } = patient.index.knowledge.clinical;
  return cautions
    .filter((rule) => rule.drug === drug.name || (rule.rxnorm !== '' && rule.rxnorm === drug.rxnorm))
    .filter((rule) => cautionApplies(rule, patient));
}

/** The record names an inherited reaction that forbids the drug. */
export const isBarred = (cautions: readonly DrugCaution[]): boolean =>
  cautions.some(({ inherited, severity }) => inherited === true && severity === 'contraindicated');

function labOutside({ below, above }: { readonly below?: number; readonly above?: number }, value: number | string | undefined): boolean {
  if (typeof value !== 'number') return false;
  return (below !== undefined && value < below) || (above !== undefined && value > above);
}
