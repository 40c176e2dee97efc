/**
 * A client of the CodeX trial-matching services calls Genehook: what it sends, and what it reads from every entry of the answer. The reading below is that
 * client's, in our own words: it takes each entry for a study and expects these elements where it shows something.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import { trialSearchset } from '../../cds-service/trial-match.ts';
import { compileTrial, indexTrials, type TrialIndex } from '../../cds-service/trials/index.ts';
import { createTestApp } from '../service/harness.ts';
import { loadTrials } from './embedded.ts';
import { context, knowledge } from './knowledge.ts';

type Json = Readonly<Record<string, unknown>>;
interface Answer {
  readonly total: number;
  readonly meta?: { readonly tag: readonly { readonly system: string; readonly code: string; readonly display: string }[] };
  readonly entry?: readonly { readonly resource: Json; readonly search: { readonly mode: string; readonly score?: number } }[];
}
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const STATUS = ['active', 'administratively-completed', 'approved', 'closed-to-accrual', 'closed-to-accrual-and-intervention', 'completed', 'disapproved', 'in-review', 'temporarily-closed-to-accrual', 'temporarily-closed-to-accrual-and-intervention', 'withdrawn']; // prettier-ignore
const PHASE = ['n-a', 'early-phase-1', 'phase-1', 'phase-1-phase-2', 'phase-2', 'phase-2-phase-3', 'phase-3', 'phase-4'];

/** What the client makes of one entry; it throws where a client of that kind would fail. */
function shown({ resource, search }: NonNullable<Answer['entry']>[number]) {
  const contained = list(resource.contained);
  const sites = list(resource.site).map(({ reference }) => contained.find(({ id }) => `#${String(id)}` === reference));
  const [criteria] = list(resource.enrollment);
  return {
    id: String(list(resource.identifier)[0]?.value),
    system: list(resource.identifier)[0]?.system,
    title: resource.title,
    status: resource.status,
    phase: (resource.phase as Json | undefined)?.text,
    phaseCode: list((resource.phase as Json | undefined)?.coding)[0]?.code,
    conditions: list(resource.condition).map(({ text }) => String(text)),
    eligibility: criteria === undefined ? undefined : (criteria.display as string).trim(),
    sites: sites.map((site) => ({ name: site?.name, position: site?.position as { latitude: number; longitude: number } | undefined })),
    contacts: list(resource.contact).map(({ name, telecom }) => ({ name, phone: list(telecom).find(({ system }) => system === 'phone')?.value })),
    likelihood: (search.score ?? 0.5) >= 0.75 ? 'high' : (search.score ?? 0.5) >= 0.01 ? 'possible' : 'none',
    mode: search.mode,
  }; // prettier-ignore
}

const boston = { name: 'Synthetic Hospital', city: 'Boston', state: 'Massachusetts', zip: '02114', country: 'United States', status: 'RECRUITING', geoPoint: { lat: 42.36, lon: -71.07 } }; // prettier-ignore
const registered = (nctId: string, locations: readonly object[], parts: Json = {}) => ({
  protocolSection: {
    identificationModule: { nctId, briefTitle: `Synthetic ${nctId}` },
    statusModule: { overallStatus: 'RECRUITING' },
    sponsorCollaboratorsModule: { leadSponsor: { name: 'Synthetic Sponsor' } },
    designModule: { phases: ['PHASE1', 'PHASE2'], studyType: 'INTERVENTIONAL' },
    conditionsModule: { conditions: ['Breast Cancer'] },
    eligibilityModule: { eligibilityCriteria: 'Inclusion Criteria:\n\n* HER2 positive', sex: 'FEMALE', minimumAge: '18 Years' },
    contactsLocationsModule: {
      centralContacts: [{ name: 'Synthetic Contact', role: 'CONTACT', phone: '555-0100', email: 'trials@example.org' }],
      locations,
    },
    ...parts,
  },
});
const seattle = { ...boston, city: 'Seattle', state: 'Washington', zip: '98109', geoPoint: { lat: 47.63, lon: -122.34 } };
const worcester = { facility: 'Unmeasured', city: 'Worcester', state: 'Massachusetts', country: 'United States' };
const indexOf = (...documents: readonly object[]): TrialIndex =>
  indexTrials(
    documents.flatMap((document) =>
      [...readTrials(document, '2026-11-21')].flatMap((one) => ('record' in one ? [compileTrial(one.record, context)] : [])),
    ),
  );
const index = indexOf(
  registered('NCT00000001', [{ ...boston, facility: 'Synthetic Hospital' }]),
  registered('NCT00000002', [{ ...seattle, facility: 'Far' }]),
  registered('NCT00000003', [worcester]),
  registered('NCT00000004', [{ facility: 'Abroad', city: 'Tokyo', country: 'Japan' }]),
  registered('NCT00000005', []),
);

