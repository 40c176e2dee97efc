/**
 * "Wild type" as the whole answer of a test of a whole gene ("TPMT genotype: Wild type"): neither copy has one of the alleles that were looked for, which
 * laboratories also write *1/*1. Under the name of one allele, one copy or one position it is said of that alone, and is read there.
 */
import type { GermlineCall } from '../../../facts.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { withoutGene } from './gene-in-text.ts';
import { genotypeInText } from './genotype-text.ts';
import { plainSpelling } from './spelling.ts';

const WILD_TYPE = /^(?:(?:homozygous )?wild[- ]?type(?: homozygous)?|wt)\.?$/i;
const WHOLE_TEST =
  /^[\s:.,()-]*(?:(?:gene|genotyp(?:e|es|ing)|diplotype|status|results?|tests?|testing|(?:targeted )?(?:mutation|variant|gene|DNA) analysis|full gene|sequencing|pharmacogenetics?)[\s:.,()-]*)*$/i;
/** Before CPIC *4 was NAT2's reference; the reference of G6PD and MT-RNR1 is one copy in men and in everybody. */
const OTHERWISE: readonly string[] = ['NAT2', 'G6PD', 'MT-RNR1'];

/** @param names of the test, every wording of it */
export function wildTypeOfGene(text: string, gene: string, names: readonly string[]): GermlineCall | null {
  if (!WILD_TYPE.test(plainSpelling(text)) || OTHERWISE.includes(gene) || names.length === 0) return null;
  if (!names.every((name) => WHOLE_TEST.test(withoutGene(name, gene)))) return null;
  const naming = pgxGene(gene)?.naming;
  if (naming !== 'star' && naming !== 'variant') return null;
  return genotypeInText(naming === 'star' ? '*1/*1' : 'Homozygous wild type', gene, { beside: '', glString: false, zygosity: null });
}
