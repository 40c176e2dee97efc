/** The card at the order and the panel opened from it rest on the same chart, past treatment included. */
import request from 'supertest';
import { afterAll, describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import type { PatientReport } from '../../cds-service/report/types.ts';
import { sendFhir, startFhirDouble, type Behaviour, type FhirDouble } from './fhir-double.ts';
import { bundle, createTestApp, fullPrefetch, OPEN_TRUST, TEST_EHR } from './harness.ts';

type Json = Readonly<Record<string, unknown>>;

const subject = { reference: 'Patient/p1' };
const patient = { resourceType: 'Patient', id: 'p1', birthDate: '1961-05-04', gender: 'female' };
const tumour = {
  resourceType: 'Condition',
  id: 'tumour',
  subject,
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text: 'Lung adenocarcinoma' },
  stage: [{ summary: { text: 'Stage IV' } }],
};
const medication = (resourceType: string, id: string, status: string, text: string, more: Json = {}): Json => ({
  resourceType,
  id,
  status,
  ...(resourceType === 'MedicationRequest' ? { intent: 'order' } : {}),
  subject,
  medicationCodeableConcept: { text },
  ...more,
});
const draft = (text: string): Json => medication('MedicationRequest', 'draft-1', 'draft', text);

const component = (code: string, value: Json): Json => ({ code: { coding: [{ system: 'http://loinc.org', code }] }, ...value });
const result = (id: string, code: string, gene: string, text: string): Json => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject,
  effectiveDateTime: '2026-10-01',
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueCodeableConcept: { text },
  component: [component('48018-6', { valueCodeableConcept: { text: gene } })],
});

/** Searches by type, and by status where the search names some. */
const searchable =
  (resources: readonly Json[]): Behaviour =>
  (asked, response) => {
    const url = new URL(asked.url ?? '', 'http://127.0.0.1');
    const [type, id] = url.pathname.replace(/^\/R4\//, '').split('/');
    const statuses = url.searchParams.get('status')?.split(',');
    const genomics = url.searchParams.get('category') === 'genomics' || type !== 'Observation';
    const found = resources.filter(
      ({ resourceType, status }) => resourceType === type && genomics && (statuses === undefined || statuses.includes(String(status))),
    );
    if (id !== undefined) sendFhir(response, found[0]);
    else
      sendFhir(response, {
        resourceType: 'Bundle',
        type: 'searchset',
        total: found.length,
        entry: found.map((resource) => ({ resource })),
      });
  };

const clinic = await loadClinic();
const doubles: FhirDouble[] = [];
afterAll(() => Promise.all(doubles.map((double) => double.close())));

/** How the FHIR server answers what is asked by the codes of genetic results. */
type ByCode = 'at once' | 'too late' | 'refused';

async function site(resources: readonly Json[], byCode: ByCode = 'at once') {
  const served = searchable(resources);
  const double = await startFhirDouble((asked, response, base) => {
    const other = byCode !== 'at once' && /Observation\?.*code=[^&]*69548-6/.test(asked.url ?? '');
    if (!other) return served(asked, response, base);
    if (byCode === 'refused') return void response.writeHead(400).end();
    setTimeout(() => served(asked, response, base), 5_000).unref();
  });
  doubles.push(double);
  const reports: PatientReport[] = [];
  const ehr = { ...TEST_EHR, fhirServers: [double.base], allowInsecureLoopback: true };
  const { app } = createTestApp({
    trust: { ...OPEN_TRUST, ehrs: [ehr] },
    limits: { answerMs: 10_000 },
    now: () => new Date('2026-11-20T10:00:00Z'),
    clinic: {
      toCards: clinic.toCards,
      async interpret(input) {
        const report = await clinic.interpret(input);
        reports.push(report);
        return report;
      },
    },
  });
  const drafts = resources.filter(({ status }) => status === 'draft');
  return {
    double,
    async hook(
      service: string,
      prefetch: Json,
      fetches = true,
    ): Promise<{ report: PatientReport; cards: string; suggestions: readonly string[] }> {
      const answer = await request(app)
        .post(`/cds-services/${service}`)
        .send({
          hook: 'order-sign',
          hookInstance: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
          ...(fetches ? { fhirServer: double.base, fhirAuthorization: { access_token: 't', token_type: 'Bearer' } } : {}),
          context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: bundle(...drafts) },
          prefetch,
        });
      expect(answer.status).toBe(200);
      const sent = (
        answer.body as { cards: { summary: string; detail: string; suggestions?: { label: string; isRecommended?: boolean }[] }[] }
      ).cards;
      const cards = sent.map(({ summary, detail }) => `${summary}\n${detail}`);
      const suggestions = sent
        .flatMap((card) => card.suggestions ?? [])
        .map(({ label, isRecommended }) => `${label}: ${String(isRecommended)}`);
      return { report: reports.at(-1) as PatientReport, cards: cards.join('\n'), suggestions };
    },
    async panel(): Promise<PatientReport> {
      const answer = await request(app)
        .post('/panel/report')
        .set('accept', 'application/json')
        .set('authorization', 'Bearer t')
        .send({ fhirServer: double.base, patientId: 'p1' });
      expect(answer.status).toBe(200);
      return reports.at(-1) as PatientReport;
    },
  };
}

