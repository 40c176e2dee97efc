/** A Genehook app over a made-up clinic, so that the protocol is tested apart from the clinical rooms. */
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import { createApp } from '../../cds-service/server/app.ts';
import type { CardContext, CardDraft } from '../../cds-service/cards/types.ts';
import { parseTrust, type SigningAlgorithm, type Trust } from '../../cds-service/config/trust.ts';
import type { Dependencies } from '../../cds-service/server/dependencies.ts';
import { createFhirReader } from '../../cds-service/ehr/fhir-server.ts';
import type { Clinic } from '../../cds-service/hooks/answer.ts';
import { createCallLimits } from '../../cds-service/operation/call-limits.ts';
import { createIdentify } from '../../cds-service/hooks/identify.ts';
import { createKeySets } from '../../cds-service/hooks/key-sets.ts';
import { createRecentAnswers } from '../../cds-service/hooks/recent.ts';
import { createLog } from '../../cds-service/operation/log.ts';
import { createMetrics } from '../../cds-service/operation/metrics.ts';
import type { PatientReport, RecognisedOrder } from '../../cds-service/report/types.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import { createKeyed } from '../../cds-service/store/secret.ts';

export const PUBLIC_URL = 'https://cds.example.org';
export const ISSUER = 'https://ehr.example.org';

type Json = Readonly<Record<string, unknown>>;

export interface TestApp {
  readonly app: ReturnType<typeof createApp>;
  readonly store: MemoryStore;
  readonly logs: string[];
  readonly interpreted: Json[][];
  setTrust(trust: Trust): void;
}

export interface TestOptions {
  readonly trust?: Json;
  readonly clinic?: Clinic;
  readonly limits?: Partial<Dependencies['limits']>;
  readonly store?: Dependencies['store'];
  readonly now?: () => Date;
  readonly panelFolder?: string;
  readonly adminToken?: string;
  readonly trialSearchset?: Dependencies['trialSearchset'];
}

export const TEST_EHR = {
  name: 'Test EHR',
  issuer: ISSUER,
  jwksUrl: `${ISSUER}/jwks.json`,
  fhirServers: [`${ISSUER}/R4`],
  profile: 'generic',
} as const;

/** Without authentication, on loopback; trusts one EHR. */
export const OPEN_TRUST = { ehrs: [TEST_EHR], publicUrl: 'http://127.0.0.1:4020', auth: 'off' };

export function trustOf(content: unknown): Trust {
  const result = parseTrust(content);
  if (!result.ok) throw new Error(result.issues.join('\n'));
  return result.trust;
}

export function createTestApp(options: TestOptions = {}): TestApp {
  let trust = trustOf(options.trust ?? OPEN_TRUST);
  const logs: string[] = [];
  const interpreted: Json[][] = [];
  const memory = createMemoryStore();
  const store = options.store ?? memory;
  const log = createLog('debug', { write: (line) => void logs.push(line) });
  const metrics = createMetrics(() => store.state());
  const limits = {
    bodyBytes: 10 * 1024 * 1024,
    requestsPerMinute: 1_000_000,
    concurrentCalls: 256,
    tokenAgeSeconds: 3600,
    answerMs: 450,
    ...options.limits,
  };
  const now = options.now ?? (() => new Date());
  const calls = createCallLimits(limits.requestsPerMinute, limits.concurrentCalls, Date.now);
  const clinic = options.clinic ?? testClinic();
  const app = createApp({
    clinic: {
      ...clinic,
      interpret(input) {
        interpreted.push(input.resources as Json[]);
        return clinic.interpret(input);
      },
    },
    reader: createFhirReader(),
    store,
    log,
    metrics,
    metricsText: metrics.text,
    keyed: createKeyed('a secret for tests, long enough to be one'),
    calls,
    recent: createRecentAnswers(),
    limits,
    trust: () => trust,
    publicUrl: () => trust.publicUrl,
    newUuid: randomUUID,
    now,
    identify: createIdentify({
      trust: () => trust,
      publicUrl: () => trust.publicUrl,
      keys: createKeySets({ now: Date.now, coolDown: 0 }),
      now,
      maxAgeSeconds: limits.tokenAgeSeconds,
      firstUse: store.firstUse,
      waitOf: calls.waitOf,
      log,
      onRefused: metrics.refused,
    }),
    afterAnswer: (work) => work(),
    isStopping: () => false,
    ...(options.panelFolder === undefined ? {} : { panelFolder: options.panelFolder }),
    ...(options.adminToken === undefined ? {} : { adminToken: options.adminToken }),
    ...(options.trialSearchset === undefined ? {} : { trialSearchset: options.trialSearchset }),
  });
  return { app, store: memory, logs, interpreted, setTrust: (next) => void (trust = next) };
}

/** Says "avoid" for every clopidogrel order of a patient who has any Observation; silent otherwise. */
export function testClinic(): Clinic {
  return { interpret: ({ resources, patientId, asOf }) => testReport(resources as Json[], patientId, asOf), toCards: testCards };
}

