/** Age, performance, laboratory values, pregnancy: numbers with dates. A number that is too old answers nothing. */
import type { LabFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, no, unknown, yes, type Answer } from './answer.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

/** Screening asks for values of the last weeks; one of the last three months still tells where the patient stands. */
const LAB_DAYS = 90;
const PERFORMANCE_DAYS = 365;
const PREGNANCY_DAYS = 28;

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

export function hasPerformance(asked: Of<'performance'>, { facts }: TrialPatient): Answer {
  const found = facts.performance
    .filter(({ scale }) => scale === asked.scale)
    .sort((a, b) => (b.source.issued ?? '').localeCompare(a.source.issued ?? ''));
  const [latest, other] = found;
  if (!latest) return unknown(`${asked.scale} performance status is not recorded`, `${asked.scale} performance status`);
  const said = dated(`${asked.scale} ${latest.value}`, latest.source.issued);
  if (other && other.source.issued === latest.source.issued && other.value !== latest.value)
    return unknown(`${asked.scale}: results disagree`, `${asked.scale} performance status`);
  const age = daysBetween(latest.source.issued, facts.asOf);
  if (age !== null && age > PERFORMANCE_DAYS) return unknown(`${said}, more than a year ago`, `${asked.scale} performance status`);
  return latest.value >= (asked.min ?? 0) && latest.value <= (asked.max ?? 100) ? yes(said) : no(said);
}

export function hasLab(asked: Of<'lab'>, { facts }: TrialPatient): Answer {
  const name = asked.lab === 'creatinine-clearance' ? 'creatinine clearance' : asked.lab;
  if (asked.uln)
    return unknown(`the laboratory's upper limit of normal for ${name} is not recorded`, `${name} with its upper limit of normal`);
  const latest = latestOf(facts.labs, asked.lab);
  if (latest === null) return unknown(`${name} is not recorded`, name);
  if (latest === 'conflict') return unknown(`${name}: results of the same day disagree`, name);
  const day = latest.date ?? latest.source.issued;
  const { value } = latest;
  const said = dated(`${name} ${latest.comparator ?? ''}${value} ${latest.unit ?? ''}`.trim(), day);
  if (typeof value !== 'number' || latest.unit !== asked.unit) return unknown(`${said} cannot be compared with the limit`, name);
  const age = daysBetween(day, facts.asOf);
  if (age === null || age > LAB_DAYS) return unknown(`${said}${age === null ? '' : ', older than 90 days'}`, `a recent ${name}`);
  const [low, high] = latest.comparator?.startsWith('<')
    ? [-Infinity, value]
    : latest.comparator?.startsWith('>')
      ? [value, Infinity]
      : [value, value];
  const holds = (at: number): boolean =>
    asked.bound === 'min'
      ? at >= asked.value
      : asked.bound === 'max'
        ? at <= asked.value
        : asked.bound === 'above'
          ? at > asked.value
          : at < asked.value;
  if (holds(low) !== holds(high)) return unknown(`${said} leaves the limit open`, name);
  return holds(low) ? yes(said) : no(said);
}

export function isExpecting(asked: Of<'pregnant' | 'breastfeeding'>, { facts }: TrialPatient): Answer {
  if (facts.patient.sex === 'male') return no('recorded as male');
  const latest = latestOf(facts.labs, asked.kind === 'pregnant' ? 'pregnancy' : 'breastfeeding');
  const word = asked.kind === 'pregnant' ? 'pregnancy status' : 'breastfeeding';
  if (latest === null || latest === 'conflict') return unknown(`${word} is not recorded`, word);
  const day = latest.date ?? latest.source.issued;
  const said = dated(`${word}: ${latest.value}`, day);
  const age = daysBetween(day, facts.asOf);
  const positive = ['pregnant', 'breastfeeding', 'positive', 'yes'].includes(String(latest.value));
  if (age === null || age > (positive ? 280 : PREGNANCY_DAYS)) return unknown(`${said}, not recent enough`, word);
  return positive ? yes(said) : /^not-|negative|^no$/.test(String(latest.value)) ? no(said) : unknown(said, word);
}

function latestOf(labs: readonly LabFact[], kind: string): LabFact | 'conflict' | null {
  const day = (lab: LabFact): string => lab.date ?? lab.source.issued ?? '';
  let latest: LabFact | null = null;
  for (const lab of labs) if (lab.kind === kind && (latest === null || day(lab) > day(latest))) latest = lab;
  if (latest === null) return null;
  const same = labs.filter((lab) => lab.kind === kind && day(lab) === (latest === null ? '' : day(latest)));
  return same.some(({ value }) => value !== latest?.value) ? 'conflict' : latest;
}
