/** What a board has to see on the first page: resistance that has appeared, and what is approved for a finding of this tumour. */
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { SeverityMark } from '../parts/marks.tsx';
import { Drug, Genotype, ReportText } from '../parts/text.tsx';
import { Tiers } from '../sections/TherapyRow.tsx';
import { writeDate } from '../view/dates.ts';
import { approvedHere } from '../view/therapy-groups.ts';
import { findingNames, variantTitle } from '../view/tumour.ts';
import { Ref } from './Ref.tsx';
import { MOST_PER_STATEMENT, type References } from './references.ts';

/** Choices on the first page; all therapies stand in the table of part 3. */
const MOST_APPROVED = 6;

interface Props {
  readonly report: PanelReport;
  readonly references: References;
}

export function EmergingRows({ report, references }: Props) {
  const { t, code } = useLanguage();
  return report.tumourNotes
    .filter(({ kind }) => kind === 'emerging')
    .map((note, index) => (
      <tr key={`${note.gene}-${note.name}-${index}`}>
        <th scope="row">
          <bdi>{variantTitle(note)}</bdi>
        </th>
        <td>
          <SeverityMark severity="caution" />{' '}
          {note.since === undefined ? t('tumour.emerging-undated') : t('tumour.emerging', { date: writeDate(note.since, code) })}
        </td>
        <td>
          <ReportText>{note.text}</ReportText>{' '}
          {note.sources.slice(0, MOST_PER_STATEMENT).map((source, at) => (
            <Ref key={`${source.label}-${at}`} references={references} source={source} />
          ))}
        </td>
      </tr>
    ));
}

export function ApprovedRows({ report, references }: Props) {
  const { t, count } = useLanguage();
  const approved = approvedHere(report);
  if (approved.length === 0) return null;
  const more = approved.length - MOST_APPROVED;
  return (
    <>
      <tr>
        <th scope="colgroup" colSpan={3} className="document-apart">
          {t('doc.approved')} <span className="muted">{t('doc.approved-hint')}</span>
        </th>
      </tr>
      {approved.slice(0, MOST_APPROVED).map(({ key, title, match, matches }) => (
        <tr key={key}>
          <th scope="row">
            <Drug>{title}</Drug>
          </th>
          <td>
            <Tiers match={match} />
          </td>
          <td>
            <Genotype>{[...new Set(matches.flatMap((one) => findingNames(one, report)))].join(', ')}</Genotype>
            {match.setting === undefined ? null : (
              <span className="because">
                <ReportText>{match.setting}</ReportText>
                {match.settingStanding === undefined ? null : `; ${t(`setting.${match.settingStanding}`)}`}
              </span>
            )}{' '}
            {match.sources.slice(0, MOST_PER_STATEMENT).map((source, at) => (
              <Ref key={`${source.label}-${at}`} references={references} source={source} />
            ))}
          </td>
        </tr>
      ))}
      {more > 0 ? (
        <tr>
          <td colSpan={3} className="muted">
            {count('doc.more-approved', more)}
          </td>
        </tr>
      ) : null}
    </>
  );
}
