/** Laboratory limits, with the laboratory's own limits of normal where they are recorded, and a clearance calculated where none was measured. */
import type { LabFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, no, unknown, yes, type Answer } from './answer.ts';
import { once } from './once.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

type LabLimit = Extract<Requirement, { kind: 'lab' }>;

const WORDS: Readonly<Record<string, string>> = {
  'creatinine-clearance': 'creatinine clearance',
  'direct-bilirubin': 'direct bilirubin',
  LVEF: 'left ventricular ejection fraction',
  PT: 'prothrombin time',
  'oxygen-saturation': 'oxygen saturation',
  'systolic-pressure': 'systolic blood pressure',
  'diastolic-pressure': 'diastolic blood pressure',
  CK: 'creatine kinase',
  'urine-protein-24h': '24-hour urine protein',
  'urine-protein-creatinine': 'urine protein/creatinine ratio',
  NYHA: 'NYHA class',
  'Child-Pugh': 'Child-Pugh class',
};
/** Classes as the numbers that limits are compared with. */
const CLASSES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  NYHA: { I: 1, II: 2, III: 3, IV: 4 },
  'Child-Pugh': { A: 1, B: 2, C: 3 },
};

export function hasLab(asked: LabLimit, patient: TrialPatient): Answer {
  const key = `lab ${asked.lab} ${asked.bound} ${asked.value} ${asked.unit ?? ''}${asked.lln ? ' of the lower limit' : ''}${asked.measured ? ' measured' : ''}`;
  return once(patient, key, () => measured(asked, patient));
}

/** A number with the day it stands for, and how it is said. */
interface Value {
  readonly said: string;
  /** Both ends; they differ where only `< 5` or `> 90` was reported, or where a calculation leaves a margin. */
  readonly low: number;
  readonly high: number;
}

function measured(asked: LabLimit, patient: TrialPatient): Answer {
  const name = entryOf(WORDS, asked.lab) ?? asked.lab;
  const { facts, freshness } = patient;
  const latest = latestOf(facts.labs, asked.lab, facts.asOf);
  if (latest === 'conflict') return unknown(`${name}: results of the same day disagree`, name);
  if (latest === null) {
    if (asked.lab === 'creatinine-clearance' && asked.measured !== true) return clearance(asked, patient);
    if (asked.lab === 'BMI') return bodyMass(asked, patient);
    return unknown(`${name} is not recorded`, name);
  }
  const day = latest.date ?? latest.source.issued;
  const classes = entryOf(CLASSES, asked.lab);
  if (classes !== undefined) return inClass(asked, latest, classes, { name, day, patient });
  const { value } = latest;
  const said = dated(
    `${name} ${latest.comparator ?? ''}${value} ${latest.unit ?? ''}`
      .trim()
      .replace('{1.73_m2}', '1.73 m²')
      .replace(' {INR}', '')
      .replace('10*9/L', '×10⁹/L')
      .replace('mm[Hg]', 'mmHg'),
    day,
  );
  const age = daysBetween(day, facts.asOf);
  if (age === null) return unknown(`${said}: too old or not known how old`, name);
  if (age > freshness.labDays) return unknown(`${said}, older than ${freshness.labDays} days`, name);
  const ofNormal = asked.uln || asked.lln === true;
  if (typeof value !== 'number' || (!ofNormal && latest.unit !== asked.unit))
    return unknown(`${said} cannot be compared with the limit`, name);
  const below = latest.comparator?.startsWith('<') === true;
  const above = latest.comparator?.startsWith('>') === true;
  const ends = { said, low: below ? -Infinity : value, high: above ? Infinity : value };
  if (!ofNormal) return against(asked, asked.value, ends, name);
  const [limit, which] = asked.uln ? [latest.referenceHigh, 'upper'] : [latest.referenceLow, 'lower'];
  if (limit === undefined || limit <= 0)
    return unknown(`${said}, without the laboratory's ${which} limit of normal`, `${name} with its ${which} limit of normal`);
  const times = `${said}, ${(value / limit).toFixed(asked.uln ? 1 : 2)} times the ${which} limit of ${limit}`;
  return against(asked, asked.value * limit, { ...ends, said: times }, name);
}

/** A class stands as long as a performance status does. */
function inClass(
  asked: LabLimit,
  { value }: LabFact,
  classes: Readonly<Record<string, number>>,
  { name, day, patient }: { readonly name: string; readonly day: string | undefined; readonly patient: TrialPatient },
): Answer {
  const said = dated(`${name} ${value}`, day);
  const age = daysBetween(day, patient.facts.asOf);
  const number = entryOf(classes, String(value));
  if (number === undefined) return unknown(`${said} cannot be compared with the limit`, name);
  if (age === null) return unknown(`${said}: not known how old`, name);
  const days = patient.freshness.performanceDays;
  if (age > days) return unknown(`${said}, older than ${days} days`, name);
  return against(asked, asked.value, { said, low: number, high: number }, name);
}

function against({ bound }: LabLimit, limit: number, { said, low, high }: Value, name: string): Answer {
  // Rounding of units must not decide: values within a millionth of the limit are the limit.
  const near = (at: number): boolean => Math.abs(at - limit) <= Math.abs(limit) * 1e-6;
  const holds = (at: number): boolean => {
    if (bound === 'min') return at >= limit || near(at);
    if (bound === 'max') return at <= limit || near(at);
    return !near(at) && (bound === 'above' ? at > limit : at < limit);
  };
  if (holds(low) !== holds(high)) return unknown(`${said} leaves the limit open`, name);
  return holds(low) ? yes(said) : no(said);
}

