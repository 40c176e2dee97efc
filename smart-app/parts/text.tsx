/** Small pieces of text that carry more than their letters: names with a spoken form, citations, evidence, long texts. */
import { useState } from 'react';
import type { Evidence, Reference } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { cutAtWord, withWrittenDates, writeDate } from '../view/dates.ts';
import { shortProteins } from '../view/protein-name.ts';
import { needsSpokenForm, spokenDiplotype } from '../view/text-equivalents.ts';

/** A genotype or variant name: seen as written, read out in words ("star 2"). */
export function Genotype({ children }: { children: string }) {
  if (!needsSpokenForm(children)) return <bdi className="genotype">{children}</bdi>;
  return (
    <>
      <bdi className="genotype" aria-hidden="true">
        {children}
      </bdi>
      <span className="spoken">{spokenDiplotype(children)}</span>
    </>
  );
}

/** Text from the report: isolated in direction, in English, and folded when very long; paper has no fold and gets all of it. */
export function ReportText({ children, limit = 700 }: { children: string; limit?: number }) {
  const { t, code, names } = useLanguage();
  const [whole, setWhole] = useState(false);
  const language = code === 'en' ? undefined : 'en';
  // The text is English whatever the panel speaks, and so are the dates in it.
  const text = names(shortProteins(withWrittenDates(children, 'en')));
  if (text.length <= limit * 1.2) {
    return (
      <bdi className="report-text" lang={language}>
        {text}
      </bdi>
    );
  }
  return (
    <>
      <bdi className="report-text" lang={language}>
        {whole ? text : <Cut limit={limit}>{text}</Cut>}
      </bdi>{' '}
      <button type="button" className="link-button screen-only" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? t('text.less') : t('text.more')}
      </button>
    </>
  );
}

/** The beginning of a text, up to a word's end; paper has all of it. */
export function Cut({ children: text, limit }: { children: string; limit: number }) {
  if (text.length <= limit) return text;
  const head = cutAtWord(text, limit);
  return (
    <>
      {head}
      <span className="screen-only"> …</span>
      <span className="print-only">{text.slice(head.length)}</span>
    </>
  );
}

/** The name of a drug, as the site wants it written. */
export function Drug({ children }: { children: string }) {
  const { names } = useLanguage();
  return <bdi>{names(children)}</bdi>;
}

export function Cite({ source }: { source: Reference }) {
  const { t, code } = useLanguage();
  const label = citation(source, code);
  if (label === '') return <span className="muted">{t('source.none')}</span>;
  if (source.url === null) return <bdi>{label}</bdi>;
  return (
    <a href={source.url} target="_blank" rel="noopener noreferrer" className="cite">
      <bdi>{label}</bdi>
      {source.pmid === undefined ? null : <span className="muted"> PMID {source.pmid}</span>}
      <span className="spoken"> {t('source.new-window')}</span>
    </a>
  );
}

/** "CIViC EID238 · 9 Jan 2023": a version that is a day is written as one. */
export function citation({ label, version }: Pick<Reference, 'label' | 'version'>, language: string): string {
  const said = version !== undefined && label.includes(version) ? null : version;
  return [label, said]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .map((part) => withWrittenDates(part ?? '', language))
    .join(' · ');
}

/** "3 Oct 2026 · North Laboratory · Observation/abc" per result; says so when nothing is recorded. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useLanguage();
  if (evidence.length === 0) return <p className="muted">{t('evidence.none')}</p>;
  return (
    <ul className="evidence">
      {evidence.slice(0, 40).map((item, index) => (
        <li key={`${item.reference}-${index}`}>
          <EvidenceText item={item} />
        </li>
      ))}
      {evidence.length > 40 ? <li className="muted">{t('evidence.more', { n: evidence.length - 40 })}</li> : null}
    </ul>
  );
}

export function EvidenceText({ item }: { item: Evidence }) {
  const { t, code } = useLanguage();
  return (
    <>
      <span className="evidence-date">{item.issued === undefined ? t('evidence.no-date') : writeDate(item.issued, code)}</span>
      <bdi>{item.lab ?? t('evidence.no-lab')}</bdi>
      {item.reference === '' ? null : <code className="reference">{item.reference}</code>}
    </>
  );
}
