/** Trials, criterion by criterion: what is met, what is not, and what to find out next. No percentage. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Criterion, Trial } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Explorer, type ExplorerGroup } from '../parts/Explorer.tsx';
import { VerdictMark } from '../parts/marks.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Cut, ReportText } from '../parts/text.tsx';
import { writeDate } from '../view/dates.ts';
import { criteriaInOrder, joinable, siteText, tally, trialGroups } from '../view/trials.ts';
import { noTrialText } from './none-text.ts';
import type { SectionProps } from './section-props.ts';
import { NextDatumBlock, TrialCount, TrialFilters } from './TrialTools.tsx';
import type { ShownTrials } from './use-trials.ts';

interface Props extends SectionProps {
  readonly shown: ShownTrials;
  /** Leads to the page for the patient's folder. */
  readonly onChecklist: () => void;
}

export function TrialsSection({ report, shown, open, onOpen, arriving, onArrived, onChecklist }: Props) {
  const { t, count } = useLanguage();
  const { trials, trialSearch, busy, failed, more } = shown;
  const listed = useMemo(
    () =>
      trialGroups(trials).map(({ verdict, trials: members }): ExplorerGroup => ({
        title: t(`trials.group.${verdict}`),
        rows: members.map((trial) => ({
          key: trial.nctId || trial.title,
          tone: `trial-${trial.verdict}`,
          label: trial.nctId || trial.title,
          head: <TrialHead trial={trial} />,
          detail: <TrialDetail trial={trial} />,
        })),
      })),
    [trials, t],
  );
  if (trialSearch === null && trials.length === 0) return <p className="empty">{noTrialText(report, t)}</p>;
  return (
    <>
      {trialSearch === null ? null : (
        <div className="trial-tools">
          <TrialCount search={trialSearch} shown={shown} />
          <NextDatumBlock search={trialSearch} />
          {shown.searchable ? <TrialFilters shown={shown} /> : null}
          <output className="trial-busy">{busy ? t('trials.searching') : ''}</output>
        </div>
      )}
      {failed === null ? null : (
        <div className="gaps">
          <Notice
            tone="caution"
            title={failed === 'expired' ? t('launch.expired') : t(`fault.${failed}`)}
            actions={
              failed === 'expired' ? null : (
                <Button variant="default" onClick={() => shown.filter(shown.query)}>
                  {t('gaps.retry')}
                </Button>
              )
            }
          >
            <p>
              {t('trials.failed')} {failed === 'expired' ? t('launch.again') : null}
            </p>
          </Notice>
        </div>
      )}
      {joinable(trials).length === 0 ? null : (
        <div className="trial-checklist screen-only">
          <button type="button" className="link-button" onClick={onChecklist}>
            {t('checklist.link')}
          </button>
        </div>
      )}
      {trials.length === 0 ? (
        <p className="empty">{t('trials.none-left')}</p>
      ) : (
        <Explorer label={t('view.trials')} groups={listed} open={open} onOpen={onOpen} arriving={arriving} onArrived={onArrived} />
      )}
      {more === 0 ? null : (
        <button type="button" className="more-rows screen-only" disabled={busy} onClick={shown.next}>
          {count('trials.more', Math.min(more, trialSearch?.limit ?? more))}
        </button>
      )}
    </>
  );
}

/** Treatments that a row names; the rest is counted. */
const MOST_GIVEN = 3;

function TrialHead({ trial }: { trial: Trial }) {
  const { t, code, word } = useLanguage();
  const { met, notMet, unknown } = tally(trial.criteria);
  const site = siteText(trial, t, code);
  const { interventions = [] } = trial;
  const given = interventions.slice(0, MOST_GIVEN).join(', ');
  const others = interventions.slice(MOST_GIVEN);
  return (
    <>
      <span className="row-line">
        <bdi className="row-name trial-title">
          <Cut limit={240}>{trial.title}</Cut>
        </bdi>
      </span>
      <span className="row-line row-sub">
        <span className="trial-id">{trial.nctId}</span>
        <bdi>{[trial.phase, trial.status].filter(Boolean).map(word).join(' · ')}</bdi>
        {site === null ? null : <bdi>{site}</bdi>}
        {/* What tells two trials apart often stands at the end of a long title. */}
        {given === '' ? null : (
          <span>
            {t('trials.given')}{' '}
            <bdi>
              {given}
              {others.length === 0 ? null : (
                <>
                  <span className="screen-only">, {t('evidence.more', { n: others.length })}</span>
                  <span className="print-only">, {others.join(', ')}</span>
                </>
              )}
            </bdi>
          </span>
        )}
        {trial.molecular === true ? <span className="approved">{t('trials.molecular')}</span> : null}
        {trial.unwantedFinding === true ? <span>{t('trials.unwanted')}</span> : null}
      </span>
      <span className="row-line row-sub">
        <span className="tally">{t('trials.tally', { met, notMet, unknown })}</span>
        {trial.next === undefined || trial.verdict === 'ineligible' ? null : (
          <span>
            {t('trials.ask')} <bdi className="row-act">{trial.next.name}</bdi>
          </span>
        )}
      </span>
    </>
  );
}

function TrialDetail({ trial }: { trial: Trial }) {
  const { t, code, count, word } = useLanguage();
  const link = trial.url ?? (/^NCT\d{8}$/.test(trial.nctId) ? `https://clinicaltrials.gov/study/${trial.nctId}` : null);
  const site = siteText(trial, t, code);
  const { next, conditions = [], interventions = [] } = trial;
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
            {trial.nctId || new URL(link).hostname}
            <span className="spoken"> {t('source.new-window')}</span>
          </a>
        )}{' '}
        · {[trial.phase, trial.status].filter(Boolean).map(word).join(' · ')} · {t(`trials.verdict.${trial.verdict}`)}
      </p>
      <dl className="facts">
        {interventions.length === 0 ? null : (
          <>
            <dt>{t('trials.interventions')}</dt>
            <dd>
              <ReportText limit={200}>{interventions.join(', ')}</ReportText>
            </dd>
          </>
        )}
        {conditions.length === 0 ? null : (
          <>
            <dt>{t('trials.conditions')}</dt>
            <dd>
              <ReportText limit={200}>{conditions.join(', ')}</ReportText>
            </dd>
          </>
        )}
        {site === null ? null : (
          <>
            <dt>{t('trials.site')}</dt>
            <dd>
              <bdi>{[trial.nearestSite?.name, site, word(trial.nearestSite?.status ?? '')].filter(Boolean).join(' · ')}</bdi>
            </dd>
          </>
        )}
        {next === undefined ? null : (
          <>
            <dt>{t('trials.next')}</dt>
            <dd>
              <bdi>{next.name}</bdi>
              {next.criteria === 0 ? null : <span className="muted"> ({count('trials.settles', next.criteria)})</span>}
            </dd>
          </>
        )}
      </dl>
      {trial.criteria.length === 0 ? <p>{t('trials.no-criteria')}</p> : <CriteriaTable criteria={trial.criteria} />}
      {trial.asRecorded === undefined ? null : <p className="muted">{t('trials.recorded', { date: writeDate(trial.asRecorded, code) })}</p>}
    </article>
  );
}

/** Not met first, then what is unknown, then what is met. */
function CriteriaTable({ criteria }: { criteria: readonly Criterion[] }) {
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
