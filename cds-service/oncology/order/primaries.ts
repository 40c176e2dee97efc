/** Orders in a patient with several active primary tumours: for which of them the answer was given, where another of them would give another answer. */
import type { JudgedOrder } from '../reason/index.ts';

/** One reading of the orders, for one of the tumours. */
export interface ReadFor {
  readonly tumour: string;
  readonly orders: readonly JudgedOrder[];
}

/** A tumour in which the drug has no label was not meant, and is not named. */
export function withTumourMeant(orders: readonly JudgedOrder[], meant: string, others: readonly ReadFor[]): JudgedOrder[] {
  return orders.map((fit) => {
    const beside = others
      .filter(({ orders: read }) =>
        read.some(
          (other) =>
            other.order === fit.order && other.drug.name === fit.drug.name && other.verdict !== 'not-covered' && saysOther(other, fit),
        ),
      )
      .map(({ tumour }) => tumour);
    return beside.length === 0 || meant === '' ? fit : { ...fit, judgedFor: { tumour: meant, beside } };
  });
}

function saysOther(one: JudgedOrder, two: JudgedOrder): boolean {
  return one.verdict !== two.verdict || (one.tests ?? []).join() !== (two.tests ?? []).join();
}
