/** How the names of tests are written: gene and change run together, the method behind a hyphen, products and words of the trade around the gene. */
import { withoutProduct } from '../../../codes/sequencing-products.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { GeneTable } from '../../../vocabulary.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';
import { namesShare } from './share-of-change.ts';
import { symbolsNamed } from '../result/variant-genes.ts';

/** "ALK-FISH", "ROS1-IHC", "KRAS-PCR": the method behind the hyphen is no part of the gene's name. */
export const GENE_AND_METHOD =
  /(?<![A-Za-z0-9-])([A-Z][A-Z0-9]{2,7})[-–](?=(?:FISH|C?ISH|IHC|PCR|NGS|break-?apart|mutation\w*|fusion\w*|rearrang\w*|translo[ck]ation\w*|amplifi[ck]ation\w*|status|test\w*|analy[sz]e\w*|gen(?:e|test)?|sequenz\w*|nachweis|befund|diagnostik|variant\w*|bestimmung|untersuchung|ergebnis|mutatie\w*)\b)/gi;

/** "EGFR_L858R_VAF", "KRAS:G12C", "EGFR-L858R", "BRAF (V600E)", "Biomarker: BRAF V600E": the gene and the change in words. */
export const partedByBlanks = (name: string): string =>
  name.length > 200
    ? name
    : name
        .replace(HEADING, '')
        .replace(BESIDE_CHANGE, '$1 ')
        .replace(CHANGE_IN_BRACKETS, '$1 $2')
        .replace(/(?<=[A-Z]\d{2,4}[A-Z*])_(?=[A-Za-z])/g, ' ');
const HEADING = /^(?:biomarkers?|tumou?r markers?|markers?|mutations?|genes?)\s*[:–]\s*(?=[A-Z])/i;
const BESIDE_CHANGE = /(?<![A-Za-z0-9-])(?!HLA)([A-Z][A-Z0-9]{2,7})\s?[_:|./–-]\s?(?=(?:p\.)?[A-Z]\d{2,4}[A-Z*](?![A-Za-z0-9]))/g;
const CHANGE_IN_BRACKETS = /(?<![A-Za-z0-9-])([A-Z][A-Z0-9]{2,7})\s?\((?:p\.)?([A-Z]\d{2,4}[A-Z*])\)/g;

export const inPlainWords = (text: string): string =>
  text.replace(BRCA_OF, (_, of: string) => (of === 'g' ? 'germline BRCA' : of === 's' ? 'somatic BRCA' : 'tissue BRCA'));

/** "gBRCA", "sBRCA"; "tBRCA" is found in the tumour, which may have inherited it. */
const BRCA_OF = /(?<![A-Za-z])([gst])(?=BRCA)BRCA/g;

/** "EGFRvIII", "FLT3-ITD", "METex14": the gene stands before what is attached to it. */
export function genesNamed(text: string, genes: GeneTable): readonly string[] {
  const parted = text
    .replace(/\bEGFR\s?v(?:III|3)\b/gi, 'EGFR')
    .replace(/\b([A-Z][A-Z0-9]{2,7})[-_ ](ITD|TKD)\b/g, '$1 $2')
    .replace(/\bMET\s?ex(?:on)?\s?14\b/gi, 'MET exon 14');
  return symbolsNamed(parted, genes);
}
/** The transcript of BCR::ABL1 that a test looks for: p210 (e13a2, e14a2), p190 (e1a2) or p230 (e19a2). A test that names more than one looks for either. */
export function transcriptOfBcr(text: string): string | null {
  const named = TRANSCRIPTS.filter(([words]) => words.test(text)).map(([, name]) => name);
  return named.length === 1 ? (named[0] ?? null) : null;
}
const TRANSCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\bp\.?210\b|\be1[34]a2\b|\bb[23]a2\b|\bmajor\b|\bM-?bcr\b/, 'p210'],
  [/\bp\.?190\b|\be1a2\b|\bminor\b|\bm-?bcr\b/, 'p190'],
  [/\bp\.?230\b|\be19a2\b/, 'p230'],
];
/** "BCR-ABL1 p210" and "BCR-ABL" are spoken of as fusions wherever they stand. */
export function spoken(text: string): string {
  return /\b(?:BCR|PML|EML4|CD74|KIF5B|ETV6|EWSR1|TPM3|NPM1?|CBFB|RUNX1)\s?(?:[-/–]|::)\s?[A-Z]/.test(text)
    ? `${text.replace(/\bABL\b/g, 'ABL1')} fusion`
    : text;
}

/** Nothing but a gene's symbol and words of the trade, answered in words: numbers under so short a name are other tests. */
export function isBareGene(words: readonly string[], gene: string, view: ObservationView, { vocabulary }: Chart): boolean {
  // Pharmacogenes by their bare name are genotypes.
  const spokenOf = view.value?.kind === 'text' || view.value?.kind === 'concept';
  if ((!spokenOf && !namesShare(wordings(view.code))) || pgxGene(gene) !== null) return false;
  const symbol = new RegExp(`(?<![A-Za-z0-9])${gene}(?![A-Za-z0-9])`, 'g');
  const own = words.map(withoutProduct);
  if (own.some((text) => /\d/.test(text) && vocabulary.genes.byName(text.replace(TRADE_WORDS, ' ').trim()) === gene)) return true;
  return own.some((text) => symbol.test(text) && /^[\s()[\],:;/.-]*$/.test(text.replace(symbol, ' ').replace(TRADE_WORDS, ' ')));
}

const TRADE_WORDS =
  /\b(?:gene?|genes|status|statut|estado|stato|testung|sequenzierung|nachweis|befund|diagnostik|bestimmung|untersuchung|ergebnis|analyse|varianten?|tested|biomarker|final|analysis|assay|test|testing|results?|screen(?:ing)?|genotype|genotyping|molecular|somatic|germ-?line|hereditary|tumou?r|tissue|ctDNA|cfDNA|DNA|RNA|NGS|panel|plasma|blood|liquid biopsy|in|by|of|from|seq|exome|d[eui]|del|do|da|von|van|het|des)\b/gi;
