/** Lines of the checklist that only the clinical rooms can keep: the service with its real knowledge, from request to card. */
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { createTestApp } from '../service/harness.ts';

const harness = createTestApp({ clinic: await loadClinic(), limits: { answerMs: 10_000 } });

type Json = Readonly<Record<string, unknown>>;
interface Card {
  summary: string;
  detail: string;
  indicator: string;
  source: { topic: { code: string } };
}

const subject = { reference: 'Patient/p1' };
const OWN = { system: 'urn:oid:2.999.1', value: 'S-1' };
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

const genotype = (gene: string, hgnc: string, value: string, change: Json = {}): Json => ({
  resourceType: 'Observation',
  id: `genotype-${gene}`,
  status: 'final',
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] }],
  code: { coding: [{ system: 'http://loinc.org', code: '84413-4', display: 'Genotype display name' }] },
  subject,
  issued: '2026-03-02T10:00:00Z',
  valueCodeableConcept: { text: value },
  component: [
    {
      code: { coding: [{ system: 'http://loinc.org', code: '48018-6', display: 'Gene studied [ID]' }] },
      valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org', code: hgnc, display: gene }] },
    },
  ],
  ...change,
});
const poorCyp2c19 = (change: Json = {}): Json => genotype('CYP2C19', 'HGNC:2621', '*2/*2', change);

const order = (concept: Json, change: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  id: 'order-1',
  status: 'draft',
  intent: 'order',
  subject,
  ...concept,
  ...change,
});
const drug = (code: string, text: string): Json => ({
  medicationCodeableConcept: { coding: [{ system: RXNORM, code, display: text }], text },
});
const clopidogrel = drug('309362', 'clopidogrel 75 MG Oral Tablet');

const bundle = (...entries: readonly Json[]): Json => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: entries.map((entry) => ('resource' in entry ? entry : { resource: entry })),
});

async function cardsOf(hook: 'order-sign' | 'order-select', draftOrders: Json, results: Json, context: Json = {}): Promise<Card[]> {
  const nothing = { reports: null, conditions: null, medications: null, statements: null, procedures: null };
  const body = {
    hook,
    hookInstance: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders, ...context },
    prefetch: {
      patient: { resourceType: 'Patient', id: 'p1', identifier: [OWN], birthDate: '1961-05-04', gender: 'female' },
      genomics: results,
      laboratory: null,
      ...nothing,
      allergies: null,
      vitals: null,
      consents: null,
    },
  };
  const answer = await request(harness.app)
    .post(`/cds-services/pgx-${hook}`)
    .set('content-type', 'application/json')
    .send(JSON.stringify(body));
  expect(answer.status).toBe(200);
  return (answer.body as { cards: Card[] }).cards;
}

