/**
 * The case as a document, in print order: findings and acts, genes, therapies and trials, methods and versions, decision.
 * The same page is read on screen and printed; its twins (JSON, FHIR document) carry the same hash.
 */
import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { BoardDecision, type DecisionText } from '../act/BoardDecision.tsx';
import { SerialPlot } from '../charts/SerialPlot.tsx';
import type { ReadReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { citation, ReportText } from '../parts/text.tsx';
import { GapLine } from '../sections/UncheckedSection.tsx';
import { noneText } from '../sections/none-text.ts';
import { hasNoTumour } from '../view/tumour.ts';
import { EarlierTreatment } from '../sections/EarlierTreatment.tsx';
import { PastDrugs } from '../sections/PastDrugs.tsx';
import { Annotations } from '../sections/Annotations.tsx';
import { TumourFacts } from '../sections/TumourSection.tsx';
import { TumourFindings } from '../sections/TumourFindings.tsx';
import { VariantTable } from '../sections/VariantTable.tsx';
import type { PatientDetails } from '../shell/patient-details.ts';
import { writeDate } from '../view/dates.ts';
import { serialResults } from '../view/serial-results.ts';
import type { Gap } from '../view/unchecked.ts';
import { Downloads } from './Downloads.tsx';
import { DrugFindings, GeneTable, Methods } from './report-tables.tsx';
import { forPaper } from '../view/for-paper.ts';
import { TherapyTable } from './therapy-table.tsx';
import { Predictions } from './predictions-table.tsx';
import { TrialList } from './trial-list.tsx';
import { usePatientLine } from './page-boxes.ts';
import { collectReferences } from './references.ts';

interface Props {
  readonly decision: DecisionText;
  readonly read: ReadReport;
  readonly patient: PatientDetails;
  readonly gaps: readonly Gap[];
}

export function TumourBoardReport({ read, patient, gaps, decision }: Props) {
  const language = useLanguage();
  const { t, code, count } = language;
  const { report } = read;
  const paper = forPaper(report);
  const references = collectReferences(paper.report);
  const series = serialResults(report.variants, report.biomarkers);
  // Four times "none" would stand on the paper of everybody without a tumour.
  const none = hasNoTumour(report) && report.trials.length === 0;
  const who = usePatientLine(read, patient);
  return (
    <article className="document">
      <div className="document-tools screen-only">
        <Button onClick={() => window.print()}>{t('doc.print')}</Button>
        <Downloads read={read} patient={patient} gaps={gaps} decision={decision} />
      </div>
      <header className="document-head">
        <h2>{t('doc.title')}</h2>
        <p className="document-who">{who}</p>
        <p className="muted">
          {t('doc.made', { date: writeDate(report.asOf, code) })} · {t('foot.hash')} <code>{report.inputHash}</code>
        </p>
      </header>
      <section>
        <h3>1 · {t('doc.findings')}</h3>
        <DrugFindings report={paper.report} references={references} />
        {paper.leftOff === 0 ? null : <p className="muted">{count('doc.drugs-left-off', paper.leftOff)}</p>}
        <Predictions report={report} />
        <PastDrugs report={report} rest />
      </section>
      <section>
        <h3>2 · {t('doc.genes')}</h3>
        <GeneTable report={report} />
      </section>
      <section>
        <h3>3 · {t('doc.therapies')}</h3>
        {none ? (
          <p>{noneText('tumour', report, t)}</p>
        ) : (
          <>
            <TumourFacts report={report} />
            <TumourFindings report={report} references={references} />
            <EarlierTreatment report={report} />
            {report.variants.length === 0 ? null : <VariantTable variants={report.variants} all />}
            {series.length === 0 ? null : <SerialPlot series={series.slice(0, 12)} />}
            <TherapyTable report={report} references={references} />
            {report.otherTumours
              .filter(({ therapies }) => therapies.length > 0)
              .map(({ text, therapies }) => (
                <Fragment key={text}>
                  <h4>{t('therapy.group.other-tumour', { tumour: text })}</h4>
                  <p className="muted">{t('therapy.other-tumour-hint')}</p>
                  <TherapyTable report={{ ...report, therapies, refuted: [] }} references={references} />
                </Fragment>
              ))}
            <Annotations report={report} />
            <TrialList report={report} />
          </>
        )}
      </section>
      <section>
        <h3>4 · {t('doc.not-checked')}</h3>
        {gaps.length === 0 ? (
          <p>{t('unchecked.none')}</p>
        ) : (
          <ul className="gap-list">
            {gaps.slice(0, 200).map((gap, index) => (
              <GapLine key={`${gap.kind}-${gap.subject}-${index}`} gap={gap} />
            ))}
          </ul>
        )}
        {gaps.length > 200 ? <p>{t('evidence.more', { n: gaps.length - 200 })}</p> : null}
      </section>
      <section>
        <h3>5 · {t('doc.methods')}</h3>
        <Methods report={report} />
        <ol className="references">
          {references.list.map((source) => (
            <li key={`${source.label}${source.url}`}>
              <ReportText>{`${citation(source, code)}${source.pmid === undefined ? '' : ` · PMID ${source.pmid}`}`}</ReportText>{' '}
              {source.url === null ? null : (
                <a href={source.url} target="_blank" rel="noopener noreferrer" className="reference-link">
                  {source.url}
                </a>
              )}
            </li>
          ))}
        </ol>
        <p className="muted">{t('foot.use')}</p>
      </section>
      <section className="decision">
        <h3>6 · {t('doc.decision')}</h3>
        <BoardDecision decision={decision} />
        <p className="signature">
          <span>{t('doc.signature')}</span>
          <span>{t('doc.date')}</span>
        </p>
      </section>
    </article>
  );
}
