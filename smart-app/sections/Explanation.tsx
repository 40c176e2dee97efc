/** Why an advice stands: what we saw → how we read it → the rule and its version → the advice → the alternatives → other bodies. */
import type { ReactNode } from 'react';
import type { Advice, Gene, PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { SeverityMark } from '../parts/marks.tsx';
import { Cite, EvidenceList, ReportText } from '../parts/text.tsx';
import { actionText } from '../view/action-text.ts';
import { convertersText } from '../view/converters.ts';
import { writeDate } from '../view/dates.ts';
import { releasesFor } from '../view/releases.ts';
import { severityOf } from '../view/severity.ts';
import { phenotypeText } from '../view/phenotype.ts';
import { GeneReading, Reported } from './GeneReading.tsx';

interface Props {
  readonly advice: Advice;
  readonly report: PanelReport;
  /** What can be done, directly under what is advised: nobody scrolls past the reasons to act. */
  readonly acts?: ReactNode;
}

export function Explanation({ advice, report, acts }: Props) {
  const { t } = useLanguage();
  const results = advice.genes.flatMap(({ gene }) => report.genes.filter((result) => result.gene === gene));
  return (
    // Several advices on one drug are told apart by whom they are for.
    <section
      className="explanation"
      aria-label={[t('explain.label', { drug: advice.drug.name }), advice.population].filter(Boolean).join(': ')}
    >
      <Headline advice={advice} />
      {acts}
      <ol className="steps">
        <Step title={t('explain.seen')}>
          <Seen advice={advice} results={results} />
        </Step>
        <Step title={t('explain.read')}>
          <Reading advice={advice} results={results} />
        </Step>
        <Step title={t('explain.rule')}>
          <Rule advice={advice} report={report} />
        </Step>
        {advice.coverage !== null && advice.implication === undefined && advice.dose === undefined ? null : (
          <Step title={t('explain.advice')}>
            <Recommended advice={advice} />
          </Step>
        )}
        {/* Where nothing could be advised, "no alternative" would say nothing. */}
        {advice.coverage !== null && advice.alternatives.length === 0 ? null : (
          <Step title={t('explain.alternatives')}>
            <Alternatives advice={advice} />
          </Step>
        )}
        {advice.otherPositions.length === 0 ? null : (
          <Step title={t('explain.others')}>
            <Positions advice={advice} />
          </Step>
        )}
      </ol>
    </section>
  );
}

function Headline({ advice }: { advice: Advice }) {
  const { t } = useLanguage();
  return (
    <div className={`headline headline-${severityOf(advice)}`}>
      <p className="headline-act">
        <SeverityMark severity={severityOf(advice)} />
        <strong>{actionText(advice, t)}</strong>
        {advice.orderComplies === true ? <span>{t('advice.complies')}</span> : null}
        {advice.keepsFallback === true ? <span>{t('advice.keeps-fallback')}</span> : null}
      </p>
      <p>
        <ReportText>{advice.text || t('advice.no-text')}</ReportText>
      </p>
    </div>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="step">
      <h3 className="step-title">{title}</h3>
      <div className="step-body">{children}</div>
    </li>
  );
}

function Seen({ advice, results }: { advice: Advice; results: readonly Gene[] }) {
  const { t } = useLanguage();
  if (results.length === 0 && advice.evidence.length === 0 && advice.coverage === 'not-tested')
    return <p className="muted">{t('genes.means.not-tested')}</p>;
  if (results.length === 0) return <EvidenceList evidence={advice.evidence} />;
  const shown = new Set(results.flatMap(({ evidence }) => evidence.map(({ reference }) => reference)));
  const further = advice.evidence.filter(({ reference }) => !shown.has(reference));
  return (
    <>
      {results.map((result, index) => (
        <div key={`${result.gene}-${index}`} className="seen">
          <p>
            <strong className="gene">{result.gene}</strong> <Reported result={result} />
          </p>
          <EvidenceList evidence={result.evidence} />
        </div>
      ))}
      {further.length === 0 ? null : (
        <div className="seen">
          <p className="muted">{t('explain.also-seen')}</p>
          <EvidenceList evidence={further} />
        </div>
      )}
    </>
  );
}

function Reading({ advice, results }: { advice: Advice; results: readonly Gene[] }) {
  const { t, count, word } = useLanguage();
  if (results.length === 0) {
    return advice.genes.map(({ gene, phenotype, activityScore }) => (
      <p key={gene}>
        <strong className="gene">{gene}</strong> {phenotypeText(phenotype, { t, word })}
        {activityScore === null ? null : <span className="muted"> · {t('gene.score', { score: activityScore })}</span>}
      </p>
    ));
  }
  return (
    <>
      {results.map((result, index) => (
        <GeneReading key={`${result.gene}-${index}`} result={result} />
      ))}
      {advice.phenoconversion
        .filter(({ gene }) => !results.some((result) => result.gene === gene && result.adjusted !== undefined))
        .map(({ gene, after, by }) => (
          <p key={gene} className="converted">
            <strong className="gene">{gene}</strong> {t('gene.behaves', { phenotype: word(after) })}
            {by.length === 0 ? null : (
              <span className="because">
                <bdi>{convertersText(by, { t, count })}</bdi>
              </span>
            )}
          </p>
        ))}
      {advice.phenoconversion.map(({ gene, by, actionBefore }) =>
        actionBefore === null || actionBefore === advice.action || actionBefore === 'unrecognised' || by.length === 0 ? null : (
          <p key={`${gene}-before`}>
            {t('advice.before', { drugs: convertersText(by, { t, count }), action: t(`action.${actionBefore}`) })}
          </p>
        ),
      )}
    </>
  );
}

function Rule({ advice, report }: { advice: Advice; report: PanelReport }) {
  const { t, code } = useLanguage();
  return (
    <>
      <p>
        <Cite source={advice.source} />
      </p>
      <p className="muted">
        {t('explain.rule-id')} <code>{advice.ruleId || '–'}</code>
      </p>
      {advice.completed === true ? <p className="note-line">{t('advice.completed')}</p> : null}
      {releasesFor(advice.ruleId, advice.source.label, report.knowledge).map((release) => (
        <p key={release.id} className="muted">
          {t('explain.release', { id: release.id, version: release.version, date: writeDate(release.date, code) })}
        </p>
      ))}
    </>
  );
}

function Recommended({ advice }: { advice: Advice }) {
  const { t } = useLanguage();
  // The box above has said it in these words.
  const doseSaid = advice.dose !== undefined && advice.text.toLowerCase().includes(advice.dose.text.toLowerCase());
  // "Avoid it; also acceptable: choose another drug" is one and the same.
  const further = advice.alsoAcceptable.filter((action) => action !== 'alternative' || advice.action !== 'avoid');
  return (
    <>
      {advice.implication === undefined ? null : (
        <p>
          <ReportText>{advice.implication}</ReportText>
        </p>
      )}
      {advice.dose === undefined || (doseSaid && advice.dose.suggested === undefined) ? null : (
        <p>
          <strong>{t('advice.dose')}</strong> {doseSaid ? null : <ReportText>{advice.dose.text}</ReportText>}
          {advice.dose.suggested === undefined ? null : <span> {t('advice.suggested', { dose: advice.dose.suggested })}</span>}
          {advice.dose.ofOrdered ? <span className="because">{t('advice.of-ordered')}</span> : null}
        </p>
      )}
      {further.length === 0 ? null : <p>{t('advice.also', { actions: further.map((action) => t(`action.${action}`)).join(', ') })}</p>}
      <p className="muted">
        {t(`strength.${advice.strength}`)}
        {advice.strengthAlone === undefined ? null : ` · ${t(`advice.alone.${advice.strengthAlone}`)}`}
        {advice.population === '' ? null : ` · ${t('advice.population', { population: advice.population })}`}
        {advice.populationKnown === false ? ` · ${t('advice.population-unknown')}` : null}
      </p>
    </>
  );
}

function Alternatives({ advice }: { advice: Advice }) {
  const { t } = useLanguage();
  if (advice.alternatives.length === 0) return <p className="muted">{t('alternatives.none')}</p>;
  return (
    <ul className="alternatives">
      {advice.alternatives.map((alternative) => (
        <li key={alternative.name + alternative.rxnorm}>
          <span className={alternative.ok ? 'fit fit-ok' : 'fit fit-not'}>
            {alternative.ok ? t('alternatives.ok') : t('alternatives.not')}
          </span>
          <bdi>{alternative.name}</bdi>
          {alternative.why === undefined ? null : (
            <span className="because">
              <ReportText>{alternative.why}</ReportText>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Positions({ advice }: { advice: Advice }) {
  const { t } = useLanguage();
  return (
    <ul className="positions">
      {advice.otherPositions.map((position, index) => (
        <li key={`${position.body}-${index}`}>
          <strong>{position.body}</strong> {actionText(position, t)}. <ReportText>{position.text}</ReportText>{' '}
          <Cite source={position.source} />
        </li>
      ))}
    </ul>
  );
}
