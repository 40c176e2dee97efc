/** One text and one gene → what the laboratory called. The kind of notation depends on how the gene's alleles are named. */
import type { GermlineCall, Haplotype } from '../../../facts.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { changeWithBases } from './change-with-bases.ts';
import { allelesInDoubt } from '../../../codes/doubt/index.ts';
import { withoutGene } from './gene-in-text.ts';
import { hlaCall } from './hla-alleles.ts';
import { answersNothing } from './hla-statements.ts';
import { namedAllele, namedAlleleCall } from './named-alleles.ts';
import type { Zygosity } from './zygosity.ts';
import { withHgvsNames } from './legacy-names.ts';
import { nucleotideCall, zygosityCall } from './nucleotides.ts';
import { starAlleleCall } from './star-alleles.ts';
import { plainSpelling } from './spelling.ts';
import { entryOf } from '../../../entry-of.ts';

export interface GenotypeContext {
  /** Names of the test, which may hold the rsID. */
  readonly beside: string;
  /** The value is known to be a GL String. */
  readonly glString: boolean;
  readonly zygosity: Zygosity | null;
  /** The value is one haplotype: a lone "Reference" is then this allele, and not half a sentence. */
  readonly oneAllele?: boolean;
}

export function genotypeInText(text: string, gene: string, context: GenotypeContext): GermlineCall | null {
  const naming = pgxGene(gene)?.naming;
  if (naming === 'hla') return answersNothing(text) ? null : hlaCall(text, gene, context.glString);
  if (allelesInDoubt(withoutGene(text, gene), gene)) return null;
  const spelled = withHgvsNames(withoutGene(withoutBeside(text).replace(FOUND_IN_COPIES, '$1 $2'), gene), gene);
  const bare = listedPair(gene === 'UGT1A1' ? repeatsAsStars(repeatCounts(spelled, context.beside)) : spelled, gene, context.beside);
  if (context.oneAllele === true) {
    const lone = naming === 'variant' ? namedAllele(bare, gene) : loneBase(bare);
    if (lone !== null) return { kind: 'single-allele', haplotype: lone };
  }
  if (naming === 'variant') {
    if (gene === 'MT-RNR1' && /\bNC_001807\b/.test(text)) return { kind: 'no-call', why: ON_NC_001807 };
    const counted = changeWithBases(bare, context.beside, null);
    const bases = counted ?? namedAlleleCall(bare, gene, context.zygosity) ?? nucleotideCall(bare, gene, context.beside);
    // Bases of a position that is not named say nothing of such a gene.
    return bases?.kind === 'nucleotides' && bases.rsId === null ? null : bases;
  }
  const named = cpicPair(bare);
  if (named !== null) return named;
  const byPosition = () => nucleotideCall(bare, gene, context.beside) ?? zygosityCall(bare, gene, context.beside);
  return naming === 'nucleotide' ? (byPosition() ?? starAlleleCall(bare, gene)) : (starAlleleCall(bare, gene) ?? byPosition());
}

/** Why a mitochondrial change is not read whose positions are those of another sequence than the one by which changes of MT-RNR1 are named. */
export const ON_NC_001807 =
  'it is counted on NC_001807 (chrM of hg19), whose positions are not those by which changes of this gene are named';

/** "Positive for *2 (heterozygous)": the allele with the number of its copies. */
const FOUND_IN_COPIES = /^\s*positive for\s+(\*\d{1,3}[A-Z]?)\s*[,(]?\s*((?:hetero|homo)zygous)\)?\s*$/i;

/** "*1/*1 (c.1905+1G>A, rs67376798 not detected)": the list says why the pair is what it is. Only changes by name, never the pair's own alleles. */
const NOT_FOUND_BESIDE =
  /(\*\d\w*\s?\/\s?\*\d\w*)\s*\((?:(?:c\.[-*]?\d[\w+\->=_]*|rs\d+)[\s,;]*(?:and )?)+(?:were |was )?not (?:detected|found|identified|present)\)/i;

/** "(tested: *2A, *13)", "(alleles tested for: …)": what was looked for, beside the result. */
const LOOKED_FOR =
  /[([](?:(?:alleles?|variants?|mutations?) )?(?:tested|analy[sz]ed|assayed|interrogated|screened|covered)(?: for)?:?\s[^()[\]]*[)\]]/gi;

/** "*1/*4, no duplication or deletion detected": nothing is taken from a pair that holds neither. */
const NO_OTHER_COPIES =
  /(?<![,;(\s])[,;(\s]+(?:no|without)\s+(?:gene )?(?:CNVs?|copy[- ]number (?:variations?|variants?|changes?|alterations?)|duplications?|deletions?)(?:(?:\s*,\s*|\s*\/\s*|\s+(?:or|and|nor)\s+)(?:gene )?(?:duplications?|deletions?|CNVs?))*(?:\s+(?:was |were )?(?:detected|found|identified|observed|present|noted))?\)?(?=[\s.;,)]|$)/i;

