/** What was measured more than once, over time: one small plot per series on a common time axis, each with its values in a table. */
import { useLanguage } from '../language/language.tsx';
import { writeDate } from '../view/dates.ts';
import { plainUnit, type Series } from '../view/tumour.ts';
import { niceCeiling } from './scales.ts';

const WIDTH = 240;
const HEIGHT = 64;
const PAD = 8;

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
  const path = series.points
    .map(({ day, value }, index) => `${index === 0 ? 'M' : 'L'}${x(day).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
  const newest = series.points[series.points.length - 1];
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
        <path className="course" d={path} />
        {series.points.map(({ day, value, date }) => (
          <circle key={date + value} className="dot" cx={x(day)} cy={y(value)} r={3.5} />
        ))}
      </svg>
      <table className="serial-values">
        <caption className="spoken">{t('serial.values', { name: series.label })}</caption>
        <tbody>
          {series.points.slice(-12).map(({ date, value }) => (
            <tr key={date + value}>
              <th scope="row">{writeDate(date, code)}</th>
              <td className="number">
                {number.format(value)} {unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
