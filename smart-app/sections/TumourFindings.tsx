/** What comes before the therapies: how ordered cancer drugs fit, what has newly appeared, what is inherited. */
import type { Fit, PanelReport, TumourNote } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { SeverityMark } from '../parts/marks.tsx';
import { Notice } from '../parts/Notice.tsx';
import { EvidenceList, ReportText } from '../parts/text.tsx';
import type { References } from '../report-document/references.ts';
import { writeDate } from '../view/dates.ts';
import type { DrugRow } from '../view/drug-rows.ts';
import { fitsInOrder, noFindingAsked, variantTitle } from '../view/tumour.ts';
import { FitLine } from './FitLine.tsx';
import { Sources } from './Sources.tsx';

interface Props {
  readonly report: PanelReport;
  /** On the page for print nothing is decided, and sources stand as numbers. */
  readonly references?: References;
}

export function TumourFindings({ report, references }: Props) {
  const { t } = useLanguage();
  const fits = fitsInOrder(report.fits);
  const silent = fits.filter(noFindingAsked);
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
            {(silent.length > 1 ? fits.filter((fit) => !silent.includes(fit)) : fits).slice(0, 60).map((fit, index) => (
              <FitLine
                key={`${fit.order}-${fit.drug.name}-${index}`}
                fit={fit}
                records={recordsOf(fit, report)}
                {...(references === undefined ? {} : { references })}
              />
            ))}
            {silent.length > 1 ? <SilentOrders fits={silent} /> : null}
          </ul>
        </section>
      )}
    </>
  );
}

/** The order or the entry of the medication list that a fit is of. */
function recordsOf({ order }: Fit, { orders, taken }: PanelReport): Pick<DrugRow, 'orders' | 'taken'> {
  return {
    orders: orders.filter(({ reference }) => reference === order),
    taken: taken.filter(({ references: known }) => known.includes(order)),
  };
}

function FindingNotice({ note, references }: { note: TumourNote; references?: References }) {
  const { t, code } = useLanguage();
  // Drugs that the sentence names are not named again.
  const unnamed = note.therapies.filter((name) => !note.text.toLowerCase().includes(name.toLowerCase()));
  const since = note.since === undefined ? t('tumour.emerging-undated') : t('tumour.emerging', { date: writeDate(note.since, code) });
  return (
    <Notice
      tone={note.kind === 'emerging' ? 'caution' : 'note'}
      title={`${variantTitle(note)} · ${note.kind === 'emerging' ? since : t('tumour.germline')}`}
    >
      <p>
        <ReportText>{note.text}</ReportText>
      </p>
      {unnamed.length === 0 ? null : <p>{t('tumour.affects', { therapies: unnamed.join(', ') })}</p>}
      <Sources sources={note.sources} references={references} />
      {note.evidence.length === 0 ? null : <EvidenceList evidence={note.evidence} />}
    </Notice>
  );
}

/** Orders of which nothing is asked: one line for all of them, so that those that matter are not lost between. */
function SilentOrders({ fits }: { fits: readonly Fit[] }) {
  const { t } = useLanguage();
  return (
    <li className="fit-line">
      <p>
        <SeverityMark severity="note" /> {t('fit.none-asked', { drugs: fits.map(({ drug }) => drug.name).join(', ') })}
      </p>
    </li>
  );
}
