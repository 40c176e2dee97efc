/**
 * Genes that nobody tests before the drug, because one rare variant decides: malignant hyperthermia, aminoglycosides. That none was found leaves
 * the patient where everybody is who was never tested, and CPIC asks neither to test nor to wait (PMID 30499100, 34032273). It must not be
 * louder at the order than no test at all; the report tells what was looked for.
 */
import type { GeneView } from './gene-view.ts';
import type { RowGroup } from './row-group.ts';
import { actionable } from './severity.ts';

const ONE_VARIANT_DECIDES: ReadonlySet<string> = new Set(['RYR1', 'CACNA1S', 'MT-RNR1']);

/** Every result that the advice rests on names no variant: neither a risk, nor one of unknown effect, nor a test that failed. */
export function nothingFound(views: readonly GeneView[]): boolean {
  const tested = views.filter(({ finding }) => finding !== undefined);
  return tested.length > 0 && tested.every(({ gene, finding }) => ONE_VARIANT_DECIDES.has(gene) && finding?.nothingFound === true);
}

/**
 * A result that was not read is told because it may be one that changes the order. Where every row of the guideline is optional, none does: omeprazole is
 * not spoken of for any genotype of CYP2C19, and so not for a test that failed.
 */
export const asksForNothing = ({ rows }: RowGroup): boolean =>
  !rows.some(({ action, strength }) => action === 'avoid' || (actionable(action) && strength !== 'optional'));
