/** The warfarin dose model fitted to one set of patients: what encoding learns from them, and Huber ridge regression of √(mg/week). */
import type { ModelArtefact } from '../artefact.ts';
import { inputsFromCsv, type CsvRow } from '../warfarin/csv-row.ts';
import { imputationOf } from '../warfarin/imputation.ts';
import { COLUMNS, decadeOf, encode, type WarfarinInputs } from '../warfarin/inputs.ts';
import { fitHuber, score, type LinearModel } from './linear-model.ts';

/** Recruited for very low doses (≤ 1.5 mg/day): not a sample of the people who start warfarin. */
export const SELECTED_SITES = new Set(['13']);
export const SETTINGS = { bend: 0.3, ridge: 1, level: 0.9 };

export interface Patient {
  readonly row: CsvRow;
  readonly site: string;
  readonly dose: number;
  readonly inputs: WarfarinInputs;
}

interface Fitted {
  readonly model: LinearModel;
  readonly encoding: ModelArtefact['encoding'];
}

/** Least-squares line on [1, …values]. */
function line(
  patients: readonly Patient[],
  values: (patient: Patient) => readonly (number | null)[],
  target: (patient: Patient) => number | null,
): number[] {
  const rows: number[][] = [];
  const targets: number[] = [];
  for (const patient of patients) {
    const found = values(patient);
    const goal = target(patient);
    if (goal === null || found.some((value) => value === null)) continue;
    rows.push(found as number[]);
    targets.push(goal);
  }
  const fit = fitHuber(rows, targets, rows[0]?.map(() => 0) ?? [], 1e9, 1);
  return [fit.intercept, ...fit.coefficients].map(Math.fround);
}

const maleOf = (patient: Patient): number | null => (patient.inputs.sex === null ? null : patient.inputs.sex === 'male' ? 1 : 0);

/** Everything that encoding needs and that must come from the training rows alone. */
function learnEncoding(patients: readonly Patient[]): ModelArtefact['encoding'] {
  const decade = (patient: Patient) => decadeOf(patient.inputs);
  const height = (patient: Patient) => patient.inputs.heightCm;
  const weight = (patient: Patient) => patient.inputs.weightKg;
  return {
    height: line(patients, (p) => [maleOf(p), decade(p), weight(p)], height),
    heightAlone: line(patients, (p) => [maleOf(p), decade(p)], height),
    weight: line(patients, (p) => [maleOf(p), decade(p), height(p)], weight),
    weightAlone: line(patients, (p) => [maleOf(p), decade(p)], weight),
    ...linkedShares(patients),
  };
}

/** Shares of rs9923231 A/G and A/A among patients by genotype of each linked marker. */
function linkedShares(patients: readonly Patient[]): Record<string, readonly number[]> {
  const counts = new Map<string, [number, number, number]>();
  for (const { row, inputs } of patients) {
    if (inputs.vkorc1?.basis !== 'rs9923231') continue;
    for (const marker of ['rs2359612', 'rs8050894']) {
      const letters = (row[`vkorc1_${marker}`] ?? '')
        .replace(/[^ACGT]/g, '')
        .split('')
        .sort()
        .join('');
      if (letters.length !== 2) continue;
      const key = `${marker}:${letters}`;
      const seen = counts.get(key) ?? [0, 0, 0];
      seen[inputs.vkorc1.aa === 1 ? 2 : inputs.vkorc1.ag === 1 ? 1 : 0] += 1;
      counts.set(key, seen);
    }
  }
  const shares: Record<string, readonly number[]> = {};
  for (const key of [...counts.keys()].sort()) {
    const [gg, ag, aa] = counts.get(key) ?? [0, 0, 0];
    shares[key] = [ag / (gg + ag + aa), aa / (gg + ag + aa)].map(Math.fround);
  }
  return shares;
}

/** Linked markers stand in only after their shares are learnt, so inputs are read again with them. */
export const withEncoding = (patients: readonly Patient[], encoding: ModelArtefact['encoding']): Patient[] =>
  patients.map((patient) => ({ ...patient, inputs: inputsFromCsv(patient.row, encoding) }));

/** On the sites that are a sample of the people who start warfarin. */
export function fit(patients: readonly Patient[]): Fitted {
  const chosen = patients.filter((patient) => !SELECTED_SITES.has(patient.site));
  const encoding = learnEncoding(chosen);
  const imputation = imputationOf({ encoding });
  const rows = withEncoding(chosen, encoding).map((patient) => encode(patient.inputs, imputation));
  const roots = chosen.map((patient) => Math.sqrt(patient.dose));
  return {
    model: fitHuber(
      rows,
      roots,
      COLUMNS.map(() => SETTINGS.ridge),
      SETTINGS.bend,
    ),
    encoding,
  };
}

export const doseOf = (model: LinearModel, row: readonly number[]): number => Math.max(score(model, row), 1) ** 2;
