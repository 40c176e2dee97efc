/** How often: FHIR Timing to doses a day. */
import { dosesPerDayInWords } from './frequency-in-words.ts';
import { concept, isRecord, list, numberOf, text, type Json } from '../elements.ts';
import { entryOf } from '../../entry-of.ts';

export const DAYS: Readonly<Record<string, number>> = { s: 1 / 86_400, min: 1 / 1440, h: 1 / 24, d: 1, wk: 7, mo: 30.4375, a: 365.25 };

/** HL7 v3 GTSAbbreviation codes (FHIR value set timing-abbreviation) and their everyday spellings. */
const CODES: Readonly<Record<string, number>> = {
  BID: 2,
  TID: 3,
  QID: 4,
  QD: 1,
  DAILY: 1,
  QAM: 1,
  QPM: 1,
  AM: 1,
  PM: 1,
  QHS: 1,
  HS: 1,
  BED: 1,
  NIGHTLY: 1,
  QOD: 0.5,
  Q1H: 24,
  Q2H: 12,
  Q3H: 8,
  Q4H: 6,
  Q6H: 4,
  Q8H: 3,
  Q12H: 2,
  Q24H: 1,
  WK: 1 / 7,
  WEEKLY: 1 / 7,
  QWEEK: 1 / 7,
  MO: 1 / 30.4375,
  MONTHLY: 1 / 30.4375,
};

/** Doses a day; null when the timing does not say. "As needed" changes nothing here: the figure is then the most that is allowed. */
export function dosesPerDay(dosage: Json): number | null {
  const timing = isRecord(dosage['timing']) ? dosage['timing'] : {};
  const repeat = isRecord(timing['repeat']) ? timing['repeat'] : {};
  return fromRepeat(repeat) ?? fromCode(timing['code']) ?? fromWords(text(dosage['text']));
}

function fromRepeat(repeat: Json): number | null {
  const unit = entryOf(DAYS, text(repeat['periodUnit'] ?? repeat['periodUnits']) ?? '');
  const period = numberOf(repeat['periodMax']) ?? numberOf(repeat['period']);
  const shortest = numberOf(repeat['period']) ?? period;
  const frequency = numberOf(repeat['frequencyMax']) ?? numberOf(repeat['frequency']) ?? 1;
  const moments = Math.max(list(repeat['timeOfDay']).length, list(repeat['when']).length);
  if (unit !== undefined && shortest !== undefined && shortest > 0) {
    const weekdays = list(repeat['dayOfWeek']).length;
    const perPeriod = frequency === 1 && moments > 1 && unit * shortest === 1 ? moments : frequency;
    return weekdays > 0 && unit * shortest === 1 ? (perPeriod * weekdays) / 7 : perPeriod / (unit * shortest);
  }
  const weekdays = list(repeat['dayOfWeek']).length;
  if (moments > 0) return weekdays > 0 ? (moments * weekdays) / 7 : moments;
  return weekdays > 0 ? weekdays / 7 : null;
}

function fromCode(code: unknown): number | null {
  const read = concept(code);
  for (const word of [...read.codings.map((coding) => coding.code), read.text, ...read.codings.map((coding) => coding.display)]) {
    const found = word === undefined ? undefined : entryOf(CODES, word.toUpperCase().replace(/\s+/g, ''));
    if (found !== undefined) return found;
    const worded = fromWords(word);
    if (worded !== null) return worded;
  }
  return null;
}

function fromWords(written: string | undefined): number | null {
  return written === undefined ? null : dosesPerDayInWords(written);
}
