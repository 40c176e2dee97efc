/** Earlier cancer treatment and why it ended: before any therapy is read, because each next line hangs on it. */
import { useMemo } from 'react';
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Drug, ReportText } from '../parts/text.tsx';
import { earlierCourses } from '../view/earlier.ts';
import { writeSpan } from '../view/past-days.ts';

const MOST = 40;
/** Records named per drug; a course given in cycles has dozens. */
const MOST_RECORDS = 3;

export function EarlierTreatment({ report }: { report: Pick<PanelReport, 'earlier' | 'taken'> }) {
  const { t, code } = useLanguage();
  const courses = useMemo(() => earlierCourses(report), [report]);
  if (courses.length === 0) return null;
  return (
    <section className="earlier" aria-labelledby="earlier-title">
      <h3 className="group-title" id="earlier-title">
        {t('earlier.title')} <span className="group-count">{courses.length}</span>
      </h3>
      <ul className="earlier-list">
        {courses.slice(0, MOST).map(({ course, days, against, said }) => (
          <li key={course.drug.name} className="earlier-course">
            <span className="row-line">
              <span className="earlier-drug">
                <Drug>{course.drug.name}</Drug>
              </span>
              {days === undefined ? null : <span className="muted">{writeSpan(days, t, code)}</span>}
            </span>
            <span className={against ? 'earlier-end earlier-against' : 'earlier-end'}>
              <ReportText limit={200}>{said}</ReportText>
              {course.evidence.slice(0, MOST_RECORDS).map(({ reference }) =>
                reference === '' ? null : (
                  <code key={reference} className="reference">
                    {reference}
                  </code>
                ),
              )}
            </span>
          </li>
        ))}
        {courses.length > MOST ? <li className="muted">{t('evidence.more', { n: courses.length - MOST })}</li> : null}
      </ul>
    </section>
  );
}
