/** Trials, criterion by criterion: what is met, what is not, and what to find out next. No percentage. */
import { useMemo } from 'react';
import type { Criterion, Trial } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Explorer, type ExplorerGroup } from '../parts/Explorer.tsx';
import { VerdictMark } from '../parts/marks.tsx';
import { ReportText } from '../parts/text.tsx';
import { criteriaInOrder, tally, trialGroups } from '../view/trials.ts';
import type { SectionProps } from './section-props.ts';

export function TrialsSection({ report, open, onOpen, arriving, onArrived }: SectionProps) {
  const { t } = useLanguage();
  const groups = useMemo(() => trialGroups(report.trials), [report]);
  if (report.trials.length === 0) return <p className="empty">{t('trials.none')}</p>;
  const listed = groups.map(({ verdict, trials }): ExplorerGroup => ({
    title: t(`trials.group.${verdict}`),
    rows: trials.map((trial) => ({
      key: trial.nctId || trial.title,
      tone: `trial-${trial.verdict}`,
      label: trial.nctId || trial.title,
      head: <TrialHead trial={trial} />,
      detail: <TrialDetail trial={trial} />,
    })),
  }));
  return <Explorer label={t('view.trials')} groups={listed} open={open} onOpen={onOpen} arriving={arriving} onArrived={onArrived} />;
}

export function TrialHead({ trial }: { trial: Trial }) {
  const { t } = useLanguage();
  const { met, notMet, unknown } = tally(trial.criteria);
  return (
    <>
      <span className="row-line">
        <bdi className="row-name trial-title">{trial.title.length > 240 ? `${trial.title.slice(0, 240)}…` : trial.title}</bdi>
      </span>
      <span className="row-line row-sub">
        <span className="trial-id">{trial.nctId}</span>
        <bdi>{[trial.phase, trial.status].filter(Boolean).join(' · ')}</bdi>
        <span className="tally">{t('trials.tally', { met, notMet, unknown })}</span>
      </span>
    </>
  );
}

export function TrialDetail({ trial }: { trial: Trial }) {
  const { t } = useLanguage();
  const link = /^NCT\d{8}$/.test(trial.nctId) ? `https://clinicaltrials.gov/study/${trial.nctId}` : null;
  return (
    <article className="detail">
      <h2 className="detail-title">
        <ReportText limit={300}>{trial.title}</ReportText>
      </h2>
      <p className="muted">
        {link === null ? (
          trial.nctId
        ) : (
          <a href={link} target="_blank" rel="noopener noreferrer">
            {trial.nctId}
            <span className="spoken"> {t('source.new-window')}</span>
          </a>
        )}{' '}
        · {[trial.phase, trial.status].filter(Boolean).join(' · ')} · {t(`trials.verdict.${trial.verdict}`)}
      </p>
      {trial.criteria.length === 0 ? <p>{t('trials.no-criteria')}</p> : <CriteriaTable criteria={trial.criteria} />}
    </article>
  );
}

/** Not met first, then what is unknown, then what is met. */
export function CriteriaTable({ criteria }: { criteria: readonly Criterion[] }) {
  const { t } = useLanguage();
  return (
    <table className="criteria">
      <caption className="spoken">{t('trials.criteria')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trials.result')}</th>
          <th scope="col">{t('trials.criterion')}</th>
        </tr>
      </thead>
      <tbody>
        {criteriaInOrder(criteria).map((criterion, index) => (
          <tr key={`${criterion.text}-${index}`}>
            <td>
              <VerdictMark verdict={criterion.verdict} />
            </td>
            <td>
              <span className="criterion-kind">{t(`trials.kind.${criterion.kind}`)}</span>{' '}
              <ReportText limit={400}>{criterion.text}</ReportText>
              {criterion.because === '' ? null : (
                <span className="because">
                  <ReportText limit={400}>{criterion.because}</ReportText>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
