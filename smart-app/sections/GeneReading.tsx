/** How one gene result was read: phenotype, functions, rule, and what the medication of today makes of it. */
import type { Gene } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Cite, Genotype, ReportText } from '../parts/text.tsx';
import { phenotypeText } from '../view/phenotype.ts';

/** The genotype as reported, or why there is none to show. */
export function Reported({ result: { diplotype, state } }: { result: Gene }) {
  const { t } = useLanguage();
  if (diplotype !== null) return <Genotype>{diplotype}</Genotype>;
  return <span className="muted">{t(state === 'conflict' ? 'gene.disagree' : 'gene.no-diplotype')}</span>;
}

/** Genotype → phenotype, and what the current medication makes of it. */
export function GeneReading({ result }: { result: Gene }) {
  const { t, word } = useLanguage();
  return (
    <div className="reading">
      <p>
        <strong className="gene">{result.gene}</strong> {phenotypeText(result.phenotype, { t, word })}
        {result.activityScore === null ? null : <span className="muted"> · {t('gene.score', { score: result.activityScore })}</span>}
      </p>
      {result.functions === undefined || result.functions.length === 0 ? null : (
        <p className="muted">{t('gene.functions', { functions: result.functions.map(word).join(' + ') })}</p>
      )}
      {result.adjusted === undefined ? null : (
        <p className="converted">
          <strong>{t('gene.behaves', { phenotype: word(result.adjusted.phenotype) })}</strong>
          {result.adjusted.activityScore === null ? null : (
            <span className="muted"> · {t('gene.score', { score: result.adjusted.activityScore })}</span>
          )}
          {result.adjusted.because.map((reason) => (
            <span key={reason} className="because">
              <ReportText>{reason}</ReportText>
            </span>
          ))}
        </p>
      )}
      {result.rule === undefined ? null : (
        <p>
          <Genotype>{result.rule.text}</Genotype> <Cite source={result.rule.source} />
        </p>
      )}
      {result.notes?.map((note) => (
        <p key={note} className="note-line">
          <ReportText>{note}</ReportText>
        </p>
      ))}
    </div>
  );
}