const DRIVERS = /EGFR|ALK/;

describe('card and panel', () => {
  it.each<[string, string, readonly Json[]]>([
    ['no treatment on file', 'oncology-order-sign', [tumour, draft('pembrolizumab 200 mg')]],
    ['an order that is over', 'oncology-order-sign', [tumour, draft('pembrolizumab 200 mg'), medication('MedicationRequest', 'over', 'completed', 'carboplatin')]],
    ['treatment elsewhere, by statement', 'oncology-order-sign', [tumour, draft('pembrolizumab 200 mg'), medication('MedicationStatement', 'over', 'completed', 'pemetrexed')]],
    [
      'a drug stopped within its wash-out',
      'pgx-order-sign',
      [
        result('cyp2d6', '84413-4', 'CYP2D6', '*1/*1'),
        draft('codeine 30 mg'),
        medication('MedicationRequest', 'over', 'stopped', 'fluoxetine 20 mg', {
          dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: '2026-01-02', end: '2026-11-12' } } } }],
        }),
      ],
    ],
  ])('%s: the same findings', async (_name, service, chart) => {
    const { hook, panel } = await site([patient, ...chart]);
    const { report } = await hook(service, {});
    const shown = await panel();
    expect(report.inputHash).toBe(shown.inputHash);
    expect(report.oncology).toEqual(shown.oncology);
    expect(report.pgx).toEqual(shown.pgx);
  }); // prettier-ignore
});

describe('another drug offered', () => {
  const chart = [patient, draft('clopidogrel 75 mg')];
  const sent: Json = { ...fullPrefetch(), patient, genomics: bundle(result('cyp2c19', '84413-4', 'CYP2C19', '*2/*2')) };

  it('nothing is missing: nothing is said', async () => {
    const { hook } = await site(chart);
    const { cards } = await hook('pgx-order-sign', sent, false);
    expect(cards).toContain('prasugrel');
    expect(cards).not.toContain('not sent');
  });

  it.each(['conditions', 'allergies', 'procedures'])('%s not sent: the card says so, and recommends no click', async (key) => {
    const { hook } = await site(chart);
    const { [key]: _unsent, ...without } = sent;
    const { cards } = await hook('pgx-order-sign', without, false);
    expect(cards).toContain(`Not checked:** ${key} (not sent)`);
    expect(cards).not.toContain('"isRecommended":true');
  });

  it('a dose that is changed leans on none of them', async () => {
    const { hook } = await site([patient, draft('capecitabine 1000 mg')]);
    const { allergies: _unsent, ...without }: Json = {
      ...sent,
      genomics: bundle(result('dpyd', '84413-4', 'DPYD', 'Reference/c.1905+1G>A')),
    };
    const { cards } = await hook('pgx-order-sign', without, false);
    expect(cards).toContain('DPYD');
    expect(cards).not.toContain('not sent');
  });
});

