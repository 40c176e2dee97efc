/** The tables of the printed report: everything opened, severity in words, sources as numbers. */
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { ResultChip, SeverityMark } from '../parts/marks.tsx';
import { Drug, EvidenceText, Genotype, ReportText } from '../parts/text.tsx';
import { noneText } from '../sections/none-text.ts';
import { actionText } from '../view/action-text.ts';
import { drugRows, isOfToday, missingNames } from '../view/drug-rows.ts';
import { writeDate } from '../view/dates.ts';
import { geneRows, markOf } from '../view/gene-rows.ts';
import { severityOf } from '../view/severity.ts';
import { fitConditions, fitKey, fitSeverity } from '../view/tumour.ts';
import { approvedHere } from '../view/therapy-groups.ts';
import { Ref } from './Ref.tsx';
import { ApprovedRows, EmergingRows } from './tumour-rows.tsx';
import type { References } from './references.ts';
import { phenotypesText } from '../view/phenotype.ts';

const MOST_ROWS = 300;
/** Choices beside an ordered cancer drug in the first table; all stand further down. */
const MOST_CHOICES = 3;

export function DrugFindings({ report, references }: { report: PanelReport; references: References }) {
  const { t, word } = useLanguage();
  const rows = drugRows(report);
  const ofTumour = report.tumourNotes.some(({ kind }) => kind === 'emerging') || approvedHere(report).length > 0;
  const none = rows.length === 0 ? <p>{noneText('drugs', report, t)}</p> : null;
  if (none !== null && !ofTumour) return none;
  return (
    <>
      {none}
      <table className="document-table">
        <caption className="spoken">{t('doc.findings')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(ofTumour ? 'doc.subject' : 'grid.drug')}</th>
            <th scope="col">{t('doc.act')}</th>
            <th scope="col">{t('doc.why')}</th>
          </tr>
        </thead>
        <tbody>
          <EmergingRows report={report} references={references} />
          {rows.slice(0, MOST_ROWS).flatMap((row, at) => [
            ...(isOfToday(row) || (at > 0 && !isOfToday(rows[at - 1] ?? row))
              ? []
              : [
                  <tr key="not-ordered">
                    <th scope="colgroup" colSpan={3} className="document-apart">
                      {t('drugs.other')} <span className="muted">{t('drugs.other-hint')}</span>
                    </th>
                  </tr>,
                ]),
            ...row.fits.map((fit, index) => (
              <tr key={`${row.key}-fit-${index}`}>
                <th scope="row">
                  <Drug>{row.name}</Drug>
                </th>
                <td>
                  <SeverityMark severity={fitSeverity(fit)} /> {t(fitKey(fit))}
                </td>
                <td>
                  {fit.biomarker === undefined ? null : <span className="fact-line">{t('fit.asks', { biomarker: fit.biomarker })}</span>}
                  {fitConditions(fit, t).map((condition) => (
                    <span key={condition} className="fact-line">
                      {condition}
                    </span>
                  ))}
                  {fit.because.map((reason) => (
                    <span key={reason} className="because">
                      <ReportText>{reason}</ReportText>
                    </span>
                  ))}
                  {fit.alternatives
                    .filter(({ settingStanding }) => settingStanding !== 'against')
                    .slice(0, MOST_CHOICES)
                    .map(({ names, setting, settingStanding, source }) => (
                      <span key={names} className="because">
                        {t('alternatives.ok')}: <Drug>{names}</Drug>
                        {setting === undefined ? null : (
                          <>
                            {' '}
                            (<ReportText>{setting}</ReportText>
                            {settingStanding === undefined ? null : `; ${t(`setting.${settingStanding}`)}`})
                          </>
                        )}{' '}
                        <Ref references={references} source={source} />
                      </span>
                    ))}
                </td>
              </tr>
            )),
            ...(row.advice.length === 0
              ? row.fits.length > 0
                ? []
                : [
                    <tr key={row.key}>
                      <th scope="row">
                        <Drug>{row.name}</Drug>
                      </th>
                      <td>
                        <SeverityMark severity={row.mark} />
                      </td>
                      <td>{t(`drugs.state.${row.state}`, { genes: missingNames(row.untested) })}</td>
                    </tr>,
                  ]
              : row.advice.map((advice, index) => (
                  <tr key={`${row.key}-${index}`}>
                    <th scope="row">
                      <Drug>{row.name}</Drug>
                    </th>
                    <td>
                      <SeverityMark severity={severityOf(advice)} /> {actionText(advice, t)}
                      {advice.dose === undefined ? null : (
                        <span className="because">
                          <ReportText>{advice.dose.text}</ReportText>
                        </span>
                      )}
                    </td>
                    <td>
                      <bdi>{phenotypesText(advice.genes, { t, word })}</bdi>
                      <span className="because">
                        <ReportText>{advice.text}</ReportText> <span className="muted">{t(`strength.${advice.strength}`)}</span>{' '}
                        {advice.completed === true ? <span className="muted">{t('advice.completed')} </span> : null}
                        <Ref references={references} source={advice.source} />
                      </span>
                      {advice.alternatives.length === 0 ? null : (
                        <span className="because">
                          {advice.alternatives
                            .map(
                              ({ name, ok, why }) =>
                                `${ok ? t('alternatives.ok') : t('alternatives.not')}: ${name}${why === undefined ? '' : ` (${why})`}`,
                            )
                            .join('; ')}
                        </span>
                      )}
                    </td>
                  </tr>
                ))),
          ])}
          <ApprovedRows report={report} references={references} />
        </tbody>
      </table>
    </>
  );
}

