/** All that the product says of a chart: the report, and the cards of every hook and subject. */
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { interpret } from '../../cds-service/interpret.ts';
import { toCards } from '../../cds-service/cards/index.ts';
import type { PatientReport } from '../../cds-service/report/types.ts';
import type { Chart, Json } from './charts.ts';

const knowledge = loadKnowledge();

export interface Answer {
  readonly report: Omit<PatientReport, 'knowledge'>;
  readonly cards: readonly Json[];
}

/** `input`: the chart in any form. */
export function answerTo(input: unknown, chart: Chart): Answer {
  const { knowledge: _sources, ...report } = interpret(
    { resources: input, patientId: chart.patientId, asOf: chart.asOf, trials: null },
    knowledge,
  );
  const full = { ...report, knowledge: _sources };
  const orders = chart.orders.map((id) => `MedicationRequest/${id}`);
  const draftOrders = Object.fromEntries(
    chart.resources
      .filter(({ resourceType, id }) => resourceType === 'MedicationRequest' && chart.orders.includes(id))
      .map((resource) => [`MedicationRequest/${resource.id}`, resource]),
  );
  const cards = (['pgx', 'oncology'] as const).flatMap((family) =>
    (['order-sign', 'patient-view'] as const).flatMap((hook) =>
      toCards(full, { hook, family, orders: hook === 'order-sign' ? orders : [], draftOrders, notChecked: [] }).map((card) => ({
        family,
        hook,
        ...card,
      })),
    ),
  );
  return { report, cards };
}
