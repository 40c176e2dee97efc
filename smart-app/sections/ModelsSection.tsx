/** Predictions: a number with its interval, what it rests on, and how far to trust it; or why the model abstains. */
import { ContributionBars } from '../charts/ContributionBars.tsx';
import { IntervalBar } from '../charts/IntervalBar.tsx';
import type { Forecast, PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Cite, ReportText } from '../parts/text.tsx';
import { asLink } from '../data/read-values.ts';
import { isProbability, topContributions, writeAmount, writeInterval } from '../view/forecast.ts';

export function ModelsSection({ report }: { report: PanelReport }) {
  const { t } = useLanguage();
  if (report.predictions.length === 0) return <p className="empty">{t('models.none')}</p>;
  return (
    <div className="forecasts">
      {report.predictions.map((forecast, index) => (
        <ForecastBlock key={`${forecast.model}-${index}`} forecast={forecast} />
      ))}
    </div>
  );
}

function ForecastBlock({ forecast }: { forecast: Forecast }) {
  const { t } = useLanguage();
  // A drug that the title names is not named again.
  const about = (forecast.drugs ?? []).filter((drug) => !forecast.target.toLowerCase().includes(drug.toLowerCase()));
  return (
    <section className="forecast" aria-label={forecast.target}>
      <h3 className="forecast-title">
        <ReportText limit={160}>{forecast.target}</ReportText>
      </h3>
      {about.length === 0 ? null : <p className="muted">{t('models.about', { drugs: about.join(', ') })}</p>}
      {forecast.abstained !== undefined || forecast.value === null ? (
        <Notice tone="note" title={t('models.abstains')}>
          <p>
            <ReportText>{forecast.abstained ?? t('models.no-reason')}</ReportText>
          </p>
        </Notice>
      ) : (
        <Estimate forecast={forecast} value={forecast.value} />
      )}
      {(forecast.notes ?? []).map((note) => (
        <p key={note} className="note-line">
          <ReportText>{note}</ReportText>
        </p>
      ))}
      <p className="muted forecast-foot">
        {t('models.use')} <ModelCard forecast={forecast} />
      </p>
    </section>
  );
}

function Estimate({ forecast, value }: { forecast: Forecast; value: number }) {
  const { t, code } = useLanguage();
  const { unit, interval } = forecast;
  const amount = writeAmount(value, unit, code, t, interval?.[1]);
  return (
    <>
      <p className="forecast-value">
        <strong>{amount}</strong>
        <span className={interval === null ? 'muted' : undefined}>{writeInterval(forecast, code, t)}</span>
      </p>
      <IntervalBar value={value} interval={interval} comparisons={forecast.comparisons} probability={isProbability(unit)} />
      {forecast.comparisons.length === 0 ? null : (
        <table className="comparisons">
          <caption>{t('models.comparisons')}</caption>
          <tbody>
            {forecast.comparisons.slice(0, 12).map((comparison) => (
              <tr key={comparison.name}>
                <th scope="row">
                  <bdi>{comparison.name}</bdi>
                  <span className="comparison-source">
                    <Cite source={comparison.source} />
                  </span>
                </th>
                <td className="number">{writeAmount(comparison.value, comparison.unit || unit, code, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {forecast.contributions.length === 0 ? null : (
        <ContributionBars contributions={topContributions(forecast.contributions, 6)} unit={unit} />
      )}
    </>
  );
}

function ModelCard({ forecast }: { forecast: Forecast }) {
  const { t } = useLanguage();
  // The service's own card has no host: it stands beside the panel.
  const link = /^\/models\/[\w-]+$/.test(forecast.card) ? `..${forecast.card}/card` : asLink(forecast.card);
  const name = `${forecast.model} ${forecast.version}`.trim();
  return link === null ? (
    <bdi>{name}</bdi>
  ) : (
    <a href={link} target="_blank" rel="noopener noreferrer">
      <bdi>{name}</bdi>: {t('models.card')}
      <span className="spoken"> {t('source.new-window')}</span>
    </a>
  );
}
