/** The strip on top: whose data, of which day, and whether all of it could be read. */
import { useLanguage } from '../language/language.tsx';
import type { ReadReport } from '../data/panel-report.ts';
import { LookChoice } from '../look/LookChoice.tsx';
import { writeDate } from '../view/dates.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import type { PatientDetails } from './patient-details.ts';

interface Props {
  readonly patient: PatientDetails;
  readonly read: ReadReport | null;
  readonly loading: boolean;
  readonly gaps: number;
  /** In a narrow frame the room belongs to the patient's name: the language stands in the foot. */
  readonly wide: boolean;
  /** Leads to the list of what was not checked. */
  readonly onGaps: () => void;
}

/** What lies under the sticky strip has to know its height. */
function measureStrip(strip: HTMLElement | null): (() => void) | undefined {
  if (strip === null) return undefined;
  const observer = new ResizeObserver(() => document.documentElement.style.setProperty('--strip', `${strip.offsetHeight}px`));
  observer.observe(strip);
  return () => observer.disconnect();
}

export function ContextStrip({ patient, read, loading, gaps, wide, onGaps }: Props) {
  const { t, code, count, word } = useLanguage();
  const birthDate = patient.birthDate ?? read?.report.patient.birthDate;
  const status = loading ? t('strip.loading') : gaps === 0 ? t('strip.complete') : count('strip.gaps', gaps);
  return (
    <header className="strip" ref={measureStrip} aria-label={t('strip.patient')}>
      <p className="strip-patient">
        {patient.banner && patient.reading === true ? (
          <span>{t('strip.reading')}</span>
        ) : patient.banner ? (
          <>
            <bdi className="strip-name">{patient.name ?? t('strip.no-name')}</bdi>
            {/* Of a record that could not be read nothing is "not recorded". */}
            {birthDate === undefined && patient.name === undefined ? null : (
              <span>{birthDate === undefined ? t('strip.no-birth-date') : writeDate(birthDate, code)}</span>
            )}
            <span className="strip-more">{word(patient.sex ?? read?.report.patient.sex ?? '')}</span>
            <span className="strip-more">{patient.mrn ?? ''}</span>
          </>
        ) : (
          <>
            <bdi className="strip-name">{patient.initials ?? t('strip.patient')}</bdi>
            <span>{birthDate?.slice(0, 4) ?? ''}</span>
          </>
        )}
      </p>
      <p className="strip-state">
        {read === null || read.report.asOf === '' ? null : <span>{t('strip.as-of', { date: writeDate(read.report.asOf, code) })}</span>}
        <span className={loading ? 'status status-loading' : gaps === 0 ? 'status' : 'status status-gaps'} aria-live="polite">
          {loading || gaps === 0 ? (
            status
          ) : (
            <button type="button" className="link-button" onClick={onGaps}>
              {status}
            </button>
          )}
        </span>
      </p>
      {wide ? (
        <>
          <LookChoice />
          <LanguageChoice />
        </>
      ) : null}
    </header>
  );
}
