/** The gene results on file by their state, below what matters now. */
import { useLanguage } from '../language/language.tsx';
import { ResultChip } from '../parts/marks.tsx';
import type { GeneStatus } from '../view/now.ts';
import type { Target } from '../view/target.ts';

/** Genes of one state that are named on screen, each with its result; paper names all. */
const MOST_NAMED = 2;

/** Of several alleles looked for, those found: "*57:01 positive, *58:01 negative" is a positive in a line this short. */
function foundOnly(phenotype: string): string {
  const found = phenotype.split(', ').filter((part) => part.endsWith(' positive'));
  return found.length === 0 ? phenotype : found.join(', ');
}

/** The states of all gene results in one line: what is tested and normal never looks like what is not tested. */
export function GeneStatusLine({ status, onWhy }: { status: readonly GeneStatus[]; onWhy: (target: Target) => void }) {
  const { t } = useLanguage();
  if (status.length === 0) return null;
  return (
    <ul className="now-status" aria-label={t('now.status')}>
      {status.map(({ state, genes, phenotypes, converted }) => (
        <li key={state}>
          <button type="button" onClick={() => onWhy({ view: 'genes', key: genes[0] ?? '' })}>
            <ResultChip state={state} /> {/* What is not normal is named: a reader must not have to open a list to learn which way. */}
            {genes.length <= MOST_NAMED ? null : (
              <span className="now-status-genes screen-only">{t('now.genes-many', { gene: genes[0] ?? '', n: genes.length - 1 })}</span>
            )}
            <span className={genes.length <= MOST_NAMED ? 'now-status-all' : 'now-status-all print-only'}>
              {state === 'variant' || state === 'unclassed' ? (
                genes.map((gene, index) => (
                  <span key={gene} className="now-status-genes">
                    {gene}
                    <NamedResult phenotype={phenotypes[index] ?? null} converted={converted.includes(gene)} />
                  </span>
                ))
              ) : (
                <span className="now-status-genes">{genes.join(', ')}</span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** "Poor Metabolizer", and that a drug makes it so: by genotype alone it would be read as inherited. */
function NamedResult({ phenotype, converted }: { phenotype: string | null; converted: boolean }) {
  const { t, word } = useLanguage();
  if (phenotype === null) return null;
  return (
    <bdi className="now-status-result">
      {word(foundOnly(phenotype))}
      {converted ? ` ${t('now.with-medication')}` : ''}
    </bdi>
  );
}
