/** Markers of the protein that a result of the gene speaks of as well: HER2 and ERBB2. */
import type { OncologyPatient } from '../patient.ts';
import type { Reason } from '../reason/index.ts';
import { geneTest, type GeneTest } from '../test-standing.ts';

/** Copies of the gene are no stain, but nobody may be told that nothing is on file of it. */
export function copiesBehind(test: string, patient: OncologyPatient): Reason[] {
  const gene = GENE_BEHIND[test];
  const copies = gene === undefined ? [] : (patient.byGene.get(gene) ?? []).filter(({ implied, standing, alteration }) => !implied && standing.usable && alteration.copy === 'amplification'); // prettier-ignore
  return copies.length === 0 ? [] : [{ kind: 'copies-only', gene: gene ?? '', test }];
}
/** Markers that a result of the gene answers as well: an unread one is not "no result on file". */
export const GENE_BEHIND: Readonly<Record<string, string>> = {
  HER2: 'ERBB2', 'PD-L1': 'CD274', 'CLDN18.2': 'CLDN18', FOLR1: 'FOLR1', CD19: 'CD19', CD20: 'MS4A1', CD22: 'CD22', CD30: 'TNFRSF8', CD33: 'CD33',
}; // prettier-ignore
export function unreadBehind(tests: readonly string[], patient: OncologyPatient): GeneTest[] {
  return tests
    .flatMap((test) => GENE_BEHIND[test] ?? [])
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
