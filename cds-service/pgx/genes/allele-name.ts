/** From an allele name as laboratories write it to the name that the knowledge uses. */
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Names that PharmVar or CPIC changed; the old name is still on reports and in the outside calls of genotype callers. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SLCO1B1: { '*1A': '*1', '*1B': '*37' },
  G6PD: { 'B (WILDTYPE)': 'B (reference)', 'B (WILD TYPE)': 'B (reference)' },
};

/**
 * The knowledge's name of an allele, or null when the knowledge does not have it (never taken for wild type).
 * Sub-alleles (`*4.001`, `*2A`) lead to their core allele unless they are alleles of their own (TPMT*3A).
 */
export function knownAllele(gene: PgxGene, written: string): string | null {
  const name = written
    .trim()
    .replace(new RegExp(`^${gene.symbol.replace('-', '\\-')}[ _:-]?(?=[*cmr])`, 'i'), '')
    .replace(/^\*\s+/, '*');
  if (entryOf(gene.alleles, name) !== undefined) return name;
  const old = entryOf(entryOf(renamed, gene.symbol), name.toUpperCase());
  if (old !== undefined && entryOf(gene.alleles, old) !== undefined) return old;
  if (reference.test(name) && gene.alleles['Reference'] !== undefined) return 'Reference';
  const byAlias = aliases(gene).get(aliasKey(name));
  if (byAlias !== undefined) return byAlias;
  const core = /^(\*\d+)(?:\.\d+|[A-Z]{1,2}\d?)$/i.exec(name)?.[1];
  if (core !== undefined && entryOf(gene.alleles, core) !== undefined) return core;
  return null;
}

/** Old and plain names of the reference sequence in genes whose alleles are named by variant (DPYD*1). */
const reference = /^(?:\*1|reference|ref|wild[- ]?type|wt|normal|=)$/i;

const aliasTables = new WeakMap<PgxGene, Map<string, string>>();

/** Every other way of writing an allele: names the knowledge lists, parts of "c.1905+1G>A (*2A)", rsIDs of single-variant alleles. */
function aliases(gene: PgxGene): Map<string, string> {
  const made = aliasTables.get(gene);
  if (made !== undefined) return made;
  const table = new Map<string, string>();
  const put = (alias: string, allele: string): void => {
    const key = aliasKey(alias);
    if (key !== '' && !table.has(key)) table.set(key, allele);
  };
  for (const [allele, facts] of Object.entries(gene.alleles)) {
    put(allele, allele);
    for (const alias of facts.names ?? []) put(alias, allele);
    const parts = /^(c\.[^ ,]+)(?:, c\.[^ ]+)? \(([^)]+)\)$/.exec(allele);
    if (parts) {
      if (!allele.includes(',')) put(parts[1] ?? '', allele);
      put(parts[2] ?? '', allele);
    }
  }
  aliasTables.set(gene, table);
  return table;
}

/** Letters, digits and the marks that tell alleles apart; dashes of every kind are one, blanks and case do not count. */
function aliasKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/^(?!NC_001807)N[MCGR]_[\d.]+(?:\([^)]*\))?:/i, '')
    .replace(/\s+/g, '')
    .toLowerCase();
}
