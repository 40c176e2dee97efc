/** The foot of the tumour page, fetched when the page is asked for: variants with their place in the protein, and how they change. */
import { useMemo } from 'react';
import { SerialPlot } from '../charts/SerialPlot.tsx';
import { VariantTrack } from '../charts/VariantTrack.tsx';
import type { PanelReport, Protein, Variant } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Genotype } from '../parts/text.tsx';
import { serialResults } from '../view/serial-results.ts';
import { otherChanges, variantTitle } from '../view/tumour.ts';
import { isPartlyRead } from '../view/unread-results.ts';
import { variantEntries } from '../view/variant-rows.ts';
import { exonOf, variantTracks, type Track } from '../view/variant-tracks.ts';
import { VariantTable } from './VariantTable.tsx';

/** Variants with their place in the protein, and what was measured more than once. */
export function TumourCourse({ report }: { report: PanelReport }) {
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
        <VariantTable variants={report.variants} none={t(isPartlyRead(report) ? 'variants.none-read' : 'variants.none')} />
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
