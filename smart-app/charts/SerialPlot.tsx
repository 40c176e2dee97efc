/**
 * What was measured more than once, over time: one small plot per series on a common time axis, each with its values in a table.
 * A line joins results of one specimen only: tissue and plasma cannot be compared, so each has its own mark.
 */
import { useLanguage } from '../language/language.tsx';
import { writeDate } from '../view/dates.ts';
import type { Series, SerialPoint } from '../view/serial-results.ts';
import { plainUnit } from '../view/tumour.ts';
import { niceCeiling } from './scales.ts';

const WIDTH = 240;
const HEIGHT = 64;
const PAD = 8;
/** Specimens that have a mark of their own; more share the last one, and the table tells them apart. */
const SHAPES = ['round', 'square', 'triangle'] as const;
type Shape = (typeof SHAPES)[number];

export function SerialPlot({ series }: { series: readonly Series[] }) {
  const days = series.flatMap(({ points }) => points.map(({ day }) => day));
  const first = Math.min(...days);
  const last = Math.max(...days, first + 1);
  return (
    <div className="serial">
      {series.map((one) => (
        <SerialLine key={one.label + one.unit} series={one} first={first} last={last} />
      ))}
    </div>
  );
}

function SerialLine({ series, first, last }: { series: Series; first: number; last: number }) {
  const { t, code } = useLanguage();
  const number = new Intl.NumberFormat(code, { maximumFractionDigits: 2 });
  const unit = plainUnit(series.unit);
  const top = niceCeiling(Math.max(...series.points.map(({ value }) => value)));
  const x = (day: number) => PAD + ((WIDTH - 2 * PAD) * (day - first)) / (last - first);
  const y = (value: number) => HEIGHT - PAD - ((HEIGHT - 2 * PAD) * Math.max(0, value)) / top;
  const newest = series.points[series.points.length - 1];
  const shapeOf = ({ specimen }: Pick<SerialPoint, 'specimen'>): Shape =>
    SHAPES[series.lines.findIndex((line) => line.specimen?.toLowerCase() === specimen?.toLowerCase())] ?? 'triangle';
  const named = series.lines.some(({ specimen }) => specimen !== null);
  return (
    <figure className="serial-line">
      <figcaption>
        <bdi className="serial-name">{series.label}</bdi>
        {newest === undefined ? null : (
          <span className="serial-now">
            {number.format(newest.value)} {unit}
          </span>
        )}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        <line className="axis" x1={PAD} x2={WIDTH - PAD} y1={HEIGHT - PAD} y2={HEIGHT - PAD} />
        {series.lines.map((line) => (
          <path
            key={line.specimen ?? ''}
            className={line.specimen === null ? 'course course-unsure' : 'course'}
            d={line.points.map(({ day, value }, at) => `${at === 0 ? 'M' : 'L'}${x(day).toFixed(1)} ${y(value).toFixed(1)}`).join('')}
          />
        ))}
        {series.points.map((point) => (
          <Mark key={`${point.date}${point.value}${point.specimen ?? ''}`} shape={shapeOf(point)} x={x(point.day)} y={y(point.value)} />
        ))}
      </svg>
      {series.lines.length < 2 ? null : <p className="serial-apart">{t('serial.apart')}</p>}
      <table className="serial-values">
        <caption className="spoken">{t('serial.values', { name: series.label })}</caption>
        <tbody>
          {series.points.slice(-12).map((point) => (
            <tr key={`${point.date}${point.value}${point.specimen ?? ''}`}>
              <th scope="row">
                {series.lines.length < 2 ? null : (
                  <svg className="serial-key" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                    <Mark shape={shapeOf(point)} x={5} y={5} />
                  </svg>
                )}
                {writeDate(point.date, code)}
              </th>
              {named ? <td>{point.specimen === null ? t('serial.no-specimen') : <bdi>{point.specimen}</bdi>}</td> : null}
              <td className="number">
                {number.format(point.value)} {unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Mark({ shape, x, y }: { shape: Shape; x: number; y: number }) {
  if (shape === 'round') return <circle className="dot" cx={x} cy={y} r={3.5} />;
  if (shape === 'square') return <rect className="dot dot-open" x={x - 3.2} y={y - 3.2} width={6.4} height={6.4} />;
  return <path className="dot" d={`M${x} ${y - 4}l4 7h-8z`} />;
}