describe('what a result may say', () => {
  it('[99] a card tells the date of the result it relies on', async () => {
    const [card] = await cardsOf('order-sign', bundle(order(clopidogrel)), bundle(poorCyp2c19()));
    expect(card?.summary).toContain('clopidogrel');
    expect(card?.detail).toMatch(/2026-03-02|2 Mar(ch)? 2026/);
  });

  it.each(['preliminary', 'registered', 'cancelled', 'entered-in-error', 'unknown'])(
    '[51] a result that is %s drives no advice',
    async (status) => {
      const cards = await cardsOf('order-sign', bundle(order(clopidogrel)), bundle(poorCyp2c19({ status })));
      expect(cards.map(({ summary }) => summary).filter((summary) => /poor|avoid/i.test(summary))).toEqual([]);
      expect(cards.filter(({ indicator }) => indicator === 'critical')).toEqual([]);
    },
  );

  it.each([
    ['alone', {}],
    ['beside this patient’s reference', subject],
  ])(
    '[41] a result that names its subject by an identifier, %s: another’s is not used and that is said; one’s own is',
    async (_name, also) => {
      const named = (value: string) => bundle(poorCyp2c19({ subject: { ...also, identifier: { ...OWN, value } } }));
      const [foreign] = await cardsOf('order-sign', bundle(order(clopidogrel)), named('S-2'));
      expect([foreign?.indicator, foreign?.detail]).toEqual(['info', expect.stringContaining('does not name this patient')]);
      const [own] = await cardsOf('order-sign', bundle(order(clopidogrel)), named('S-1'));
      expect(own?.summary).toContain('poor metabolizer');
    },
  );

  it('[37] on choosing a drug without a dose, none is assumed, and its absence is said', async () => {
    const codeine = order(drug('997287', 'codeine sulfate 30 MG Oral Tablet'), { dosageInstruction: undefined });
    const atomoxetine = order({ medicationCodeableConcept: { text: 'atomoxetine' } }, { id: 'order-2' });
    const results = bundle(genotype('CYP2D6', 'HGNC:2625', '*4/*4'));
    const selections = ['MedicationRequest/order-1', 'MedicationRequest/order-2'];
    const cards = await cardsOf('order-select', bundle(codeine, atomoxetine), results, { selections });
    const [atomoxetineCard] = cards.filter(({ summary }) => summary.includes('atomoxetine'));
    expect(atomoxetineCard?.detail).toContain('states no dose');
    expect(cards.some(({ summary }) => summary.includes('codeine'))).toBe(true);
  });

  it('[35] an order without an id, selected under the client’s own name for it, is checked', async () => {
    const selections = ['MedicationRequest/undefined'];
    const cards = await cardsOf('order-select', bundle(order(clopidogrel, { id: undefined })), bundle(poorCyp2c19()), { selections });
    expect(cards.map(({ summary }) => summary)).toEqual([expect.stringContaining('clopidogrel')]);
  });
});

/** Whose record it is: what does not name this patient is not used, and never left out in silence. */
describe('whom a result or an order is about', () => {
  const said = (cards: readonly Card[]): string => {
    if (cards.some(({ summary }) => summary.includes('avoid clopidogrel'))) return 'used';
    return cards.some(({ detail }) => detail.includes('Not checked')) ? 'not used, and said' : 'silence';
  };

  it.each<[string, unknown, string]>([
    ['this patient', { reference: 'Patient/p1' }, 'used'],
    ['this patient, of a version', { reference: 'https://ehr.example.org/R4/Patient/p1/_history/3' }, 'used'],
    ['nobody, as in a search for this patient', undefined, 'used'],
    ['another patient', { reference: 'Patient/p2' }, 'not used, and said'],
    ['another patient, in other letters', { reference: 'patient/p2' }, 'not used, and said'],
    ['another patient, in a list', [{ reference: 'Patient/p2' }], 'not used, and said'],
    ['another patient, as a text', 'Patient/p2', 'not used, and said'],
    ['another patient, behind this one', { reference: 'Patient/p1/Patient/p2' }, 'not used, and said'],
    ['another patient, encoded', { reference: 'Patient%2Fp2' }, 'not used, and said'],
    ['an id alone', { type: 'Patient', reference: 'p2' }, 'not used, and said'],
    ['an entry that was not sent', { reference: 'urn:uuid:0b1e7d0c-9d7c-4d0a-8a52-1d6d6a9b0001' }, 'not used, and said'],
    ['a search', { reference: 'Patient?identifier=urn:x|2' }, 'not used, and said'],
    ['a group', { reference: 'Group/g1' }, 'not used, and said'],
  ])('[41] %s', async (_name, whom, expected) => {
    const results = bundle(poorCyp2c19({ subject: whom }));
    expect(said(await cardsOf('order-sign', bundle(order(clopidogrel)), results))).toBe(expected);
    const drafts = bundle(order(clopidogrel, { subject: whom }));
    expect(said(await cardsOf('order-sign', drafts, bundle(poorCyp2c19())))).toBe(expected);
  });

  it('[41] a result of a fetus, filed under this patient, is left out without a word', async () => {
    const fetus = poorCyp2c19({ id: 'fetal', focus: [{ reference: 'Patient/fetus' }] });
    expect(await cardsOf('order-sign', bundle(order(clopidogrel)), bundle(fetus))).toEqual([]);
  });
});

