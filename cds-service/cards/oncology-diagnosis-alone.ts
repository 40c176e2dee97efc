/** A finding that the diagnosis or the problem list states and no result on file shows. */
import type { OrderFit } from '../report/types.ts';

/** "HER2-positive by the diagnosis of 2026-05-01 alone", "KRAS G12D mutation by the problem list of 2026-05-01 alone". */
export const BY_DIAGNOSIS = /^.* by the (?:diagnosis|problem list)(?: of \S+)? alone/;

export function byDiagnosis({ because }: OrderFit): string | undefined {
  return BY_DIAGNOSIS.exec(because[0] ?? '')?.[0];
}
export function statedBy(fit: OrderFit): string {
  return / by the problem list\b/.test(byDiagnosis(fit) ?? '') ? 'problem list' : 'diagnosis';
}