describe('without the problem list an order is never answered by silence', () => {
  const failed = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };
  const sent: Json = { ...fullPrefetch(), patient, genomics: null };

  it.each<[string, string, string, unknown]>([
    ['oncology-order-sign', 'erlotinib 150 mg', 'No EGFR result found', failed],
    ['oncology-order-sign', 'cisplatin 50 mg', 'cisplatin is incomplete', failed],
    ['oncology-order-sign', 'cisplatin 50 mg', 'Check against the tumour and inherited results of cisplatin is incomplete', undefined],
    ['pgx-order-sign', 'codeine 30 mg', 'Pharmacogenomic check of codeine is incomplete', failed],
    ['pgx-order-sign', 'codeine 30 mg', 'Pharmacogenomic check of codeine is incomplete', undefined],
  ])('%s, %s: %s', async (service, drug, words, conditions) => {
    const { hook } = await site([patient, draft(drug)]);
    const { conditions: _known, ...without } = sent;
    const { cards } = await hook(service, conditions === undefined ? without : { ...without, conditions }, false);
    expect(cards).toContain(words);
    expect(cards).toContain('conditions (');
  });

  it('a drug that no rule knows stays without a card', async () => {
    const { hook } = await site([patient, draft('paracetamol 500 mg')]);
    const { conditions: _unsent, ...without } = sent;
    for (const service of ['pgx-order-sign', 'oncology-order-sign']) expect((await hook(service, without, false)).cards).toBe('');
  });
});

describe('past treatment at the order', () => {
  const chart = [patient, tumour, draft('pembrolizumab 200 mg'), medication('MedicationRequest', 'over', 'completed', 'carboplatin')];
  const sent: Json = { ...fullPrefetch(), patient, genomics: null, conditions: bundle(tumour) };

  it('an untested driver is asked for before the first line, not after one', async () => {
    const before = await site(chart.slice(0, 3));
    expect((await before.hook('oncology-order-sign', {})).cards).toMatch(DRIVERS);
    const after = await site(chart);
    expect((await after.hook('oncology-order-sign', {})).cards).not.toMatch(DRIVERS);
  });

  it('oncology: a site that does not send it is asked; where nothing may be read the card says so', async () => {
    const { earlier: _unsent, ...without } = sent;
    const { hook, double } = await site(chart);
    expect((await hook('oncology-order-sign', without)).cards).not.toMatch(DRIVERS);
    expect(double.asked.map(({ path }) => path)).toEqual([expect.stringContaining('status=completed,stopped,on-hold')]);
    const { cards } = await hook('oncology-order-sign', without, false);
    expect(cards).toMatch(DRIVERS);
    expect(cards).toContain('earlier medication orders (not sent)');
  });

  it.each<[string, string, boolean]>([
    ['abacavir', 'stopped', true],
    ['abacavir', 'completed', true],
    ['abacavir', 'active', false],
    ['capecitabine', 'stopped', true],
    ['capecitabine', 'on-hold', true],
    ['capecitabine', 'completed', false],
    ['capecitabine', 'active', false],
  ])('the test before the first dose of %s, which was given before (%s): asked for %s', async (drug, status, asked) => {
    const before = medication('MedicationRequest', 'over', status, drug, { authoredOn: '2026-03-01' });
    const key = status === 'active' ? 'medications' : 'earlier';
    const { hook } = await site([patient, draft(drug)]);
    const { cards } = await hook('pgx-order-sign', { ...sent, conditions: null, [key]: bundle(before) }, false);
    expect(/No (HLA-B\*57:01|DPYD) result found/.test(cards)).toBe(asked);
  });

  it('pharmacogenomics: nothing is read where prefetch held all the rest', async () => {
    const { earlier: _unsent, ...without }: Json = { ...sent, genomics: bundle(result('cyp2c19', '84413-4', 'CYP2C19', '*2/*2')) };
    const { hook, double } = await site([patient, draft('clopidogrel 75 mg')]);
    const { cards } = await hook('pgx-order-sign', without);
    expect(cards).toContain('clopidogrel');
    expect(cards).not.toContain('not sent');
    expect(double.asked).toEqual([]);
  });
});

