/** Age, performance, laboratory values, pregnancy: numbers with dates. A number that is too old answers nothing. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { possibleAges, type PatientFacts } from '../../../fhir-profiles/index.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, no, unknown, yes, type Answer } from './answer.ts';
import { cannotExpect } from './childbearing.ts';
import { PREGNANCY } from './freshness.ts';
import { latestOf } from './laboratory.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

export function hasAge(asked: Of<'age'>, { facts }: TrialPatient): Answer {
  const { ageYears, birthDate } = facts.patient;
  const ages = possibleAges(birthDate, facts.asOf) ?? (ageYears === undefined ? null : ([ageYears, ageYears] as const));
  if (ages === null) return unknown('the date of birth is not recorded', 'date of birth');
  const [low, high] = ages;
  const said = `age ${low === high ? low : `${low} or ${high}`}${birthDate === undefined ? '' : ` (born ${birthDate})`} on ${facts.asOf}`;
  const limits = [asked.min, asked.max, asked.above, asked.below].flatMap((limit) => limit ?? []);
  if (limits.every((limit) => Number.isInteger(limit))) return within(asked, [low, high], said);
  const months = monthsOf(birthDate, facts.asOf);
  return within(
    asked,
    months === null ? [low * 12, high * 12 + 11] : [months, months],
    months === null ? said : `${said}, ${months} months`,
    12,
  );
}
/**
 * Completed years, or months, against limits. Somebody of completed 18 years may be more than 18 years old or may turn 18 today, so "> 18" stays open for
 * the whole year; limits between two completed months (days, weeks) stay open in the month they lie in.
 */
function within(asked: Of<'age'>, [low, high]: readonly [number, number], said: string, of = 1): Answer {
  const scaled = (limit: number): number => {
    const exact = limit * of;
    return Math.abs(exact - Math.round(exact)) < 0.02 ? Math.round(exact) : exact;
  };
  const open = (age: number): boolean =>
    [asked.min, asked.max, asked.below].some(
      (limit) => limit !== undefined && !Number.isInteger(scaled(limit)) && Math.floor(scaled(limit)) === age,
    ) ||
    (asked.above !== undefined && Math.floor(scaled(asked.above)) === age);
  const fits = (age: number): boolean =>
    (asked.min === undefined || age >= scaled(asked.min)) &&
    (asked.max === undefined || age <= scaled(asked.max)) &&
    (asked.above === undefined || age > scaled(asked.above)) &&
    (asked.below === undefined || age < scaled(asked.below));
  const answers = new Set<boolean>();
  for (let age = low; age <= high; age += 1) {
    if (open(age)) return unknown(said, 'date of birth');
    answers.add(fits(age));
  }
  if (answers.size !== 1) return unknown(said, 'date of birth');
  return answers.has(true) ? yes(said) : no(said);
}
/** Completed months of somebody whose day of birth is known. */
function monthsOf(birthDate: string | undefined, asOf: string): number | null {
  const [born, day] = [birthDate, asOf].map((date) =>
    /^(\d{4})-(\d{2})-(\d{2})/
      .exec(date ?? '')
      ?.slice(1)
      .map(Number),
  );
  if (born === undefined || day === undefined) return null;
  const [[y = 0, m = 0, d = 0], [year = 0, month = 0, of = 0]] = [born, day];
  const months = (year - y) * 12 + month - m - (of < d ? 1 : 0);
  return months < 0 ? null : months;
}
export function hasSex({ sex }: Of<'sex'>, { facts }: TrialPatient): Answer {
  const own = facts.patient.sex;
  if (own !== 'male' && own !== 'female') return unknown('the sex is not recorded as male or female', 'sex');
  return own === sex ? yes(`recorded as ${own}`) : no(`recorded as ${own}`);
}

/** Either scale answers; where both are there and say different things, neither does. */
export function hasPerformance(asked: Of<'performance'>, patient: TrialPatient): Answer {
  const own = onScale(asked, patient);
  if (asked.equivalent === undefined) return own.verdict === 'unknown' ? (byOtherScale(asked, patient) ?? own) : own;
  const other = onScale(asked.equivalent, patient);
  if (own.verdict === 'unknown') return other.verdict === 'unknown' ? own : other;
  return other.verdict === 'unknown' || other.verdict === own.verdict
    ? own
    : unknown(`${own.because}; ${other.because}: the two scales disagree`, `${asked.scale} performance status`);
}

/**
 * The grades of ECOG that published tables give a Karnofsky index: 100-90, 80-70, 60-50, 40-30, 20-10 for 0 to 4 (as in most trials and textbooks;
 * myelomacomorbidityindex.org, looked up 2026-11-22); 100, 80-90, 70, 50-60, 10-40 (Prasad 2018, World J Clin Oncol 9:140); 80-100 for 0 and 1, 60-70 for 2,
 * below 60 for 3 and 4 (Buccheri 1996, Eur J Cancer 32A:1135). They differ by a grade, and agree with what was recorded in 78 to 84 % of pairs: one grade
 * more on either side is left open.
 */
const GRADES: readonly (readonly [index: number, best: number, worst: number])[] = [
  [100, 0, 1],
  [90, 0, 1],
  [80, 0, 1],
  [70, 1, 2],
  [60, 2, 3],
  [50, 2, 4],
  [40, 3, 4],
  [30, 3, 4],
  [20, 3, 4],
  [10, 3, 4],
];

