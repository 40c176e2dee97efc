/** Trains the warfarin dose model: Huber ridge regression of √(mg/week), judged by leaving out one site at a time. */
import { createHash } from 'node:crypto';
import type { ModelArtefact } from '../artefact.ts';
import { inputsFromCsv, type CsvRow } from '../warfarin/csv-row.ts';
import { iwpcClinical, iwpcPharmacogenetic, type FormulaRace } from '../warfarin/formulas.ts';
import { warfarinAbstention } from '../warfarin/guard.ts';
import { imputationOf } from '../warfarin/imputation.ts';
import { COLUMNS, GROUPS, decadeOf, encode, type Imputation, type WarfarinInputs } from '../warfarin/inputs.ts';
import { MEASURED, measuredValues } from '../warfarin/measured.ts';
import { warfarinSubgroup } from '../warfarin/subgroup.ts';
import { watchedInputs } from '../warfarin/watched.ts';
import { parseCsv } from '../csv-line.ts';
import { fitBoostedTrees, predictBoosted } from './boosting.ts';
import { learnDistance } from './distance.ts';
import { distributionsOf } from './distributions.ts';
import { at, standardise } from './linear-algebra.ts';
import { fitHuber, score, type LinearModel } from './linear-model.ts';
import { bias, bootstrapInterval, conformalQuantile, meanAbsoluteError, rSquared, shareWithin } from './metrics.ts';
import { OPSET, writeLinearGraph } from './onnx-file.ts';
import { roundFigures } from './round-figures.ts';
import type { TrainedModel } from './trained-model.ts';

/** Recruited for very low doses (≤ 1.5 mg/day): not a sample of the people who start warfarin. */
const SELECTED_SITES = new Set(['13']);
const SETTINGS = { bend: 0.3, ridge: 1, level: 0.9 };

/** Weekly doses by which error and coverage are told, in mg: the low and the high ones are where a dose does harm. */
const DOSE_BANDS = [
  { name: 'below 14 mg/week', from: 0, to: 14 },
  { name: '14 to 21 mg/week', from: 14, to: 21 },
  { name: '21 to 49 mg/week', from: 21, to: 49 },
  { name: '49 to 70 mg/week', from: 49, to: 70 },
  { name: '70 mg/week and more', from: 70, to: Infinity },
] as const;

