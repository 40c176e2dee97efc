/** Age, performance, laboratory values, pregnancy: numbers with dates. A number that is too old answers nothing. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, no, unknown, yes, type Answer } from './answer.ts';
import { PREGNANCY } from './freshness.ts';
import { latestOf } from './laboratory.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

export function hasAge(asked: Of<'age'>, { facts }: TrialPatient): Answer {
  const { ageYears, birthDate } = facts.patient;
  const [low, high] = ageYears === undefined ? agesOf(birthDate, facts.asOf) : ([ageYears, ageYears] as const);
  if (low === null) return unknown('the date of birth is not recorded', 'date of birth');
  const said = `age ${low === high ? low : `${low} or ${high}`}${birthDate === undefined ? '' : ` (born ${birthDate})`} on ${facts.asOf}`;
  // A limit below one year cannot be checked with completed years alone.
  if (asked.min !== undefined && asked.min % 1 !== 0 && low <= Math.floor(asked.min) && high >= Math.floor(asked.min))
    return unknown(said, 'date of birth');
  const fits = [low, high].map(
    (age) =>
      (asked.min === undefined || age >= asked.min) &&
      (asked.max === undefined || age <= asked.max) &&
      (asked.above === undefined || age > asked.above) &&
      (asked.below === undefined || age < asked.below),
  );
  if (fits[0] !== fits[1]) return unknown(said, 'date of birth');
  return fits[0] === true ? yes(said) : no(said);
}
/** Youngest and oldest age of a birth date that is known by year, or by year and month, only. */
function agesOf(birthDate: string | undefined, asOf: string): readonly [number, number] | readonly [null, null] {
  const born = /^(\d{4})(?:-(\d{2}))?$/.exec(birthDate ?? '');
  const day = /^(\d{4})-(\d{2})/.exec(asOf);
  if (born === null || day === null) return [null, null];
  const years = Number(day[1]) - Number(born[1]);
  const [month, now] = [Number(born[2] ?? Number.NaN), Number(day[2])];
  if (years < 0 || (years === 0 && month > now)) return [null, null];
  if (month < now) return [years, years];
  return month > now ? [years - 1, years - 1] : [Math.max(0, years - 1), years];
}

export function hasSex({ sex }: Of<'sex'>, { facts }: TrialPatient): Answer {
  const own = facts.patient.sex;
  if (own !== 'male' && own !== 'female') return unknown('the sex is not recorded as male or female', 'sex');
  return own === sex ? yes(`recorded as ${own}`) : no(`recorded as ${own}`);
}

/** Either scale answers; where both are there and say different things, neither does. */
export function hasPerformance(asked: Of<'performance'>, patient: TrialPatient): Answer {
  const own = onScale(asked, patient);
  if (asked.equivalent === undefined) return own;
  const other = onScale(asked.equivalent, patient);
  if (own.verdict === 'unknown') return other.verdict === 'unknown' ? own : other;
  return other.verdict === 'unknown' || other.verdict === own.verdict
    ? own
    : unknown(`${own.because}; ${other.because}: the two scales disagree`, `${asked.scale} performance status`);
}

function onScale(asked: NonNullable<Of<'performance'>['equivalent']>, { facts, freshness }: TrialPatient): Answer {
  const name = `${asked.scale} performance status`;
  const day = (at: string | undefined): string => (at ?? '').slice(0, 10);
  const found = facts.performance
    .filter(({ scale, source }) => scale === asked.scale && day(source.issued) <= facts.asOf)
    .sort((a, b) => (b.source.issued ?? '').localeCompare(a.source.issued ?? ''));
  const [latest] = found;
  if (!latest) return unknown(`${name} is not recorded`, name);
  const said = dated(`${asked.scale} ${latest.value}`, latest.source.issued);
  if (found.some(({ source, value }) => day(source.issued) === day(latest.source.issued) && value !== latest.value))
    return unknown(`${asked.scale}: results of the same day disagree`, name);
  const age = daysBetween(latest.source.issued, facts.asOf);
  if (age === null) return unknown(`${said}: not known how old`, name);
  if (age > freshness.performanceDays) return unknown(`${said}, older than ${freshness.performanceDays} days`, name);
  return latest.value >= (asked.min ?? 0) && latest.value <= (asked.max ?? 100) ? yes(said) : no(said);
}

export function isExpecting(asked: Of<'pregnant' | 'breastfeeding'>, { facts, freshness }: TrialPatient): Answer {
  if (facts.patient.sex === 'male') return no('recorded as male');
  const latest = latestOf(facts.labs, asked.kind === 'pregnant' ? 'pregnancy' : 'breastfeeding', facts.asOf);
  const word = asked.kind === 'pregnant' ? 'pregnancy status' : 'breastfeeding';
  if (latest === null || latest === 'conflict') return unknown(`${word} is not recorded`, word);
  const day = latest.date ?? latest.source.issued;
  const said = dated(`${word}: ${latest.value}`, day);
  const age = daysBetween(day, facts.asOf);
  const positive = ['pregnant', 'breastfeeding', 'positive', 'yes'].includes(String(latest.value));
  if (age === null || age > (positive ? PREGNANCY : freshness.pregnancyDays)) return unknown(`${said}, not recent enough`, word);
  return positive ? yes(said) : /^not-|negative|^no$/.test(String(latest.value)) ? no(said) : unknown(said, word);
}
