/** An acceptance order as the hook request that an EHR would send: draft order, and the chart as prefetch. */
import { isObject, type Json } from '../ehr/chart-part.ts';
import { PREFETCH, type PrefetchKey } from '../hooks/prefetch-keys.ts';
import type { ServiceDefinition } from '../hooks/services.ts';
import type { AcceptanceOrder, OrderDose } from './order-list.ts';
import type { SyntheticChart } from './synthetic-chart.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

const ROUTES: Readonly<Record<OrderDose['route'], readonly [string, string]>> = {
  oral: ['26643006', 'Oral route'],
  intravenous: ['47625008', 'Intravenous route'],
  subcutaneous: ['34206005', 'Subcutaneous route'],
  intramuscular: ['78421000', 'Intramuscular route'],
  topical: ['6064005', 'Topical route'],
};

export function hookCall(
  { id, order }: AcceptanceOrder,
  chart: SyntheticChart,
  service: ServiceDefinition,
  { hookInstance, today }: { readonly hookInstance: string; readonly today: string },
): Record<string, unknown> {
  const draft = {
    resourceType: 'MedicationRequest',
    id: `acceptance-order-${id}`,
    status: 'draft',
    intent: 'order',
    subject: { reference: `Patient/${chart.patientId}` },
    authoredOn: today,
    medicationCodeableConcept: {
      ...(order.rxnorm === undefined
        ? {}
        : { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: order.rxnorm, display: order.drug }] }),
      text: order.drug,
    },
    ...(order.dose === undefined ? {} : { dosageInstruction: [dosage(order.dose)] }),
  };
  return {
    hook: service.hook,
    hookInstance,
    context: {
      userId: 'Practitioner/acceptance',
      patientId: chart.patientId,
      draftOrders: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: draft }] },
    },
    prefetch: Object.fromEntries(service.keys.map((key) => [key, prefetchOf(key, chart.resources)])),
  };
}

function dosage({ amount, unit, times, period, periodUnit, route }: OrderDose): object {
  const [code, display] = ROUTES[route];
  return {
    timing: { repeat: { frequency: times, period, periodUnit } },
    route: { coding: [{ system: 'http://snomed.info/sct', code, display }], text: display },
    doseAndRate: [{ doseQuantity: { value: amount, unit, system: 'http://unitsofmeasure.org', code: unit } }],
  };
}

const OWN_KEY: Readonly<Record<string, PrefetchKey>> = {
  '29463-7': 'vitals',
  '8302-2': 'vitals',
  '89247-1': 'performance',
  '89262-0': 'performance',
  '89243-0': 'performance',
};

/** Null when nothing is on file, as the standard has it. Every observation stands under one key. */
function prefetchOf(key: PrefetchKey, resources: readonly Json[]): unknown {
  if (key === 'patient') return resources.find(({ resourceType }) => resourceType === 'Patient') ?? null;
  const { types } = PREFETCH[key];
  const found = resources.filter(
    (resource) =>
      types.some((type) => type === resource.resourceType) &&
      (resource.resourceType !== 'Observation' || observationKey(resource) === key) &&
      (resource.resourceType !== 'MedicationRequest' || (key === 'earlier') === isOver(resource)),
  );
  if (found.length === 0) return null;
  return { resourceType: 'Bundle', type: 'searchset', total: found.length, entry: found.map((resource) => ({ resource })) };
}

const isOver = ({ status }: Json): boolean => status === 'completed' || status === 'stopped' || status === 'on-hold';

function observationKey({ code, category }: Json): PrefetchKey {
  const own = codesIn(code).map((value) => entryOf(OWN_KEY, value));
  const known = own.find((key) => key !== undefined);
  if (known !== undefined) return known;
  const categories = Array.isArray(category) ? category.flatMap(codesIn) : [];
  return categories.some((value) => value === 'GE' || value === 'genomics') ? 'genomics' : 'laboratory';
}

function codesIn(value: unknown): string[] {
  if (!isObject(value) || !Array.isArray(value.coding)) return [];
  return value.coding.flatMap((coding) => (isObject(coding) && typeof coding.code === 'string' ? [coding.code] : []));
}
