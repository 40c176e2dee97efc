/** What comes before the therapies: how ordered cancer drugs fit, what has newly appeared, what is inherited. */
import { Acts, type ActSubject } from '../act/Acts.tsx';
import type { Fit, PanelReport, Reference, TumourNote } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { SeverityMark } from '../parts/marks.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Cite, EvidenceList, ReportText } from '../parts/text.tsx';
import { Ref } from '../report-document/Ref.tsx';
import type { References } from '../report-document/references.ts';
import { writeDate } from '../view/dates.ts';
import { fitSeverity, variantTitle } from '../view/tumour.ts';

interface Props {
  readonly report: PanelReport;
  /** On the page for print nothing is decided, and sources stand as numbers. */
  readonly references?: References;
}

export function TumourFindings({ report, references }: Props) {
  const { t } = useLanguage();
  return (
    <>
      {report.tumourNotes.length === 0 ? null : (
        <div className="tumour-notes">
          {report.tumourNotes.slice(0, 30).map((note, index) => (
            <FindingNotice key={`${note.gene}-${note.name}-${index}`} note={note} {...(references === undefined ? {} : { references })} />
          ))}
        </div>
      )}
      {report.fits.length === 0 ? null : (
        <section className="group" aria-labelledby="fit-title">
          <h3 className="group-title" id="fit-title">
            {t('fit.title')}
          </h3>
          <ul className="fits">
            {onePerDrug(report.fits)
              .slice(0, 60)
              .map((fit, index) => (
                <FitLine key={`${fit.order}-${fit.drug.name}-${index}`} fit={fit} {...(references === undefined ? {} : { references })} />
              ))}
          </ul>
        </section>
      )}
    </>
  );
}

function FindingNotice({ note, references }: { note: TumourNote; references?: References }) {
  const { t, code } = useLanguage();
  const since = note.since === undefined ? t('tumour.emerging-undated') : t('tumour.emerging', { date: writeDate(note.since, code) });
  return (
    <Notice
      tone={note.kind === 'emerging' ? 'caution' : 'note'}
      title={`${variantTitle(note)} · ${note.kind === 'emerging' ? since : t('tumour.germline')}`}
    >
      <p>
        <ReportText>{note.text}</ReportText>
      </p>
      {note.therapies.length === 0 ? null : <p>{t('tumour.affects', { therapies: note.therapies.join(', ') })}</p>}
      <Sources sources={note.sources} references={references} />
    </Notice>
  );
}

export function FitLine({ fit, references }: { fit: Fit; references?: References }) {
  const { t } = useLanguage();
  return (
    <li className="fit-line">
      <p className="row-line">
        <SeverityMark severity={fitSeverity(fit.verdict)} />
        <bdi className="row-name">{fit.drug.name}</bdi>
        <span className="row-act">{t(`fit.${fit.verdict}`)}</span>
      </p>
      {fit.biomarker === undefined ? null : <p>{t('fit.asks', { biomarker: fit.biomarker })}</p>}
      {fit.tests === undefined || fit.tests.length === 0 ? null : <p>{t('fit.tests', { tests: fit.tests.join(', ') })}</p>}
      {fit.because.map((reason) => (
        <p key={reason} className="because">
          <ReportText>{reason}</ReportText>
        </p>
      ))}
      {fit.alternatives.length === 0 ? null : (
        <ul className="alternatives">
          {fit.alternatives.slice(0, 6).map(({ names, because, source, setting, settingStanding }) => (
            <li key={names}>
              <span className="fit fit-ok">{t('alternatives.ok')}</span>
              <bdi>{names}</bdi>
              <span className="because">
                <ReportText>{because}</ReportText>{' '}
                {references === undefined ? <Cite source={source} /> : <Ref references={references} source={source} />}
              </span>
              {setting === undefined ? null : (
                <span className="because">
                  {t('therapy.setting')}: <ReportText>{setting}</ReportText>
                  {settingStanding === undefined ? null : ` · ${t(`setting.${settingStanding}`)}`}
                </span>
              )}
            </li>
          ))}
          {fit.alternatives.length > 6 ? <li className="muted">{t('evidence.more', { n: fit.alternatives.length - 6 })}</li> : null}
        </ul>
      )}
      <Sources sources={fit.sources} references={references} />
      {fit.evidence.length === 0 ? null : <EvidenceList evidence={fit.evidence} />}
      {fit.ruleId === '' ? null : (
        <p className="muted">
          {t('explain.rule-id')} <code>{fit.ruleId}</code>
        </p>
      )}
      {references !== undefined || fit.verdict === 'fits' || fit.verdict === 'not-covered' ? null : (
        <div className="act screen-only">
          <Acts subject={actsOf(fit)} />
        </div>
      )}
    </li>
  );
}

/** Two orders of one drug with the same verdict are said once. */
function onePerDrug(fits: readonly Fit[]): readonly Fit[] {
  return fits.filter(
    (fit, at) =>
      fits.findIndex((one) => one.drug.name === fit.drug.name && one.verdict === fit.verdict && one.ruleId === fit.ruleId) === at,
  );
}

/** A single drug can be handed to the EHR as an order; a combination is prescribed there. */
function actsOf(fit: Fit): ActSubject {
  const [test] = fit.testOrders.filter(({ code }) => code.code !== '');
  return {
    ruleId: fit.ruleId,
    drug: { rxnorm: fit.drug.rxnorm ?? '', name: fit.drug.name },
    order: fit.order,
    advised: fit.ruleId !== '',
    alternatives: fit.alternatives.flatMap(({ drugs }) => (drugs.length === 1 ? drugs : [])),
    test: test === undefined ? null : { ...test.code, name: test.text },
  };
}

function Sources({ sources, references }: { sources: readonly Reference[]; references: References | undefined }) {
  if (references === undefined) return <FoldedSources sources={sources} />;
  return sources.length === 0 ? null : (
    <p>
      {sources.map((source, index) => (
        <Ref key={`${source.label}-${index}`} references={references} source={source} />
      ))}
    </p>
  );
}

/** One source is shown; several stand folded, so that what they say comes first. On paper they are always open. */
function FoldedSources({ sources }: { sources: readonly Reference[] }) {
  const { count } = useLanguage();
  const [only] = sources;
  if (only === undefined) return null;
  if (sources.length === 1)
    return (
      <p>
        <Cite source={only} />
      </p>
    );
  return (
    <details className="sources">
      <summary>{count('source.count', sources.length)}</summary>
      <ul className="plain-list">
        {sources.slice(0, 30).map((source, index) => (
          <li key={`${source.label}-${index}`}>
            <Cite source={source} />
          </li>
        ))}
      </ul>
    </details>
  );
}
