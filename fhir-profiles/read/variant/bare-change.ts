/**
 * Rows that are named by a change alone ("L858R", "exon 19 deletion") beneath a test of one tumour gene ("EGFR mutation analysis"): the test says the gene.
 * The form of pharmacogenes is `germline/bare-allele.ts`.
 */
import { pgxGene } from '../../codes/pgx/genes.ts';
import { wordings, type Concept, type Json } from '../elements.ts';

const ONE_GENE_TEST = /\b(?:mutations?|gene|PCR|sequencing|hotspots?|analysis|testing|status|genotyping|variants?)\b/i;
const PANEL = /\b(?:panel|profil\w*|NGS|next[- ]generation|comprehensive|exome|genome|multi-?gene)\b/i;
const SYMBOL = /(?<![A-Za-z0-9-])(?!(?:DNA|RNA|PCR|RT|FISH|CISH|ISH|IHC|NGS|FFPE|USA|LAB|CDx)\b)[A-Z][A-Z0-9]{2,7}(?![A-Za-z0-9-])/g;

const RESIDUE = '(?:[ACDEFGHIKLMNPQRSTVWY]|Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val)';
const CHANGE = new RegExp(
  String.raw`^(?:p\.\(?)?${RESIDUE}\d{1,4}(?:_${RESIDUE}\d{1,4})?(?:${RESIDUE}|\*|X|Ter|fs(?:\*\d*)?|del|dup|ins[A-Za-z]+|delins[A-Za-z]+)\)?(?: (?:mutation|variant))?$`,
);
const PLACE = /^(?:exon \d{1,2}(?: (?:deletions?|insertions?|mutations?|skipping))?|codons? \d{1,4}(?:(?:\/|, ?| and )\d{1,4})*)$/i;

/** The gene of a test of one tumour gene by its name; null for panels, tests of several genes and pharmacogenes. */
export function geneOfTumourTest(code: Concept): string | null {
  const words = wordings(code);
  if (words.some((text) => PANEL.test(text)) || !words.some((text) => ONE_GENE_TEST.test(text))) return null;
  const symbols = new Set(words.flatMap((text) => text.match(SYMBOL) ?? []));
  const [gene, ...others] = symbols;
  return gene === undefined || others.length > 0 || pgxGene(gene) !== null ? null : gene;
}

/** The code of a row with the gene in front of its name; null where the name is no change or place alone. */
export function underTumourGene(code: Concept, gene: string): Json | null {
  const words = wordings(code);
  const [own] = words;
  if (own === undefined || code.codings.some(({ system }) => /loinc|snomed/i.test(system))) return null;
  if (!words.every((text) => CHANGE.test(text.trim()) || PLACE.test(text.trim()))) return null;
  return { coding: [...code.codings], text: `${gene} ${own.trim()}` };
}
