/**
 * The keys by which the Dutch guideline (DPWG) asks for a gene, which differ from CPIC's phenotypes.
 * Source: DPWG genotype tables as packaged in PharmCAT (2023-07-12), read gene by gene.
 */
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import type { Reading } from './reading.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Genotypes that have their own rows; they go before the phenotype. */
const ownRows: Readonly<Record<string, readonly string[]>> = {
  CYP2C9: ['*1/*2', '*1/*3', '*2/*2', '*2/*3', '*3/*3'],
  UGT1A1: ['*1/*28', '*28/*28', '*1/*80+*28', '*80+*28/*80+*28'],
};
/** Genes that DPWG groups by the number of reduced alleles. */
const counted = new Set(['CYP2C19', 'CYP2C9', 'CYP2B6', 'CYP3A4', 'CYP3A5', 'TPMT', 'NUDT15', 'UGT1A1']);

export function dpwgKeys(reading: Reading, gene: PgxGene): string[] {
  if (gene.method === 'allele-presence') return [...(reading.alleleStatus ?? [])];
  if (reading.openKeys !== undefined) return [...reading.openKeys];
  if (reading.state !== 'called') return [];
  if (gene.symbol === 'DPYD') return dpyd(reading);
  const genotype = reading.genotype?.replaceAll(' + ', '+');
  if (genotype !== undefined && entryOf(ownRows, gene.symbol)?.includes(genotype) === true) return [genotype];
  if (counted.has(gene.symbol)) {
    const phenotype = byReducedAlleles(gene, reading);
    return phenotype === null ? [] : [phenotype];
  }
  return [reading.activityScore, reading.phenotype, reading.genotype].filter((key): key is string => key !== null && key !== undefined);
}

function byReducedAlleles(gene: PgxGene, reading: Reading): string | null {
  const functions = reading.functions;
  if (functions === undefined) return translated(gene, reading.phenotype);
  if (functions.length !== 2 || functions.some((word) => /uncertain|unknown/i.test(word) || word === '')) return null;
  const reduced = functions.filter((word) => /^(?:no|decreased) function/i.test(word)).length;
  const increased = functions.filter((word) => /^increased function/i.test(word)).length;
  if (increased > 0 && gene.symbol === 'CYP2B6') return null;
  if (gene.symbol === 'CYP2C19' && increased === 2) return 'Ultrarapid Metabolizer';
  return reduced === 0 ? 'Normal Metabolizer' : reduced === 1 ? 'Intermediate Metabolizer' : 'Poor Metabolizer';
}

/** A phenotype stated alone: CPIC's finer words become the Dutch ones. */
function translated(gene: PgxGene, phenotype: string | null): string | null {
  if (phenotype === null) return null;
  const plain = phenotype.replace(/^(?:Likely|Possible) /, '');
  if (plain === 'Rapid Metabolizer') return gene.symbol === 'CYP2C19' ? 'Normal Metabolizer' : null;
  return plain;
}

/** Two reduced alleles ask for the enzyme test before dosing: "(Phenotyping)". */
function dpyd(reading: Reading): string[] {
  const score = reading.activityScore;
  if (score === null) return [];
  const bothReduced = reading.functions?.every((word) => !/^normal/i.test(word)) === true;
  if (score === '0.5' || (score === '1.0' && bothReduced)) return [`${score} (Phenotyping)`];
  return [score];
}
