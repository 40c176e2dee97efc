/** What sources say to which the site subscribes (OncoKB): apart from our own findings, each with its attribution. */
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { ReportText } from '../parts/text.tsx';

const MOST = 60;

export function Annotations({ report }: { report: PanelReport }) {
  const { t } = useLanguage();
  const { annotations } = report;
  if (annotations.length === 0) return null;
  return (
    <section className="group" aria-labelledby="annotations-title">
      <h3 className="group-title" id="annotations-title">
        {t('annotations.title')}
      </h3>
      <p className="group-hint">{t('annotations.hint')}</p>
      <ul className="fits">
        {annotations.slice(0, MOST).map((annotation, index) => (
          <li key={`${annotation.source}-${annotation.variant}-${index}`} className="fit-line">
            <p className="row-line">
              <bdi className="row-name">{annotation.name || annotation.variant}</bdi>
              <bdi className="row-act">{[annotation.source, annotation.version].filter(Boolean).join(' ')}</bdi>
            </p>
            {annotation.lines.slice(0, 20).map((line, at) => (
              <p key={`${at}-${line.slice(0, 40)}`}>
                <ReportText>{line}</ReportText>
              </p>
            ))}
            {annotation.pmids.length === 0 ? null : (
              <p>
                {annotation.pmids.slice(0, 20).map((pmid) => (
                  <a
                    key={pmid}
                    href={`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`}
                    target="_blank"
                    rel="noopener noreferrer"
                    className="pmid"
                  >
                    PMID {pmid}
                    <span className="spoken"> {t('source.new-window')}</span>
                  </a>
                ))}
              </p>
            )}
            <p className="muted">
              <ReportText>{annotation.attribution}</ReportText>
            </p>
          </li>
        ))}
      </ul>
      {annotations.length > MOST ? <p className="muted">{t('evidence.more', { n: annotations.length - MOST })}</p> : null}
    </section>
  );
}
