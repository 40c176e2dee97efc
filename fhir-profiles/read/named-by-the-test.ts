/**
 * Laboratory interfaces name the gene once, in the report or the group ("DPYD genotyping"), and call its rows "Genotype", "Phenotype", "Result". Such a row
 * is a row of that test: it gets the test's name in front of its own. Only where every report and group that holds the row names the same test, and the
 * row's own name says nothing. A row called by an allele alone ("*2") gets the gene of its test in the same way.
 */
import { biomarkerTest } from '../codes/biomarker-tests.ts';
import { concept, records, wordings, type Concept, type Json } from './elements.ts';
import { geneOfTest, underGene } from './germline/notation/bare-allele.ts';
import { mayNameGene, pgxGenesIn } from './germline/notation/gene-in-text.ts';
import type { IntakeResource, RawResource } from './intake.ts';
import { looseRowsBySubId, rowsBySubId, subIdOf } from './sub-id.ts';
import { namedByQuestions } from './asked-and-answered.ts';
import { agreeing, joinedRows, type JoinedRow } from './variant/rows/joined-rows.ts';
import { geneOfTumourTest, underTumourGene } from './variant/rows/bare-change.ts';
import { geneOfRow, isGeneRow, namedByGeneRows } from './under-gene-row.ts';

const BARE =
  /^(?:(?:test|final|lab(?:oratory)?|overall)\s+)?(?:results?|values?|findings?|genotypes?|diplotypes?|phenotypes?|interpretations?|(?:metaboli[sz]er|predicted) (?:status|phenotype)|activity score|(?:allele|haplotype)\s*[12AB])$/i;

/** What such tests name is the donor's, or what the patient's antibodies turn against. */
const OF_ANTIBODIES = /\banti-?\s?(?:bod|HLA)|\bDSA\b|\bc?PRA\b|\bsingle antigen\b|\bdonor|\bcross-?match|\btransplant/i;

const RESULT = /^(?:(?:test|final|lab(?:oratory)?|overall)\s+)?(?:results?|values?|findings?)$/i;

const ONE_GENE_TEST =
  /\b(?:mutations?|rearrangements?|fusions?|translocations?|amplification|gene|FISH|C?ISH|IHC|immuno\w*|PCR|sequencing|hotspots?|analysis|testing|status)\b/i;
const PANEL = /\b(?:panel|profil\w*|NGS|next[- ]generation|comprehensive|exome|genome|multi-?gene)\b/i;
const SYMBOL =
  /(?<![A-Za-z0-9])(?!(?:DNA|RNA|PCR|RT|FISH|CISH|ISH|IHC|NGS|FFPE|ctDNA|cfDNA|CDx|USA|LAB)\b)[A-Z][A-Z0-9]{2,7}(?![A-Za-z0-9])/g;
/** "KRAS mutation analysis", "ALK FISH", "HER2 IHC": a test of one gene, of a fusion of two, or of one marker. */
function namesTumourTest(words: string): boolean {
  if (PANEL.test(words)) return false;
  if (biomarkerTest([], [words]) !== null) return true;
  const symbols = new Set(words.match(SYMBOL) ?? []);
  return ONE_GENE_TEST.test(words) && (symbols.size === 1 || (symbols.size === 2 && /[A-Z0-9](?:-|::|\/)[A-Z]/.test(words)));
}

type Resolve = (reference: unknown, from: IntakeResource) => IntakeResource | null;