describe('which drug is meant', () => {
  const advised = async (draftOrders: Json) =>
    (await cardsOf('order-sign', draftOrders, bundle(poorCyp2c19())))
      .map(({ summary }) => summary)
      .filter((text) => /clopidogrel/i.test(text)).length;
  const medication: Json = { resourceType: 'Medication', code: clopidogrel.medicationCodeableConcept };
  it('[38] a MedicationOrder of an older server that names its drug is checked; nothing in another version’s shape is suggested', async () => {
    const { subject: patient, ...draft } = order(clopidogrel, { resourceType: 'MedicationOrder' }) as { subject: Json };
    const [card] = await cardsOf('order-sign', bundle({ ...draft, patient }), bundle(poorCyp2c19()));
    expect(card?.summary).toContain('clopidogrel');
    expect(JSON.stringify(card)).not.toContain('"MedicationRequest');
  });

  const referring = (reference: string, change: Json = {}): Json => order({ medicationReference: { reference } }, change);

  it.each<[string, Json]>([
    ['beside it, by id', bundle(referring('Medication/m1'), { ...medication, id: 'm1' })],
    ['beside it, by urn:uuid', bundle(referring('urn:uuid:0b1e'), { fullUrl: 'urn:uuid:0b1e', resource: medication })],
    [
      'beside it, by urn:uuid, with another id of its own',
      bundle(referring('urn:uuid:0b1e'), { fullUrl: 'urn:uuid:0b1e', resource: { ...medication, id: 'm1' } }),
    ],
    ['beside it, by absolute address', bundle(referring('https://ehr.example.org/R4/Medication/m1'), { ...medication, id: 'm1' })],
    ['contained', bundle(referring('#1', { contained: [{ ...medication, id: '1' }] }))],
    ['contained, with the # of the reference in its id', bundle(referring('#1', { contained: [{ ...medication, id: '#1' }] }))],
  ])('[52] a Medication %s', async (_name, drafts) => {
    expect(await advised(drafts)).toBe(1);
  });

  it.each<[string, Json]>([
    ['an address but no id', bundle({ fullUrl: 'urn:uuid:77', resource: order(clopidogrel, { id: undefined }) })],
    ['neither id nor address', bundle(order(clopidogrel, { id: undefined }))],
    ['an id of 100 characters', bundle(order(clopidogrel, { id: 'e'.repeat(100) }))],
  ])('[39] [40] an order with %s is checked', async (_name, drafts) => {
    expect(await advised(drafts)).toBe(1);
  });

  it('[39] an order whose drug is not known is said to be unchecked', async () => {
    const cards = await cardsOf(
      'order-sign',
      bundle(order({ medicationCodeableConcept: { text: 'zzz unheard of' } })),
      bundle(poorCyp2c19()),
    );
    expect(JSON.stringify(cards)).toMatch(/not (recognised|checked)/);
  });
});

it('[4] [71] what goes out is FHIR JSON and standard members: no extensions', async () => {
  const cards = await cardsOf('order-sign', bundle(order(clopidogrel)), bundle(poorCyp2c19()));
  const actions = (cards as unknown as { suggestions?: { actions: { resource?: Json }[] }[] }[])
    .flatMap(({ suggestions = [] }) => suggestions)
    .flatMap(({ actions: each }) => each);
  expect(actions.length).toBeGreaterThan(0);
  for (const { resource } of actions) if (resource !== undefined) expect(resource.resourceType).toBe('MedicationRequest');
  for (const card of cards) expect(card).not.toHaveProperty('extension');
});