/** A result on the other scale answers where every table, and a grade beside it, says the same. Null where this scale has results of its own. */
function byOtherScale(asked: Of<'performance'>, patient: TrialPatient): Answer | null {
  const scale = asked.scale === 'ECOG' ? 'Karnofsky' : 'ECOG';
  if (patient.facts.performance.some((one) => one.scale === asked.scale)) return null;
  const result = onScale({ scale, min: 0, max: 100 }, patient);
  const value = result.verdict === 'yes' ? (resultsOn(scale, patient.facts)[0]?.value ?? Number.NaN) : Number.NaN;
  const near = GRADES.filter(([index, best, worst]) => (scale === 'Karnofsky' ? index === value : value >= best - 1 && value <= worst + 1));
  if (near.length === 0 || (scale === 'ECOG' && value > 4)) return null;
  const ends =
    scale === 'Karnofsky'
      ? near.flatMap(([, best, worst]) => [Math.max(0, best - 1), Math.min(4, worst + 1)])
      : near.map(([index]) => index);
  const fits = (one: number): boolean => one >= (asked.min ?? 0) && one <= (asked.max ?? 100);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const said = `${result.because}, which is ${asked.scale} ${low} to ${high} by published tables`;
  if (fits(low) && fits(high)) return yes(said);
  const outside = high < (asked.min ?? 0) || low > (asked.max ?? 100);
  return outside ? no(said) : unknown(`${asked.scale} performance status is not recorded; ${said}`, `${asked.scale} performance status`);
}

function onScale(asked: NonNullable<Of<'performance'>['equivalent']>, { facts, freshness }: TrialPatient): Answer {
  const name = `${asked.scale} performance status`;
  const found = resultsOn(asked.scale, facts);
  const [latest] = found;
  if (!latest) return unknown(`${name} is not recorded`, name);
  const said = dated(`${asked.scale} ${latest.value}`, latest.source.issued);
  if (found.some(({ source, value }) => dayOf(source) === dayOf(latest.source) && value !== latest.value))
    return unknown(`${asked.scale}: results of the same day disagree`, name);
  const age = daysBetween(latest.source.issued, facts.asOf);
  if (age === null) return unknown(`${said}: not known how old`, name);
  if (age > freshness.performanceDays) return unknown(`${said}, older than ${freshness.performanceDays} days`, name);
  return latest.value >= (asked.min ?? 0) && latest.value <= (asked.max ?? 100) ? yes(said) : no(said);
}

/** The latest first. */
function resultsOn(asked: 'ECOG' | 'Karnofsky', { performance, asOf }: PatientFacts): PatientFacts['performance'] {
  return performance
    .filter(({ scale, source }) => scale === asked && dayOf(source) <= asOf)
    .sort((a, b) => (b.source.issued ?? '').localeCompare(a.source.issued ?? ''));
}
const dayOf = ({ issued }: { readonly issued?: string }): string => (issued ?? '').slice(0, 10);

export function isExpecting(asked: Of<'pregnant' | 'breastfeeding'>, patient: TrialPatient): Answer {
  const answer = isExpectingNow(asked, patient);
  if (answer.verdict !== 'unknown') return answer;
  const never = cannotExpect(asked.kind, patient);
  // A positive test of some time ago beside an age or an operation that rules it out is for a person to settle.
  return never === null || answer.missing === undefined || wasPositive(asked, patient.facts) ? answer : no(never);
}

/** The latest word on it, or for pregnancy the latest test where there is no word. */
function wasPositive({ kind }: Of<'pregnant' | 'breastfeeding'>, { labs, asOf }: PatientFacts): boolean {
  const latest = latestOf(labs, kind === 'pregnant' ? 'pregnancy' : 'breastfeeding', asOf);
  const said = latest ?? (kind === 'pregnant' ? latestOf(labs, 'hCG', asOf) : null);
  return said !== null && said !== 'conflict' && POSITIVE.has(String(said.value));
}
const POSITIVE: ReadonlySet<string> = new Set(['pregnant', 'breastfeeding', 'positive', 'yes']);

/** A negative pregnancy test answers; a positive one is to be explained, for some tumours make hCG too. */
function byTest(facts: PatientFacts, { pregnancyDays }: TrialPatient['freshness']): Answer | null {
  const latest = latestOf(facts.labs, 'hCG', facts.asOf);
  if (latest === null || latest === 'conflict') return null;
  const day = latest.date ?? latest.source.issued;
  const said = dated(`pregnancy test (hCG) ${latest.value}`, day);
  const age = daysBetween(day, facts.asOf);
  if (age === null || age < 0 || age > pregnancyDays) return unknown(`${said}, not recent enough`, 'pregnancy status');
  if (latest.value === 'negative') return no(said);
  return unknown(`${said}: whether it is a pregnancy is not recorded`, 'pregnancy status');
}

function isExpectingNow(asked: Of<'pregnant' | 'breastfeeding'>, { facts, freshness }: TrialPatient): Answer {
  if (facts.patient.sex === 'male') return no('recorded as male');
  const latest = latestOf(facts.labs, asked.kind === 'pregnant' ? 'pregnancy' : 'breastfeeding', facts.asOf);
  const word = asked.kind === 'pregnant' ? 'pregnancy status' : 'breastfeeding';
  if (latest === null) return (asked.kind === 'pregnant' ? byTest(facts, freshness) : null) ?? unknown(`${word} is not recorded`, word);
  if (latest === 'conflict') return unknown(`${word} is not recorded`, word);
  const day = latest.date ?? latest.source.issued;
  const said = dated(`${word}: ${latest.value}`, day);
  const age = daysBetween(day, facts.asOf);
  const positive = POSITIVE.has(String(latest.value));
  if (age === null || age > (positive ? PREGNANCY : freshness.pregnancyDays)) return unknown(`${said}, not recent enough`, word);
  return positive ? yes(said) : /^not-|negative|^no$/.test(String(latest.value)) ? no(said) : unknown(said, word);
}
