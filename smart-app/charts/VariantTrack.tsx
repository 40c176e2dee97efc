/**
 * The places of a gene's variants along its protein: a stem and a dot per variant, by residue number. Where the report brings the
 * exons of the reference transcript they are drawn to scale, with their source; where it does not, none are guessed. Where there are
 * too many names, the rarer ones are dots. The table below is its twin.
 */
import type { Protein } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Cite } from '../parts/text.tsx';
import { exonOf, type Track } from '../view/variant-tracks.ts';
import { lanes, niceCeiling } from './scales.ts';

const WIDTH = 360;
const LEFT = 12;
const RIGHT = 348;
const LANE = 15;
/** Half the height of an exon. */
const EXON = 5;
/** Exon numbers nearer than this would hide each other. */
const APART = 12;
/** Letters after which a shared label takes no more exons. */
const LONGEST = 14;

interface Props {
  readonly track: Track;
  readonly protein?: Protein | null;
  /** False where the source is named below a later track. */
  readonly cited?: boolean;
}

export function VariantTrack({ track, protein = null, cited = true }: Props) {
  const { t, code, count } = useLanguage();
  const end = protein === null ? niceCeiling(Math.max(...track.marks.map(({ position }) => position))) : endOf(protein);
  const x = (position: number) => LEFT + ((RIGHT - LEFT) * position) / end;
  const named = track.marks.filter((mark) => mark.named);
  const widths = named.map(({ position, label }) => ({ at: x(position), width: Math.min(label.length, 16) * 6.2 + 8 }));
  const lane = lanes(widths, LEFT, RIGHT);
  const depth = Math.max(...lane) + 1;
  const unnamed = track.marks.length - named.length;
  const axis = depth * LANE + 14;
  const spoken = named.map(({ label, position }) => {
    const exon = exonOf(protein, position);
    return exon === null ? label : t('track.in-exon', { name: label, exon });
  });
  return (
    <figure className="track">
      <figcaption>
        <span className="gene">{track.gene}</span>{' '}
        <span className="muted">{protein === null ? t('track.axis') : t('track.exons', { transcript: protein.transcript })}</span>
        {unnamed === 0 ? null : <span className="muted"> · {count('track.unnamed', unnamed)}</span>}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${axis + 24}`}
        role="img"
        aria-label={t('track.label', { gene: track.gene, variants: spoken.join(', ') })}
        preserveAspectRatio="xMinYMin meet"
      >
        <line className="axis" x1={LEFT} x2={RIGHT} y1={axis} y2={axis} />
        {protein === null ? <Ticks end={end} x={x} axis={axis} /> : <Exons protein={protein} track={track} x={x} axis={axis} />}
        {track.marks
          .filter((mark) => !mark.named)
          .map((mark) => (
            <circle key={mark.label} className="dot dot-unnamed" cx={x(mark.position)} cy={axis} r={3} />
          ))}
        {named.map((mark, index) => {
          const at = x(mark.position);
          const y = (depth - (lane[index] ?? 0) - 1) * LANE + 12;
          const width = widths[index]?.width ?? 0;
          const left = Math.max(LEFT, Math.min(RIGHT - width, at - width / 2));
          return (
            <g key={mark.label}>
              <line className="stem" x1={at} x2={at} y1={y + 3} y2={axis} />
              <circle className="dot" cx={at} cy={axis} r={4} />
              <rect className="label-ground" x={left} y={y - 10} width={width} height={13} />
              <text className="mark-label" x={left + 4} y={y}>
                {mark.label.length > 16 ? `${mark.label.slice(0, 15)}…` : mark.label}
              </text>
            </g>
          );
        })}
      </svg>
      {protein === null || (!cited && protein.length !== undefined) ? null : (
        <p className="track-source">
          {protein.length === undefined ? `${t('track.drawn-to', { n: new Intl.NumberFormat(code).format(end) })} ` : null}
          {cited ? <Cite source={protein.source} /> : null}
        </p>
      )}
    </figure>
  );
}

function endOf({ length, exons }: Protein): number {
  return length ?? exons.at(-1)?.to ?? 1;
}

function Ticks({ end, x, axis }: { end: number; x: (position: number) => number; axis: number }) {
  return [0, end / 2, end].map((tick) => (
    <g key={tick}>
      <line className="axis" x1={x(tick)} x2={x(tick)} y1={axis} y2={axis + 4} />
      <text className="tick" x={x(tick)} y={axis + 18} textAnchor={tick === 0 ? 'start' : tick === end ? 'end' : 'middle'}>
        {Math.round(tick)}
      </text>
    </g>
  ));
}

/** Exons as boxes in two shades; those that hold a variant carry their number, the ends their residue. */
function Exons({ protein, track, x, axis }: { protein: Protein; track: Track; x: (position: number) => number; axis: number }) {
  const { t } = useLanguage();
  const end = endOf(protein);
  const hit = [...new Set(track.marks.map(({ position }) => exonOf(protein, position)))].filter((exon) => exon !== null);
  const numbers: { label: string; at: number }[] = [];
  for (const { exon, from, to } of protein.exons) {
    if (!hit.includes(exon)) continue;
    const at = x((from + to) / 2);
    const before = numbers.at(-1);
    if (before === undefined || at - before.at >= APART + before.label.length * 3) numbers.push({ label: String(exon), at });
    // Neighbours share one label; a crowd is cut, and the table has every exon's variants.
    else if (before.label.length < LONGEST) Object.assign(before, { label: `${before.label}, ${exon}`, at: (before.at + at) / 2 });
  }
  const free = (at: number) => numbers.every((number) => Math.abs(number.at - at) > 40);
  return (
    <>
      {protein.exons.map(({ exon, from, to }, index) => (
        <rect
          key={exon}
          className={index % 2 === 0 ? 'exon' : 'exon exon-other'}
          x={x(from - 1)}
          width={Math.max(0.5, x(to) - x(from - 1))}
          y={axis - EXON}
          height={EXON * 2}
        />
      ))}
      {free(x(0)) ? (
        <text className="tick" x={x(0)} y={axis + 18}>
          1
        </text>
      ) : null}
      {free(x(end)) ? (
        <text className="tick" x={x(end)} y={axis + 18} textAnchor="end">
          {end}
        </text>
      ) : null}
      {numbers[0] === undefined ? null : (
        <text className="tick tick-exon" x={numbers[0].at - 4 - numbers[0].label.length * 3} y={axis + 18} textAnchor="end">
          {t('track.exon')}
        </text>
      )}
      {numbers.map(({ label, at }) => (
        <text key={label} className="tick tick-exon" x={at} y={axis + 18} textAnchor="middle">
          {label}
        </text>
      ))}
    </>
  );
}
