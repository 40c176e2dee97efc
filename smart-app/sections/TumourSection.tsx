/** The tumour: what it is, its markers, therapies with resistance and sensitivity apart, its variants, and how they change. */
import { useMemo } from 'react';
import { BoardSection, type DecisionText } from '../act/BoardDecision.tsx';
import { SerialPlot } from '../charts/SerialPlot.tsx';
import { VariantTrack } from '../charts/VariantTrack.tsx';
import type { PanelReport, Protein, Variant } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Explorer, type ExplorerGroup, type ExplorerRow } from '../parts/Explorer.tsx';
import { EvidenceText, Genotype, ReportText } from '../parts/text.tsx';
import { writeDate } from '../view/dates.ts';
import { effectOrder, groupsOfOther, oppositesOf, therapyGroups, type TherapyGroup } from '../view/therapy-groups.ts';
import { serialResults } from '../view/serial-results.ts';
import {
  isElsewhere,
  markerTitle,
  signOf,
  newestFirst,
  otherChanges,
  otherTumourName,
  plainUnit,
  variantTitle,
  type EffectGroup,
} from '../view/tumour.ts';
import { variantEntries } from '../view/variant-rows.ts';
import { exonOf, variantTracks, type Track } from '../view/variant-tracks.ts';
import { Annotations } from './Annotations.tsx';
import { EarlierTreatment } from './EarlierTreatment.tsx';
import { noneText } from './none-text.ts';
import { PastDrugs } from './PastDrugs.tsx';
import type { SectionProps } from './section-props.ts';
import { TumourFindings } from './TumourFindings.tsx';
import { TherapyDetail, TherapyHead } from './TherapyRow.tsx';
import { VariantTable } from './VariantTable.tsx';

interface Props extends SectionProps {
  readonly decision: DecisionText;
}

export function TumourSection({ report, open, onOpen, arriving, onArrived, decision }: Props) {
  const { t } = useLanguage();
  const rows = useMemo(() => therapyGroups(report), [report]);
  const opposites = useMemo(() => oppositesOf(rows), [rows]);
  const { tumour, variants, biomarkers } = report;
  if (
    tumour === null &&
    variants.length === 0 &&
    biomarkers.length === 0 &&
    rows.length === 0 &&
    report.fits.length + report.earlier.length === 0
  )
    return <p className="empty">{noneText('tumour', report, t)}</p>;
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
      <TumourCourse report={report} />
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
      {biomarkers.length === 0 ? (
        <p className="muted">{t('tumour.no-markers')}</p>
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

/** Variants with their place in the protein, and what was measured more than once. */
function TumourCourse({ report }: { report: PanelReport }) {
  const { t } = useLanguage();
  const drawn = useMemo(
    () =>
      variantTracks(report.variants)
        .slice(0, 8)
        .map((track) => ({ track, protein: proteinOf(report, track) })),
    [report],
  );
  const series = useMemo(() => serialResults(report.variants, report.biomarkers), [report]);
  const changes = useMemo(() => variantEntries(report.variants).length, [report]);
  return (
    <>
      <section className="group" aria-labelledby="variants-title">
        <h3 className="group-title" id="variants-title">
          {t('variants.title')} <span className="group-count">{changes}</span>
        </h3>
        {drawn.map(({ track, protein }, index) => (
          <VariantTrack key={track.gene} track={track} protein={protein} cited={isLastOfSource(drawn, index)} />
        ))}
        <OtherChangesList variants={report.variants} />
        <VariantTable variants={report.variants} />
      </section>
      {series.length === 0 ? null : (
        <section className="group" aria-labelledby="serial-title">
          <h3 className="group-title" id="serial-title">
            {t('serial.title')}
          </h3>
          {series.some(({ lines }) => lines.some(({ specimen }) => specimen === null)) ? (
            <p className="group-hint">{t('serial.specimens')}</p>
          ) : null}
          <SerialPlot series={series.slice(0, 12)} />
        </section>
      )}
    </>
  );
}

/** One source for several genes is named once, below the last of them. */
function isLastOfSource(drawn: readonly { readonly protein: Protein | null }[], index: number): boolean {
  const source = drawn[index]?.protein?.source.url;
  return !drawn.slice(index + 1).some(({ protein }) => protein !== null && protein.source.url === source);
}

/** Exons that reach every variant of the track; without that they would put a variant where it is not. */
function proteinOf({ proteins }: PanelReport, { gene, marks }: Track): Protein | null {
  const protein = proteins.find((candidate) => candidate.gene === gene);
  return protein !== undefined && marks.every(({ position }) => exonOf(protein, position) !== null) ? protein : null;
}

/** Fusions, copy numbers and whatever else has no place along a protein, kind by kind. */
function OtherChangesList({ variants }: { variants: readonly Variant[] }) {
  const { t } = useLanguage();
  const kinds = useMemo(() => otherChanges(variants), [variants]);
  if (kinds.length === 0) return null;
  return (
    <dl className="other-changes">
      {kinds.map(({ kind, variants: found }) => (
        <div key={kind}>
          <dt>{t(`kind.${kind}`)}</dt>
          <dd>
            {found.slice(0, 12).map((variant, index) => (
              <span key={variant.id} className="other-change">
                {index === 0 ? '' : ' · '}
                <Genotype>{variantTitle(variant)}</Genotype>
              </span>
            ))}
            {found.length > 12 ? <span className="muted"> {t('evidence.more', { n: found.length - 12 })}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
