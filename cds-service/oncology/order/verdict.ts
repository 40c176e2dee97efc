/** One verdict on one order. */
import type { OrderFit } from '../../report/types.ts';
import type { JudgedOrder } from '../reason/index.ts';
import type { OrderFitInput } from './label-use.ts';
import type { OrderedDrug } from './ordered-drugs.ts';
import { evidenceOf } from '../report-rows.ts';

export function made(
  drug: OrderedDrug,
  verdict: OrderFit['verdict'],
  rest: Pick<JudgedOrder, 'because' | 'alternatives' | 'variants' | 'sources'> &
    Pick<JudgedOrder, 'biomarker' | 'notThere'> &
    Pick<OrderFit, 'tests' | 'testOrders' | 'partners' | 'asCharted'>,
  { facts }: OrderFitInput,
): JudgedOrder {
  const used = facts.variants.filter(({ id }) => rest.variants.includes(id));
  return {
    order: drug.order.source.reference,
    drug: { name: drug.ingredient, ...(drug.rxnorm === null ? {} : { rxnorm: drug.rxnorm }) },
    verdict,
    ...rest,
    ruleId: `oncology:${drug.ingredient}:${verdict}`,
    evidence: used.map(({ source }) => evidenceOf(source)),
  };
}
