/** Genes from the tables: alleles with function and activity, phenotype rules, scores, and the positions that define alleles. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PgxAllele, PgxGene, PgxPosition, PhenotypeRule } from '../../pgx/types.ts';
import { geneFacts } from './gene-facts.ts';
import { list, readOptionalTsv, readTsv, type TsvRow } from './tsv.ts';

/** Names that one more way of writing gives an allele; rsIDs and parts of listed names are found without this. */
const furtherNames: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  DPYD: {
    'c.1905+1G>A (*2A)': ['IVS14+1G>A', 'IVS14+1 G>A', 'rs3918290'],
    'c.1679T>G (*13)': ['I560S', 'rs55886062'],
    'c.2846A>T': ['D949V', 'rs67376798'],
    // CPIC keeps HapB3 for results of the tag variant alone (allele definition update of 2024-01).
    'c.1129-5923C>G, c.1236G>A (HapB3)': ['HapB3', 'c.1236G>A', 'rs56038477', 'E412E'],
    'c.1129-5923C>G': ['rs75017182'],
  },
  CFTR: { 'ivacaftor non-responsive CFTR sequence': ['F508del', 'p.Phe508del', 'c.1521_1523delCTT', 'c.1521_1523del', 'rs113993960'] },
  // NUDT15*2 is a sub-allele of *3 since 2026-01 (CPIC change log).
  NUDT15: { '*3': ['*2'] },
  // Coding names of frequent alleles, as two or more public variant tables give them beside the rsID of the allele definition (2026-11).
  G6PD: {
    'B (reference)': ['B', 'Reference'],
    'A- 202A_376G': ['A-', 'A-202A/376G'],
    'Mediterranean, Dallas, Panama, Sassari, Cagliari, Birmingham': ['c.563C>T', 'p.Ser188Phe', 'S188F', 'rs5030868'],
    'Canton, Taiwan-Hakka, Gifu-like, Agrigento-like': ['c.1376G>T', 'p.Arg459Leu', 'R459L'],
    'Kaiping, Anant, Dhon, Sapporo-like, Wosera': ['c.1388G>A', 'p.Arg463His', 'R463H'],
    'Viangchan, Jammu': ['c.871G>A', 'p.Val291Met', 'V291M'],
    Mahidol: ['c.487G>A', 'p.Gly163Ser', 'G163S'],
  },
};

export function importGenes(dir: string): Record<string, PgxGene> {
  const alleles = readTsv(dir, 'alleles.tsv');
  const rules = readTsv(dir, 'phenotype_rules.tsv');
  const scores = readOptionalTsv(dir, 'activity_score_to_phenotype.tsv');
  const vocabulary = readOptionalTsv(dir, 'vocabulary.tsv');
  const definitions = readDefinitions(join(dir, 'allele_definitions'));
  const genes: Record<string, PgxGene> = {};
  for (const [symbol, facts] of Object.entries(geneFacts)) {
    const of = (rows: TsvRow[], column: string): TsvRow[] => rows.filter((row) => row(column) === symbol);
    const words = of(vocabulary, 'Gene')[0];
    const known = importAlleles(of(alleles, 'gene'), list(words?.('Named Alleles') ?? ''), furtherNames[symbol] ?? {});
    const definition = definitions.get(symbol);
    const phenotypeRules = of(rules, 'gene').map(importRule);
    genes[symbol] = {
      symbol,
      hgnc: facts.hgnc,
      method: facts.method,
      ...(facts.ploidy === undefined ? {} : { ploidy: facts.ploidy }),
      alleles: known,
      rules: phenotypeRules,
      ...(of(scores, 'gene').length === 0 ? {} : { scores: importScores(of(scores, 'gene')) }),
      phenotypes: [...new Set([...list(words?.('CPIC Phenotypes') ?? ''), ...phenotypeRules.map((rule) => rule.phenotype)])].sort(),
      ...(definition === undefined ? {} : { positions: importPositions(definition) }),
      ...(facts.test === undefined ? {} : { test: facts.test }),
    };
  }
  return genes;
}

