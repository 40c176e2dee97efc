/** One hook call from parsed body to what is to be said: gather, guard, interpret. No Express, no clock of its own. */
import type { CardContext, CardDraft } from '../cards/types.ts';
import { withAddresses } from '../ehr/bundle-address.ts';
import { forbidsGenomicUse, resourcesIn } from '../ehr/consent.ts';
import { namedAmong, namelessDrugs, readMissingMedications } from '../ehr/missing-medications.ts';
import { readNamedByChart, unreadResults, type NamedSetting } from '../ehr/named-by-chart.ts';
import { asksForAny, gatherChart, type Chart, type ChartRequest, type WantedPart } from '../ehr/chart.ts';
import { firstFetched, notAmong, readFurther, type Besides } from '../ehr/further.ts';
import type { ChartPart } from '../ehr/chart-part.ts';
import { refusingReader, type FhirReader } from '../ehr/fhir-server.ts';
import type { PatientReport } from '../report/types.ts';
import type { MatchOptions } from '../trials/index.ts';
import { byUrgency } from './card-json.ts';
import { sha256 } from './sha256.ts';
import { ofBeforeSession, readDraftOrders, type DraftOrders } from './draft-orders.ts';
import { furtherQueries } from './further-queries.ts';
import type { HookRequest, Json } from './hook-request.ts';
import {
  offersAnotherDrug,
  sayUnread,
  uncheckedOrdersCard,
  unreadCard,
  NOTHING_FURTHER_ASKED,
  unreadFurther,
  unreadInContext,
  unreadOrders,
  unreadParts,
  unnamedDrugs,
  unreadOfReports,
  unreadSubjects,
  unsentBehindChoice,
  type UnreadPart,
} from './not-checked.ts';
import { Refusal } from './operation-outcome.ts';
import { isReadBesideOthers, PREFETCH, resolvedQuery, type PrefetchKey } from './prefetch-keys.ts';
import { RESULT_KEYS, type ServiceDefinition } from './services.ts';
import { consentCard, failureCard } from './service-cards.ts';

/** The clinical core as the service uses it; pure functions with their knowledge already inside. */
export interface Clinic {
  /** `trials: null`: no trials are looked for. */
  interpret(input: {
    resources: unknown;
    patientId: string;
    asOf: string;
    allDrugs?: boolean;
    trials?: MatchOptions | null;
  }): PatientReport | Promise<PatientReport>;
  toCards(report: PatientReport, context: CardContext): readonly CardDraft[];
  /** How many drugs words name: for orders that name theirs in words alone, in another form than a medication order. */
  drugsNamed?(this: void, words: string): number;
}

export interface InterpretSetting {
  readonly clinic: Clinic;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The EHR calls the pharmacogenomic service for the same orders: its advice is not repeated. */
  readonly pgxElsewhere?: boolean;
  /** Told as each phase ends. */
  readonly onPhase?: (phase: 'gather' | 'interpret' | 'cards') => void;
  /** A defect of ours while interpreting: the caller is told that nothing was checked. */
  readonly onDefect?: (error: unknown) => void;
}

export interface AnswerSetting extends InterpretSetting {
  readonly reader: FhirReader;
  /** Where data may be read with the call's token; absent = prefetch only. */
  readonly access?: { readonly base: string; readonly token: string };
  /** Further addresses of the EHR's FHIR server, by the trust file. */
  readonly ownServers?: readonly string[];
  /** Ends the reading of FHIR data; the answer is then made of what is there. */
  readonly signal: AbortSignal;
  /** Told as each part of the chart is there. */
  readonly onPart?: (key: PrefetchKey, part: ChartPart, fetched: boolean) => void;
}

export interface Answer {
  readonly drafts: readonly CardDraft[];
  /** Says that part of the chart was not read: goes out wherever none of the cards sent says so. */
  readonly note?: CardDraft;
  readonly report?: PatientReport;
  readonly notChecked: readonly UnreadPart[];
  /** References of the orders that the call was about. */
  readonly concerned: readonly string[];
  /** References of all orders of the call: what suggestions may change. */
  readonly orders: readonly string[];
  /** True when nothing was read from a FHIR server and nothing failed: the same call has the same answer. */
  readonly fromPrefetch: boolean;
  /** SHA-256 over what was interpreted. */
  readonly inputHash: string;
}

/** No order to check: silence, or the word that the order meant could not be used. A new one each time: what is worked out for an answer is remembered by it. */
function withoutOrders(orders: DraftOrders, { hook }: ServiceDefinition): Answer {
  const notChecked = unreadOrders(orders);
  const card = uncheckedOrdersCard(notChecked, hook);
  return { drafts: card === null ? [] : [card], notChecked, concerned: [], orders: [], fromPrefetch: true, inputHash: '' };
}

const FOR_ANOTHER = refusingReader('the access that was granted is for another patient');

