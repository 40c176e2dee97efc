/**
 * FHIR servers as they answer in the field, behind a call without prefetch: a poor metabolizer of CYP2C19 for whom clopidogrel is signed. The
 * advice, or the word that something could not be read; never silence, never "not tested".
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { call, genotype, order, search, without, type Json } from '../conformance/client-calls.ts';
import { startFhirDouble } from '../service/fhir-double.ts';
import { createTestApp } from '../service/harness.ts';

const clinic = await loadClinic();

interface Reply {
  readonly body: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}
interface Asked {
  /** Path and query below the base: "Observation?patient=p1&…". */
  readonly path: string;
  readonly url: string;
  readonly origin: string;
  readonly base: string;
  /** What a plain server would answer. */
  readonly plain: Json;
}
/** `advice`; `said`: something was not read, and that is told; `advice and said`. */
type Expected = 'advice' | 'said' | 'advice and said';
type Server = readonly [name: string, answer: (asked: Asked) => Reply, expected: Expected, base?: string];

const outcome = (code: string, diagnostics = '', severity = 'error'): Json => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, diagnostics }],
});
const genomics = ({ path }: Asked): boolean => path.startsWith('Observation') && path.includes('genomics');
const page = (next: string, ...resources: readonly unknown[]): Json => ({
  ...search(...resources),
  total: 2,
  link: [{ relation: 'next', url: next }],
});
const second = (): Reply => ({ body: { ...search(genotype({ id: 'genotype-2' })), total: 2 } });
/** Another answer to the search for genomic results, the plain one to all else. */
const forGenomics =
  (answer: (asked: Asked) => Reply): ((asked: Asked) => Reply) =>
  (asked) =>
    genomics(asked) ? answer(asked) : { body: asked.plain };
const refused =
  (status: number, code: string): ((asked: Asked) => Reply) =>
  (asked) => {
    if (asked.path.includes('category=genomics')) return { body: outcome(code), status };
    return { body: asked.path.includes('category=laboratory') ? search(genotype()) : asked.plain };
  };