/**
 * Creatinine clearance after Cockcroft and Gault (Nephron 1976;16:31-41): (140 − age) × weight in kg / (72 × creatinine in mg/dL), × 0.85 in women;
 * adults only. It is said to be calculated. Trials weigh it with actual, ideal or adjusted weight: a limit between the results of these is open.
 */
function clearance(asked: LabLimit, { facts, freshness }: TrialPatient): Answer {
  const name = 'creatinine clearance';
  if (asked.uln || asked.lln) return unknown(`${name} is not recorded`, name);
  const { ageYears, sex } = facts.patient;
  const creatinine = latestOf(facts.labs, 'creatinine', facts.asOf);
  const weight = latestOf(facts.labs, 'weight', facts.asOf);
  const missing = [
    ...(ageYears === undefined ? ['date of birth'] : []),
    ...(sex === 'male' || sex === 'female' ? [] : ['sex']),
    ...(isFresh(creatinine, facts.asOf, freshness.labDays) ? [] : ['creatinine']),
    ...(isFresh(weight, facts.asOf, freshness.bodyDays) ? [] : ['weight']),
  ];
  const [first] = missing;
  if (first !== undefined) return unknown(`${name} is not recorded and cannot be calculated without a recent ${missing.join(', ')}`, first);
  if (creatinine === null || creatinine === 'conflict' || weight === null || weight === 'conflict' || ageYears === undefined)
    return unknown(`${name} is not recorded`, name);
  if (ageYears < 18) return unknown(`${name} is not recorded; it is not calculated in children`, name);
  if (
    typeof creatinine.value !== 'number' ||
    typeof weight.value !== 'number' ||
    creatinine.comparator !== undefined ||
    creatinine.value <= 0
  )
    return unknown(`${name} is not recorded and cannot be calculated`, name);
  const value = ((140 - ageYears) * weight.value * (sex === 'female' ? 0.85 : 1)) / (72 * creatinine.value);
  const said = dated(
    `${name} ${value.toFixed(0)} mL/min, calculated by Cockcroft-Gault from age ${ageYears}, weight ${weight.value} kg, creatinine ${creatinine.value} mg/dL`,
    creatinine.date ?? creatinine.source.issued,
  );
  return against(asked, asked.value, { said, low: value * lightest(facts, freshness.bodyDays, weight.value), high: value * 1.1 }, name);
}

/** Body mass index from weight and height, where none is recorded: kilograms by square metres; of adults only, because limits for children are percentiles. */
function bodyMass(asked: LabLimit, { facts, freshness }: TrialPatient): Answer {
  const [weight, height] = [latestOf(facts.labs, 'weight', facts.asOf), latestOf(facts.labs, 'height', facts.asOf)];
  if ((facts.patient.ageYears ?? 0) < 18 || asked.uln || asked.lln) return unknown('BMI is not recorded', 'BMI');
  if (!isFresh(weight, facts.asOf, freshness.bodyDays) || !isFresh(height, facts.asOf, freshness.bodyDays * 20))
    return unknown('BMI is not recorded and cannot be calculated without a recent weight and a height', 'weight');
  if (weight === null || weight === 'conflict' || height === null || height === 'conflict') return unknown('BMI is not recorded', 'BMI');
  if (typeof weight.value !== 'number' || typeof height.value !== 'number' || weight.comparator !== undefined || height.value <= 0)
    return unknown('BMI is not recorded and cannot be calculated', 'BMI');
  const value = weight.value / (height.value / 100) ** 2;
  const said = dated(
    `BMI ${value.toFixed(1)} kg/m², calculated from weight ${weight.value} kg and height ${height.value} cm`,
    weight.date ?? weight.source.issued,
  );
  // Rounding of either must not decide.
  return against(asked, asked.value, { said, low: value * 0.99, high: value * 1.01 }, 'BMI');
}

/**
 * What is left of the clearance if the trial counts ideal weight (Devine: 50 or 45.5 kg + 2.3 kg for each inch above 60) instead of the actual one.
 * Without a height a quarter is taken off.
 */
function lightest(facts: TrialPatient['facts'], days: number, weight: number): number {
  const height = latestOf(facts.labs, 'height', facts.asOf);
  if (!isFresh(height, facts.asOf, days * 20) || height === null || height === 'conflict' || typeof height.value !== 'number') return 0.75;
  const ideal = (facts.patient.sex === 'male' ? 50 : 45.5) + 2.3 * Math.max(0, height.value / 2.54 - 60);
  return Math.min(0.9, ideal / weight);
}

function isFresh(lab: LabFact | 'conflict' | null, asOf: string, days: number): boolean {
  if (lab === null || lab === 'conflict') return false;
  const age = daysBetween(lab.date ?? lab.source.issued, asOf);
  return age !== null && age <= days;
}

/** The latest value that is not of the future; two of one day must agree, and so must their limits of normal. */
export function latestOf(labs: readonly LabFact[], kind: string, asOf: string): LabFact | 'conflict' | null {
  const day = (lab: LabFact): string => lab.date ?? lab.source.issued ?? '';
  const known = labs.filter((lab) => lab.kind === kind && day(lab).slice(0, 10) <= asOf);
  let latest: LabFact | null = null;
  for (const lab of known) if (latest === null || day(lab) > day(latest)) latest = lab;
  if (latest === null) return null;
  const same = known.filter((lab) => day(lab) === (latest === null ? '' : day(latest)));
  const [{ value, comparator, referenceLow, referenceHigh }] = [latest];
  if (same.some((other) => other.value !== value || other.comparator !== comparator)) return 'conflict';
  if (same.every((other) => other.referenceLow === referenceLow && other.referenceHigh === referenceHigh)) return latest;
  const { referenceLow: _low, referenceHigh: _high, ...bare } = latest;
  return bare;
}