export function GeneTable({ report }: { report: PanelReport }) {
  const { t, word } = useLanguage();
  const rows = geneRows(report, { withPending: true });
  if (rows.length === 0) return <p>{noneText('genes', report, t)}</p>;
  return (
    <table className="document-table document-genes">
      <caption className="spoken">{t('doc.genes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('doc.gene')}</th>
          <th scope="col">{t('doc.state')}</th>
          <th scope="col">{t('doc.genotype')}</th>
          <th scope="col">{t('doc.phenotype')}</th>
          <th scope="col">{t('doc.result')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_ROWS).flatMap((row) =>
          (row.results.length === 0 ? [null] : row.results).map((result, index) => (
            <tr key={`${row.gene}-${index}`}>
              <th scope="row" className="gene">
                {row.gene}
              </th>
              <td>
                <ResultChip state={markOf(row)} /> {row.stale === null ? null : <ResultChip state="stale" />}{' '}
                {row.pending ? t('genes.on-its-way') : null}
              </td>
              <td>{result === null || result.diplotype === null ? '–' : <Genotype>{result.diplotype}</Genotype>}</td>
              <td>
                <bdi>{result?.phenotype ? word(result.phenotype) : '–'}</bdi>
                {result?.adjusted === undefined ? null : (
                  <span className="because">
                    {t('gene.behaves', { phenotype: word(result.adjusted.phenotype) })}{' '}
                    <ReportText>{result.adjusted.because.join('; ')}</ReportText>
                  </span>
                )}
              </td>
              <td>
                {(result?.evidence ?? []).slice(0, 4).map((item) => (
                  <span key={item.reference + item.issued} className="fact-line">
                    <EvidenceText item={item} />
                  </span>
                ))}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

export function Methods({ report }: { report: PanelReport }) {
  const { t, code } = useLanguage();
  return (
    <>
      <p>{t('doc.methods-text')}</p>
      <table className="document-table document-methods">
        <caption className="spoken">{t('foot.knowledge')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('doc.knowledge')}</th>
            <th scope="col">{t('doc.version')}</th>
            <th scope="col">{t('doc.date')}</th>
            <th scope="col">{t('doc.licence')}</th>
          </tr>
        </thead>
        <tbody>
          {report.knowledge.map(({ id, version, date, licence }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td>{version}</td>
              <td>{writeDate(date, code)}</td>
              <td>
                <bdi>{licence}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
