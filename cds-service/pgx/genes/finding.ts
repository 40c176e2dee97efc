/** A reading → the finding that report and advice use. */
import type { Citation, Evidence } from '../../report/types.ts';
import type { GuidelineKnowledge, PgxGene } from '../../knowledge/pgx/types.ts';
import { genotypeText } from './base-call.ts';
import { dpwgKeys } from './dpwg.ts';
import { namesNoVariant, type Reading } from './reading.ts';
import type { GeneFinding, GeneLookup, OtherWord } from './types.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export function toFinding(reading: Reading, gene: PgxGene, knowledge: GuidelineKnowledge): GeneFinding {
  const state = reading.state === 'called' ? 'called' : 'indeterminate';
  const { rule, functions, notes } = reading;
  return {
    gene: gene.symbol,
    state,
    ...(namesNoVariant(reading) ? { nothingFound: true } : {}),
    result: {
      gene: gene.symbol,
      diplotype: reading.diplotype,
      phenotype: phenotypeShown(reading),
      activityScore: reading.activityScore === 'n/a' ? null : reading.activityScore,
      basis: reading.basis,
      state,
      ...(functions === undefined || functions.every((word) => word === '') ? {} : { functions: [...functions] }),
      ...(rule === undefined ? {} : { rule: { text: rule, source: citation(gene, knowledge) } }),
      ...(notes.length === 0 ? {} : { notes: [...notes] }),
      ...(reading.recorded === undefined ? {} : { recordedIn: reading.recorded }),
      ...(reading.measured === undefined ? {} : { measured: reading.measured }),
      ...(reading.inDocument === true ? { inDocument: true } : {}),
      evidence: evidence(reading.evidence),
    },
    lookup: lookupOf(reading, gene),
    ...(reading.stated === undefined ? {} : { stated: reading.stated }),
    warnings: [],
  };
}

/** The same finding with words on the gene that mean something else beside it, in the report and for the advice. */
export function withOtherWords(finding: GeneFinding, words: readonly OtherWord[]): GeneFinding {
  if (words.length === 0) return finding;
  const all = [...(finding.otherWords ?? []), ...words];
  return { ...finding, otherWords: all, result: { ...finding.result, otherWords: all.map(({ by, means }) => ({ by, means })) } };
}

/** HLA has no phenotype: its allele statuses are shown in that place. */
function phenotypeShown(reading: Reading): string | null {
  if (reading.phenotype !== null) return reading.phenotype;
  if (reading.alleleStatus !== undefined)
    return reading.alleleStatus.length === 0 ? 'Indeterminate' : positiveFirst(reading.alleleStatus).join(', ');
  return reading.state === 'called' ? null : 'Indeterminate';
}

const positiveFirst = (statuses: readonly string[]): string[] =>
  statuses.toSorted((a, b) => Number(b.endsWith('positive')) - Number(a.endsWith('positive')) || a.localeCompare(b, 'en'));

function lookupOf(reading: Reading, gene: PgxGene): GeneLookup {
  const { phenotype, activityScore, possibleScores, alleleStatus, genotype, functions } = reading;
  const positions = reading.positions ?? positionsOf(gene, reading.diplotype);
  const undecided = gene.method !== 'allele-presence' && reading.state !== 'called';
  const score = activityScore ?? (undecided && gene.scores !== undefined ? 'n/a' : null);
  const keys =
    reading.openKeys ??
    [phenotype, score, genotype, ...(alleleStatus ?? [])].filter((key): key is string => key !== null && key !== undefined);
  return {
    ...(phenotype === null ? {} : { phenotype }),
    ...(score === null ? {} : { activityScore: score }),
    ...(possibleScores === undefined || possibleScores.length === 0 ? {} : { possibleScores }),
    ...(alleleStatus === undefined ? {} : { alleleStatus }),
    ...(reading.ofOtherAlleles === true ? { ofOtherAlleles: true } : {}),
    ...(reading.leftOpen === undefined ? {} : { leftOpen: reading.leftOpen }),
    ...(genotype === undefined ? {} : { genotype }),
    ...(functions === undefined ? {} : { functions }),
    ...(positions === undefined ? {} : { positions }),
    keys: [...new Set(keys)],
    ...(reading.mildestLeads === true ? { mildestLeads: true } : {}),
    ...(reading.worstLeads === true ? { worstLeads: true } : {}),
    dpwgKeys: dpwgKeys(reading, gene),
  };
}

/** Bases of genes that are read by position, from the alleles of the diplotype (VKORC1, CYP4F2, IFNL3, ABCG2). */
function positionsOf(gene: PgxGene, diplotype: string | null): Readonly<Record<string, string>> | undefined {
  const names = diplotype?.split('/') ?? [];
  if (gene.method !== 'genotype' || names.length !== 2 || names.some((name) => entryOf(gene.alleles, name) === undefined)) return undefined;
  const entries = (gene.positions ?? []).flatMap((position) => {
    const base = (name: string): string =>
      Object.entries(position.carriers).find(([, carriers]) => carriers.includes(name))?.[0] ?? position.ref;
    const [a = '', b = ''] = names.map(base);
    return position.rsId === undefined ? [] : [[position.rsId, genotypeText(position, [a, b])] as const];
  });
  return Object.fromEntries(entries);
}

export function evidence(list: readonly Evidence[]): Evidence[] {
  const seen = new Map(list.map((one) => [one.reference, one]));
  return [...seen.values()].toSorted((a, b) => a.reference.localeCompare(b.reference, 'en'));
}

function citation(gene: PgxGene, knowledge: GuidelineKnowledge): Citation {
  const { header } = knowledge;
  return {
    label: `CPIC ${gene.symbol} allele functions and phenotype table`,
    url: 'https://www.clinpgx.org',
    version: `${header.version} (${header.date})`,
  };
}