describe('genetic results that only a search by code finds', () => {
  const chart = [patient, draft('capecitabine')];
  const sent: Json = { ...fullPrefetch(), patient, genomics: null, conditions: null };
  const unread = (why: string): RegExp =>
    new RegExp(`genetic results(?: and reports)? filed under another category or none .*\\(.*${why}\\)`);

  it('"no result on file" is said where they were looked for', async () => {
    const { cards } = await (await site(chart)).hook('pgx-order-sign', {});
    expect(cards).toContain('No DPYD result on file');
    expect(cards).toContain('found in the chart');
    expect(cards).not.toContain('another category');
  });

  it('not answered in time: no more is said than that none was found, and the test can still be ordered', async () => {
    const { cards, suggestions } = await (await site(chart, 'too late')).hook('pgx-order-sign', {});
    expect(cards).toContain('No DPYD result found: ');
    expect(cards).not.toMatch(/on file|in the chart/);
    expect(cards).toMatch(unread('no answer in time'));
    expect(suggestions).toEqual((await (await site(chart)).hook('pgx-order-sign', {})).suggestions);
    expect(suggestions.join()).toContain('DPYD');
  });

  it.each<[string, ByCode, Json, boolean]>([
    ['the server knows no such search', 'refused', {}, true],
    ['all results came with the call', 'at once', sent, true],
    ['nothing may be read', 'at once', sent, false],
  ])('%s: the card that says that a result is missing tells it', async (_name, byCode, prefetch, fetches) => {
    const { cards } = await (await site(chart, byCode)).hook('pgx-order-sign', prefetch, fetches);
    expect(cards).toContain('No DPYD result found: ');
    expect(cards).toMatch(unread('not searched for'));
  });

  it('oncology: the same', async () => {
    const lung = [patient, tumour, draft('erlotinib 150 mg')];
    const late = await (await site(lung, 'too late')).hook('oncology-order-sign', {});
    expect(late.cards).toContain('No EGFR result found: ');
    expect(late.cards).not.toContain('on file');
    expect(late.cards).toMatch(unread('no answer in time'));
    expect((await (await site(lung)).hook('oncology-order-sign', {})).cards).toContain('No EGFR result on file');
  });

  it('beside advice that a result on file gives: told where nobody answered, not where it is never asked for', async () => {
    const known = [patient, draft('clopidogrel 75 mg'), result('cyp2c19', '84413-4', 'CYP2C19', '*2/*2')];
    const late = await (await site(known, 'too late')).hook('pgx-order-sign', {});
    const inTime = await (await site(known)).hook('pgx-order-sign', {});
    expect(late.cards).toMatch(unread('no answer in time'));
    expect(late.suggestions).toEqual(inTime.suggestions);
    const genomics = bundle(known[2] as Json);
    expect((await (await site(known)).hook('pgx-order-sign', { ...sent, genomics }, false)).cards).not.toContain('another category');
  });

  it('beside advice from one gene the other is missing from what was read alone', async () => {
    const known = bundle(result('tpmt', '84413-4', 'TPMT', '*1/*3A'));
    const { cards } = await (
      await site([patient, draft('azathioprine 150 mg')])
    ).hook('pgx-order-sign', { ...sent, genomics: known }, false);
    expect(cards).toContain('No NUDT15 result found.');
    expect(cards).toMatch(unread('not searched for'));
  });

  it('make no card by themselves', async () => {
    expect((await (await site([patient, draft('metformin 500 mg')], 'too late')).hook('pgx-order-sign', {})).cards).toBe('');
  });
});
