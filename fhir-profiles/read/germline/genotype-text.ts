/** One text and one gene → what the laboratory called. The kind of notation depends on how the gene's alleles are named. */
import type { GermlineCall, Haplotype } from '../../facts.ts';
import { pgxGene } from '../../codes/pgx-genes.ts';
import { withoutGene } from './gene-in-text.ts';
import { hlaCall } from './hla-alleles.ts';
import { namedAllele, namedAlleleCall, type Zygosity } from './named-alleles.ts';
import { nucleotideCall } from './nucleotides.ts';
import { starAlleleCall } from './star-alleles.ts';
import { plainSpelling } from './spelling.ts';

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
  if (naming === 'hla') return hlaCall(text, gene, context.glString);
  const bare = withoutGene(text, gene);
  if (context.oneAllele === true) {
    const lone = naming === 'variant' ? namedAllele(bare, gene) : loneBase(bare);
    if (lone !== null) return { kind: 'single-allele', haplotype: lone };
  }
  if (naming === 'variant') return namedAlleleCall(bare, gene, context.zygosity) ?? nucleotideCall(bare, gene, context.beside);
  const named = cpicPair(bare);
  if (named !== null) return named;
  if (naming === 'nucleotide') return nucleotideCall(bare, gene, context.beside) ?? starAlleleCall(bare, gene);
  return starAlleleCall(bare, gene) ?? nucleotideCall(bare, gene, context.beside);
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