function testReport(resources: readonly Json[], patientId: string, asOf: string): PatientReport {
  const results = resources.filter(({ resourceType }) => resourceType === 'Observation');
  const orders = resources.filter(({ resourceType }) => resourceType === 'MedicationRequest').map(toOrder);
  return {
    reportVersion: '1',
    patient: { id: patientId },
    asOf,
    inputHash: String(results.length).padStart(16, '0'),
    orders,
    knowledge: [{ id: 'test', version: '1', date: '2026-11-01', licence: 'none' }],
    pgx: { genes: [], drugs: [], untested: [] },
    oncology: { variants: [], biomarkers: [], therapies: [] },
    trials: [],
    predictions: [],
    warnings: results.map(({ id }) => ({ code: 'test', message: 'result', reference: `Observation/${String(id)}` })),
  };
}

function toOrder(resource: Json): RecognisedOrder {
  const concept = resource.medicationCodeableConcept as Json | undefined;
  const text = typeof concept?.text === 'string' ? concept.text : '';
  return {
    reference: `MedicationRequest/${String(resource.id)}`,
    status: String(resource.status),
    text,
    systemic: true,
    ingredients: [{ name: text, rxnorm: null }],
  };
}

function testCards(report: PatientReport, context: CardContext): CardDraft[] {
  const evidence = report.warnings.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
  if (evidence.length === 0) return [];
  return report.orders
    .filter(({ reference, text }) => context.orders.includes(reference) && /clopidogrel/i.test(text))
    .map(({ reference }) => testCard(reference, report.patient.id, evidence));
}

export function testCard(order: string, patientId: string, evidence: readonly string[]): CardDraft {
  return {
    summary: 'CYP2C19 poor metabolizer: avoid clopidogrel; consider prasugrel or ticagrelor',
    indicator: 'critical',
    detail: '**Result** test. **Effect** test.',
    source: { label: 'Test guideline', url: 'https://guideline.example.org' },
    topic: { system: 'https://genehook.org/CodeSystem/card-topic', code: 'testClopidogrelAvoid', display: 'clopidogrel' },
    ruleIds: ['test-rule'],
    evidence,
    order,
    suggestions: [
      {
        label: 'Replace clopidogrel by prasugrel',
        recommended: true,
        actions: [
          { type: 'delete', description: 'Remove the order for clopidogrel', resourceId: order },
          {
            type: 'create',
            description: 'Order prasugrel',
            resource: {
              resourceType: 'MedicationRequest',
              status: 'draft',
              intent: 'order',
              subject: { reference: `Patient/${patientId}` },
              medicationCodeableConcept: {
                coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '613391', display: 'prasugrel' }],
              },
            },
          },
        ],
      },
    ],
    overrideReasons: [{ system: 'https://genehook.org/override-reasons', code: 'benefit', display: 'Benefit outweighs the risk' }],
    links: [{ label: 'Guideline', url: 'https://guideline.example.org/clopidogrel' }],
    panelTarget: { view: 'drugs', id: '32968' },
  };
}

export const clopidogrel = (id = 'order-1', patient = 'p1'): Json => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'draft',
  intent: 'order',
  subject: { reference: `Patient/${patient}` },
  medicationCodeableConcept: { text: 'clopidogrel 75 mg' },
});

export const result = (id = 'result-1', patient = 'p1'): Json => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: `Patient/${patient}` },
  code: { text: 'CYP2C19 genotype' },
});

export const bundle = (...resources: readonly unknown[]): Json => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
});

/** Every prefetch key answered: one result, and nothing else on file. */
export const fullPrefetch = (patient = 'p1'): Record<string, unknown> => ({
  patient: { resourceType: 'Patient', id: patient },
  genomics: bundle(result('result-1', patient)),
  laboratory: null,
  reports: null,
  conditions: null,
  medications: null,
  earlier: null,
  statements: null,
  procedures: null,
  allergies: null,
  vitals: null,
  performance: null,
  specimens: null,
  consents: null,
});

export function orderSign(change: Json = {}, context: Json = {}): Record<string, unknown> {
  return {
    hook: 'order-sign',
    hookInstance: randomUUID(),
    context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: bundle(clopidogrel()), ...context },
    prefetch: fullPrefetch(),
    ...change,
  };
}

export interface SigningKey {
  readonly kid: string;
  readonly alg: SigningAlgorithm;
  readonly privateKey: CryptoKey;
  readonly publicJwk: Json;
}

export async function signingKey(alg: SigningAlgorithm, kid = `key-${alg}`): Promise<SigningKey> {
  const pair = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey: pair.privateKey, publicJwk: { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' } };
}

export interface TokenChange {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
}

/** A client JWT as a trusted EHR would send it; `undefined` in a change removes a member. */
export async function clientToken(key: SigningKey, audience: string, change: TokenChange = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: audience, iat: now, exp: now + 300, jti: randomUUID(), ...change.claims };
  const header = { alg: key.alg, kid: key.kid, typ: 'JWT', ...change.header };
  return new SignJWT(withoutUndefined(claims)).setProtectedHeader(withoutUndefined(header) as JWTHeaderParameters).sign(key.privateKey);
}

function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
