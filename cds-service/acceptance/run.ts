/** Every order of the list through every order-sign service; the cards of all of them together are what the clinician sees. */
import { randomUUID } from 'node:crypto';
import { SERVICES } from '../hooks/services.ts';
import type { Answerer } from './answerers.ts';
import { hookCall } from './hook-call.ts';
import { judge, type GotCard, type Outcome } from './judge.ts';
import type { OrderList } from './order-list.ts';
import { chartFor } from './synthetic-chart.ts';

const ORDER_SIGN = SERVICES.filter(({ hook }) => hook === 'order-sign');

/** The requests of the list as an EHR would send them, one per order and service, for other tools and for `genehook hook`. */
export function acceptanceRequests(list: OrderList, today: string): { readonly name: string; readonly request: Record<string, unknown> }[] {
  return list.orders.flatMap((order) => {
    const chart = chartFor(order, list, today);
    return ORDER_SIGN.map((service) => ({
      name: `${order.id}-${service.id}`,
      request: hookCall(order, chart, service, { hookInstance: randomUUID(), today }),
    }));
  });
}

export async function runAcceptance(
  list: OrderList,
  ask: Answerer,
  { today, onOrder }: { readonly today: string; readonly onOrder?: () => void },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const order of list.orders) {
    const chart = chartFor(order, list, today);
    const got: GotCard[] = [];
    for (const service of ORDER_SIGN)
      got.push(...(await ask(service, hookCall(order, chart, service, { hookInstance: randomUUID(), today }), today)));
    outcomes.push(judge(order, chart.about, got));
    onOrder?.();
  }
  return outcomes;
}
