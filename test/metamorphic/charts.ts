/** The charts that are written in other ways: the fixtures and the acceptance patients, with every order that is tried on them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hookCall } from '../../cds-service/acceptance/hook-call.ts';
import { readOrderList } from '../../cds-service/acceptance/order-list.ts';
import { chartFor } from '../../cds-service/acceptance/synthetic-chart.ts';
import { serviceById } from '../../cds-service/hooks/services.ts';

export type Json = Record<string, unknown>;
export type Resource = Json & { resourceType: string; id: string };

export interface Chart {
  readonly name: string;
  readonly patientId: string;
  readonly asOf: string;
  /** The chart and the draft orders; every resource has an id. */
  readonly resources: readonly Resource[];
  /** Ids of the draft orders. */
  readonly orders: readonly string[];
}

const ROOT = join(import.meta.dirname, '..', '..');
const AS_OF = '2026-11-21';

/** One chart for each patient of the acceptance list, with all orders of that patient; and the fixtures that no order of the list uses. */
export function charts(): readonly Chart[] {
  const list = readOrderList();
  const service = serviceById('pgx-order-sign');
  if (service === undefined) throw new Error('there is no order-sign service');
  const found = new Map<string, Chart>();
  for (const order of list.orders) {
    const chart = chartFor(order, list, AS_OF);
    const call = hookCall(order, chart, service, { hookInstance: 'x', today: AS_OF });
    const drafts = (call['context'] as { draftOrders: { entry: { resource: Resource }[] } }).draftOrders.entry.map(
      ({ resource }) => resource,
    );
    const known = found.get(chart.patientId) ?? {
      name: chart.patientId,
      patientId: chart.patientId,
      asOf: AS_OF,
      resources: chart.resources as readonly Resource[],
      orders: [],
    };
    found.set(chart.patientId, {
      ...known,
      resources: [...known.resources, ...drafts],
      orders: [...known.orders, ...drafts.map(({ id }) => id)],
    });
  }
  for (const folder of readdirSync(join(ROOT, 'fixtures'))) {
    if (!/^[a-z0-9-]+$/.test(folder) || folder === 'sandbox') continue;
    const bundle = JSON.parse(readFileSync(join(ROOT, 'fixtures', folder, 'bundle.json'), 'utf8')) as { entry: { resource: Resource }[] };
    const resources = bundle.entry.map(({ resource }) => resource);
    const patientId = resources.find(({ resourceType }) => resourceType === 'Patient')?.id ?? '';
    if (!found.has(patientId)) found.set(patientId, { name: folder, patientId, asOf: AS_OF, resources, orders: [] });
  }
  return [...found.values()];
}