export async function answerHook(request: HookRequest, service: ServiceDefinition, setting: AnswerSetting): Promise<Answer> {
  const servers = request.fhirServer === undefined ? [] : [request.fhirServer, ...(setting.ownServers ?? [])];
  const orders = readDraftOrders(request, servers, setting.clinic.drugsNamed);
  if (service.hook !== 'patient-view' && orders.concerned.length === 0) return withoutOrders(orders, service);

  const reader = request.tokenOfAnother === true ? FOR_ANOTHER : setting.reader;
  // What the orders name is asked for at the same time as the chart.
  const first = firstFetched(setting.onPart);
  const wanted: ChartRequest<PrefetchKey> = {
    patientId: request.patientId,
    parts: service.keys.map((key) => wantedPart(key, request.patientId, service)),
    prefetch: request.prefetch,
    servers,
    ...(setting.access === undefined ? {} : { access: setting.access }),
    signal: setting.signal,
    onPart: first.onPart,
  };
  const gathering = gatherChart(wanted, reader);
  const results = { ...wanted, parts: wanted.parts.filter(({ key }) => RESULT_KEYS.includes(key)) };
  const sent = Object.values(request.prefetch).flatMap(resourcesIn);
  const [chart, ofOrders, further] = await Promise.all([
    gathering,
    medicationsOf([...orders.resources, ...sent], setting, reader),
    furtherOf(request, service, setting, { asks: asksForAny(results), begun: first.begun, ended: gathering, servers, reader }),
  ]);
  if (chart.wrongPatient) throw new Refusal(400, 'prefetch.patient is not the patient of context.patientId');
  refuseWithoutResults(chart, request.accessToken !== undefined && setting.access === undefined);
  // What the chart names is known only now that it is there.
  const asked = [...chart.resources, ...notAmong(chart.resources, namedAmong(sent, orders.resources, servers)), ...ofOrders.found];
  const here = [...asked, ...notAmong(asked, further.found)];
  const ofChart = await namedBy(here, setting, { patientId: request.patientId, servers, reader, but: ofOrders.asked });
  const resources = [...here, ...ofChart.found];
  setting.onPhase?.('gather');

  const call = {
    service,
    patientId: request.patientId,
    orders,
    notChecked: [
      ...unreadParts(chart, orders, service.family),
      ...unnamedDrugs(namelessDrugs(resources), setting.access !== undefined),
      ...unreadOfReports(unreadResults(resources)),
      ...further.unread,
    ],
    unsent: unsentBehindChoice(chart),
    chart: resources,
    fetched: chart.fetched || ofOrders.asked.length > 0 || ofChart.asked > 0,
  };
  return interpretCall(call, setting);
}

/** Medications that orders name and that did not come along. */
function medicationsOf(resources: readonly Json[], { access, signal }: AnswerSetting, reader: FhirReader) {
  return access === undefined ? NO_MEDICATIONS : readMissingMedications(resources, access, reader, signal);
}

/** Searches that nobody is kept waiting for; none where the results came with the call. */
async function furtherOf(
  { patientId, scope }: HookRequest,
  { family }: ServiceDefinition,
  { access, signal }: AnswerSetting,
  {
    asks,
    servers,
    reader,
    ...besides
  }: Besides & { readonly asks: boolean; readonly servers: readonly string[]; readonly reader: FhirReader },
): Promise<{ readonly found: readonly Json[]; readonly unread: readonly UnreadPart[] }> {
  if (access === undefined || !asks) return { found: [], unread: NOTHING_FURTHER_ASKED };
  const unread: UnreadPart[] = [];
  const told: Pick<Besides, 'onUnread' | 'onRefused'> = {
    onUnread: (query, part) => unread.push(...unreadFurther(query, part)),
    onRefused: (query) => unread.push(...unreadFurther(query)),
  };
  const queries = furtherQueries(patientId, family, scope);
  const found = await readFurther(queries, { ...besides, ...told }, { patientId, servers, access, reader, signal });
  return { found, unread };
}

function namedBy(resources: readonly Json[], { access, signal }: AnswerSetting, setting: Omit<NamedSetting, 'access' | 'signal'>) {
  return access === undefined ? NOTHING_NAMED : readNamedByChart(resources, { ...setting, access, signal });
}

const NOTHING_NAMED = { found: [], asked: 0 } as const;
const NO_MEDICATIONS = { found: [], asked: [] } as const;

function wantedPart(key: PrefetchKey, patientId: string, { family }: ServiceDefinition): WantedPart<PrefetchKey> {
  const { types, most } = PREFETCH[key];
  return { key, query: resolvedQuery(key, patientId), types, most, besideOthers: isReadBesideOthers(key, family) };
}

