/** What moved a prediction up or down, as a waterfall whose bars stand in a real table: value, direction in words, amount. */
import { useLanguage } from '../language/language.tsx';
import { EvidenceText } from '../parts/text.tsx';
import { isProbability, writeContribution, type Contribution } from '../view/forecast.ts';
import { plainUnit } from '../view/tumour.ts';

export function ContributionBars({ contributions, unit }: { contributions: readonly Contribution[]; unit: string }) {
  const { t, code, count } = useLanguage();
  const steps = running(contributions);
  const low = Math.min(0, ...steps.flatMap(({ from, to }) => [from, to]));
  const high = Math.max(0, ...steps.flatMap(({ from, to }) => [from, to]));
  const x = (amount: number) => 2 + (96 * (amount - low)) / (high - low || 1);
  return (
    <table className="contributions">
      <caption>
        {unit === ''
          ? t('models.contributions')
          : isProbability(unit)
            ? t('models.contributions-in-100')
            : t('models.contributions-in', { unit: plainUnit(unit) })}
      </caption>
      <thead className="spoken">
        <tr>
          <th scope="col">{t('models.feature')}</th>
          <th scope="col">{t('models.effect')}</th>
          <th scope="col">{t('models.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ item, from, to }, index) => {
          const amount = writeContribution(item.contribution, unit, code);
          return (
            <tr key={`${item.feature}-${index}`}>
              <th scope="row">
                <bdi>{item.feature ?? count('models.others', Number(item.value))}</bdi>
                {item.feature === null || item.value === '' ? null : <bdi className="contribution-value">{item.value}</bdi>}
                {(item.evidence ?? []).map((result) => (
                  <span key={result.reference} className="contribution-value">
                    <EvidenceText item={result} />
                  </span>
                ))}
              </th>
              <td>
                <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <line className="axis" x1={x(0)} x2={x(0)} y1={0} y2={16} />
                  <rect
                    className={to >= from ? 'up' : 'down'}
                    x={x(Math.min(from, to))}
                    width={Math.max(1, Math.abs(x(to) - x(from)))}
                    y={3}
                    height={10}
                  />
                </svg>
                <span className="spoken">
                  {t(amount === null ? 'models.no-effect' : item.contribution > 0 ? 'models.raises' : 'models.lowers')}
                </span>
              </td>
              <td className="number">
                {amount ?? 0} <span aria-hidden="true">{amount === null ? '–' : item.contribution > 0 ? '▲' : '▼'}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Where each bar begins and ends when one follows the other. */
function running(contributions: readonly Contribution[]): readonly { item: Contribution; from: number; to: number }[] {
  let at = 0;
  return contributions.map((item) => {
    const from = at;
    at += item.contribution;
    return { item, from, to: at };
  });
}
