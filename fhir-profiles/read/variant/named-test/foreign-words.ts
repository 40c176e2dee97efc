/** Words beside a change that nobody here knows: they may be "not found" in a language that nobody has listed. */
import { hasNegativeSign, isLeftOpen } from '../../../codes/doubt/index.ts';
import { classInEnglish } from '../../../codes/genomics/class-words.ts';
import type { GeneTable } from '../../../vocabulary.ts';
import { hasUnknownWord, NEGATED } from '../../germline/notation/spelling.ts';

/** Words of tumour reports that turn nothing round; what doubts ("possible", "polymorphism") is not among them. */
const KNOWN = new Set(
  (
    'activating sensitising sensitizing sensitive sensitivity tki tkis inhibitor inhibitors resistance resistant response responsive predictive acquired tier tiers level driver ' +
    'drivers hotspot hot spot oncogenic oncogene kinase domain domains codon codons fusion fusions rearrangement rearrangements rearranged translocation ' +
    'inversion amplification amplified deletion deletions insertion insertions duplication inframe frame skipping exons introns somatic germline ' +
    'hereditary inherited tumour tumor tumours tumors cancer carcinoma tissue plasma serum liquid biopsy cytology bone marrow ctdna cfdna ffpe fish ihc ' +
    'high-level focal cells cell reads read depth coverage frequency allelic clonal subclonal clone dominant major minor tandem internal repeat itd tkd promoter ' +
    'truncating truncation biallelic monoallelic partner breakpoint transcripts category group subtype new also same previous previously assay panel ' +
    'ratio length size and with via using based mut mutiert und et im von auf del cdna rna hgvs nomenclature lung colon colorectal breast melanoma thyroid ovarian ' +
    'sequenced nos hgnc ensembl clinvar cosmic dbsnp aa bp kb mb exome genome whole targeted hybrid capture amplicon next generation nextgen sanger ' +
    'digital droplet ddpcr pyrosequencing real time rt quantitative multiplex cobas idylla oncomine guardant foundation foundationone tempus caris ' +
    'archer msk impact illumina trusight initial baseline progression relapse relapsed diagnosis primary secondary metastatic metastasis recurrent ' +
    'recurrence locus consistent compatible confirmation total mean average mutational uncommon classical canonical concurrent compound ' +
    'reversion bzip revertant gof lof complex chromosomal arm band line lines code display name coding noncoding strand forward reverse'
  ).split(' '),
);
/** A name of a change, a reference sequence, a number. */
const NOTATION = /(?<!\S)\S*\d\S*|\b(?:EGFR)?vIII\b/gi;
const RESIDUES = /\b(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val|Ter)\b/g;

/** "L858R test" is the name of a test, "non-EML4-ALK fusion" another one. */
const ASKS = /\b(?:test|assay)\s*$|\bnon-(?=[A-Z][A-Z0-9])/i;

/** "? EGFR L858R", "EGFR L858R: N", "no longer detected": a doubt, or an answer behind the name of what was asked for. */
const ANSWERED_BEHIND = /^\s*\?|[:=]\s*(?:n|y|[-–—]+|0|\(-\))\s*$|\bno longer\b/i;

/** A word that is neither a gene nor known to say nothing of presence. */
export function hasForeignWord(text: string, genes: GeneTable): boolean {
  const english = classInEnglish(text);
  if (NEGATED.test(english) || isLeftOpen(text) || hasNegativeSign(text) || ASKS.test(text) || ANSWERED_BEHIND.test(text)) return true;
  const words = english.replace(NOTATION, ' ').replace(RESIDUES, ' ');
  return hasUnknownWord(words.replace(/[\p{L}-]{2,}/gu, (word) => (KNOWN.has(word.toLowerCase()) || isGene(word, genes) ? ' ' : word)));
}

/** Symbols are written in capitals; in small letters many of them are words. */
function isGene(word: string, genes: GeneTable): boolean {
  return word === word.toUpperCase() && word.split('-').every((part) => part === '' || genes.bySymbol(part) !== null);
}
