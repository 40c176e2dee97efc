/**
 * Rows that are named by a change alone ("L858R", "exon 19 deletion") beneath a test of one tumour gene ("EGFR mutation analysis"): the test says the gene.
 * The form of pharmacogenes is `germline/notation/bare-allele.ts`.
 */
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { concept, isRecord, wordings, type Concept, type Json } from '../../elements.ts';
import type { RawResource } from '../../intake.ts';

const ONE_GENE_TEST = /\b(?:mutations?|gene|PCR|sequencing|hotspots?|analysis|testing|status|genotyping|variants?)\b/i;
const PANEL = /\b(?:panel|profil\w*|NGS|next[- ]generation|comprehensive|exome|genome|multi-?gene)\b/i;
const SYMBOL = /(?<![A-Za-z0-9-])(?!(?:DNA|RNA|PCR|RT|FISH|CISH|ISH|IHC|NGS|FFPE|USA|LAB|CDx)\b)[A-Z][A-Z0-9]{2,7}(?![A-Za-z0-9-])/g;

const SYMBOL_ALONE = /^[A-Z][A-Z0-9]{2,7}$/;

const RESIDUE = '(?:[ACDEFGHIKLMNPQRSTVWY]|Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val)';
const PROTEIN = String.raw`(?:p\.\(?)?${RESIDUE}\d{1,4}(?:_${RESIDUE}\d{1,4})?(?:${RESIDUE}|\*|X|Ter|fs(?:\*\d*)?|del|dup|ins[A-Za-z]+|delins[A-Za-z]+)\)?`;
const CODING = String.raw`c\.\d{1,5}(?:[+-]\d{1,4})?(?:_\d{1,5}(?:[+-]\d{1,4})?)?(?:[ACGT]+>[ACGT]+|(?:del|dup|ins)[ACGTins]*)`;
/** A change, with its other name in brackets or behind a comma. */
const CHANGE = new RegExp(String.raw`^(?:${PROTEIN}|${CODING})(?:[\s,;/]+\(?(?:${PROTEIN}|${CODING})\)?)?(?: (?:mutation|variant))?$`);
const PLACE = /^(?:exon \d{1,2}(?: (?:deletions?|insertions?|mutations?|skipping))?|codons? \d{1,4}(?:(?:\/|, ?| and )\d{1,4})*)$/i;

/** The gene of a test of one tumour gene by its name; null for panels, tests of several genes and pharmacogenes. */
export function geneOfTumourTest(code: Concept): string | null {
  const words = wordings(code);
  if (words.some((text) => PANEL.test(text)) || !words.some((text) => ONE_GENE_TEST.test(text) || SYMBOL_ALONE.test(text.trim())))
    return null;
  const symbols = new Set(words.flatMap((text) => text.match(SYMBOL) ?? []));
  const [gene, ...others] = symbols;
  return gene === undefined || others.length > 0 || pgxGene(gene) !== null ? null : gene;
}

/** An Observation whose components are changes of the tumour gene that its own name says; the same object where none is. */
export function withTumourGeneInComponents(resource: RawResource): RawResource {
  const components = resource['component'];
  if (resource.resourceType !== 'Observation' || !Array.isArray(components)) return resource;
  const gene = geneOfTumourTest(concept(resource['code']));
  if (gene === null) return resource;
  const named = components.map((component: unknown) => {
    const code = isRecord(component) ? underTumourGene(concept(component['code']), gene) : null;
    return code === null || !isRecord(component) ? component : { ...component, code };
  });
  return named.some((component, at) => component !== components[at]) ? { ...resource, component: named } : resource;
}

/** The code of a row with the gene in front of its name; null where the name is no change or place alone. */
export function underTumourGene(code: Concept, gene: string): Json | null {
  const words = wordings(code);
  const [own] = words;
  if (own === undefined || code.codings.some(({ system }) => /loinc|snomed/i.test(system))) return null;
  if (!words.every((text) => CHANGE.test(text.trim()) || PLACE.test(text.trim()))) return null;
  return { coding: [...code.codings], text: `${gene} ${own.trim()}` };
}
