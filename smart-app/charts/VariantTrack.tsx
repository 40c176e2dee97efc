/**
 * The places of a gene's variants along its protein: a stem and a dot per variant, by residue number; the report knows no
 * exons or domains, so none are drawn. Where there are too many names, the rarer ones are dots. The table below is its twin.
 */
import { useLanguage } from '../language/language.tsx';
import { lanes, niceCeiling } from './scales.ts';
import type { Track } from '../view/variant-tracks.ts';

const WIDTH = 360;
const LEFT = 12;
const RIGHT = 348;
const LANE = 15;

export function VariantTrack({ track }: { track: Track }) {
  const { t, count } = useLanguage();
  const top = niceCeiling(Math.max(...track.marks.map(({ position }) => position)));
  const x = (position: number) => LEFT + ((RIGHT - LEFT) * position) / top;
  const named = track.marks.filter((mark) => mark.named);
  const widths = named.map(({ position, label }) => ({ at: x(position), width: Math.min(label.length, 16) * 6.2 + 8 }));
  const lane = lanes(widths, LEFT, RIGHT);
  const depth = Math.max(...lane) + 1;
  const unnamed = track.marks.length - named.length;
  const axis = depth * LANE + 14;
  const label = t('track.label', { gene: track.gene, variants: named.map((mark) => mark.label).join(', ') });
  return (
    <figure className="track">
      <figcaption>
        <span className="gene">{track.gene}</span> <span className="muted">{t('track.axis')}</span>
        {unnamed === 0 ? null : <span className="muted"> · {count('track.unnamed', unnamed)}</span>}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${axis + 20}`} role="img" aria-label={label} preserveAspectRatio="xMinYMin meet">
        <line className="axis" x1={LEFT} x2={RIGHT} y1={axis} y2={axis} />
        {[0, top / 2, top].map((tick) => (
          <g key={tick}>
            <line className="axis" x1={x(tick)} x2={x(tick)} y1={axis} y2={axis + 4} />
            <text className="tick" x={x(tick)} y={axis + 16} textAnchor={tick === 0 ? 'start' : tick === top ? 'end' : 'middle'}>
              {Math.round(tick)}
            </text>
          </g>
        ))}
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
    </figure>
  );
}