const SERVERS: readonly Server[] = [
  ['a plain server', ({ plain }) => ({ body: plain }), 'advice'],
  ['gzip though it was not asked for (gateways)', ({ plain }) => ({ body: gzipSync(JSON.stringify(plain)), headers: { 'content-encoding': 'gzip' } }), 'advice'],
  ['brotli though it was not asked for', ({ plain }) => ({ body: brotliCompressSync(JSON.stringify(plain)), headers: { 'content-encoding': 'br' } }), 'advice'],
  ['a byte order mark before the JSON', ({ plain }) => ({ body: `\uFEFF${JSON.stringify(plain)}`, headers: { 'content-type': 'application/json; charset=utf-8' } }), 'advice'],
  ['JSON as application/octet-stream', ({ plain }) => ({ body: plain, headers: { 'content-type': 'application/octet-stream' } }), 'advice'],
  ['XML in spite of Accept', () => ({ body: '<Bundle xmlns="http://hl7.org/fhir"/>', headers: { 'content-type': 'application/fhir+xml' } }), 'said'],
  ['microsoft/fhir-server: a warning about _count as first entry', ({ plain }) => ({ body: plain['resourceType'] === 'Bundle' ? { ...plain, total: undefined, entry: [{ resource: outcome('not-supported', 'The requested "_count" exceeds the maximum', 'warning'), search: { mode: 'outcome' } }, ...(plain['entry'] as unknown[])] } : plain }), 'advice'],
  ['microsoft/fhir-server issue 1263: _count above the maximum is refused with 400', ({ path, plain }) => (path.includes('_count=') ? { body: outcome('invalid', '_count exceeds the maximum'), status: 400 } : { body: plain }), 'advice'],
  ['Inferno CRD test kit: a parameter it does not know is answered with 500', ({ path, plain }) => (path.includes('_count=') ? { body: outcome('exception'), status: 500 } : { body: plain }), 'advice'],
  ['HAPI: the next page by _getpages on the base itself', (asked) => (asked.url.includes('_getpages') ? second() : genomics(asked) ? { body: page(`${asked.origin}${asked.base}?_getpages=ab-1&_getpagesoffset=1&_count=1`, genotype()) } : { body: asked.plain }), 'advice'],
  ['HAPI behind a proxy: the next page on an inner host', forGenomics(() => ({ body: page('http://hapi-internal:8080/fhir?_getpages=ab-1', genotype()) })), 'advice and said'],
  ['HAPI: a total beyond what came, no next page', forGenomics(() => ({ body: { ...search(genotype()), total: 12000 } })), 'advice and said'],
  ['HAPI behind a proxy: the patient under the inner host', forGenomics(() => ({ body: search(genotype({ subject: { reference: 'http://hapi-internal:8080/fhir/Patient/p1' } })) })), 'said'],
  ['Canvas: a relative next page, the base at the root', (asked) => (asked.url.includes('_offset=1') ? second() : genomics(asked) ? { body: page('/Observation?_count=1&_offset=1', genotype()) } : { body: asked.plain }), 'advice', ''],
  ['a relative next page beside the base', forGenomics(() => ({ body: page('/Observation?_count=1&_offset=1', genotype()) })), 'advice and said'],
  ['AWS HealthLake: an empty first page', (asked) => (asked.path.includes('page=') ? { body: search(genotype()) } : genomics(asked) ? { body: { ...search(), total: undefined, link: [{ relation: 'next', url: `${asked.origin}${asked.base}/Observation?patient=p1&page=AAMA-%3D` }] } } : { body: asked.plain }), 'advice', '/datastore/abc/r4'],
  ['Google: no entry, first and self links', ({ plain, url, origin }) => ({ body: plain['total'] === 0 ? { resourceType: 'Bundle', type: 'searchset', total: 0, link: [{ relation: 'first', url: origin + url }, { relation: 'self', url: origin + url }] } : plain }), 'advice'],
  ['SMART launcher: a base that holds the simulation', ({ plain }) => ({ body: plain }), 'advice', '/v/r4/sim/WzMsIiJd/fhir'],
  ['the total as a text', forGenomics(({ plain }) => ({ body: { ...plain, total: '1' } })), 'advice'],
  ['OpenMRS: an entry without its resource', forGenomics(({ origin, base }) => ({ body: { resourceType: 'Bundle', type: 'searchset', total: 1, entry: [{ fullUrl: `${origin}${base}/Observation/genotype-1` }] } })), 'said'],
  ['Epic: the genomic category refused by scope, the result under laboratory', refused(403, 'forbidden'), 'advice and said'],
  ['Oracle: the genomic category is no code there, the result under laboratory', refused(400, 'value'), 'advice and said'],
  ['too many requests', () => ({ body: outcome('throttled'), status: 429, headers: { 'retry-after': '1' } }), 'said'],
  ['a gateway’s page: service unavailable', () => ({ body: '<html>Service Unavailable</html>', status: 503, headers: { 'content-type': 'text/html' } }), 'said'],
  ['a page to log in, 200', () => ({ body: '<html><form>login</form></html>', headers: { 'content-type': 'text/html' } }), 'said'],
  ['an empty body', () => ({ body: '' }), 'said'],
  ['no content', () => ({ body: '', status: 204 }), 'said'],
  ['a redirect', ({ origin, url }) => ({ body: '', status: 302, headers: { location: `${origin}${url}&again=1` } }), 'said'],
]; // prettier-ignore

function plainAnswer(path: string): Json {
  if (path.startsWith('Patient/')) return { resourceType: 'Patient', id: 'p1' };
  if (path.startsWith('Medication/')) return { resourceType: 'Medication', id: 'm1', code: { text: 'clopidogrel 75 mg' } };
  return path.startsWith('Observation') && path.includes('genomics') ? search(genotype()) : search();
}

