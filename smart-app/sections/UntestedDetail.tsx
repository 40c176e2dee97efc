/** A gene that would matter for a drug of today and has no result: why, and the test to order. */
import type { Untested } from '../data/panel-report.ts';
import { testWords } from '../act/orders.ts';
import { useLanguage } from '../language/language.tsx';
import { ResultChip } from '../parts/marks.tsx';
import { Cite, ReportText } from '../parts/text.tsx';
import { missingNames } from '../view/drug-rows.ts';

export function UntestedDetail({ missing, pending }: { missing: Untested; pending: boolean }) {
  const { t } = useLanguage();
  return (
    <section className="untested">
      <p>
        <strong className="gene">{missingNames([missing])}</strong>{' '}
        <ResultChip state={missing.measured !== undefined ? 'unreadable' : pending ? 'pending' : 'not-tested'} />
      </p>
      {pending ? <p className="note-line">{t('genes.pending')}</p> : null}
      {missing.text !== undefined ? (
        <p>
          <ReportText>{missing.text}</ReportText>
        </p>
      ) : pending ? null : (
        <p>{t('untested.text', { gene: missingNames([missing]), drug: missing.drug.name })}</p>
      )}
      {missing.requirement === undefined || missing.requirement === 'unrecognised' ? null : <p>{t(`untested.${missing.requirement}`)}</p>}
      {missing.populationKnown === false ? <p>{t('untested.population-unknown')}</p> : null}
      <p className="muted">
        {t('untested.test')} <bdi>{testWords(missingNames([missing]), missing.test)}</bdi>{' '}
        {missing.test.code === '' ? null : <code>{missing.test.code}</code>}
      </p>
      <p>
        <Cite source={missing.source} />
      </p>
    </section>
  );
}
