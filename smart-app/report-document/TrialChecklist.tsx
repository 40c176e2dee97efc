/** For the patient's folder: what is missing for the first trials of the list, with what the chart says and room for each answer. */
import { Button } from '@mantine/core';
import type { ReadReport, Criterion, Trial } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { ReportText } from '../parts/text.tsx';
import type { ShownTrials } from '../sections/use-trials.ts';
import type { PatientDetails } from '../shell/patient-details.ts';
import { writeDate } from '../view/dates.ts';
import { firstTrials, siteText, tally } from '../view/trials.ts';
import { DocumentCriterion } from './DocumentCriterion.tsx';
import { usePatientLine } from './page-boxes.ts';

interface Props {
  readonly read: ReadReport;
  readonly patient: PatientDetails;
  readonly shown: ShownTrials;
  readonly onBack: () => void;
}

export function TrialChecklist({ read, patient, shown, onBack }: Props) {
  const { t, code, count } = useLanguage();
  const trials = firstTrials(shown.trials);
  const filters = Object.keys(shown.query).length;
  return (
    <article className="document">
      <div className="document-tools screen-only">
        <Button onClick={() => window.print()}>{t('doc.print')}</Button>
        <Button variant="default" onClick={onBack}>
          {t('checklist.back')}
        </Button>
      </div>
      <header className="document-head">
        {/* The button that led here is gone with its page: reading goes on at the title. */}
        <h2 tabIndex={-1} ref={(title) => title?.focus({ preventScroll: true })}>
          {t('checklist.title')}
        </h2>
        <p className="document-who">{usePatientLine(read, patient)}</p>
        <p className="muted">
          {[t('doc.made', { date: writeDate(read.report.asOf, code) }), filters === 0 ? '' : count('trials.filters', filters)]
            .filter(Boolean)
            .join(' · ')}{' '}
          · {t('foot.hash')} <code>{read.report.inputHash}</code>
        </p>
        <p>{t('checklist.intro')}</p>
      </header>
      {trials.length === 0 ? <p>{t('trials.none-left')}</p> : null}
      {trials.map((trial, index) => (
        <ChecklistOf key={trial.nctId || trial.title} trial={trial} number={index + 1} />
      ))}
      <p className="signature">
        <span>{t('doc.signature')}</span>
        <span>{t('doc.date')}</span>
      </p>
    </article>
  );
}

function ChecklistOf({ trial, number }: { trial: Trial; number: number }) {
  const { t, code, word } = useLanguage();
  const { met, notMet, unknown } = tally(trial.criteria);
  const open = trial.criteria.filter(({ verdict }) => verdict === 'unknown' || verdict === 'unrecognised');
  const against = trial.criteria.filter(({ verdict }) => verdict === 'not-met');
  const fulfilled = trial.criteria.filter(({ verdict }) => verdict === 'met');
  return (
    <section aria-labelledby={`checklist-${number}`}>
      <h3 id={`checklist-${number}`}>
        {number} · {trial.nctId} <ReportText>{trial.title}</ReportText>
      </h3>
      <p>
        {[
          t(`trials.group.${trial.verdict}`),
          word(trial.phase),
          word(trial.status),
          trial.nearestSite?.name,
          siteText(trial, t, code),
          t('trials.tally', { met, notMet, unknown }),
          trial.asRecorded === undefined ? '' : t('trials.recorded', { date: writeDate(trial.asRecorded, code) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {trial.next === undefined ? null : (
        <p>
          {t('trials.next')}: <bdi className="next-datum-name">{trial.next.name}</bdi>
        </p>
      )}
      {trial.criteria.length === 0 ? <p>{t('trials.no-criteria')}</p> : null}
      {open.length === 0 ? null : <Questions criteria={open} />}
      <Settled title={t('verdict.not-met')} criteria={against} />
      <Settled title={t('verdict.met')} criteria={fulfilled} />
    </section>
  );
}

/** One line per open criterion: inclusion or exclusion, what the chart says, and what to write. */
function Questions({ criteria }: { criteria: readonly Criterion[] }) {
  const { t } = useLanguage();
  return (
    <table className="document-table checklist">
      <caption className="spoken">{t('checklist.open')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('checklist.open')}</th>
          <th scope="col">{t('checklist.known')}</th>
          <th scope="col">{t('checklist.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion, index) => (
          <tr key={`${criterion.text}-${index}`}>
            <td>
              <strong>{t(`trials.kind.${criterion.kind}`)}</strong> <ReportText>{criterion.text}</ReportText>
            </td>
            <td>
              <ReportText>{criterion.because}</ReportText>
            </td>
            <td className="checklist-answer">
              <span>☐ {t('checklist.applies')}</span> <span>☐ {t('checklist.applies-not')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Settled({ title, criteria }: { title: string; criteria: readonly Criterion[] }) {
  if (criteria.length === 0) return null;
  return (
    <>
      <h4>
        {title} <span className="group-count">{criteria.length}</span>
      </h4>
      <ul className="plain-list">
        {criteria.map((criterion, index) => (
          <DocumentCriterion key={`${criterion.text}-${index}`} criterion={criterion} />
        ))}
      </ul>
    </>
  );
}
