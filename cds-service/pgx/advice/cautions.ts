/** Whether a contraindication or caution of a drug is shown by the chart. Nothing recorded is not a contraindication. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { DrugCaution } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import type { ActivePerpetrator } from '../phenoconversion/perpetrators.ts';
import { orderedDose } from './order-dose.ts';
import type { AdvicePatient } from './patient.ts';
import { listWords } from './wording/words.ts';

function cautionApplies({ when, drug }: DrugCaution, patient: AdvicePatient, order: MedicationFact | undefined): boolean {
  const { chart, exposures } = patient;
  const { ageYears, weightKg, pregnant } = chart;
  if (when.genotype !== undefined)
    return (
      inGenotype(when.genotype, patient) &&
      (when.condition === undefined || chart.indication(when.condition).length > 0) &&
      (when.unlessCondition === undefined || chart.indication(when.unlessCondition).length === 0) &&
      (when.aboveMgPerDay === undefined || (orderedDose(order)?.daily ?? Infinity) > when.aboveMgPerDay) &&
      (when.withEach ?? []).every((kind) => takenKind(patient, kind, drug).length > 0)
    );
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
export function ownCautions(
  patient: AdvicePatient,
  drug: { readonly name: string; readonly rxnorm: string },
  order?: MedicationFact,
): DrugCaution[] {
  const { cautions } = patient.index.knowledge.clinical;
  return cautions
    .filter((rule) => rule.drug === drug.name || (rule.rxnorm !== '' && rule.rxnorm === drug.rxnorm))
    .filter((rule) => cautionApplies(rule, patient, order))
    .map((rule) => ({ ...rule, text: rule.text.replace('{with}', listWords(takenWith(patient, rule))) }));
}

type Kind = NonNullable<DrugCaution['when']['withEach']>[number];

function inGenotype({ gene, values }: NonNullable<DrugCaution['when']['genotype']>, { findings }: AdvicePatient): boolean {
  const finding = findings.get(gene);
  return finding?.state === 'called' && values.some((value) => finding.lookup.keys.includes(value));
}

function exposuresOfKind(patient: AdvicePatient, { gene, effect, strengths }: Kind, except: string): readonly ActivePerpetrator[] {
  return patient
    .perpetrators(gene, except)
    .filter(({ rule, exposure }) => rule.effect === effect && strengths.includes(rule.strength) && exposure.stoppedDaysAgo === undefined);
}

const takenKind = (patient: AdvicePatient, kind: Kind, except: string): string[] =>
  exposuresOfKind(patient, kind, except).map(({ rule }) => rule.drug);

const takenWith = (patient: AdvicePatient, { when, drug }: DrugCaution): string[] => [
  ...new Set((when.withEach ?? []).flatMap((kind) => takenKind(patient, kind, drug))),
];

/** The inherited result forbids the drug together with a drug that is taken or a condition on record. */
export const isForbiddenTogether = ({ severity, when }: DrugCaution): boolean =>
  severity === 'contraindicated' && when.genotype !== undefined;

/** The record names an inherited reaction that forbids the drug, or the inherited result does so together with what else is on record. */
export const isBarred = (cautions: readonly DrugCaution[]): boolean =>
  cautions.some((rule) => (rule.severity === 'contraindicated' && rule.inherited === true) || isForbiddenTogether(rule));

/** The record names an inherited reaction that does not forbid the drug: it is to be settled before it. */
const isToSettle = (cautions: readonly DrugCaution[]): boolean =>
  !isBarred(cautions) && cautions.some(({ severity, inherited }) => severity === 'caution' && inherited === true);

/** Orders of this session that such a row needs: without them the drug would not be forbidden. */
export const newlyTakenWith = (
  patient: AdvicePatient,
  { when, drug }: DrugCaution,
): { name: string; reference: string; draft: boolean }[] =>
  (when.withEach ?? []).flatMap((kind) =>
    exposuresOfKind(patient, kind, drug).map(({ rule, exposure }) => ({
      name: rule.drug,
      reference: exposure.reference,
      draft: exposure.draft,
    })),
  );

function labOutside({ below, above }: { readonly below?: number; readonly above?: number }, value: number | string | undefined): boolean {
  if (typeof value !== 'number') return false;
  return (below !== undefined && value < below) || (above !== undefined && value > above);
}

/** What the advice says of them. `reaction`: one to the drug itself that no test lifts, told first. */
export function toldCautions(
  cautions: readonly DrugCaution[],
  reaction?: string,
): Pick<DrugAdvice, 'cautions' | 'cautionsByResult' | 'barred' | 'settleFirst'> {
  const first = reaction === undefined ? [] : [reaction];
  const byResult = [...first, ...cautions.flatMap(({ text, when }) => (when.genotype === undefined ? [] : [text]))];
  const told = [...first, ...cautions.map(({ text }) => text)];
  return {
    ...(told.length === 0 ? {} : { cautions: told }),
    ...(byResult.length === 0 ? {} : { cautionsByResult: byResult }),
    ...(isBarred(cautions) ? { barred: true } : {}),
    ...(isToSettle(cautions) ? { settleFirst: true } : {}),
  };
}