/** "wild-type (*1/*1)": the pair in brackets is the result, the words are its name. */
const WILD_TYPE_PAIR = /^\s*(?:homozygous )?wild[- ]?type\s*\((\*1[A-Z]?\s?\/\s?\*1[A-Z]?)\)\s*$/i;

function withoutBeside(text: string): string {
  const own = text.replace(NOT_FOUND_BESIDE, '$1').replace(LOOKED_FOR, ' ').replace(WILD_TYPE_PAIR, '$1');
  const rest = own.replace(NO_OTHER_COPIES, ' ');
  return rest !== own && /^[^*]*\*\d+[A-Z]?\s?\/\s?\*\d+[A-Z]?(?![\w*])/.test(rest) && !/\*5(?!\d)|x\s?[\dN]|dup/i.test(rest)
    ? rest.trim()
    : own;
}

/** CPIC's own allele names: "rs9923231 reference (C)/rs9923231 variant (T)". */
function cpicPair(text: string): GermlineCall | null {
  const found = [...plainSpelling(text).matchAll(/\b(rs\d+)\s+(?:reference|variant)\s*\(([ACGT])\)/gi)];
  const [one, two] = found;
  if (found.length !== 2 || one?.[1] === undefined || two === undefined || one[1] !== two[1]) return null;
  return { kind: 'nucleotides', rsId: one[1].toLowerCase(), bases: [one[2] ?? '', two[2] ?? ''] };
}

/** CPIC's name of one base, which only a haplotype result can hold alone: "rs2231142 variant (T)". */
function loneBase(text: string): Haplotype | null {
  const base = /^(rs\d+)\s+(reference|variant)\s*\(([ACGT])\)$/i.exec(plainSpelling(text));
  if (base === null) return null;
  const name = `${base[1]?.toLowerCase() ?? ''} ${base[2]?.toLowerCase() ?? ''} (${base[3] ?? ''})`;
  return { units: [{ allele: name, copies: { n: 1, atLeast: false } }] };
}

/**
 * Promoter repeats of UGT1A1 (rs3064744) in the laboratories' count: (TA)5 is *36, (TA)6 *1, (TA)7 *28, (TA)8 *37 (ClinVar RCV001093257;
 * a reference laboratory's test description, UGT1A1 genotyping). HGVS counts one more (TA[8] is *28), so that "TA[7]" and "TA(7)" are not read.
 */
const UGT1A1_REPEATS: Readonly<Record<string, string>> = { '5': '*36', '6': '*1', '7': '*28', '8': '*37' };

/**
 * Bare counts of a repeat test: "7/7", "TA 6/7", "(TA)6/7". Only 5 to 7: with an 8 the pair may be counted the HGVS way, one higher.
 */
function repeatCounts(text: string, beside: string): string {
  const within = /^\s*(?:homozygous|heterozygous)\s*[,:]?\s*\(([^()]*)\)\s*$/i.exec(text)?.[1] ?? text;
  const counts = /^\s*(\(?TA\)?\s*)?([5-7])\s*[/|]\s*([5-7])(\s*\(?TA\)?(?:\s*repeats?)?)?\s*$/i.exec(within);
  if (counts === null || /[cgnp]\.|\[/.test(beside)) return text;
  const about = counts[1] !== undefined || counts[4] !== undefined || /\bTA(?:\b|n\b)|TATA/.test(beside);
  return about ? `TA${counts[2] ?? ''}/TA${counts[3] ?? ''}` : text;
}

/** Names under which alleles are listed that were looked for or found, which need not be the two copies. */
const LIST_OF_ALLELES =
  /\b(?:variants?|mutations?|tested|detected|found|identified|analy[sz]ed|examined|covered|included|interrogated|screened|assay|panel|positive|present)\b/i;

/**
 * "*2, *2", "*2 *2": nothing but two alleles, which are the pair. Not under a name that lists alleles, and not TPMT *3B with *3C, whose two changes
 * found together are as a rule one *3A.
 */
function listedPair(text: string, gene: string, beside: string): string {
  const pair = /^\s*(\*\d{1,3}[A-Z]?)\s*(?:[,;&]|\band\b|(?=\*))\s*(\*\d{1,3}[A-Z]?)\s*$/i.exec(
    text.replace(/^\s*(?:two|2) copies of (\*\d{1,3}[A-Z]?)\s*$/i, '$1,$1'),
  );
  if (pair === null || LIST_OF_ALLELES.test(beside)) return text;
  const [, one = '', two = ''] = pair;
  if (gene === 'TPMT' && [one, two].toSorted().join() === '*3B,*3C') return text;
  return `${one}/${two}`;
}

function repeatsAsStars(text: string): string {
  const star = (written: string, count: string) => entryOf(UGT1A1_REPEATS, count) ?? written;
  return text
    .replace(/(?:\bA)?\(TA\)([5-8])(?:TAA\b)?/g, star)
    .replace(/\bTA([5-8])\b/g, star)
    .replace(/\b([5-8])\s?TA\b/g, star);
}