const bundleOf = (parameters: readonly object[], ...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [{ resource: { resourceType: 'Parameters', id: '0', parameter: parameters } }, ...resources.map((resource) => ({ resource }))],
});
/** As the public app builds it from its form: no subject, no clinical status, a birth year, a score as text. */
const WOMAN = { resourceType: 'Patient', id: 'search_patient', gender: 'female', birthDate: '1966' };
const BREAST = {
  resourceType: 'Condition',
  meta: { profile: ['http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-primary-cancer-condition'] },
  code: { coding: [{ system: 'http://snomed.info/sct', code: '254837009', display: 'Malignant neoplasm of breast (disorder)' }] },
};
const text = (name: string, valueString: string) => ({ name, valueString });
const ask = (bundle: unknown, at: TrialIndex = index): Answer =>
  trialSearchset(bundle, '2026-11-21', knowledge, () => ({ header: loadTrials().header, index: at })) as Answer;
const ids = (answer: Answer): string[] =>
  (answer.entry ?? [])
    .filter(({ search }) => search.mode === 'match')
    .map((entry) => shown(entry).id)
    .sort();
const said = ({ meta }: Answer): string => (meta?.tag ?? []).map(({ display }) => display).join('\n');

describe('what the client shows of a study', () => {
  const [entry] = ask(bundleOf([], WOMAN, BREAST)).entry ?? [];
  const study = entry && shown(entry);
  it('has all of it', () => {
    expect(study).toMatchObject({
      id: 'NCT00000001',
      system: 'http://clinicaltrials.gov',
      title: 'Synthetic NCT00000001',
      status: 'active',
      phase: 'Phase 1/Phase 2',
      phaseCode: 'phase-1-phase-2',
      conditions: ['Breast Cancer'],
      eligibility: expect.stringContaining('HER2 positive') as string,
      sites: [{ name: 'Synthetic Hospital', position: { latitude: 42.36, longitude: -71.07 } }],
      contacts: [{ name: 'Synthetic Contact', phone: '555-0100' }],
      likelihood: 'possible',
      mode: 'match',
    });
    expect(entry?.resource).toMatchObject({
      sponsor: { reference: '#sponsor', display: 'Synthetic Sponsor' },
      category: [{ text: 'Study Type: Interventional' }],
    });
  });
  it('decides the age by the year of birth alone where that is enough', () => {
    const criteria = list(entry?.resource.extension).filter(({ url }) => String(url).endsWith('/trial-criterion'));
    expect(JSON.stringify(criteria)).toContain('age 59 or 60 (born 1966)');
    expect(JSON.stringify(criteria)).toContain('"valueCode":"met"');
  });
});

describe('parameters', () => {
  const near = (...parameters: readonly object[]) => ask(bundleOf(parameters, WOMAN, BREAST));
  it('zipCode and travelRadius leave out what was measured to be farther or lies abroad, and keep what cannot be measured', () => {
    const answer = near(text('zipCode', '02114'), text('travelRadius', '50'));
    expect(ids(answer)).toEqual(['NCT00000001', 'NCT00000003', 'NCT00000005']);
    expect(said(answer)).toContain('what could not be measured is kept');
  });
  it('a postal code that no site is at hides nothing of the country and says so', () => {
    const answer = near(text('zipCode', '59001'), text('travelRadius', '50'));
    expect(ids(answer)).toEqual(['NCT00000001', 'NCT00000002', 'NCT00000003', 'NCT00000005']);
    expect(said(answer)).toContain('has no coordinates');
  });
  it('travelRadius without any place limits nothing and says so', () => {
    const answer = near(text('travelRadius', '50'));
    expect(ids(answer)).toHaveLength(5);
    expect(said(answer)).toContain('The limit of 80 km was not applied.');
  });
  it('the place asked for goes before the address of the patient', () => {
    const home = { ...WOMAN, address: [{ city: 'Seattle', state: 'WA', postalCode: '98109', country: 'US' }] };
    expect(ids(ask(bundleOf([text('zipCode', '02114'), text('travelRadius', '50')], home, BREAST)))).toContain('NCT00000001');
    expect(ids(ask(bundleOf([text('travelRadius', '50')], home, BREAST)))).toContain('NCT00000002');
  });
  it('phase and recruitmentStatus', () => {
    expect(ids(near(text('phase', 'phase-3')))).toEqual([]);
    expect(ids(near(text('phase', 'phase-2')))).toHaveLength(5);
    expect(ids(near(text('recruitmentStatus', 'completed')))).toEqual([]);
    expect(ids(near(text('recruitmentStatus', 'active')))).toHaveLength(5);
  });
  it('says what is not known here', () => {
    expect(said(near(text('language', 'de')))).toContain('The parameter language is not known here');
  });
});

