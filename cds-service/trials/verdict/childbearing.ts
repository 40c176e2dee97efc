/**
 * Who can certainly not be pregnant: after removal of the womb or of both ovaries (permanently sterile by the Clinical Trial Facilitation Group's
 * recommendations on contraception and pregnancy testing, 2014), after the menopause where it is recorded, and from 60 years on. Natural loss of fertility is
 * assumed from 55 (Faculty of Sexual and Reproductive Healthcare, Contraception for women aged over 40 years, 2017); five years are left for the exceptions.
 */
import { dated, daysBetween } from './answer.ts';
import { latestOf } from './laboratory.ts';
import type { TrialPatient } from '../patient.ts';

const NEVER_FROM = 60;
/** Nobody breastfeeds so long after the last birth that can have been. */
const NURSING_DAYS = 1095;

const WOMB = /\bhysterectom/i;
const OVARIES = /\bbilateral (?:salpingo-?)?oophorectom|\boophorectom\w+,? bilateral|\bbilateral (?:salpingo-?)?ovariectom/i;
const NOT_DONE = /\b(?:no|not|without|declined|planned|hysteroscop\w*)\b/i;
/** ICD-10-CM: absence of both cervix and uterus, of uterus with remaining stump, of ovaries (bilateral). */
const ABSENT: readonly string[] = ['Z90.710', 'Z90.711', 'Z90.722'];
const MENOPAUSE = /\bpost-?menopaus(?:e|al)\b|\bmenopause present\b|\basymptomatic menopausal state\b/i;
const OTHER_MENOPAUSE = /\b(?:bleed|no|not|pre|peri)\w*\b/i;
const MENOPAUSE_CODES: readonly string[] = ['Z78.0', '76498008'];

/** The reason in words; null: she may be. */
export function cannotExpect(what: 'pregnant' | 'breastfeeding', { facts }: TrialPatient): string | null {
  const { sex, ageYears } = facts.patient;
  if (sex !== 'female') return null;
  if (ageYears !== undefined && ageYears >= NEVER_FROM) return `age ${ageYears}, past childbearing`;
  const enough = (day: string | undefined): boolean => {
    if (what === 'pregnant') return true;
    const ago = daysBetween(day, facts.asOf);
    return ago !== null && ago > NURSING_DAYS;
  };
  const removed = facts.procedures.find(
    ({ text, status, performed }) =>
      status === 'completed' &&
      (WOMB.test(text) || OVARIES.test(text)) &&
      !NOT_DONE.test(text) &&
      (daysBetween(performed, facts.asOf) ?? 0) >= 0 &&
      enough(performed),
  );
  const status = latestOf(facts.labs, 'menopause', facts.asOf);
  if (status !== null && status !== 'conflict' && status.value === 'postmenopausal')
    return dated('postmenopausal', status.date ?? status.source.issued);
  if (removed !== undefined) return `${removed.text}${removed.performed === undefined ? '' : ` on ${removed.performed.slice(0, 10)}`}`;
  const said = facts.conditions.find(
    ({ text, codes, clinicalStatus, suspected, onset }) =>
      clinicalStatus !== 'resolved' &&
      suspected !== true &&
      ((codes.some(({ code }) => ABSENT.includes(code)) && enough(onset)) ||
        codes.some(({ code }) => MENOPAUSE_CODES.includes(code)) ||
        (WOMB.test(text) && !NOT_DONE.test(text) && !/family/i.test(text) && enough(onset)) ||
        (MENOPAUSE.test(text) && !OTHER_MENOPAUSE.test(text))),
  );
  return said === undefined ? null : said.text;
}

/** A menopause on file, natural or by removal of both ovaries; null: none. Removal of the womb alone is none. */
export function menopauseRecorded({ facts }: TrialPatient): string | null {
  const status = latestOf(facts.labs, 'menopause', facts.asOf);
  if (status !== null && status !== 'conflict' && status.value === 'postmenopausal')
    return dated('postmenopausal', status.date ?? status.source.issued);
  const removed = facts.procedures.find(
    ({ text, status: done, performed }) =>
      done === 'completed' && OVARIES.test(text) && !NOT_DONE.test(text) && (daysBetween(performed, facts.asOf) ?? 0) >= 0,
  );
  if (removed !== undefined) return removed.text;
  const said = facts.conditions.find(
    ({ text, codes, clinicalStatus, suspected }) =>
      clinicalStatus !== 'resolved' &&
      suspected !== true &&
      (codes.some(({ code }) => MENOPAUSE_CODES.includes(code) || code === 'Z90.722') ||
        (MENOPAUSE.test(text) && !OTHER_MENOPAUSE.test(text))),
  );
  return said === undefined ? null : said.text;
}