/** The call without prefetch against a server that answers so. */
async function ask(answer: (asked: Asked) => Reply, base: string, change: (body: Json) => unknown = (body) => body) {
  const double = await startFhirDouble((incoming: IncomingMessage, response: ServerResponse) => {
    const url = incoming.url ?? '';
    const path = url.replace(`${base}/`, '');
    const { body, status = 200, headers = {} } = answer({ path, url, base, origin: double.origin, plain: plainAnswer(path) });
    response.writeHead(status, { 'content-type': 'application/fhir+json', ...headers });
    response.end(Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body));
  });
  const fhirServer = double.origin + base;
  const ehr = { name: 'EHR', allowInsecureLoopback: true, issuer: double.origin, jwksUrl: `${double.origin}/jwks`, fhirServers: [fhirServer], profile: 'generic' };
  const { app } = createTestApp({ clinic, trust: { publicUrl: 'http://127.0.0.1:4020', auth: 'off', ehrs: [ehr] }, limits: { answerMs: 10_000 } });
  const fhirAuthorization = { access_token: 'opaque', token_type: 'Bearer', expires_in: 300, scope: 'patient/*.read', subject: 'cds' };
  try {
    return await request(app)
      .post('/cds-services/pgx-order-sign')
      .set('content-type', 'application/json')
      .send(JSON.stringify(change({ ...without(call(), 'prefetch'), fhirServer, fhirAuthorization })));
  } finally {
    await double.close();
  }
} // prettier-ignore

/** The answer to this draft instead of the usual order, from a plain server. */
function askAbout(draft: Json) {
  const draftOrders = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: draft }] };
  return ask(
    ({ plain }) => ({ body: plain }),
    '/fhir',
    (body) => ({ ...body, context: { ...(body['context'] as Json), draftOrders } }),
  );
}

function judged({ status, body, text }: { status: number; body: unknown; text: string }): Expected | string {
  if (status === 412) return /could not be read/.test(text) ? 'said' : text;
  const cards = (body as { cards?: { summary: string; detail?: string }[] }).cards ?? [];
  const words = cards.map(({ summary, detail = '' }) => `${summary} ${detail}`).join(' ');
  const advised = cards.some(({ summary }) => /CYP2C19 poor metabolizer.*clopidogrel/.test(summary));
  const said = /not checked|incomplete|could not|failed|not read|in part/i.test(words);
  if (advised) return said ? 'advice and said' : 'advice';
  return said ? 'said' : `${status} ${words || 'silence'}`;
}

const subject = { reference: 'Patient/p1' };

