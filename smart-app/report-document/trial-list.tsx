/** The trials of the printed report: those that could still be joined, with what stands against each and what to find out. */
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { ReportText } from '../parts/text.tsx';
import { noTrialText } from '../sections/none-text.ts';
import { NextDatumBlock } from '../sections/TrialTools.tsx';
import { criteriaInOrder, joinable, siteText, tally } from '../view/trials.ts';
import { DocumentCriterion } from './DocumentCriterion.tsx';

/** What a board can talk through; the panel and the JSON have all of it. */
const MOST_TRIALS = 8;
const MOST_CRITERIA = 5;

export function TrialList({ report }: { report: PanelReport }) {
  const { t, code, count, word } = useLanguage();
  const shown = joinable(report.trials).slice(0, MOST_TRIALS);
  const total = report.trialSearch?.total ?? report.trials.length;
  return (
    <>
      <h4>{t('view.trials')}</h4>
      {report.trialSearch === null ? null : <NextDatumBlock search={report.trialSearch} />}
      {shown.length === 0 ? <p>{total > 0 ? t('doc.no-open-trial', { n: total }) : noTrialText(report, t)}</p> : null}
      {shown.map((trial) => {
        const { met, notMet, unknown } = tally(trial.criteria);
        const open = criteriaInOrder(trial.criteria).filter(({ verdict }) => verdict !== 'met');
        return (
          <div key={trial.nctId || trial.title} className="document-trial">
            <p>
              <strong>{trial.nctId}</strong> <ReportText>{trial.title}</ReportText>
            </p>
            <p className="muted">
              {[
                t(`trials.group.${trial.verdict}`),
                word(trial.phase),
                word(trial.status),
                siteText(trial, t, code),
                t('trials.tally', { met, notMet, unknown }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {trial.next === undefined ? null : (
              <p>
                {t('trials.next')}: <bdi>{trial.next.name}</bdi>
              </p>
            )}
            <ul className="plain-list">
              {open.slice(0, MOST_CRITERIA).map((criterion, index) => (
                <DocumentCriterion key={`${criterion.text}-${index}`} criterion={criterion} />
              ))}
              {open.length > MOST_CRITERIA ? <li className="muted">{count('doc.more-criteria', open.length - MOST_CRITERIA)}</li> : null}
            </ul>
          </div>
        );
      })}
      {total > shown.length && shown.length > 0 ? <p className="muted">{count('doc.more-trials', total - shown.length)}</p> : null}
    </>
  );
}
