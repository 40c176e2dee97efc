/** Whether a contraindication or caution of a drug is shown by the chart. Nothing recorded is not a contraindication. */
import type { DrugCaution } from '../../knowledge/pgx/types.ts';
import type { AdvicePatient } from './patient.ts';
import { listWords } from './wording/words.ts';

function cautionApplies({ when, drug }: DrugCaution, patient: AdvicePatient): boolean {
  const { chart, exposures } = patient;
  const { ageYears, weightKg, pregnant } = chart;
  if (when.genotype !== undefined)
    return inGenotype(when.genotype, patient) && (when.withEach ?? []).every((kind) => takenKind(patient, kind, drug).length > 0);
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
    .filter((rule) => cautionApplies(rule, patient))
    .map((rule) => ({ ...rule, text: rule.text.replace('{with}', listWords(takenWith(patient, rule))) }));
}

type Kind = NonNullable<DrugCaution['when']['withEach']>[number];

function inGenotype({ gene, values }: NonNullable<DrugCaution['when']['genotype']>, { findings }: AdvicePatient): boolean {
  const finding = findings.get(gene);
  return finding?.state === 'called' && values.some((value) => finding.lookup.keys.includes(value));
}

function takenKind(patient: AdvicePatient, { gene, effect, strengths }: Kind, except: string): string[] {
  return patient
    .perpetrators(gene, except)
    .filter(({ rule, exposure }) => rule.effect === effect && strengths.includes(rule.strength) && exposure.stoppedDaysAgo === undefined)
    .map(({ rule }) => rule.drug);
}

const takenWith = (patient: AdvicePatient, { when, drug }: DrugCaution): string[] => [
  ...new Set((when.withEach ?? []).flatMap((kind) => takenKind(patient, kind, drug))),
];

/** The record names an inherited reaction that forbids the drug, or the inherited result does so together with a drug that is taken. */
export const isBarred = (cautions: readonly DrugCaution[]): boolean =>
  cautions.some(({ inherited, severity, when }) => severity === 'contraindicated' && (inherited === true || when.withEach !== undefined));

function labOutside({ below, above }: { readonly below?: number; readonly above?: number }, value: number | string | undefined): boolean {
  if (typeof value !== 'number') return false;
  return (below !== undefined && value < below) || (above !== undefined && value > above);
}
