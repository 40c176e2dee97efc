/** Header and footer of every printed page, whichever page of the panel is printed: patient above, hash and versions below. */
import { useEffect } from 'react';
import type { ReadReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { diedText, type PatientDetails } from '../shell/patient-details.ts';
import { writeDate } from '../view/dates.ts';

export interface PageStamp {
  readonly top: string;
  readonly bottom: string;
  readonly page: string;
  readonly of: string;
}

/** Whose chart it is, for paper: name, birth date, record number; without a number the record itself, so that no sheet is anybody's. */
export function usePatientLine(read: ReadReport | null, patient: PatientDetails): string {
  const { t, code } = useLanguage();
  const birthDate = patient.birthDate ?? read?.report.patient.birthDate;
  return [
    patient.name ?? t('strip.no-name'),
    birthDate !== undefined ? writeDate(birthDate, code) : patient.name === undefined ? null : t('strip.no-birth-date'),
    patient.died === undefined ? null : diedText(patient.died, { t, code }),
    patient.mrn === undefined ? `Patient/${patient.id}` : `${t('doc.mrn')} ${patient.mrn}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Stamps whatever is printed from now on; an unfinished report is stamped as such. */
export function usePageStamp(read: ReadReport | null, patient: PatientDetails): void {
  const { t, code } = useLanguage();
  const top = usePatientLine(read, patient);
  const hash = read?.report.inputHash ?? '';
  const versions = (read?.report.knowledge ?? []).map(({ id, version }) => `${id} ${version}`).join(', ');
  const asOf = read === null || read.report.asOf === '' ? '' : t('strip.as-of', { date: writeDate(read.report.asOf, code) });
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const bottom =
    hash === '' ? t('doc.unfinished') : [`${t('foot.hash')} ${hash}`, asOf, zone, versions].filter((part) => part !== '').join(' · ');
  const [page, of] = [t('doc.page'), t('doc.of')];
  useEffect(() => stampPages({ top, bottom, page, of }), [top, bottom, page, of]);
}

/** Puts the stamp on; the answer takes it off. It lives in a style sheet of its own and is never part of the page's text on screen. */
function stampPages(stamp: PageStamp): () => void {
  if (typeof CSSStyleSheet === 'undefined' || !('adoptedStyleSheets' in document)) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(stampRules(stamp));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

export function stampRules({ top, bottom, page, of }: PageStamp): string {
  return `@page {
  @top-left { content: ${cssString(top)}; font: 8pt/1.3 system-ui, sans-serif; color: #333; }
  @top-right { content: ${cssString(page)} " " counter(page) " " ${cssString(of)} " " counter(pages); font: 8pt/1.3 system-ui, sans-serif; color: #333; }
  @bottom-left { content: ${cssString(bottom)}; font: 6.5pt/1.3 system-ui, sans-serif; color: #333; width: 100%; }
}`;
}

/** A text as a CSS string: whatever it holds, it stays a string. */
function cssString(text: string): string {
  const escaped = Array.from(text.slice(0, 900), (letter) =>
    /[A-Za-z0-9 .,:;·()/–-]/.test(letter) ? letter : `\\${(letter.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
