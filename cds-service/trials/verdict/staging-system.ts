/**
 * A stage or grade of a system of its own, where the record gives one of that system: certain while it still stands, as other stages. Gleason scores and
 * grade groups tell each other: group 1 is 6 or less, 2 is 3+4, 3 is 4+3, 4 is 8, 5 is 9 and 10 (ISUP 2014, edu.isupweb.org, looked up 2026-11-22).
 */
import type { BiomarkerFact, StageFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { daysBetween, no, unknown, yes, type Answer } from './answer.ts';
import { notToldApart } from './distant.ts';

type Asked = Extract<Requirement, { kind: 'staging' }>;

export function hasStaging(asked: Asked, patient: TrialPatient): Answer {
  if (asked.system === 'Gleason' || asked.system === 'grade group') return hasGrade(asked, patient);
  const missing = `${asked.system} stage`;
  if (notToldApart(patient)) return unknown('several tumours are recorded, and not of which one the stage is asked', missing);
  const [main] = patient.tumours;
  const dayOf = ({ source }: StageFact): string => source.issued ?? main?.fact.onset ?? '';
  const own = (main?.fact.stages ?? []).filter(({ system }) => familyOf(system) === asked.system);
  const latest = own.map(dayOf).sort().at(-1);
  const values = new Set(own.filter((stage) => dayOf(stage) === latest).map(valueOf));
  const [value] = values;
  if (value === undefined || value === null || values.size > 1) return unknown(`the ${missing} is not recorded`, missing);
  const day = latest?.slice(0, 10) ?? '';
  const said = `${missing} ${value} (${day === '' ? 'undated' : day})`;
  const age = daysBetween(day, patient.facts.asOf);
  const again = ['recurrence', 'relapse'].includes(main?.fact.clinicalStatus ?? '');
  if (again || age === null || age < 0 || age > patient.freshness.stageDays)
    return unknown(`${said}; the present stage is not recorded`, missing);
  return asked.values.includes(value) ? yes(said) : no(said);
}

function familyOf(system: string | undefined): string | undefined {
  return system === 'Lugano' || system === 'Cotswolds' ? 'Ann Arbor' : system;
}

/** `II` of "R-ISS stage II", `B` of "Binet Stage B"; null where it cannot be told. */
function valueOf({ text, group, system }: StageFact): string | null {
  if (system === 'Binet' || system === 'BCLC') {
    const letter = /(?:^|\bstage|\bstadium|\bbinet|\bbclc)[\s:-]*(?:stage\s*)?([0A-D])\s*$/i.exec(text.trim())?.[1]?.toUpperCase();
    return letter ?? null;
  }
  return group === undefined ? null : (/^(?:IV|I{1,3}|0)/.exec(group)?.[0] ?? null);
}

/** Grade groups that a result leaves possible, and the sums of them. */
function hasGrade({ system, values }: Asked, { facts, tumours, beside }: TrialPatient): Answer {
  const missing = 'Gleason score';
  const prostate = [...tumours, ...beside].some(({ oncotree, oncotreeAncestors }) => oncotree.has('PROSTATE') || oncotree.has('PRAD') || oncotreeAncestors.has('PROSTATE')); // prettier-ignore
  if (!prostate) return unknown('the Gleason score is not recorded', missing);
  const results = facts.biomarkers.filter(({ kind, method }) => (kind === 'Gleason' && method === undefined) || kind === 'grade-group');
  const answers = new Set<Answer['verdict']>();
  for (const result of results) {
    const possible = system === 'Gleason' ? sumsOf(result) : groupsOf(result);
    const hits = possible.filter((one) => values.includes(String(one))).length;
    answers.add(possible.length === 0 || (hits > 0 && hits < possible.length) ? 'unknown' : hits > 0 ? 'yes' : 'no');
  }
  const said = results.map((result) => `${result.kind === 'Gleason' ? 'Gleason' : 'grade group'} ${result.value}${result.source.issued === undefined ? '' : ` (${result.source.issued.slice(0, 10)})`}`).join(', '); // prettier-ignore
  const [verdict] = answers;
  if (verdict === undefined) return unknown('the Gleason score is not recorded', missing);
  if (answers.size > 1 || verdict === 'unknown') return unknown(`${said}: that does not settle it`, missing);
  return verdict === 'yes' ? yes(said) : no(said);
}
function sumsOf({ kind, value }: BiomarkerFact): number[] {
  if (kind === 'grade-group') return { 1: [6], 2: [7], 3: [7], 4: [8], 5: [9, 10] }[Number(value)] ?? [];
  const [, one, two] = /^([1-5])\+([1-5])$/.exec(String(value)) ?? [];
  const sum = one === undefined ? Number(value) : Number(one) + Number(two);
  return sum >= 6 && sum <= 10 ? [sum] : [];
}
function groupsOf(result: BiomarkerFact): number[] {
  if (result.kind === 'grade-group') return Number(result.value) >= 1 && Number(result.value) <= 5 ? [Number(result.value)] : [];
  const written = String(result.value);
  if (written === '3+4') return [2];
  if (written === '4+3') return [3];
  return sumsOf(result).flatMap((sum) => (sum === 6 ? [1] : sum === 7 ? [2, 3] : sum === 8 ? [4] : [5]));
}
