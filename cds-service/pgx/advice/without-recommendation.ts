/** What every advice has that recommends nothing: the drug, the order it is about, and the kind of reason in its rule's name. */
import type { DrugAdvice } from '../../report/types.ts';
import type { DrugQuestion } from './question.ts';

export function withoutRecommendation(
  { drug, order }: DrugQuestion,
  kind: string,
): Pick<DrugAdvice, 'drug' | 'order' | 'alternatives' | 'ruleId'> & { readonly action: 'no-recommendation'; readonly strength: 'none' } {
  return {
    drug: { name: drug.name, rxnorm: drug.rxnorm },
    ...(order?.isOrder === true ? { order: order.source.reference } : {}),
    action: 'no-recommendation',
    alternatives: [],
    strength: 'none',
    ruleId: `${kind}:${drug.name.replace(/[^a-z0-9]+/g, '-')}`,
  };
}
