/** Measurable disease: an observation that says so by name; disease that is no longer detected is not measurable. Sizes of lesions decide nothing. */
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, no, unknown, yes, type Answer } from './answer.ts';
import { latestOf } from './laboratory.ts';

export function isMeasurable({ facts, freshness }: TrialPatient): Answer {
  for (const kind of ['measurable-disease', 'disease-status']) {
    const latest = latestOf(facts.labs, kind, facts.asOf);
    if (latest === null || latest === 'conflict') continue;
    const day = latest.date ?? latest.source.issued;
    const age = daysBetween(day, facts.asOf);
    if (age === null || age < 0 || age > freshness.labDays) continue;
    const said = dated(`${kind.replace('-', ' ')}: ${String(latest.value).replace('-', ' ')}`, day);
    if (latest.value === 'yes') return yes(said);
    if (latest.value === 'no' || latest.value === 'not-detected') return no(said);
  }
  return unknown('whether there is measurable disease is not recorded', 'measurable disease');
}