describe('what the form of the app states', () => {
  const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
  const scored = (parts: object): string => {
    const trial = registered('NCT00000009', [], {
      eligibilityModule: { eligibilityCriteria: 'Inclusion Criteria:\n\n* ECOG performance status 0 or 1\n* Karnofsky performance status of at least 70%' },
    });
    const answer = ask(bundleOf([], WOMAN, BREAST, { resourceType: 'Observation', ...parts }), indexOf(trial));
    return `${said(answer)} ${JSON.stringify(answer.entry)}`;
  }; // prettier-ignore
  it.each([
    ['ECOG', { code: loinc('89247-1'), valueString: '1' }, 'ECOG 1 on 2026-11-21'],
    ['Karnofsky', { code: loinc('LL4986-7'), valueString: '90' }, 'Karnofsky 90 on 2026-11-21'],
  ])('%s without subject, status and date is what is said today', (_, parts, because) => {
    expect(scored(parts)).toContain(because);
    expect(scored(parts)).toContain('Observations without subject, status and date (1) were taken as stated');
  });
  it.each([
    ['a result that has a subject', { subject: { reference: 'Patient/search_patient' } }],
    ['a result that has a date', { effectiveDateTime: '2026-11-01' }],
    ['a result that is not final', { status: 'preliminary' }],
  ])('%s must stand for itself', (_, parts) => {
    expect(scored({ code: loinc('89247-1'), valueString: '1', ...parts })).not.toContain('taken as stated');
  });
});

describe('messages', () => {
  it('are no entries for a client of the CodeX services, and one for a client that asks for FHIR', async () => {
    const { app } = createTestApp({
      trialSearchset: (bundle, asOf, outcome) =>
        trialSearchset(bundle, asOf, knowledge, () => ({ header: loadTrials().header, index }), outcome),
    });
    const call = (accept: string) => request(app).post('/getClinicalTrial').set('accept', accept).send(bundleOf([text('travelRadius', 'far')], WOMAN, BREAST)); // prettier-ignore
    const modes = async (accept: string) => ((await call(accept)).body as Answer).entry?.map(({ search }) => search.mode).at(-1);
    expect(await modes('*/*')).toBe('match');
    expect(await modes('application/fhir+json')).toBe('outcome');
  });
  it.each([
    ['no cancer', [WOMAN], 'No cancer was recognised'],
    ['a cancer that is over', [WOMAN, { ...BREAST, clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'remission' }] } }], 'in remission'],
    ['no date of birth', [{ ...WOMAN, birthDate: undefined }, BREAST], 'date of birth is not recorded'],
    ['no sex', [{ ...WOMAN, gender: undefined }, BREAST], 'sex is not recorded'],
    ['metastases only', [WOMAN, { ...BREAST, meta: undefined, code: { coding: [{ system: 'http://snomed.info/sct', code: '94222008', display: 'Secondary malignant neoplasm of bone (disorder)' }] } }], ''],
    ['nobody', [], 'No cancer was recognised'],
    ['a deceased patient', [{ ...WOMAN, deceasedBoolean: true }, BREAST], 'recorded as deceased'],
  ] as const)('%s', (_, resources, sentence) => {
    const answer = ask(bundleOf([], ...resources));
    expect(said(answer)).toContain(sentence);
    // A client that reads `entry` without asking finds a list.
    expect(Array.isArray(answer.entry)).toBe(true);
  }); // prettier-ignore
});

const shared = join(packageRoot(), '..', 'shared', 'reference', 'trials', 'mcode');
describe.skipIf(!existsSync(shared))(
  'the patients of the CodeX services and the trials of the product (SKIPPED where they are not here)',
  () => {
    const files = existsSync(shared) ? readdirSync(shared).filter((name) => /^(?:patient_bundle|query_bundle)/.test(name)) : [];
    const whole = indexTrials(loadTrials().trials);
    it.each(files)('%s', (name) => {
      const content = JSON.parse(readFileSync(join(shared, name), 'utf8')) as object;
      const answer = ask({ ...content, resourceType: 'Bundle' }, whole);
      const studies = (answer.entry ?? []).filter(({ search }) => search.mode === 'match').map(shown);
      for (const study of studies) {
        expect(study.id).toMatch(/^NCT\d{8}$/);
        expect(STATUS).toContain(study.status);
        if (study.phaseCode !== undefined) expect(PHASE).toContain(study.phaseCode);
        expect(study.sites.every((site) => site.name !== undefined)).toBe(true);
      }
      if (/missing_birthdate/.test(name)) expect(said(answer)).toContain('date of birth is not recorded');
      if (/missing_(?:birthdate|histology)/.test(name)) expect(said(answer)).toContain('belongs to another patient');
      if (/empty_genetic/.test(name)) expect(said(answer)).toContain('No cancer was recognised');
      else expect(studies.length).toBeGreaterThan(0);
    });
  },
);
