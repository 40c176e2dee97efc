/** The synthetic patients of the installation, each tried on the services, so that a set-up sheet says what really appears. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedClinic } from '../clinic.ts';
import { isObject, type Json } from '../ehr/chart-part.ts';
import { createFhirReader, type FhirReader } from '../ehr/fhir-server.ts';
import { answerHook } from '../hooks/answer.ts';
import { parseHookRequest } from '../hooks/hook-request.ts';
import { PREFETCH } from '../hooks/prefetch-keys.ts';
import { SERVICES, type ServiceDefinition } from '../hooks/services.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import type { SheetCard, SheetPatient } from '../setup-sheet/index.ts';

interface Case {
  readonly title: string;
  readonly resources: readonly Json[];
  readonly patientId: string;
  readonly tryThis: readonly { readonly order: string; readonly expect: string }[];
}

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const MOST_MS = 10_000;

/** Undefined when no synthetic patients are installed. `today`: `YYYY-MM-DD`. */
export async function tryPatients(clinic: LoadedClinic, today: string): Promise<readonly SheetPatient[] | undefined> {
  const folder = join(packageRoot(), 'fixtures');
  if (!existsSync(folder)) return undefined;
  const cases = readdirSync(folder)
    .sort()
    .flatMap((name) => readCase(join(folder, name)));
  const products = readProducts(join(folder, 'sandbox', 'orderables.json'));
  const reader = createFhirReader();
  try {
    const patients: SheetPatient[] = [];
    for (const known of cases) patients.push(await tryCase(known, products, { clinic, today, reader }));
    return patients;
  } finally {
    await reader.close();
  }
}

interface Setting {
  readonly clinic: LoadedClinic;
  readonly today: string;
  readonly reader: FhirReader;
}

async function tryCase(known: Case, products: readonly Json[], setting: Setting): Promise<SheetPatient> {
  const orders: { order: string; expect: string; cards: readonly SheetCard[] }[] = [];
  for (const { order, expect } of known.tryThis)
    orders.push({ order, expect, cards: await cardsOf(known, 'order-sign', draftFor(order, known.patientId, products), setting) });
  return { title: known.title, id: known.patientId, onOpening: await cardsOf(known, 'patient-view', undefined, setting), orders };
}

async function cardsOf(
  known: Case,
  hook: 'order-sign' | 'patient-view',
  draft: Json | undefined,
  setting: Setting,
): Promise<readonly SheetCard[]> {
  const found: SheetCard[] = [];
  for (const service of SERVICES.filter((each) => each.hook === hook)) {
    const parsed = parseHookRequest(requestFor(known, service, draft), hook);
    if (!parsed.ok) throw new Error(`the request for ${known.patientId} is not valid: ${parsed.issues.join('; ')}`);
    const { drafts } = await answerHook(parsed.value, service, { ...setting, signal: AbortSignal.timeout(MOST_MS) });
    found.push(...drafts.map(({ indicator, summary, topic }) => ({ service: service.id, indicator, summary, topic })));
  }
  return found;
}

function requestFor({ patientId, resources }: Case, service: ServiceDefinition, draft: Json | undefined): Json {
  const prefetch = Object.fromEntries(
    service.keys.map((key) => {
      const types: readonly string[] = PREFETCH[key].types;
      const of = resources.filter(({ resourceType }) => types.includes(String(resourceType)));
      return [
        key,
        key === 'patient' ? (of[0] ?? null) : { resourceType: 'Bundle', type: 'searchset', entry: of.map((resource) => ({ resource })) },
      ];
    }),
  );
  const orders = draft === undefined ? {} : { draftOrders: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: draft }] } };
  return { hook: service.hook, hookInstance: 'setup', context: { userId: 'Practitioner/setup', patientId, ...orders }, prefetch };
}

/** The product that order entry would offer first for these words; text alone when there is none. */
function draftFor(order: string, patientId: string, products: readonly Json[]): Json {
  const product = products.find(({ text }) => typeof text === 'string' && text.toLowerCase().includes(order.toLowerCase()));
  const [dose]: readonly unknown[] = product !== undefined && Array.isArray(product.doses) ? product.doses : [];
  const coding = product === undefined ? {} : { coding: [{ system: RXNORM, code: product.rxnorm, display: product.display }] };
  return {
    resourceType: 'MedicationRequest',
    id: 'setup-draft',
    status: 'draft',
    intent: 'order',
    subject: { reference: `Patient/${patientId}` },
    medicationCodeableConcept: { ...coding, text: product?.text ?? order },
    ...(isObject(dose) ? { dosageInstruction: [dosage(dose)] } : {}),
  };
}

function dosage({ amount, unit, times, period, periodUnit, route }: Json): Json {
  return {
    timing: { repeat: { frequency: times, period, periodUnit } },
    route: { text: route },
    doseAndRate: [{ doseQuantity: { value: amount, unit, system: 'http://unitsofmeasure.org', code: unit } }],
  };
}

function readCase(folder: string): readonly Case[] {
  const about = readJson(join(folder, 'case.json'));
  const bundle = readJson(join(folder, 'bundle.json'));
  if (!isObject(about) || !isObject(bundle) || !Array.isArray(bundle.entry)) return [];
  const resources = bundle.entry.flatMap((entry: unknown) => (isObject(entry) && isObject(entry.resource) ? [entry.resource] : []));
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
  if (typeof patient?.id !== 'string' || typeof about.title !== 'string' || !Array.isArray(about.tryThis)) return [];
  const tryThis = about.tryThis.filter(isObject).map(({ order, expect }) => ({ order: String(order), expect: String(expect) }));
  return [{ title: about.title, resources, patientId: patient.id, tryThis }];
}

function readProducts(file: string): readonly Json[] {
  const found = readJson(file);
  return isObject(found) && Array.isArray(found.products) ? found.products.filter(isObject) : [];
}

function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}
