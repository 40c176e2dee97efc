/** Whether warfarin is being begun, for which the model was made, and what else on file lies outside its use. */
import type { MedicationFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { daysBefore } from '../days.ts';

export interface WarfarinCourse {
  /** Reason to abstain: the dose was found long ago. */
  readonly established: string | null;
  readonly notes: readonly string[];
}

/** After so many days the dose is known from the INR: the same limit as in the pharmacogenomic advice, our own choice. */
const MAINTAINED_DAYS = 90;

export function warfarinCourse({ medications, asOf }: PatientFacts): WarfarinCourse {
  const courses = medications.filter(({ ingredients }) => ingredients.some(({ name }) => name === 'warfarin'));
  const current = courses.filter(({ role }) => role === 'current');
  const past = courses.filter(({ role }) => role === 'past');
  if (current.length > 0) {
    const since = begun(current, past);
    if (since === undefined)
      return { established: null, notes: ['when warfarin was begun is not on file: the model speaks of beginning it'] };
    const days = daysBefore(since, asOf) ?? 0;
    if (days > MAINTAINED_DAYS)
      return {
        established: `warfarin is on the list since ${since}: the dose in use goes by INR, and the model speaks of beginning it`,
        notes: [],
      };
    return {
      established: null,
      notes: days > 1 ? [`warfarin is on the list since ${since}: doses and INR values since then are not used`] : [],
    };
  }
  const end = past
    .flatMap((course) => course.end?.slice(0, 10) ?? [])
    .sort()
    .at(-1);
  if (past.length === 0) return { established: null, notes: [] };
  return {
    established: null,
    notes: [`warfarin was taken before${end === undefined ? '' : ` (until ${end})`}: the dose needed then is not used`],
  };
}

/** First day of what is taken now; an earlier order that ended less than the limit before it belongs to the same course. */
function begun(current: readonly MedicationFact[], past: readonly MedicationFact[]): string | undefined {
  let since = current.flatMap((course) => dayOf(course) ?? []).sort()[0];
  if (since === undefined) return undefined;
  const earlier = past
    .flatMap((course) => {
      const day = dayOf(course);
      return day === undefined ? [] : [{ day, end: course.end?.slice(0, 10) ?? day }];
    })
    .sort((a, b) => b.end.localeCompare(a.end));
  for (const { day, end } of earlier) if (day < since && (daysBefore(end, since) ?? Infinity) <= MAINTAINED_DAYS) since = day;
  return since;
}

const dayOf = ({ start, authored }: MedicationFact): string | undefined => (start ?? authored)?.slice(0, 10);

const VALVE = /\bZ95\.?2\b|(mechanical|prosthetic|artificial)\b.{0,30}\bvalve|valve prosthesis/i;

/** A prosthetic heart valve: target INR above that of the training patients, for some. */
export function valveNotes({ conditions }: PatientFacts): readonly string[] {
  const found = conditions.some(({ clinicalStatus, text, codes }) => {
    if (clinicalStatus === 'resolved' || clinicalStatus === 'inactive') return false;
    const words = `${text} ${codes.map(({ code, display }) => `${code} ${display ?? ''}`).join(' ')}`;
    return VALVE.test(words) && !/bioprosth|biological|tissue valve/i.test(words);
  });
  return found ? ['a prosthetic heart valve is on file: the model was not made for INR targets above 3'] : [];
}
