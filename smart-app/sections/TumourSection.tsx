/** The tumour: what it is, its markers, therapies with resistance and sensitivity apart, its variants, and how they change. */
import { lazy, Suspense, useMemo } from 'react';
import { BoardSection, type DecisionText } from '../act/BoardDecision.tsx';
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Explorer, type ExplorerGroup, type ExplorerRow } from '../parts/Explorer.tsx';
import { EvidenceText, ReportText } from '../parts/text.tsx';
import { SectionBoundary } from '../parts/SectionBoundary.tsx';
import { SectionSkeleton } from '../shell/SectionSkeleton.tsx';
import { writeDate } from '../view/dates.ts';
import { effectOrder, groupsOfOther, oppositesOf, therapyGroups, type TherapyGroup } from '../view/therapy-groups.ts';
import {
  hasNoTumour,
  isElsewhere,
  markerTitle,
  signOf,
  newestFirst,
  otherTumourName,
  plainUnit,
  type EffectGroup,
} from '../view/tumour.ts';
import { Annotations } from './Annotations.tsx';
import { EarlierTreatment } from './EarlierTreatment.tsx';
import { noneText } from './none-text.ts';
import { PastDrugs } from './PastDrugs.tsx';
import type { SectionProps } from './section-props.ts';
import { TumourFindings } from './TumourFindings.tsx';
import { UnreadResults } from './UnreadResults.tsx';
import { isPartlyRead } from '../view/unread-results.ts';
import { TherapyDetail, TherapyHead } from './TherapyRow.tsx';

const TumourCourse = lazy(() => import('./TumourCourse.tsx').then(({ TumourCourse: part }) => ({ default: part })));

interface Props extends SectionProps {
  readonly decision: DecisionText;
}

export function TumourSection({ report, open, onOpen, arriving, onArrived, decision }: Props) {
  const { t } = useLanguage();
  const rows = useMemo(() => therapyGroups(report), [report]);
  const opposites = useMemo(() => oppositesOf(rows), [rows]);
  const { tumour } = report;
  if (hasNoTumour(report))
    return (
      <>
        <UnreadResults report={report} />
        <p className="empty">{noneText('tumour', report, t)}</p>
      </>
    );
  const toRow = (row: TherapyGroup): ExplorerRow => {
    const { key, matches, title, group } = row;
    const said = { matches, findings: report, title, refuted: group === 'refuted', opposite: opposites.get(key) ?? null };
    return {
      key,
      tone: `effect-${group}`,
      label: title,
      head: <TherapyHead {...said} />,
      detail: <TherapyDetail {...said} />,
    };
  };
  const here = (name: EffectGroup): ExplorerGroup => ({
    title: t(`therapy.group.${name}`),
    rows: rows.filter((row) => row.group === name && !isElsewhere(row)).map(toRow),
  });
  // What is known from other tumour types never stands before what was seen in this one.
  const elsewhere = {
    title: t('therapy.group.elsewhere'),
    hint: t(tumour === null ? 'therapy.no-type-hint' : 'therapy.elsewhere-hint'),
    rows: rows.filter(isElsewhere).map(toRow),
  };
  const others = report.otherTumours.map((other): ExplorerGroup => ({
    title: t('therapy.group.other-tumour', { tumour: other.text }),
    hint: t('therapy.other-tumour-hint'),
    rows: groupsOfOther(other).map(toRow),
  }));
  const groups = [...effectOrder(rows).map(here), ...others, elsewhere, here('refuted')].filter((group) => group.rows.length > 0);
  return (
    <>
      <TumourFacts report={report} />
      <TumourFindings report={report} />
      <EarlierTreatment report={report} />
      {groups.length === 0 ? (
        <p className="empty">{t('tumour.no-therapies')}</p>
      ) : (
        <>
          <TierKey />
          <Explorer
            jumps
            label={t('tumour.therapies')}
            groups={groups}
            open={open}
            onOpen={onOpen}
            arriving={arriving}
            onArrived={onArrived}
          />
        </>
      )}
      <Annotations report={report} />
      <SectionBoundary>
        <Suspense fallback={<SectionSkeleton />}>
          <TumourCourse report={report} />
        </Suspense>
      </SectionBoundary>
      <PastDrugs report={report} rest />
      <BoardSection decision={decision} />
    </>
  );
}

