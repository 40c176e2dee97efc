/** Whether a captured call is about an order, as the service itself reads it. */
import { readDraftOrders } from '../hooks/draft-orders.ts';
import { parseHookRequest } from '../hooks/hook-request.ts';

/**
 * True when the call is about at least one medication order of its patient: signed, selected, or meant by a selection that names no
 * entry. patient-view has no orders and always looks; a call that cannot be read at all is refused for that.
 */
export function concernsAnOrder(body: unknown, hook: string): boolean {
  if (hook !== 'order-select' && hook !== 'order-sign') return true;
  const parsed = parseHookRequest(body, hook);
  return !parsed.ok || readDraftOrders(parsed.value).concerned.length > 0;
}
