/** Fusions, copy numbers and expression as a report states them. */
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import { parseFusion } from '../../knowledge/oncology/notation/fusion.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import type { GeneModels } from '../../knowledge/oncology/types.ts';

export interface FusionRead {
  readonly five: string | null;
  readonly three: string | null;
  /** False when the report does not say which partner comes first. */
  readonly ordered: boolean;
}
export type CopyRead = 'amplification' | 'gain' | 'deletion' | 'loss';
export type ExpressionRead = 'over' | 'under' | 'present';

export function fusionOf(fact: VariantFact, symbols: readonly string[], terms: readonly Term[], genes: GeneModels): FusionRead | null {
  const symbol = (gene: string | null) => (gene === null ? null : (genes.symbol(gene) ?? gene));
  if (fact.fusion && (fact.fusion.fivePrime !== null || fact.fusion.threePrime !== null)) {
    return { five: symbol(fact.fusion.fivePrime), three: symbol(fact.fusion.threePrime), ordered: fact.fusion.ordered };
  }
  const named = terms.find((term) => term.kind === 'fusion');
  if (named?.kind === 'fusion') return { five: named.five, three: named.three, ordered: named.ordered };
  if (fact.kind !== 'fusion') return null;
  const iscn = fact.iscn === undefined ? null : parseFusion(fact.iscn, genes);
  if (iscn) return { five: iscn.five, three: iscn.three, ordered: iscn.ordered };
  const [five = null, three = null] = symbols;
  return five === null ? null : { five, three, ordered: false };
}
export function partners(fusion: FusionRead | null): string[] {
  return fusion ? [fusion.five, fusion.three].filter((gene) => gene !== null) : [];
}

/** Average ERBB2 copies per cell from 6.0 upwards are "amplified" by the ASCO/CAP in-situ rule; used for a bare number of any gene. */
const AMPLIFIED_FROM = 6;
export function copyOf(fact: VariantFact, terms: readonly Term[]): CopyRead | null {
  const named = terms.find((term) => term.kind === 'copy');
  const { copyChange, copyNumber } = fact;
  const many = copyNumber !== undefined && copyNumber >= AMPLIFIED_FROM;
  // "Gain" with a count that is an amplification is one.
  if (named?.kind === 'copy') return named.change === 'gain' && many ? 'amplification' : named.change;
  if (copyChange === 'amplification') return 'amplification';
  if (copyChange === 'deep-loss') return 'deletion';
  if (copyChange === 'neutral') return null;
  if (copyNumber !== undefined) {
    if (copyNumber >= AMPLIFIED_FROM && copyChange !== 'loss') return 'amplification';
    if (copyNumber < 0.5) return 'deletion';
    if (copyChange === undefined) return copyNumber > 2.5 ? 'gain' : null;
  }
  if (copyChange === 'gain') return 'gain';
  // One copy lost leaves the gene working: only a loss without a count, or of both copies, is what evidence calls loss.
  return copyChange === 'loss' && copyNumber === undefined ? 'loss' : null;
}

export function expressionOf(fact: VariantFact, terms: readonly Term[]): ExpressionRead | null {
  if (fact.expression === 'over' || fact.expression === 'under') return fact.expression;
  const named = terms.find((term) => term.kind === 'expression');
  return named?.kind === 'expression' ? named.level : null;
}