interface Patient {
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
const withEncoding = (patients: readonly Patient[], encoding: ModelArtefact['encoding']): Patient[] =>
  patients.map((patient) => ({ ...patient, inputs: inputsFromCsv(patient.row, encoding) }));

function fit(patients: readonly Patient[]): Fitted {
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

const doseOf = (model: LinearModel, row: readonly number[]): number => Math.max(score(model, row), 1) ** 2;

interface OutOfSite {
  readonly patient: Patient;
  readonly predicted: number;
  readonly boosted: number;
  readonly imputation: Imputation;
}

/** Each patient predicted by a model that never saw the patient's site. */
function leaveOneSiteOut(patients: readonly Patient[]): OutOfSite[] {
  const sites = [...new Set(patients.map((patient) => patient.site))].sort((a, b) => Number(a) - Number(b));
  return sites.flatMap((site) => {
    const others = patients.filter((patient) => patient.site !== site && !SELECTED_SITES.has(patient.site));
    const { model, encoding } = fit(others);
    const imputation = imputationOf({ encoding });
    const rowsOf = (group: readonly Patient[]) => withEncoding(group, encoding).map((patient) => encode(patient.inputs, imputation));
    const trees = fitBoostedTrees(
      rowsOf(others),
      others.map((patient) => Math.sqrt(patient.dose)),
    );
    return withEncoding(
      patients.filter((patient) => patient.site === site),
      encoding,
    ).map((patient) => {
      const row = encode(patient.inputs, imputation);
      return { patient, predicted: doseOf(model, row), boosted: Math.max(predictBoosted(trees, row), 1) ** 2, imputation };
    });
  });
}

const RACE: Readonly<Record<string, FormulaRace>> = { Asian: 'Asian', White: 'White', 'Black or African American': 'Black' };

function figuresOf(observed: readonly number[], predicted: readonly number[]) {
  return {
    n: observed.length,
    mae: meanAbsoluteError(observed, predicted),
    maeInterval: bootstrapInterval(observed, predicted, meanAbsoluteError),
    within20: shareWithin(observed, predicted),
    within20Interval: bootstrapInterval(observed, predicted, shareWithin),
    bias: bias(observed, predicted),
  };
}

/** Half-widths on the √dose scale by subgroup: widened together until every recorded race, sex and age group of 30 or more reaches the level. */
function calibrateIntervals(results: readonly OutOfSite[]) {
  const error = (result: OutOfSite) => Math.abs(Math.sqrt(result.patient.dose) - Math.sqrt(result.predicted));
  const groupOf = (result: OutOfSite) => warfarinSubgroup(result.patient.inputs, result.predicted);
  const groups = [...new Set(results.map(groupOf))].sort();
  const recorded = ['race_omb', 'sex', 'age_band'].flatMap((column) =>
    [...new Set(results.map((result) => result.patient.row[column] ?? ''))].sort().map((value) => ({ column, value })),
  );
  let level = SETTINGS.level;
  for (;;) {
    const widths = Object.fromEntries(
      groups.map((group) => [group, conformalQuantile(results.filter((result) => groupOf(result) === group).map(error), level)]),
    );
    const coverage = (chosen: readonly OutOfSite[]) =>
      chosen.filter((result) => error(result) <= (widths[groupOf(result)] ?? Infinity)).length / chosen.length;
    const byGroup = recorded
      .map(({ column, value }) => ({ column, value, members: results.filter((result) => result.patient.row[column] === value) }))
      .filter(({ value, members }) => value !== '' && members.length >= 30)
      .map(({ members }) => coverage(members));
    if (byGroup.every((share) => share >= SETTINGS.level) || level > 0.98) return { widths, coverage, overall: coverage(results), level };
    level += 0.0025;
  }
}

function learningCurve(patients: readonly Patient[]) {
  return [0.1, 0.25, 0.5, 0.75, 1].map((share) => {
    const kept = patients.filter((_patient, i) => (i * 7919) % 1000 < share * 1000);
    const results = leaveOneSiteOutFrom(kept, patients);
    return {
      share,
      rows: kept.length,
      mae: meanAbsoluteError(
        results.map((r) => r.dose),
        results.map((r) => r.predicted),
      ),
    };
  });
}

function leaveOneSiteOutFrom(training: readonly Patient[], all: readonly Patient[]) {
  const sites = [...new Set(all.map((patient) => patient.site))];
  return sites.flatMap((site) => {
    const { model, encoding } = fit(training.filter((patient) => patient.site !== site));
    const imputation = imputationOf({ encoding });
    return withEncoding(
      all.filter((patient) => patient.site === site),
      encoding,
    ).map((patient) => ({
      dose: patient.dose,
      predicted: doseOf(model, encode(patient.inputs, imputation)),
    }));
  });
}

export function trainWarfarin(csv: string, version: string): TrainedModel {
  const excluded: Record<string, number> = {};
  const patients: Patient[] = [];
  const all = parseCsv(csv);
  for (const row of all) {
    const inputs = inputsFromCsv(row, {});
    const dose = Number(row.dose_mg_per_week);
    const why = !(dose > 0) ? 'no dose' : warfarinAbstention(inputs, { ranges: {} });
    if (why === null) patients.push({ row, site: row.site ?? '', dose, inputs });
    else {
      const reason = why.replace(/CYP2C9 \*\d+\/\*\d+/, 'CYP2C9 diplotype');
      excluded[reason] = (excluded[reason] ?? 0) + 1;
    }
  }
  const results = leaveOneSiteOut(patients);
  const observed = results.map((result) => result.patient.dose);
  const predicted = results.map((result) => result.predicted);
  const iwpc = results.map(
    ({ patient, imputation }) => iwpcPharmacogenetic(patient.inputs, imputation, RACE[patient.row.race_omb ?? ''] ?? 'missing') ?? NaN,
  );
  const clinical = results.map(
    ({ patient, imputation }) => iwpcClinical(patient.inputs, imputation, RACE[patient.row.race_omb ?? ''] ?? 'missing') ?? NaN,
  );
  const iwpcNoRace = results.map(({ patient, imputation }) => iwpcPharmacogenetic(patient.inputs, imputation) ?? NaN);
  const intervals = calibrateIntervals(results);
  const groupFigures = (group: string, belongs: (result: OutOfSite) => boolean) => {
    const rows = results.map((result, i) => (belongs(result) ? i : -1)).filter((i) => i >= 0);
    const pick = (values: readonly number[]) => rows.map((i) => at(values, i));
    return {
      group,
      ...figuresOf(pick(observed), pick(predicted)),
      iwpcMae: meanAbsoluteError(pick(observed), pick(iwpc)),
      coverage: intervals.coverage(results.filter(belongs)),
    };
  };
  const subgroup = (column: string) =>
    [...new Set(results.map((result) => result.patient.row[column] ?? ''))]
      .filter((value) => value !== '')
      .sort()
      .map((value) => groupFigures(value, ({ patient }) => patient.row[column] === value));
  const byDoseNeeded = DOSE_BANDS.map(({ name, from, to }) => groupFigures(name, ({ patient: { dose } }) => dose >= from && dose < to));

  const { model, encoding } = fit(patients);
  const imputation = imputationOf({ encoding });
  const final = withEncoding(patients, encoding);
  const rows = final.map((patient) => encode(patient.inputs, imputation));
  const reference = standardise(rows).mean.map(Math.fround);
  const metadata = { model: 'warfarin-dose', version, columns: COLUMNS.join(','), unit: 'mg/week' };
  const onnx = writeLinearGraph({ name: 'warfarin-dose', model, link: 'square', metadata });
  const percentile = (values: readonly number[], share: number): number => {
    const sorted = [...values].sort((a, b) => a - b);
    return at(sorted, Math.min(sorted.length - 1, Math.floor(share * sorted.length)));
  };
  const range = (values: readonly (number | null)[], unit: string) => {
    const known = values.filter((value): value is number => value !== null);
    return { low: Math.floor(percentile(known, 0.005)), high: Math.ceil(percentile(known, 0.995)), unit };
  };

  const artefact: ModelArtefact = {
    id: 'warfarin-dose',
    version,
    target: 'stable weekly warfarin dose',
    unit: 'mg/week',
    sha256: createHash('sha256').update(onnx).digest('hex'),
    columns: COLUMNS,
    reference,
    groups: GROUPS,
    ranges: {
      age: { low: 18, high: 99, unit: 'years' },
      height: range(
        patients.map((patient) => patient.inputs.heightCm),
        'cm',
      ),
      weight: range(
        patients.map((patient) => patient.inputs.weightKg),
        'kg',
      ),
    },
    categories: { CYP2C9: ['*1/*1', '*1/*2', '*1/*3', '*2/*2', '*2/*3', '*3/*3'] },
    conformal: { scale: 'sqrt', level: SETTINGS.level, byGroup: intervals.widths },
    distance: learnDistance(
      MEASURED,
      final.map((patient) => measuredValues(patient.inputs, imputation)),
    ),
    encoding,
    distributions: distributionsOf(final.map((patient) => watchedInputs(patient.inputs))),
    training: {
      dataSet: 'International Warfarin Pharmacogenetics Consortium (PMID 19228618), 18 of 22 project sites',
      dataHash: createHash('sha256').update(csv).digest('hex'),
      rows: all.length,
      used: patients.filter((patient) => !SELECTED_SITES.has(patient.site)).length,
      excluded: {
        ...excluded,
        'site recruited for very low doses (fit only)': patients.filter((patient) => SELECTED_SITES.has(patient.site)).length,
      },
      seed: 1,
      method: 'Huber ridge regression of the square root of the weekly dose; leave-one-site-out evaluation',
      settings: SETTINGS,
      opset: OPSET,
    },
    figures: roundFigures({
      evaluation: 'every patient predicted by a model that never saw the patient’s site',
      model: { ...figuresOf(observed, predicted), r2: rSquared(observed, predicted) },
      comparison: {
        'IWPC pharmacogenetic (with race; fitted on these sites)': figuresOf(observed, iwpc),
        'IWPC pharmacogenetic without race': figuresOf(observed, iwpcNoRace),
        'IWPC clinical (with race; fitted on these sites)': figuresOf(observed, clinical),
        'fixed 5 mg/day': figuresOf(
          observed,
          observed.map(() => 35),
        ),
        'boosted trees': figuresOf(
          observed,
          results.map((result) => result.boosted),
        ),
      },
      byRace: subgroup('race_omb'),
      bySex: subgroup('sex'),
      byAge: subgroup('age_band'),
      bySite: subgroup('site'),
      byDoseNeeded,
      intervals: {
        nominal: SETTINGS.level,
        quantileLevel: intervals.level,
        overall: intervals.overall,
        measured: 'on the left-out results by which the widths were chosen',
      },
      learningCurve: learningCurve(patients),
      leakage: 'inr_at_dose, stable_dose_reached and every race column are never read by the encoder',
    }),
  };
  const golden = rows.filter((_row, i) => i % Math.floor(rows.length / 40) === 0).slice(0, 40);
  return { artefact, onnx, golden: golden.map((row) => ({ row, value: doseOf(model, row) })) };
}
