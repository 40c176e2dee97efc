/** The estimate as a point in its interval, with the published formulas beside it. The numbers stand in text above. */
import type { Forecast } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { niceCeiling } from './scales.ts';

interface Props {
  readonly value: number;
  readonly interval: readonly [number, number] | null;
  readonly comparisons: Forecast['comparisons'];
  readonly probability: boolean;
}

const WIDTH = 360;
const PAD = 10;

export function IntervalBar({ value, interval, comparisons, probability }: Props) {
  const { code } = useLanguage();
  const values = [value, ...(interval ?? []), ...comparisons.map((comparison) => comparison.value)];
  const low = Math.min(0, ...values);
  const high = probability ? 1 : niceCeiling(Math.max(...values));
  const x = (amount: number) => PAD + ((WIDTH - 2 * PAD) * (amount - low)) / (high - low || 1);
  const number = new Intl.NumberFormat(code, { maximumFractionDigits: 2 });
  const tick = (amount: number) => number.format(probability ? Math.round(amount * 100) : amount);
  return (
    <svg className="interval" viewBox={`0 0 ${WIDTH} 48`} aria-hidden="true" focusable="false">
      <line className="axis" x1={PAD} x2={WIDTH - PAD} y1={28} y2={28} />
      {[low, (low + high) / 2, high].map((amount, index) => (
        <text key={amount} className="tick" x={x(amount)} y={44} textAnchor={index === 0 ? 'start' : index === 2 ? 'end' : 'middle'}>
          {tick(amount)}
        </text>
      ))}
      {interval === null ? null : (
        <rect className="interval-range" x={x(interval[0])} width={Math.max(2, x(interval[1]) - x(interval[0]))} y={14} height={14} />
      )}
      {comparisons.slice(0, 6).map((comparison) => (
        <line key={comparison.name} className="comparison" x1={x(comparison.value)} x2={x(comparison.value)} y1={8} y2={28} />
      ))}
      <line className="estimate" x1={x(value)} x2={x(value)} y1={8} y2={34} />
      <circle className="estimate-dot" cx={x(value)} cy={21} r={5} />
    </svg>
  );
}
