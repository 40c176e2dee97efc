/** Trains the warfarin dose model: Huber ridge regression of √(mg/week), judged by leaving out one site at a time. */
import { createHash } from 'node:crypto';
import type { ModelArtefact } from '../artefact.ts';
import { inputsFromCsv } from '../warfarin/csv-row.ts';
import { iwpcClinical, iwpcPharmacogenetic, type FormulaRace } from '../warfarin/formulas.ts';
import { warfarinAbstention } from '../warfarin/guard.ts';
import { imputationOf } from '../warfarin/imputation.ts';
import { COLUMNS, GROUPS, encode } from '../warfarin/inputs.ts';
import { MEASURED, measuredValues } from '../warfarin/measured.ts';
import { watchedInputs } from '../warfarin/watched.ts';
import { parseCsv } from '../csv-line.ts';
import { learnDistance } from './distance.ts';
import { distributionsOf } from './distributions.ts';
import { at, standardise } from './linear-algebra.ts';
import { meanAbsoluteError, rSquared } from './metrics.ts';
import { OPSET, writeLinearGraph } from './onnx-file.ts';
import { roundFigures } from './round-figures.ts';
import type { TrainedModel } from './trained-model.ts';
import { calibrateIntervals, figuresOf, learningCurve, leaveOneSiteOut, type OutOfSite } from './warfarin-evaluation.ts';
import { doseOf, fit, SELECTED_SITES, SETTINGS, withEncoding, type Patient } from './warfarin-fit.ts';

/** Weekly doses by which error and coverage are told, in mg: the low and the high ones are where a dose does harm. */
const DOSE_BANDS = [
  { name: 'below 14 mg/week', from: 0, to: 14 },
  { name: '14 to 21 mg/week', from: 14, to: 21 },
  { name: '21 to 49 mg/week', from: 21, to: 49 },
  { name: '49 to 70 mg/week', from: 49, to: 70 },
  { name: '70 mg/week and more', from: 70, to: Infinity },
] as const;

const RACE: Readonly<Record<string, FormulaRace>> = { Asian: 'Asian', White: 'White', 'Black or African American': 'Black' };

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