/** The rows that have to be called otherwise, each with its resource as it is to be read. */
export function namedByTheirTest(entries: readonly IntakeResource[], resolve: Resolve): ReadonlyMap<IntakeResource, RawResource> {
  const tests = new Map<IntakeResource, Set<string>>();
  const named = new Map<IntakeResource, RawResource>();
  const ofGenes = new Map<IntakeResource, Map<unknown, Json>>();
  const tables: JoinedRow[] = [];
  const grouped = new Set<IntakeResource>();
  for (const entry of entries) {
    const rows =
      entry.type === 'DiagnosticReport' ? entry.resource['result'] : entry.type === 'Observation' ? entry.resource['hasMember'] : undefined;
    if (rows === undefined) continue;
    const words = wordings(concept(entry.resource['code']));
    const pharmacogene = words.find((text) => mayNameGene(text) && pgxGenesIn(text).length === 1) ?? geneOfRow(entry);
    const name = pharmacogene ?? words.find(namesTumourTest) ?? '';
    const held = records(rows).flatMap((reference) => resolve(reference, entry) ?? []);
    const test = concept(entry.resource['code']);
    const groups = rowsBySubId(held)?.map(geneFirst) ?? [held];
    tables.push(...groups.flatMap((group) => joinedRows(group, test)));
    for (const row of held) {
      const code = row.type === 'Observation' ? underItsGene(concept(row.resource['code']), test) : null;
      if (code !== null) ofGenes.set(row, (ofGenes.get(row) ?? new Map<unknown, Json>()).set(code['text'], code));
    }
    const bare = held.filter(isBare);
    // Beside the result of a tumour test its interpretation is told once more in words.
    const results = bare.filter(({ resource }) => wordings(concept(resource['code'])).every((text) => RESULT.test(text.trim())));
    const ofTumour = results.length === 1 ? results : bare.length === 1 ? bare : [];
    const called = pharmacogene !== null || name === '' ? bare : ofTumour;
    for (const row of bare) tests.set(row, (tests.get(row) ?? new Set<string>()).add(called.includes(row) ? name : ''));
    const ofAntibodies = OF_ANTIBODIES.test(wordings(concept(entry.resource['code'])).join(' '));
    for (const group of groups)
      for (const [row, resource] of [...(ofAntibodies ? [] : questions(group)), ...namedByGeneRows(group)]) named.set(row, resource);
    for (const row of held) grouped.add(row);
  }
  for (const group of looseRowsBySubId(entries.filter((entry) => !grouped.has(entry))).map(geneFirst)) {
    if (group.filter(isGeneRow).length !== 1) continue;
    tables.push(...joinedRows(group, NO_TEST));
    for (const [row, resource] of [...questions(group), ...namedByGeneRows(group)]) named.set(row, resource);
  }
  for (const [row, names] of tests) {
    const [test = '', ...others] = [...names].filter((name) => name !== '');
    if (test === '' || others.length > 0) continue;
    const own = wordings(concept(row.resource['code']))[0] ?? '';
    if (named.has(row)) continue;
    named.set(row, { ...row.resource, code: { text: `${test} ${own}` } });
  }
  for (const [row, codes] of ofGenes) {
    const [code, ...others] = codes.values();
    if (code !== undefined && others.length === 0 && !named.has(row)) named.set(row, { ...row.resource, code });
  }
  for (const [row, resource] of agreeing(tables)) named.set(row, resource);
  return named;
}

const NO_TEST: Concept = { codings: [] };

/** Where one row of those under a sub-id names the gene, that row heads it. */
function geneFirst(group: readonly IntakeResource[]): readonly IntakeResource[] {
  if (group.some(({ resource }) => subIdOf(resource) === undefined)) return group;
  const heads = group.filter(isGeneRow);
  return heads.length === 1 ? [...heads, ...group.filter((row) => !isGeneRow(row))] : group;
}

/** Answers under the names of what they answer; under rows of genes those of each gene. */
function questions(rows: readonly IntakeResource[]): readonly (readonly [IntakeResource, RawResource])[] {
  const [first] = rows;
  if (first === undefined || !isGeneRow(first)) return [...namedByQuestions(rows)];
  const starts = rows.flatMap((row, at) => (isGeneRow(row) ? [at] : []));
  return starts.flatMap((start, at) => {
    const gene = geneOfRow(rows[start] ?? first);
    return gene === null ? [] : [...namedByQuestions(rows.slice(start, starts[at + 1]), gene)];
  });
}

/** A row named by an allele or a change alone, with the one gene that the test's name says; null where it is no such row, or no such test. */
function underItsGene(row: Concept, test: Concept): Json | null {
  const gene = geneOfTest(test);
  if (gene !== null) return underGene(row, gene);
  const tumourGene = geneOfTumourTest(test);
  return tumourGene === null ? null : underTumourGene(row, tumourGene);
}

/** No code that could say more, and a name that does not. */
function isBare({ type, resource }: IntakeResource): boolean {
  const code = concept(resource['code']);
  const words = wordings(code);
  return (
    type === 'Observation' &&
    words.length > 0 &&
    words.every((text) => BARE.test(text.trim())) &&
    code.codings.every(({ system }) => !/loinc|snomed/i.test(system))
  );
}
