/** Age, performance, laboratory values, pregnancy: numbers with dates. A number that is too old answers nothing. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, no, unknown, yes, type Answer } from './answer.ts';
import { PREGNANCY } from './freshness.ts';
import { latestOf } from './laboratory.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

export function hasAge(asked: Of<'age'>, { facts }: TrialPatient): Answer {
  const { ageYears, birthDate } = facts.patient;
  if (ageYears === undefined) return unknown('the date of birth is not recorded', 'date of birth');
  const said = `age ${ageYears}${birthDate === undefined ? '' : ` (born ${birthDate})`} on ${facts.asOf}`;
  // A limit below one year cannot be checked with completed years alone.
  if (asked.min !== undefined && asked.min % 1 !== 0 && ageYears === Math.floor(asked.min)) return unknown(said, 'date of birth');
  const fits =
    (asked.min === undefined || ageYears >= asked.min) &&
    (asked.max === undefined || ageYears <= asked.max) &&
    (asked.above === undefined || ageYears > asked.above) &&
    (asked.below === undefined || ageYears < asked.below);
  return fits ? yes(said) : no(said);
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
