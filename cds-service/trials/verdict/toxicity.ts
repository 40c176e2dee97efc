/**
 * Side effects by their CTCAE grade: adverse events of the record, and problems whose text gives a grade. A grade of three months ago may have changed;
 * an entry without a grade, and the silence of a record, say nothing.
 */
import type { AdverseEventFact, PatientFacts } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import { CALLED_IMMUNE, IMMUNE_TOXICITY, MAJOR_IMMUNE_TOXICITY, MAJOR_ORGAN, TOXICITIES } from '../criteria/conditions/toxicities.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, no, unknown, yes, type Answer } from './answer.ts';

type Asked = Extract<Requirement, { kind: 'toxicity' }>;

/** What trials spare from "recovered from all toxicities", whether they say so or not: lasting, or replaced by hormones. */
const OFTEN_SPARED =
  /alopecia|hair|neuropath|vitiligo|pigment|thyroid|adrenal|hypophysitis|pituitar|diabet|endocrin|fatigue|asthenia|hearing|tinnitus|nail|an(?:a)?emia|lympho|neutro|leuk|platelet|thrombocyt|menopaus|infertil|libido|hypertension|decreased|increased/i;

/** What an exception of immune-related events may mean beside hormones. */
const SKIN_OR_VALUE = /rash|skin|dermat|prurit|psoria|lichen|vitiligo|lipase|amylase|arthralg|insulin|endocrin|elevat/i;

export function hasToxicity(asked: Asked, patient: TrialPatient): Answer {
  const { facts, freshness } = patient;
  const missing = `grade of ${asked.name === 'any' ? 'side effects that are still there' : asked.name}`;
  const known = gradedIn(facts).filter((one) => isAsked(one, asked));
  if (asked.ever === true) {
    const once = known.find(({ grade, date }) => grade !== undefined && grade >= asked.min && (daysBetween(date, facts.asOf) ?? 0) >= 0);
    return once === undefined ? unknown(`no ${asked.name} of grade ${asked.min} or more are recorded`, missing) : yes(dated(`${saidOf(once)} recorded`, once.date)); // prettier-ignore
  }
  const fresh = known.filter(({ date }) => {
    const age = daysBetween(date, facts.asOf);
    return age !== null && age >= 0 && age <= freshness.performanceDays;
  });
  const high = fresh.find(({ grade, there }) => there === true && grade !== undefined && grade >= asked.min);
  if (high) return yes(dated(`${saidOf(high)} recorded`, high.date));
  const first = fresh[0];
  const low =
    first !== undefined &&
    asked.name !== 'any' &&
    known.every(({ grade, there }) => there === false || (grade !== undefined && grade < asked.min));
  if (low) return no(dated(`${saidOf(first)} recorded`, first.date));
  if (known[0] !== undefined) return unknown(`${dated(`${known[0].text} recorded`, known[0].date)}: its present grade is open`, missing);
  return unknown(`no grade of ${asked.name === 'any' ? 'side effects of earlier treatment' : asked.name} is recorded`, missing);
}

const saidOf = ({ text, grade }: Graded): string => (/\bgrade\b/i.test(text) ? text : `${text}, grade ${grade ?? 0},`);

interface Graded {
  readonly text: string;
  readonly grade: number | undefined;
  /** Null: not said. */
  readonly there: boolean | null;
  readonly attributed: boolean;
  readonly date: string | undefined;
}

function gradedIn({ adverseEvents = [], conditions }: PatientFacts): Graded[] {
  return [
    ...adverseEvents.map(({ text, grade, status, attributed, date }: AdverseEventFact): Graded => ({
      text,
      grade,
      there: status === 'ongoing' ? true : status === 'over' ? false : null,
      attributed,
      date,
    })),
    ...conditions.map(({ text, clinicalStatus, onset, source }): Graded => {
      const grade = /\bgrade (?:(?:of )?)([0-5])\b(?!\s*(?:-|to|or)\s*\d)/i.exec(text)?.[1];
      const over = ['inactive', 'remission', 'resolved'].includes(clinicalStatus);
      return {
        text,
        grade: grade === undefined ? undefined : Number(grade),
        there: over ? false : clinicalStatus === 'unknown' ? null : true,
        attributed: false,
        date: source.issued ?? onset,
      };
    }),
  ];
}

function isAsked({ text, attributed }: Graded, { name, spared = [] }: Asked): boolean {
  if (/\b(?:no|family|history of|risk of)\b/i.test(text)) return false;
  if (name === IMMUNE_TOXICITY || name === MAJOR_IMMUNE_TOXICITY)
    return (
      CALLED_IMMUNE.test(text) &&
      (name === IMMUNE_TOXICITY || MAJOR_ORGAN.test(text)) &&
      (spared.length === 0 || !(OFTEN_SPARED.test(text) || SKIN_OR_VALUE.test(text)))
    );
  if (name !== 'any') return TOXICITIES.find((one) => one.name === name)?.recorded.test(text) === true;
  return attributed && !OFTEN_SPARED.test(text) && !spared.some((word) => text.toLowerCase().includes(word));
}
