/** A synthetic patient with a tumour, results and drafted drugs, and what the order and the chart are told. */
import { toCards } from '../../cds-service/cards/index.ts';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';

const LOINC = 'http://loinc.org';
const subject = { reference: 'Patient/p' };
const knowledge = loadKnowledge();

export type Resource = Record<string, unknown>;
export type Line = readonly [name: string, value: string];

export const code = (loinc: string) => ({ coding: [{ system: LOINC, code: loinc }] });
export const observation = (id: string, rest: Resource): Resource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject,
  effectiveDateTime: '2026-10-01',
  ...rest,
});
/** One result a line, by names and words alone. */
export const lines = (given: readonly Line[]) =>
  given.map(([name, value], at) => observation(`o${at}`, { code: { text: name }, valueString: value }));
/** A variant found, as the Genomics Reporting guide writes it: components by LOINC code with words. */
export const assessment = (...components: readonly Line[]) =>
  observation(`v-${components.map(([, words]) => words).join('-')}`, {
    code: code('69548-6'),
    valueCodeableConcept: code('LA9633-4'),
    component: components.map(([loinc, words]) => ({ code: code(loinc), valueCodeableConcept: { text: words } })),
  });
export const condition = (text: string, icd10?: string, id = 'tumour'): Resource => ({
  resourceType: 'Condition',
  id,
  subject,
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text, ...(icd10 === undefined ? {} : { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: icd10 }] }) },
});
/** A drug given before and stopped. */
export const given = (drug: string): Resource => ({
  resourceType: 'MedicationStatement',
  id: `past-${drug.replaceAll(' ', '-')}`,
  status: 'completed',
  subject,
  medicationCodeableConcept: { text: drug },
  effectivePeriod: { start: '2026-01-01', end: '2026-08-01' },
});
const draft = (drug: string, at: number) => ({
  resourceType: 'MedicationRequest',
  id: `draft${at}`,
  status: 'draft',
  intent: 'order',
  subject,
  medicationCodeableConcept: { text: drug },
});

/**
 * @param tumour the diagnosis in words, or the conditions of the chart
 * @param drugs what is drafted; nothing to ask for the cards on opening the chart alone
 */
export function board(tumour: string | readonly Resource[], results: readonly Resource[], ...drugs: readonly string[]) {
  const orders = drugs.map(draft);
  const conditions = typeof tumour === 'string' ? [condition(tumour)] : tumour;
  const report = interpret(
    {
      resources: [{ resourceType: 'Patient', id: 'p', birthDate: '1960-01-01' }, ...conditions, ...results, ...orders],
      asOf: '2026-11-21',
    },
    knowledge,
  );
  const asked = { family: 'oncology', notChecked: [] } as const;
  const references = orders.map(({ id }) => `MedicationRequest/${id}`);
  const cards = toCards(report, {
    ...asked,
    hook: 'order-sign',
    orders: references,
    draftOrders: Object.fromEntries(orders.map((order, at) => [references[at], order])),
  });
  return {
    report,
    /** The verdict on the first drafted drug. */
    fit: report.oncology.orders?.find(({ drug }) => drug.name === drugs[0]) ?? report.oncology.orders?.[0],
    cards,
    summaries: cards.map(({ summary }) => summary),
    /** On opening the chart: one card or none. */
    opening: toCards(report, { ...asked, hook: 'patient-view', orders: [], draftOrders: {} })[0],
    approved: report.oncology.therapies.filter((match) => match.approved),
    variants: report.oncology.variants.map(({ name }) => name),
  };
}
