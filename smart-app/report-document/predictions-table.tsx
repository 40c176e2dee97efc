/** Predictions on paper: the number with its interval, or why the model abstains; never a number alone. */
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { ReportText } from '../parts/text.tsx';
import { writeAmount, writeInterval } from '../view/forecast.ts';

export function Predictions({ report }: { report: PanelReport }) {
  const { t, code } = useLanguage();
  if (report.predictions.length === 0) return null;
  return (
    <>
      <h4>{t('view.models')}</h4>
      <table className="document-table">
        <caption className="spoken">{t('view.models')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('doc.prediction')}</th>
            <th scope="col">{t('doc.estimate')}</th>
            <th scope="col">{t('doc.model')}</th>
          </tr>
        </thead>
        <tbody>
          {report.predictions.slice(0, 40).map((forecast, index) => {
            const { value, unit, interval } = forecast;
            return (
              <tr key={`${forecast.model}-${index}`}>
                <th scope="row">
                  <ReportText>{forecast.target}</ReportText>
                </th>
                <td>
                  {forecast.abstained !== undefined || value === null ? (
                    <>
                      <strong>{t('models.abstains')}.</strong> <ReportText>{forecast.abstained ?? t('models.no-reason')}</ReportText>
                    </>
                  ) : (
                    <>
                      <strong>{writeAmount(value, unit, code, t, interval?.[1])}</strong> {writeInterval(forecast, code, t)}
                      {(forecast.notes ?? []).map((note) => (
                        <span key={note} className="because">
                          <ReportText>{note}</ReportText>
                        </span>
                      ))}
                    </>
                  )}
                </td>
                <td>
                  <bdi>
                    {forecast.model} {forecast.version}
                  </bdi>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="muted">{t('models.use')}</p>
    </>
  );
}
