/** Phenotypes in the reader's language. */
import type { Language } from '../language/language.tsx';

type Words = Pick<Language, 't' | 'word'>;

/** "Poor Metabolizer", or that it is not known: never empty, which could be read as normal. */
export function phenotypeText(phenotype: string | null | undefined, { t, word }: Words): string {
  return phenotype === null || phenotype === undefined ? t('phenotype.none') : word(phenotype);
}

/** "CYP2C19 Poor Metabolizer · CYP2D6 phenotype not known". */
export function phenotypesText(genes: readonly { readonly gene: string; readonly phenotype: string | null }[], words: Words): string {
  return genes.map(({ gene, phenotype }) => `${gene} ${phenotypeText(phenotype, words)}`).join(' · ');
}
