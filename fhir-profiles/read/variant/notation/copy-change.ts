/** What a copy number means. */
import type { VariantFact } from '../../../facts.ts';

/**
 * For a report that gives only the number, in a diploid tumour: 6 copies or more an amplification, more than 2 a gain, 1 a heterozygous and
 * 0 a homozygous loss (technical criteria of the French molecular tumour boards, PMC4830395, table 2). A report's own word goes before this.
 */
export function copyChangeOf(copies: number): NonNullable<VariantFact['copyChange']> {
  if (copies < 0.5) return 'deep-loss';
  if (copies < 1.5) return 'loss';
  if (copies < 2.5) return 'neutral';
  return copies >= 6 ? 'amplification' : 'gain';
}
