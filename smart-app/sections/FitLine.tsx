/** How one ordered cancer drug fits the tumour's findings, what could be given instead, and what can be done about it. */
import { Acts, type ActSubject } from '../act/Acts.tsx';
import type { Fit } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { SeverityMark } from '../parts/marks.tsx';
import { Cite, Drug, EvidenceList, ReportText } from '../parts/text.tsx';
import { Ref } from '../report-document/Ref.tsx';
import type { References } from '../report-document/references.ts';
import { choicesOffered } from '../view/fit-choices.ts';
import type { DrugRow } from '../view/drug-rows.ts';
import { asksNothing, fitConditions, fitKey, fitSeverity } from '../view/tumour.ts';
import { OrderLines } from './OrderLines.tsx';
import { Sources } from './Sources.tsx';

interface Props {
  readonly fit: Fit;
  /** On paper: sources stand as numbers, and nothing is decided. */
  readonly references?: References;
  /** The records that it is of, where they do not stand above already. */
  readonly records?: Pick<DrugRow, 'orders' | 'taken'>;
}

export function FitLine({ fit, references, records }: Props) {
  const { t } = useLanguage();
  const evidence = restsOn(fit);
  return (
    <li className="fit-line">
      <p className="row-line">
        <SeverityMark severity={fitSeverity(fit)} />
        <span className="row-name">
          <Drug>{fit.drug.name}</Drug>
        </span>
        <span className="row-act">{t(fitKey(fit))}</span>
      </p>
      {records === undefined ? null : <OrderLines {...records} />}
      {fitConditions(fit, t).map((condition) => (
        <p key={condition}>
          <strong>{condition}</strong>
        </p>
      ))}
      {fit.biomarker === undefined ? null : <p>{t('fit.asks', { biomarker: fit.biomarker })}</p>}
      {fit.tests === undefined || fit.tests.length === 0 ? null : <p>{t('fit.tests', { tests: fit.tests.join(', ') })}</p>}
      {fit.because.map((reason) => (
        <p key={reason} className="because">
          <ReportText>{reason}</ReportText>
        </p>
      ))}
      {references !== undefined || asksNothing(fit) || fit.verdict === 'not-covered' ? null : (
        <div className="act act-first screen-only">
          <Acts subject={actsOf(fit)} />
        </div>
      )}
      {fit.alternatives.length === 0 ? null : (
        <ul className="alternatives">
          {fit.alternatives.slice(0, 6).map(({ names, because, source, setting, settingStanding }) => (
            <li key={names}>
              <span className={settingStanding === 'against' ? 'fit fit-not' : 'fit fit-ok'}>
                {t(settingStanding === 'against' ? 'alternatives.not' : 'alternatives.ok')}
              </span>
              <Drug>{names}</Drug>
              <span className="because">
                <ReportText>{because}</ReportText>{' '}
                {references === undefined ? <Cite source={source} /> : <Ref references={references} source={source} />}
              </span>
              {setting === undefined ? null : (
                <span className="because">
                  {/* The reason often names the setting already: then only whether the chart bears it out. */}
                  {because.includes(setting) ? null : (
                    <>
                      {t('therapy.setting')}: <ReportText>{setting}</ReportText>
                      {settingStanding === undefined ? null : ' · '}
                    </>
                  )}
                  {settingStanding === undefined ? null : t(`setting.${settingStanding}`)}
                </span>
              )}
            </li>
          ))}
          {fit.alternatives.length > 6 ? <li className="muted">{t('evidence.more', { n: fit.alternatives.length - 6 })}</li> : null}
        </ul>
      )}
      <Sources sources={fit.sources} references={references} />
      {evidence.length === 0 ? null : <EvidenceList evidence={evidence} />}
      {fit.ruleId === '' ? null : (
        <p className="muted">
          {t('explain.rule-id')} <code>{fit.ruleId}</code>
        </p>
      )}
    </li>
  );
}

/** The results that the verdict and the choices rest on, each once. */
function restsOn({ evidence, alternatives }: Fit): Fit['evidence'] {
  const all = [...evidence, ...alternatives.flatMap((choice) => choice.evidence)];
  return all.filter((item, at) => all.findIndex(({ reference, issued }) => reference === item.reference && issued === item.issued) === at);
}

function actsOf(fit: Fit): ActSubject {
  const [test] = fit.testOrders.filter(({ code }) => code.code !== '');
  return {
    ruleId: fit.ruleId,
    drug: { rxnorm: fit.drug.rxnorm ?? '', name: fit.drug.name },
    order: fit.order,
    advised: fit.ruleId !== '',
    choices: choicesOffered(fit),
    test: test === undefined ? null : { ...test.code, name: test.text },
  };
}