/** What a call is about once its data are there; kept apart so that a decision can be made again from the same data. */
export interface GatheredCall {
  readonly service: ServiceDefinition;
  readonly patientId: string;
  readonly orders: DraftOrders;
  readonly notChecked: readonly UnreadPart[];
  /** What was not sent, and is said only where another drug is offered. */
  readonly unsent?: readonly UnreadPart[];
  /** Resources read from the chart, orders aside. */
  readonly chart: readonly Json[];
  /** True when a FHIR server was asked. */
  readonly fetched?: boolean;
}

export async function interpretCall(call: GatheredCall, setting: InterpretSetting): Promise<Answer> {
  const { orders, service } = call;
  const input = [...ofBeforeSession(call.chart, orders), ...orders.resources];
  const inputHash = sha256(JSON.stringify(input));
  const known = {
    notChecked: call.notChecked,
    concerned: orders.concerned,
    orders: Object.keys(orders.byReference),
    inputHash,
    fromPrefetch: call.fetched !== true,
  };
  if (call.chart.some((resource) => forbidsGenomicUse(resource, setting.today))) return { ...known, drafts: [consentCard(service)] };
  try {
    const report = await setting.clinic.interpret({
      resources: withAddresses(input),
      patientId: call.patientId,
      asOf: setting.today,
      trials: null,
    });
    setting.onPhase?.('interpret');
    const notChecked = withSubjects(call, unreadSubjects(report, input, call.patientId));
    const said = saidOf(report, { ...call, notChecked }, setting);
    setting.onPhase?.('cards');
    return { ...known, ...said, report };
  } catch (error) {
    setting.onDefect?.(error);
    return { ...known, fromPrefetch: false, drafts: [failureCard(service)] };
  }
}

/** A call that is replayed brings along what was not checked then. */
function withSubjects({ notChecked }: GatheredCall, subjects: readonly UnreadPart[]): readonly UnreadPart[] {
  return [...notChecked, ...subjects.filter(({ text }) => !notChecked.some((known) => known.text === text))];
}

/** 412 when neither results nor laboratory values could be had: nothing true can be said, and silence would look like "all clear". */
function refuseWithoutResults(chart: Chart<PrefetchKey>, serverNotTrusted: boolean): void {
  const states = RESULT_KEYS.map((key) => ({ key, part: chart.parts.get(key) }));
  const unknown = states.filter(({ part }) => part === undefined || part.state === 'absent' || part.state === 'failed');
  if (unknown.length < states.length) return;
  const reasons = unknown.map(({ key, part }) =>
    part?.state === 'failed'
      ? `prefetch.${key} is needed and could not be read: ${part.why}`
      : `prefetch.${key} is needed and was not sent`,
  );
  const hint = serverNotTrusted ? ['fhirServer is not among the trusted servers of this EHR, so nothing was read from it'] : [];
  throw new Refusal(412, [...reasons, ...hint]);
}

/** An infusion as a service request beside the medication order of the same drug is one order: it is spoken of once. */
function withoutRepeated({ concerned, inOtherForm = [] }: DraftOrders, { orders }: PatientReport): readonly string[] {
  if (inOtherForm.length === 0) return concerned;
  const drugsOf = new Map(orders.map(({ reference, ingredients }) => [reference, ingredients.map(({ name }) => name)]));
  const written = new Set(concerned.filter((reference) => !inOtherForm.includes(reference)).flatMap((one) => drugsOf.get(one) ?? []));
  return concerned.filter((reference) => {
    const drugs = drugsOf.get(reference) ?? [];
    return !inOtherForm.includes(reference) || drugs.length === 0 || drugs.some((drug) => !written.has(drug));
  });
}

/** The cards, what they say was not checked, and the note for the case that none of them is sent. */
function saidOf(
  report: PatientReport,
  { service, orders, notChecked, unsent = [] }: GatheredCall,
  { clinic, pgxElsewhere }: InterpretSetting,
): Pick<Answer, 'drafts' | 'note' | 'notChecked'> {
  const cardsFor = (unread: readonly UnreadPart[]): readonly CardDraft[] =>
    clinic.toCards(report, {
      hook: service.hook,
      family: service.family,
      orders: withoutRepeated(orders, report),
      draftOrders: orders.byReference as Readonly<Record<string, Json>>,
      ...unreadInContext(unread),
      ...(pgxElsewhere === true ? { pgxElsewhere } : {}),
    });
  const first = cardsFor(notChecked);
  const leans = unsent.length > 0 && first.some((draft) => offersAnotherDrug(draft, report));
  const unread = leans ? [...notChecked, ...unsent] : notChecked;
  const drafts = leans ? cardsFor(unread) : first;
  const note = unreadCard(unread, service.hook);
  return {
    drafts: byUrgency(note === null || sayUnread(drafts) ? drafts : [...drafts, note]),
    ...(note === null ? {} : { note }),
    notChecked: unread,
  };
}