/** What the letters beside each therapy mean, for whoever does not have the two scales in mind. */
function TierKey() {
  const { t } = useLanguage();
  return (
    <details className="sources tier-key screen-only">
      <summary>{t('tier.key')}</summary>
      <ul className="plain-list">
        {(['amp-i-a', 'amp-i-b', 'amp-ii-c', 'amp-ii-d', 'escat'] as const).map((tier) => (
          <li key={tier}>{t(`tier.key.${tier}`)}</li>
        ))}
      </ul>
    </details>
  );
}

/** Tumour, stage and markers. */
export function TumourFacts({ report }: { report: PanelReport }) {
  const { t, code, word } = useLanguage();
  const decimal = new Intl.NumberFormat(code, { maximumFractionDigits: 3 });
  const { tumour, biomarkers } = report;
  const recorded = (of: { readonly issued?: string } | undefined) =>
    of?.issued === undefined ? null : <span className="marker-from"> {t('tumour.recorded', { date: writeDate(of.issued, code) })}</span>;
  return (
    <section className="tumour-facts" aria-label={t('tumour.facts')}>
      {tumour === null ? (
        <p className="muted">
          {report.unread.tumour.length > 0 ? t('tumour.not-read', { parts: report.unread.tumour.join(', ') }) : t('tumour.not-recorded')}
        </p>
      ) : (
        <p className="tumour-name">
          <strong>
            <ReportText limit={200}>{tumour.text}</ReportText>
          </strong>
          {tumour.oncotree === null ? null : <code className="reference">{tumour.oncotree}</code>}
          {recorded(tumour.evidence[0])}
          {tumour.stage === undefined ? null : (
            <span className="tumour-stage">
              {t('tumour.stage', { stage: tumour.stage })}
              {recorded(tumour.evidence[1])}
            </span>
          )}
        </p>
      )}
      {report.otherTumours.length === 0 ? null : (
        <p className="note-line">
          {t('tumour.also-active', {
            tumours: report.otherTumours.map((other) => otherTumourName(other, t)).join('; '),
            main: tumour?.text ?? '',
          })}
        </p>
      )}
      {tumour !== null && tumour.oncotree === null && tumour.doid === null ? <p className="note-line">{t('tumour.unmapped')}</p> : null}
      <UnreadResults report={report} />
      {biomarkers.length === 0 ? (
        <p className="muted">{t(isPartlyRead(report) ? 'tumour.no-markers-read' : 'tumour.no-markers')}</p>
      ) : (
        <dl className="markers">
          {newestFirst(biomarkers)
            .slice(0, 60)
            .map((marker, index) => (
              <div key={`${marker.kind}-${index}`} className="marker">
                <dt>{markerTitle(marker)}</dt>
                <dd>
                  <bdi className="marker-value">
                    {typeof marker.value === 'string' ? word(marker.value) : `${signOf(marker)}${decimal.format(marker.value)}`}{' '}
                    {plainUnit(marker.unit ?? '')}
                  </bdi>
                  {marker.status === undefined || marker.status.toLowerCase() === String(marker.value).toLowerCase() ? null : (
                    <bdi className="marker-status">{word(marker.status)}</bdi>
                  )}
                  {marker.specimen === undefined ? null : <bdi className="marker-from">{marker.specimen}</bdi>}
                  {marker.evidence[0] === undefined ? null : (
                    <span className="marker-from">
                      <EvidenceText item={{ ...marker.evidence[0], reference: '' }} />
                    </span>
                  )}
                </dd>
              </div>
            ))}
        </dl>
      )}
    </section>
  );
}
