/** The warfarin answer for one set of inputs: dose, interval, contributions, the published formulas beside it, or why there is none. */
import type { Prediction } from '../../cds-service/report/types.ts';
import { isUnlikeTraining } from '../distance.ts';
import { coalitionRows, shapleyValues } from '../explain/shapley.ts';
import { cardPath, type ReadyModel } from '../model.ts';
import { gage, iwpcClinical, iwpcPharmacogenetic } from './formulas.ts';
import { warfarinAbstention } from './guard.ts';
import { imputationOf } from './imputation.ts';
import { encode, type WarfarinInputs } from './inputs.ts';
import { measuredValues } from './measured.ts';
import { warfarinSubgroup } from './subgroup.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

export interface DoseAnswer {
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly abstained: string | null;
}

/** Reason not to answer for these inputs, or null. */
export function abstention(inputs: WarfarinInputs, model: ReadyModel): string | null {
  const why = warfarinAbstention(inputs, model.artefact);
  if (why !== null) return why;
  const unlike = isUnlikeTraining(measuredValues(inputs, imputationOf(model.artefact)), model.artefact.distance);
  return unlike ? 'age, height and weight together are unlike any patient in training' : null;
}

/** 90 % interval around a dose in mg/week, by the subgroup's half-width on the square-root scale. */
function doseInterval(inputs: WarfarinInputs, dose: number, model: ReadyModel): [number, number] | null {
  const width = model.artefact.conformal?.byGroup[warfarinSubgroup(inputs, dose)];
  if (width === undefined) return null;
  const root = Math.sqrt(dose);
  return [Math.max(root - width, 0) ** 2, (root + width) ** 2];
}

/** Answers many rows in one batch; no explanation. */
export async function predictDoses(rows: readonly WarfarinInputs[], model: ReadyModel): Promise<DoseAnswer[]> {
  const reasons = rows.map((inputs) => abstention(inputs, model));
  const imputation = imputationOf(model.artefact);
  const open = rows.map((_row, i) => i).filter((i) => reasons[i] === null);
  const doses = open.length === 0 ? [] : await model.run(open.map((i) => encode(rows[i] as WarfarinInputs, imputation)));
  const answers: DoseAnswer[] = reasons.map((abstained) => ({ value: null, interval: null, abstained }));
  open.forEach((i, position) => {
    const value = doses[position] ?? 0;
    answers[i] = { value, interval: doseInterval(rows[i] as WarfarinInputs, value, model), abstained: null };
  });
  return answers;
}

const UNREAD = 'on file, not usable';
const words: Readonly<Record<string, (inputs: WarfarinInputs, unread: ReadonlySet<string>) => string>> = {
  age: (inputs) => (inputs.ageYears === null ? 'unknown' : `${inputs.ageYears} years`),
  height: (inputs) => (inputs.heightCm === null ? 'not on file' : `${Math.round(inputs.heightCm)} cm`),
  weight: (inputs) => (inputs.weightKg === null ? 'not on file' : `${Math.round(inputs.weightKg)} kg`),
  VKORC1: ({ vkorc1 }, unread) =>
    vkorc1 === null
      ? unread.has('VKORC1')
        ? UNREAD
        : 'not tested'
      : vkorc1.aa === 1
        ? 'A/A'
        : vkorc1.ag === 1
          ? 'A/G'
          : vkorc1.basis === 'linked'
            ? 'from a linked marker'
            : 'G/G',
  CYP2C9: (inputs, unread) => inputs.cyp2c9 ?? (unread.has('CYP2C9') ? UNREAD : 'not tested'),
  amiodarone: (inputs) => yesNo(inputs.amiodarone),
  'enzyme inducer': (inputs) => yesNo(inputs.inducer),
  smoking: (inputs) => yesNo(inputs.smoker),
  'venous thrombosis': (inputs) => yesNo(inputs.venousThrombosis),
};

const yesNo = (value: boolean | null): string => (value === null ? 'not on file' : value ? 'yes' : 'no');
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** One patient with explanation: exact Shapley values against the average training patient, in mg/week. */
export async function explainDose(
  inputs: WarfarinInputs,
  model: ReadyModel,
  extraNotes: readonly string[],
  conflict: string | null,
  unread: ReadonlySet<string> = new Set(),
): Promise<Prediction> {
  const { artefact } = model;
  const imputation = imputationOf(artefact);
  const base = { model: artefact.id, version: artefact.version, target: artefact.target, unit: artefact.unit, card: cardPath(artefact.id) };
  const why = conflict ?? abstention(inputs, model);
  // Nor do the published formulas speak where the model does not, and what would have been assumed is of no matter.
  if (why !== null) return { ...base, value: null, interval: null, contributions: [], abstained: why };
  const groups = { names: Object.keys(artefact.groups), columns: Object.values(artefact.groups) };
  const answers = await model.run(coalitionRows(encode(inputs, imputation), artefact.reference, groups));
  const value = answers.at(-1) ?? 0;
  const interval = doseInterval(inputs, value, model);
  const contributions = shapleyValues(answers, groups.names.length).map((contribution, i) => {
    const feature = groups.names[i] ?? '';
    return { feature, value: entryOf(words, feature)?.(inputs, unread) ?? '', contribution: tenth(contribution) };
  });
  return {
    ...base,
    value: tenth(value),
    interval: interval === null ? null : [tenth(interval[0]), tenth(interval[1])],
    ...(interval === null || artefact.conformal === undefined ? {} : { intervalLevel: artefact.conformal.level }),
    contributions,
    comparisons: published(inputs, imputation),
    notes: [
      'For adults who begin warfarin with a target INR of 2 to 3.',
      `Average training patient: ${Math.round(answers[0] ?? 0)} mg/week; contributions count from there and are no causes.`,
      `Interval: 90 % of training patients at sites left out of the fit lay inside theirs${coverageAtEnds(artefact)}. No race is used.`,
      'CYP4F2 and rs12777823 are not in the training data and do not count here.',
      ...extraNotes,
    ],
  };
}

/** Where the interval holds less than it says: by the dose that was needed, which nobody knows beforehand. */
function coverageAtEnds({ figures, conformal }: ReadyModel['artefact']): string {
  const bands = Array.isArray(figures.byDoseNeeded) ? (figures.byDoseNeeded as readonly { group: string; coverage?: number }[]) : [];
  const less = bands.filter(({ coverage }) => coverage !== undefined && coverage < (conformal?.level ?? 0));
  if (less.length === 0) return '';
  return `, but only ${less.map(({ group, coverage = 0 }) => `${Math.round(coverage * 100)} % of those who needed ${group.replace(/^below /, 'less than ')}`).join(' and ')}`;
}

const IWPC = { label: 'IWPC, N Engl J Med 2009;360:753', url: 'https://pubmed.ncbi.nlm.nih.gov/19228618/', pmid: '19228618' };
const GAGE = { label: 'Gage, Clin Pharmacol Ther 2008;84:326', url: 'https://pubmed.ncbi.nlm.nih.gov/18305455/', pmid: '18305455' };

function published(inputs: WarfarinInputs, imputation: ReturnType<typeof imputationOf>) {
  const rows = [
    { name: 'IWPC pharmacogenetic', value: iwpcPharmacogenetic(inputs, imputation), source: IWPC },
    { name: 'IWPC clinical', value: iwpcClinical(inputs, imputation), source: IWPC },
    { name: 'Gage (target INR 2.5)', value: gage(inputs, imputation), source: GAGE },
  ];
  return rows.flatMap(({ name, value, source }) => (value === null ? [] : [{ name, value: tenth(value), unit: 'mg/week', source }]));
}
