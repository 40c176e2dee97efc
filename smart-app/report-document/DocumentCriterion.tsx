/** One criterion of a printed trial in one line: its verdict, its side, its words, and what the chart says. */
import type { Criterion } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { VerdictMark } from '../parts/marks.tsx';
import { ReportText } from '../parts/text.tsx';

export function DocumentCriterion({ criterion }: { criterion: Criterion }) {
  const { t } = useLanguage();
  return (
    <li className="document-criterion">
      <VerdictMark verdict={criterion.verdict} /> <strong>{t(`trials.kind.${criterion.kind}`)}</strong>{' '}
      <ReportText>{criterion.text}</ReportText>
      <span className="because">
        <ReportText>{criterion.because}</ReportText>
      </span>
    </li>
  );
}
