/** Markers of the protein that a result of the gene speaks of as well: HER2 and ERBB2. */
import type { Alteration } from '../alteration/index.ts';
import { labelOf } from '../alteration/class.ts';
import type { OncologyPatient } from '../patient.ts';
import type { Reason } from '../reason/index.ts';
import { geneTest, type GeneTest } from '../test-standing.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/**
 * Copies or a change of the gene are no stain, and neither is a gene found clear, but nobody may be told that nothing is on file of it: what is there is
 * told, and that it does not answer what the label asks.
 */
export function geneAlone(test: string, patient: OncologyPatient): Reason[] {
  const gene = entryOf(GENE_BEHIND, test);
  if (gene === undefined) return [];
  const found = (patient.byGene.get(gene) ?? []).filter(({ implied }) => !implied);
  if (found.some(({ standing, alteration }) => standing.usable && alteration.copy === 'amplification'))
    return [{ kind: 'copies-only', gene, test }];
  if (found.length > 0)
    return [{ kind: 'gene-only', gene, found: found.map(({ alteration }) => nameOf(alteration, gene)).join(', '), test }];
  return BY_EITHER_NAME.has(test) && isClear(gene, patient) ? [{ kind: 'gene-only', gene, test }] : [];
}
/** Called alike as a gene and as its protein, so that "ERBB2: negative" is looked for as the result of HER2; nobody takes a clear CD274 for a PD-L1 stain. */
const BY_EITHER_NAME: ReadonlySet<string> = new Set(['HER2']);
function isClear(gene: string, { negative, bloodOnly, specimenUnknown, absent }: OncologyPatient): boolean {
  return [negative, bloodOnly, specimenUnknown].some((list) => list.has(gene)) || absent.some(({ genes }) => genes.includes(gene));
}
function nameOf(alteration: Alteration, gene: string): string {
  const label = labelOf(alteration);
  return label.includes(gene) ? label : `${gene} ${label}`.trim();
}
/** Markers that a result of the gene answers as well: an unread one is not "no result on file". */
export const GENE_BEHIND: Readonly<Record<string, string>> = {
  HER2: 'ERBB2', 'PD-L1': 'CD274', 'CLDN18.2': 'CLDN18', FOLR1: 'FOLR1', CD19: 'CD19', CD20: 'MS4A1', CD22: 'CD22', CD30: 'TNFRSF8', CD33: 'CD33',
}; // prettier-ignore
export function unreadBehind(tests: readonly string[], patient: OncologyPatient): GeneTest[] {
  return tests
    .flatMap((test) => entryOf(GENE_BEHIND, test) ?? [])
    .map((gene) => geneTest(gene, patient))
    .map((test) =>
      (test.reason?.kind === 'change-unsaid' || test.reason?.kind === 'change-unread') && isBare(test, patient)
        ? bareFinding(test.gene)
        : test,
    )
    .filter(({ standing }) => standing === 'no-result' || standing === 'failed');
}
/** "ERBB2: present" and no word more: of copies, a mutation or the stain it does not say. */
function isBare({ gene, variants }: GeneTest, patient: OncologyPatient): boolean {
  const found = (patient.byGene.get(gene) ?? []).filter(({ alteration }) => variants.includes(alteration.fact.id));
  return found.every(({ alteration: { classes, fact } }) => classes.length === 0 && fact.exon === undefined);
}
const bareFinding = (gene: string): GeneTest => ({
  gene,
  standing: 'no-result',
  reason: { kind: 'examined', genes: [gene] },
  variants: [],
});
