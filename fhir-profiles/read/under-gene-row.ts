/**
 * Rows of one gene after the other, as HL7 v2 keeps them together by a number (`sub-id.ts`) that most converters drop: "Gene studied: CYP2C19", "Genotype display
 * name: *2/*2", "Genetic variation's effect on drug metabolism: Poor metabolizer", "Gene studied: CYP2D6", … In the order of the report the gene's row
 * heads those of its group. Where the order cannot be this one (a kind of row twice under one gene, a gene without rows), no row is given a gene.
 */
import { COMPONENT, OBSERVATION } from '../codes/genomics/genomics-codes.ts';
import { concept, wordings } from './elements.ts';
import { elementValue, valueConcept } from './element-value.ts';
import { pgxGenesIn } from './germline/notation/gene-in-text.ts';
import type { IntakeResource, RawResource } from './intake.ts';

const GENE_CODES: ReadonlySet<string> = new Set([COMPONENT.gene, '47998-0']);
const GENE_NAME = /^gene(?: studied)?(?: \[ID\]| ID)?$/i;

/** A row that heads others by its gene, whichever gene that is. */
export function isGeneRow({ type, resource }: IntakeResource): boolean {
  if (type !== 'Observation') return false;
  const code = concept(resource['code']);
  return code.codings.some((coding) => GENE_CODES.has(coding.code)) || wordings(code).some((name) => GENE_NAME.test(name.trim()));
}

/** The pharmacogene that a row names and nothing else: it says which gene is meant, and no result of it. */
export function geneOfRow(row: IntakeResource): string | null {
  if (!isGeneRow(row)) return null;
  const { resource } = row;
  const said = wordings(valueConcept(elementValue(resource)));
  const [gene, ...others] = new Set(said.flatMap(pgxGenesIn));
  return gene === undefined || others.length > 0 || said.some((text) => /[*:>]/.test(text)) ? null : gene;
}

const KINDS: readonly (readonly [kind: string, codes: readonly string[], name: RegExp])[] = [
  ['genotype', [OBSERVATION.genotype], /^(?:genotype|diplotype)(?: name| result)?$/i],
  [
    'phenotype',
    [OBSERVATION.drugMetabolism, OBSERVATION.drugEfficacy, OBSERVATION.drugHighRisk, OBSERVATION.transporterFunction],
    /^(?:(?:predicted |metaboli[sz]er )?phenotype|metaboli[sz]er status|pharmacogenomic effect value)$/i,
  ],
  ['score', [], /^activity score$/i],
  ['allele 1', [], /^(?:allele|haplotype) ?(?:1|A)$/i],
  ['allele 2', [], /^(?:allele|haplotype) ?(?:2|B)$/i],
];

/** "Result" and "Interpretation" say by their values what they are: a pair of alleles, or a phenotype. An answer ("Detected") is of something else. */
const SAYS_ITSELF = /^(?:(?:test|final|lab(?:oratory)?|overall)\s+)?(?:results?|values?|findings?|interpretations?)$/i;
const SAID: readonly (readonly [kind: string, value: RegExp])[] = [
  ['genotype', /^\(?\*\d[^/|,;]*[/|]\s?\*\d[^/|,;]*$/],
  [
    'phenotype',
    /^(?:likely )?(?:(?:ultra-?)?rapid|normal|extensive|intermediate|poor) metaboli[sz]er$|^(?:normal|increased|decreased|poor) function$/i,
  ],
];

function kindSaid(names: readonly string[], values: readonly string[]): string | null {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0 || names.length === 0 || !names.every((name) => SAYS_ITSELF.test(name.trim()))) return null;
  return SAID.find(([, pattern]) => pattern.test(value.trim()))?.[0] ?? null;
}

/** What a row holds of the gene that a row before it names; null for rows that need no gene, or name one themselves. */
function kindOfRow({ type, resource }: IntakeResource): string | null {
  if (type !== 'Observation') return null;
  const code = concept(resource['code']);
  const names = wordings(code);
  const found = KINDS.find(
    ([, codes, name]) => code.codings.some((coding) => codes.includes(coding.code)) || names.some((text) => name.test(text.trim())),
  );
  const values = wordings(valueConcept(elementValue(resource)));
  const kind = found?.[0] ?? kindSaid(names, values);
  return [...names, ...values].some((text) => pgxGenesIn(text).length > 0) ? null : kind;
}

/** Each row of the list with the name of its gene in front. */
export function namedByGeneRows(rows: readonly IntakeResource[]): ReadonlyMap<IntakeResource, RawResource> {
  const named = new Map<IntakeResource, RawResource>();
  const none: ReadonlyMap<IntakeResource, RawResource> = new Map();
  // Null before the first row of a gene, '' under a gene that is none of ours.
  let gene: string | null = null;
  let seen = new Set<string>();
  for (const row of rows) {
    if (isGeneRow(row)) {
      const heads = geneOfRow(row) ?? '';
      if (heads === gene && heads !== '') continue;
      if (gene !== null && gene !== '' && seen.size === 0) return none;
      gene = heads;
      seen = new Set();
      continue;
    }
    const kind = kindOfRow(row);
    if (kind === null) continue;
    if (gene === null || seen.has(kind)) return none;
    seen.add(kind);
    if (gene === '') continue;
    const code = concept(row.resource['code']);
    named.set(row, { ...row.resource, code: { coding: [...code.codings], text: `${gene} ${kind === 'score' ? 'activity score' : kind}` } });
  }
  return seen.size === 0 && gene !== '' ? none : named;
}