describe('servers in the field', () => {
  it.each(SERVERS.map(([name, answer, expected, base = '/fhir']) => ({ name, answer, expected, base })))('$name', async (server) => {
    expect(judged(await ask(server.answer, server.base))).toBe(server.expected);
  });

  /** A result that no category search finds, and a form: asked for beside, and no reason to fail. */
  const unfiled = ({ path, plain }: Asked): Reply => {
    if (genomics({ path } as Asked)) return { body: search() };
    return { body: path.includes('code=') && path.includes('84413-4') ? search(genotype({ category: undefined })) : plain };
  };
  const inForm = ({ path, plain }: Asked): Reply => {
    if (genomics({ path } as Asked)) return { body: search() };
    const form = {
      resourceType: 'QuestionnaireResponse',
      id: 'q1',
      status: 'completed',
      subject,
      item: [{ linkId: '1', text: 'CYP2C19 genotype', answer: [{ valueString: '*2/*2' }] }],
    };
    return { body: path.startsWith('QuestionnaireResponse') ? search(form) : plain };
  };
  const fromSequence = ({ path, plain }: Asked): Reply => {
    if (genomics({ path } as Asked))
      return {
        body: search(
          genotype({
            valueCodeableConcept: undefined,
            component: undefined,
            code: { text: 'DPYD genotype' },
            derivedFrom: [{ reference: 'MolecularSequence/s1' }],
          }),
        ),
      };
    const variant = [{ start: 97450057, end: 97450058, observedAllele: 'T', referenceAllele: 'C' }];
    const sequence = {
      resourceType: 'MolecularSequence',
      id: 's1',
      type: 'dna',
      coordinateSystem: 0,
      patient: subject,
      referenceSeq: { referenceSeqId: { coding: [{ code: 'NC_000001.11' }] } },
      variant,
    };
    return { body: path === 'MolecularSequence/s1' ? sequence : plain };
  };
  it('genetic results without a category are found by their codes', async () => {
    expect(judged(await ask(unfiled, '/fhir'))).toBe('advice');
  });
  it('results that stand in a form alone are found', async () => {
    expect(judged(await ask(inForm, '/fhir'))).toBe('advice');
  });
  it('the sequence of a result without an answer is read', async () => {
    const draftOrders = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: order({ medicationCodeableConcept: { text: 'capecitabine 500 mg tablet' } }) }] };
    const { text } = await ask(fromSequence, '/fhir', (body) => ({ ...body, context: { ...(body['context'] as Json), draftOrders } }));
    expect(text).not.toContain('No DPYD result on file');
    expect(text).toMatch(/DPYD/);
  }); // prettier-ignore
  it.each([400, 403, 404, 500, 501])('a server that answers such searches with %s is a plain server', async (status) => {
    const refusing = ({ path, plain }: Asked): Reply =>
      path.startsWith('QuestionnaireResponse') || path.includes('84413-4') ? { body: outcome('not-supported'), status } : { body: plain };
    expect(judged(await ask(refusing, '/fhir'))).toBe('advice');
  });

  it('a Medication by reference is read from the server', async () => {
    const signed = order({ medicationCodeableConcept: undefined, medicationReference: { reference: 'Medication/m1' } });
    expect(judged(await askAbout(signed))).toBe('advice');
  });

  /** Orders in containers and kinds that other programs put into draftOrders. */
  const drug = { medicationCodeableConcept: { text: 'clopidogrel 75 mg' } };
  const CONTAINERS: readonly { readonly name: string; readonly draft: Json; readonly expected: Expected }[] = [
    { name: 'a DSTU2 MedicationOrder', draft: { resourceType: 'MedicationOrder', id: 'm1', status: 'draft', patient: subject, ...drug }, expected: 'advice' },
    { name: 'an R5 medication.concept', draft: order({ medicationCodeableConcept: undefined, medication: { concept: { text: 'clopidogrel 75 mg' } } }), expected: 'advice' },
    { name: 'a RequestGroup that contains the order', draft: { resourceType: 'RequestGroup', id: 'rg', status: 'draft', intent: 'plan', subject, contained: [order({ id: 'c1' })], action: [{ resource: { reference: '#c1' } }] }, expected: 'advice' },
    { name: 'an infusion as a ServiceRequest', draft: { resourceType: 'ServiceRequest', id: 's1', status: 'draft', intent: 'order', subject, code: { text: 'clopidogrel 75 mg tablet' } }, expected: 'advice' },
    { name: 'a step of a CarePlan', draft: { resourceType: 'CarePlan', id: 'cp', status: 'draft', intent: 'plan', subject, activity: [{ detail: { status: 'scheduled', productCodeableConcept: { text: 'clopidogrel 75 mg' } } }] }, expected: 'advice' },
    { name: 'a plan whose order was not sent', draft: { resourceType: 'CarePlan', id: 'cp', status: 'draft', intent: 'plan', subject, activity: [{ plannedActivityReference: { reference: 'MedicationRequest/9' } }] }, expected: 'said' },
    { name: 'a MedicationDispense', draft: { resourceType: 'MedicationDispense', id: 'd1', status: 'preparation', subject, ...drug }, expected: 'said' },
    { name: 'a MedicationAdministration', draft: { resourceType: 'MedicationAdministration', id: 'a1', status: 'in-progress', subject, ...drug }, expected: 'said' },
  ]; // prettier-ignore
  it('a service request beside the medication order of the same drug is one order', async () => {
    const twice = [order(), { resourceType: 'ServiceRequest', id: 's1', status: 'draft', intent: 'order', subject, code: { text: 'Plavix 75 mg tablet' } }];
    const draftOrders = { resourceType: 'Bundle', type: 'collection', entry: twice.map((resource) => ({ resource })) };
    const answer = await ask(({ plain }) => ({ body: plain }), '/fhir', (body) => ({ ...body, context: { ...(body['context'] as Json), draftOrders } }));
    expect((answer.body as { cards: unknown[] }).cards).toHaveLength(1);
  }); // prettier-ignore

  it.each(CONTAINERS)('$name is advised on or told', async ({ draft, expected }) => {
    expect(judged(await askAbout(draft))).toBe(expected);
  });
});