/** Alleles of the function table; names that only the vocabulary has are kept with their function unknown. */
function importAlleles(rows: TsvRow[], named: string[], further: Readonly<Record<string, readonly string[]>>): Record<string, PgxAllele> {
  const alleles: Record<string, PgxAllele> = {};
  for (const row of rows) {
    const value = row('activityValue');
    const figure = Number(value.replace('≥', ''));
    alleles[row('allele')] = {
      function: row('function').startsWith('not in the function table') ? '' : row('function'),
      ...(value === '' || Number.isNaN(figure) ? {} : { activity: figure }),
      ...(value.startsWith('≥') ? { activityAtLeast: true } : {}),
      asOf: row('asOf'),
      ...names(row('allele'), further),
    };
  }
  const otherNames = new Set(Object.values(further).flat());
  // A sub-allele (SLCO1B1*45.001) has the function of its core allele.
  const core = (name: string): PgxAllele | undefined => alleles[name.replace(/\.\d{3}$/, '')];
  for (const name of named.filter((one) => !otherNames.has(one) && core(one) === undefined)) {
    if (name.startsWith('*') || name.includes('rs')) alleles[name] ??= { function: '', asOf: '2025-11-05' };
  }
  return alleles;
}

/** 'Canton, Taiwan-Hakka, …' lists synonyms; each is a name of its own. */
function names(allele: string, further: Readonly<Record<string, readonly string[]>>): { names?: readonly string[] } {
  const synonyms = /^[A-Z][^,>]*(?:, ?[A-Z][^,>]*)+$/.test(allele) && !allele.includes('c.') ? list(allele, ',') : [];
  const all = [...(further[allele] ?? []), ...synonyms];
  return all.length === 0 ? {} : { names: all };
}

function importRule(row: TsvRow): PhenotypeRule {
  const scores = list(row('activityScores'), ' ');
  const second = row('function2');
  return {
    functions: second.startsWith('(') ? [row('function1')] : [row('function1'), second],
    phenotype: row('phenotype'),
    ...(scores.length === 0 ? {} : { scores }),
  };
}

function importScores(rows: TsvRow[]): Record<string, string> {
  return Object.fromEntries(rows.flatMap((row) => list(row('scores'), ' ').map((score) => [score, row('phenotype')])));
}

interface Definition {
  readonly gene: string;
  readonly variants: readonly {
    readonly pos: number;
    readonly rsid: string | null;
    readonly hgvs: string;
    readonly ref: string;
    readonly alts: readonly string[];
  }[];
  readonly alleles: readonly { readonly name: string; readonly reference?: boolean; readonly defining: Readonly<Record<string, string>> }[];
}

function readDefinitions(dir: string): Map<string, Definition> {
  if (!existsSync(dir)) return new Map();
  const files = readdirSync(dir).filter((name) => name.endsWith('.json'));
  const definitions = files.map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8')) as Definition);
  return new Map(definitions.map((definition) => [definition.gene, definition]));
}

/** IUPAC codes of the definitions: a position where the allele may have either base. */
const wobble = /^[RYSWKMBDHVN]$/;

function importPositions(definition: Definition): PgxPosition[] {
  return definition.variants.map((variant) => {
    const key = variant.rsid === null ? String(variant.pos) : `${variant.pos}:${variant.rsid}`;
    const carriers: Record<string, string[]> = {};
    const either: string[] = [];
    for (const allele of definition.alleles) {
      const base = allele.defining[key];
      if (base === undefined || base === variant.ref) continue;
      if (variant.alts.includes(base)) (carriers[base] ??= []).push(allele.name);
      else if (wobble.test(base)) either.push(allele.name);
    }
    return {
      ...(variant.rsid === null ? {} : { rsId: variant.rsid }),
      hgvs: variant.hgvs,
      ref: variant.ref,
      alts: variant.alts,
      carriers,
      ...(either.length === 0 ? {} : { either }),
    };
  });
}
