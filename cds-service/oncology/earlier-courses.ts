/** How each cancer drug that was given before ended, as the chart states it: a drug that was not tolerated is no drug under which the tumour grew. */
import type { MedicationFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { ingredientName } from '../knowledge/oncology/ingredient.ts';
import type { EarlierDrug } from '../report/types.ts';
import { evidenceOf } from './report-rows.ts';

export interface EarlierCourse {
  /** The chart says that the tumour grew, or did not respond, under it. */
  readonly progressed: boolean;
  /** The same, or at least one course ended for a reason that is not told. */
  readonly mayHaveProgressed: boolean;
  readonly notTolerated: boolean;
  /** Every course was completed as planned, and the chart says so. */
  readonly completed: boolean;
  /** `stopped for progression (2026-05-03)`; null where the chart says nothing. */
  readonly said: string | null;
}

/** Of the drugs named, which are given before and not now. */
export function earlierCourses({ medications }: PatientFacts, drugs: ReadonlySet<string>): Map<string, EarlierCourse> {
  const past = medications.filter(({ role }) => role === 'past');
  return new Map([...drugs].map((drug) => [drug, courseOf(past.filter((fact) => names(fact).includes(drug)))]));
}

/** For the report: one entry per drug and stated end. */
export function earlierDrugs(facts: PatientFacts, drugs: ReadonlySet<string>): EarlierDrug[] {
  return [...earlierCourses(facts, drugs)]
    .flatMap(([drug, { said }]): EarlierDrug[] => {
      const records = facts.medications.filter((fact) => fact.role === 'past' && fact.ended !== undefined && names(fact).includes(drug));
      const [newest] = [...records].sort((a, b) => dayOf(b).localeCompare(dayOf(a)));
      if (said === null || newest?.ended === undefined) return [];
      const rxnorm = newest.ingredients.find(({ name }) => ingredientName(name) === drug)?.rxnorm ?? null;
      return [
        {
          drug: { name: drug, ...(rxnorm === null ? {} : { rxnorm }) },
          ended: [...new Set(records.flatMap(({ ended }) => ended?.kinds ?? []))].sort(),
          said,
          evidence: records.map(({ source }) => evidenceOf(source)),
        },
      ];
    })
    .sort((a, b) => a.drug.name.localeCompare(b.drug.name));
}

function names({ ingredients }: MedicationFact): string[] {
  return ingredients.map(({ name }) => ingredientName(name));
}

function courseOf(records: readonly MedicationFact[]): EarlierCourse {
  const stated = records.filter(({ ended }) => ended !== undefined);
  const kinds = new Set(stated.flatMap(({ ended }) => ended?.kinds ?? []));
  const unstated = kinds.has('other') || records.some((record) => record.ended === undefined && !isWithin(record, stated));
  const progressed = kinds.has('progression');
  return {
    progressed,
    mayHaveProgressed: progressed || unstated,
    notTolerated: kinds.has('intolerance'),
    completed: kinds.size === 1 && kinds.has('completed') && !unstated,
    said: stated.length === 0 ? null : [...new Set([...stated].sort((a, b) => dayOf(a).localeCompare(dayOf(b))).map(inWords))].join('; '),
  };
}

/** A dose given, a dispense or the prescription of a course whose end is told; one that begins later is another course. */
function isWithin(record: MedicationFact, stated: readonly MedicationFact[]): boolean {
  const begun = record.start ?? record.authored;
  if (begun === undefined) return record.resourceType === 'MedicationAdministration' || record.resourceType === 'MedicationDispense';
  return stated.some((one) => {
    const end = one.ended?.date ?? one.end;
    return end !== undefined && begun.slice(0, 10) <= end.slice(0, 10);
  });
}

const KINDS = [
  ['progression', 'for progression'],
  ['intolerance', 'as not tolerated'],
] as const;
function inWords({ ended }: MedicationFact): string {
  if (ended === undefined) return '';
  const day = ended.date === undefined ? ' (day not recorded)' : ` (${ended.date.slice(0, 10)})`;
  const reasons = KINDS.filter(([kind]) => ended.kinds.includes(kind)).map(([, words]) => words);
  if (reasons.length > 0) return `stopped ${reasons.join(' and ')}${day}`;
  if (ended.kinds.length === 1 && ended.kinds[0] === 'completed') return `completed as planned${day}`;
  const words = ended.text.length > 80 ? `${ended.text.slice(0, 79)}…` : ended.text;
  return words === '' ? `stopped, not for the tumour${day}` : `stopped: “${words}”${day}`;
}
function dayOf({ ended, end, start, authored }: MedicationFact): string {
  return (ended?.date ?? end ?? start ?? authored ?? '').slice(0, 10);
}
