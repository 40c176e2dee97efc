/**
 * Rows that are named by an allele or a change alone ("*2", "c.2846A>T (D949V)", "rs4244285"), beneath a test whose name says the gene
 * ("DPYD genotyping"). Nothing in such a row tells of which gene it is; the test does.
 */
import { DONOR } from '../../../codes/doubt/index.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { concept, isRecord, wordings, type Concept, type Json } from '../../elements.ts';
import type { RawResource } from '../../intake.ts';
import { mayNameGene, pgxGenesIn } from './gene-in-text.ts';

const STAR = String.raw`\*\s?\d{1,3}[A-Z]?`;
const CHANGE = String.raw`(?:[cgm]\.\s?)?[-*]?\d{1,5}(?:[+-]\d{1,5})?(?:_\d{1,5})?\s?(?:[ACGT]\s?>\s?[ACGT]|(?:del|ins|dup)[ACGT]*)|IVS\d{1,2}\s?[+-]\s?\d{1,3}\s?[ACGT]\s?>\s?[ACGT]|rs\d{3,}|HapB3`;
/** Second names of the same allele stand in brackets or behind a comma. */
const BESIDE = String.raw`(?:[\s,;:/-]*[([]?(?:${STAR}|${CHANGE}|p\.\(?\w{2,12}\)?|[A-Z]\d{1,4}[A-Z])[)\]]?){0,3}`;
const ALLELE = new RegExp(
  String.raw`^(?:(?:allele|variant|mutation)\s+)?(?:${STAR}|${CHANGE})${BESIDE}(?:\s+(?:allele|variant|mutation|genotype|result))?$`,
  'i',
);
/** An amino acid for another: names of changes where the alleles of the gene go by their changes; elsewhere it may be anything. */
const PROTEIN = /^(?:p\.\(?)?[A-Z](?:[a-z]{2})?\d{1,4}(?:[A-Z](?:[a-z]{2})?|del)\)?$/;

/** "57:01" under the name of one HLA gene. */
const TYPED = /^\*?\d{2,3}:\d{2,3}(?::\d{2,3}){0,2}[GP]?$/;

/** True for the name of a row that says an allele or a change of the gene and nothing else. */
export function namesAlleleAlone(name: string, gene: string): boolean {
  const bare = name.trim();
  if (pgxGene(gene)?.naming === 'hla') return TYPED.test(bare);
  return bare.length <= 60 && (ALLELE.test(bare) || (pgxGene(gene)?.naming === 'variant' && PROTEIN.test(bare)));
}

/** What says that it is no inherited result, or not of this patient. */
export const isOfAnother = (words: readonly string[]): boolean => words.some((text) => OF_ANOTHER.test(text));
const OF_ANOTHER = new RegExp(
  String.raw`\b(?:tumou?r|somatic|neoplas\w*|c[ft]DNA|liquid biopsy|${DONOR}|anti-?\s?(?:bod\w*|HLA)|DSA|c?PRA|cross-?match)\b`,
  'i',
);

/** The one pharmacogene in the name of a test; null where it names none, several, or is a test of a tumour. */
export function geneOfTest(code: Concept): string | null {
  const words = wordings(code);
  if (isOfAnother(words)) return null;
  const genes = new Set(words.flatMap((text) => (mayNameGene(text) ? pgxGenesIn(text) : [])));
  const [gene, ...others] = genes;
  return gene === undefined || others.length > 0 ? null : gene;
}

/** The code of a row or component with the gene in front of its name; null where the name is not an allele alone. */
export function underGene(code: Concept, gene: string): Json | null {
  const words = wordings(code);
  const [own] = words;
  const other = code.codings.some(({ system }) => /loinc|snomed/i.test(system));
  if (own === undefined || other || !words.every((text) => namesAlleleAlone(text, gene))) return null;
  const hla = pgxGene(gene)?.naming === 'hla';
  return { coding: [...code.codings], text: hla ? `${gene}*${own.trim().replace(/^\*/, '')}` : `${gene} ${own}` };
}

/** An Observation whose components are alleles of the gene that its own name says; the same object where none is. */
export function withGeneInComponents(resource: RawResource): RawResource {
  const components = resource['component'];
  if (resource.resourceType !== 'Observation' || !Array.isArray(components)) return resource;
  const gene = geneOfTest(concept(resource['code']));
  if (gene === null) return resource;
  let changed = false;
  const named = components.map((component: unknown) => {
    if (!isRecord(component)) return component;
    const code = underGene(concept(component['code']), gene);
    if (code === null) return component;
    changed = true;
    return { ...component, code };
  });
  return changed ? { ...resource, component: named } : resource;
}
