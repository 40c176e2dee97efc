/** The printed table of therapies: direction, tiers, what each rests on, and what the same drugs are said to do in the other direction. */
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Drug, Genotype, ReportText } from '../parts/text.tsx';
import { EffectMark, GivenBefore, oppositeText, Tiers } from '../sections/TherapyRow.tsx';
import { effectOrder, oppositesOf, therapyGroups } from '../view/therapy-groups.ts';
import { findingNames, isElsewhere } from '../view/tumour.ts';
import { Ref } from './Ref.tsx';
import { MOST_PER_STATEMENT, type References } from './references.ts';

/** Therapies on paper, resistance and the strongest evidence first; the rest is counted. */
const MOST_THERAPIES = 24;

export function TherapyTable({ report, references }: { report: PanelReport; references: References }) {
  const { t, count } = useLanguage();
  const rows = therapyGroups(report).filter(({ group }) => group !== 'refuted');
  const opposites = oppositesOf(rows);
  const order = effectOrder(rows);
  if (rows.length === 0) return <p>{t('tumour.no-therapies')}</p>;
  return (
    <>
      <table className="document-table">
        <caption className="spoken">{t('tumour.therapies')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('doc.therapy')}</th>
            <th scope="col">{t('doc.effect')}</th>
            <th scope="col">{t('doc.tier')}</th>
            <th scope="col">{t('doc.alteration')}</th>
          </tr>
        </thead>
        <tbody>
          {[...rows]
            .sort((a, b) => Number(isElsewhere(a)) - Number(isElsewhere(b)) || order.indexOf(a.group) - order.indexOf(b.group))
            .slice(0, MOST_THERAPIES)
            .map((row) => ({ ...row, opposite: opposites.get(row.key) ?? null }))
            .map(({ key, match, matches, title, opposite }) => (
              <tr key={key}>
                <th scope="row">
                  <Drug>{title}</Drug>
                </th>
                <td>
                  <EffectMark effect={match.effect} />
                </td>
                <td>
                  <Tiers match={match} />
                </td>
                <td>
                  <Genotype>{[...new Set(matches.flatMap((one) => findingNames(one, report)))].join(', ')}</Genotype>
                  <span className="because">
                    {t(`match.${match.tumourMatch}`)}
                    {match.resisted !== undefined
                      ? ` · ${t('therapy.resisted')}: ${match.resisted}`
                      : match.approved
                        ? ` · ${t('therapy.approved')}`
                        : ''}
                    {match.setting === undefined ? null : (
                      <>
                        {' · '}
                        <ReportText>{match.setting}</ReportText>
                        {match.settingStanding === undefined ? null : `; ${t(`setting.${match.settingStanding}`)}`}
                      </>
                    )}{' '}
                    {matches
                      .flatMap(({ sources }) => sources)
                      .slice(0, MOST_PER_STATEMENT)
                      .map((source, index) => (
                        <Ref key={`${source.label}-${index}`} references={references} source={source} />
                      ))}
                  </span>
                  <GivenBefore match={match} report={report} />
                  {opposite === null ? null : (
                    <span className="therapy-also fact-line">{t('therapy.also', { said: oppositeText(opposite, report, t) })}</span>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {rows.length > MOST_THERAPIES ? <p className="muted">{count('doc.more-therapies', rows.length - MOST_THERAPIES)}</p> : null}
    </>
  );
}
