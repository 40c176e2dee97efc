/** Makes a recorded decision again from the data it was made of, and says whether the same cards come out. */
import type { VendorProfile } from '../config/trust.ts';
import { resourcesIn } from '../ehr/consent.ts';
import { isAboutAnother } from '../ehr/right-patient.ts';
import { gatherChart } from '../ehr/chart.ts';
import type { FhirReader } from '../ehr/fhir-server.ts';
import type { Keyed } from '../store/secret.ts';
import type { DecisionRecord } from '../store/types.ts';
import { interpretCall, type Clinic, type GatheredCall } from './answer.ts';
import { toWireCard, type WireCard } from './card-json.ts';
import { cardsText, guidanceKey, patientHash } from './decision.ts';
import { sha256 } from './sha256.ts';
import { ORDER_TYPES, readDraftOrders, type DraftOrders } from './draft-orders.ts';
import { sayUnread } from './not-checked.ts';
import { isObject, parseHookRequest, type Json } from './hook-request.ts';
import { PREFETCH } from './prefetch-keys.ts';
import { serviceById, type ServiceDefinition } from './services.ts';
import { forVendor } from './vendor.ts';

export interface Replay {
  readonly cards: readonly WireCard[];
  /** The cards as canonical text, uuids aside. */
  readonly text: string;
  readonly same: boolean;
  /** Why they may differ: other data, other knowledge, another model. */
  readonly differences: readonly string[];
}

export class ReplayFault extends Error {
  override readonly name = 'ReplayFault';
}

/**
 * `input`: the hook request, or a Bundle (or array) of the resources that the decision was made of.
 * `patientId` is needed only when the input does not name exactly one patient.
 */
export async function replay(
  record: DecisionRecord,
  input: unknown,
  setting: { readonly clinic: Clinic; readonly keyed: Keyed; readonly patientId?: string },
): Promise<Replay> {
  const service = serviceById(record.service);
  if (service === undefined) throw new ReplayFault(`The record's service "${record.service}" is not known to this Genehook`);
  const call =
    isObject(input) && 'hookInstance' in input
      ? await fromRequest(input, service, record, setting.clinic)
      : fromBundle(input, service, record, setting);
  if (patientHash(setting.keyed, record.ehr, call.patientId) !== record.patient)
    throw new ReplayFault('The data are of another patient than the record, or the secret is another one');
  const answer = await interpretCall(call, { clinic: setting.clinic, today: record.asOf, pgxElsewhere: record.pgxElsewhere ?? false });
  const silenced = new Set(record.cards.filter(({ suppressed }) => suppressed).map(({ guidance }) => guidance));
  const { report } = answer;
  const left = answer.drafts.filter((draft) => report === undefined || !silenced.has(guidanceKey(draft, report, record.patient)));
  const drafts = answer.note === undefined || sayUnread(left) ? left : [...left, answer.note];
  let count = 0;
  const newUuid = (): string => `00000000-0000-0000-0000-${String((count += 1)).padStart(12, '0')}`;
  const wire = { publicUrl: record.publicUrl, patientId: call.patientId, orders: new Set(answer.orders), newUuid };
  const cards = drafts.map((draft) => forVendor(toWireCard(draft, wire), record.profile as VendorProfile, newUuid));
  const text = cardsText(cards);
  return { cards, text, same: sha256(text) === record.cardsHash, differences: differencesOf(record, answer) };
}

function differencesOf(record: DecisionRecord, { report, inputHash }: Awaited<ReturnType<typeof interpretCall>>): string[] {
  const differences: string[] = [];
  const compare = (name: string, then: readonly { id: string; version: string }[], now: readonly { id: string; version: string }[]) => {
    for (const { id, version } of then) {
      const found = now.find((item) => item.id === id)?.version ?? 'none';
      if (found !== version) differences.push(`${name} ${id}: ${version} then, ${found} now`);
    }
  };
  compare('knowledge', record.knowledge, report?.knowledge ?? []);
  compare(
    'model',
    record.models,
    (report?.predictions ?? []).map(({ model, version }) => ({ id: model, version })),
  );
  if (record.factsHash !== (report?.inputHash ?? '')) differences.push('facts: not the same as were read then');
  if (record.inputHash !== inputHash) differences.push('input: not the same resources in the same order');
  return differences;
}

const NO_FHIR: FhirReader = {
  read: async () => ({ state: 'absent' }),
  readOn: async (_access, { resources }) => ({ state: 'incomplete', resources }),
  close: async () => undefined,
};

async function fromRequest(
  input: Json,
  service: ServiceDefinition,
  record: DecisionRecord,
  { drugsNamed }: Pick<Clinic, 'drugsNamed'>,
): Promise<GatheredCall> {
  const parsed = parseHookRequest(input, service.hook);
  if (!parsed.ok) throw new ReplayFault(parsed.issues.join('; '));
  const request = parsed.value;
  const chart = await gatherChart(
    {
      patientId: request.patientId,
      parts: service.keys.map((key) => ({ key, query: '', types: PREFETCH[key].types, most: PREFETCH[key].most })),
      prefetch: request.prefetch,
      servers: request.fhirServer === undefined ? [] : [request.fhirServer],
      signal: new AbortController().signal,
    },
    NO_FHIR,
  );
  const orders = readDraftOrders(request, undefined, drugsNamed);
  return { service, patientId: request.patientId, orders, notChecked: record.notChecked, chart: chart.resources };
}

function fromBundle(
  input: unknown,
  service: ServiceDefinition,
  record: DecisionRecord,
  { keyed, patientId }: { readonly keyed: Keyed; readonly patientId?: string },
): GatheredCall {
  const all = resourcesIn(input);
  const patient = patientId ?? onlyPatient(all);
  const own = all.filter((resource) => !isAboutAnother(resource, patient));
  const nameOf = (resource: Json): string => `${String(resource.resourceType)}/${String(resource.id)}`;
  const isOrder = (resource: Json): boolean =>
    ORDER_TYPES.has(resource.resourceType) &&
    (resource.status === 'draft' || record.orders.includes(keyed.hash('order', record.ehr, nameOf(resource))));
  const orders = service.hook === 'patient-view' ? [] : own.filter(isOrder);
  const byReference = Object.fromEntries(orders.map((resource) => [nameOf(resource), resource]));
  const concerned = Object.keys(byReference).filter((reference) => record.orders.includes(keyed.hash('order', record.ehr, reference)));
  const drafts: DraftOrders = { byReference, concerned, resources: orders, otherPatient: 0, notSent: 0, notRead: 0, unplaced: [] };
  return {
    service,
    patientId: patient,
    orders: drafts,
    notChecked: record.notChecked,
    chart: own.filter((resource) => !orders.includes(resource)),
  };
}

function onlyPatient(resources: readonly Json[]): string {
  const ids = new Set(resources.filter(({ resourceType }) => resourceType === 'Patient').map(({ id }) => String(id)));
  const [id] = ids;
  if (ids.size !== 1 || id === undefined)
    throw new ReplayFault('The input does not hold exactly one Patient; name the patient with --patient');
  return id;
}
