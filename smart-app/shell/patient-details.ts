/** The patient as the strip and the print header name them. Held in memory only. */
import { asList, asRecord, asText, optional } from '../data/read-values.ts';
import type { Language } from '../language/language.tsx';
import { writeDate } from '../view/dates.ts';

export interface PatientDetails {
  readonly id: string;
  readonly name?: string;
  readonly initials?: string;
  readonly birthDate?: string;
  readonly sex?: string;
  /** Medical record number. */
  readonly mrn?: string;
  /** The record says that the patient has died; the day as it has it, or empty. */
  readonly died?: string;
  /** True until the patient's record has come, or did not come: what nobody has looked at yet is not said to be missing. */
  readonly reading?: boolean;
  /** False when the EHR shows the patient itself. */
  readonly banner: boolean;
}

export function readPatientDetails(patient: unknown, id: string, banner: boolean): PatientDetails {
  const fields = asRecord(patient);
  const names = asList(fields.name).map(asRecord);
  const chosen = names.find(({ use }) => use === 'official') ?? names.find(({ use }) => use !== 'old') ?? {};
  const given = asList(chosen.given).map(asText).filter(Boolean);
  const family = asText(chosen.family);
  const name = [...given, family].filter(Boolean).join(' ') || asText(chosen.text);
  const identifiers = asList(fields.identifier).map(asRecord);
  const mrn =
    identifiers.find(({ type }) => asList(asRecord(type).coding).some((coding) => asRecord(coding).code === 'MR')) ?? identifiers[0];
  return {
    id,
    banner,
    ...optional('name', name || null),
    ...optional('initials', initialsOf(name) || null),
    ...optional('birthDate', asText(fields.birthDate) || null),
    ...optional('sex', asText(fields.gender) || null),
    ...optional('mrn', asText(mrn?.value) || null),
    ...optional('died', asText(fields.deceasedDateTime) || (fields.deceasedBoolean === true ? '' : null)),
  };
}

/** First letters of the name, at most three. Letters that would join stand apart: "معا" would read as a word. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => /^\p{Cf}*(\p{L})/u.exec(word)?.[1] ?? '')
    .filter(Boolean)
    .slice(0, 3);
  const joins = letters.some((letter) => /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}]/u.test(letter));
  return letters.join(joins ? ' ' : '').toUpperCase();
}

export function diedText(died: string, { t, code }: Pick<Language, 't' | 'code'>): string {
  return died === '' ? t('strip.died') : t('strip.died-on', { date: writeDate(died, code) });
}
