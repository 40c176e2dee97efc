/** A case asked of the clinical core by the door of the service: chart and order → report → cards of both families. */
import type { LoadedClinic } from '../../cds-service/clinic.ts';
import type { CardContext, CardDraft } from '../../cds-service/cards/index.ts';
import type { PatientReport } from '../../cds-service/report/types.ts';
import { openingFaults, orderFaults, reportFaults, type ThirdPartyCase } from './judge.ts';
import { chartOf, drugOrder, type Resource } from './shapes.ts';

const TODAY = '2026-11-22';

/** Everything in which the answer differs from what is expected. */
export async function faultsOf(one: ThirdPartyCase, clinic: LoadedClinic): Promise<string[]> {
  const interpret = (...resources: readonly Resource[]): Promise<PatientReport> =>
    clinic.interpret({ resources, patientId: 'p1', asOf: TODAY, trials: null });
  const cardsOf = (report: PatientReport, context: Pick<CardContext, 'hook' | 'orders' | 'draftOrders'>): CardDraft[] =>
    (['oncology', 'pgx'] as const).flatMap((family) => clinic.toCards(report, { ...context, family, notChecked: [] }));
  const chart = chartOf(one.chart, one.person);
  const named = Object.entries(one.orders ?? {}).map(([drug, outcome]) => [drugOrder(drug), outcome] as const);
  const faults: string[] = [];
  let seen = false;
  for (const [order, outcome] of [...named, ...(one.coded ?? [])]) {
    const reference = `MedicationRequest/${String(order['id'])}`;
    const report = await interpret(chart, order);
    if (!seen) faults.push(...reportFaults(report, one));
    seen = true;
    const cards = cardsOf(report, { hook: 'order-sign', orders: [reference], draftOrders: { [reference]: order } });
    const drug = report.orders.find((known) => known.reference === reference)?.text ?? reference;
    faults.push(...orderFaults(drug, outcome, cards, report.oncology.orders ?? []));
  }
  if (seen && one.opening === undefined) return faults;
  const report = await interpret(chart);
  if (!seen) faults.push(...reportFaults(report, one));
  const opened = cardsOf(report, { hook: 'patient-view', orders: [], draftOrders: {} });
  return [...faults, ...openingFaults(opened, one.opening ?? [])];
}
