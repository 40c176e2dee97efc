/** A gene that would matter for a drug of today and has no result: why, and the test to order. */
import type { Untested } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { ResultChip } from '../parts/marks.tsx';
import { Cite, ReportText } from '../parts/text.tsx';

export function UntestedDetail({ missing }: { missing: Untested }) {
  const { t } = useLanguage();
  return (
    <section className="untested">
      <p>
        <strong className="gene">{missing.gene}</strong> <ResultChip state="not-tested" />
      </p>
      <p>
        {missing.text === undefined ? (
          t('untested.text', { gene: missing.gene, drug: missing.drug.name })
        ) : (
          <ReportText>{missing.text}</ReportText>
        )}
      </p>
      <p className="muted">
        {t('untested.test')} <bdi>{missing.test.display || missing.test.code}</bdi>{' '}
        {missing.test.code === '' ? null : <code>{missing.test.code}</code>}
      </p>
      <p>
        <Cite source={missing.source} />
      </p>
    </section>
  );
}
