/** A disease beside the tumour: the problem list can show it, its silence proves nothing. A result in words can answer where the criterion asks for it. */
import { RELATIVES } from '../../../fhir-profiles/codes/doubt/index.ts';
import type { ConditionFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import { CONDITIONS } from '../criteria/conditions/index.ts';
import type { Comorbidity } from '../criteria/conditions/listed-disease.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, no, unknown, withinWords, yes, type Answer } from './answer.ts';
import { SEROLOGY } from './freshness.ts';
import { latestOf } from './laboratory.ts';
import { meningealSpread } from './metastasis.ts';
import { neverInfected } from './virus.ts';
import { once } from './once.ts';

type Asked = Extract<Requirement, { kind: 'condition' }>;

const PRESENT: readonly string[] = ['active', 'recurrence', 'relapse'];
/** Entries that name a disease which the patient does not have. */
const DENIED = new RegExp(
  String.raw`\b(?:no|not|negative|screening|exposure|exposed|contact|immune|immunity|vaccin\w*|immuni[sz]\w*|prophylaxis|rule out|ruled out|suspected|possible|probable|at risk|risk of|concern|fear|carrier of|donor|(?:${RELATIVES})(?<!\brelative))\b`,
  'i',
);
/** "Reaction to tuberculin without active tuberculosis": what stands behind is what the patient does not have. */
const NOT_HAD = /\b(?:without|in the absence of|absence of|free of|excluding|not due to|other than)\b.*$/i;
/** Codes of which the name says one thing or the other: Z86.73 is a transient attack, or an infarction (ICD-10-CM, fiscal year 2026). */
const EITHER =
  /transient isch\w+ attack\b.*\b(?:and|or)\b.*\b(?:infarct|stroke)|\b(?:stroke|infarct\w*)\b.*\b(?:and|or)\b.*\btransient isch/i;
const OF_THE_PAST = /\b(?:history|h\/o|hx|past|old|previous|prior|status post|s\/p|sequelae|resolved|remote)\b/i;

const BY_NAME = new Map(CONDITIONS.map((one) => [one.name, one]));

export function hasCondition(asked: Asked, patient: TrialPatient): Answer {
  const key = `condition ${asked.name} ${asked.ever ?? ''} ${asked.withinDays ?? ''}`;
  return once(patient, key, () => {
    const found = lookUp(asked, patient);
    const spread = found.verdict === 'unknown' && asked.name === 'leptomeningeal disease' ? meningealSpread(patient) : null;
    return spread ?? found;
  });
}

function lookUp({ name, ever, withinDays }: Asked, patient: TrialPatient): Answer {
  const { facts } = patient;
  const entry = BY_NAME.get(name);
  const missing = `${name} (yes or no)`;
  if (entry === undefined) return unknown(`${name} is not on the problem list, which may be incomplete`, missing);
  const result = withinDays === undefined ? byResult(entry, facts) : null;
  if (result !== null) return result;
  const free = neverInfected(name, patient);
  if (free !== null) return free;
  const all = facts.conditions.filter((condition) => names(entry, condition));
  const named = all.filter(({ suspected }) => suspected !== true);
  const [open] = all;
  if (named.length === 0 && open !== undefined)
    return unknown(`${dated(`${open.text} suspected`, open.onset ?? open.source.issued)}, not confirmed`, missing);
  if (withinDays !== undefined)
    return recent(
      named.map((one) => (isOld(entry, one) ? { text: one.text } : one)),
      name,
      withinDays,
      facts.asOf,
    );
  const either = named.find(({ text }) => EITHER.test(text));
  if (either !== undefined && named.every(({ text }) => EITHER.test(text)))
    return unknown(`${dated(`${either.text} recorded`, either.onset ?? either.source.issued)}: which of the two is not told`, missing);
  const now = named.find((condition) => isNow(entry, condition, facts.asOf));
  if (now) return yes(dated(`${now.text} recorded as active`, now.onset ?? now.source.issued));
  const once = ever === true ? named[0] : undefined;
  if (once)
    return yes(
      dated(
        `${once.text} recorded${once.clinicalStatus === 'unknown' ? '' : ` as ${once.clinicalStatus}`}`,
        once.onset ?? once.source.issued,
      ),
    );
  const past = named[0];
  if (past)
    return unknown(
      `${dated(`${past.text} recorded as ${past.clinicalStatus}`, past.onset ?? past.source.issued)}: whether it is there now is open`,
      missing,
    );
  return unknown(`${name} is not on the problem list, which may be incomplete`, missing);
}

function names(entry: Comorbidity, { text, codes }: ConditionFact): boolean {
  if (DENIED.test(text)) return false;
  return (
    entry.recorded.test(text.replace(NOT_HAD, ' ')) ||
    codes.some(({ system, code }) => /icd-?10/i.test(system) && (entry.icd10?.test(code) === true || entry.past?.test(code) === true))
  );
}
function isNow(entry: Comorbidity, condition: ConditionFact, asOf: string): boolean {
  if (!PRESENT.includes(condition.clinicalStatus) || isOld(entry, condition)) return false;
  return entry.acuteDays === undefined || (daysBetween(condition.onset, asOf) ?? Infinity) <= entry.acuteDays;
}
/** An entry that tells of the past: its date is that of the note, not of what happened. */
function isOld(entry: Comorbidity, { text, codes }: ConditionFact): boolean {
  return (
    OF_THE_PAST.test(text) ||
    codes.some(
      ({ system, code }) =>
        /icd-?10/i.test(system) && (HISTORY_CODE.test(code) || (entry.past?.test(code) === true && entry.icd10?.test(code) !== true)),
    )
  );
}
/** ICD-10-CM: old myocardial infarction, sequelae of cerebrovascular disease, personal history (fiscal year 2026). */
const HISTORY_CODE = /^(?:I25\.?2|I69|Z8[5-7])/;

/** Begun within these days; an older beginning does not rule out a later event, an undated one says nothing. */
function recent(named: readonly Pick<ConditionFact, 'text' | 'onset'>[], name: string, days: number, asOf: string): Answer {
  for (const { text, onset } of named) {
    const ago = daysBetween(onset, asOf);
    if (ago !== null && ago >= 0 && ago <= days)
      return yes(`${text} recorded from ${(onset ?? '').slice(0, 10)}, ${withinWords(days, onset)}`);
  }
  const [one] = named;
  const said = one ? `${dated(`${one.text} recorded`, one.onset)}; ` : '';
  return unknown(`${said}whether there was ${name} within ${days} days is not recorded`, `${name} (when)`);
}

/** "HBsAg: positive": a positive result shows the infection, a negative one answers only a criterion about the result itself. */
function byResult({ result }: Comorbidity, { labs, asOf }: TrialPatient['facts']): Answer | null {
  for (const kind of result?.kinds ?? []) {
    const latest = latestOf(labs, kind, asOf);
    if (latest === null || latest === 'conflict') continue;
    const day = latest.date ?? latest.source.issued;
    const age = daysBetween(day, asOf);
    const said = dated(`${kind.replace('-', ' ')} ${latest.value}`, day);
    if (age === null || age < 0) continue;
    if (latest.value === 'positive' && age <= SEROLOGY) return yes(said);
    if (latest.value === 'negative' && result?.only === true && age <= SEROLOGY) return no(said);
  }
  return null;
}
