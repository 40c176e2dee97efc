/** How the warfarin dose model does on sites it never saw, and how wide its intervals must be. */
import { imputationOf } from '../warfarin/imputation.ts';
import { encode, type Imputation } from '../warfarin/inputs.ts';
import { warfarinSubgroup } from '../warfarin/subgroup.ts';
import { fitBoostedTrees, predictBoosted } from './boosting.ts';
import { bias, bootstrapInterval, conformalQuantile, meanAbsoluteError, shareWithin } from './metrics.ts';
import { doseOf, fit, SELECTED_SITES, SETTINGS, withEncoding, type Patient } from './warfarin-fit.ts';

export interface OutOfSite {
  readonly patient: Patient;
  readonly predicted: number;
  readonly boosted: number;
  readonly imputation: Imputation;
}

/** Each patient predicted by a model that never saw the patient's site. */
export function leaveOneSiteOut(patients: readonly Patient[]): OutOfSite[] {
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

export function figuresOf(observed: readonly number[], predicted: readonly number[]) {
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
export function calibrateIntervals(results: readonly OutOfSite[]) {
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

export function learningCurve(patients: readonly Patient[]) {
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
