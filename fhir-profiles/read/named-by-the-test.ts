/**
 * Laboratory interfaces name the gene once, in the report or the group ("DPYD genotyping"), and call its rows "Genotype", "Phenotype", "Result". Such a row
 * is a row of that test: it gets the test's name in front of its own. Only where every report and group that holds the row names the same test, and the
 * row's own name says nothing.
 */
import { concept, records, wordings } from './elements.ts';
import { mayNameGene, pgxGenesIn } from './germline/gene-in-text.ts';
import type { IntakeResource, RawResource } from './intake.ts';
import { namedByQuestions } from './asked-and-answered.ts';
import { geneOfRow, namedByGeneRows } from './under-gene-row.ts';

const BARE =
  /^(?:(?:test|final|lab(?:oratory)?|overall)\s+)?(?:results?|values?|findings?|genotypes?|diplotypes?|phenotypes?|interpretations?|(?:metaboli[sz]er|predicted) (?:status|phenotype)|activity score|(?:allele|haplotype)\s*[12AB])$/i;

/** What such tests name is the donor's, or what the patient's antibodies turn against. */
const OF_ANTIBODIES = /\banti-?\s?(?:bod|HLA)|\bDSA\b|\bc?PRA\b|\bsingle antigen\b|\bdonor|\bcross-?match|\btransplant/i;

type Resolve = (reference: unknown, from: IntakeResource) => IntakeResource | null;

/** The rows that have to be called otherwise, each with its resource as it is to be read. */
export function namedByTheirTest(entries: readonly IntakeResource[], resolve: Resolve): ReadonlyMap<IntakeResource, RawResource> {
  const tests = new Map<IntakeResource, Set<string>>();
  const named = new Map<IntakeResource, RawResource>();
  for (const entry of entries) {
    const rows =
      entry.type === 'DiagnosticReport' ? entry.resource['result'] : entry.type === 'Observation' ? entry.resource['hasMember'] : undefined;
    if (rows === undefined) continue;
    const name =
      wordings(concept(entry.resource['code'])).find((words) => mayNameGene(words) && pgxGenesIn(words).length === 1) ??
      geneOfRow(entry) ??
      '';
    const held = records(rows).flatMap((reference) => resolve(reference, entry) ?? []);
    for (const row of held) if (isBare(row)) tests.set(row, (tests.get(row) ?? new Set<string>()).add(name));
    for (const [row, resource] of [
      ...(OF_ANTIBODIES.test(wordings(concept(entry.resource['code'])).join(' ')) ? [] : namedByQuestions(held)),
      ...namedByGeneRows(held),
    ])
      named.set(row, resource);
  }
  for (const [row, names] of tests) {
    const [test = '', ...others] = [...names].filter((name) => name !== '');
    if (test === '' || others.length > 0) continue;
    const own = wordings(concept(row.resource['code']))[0] ?? '';
    if (named.has(row)) continue;
    named.set(row, { ...row.resource, code: { text: `${test} ${own}` } });
  }
  return named;
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
