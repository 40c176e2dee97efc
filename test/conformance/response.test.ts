/** Checklist F (response), K (staleness and display), L (versions), and the vendor shapes of ehr-quirks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { CardDraft } from '../../cds-service/cards/types.ts';
import { createTestApp, ISSUER, orderSign, testCard, testClinic } from '../service/harness.ts';
import { answerFaults, emptyMembers } from './response-schema.ts';

const draft = testCard('MedicationRequest/order-1', 'p1', ['Observation/result-1']);
/** The published schemas of the hand-off; absent in a clone that stands alone. */
const schemas = join(import.meta.dirname, '..', '..', '..', 'shared', 'reference', 'standards', 'schemas');

async function cardsFrom(drafts: readonly CardDraft[], profile = 'generic') {
  const trust = {
    ehrs: [{ name: 'EHR', issuer: ISSUER, fhirServers: [`${ISSUER}/R4`], profile }],
    publicUrl: 'http://127.0.0.1:4020',
    auth: 'off',
  };
  const { app } = createTestApp({ trust, clinic: { interpret: testClinic().interpret, toCards: () => drafts } });
  const answer = await request(app)
    .post('/cds-services/pgx-order-sign')
    .set('content-type', 'application/json')
    .send(JSON.stringify(orderSign()));
  expect(answer.status).toBe(200);
  expect(answerFaults(answer.body)).toEqual([]);
  expect(emptyMembers(answer.body)).toEqual([]);
  checkAgainstShared(answer.body, profile);
  return answer.body.cards;
}

function checkAgainstShared(body: unknown, profile: string): void {
  if (!existsSync(schemas)) return;
  const names = ['card-response', ...(profile === 'epic' ? ['card-response.epic-overlay'] : [])];
  for (const name of names) {
    const ajv = new Ajv2020({ strict: true, strictRequired: false });
    const valid = ajv.compile(JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), 'utf8')) as object);
    expect([name, valid(body), valid.errors]).toEqual([name, true, null]);
  }
}

it('[65] a test is ordered by code and words; our shorter name is not given for the code system’s own', async () => {
  const code = { coding: [{ system: 'http://loinc.org', code: '21665-5', display: 'EGFR gene mutations found' }], text: 'EGFR testing' };
  const resource = { resourceType: 'ServiceRequest', status: 'draft', intent: 'order', subject: { reference: 'Patient/p1' }, code };
  const actions = [{ type: 'create' as const, description: 'Order EGFR testing', resource }];
  const [card] = await cardsFrom([{ ...draft, suggestions: [{ label: 'Order EGFR testing', recommended: true, actions }] }]);
  expect(card.suggestions[0].actions[0].resource.code).toEqual({
    coding: [{ system: 'http://loinc.org', code: '21665-5' }],
    text: 'EGFR testing',
  });
});

describe('response', () => {
  if (!existsSync(schemas))
    it.skip('the shared JSON Schemas are not here: answers are checked against our own schema only', () => undefined);

  it('[55] nothing to say → {"cards":[]}', async () => {
    expect(await cardsFrom([])).toEqual([]);
  });

  it('[56] no systemActions', async () => {
    const { app } = createTestApp();
    const answer = await request(app)
      .post('/cds-services/pgx-order-sign')
      .set('content-type', 'application/json')
      .send(JSON.stringify(orderSign()));
    expect(Object.keys(answer.body)).toEqual(['cards']);
  });

  it.each([139, 140, 500])('[57] a summary of %i code points goes out with at most 139', async (length) => {
    const [card] = await cardsFrom([{ ...draft, summary: '💊'.repeat(length) }]);
    expect([...card.summary].length).toBe(139);
  });

  it('[58] [59] indicator, source and topic', async () => {
    const [card] = await cardsFrom([draft]);
    expect(card).toMatchObject({ indicator: 'critical', source: { label: 'Test guideline', url: 'https://guideline.example.org' } });
    expect(card.source.topic).toEqual({
      system: 'https://genehook.org/CodeSystem/card-topic',
      code: 'testClopidogrelAvoid',
      display: 'clopidogrel',
    });
  });

  it('[60] links that are no web addresses never go out', async () => {
    const links = [
      { label: 'x', url: 'javascript:alert(1)' },
      { label: 'y', url: 'data:text/html,x' },
    ];
    const [card] = await cardsFrom([{ ...draft, links, source: { label: 'x', url: 'javascript:alert(1)' } }]);
    expect(JSON.stringify(card)).not.toMatch(/javascript:|data:text/);
  });

  it('[61] each card and suggestion has a fresh uuid', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 3; round += 1)
      for (const { uuid, suggestions } of await cardsFrom([draft, { ...draft, topic: { ...draft.topic, code: 'b' } }]))
        for (const id of [uuid, ...suggestions.map((item: { uuid: string }) => item.uuid)]) {
          expect(seen.has(id)).toBe(false);
          seen.add(id);
        }
    expect(seen.size).toBe(12);
  });

  it('[62] [63] suggestions come with at-most-one and one recommendation at most', async () => {
    const [suggestion] = draft.suggestions;
    if (suggestion === undefined) throw new Error('the draft has a suggestion');
    const [card] = await cardsFrom([{ ...draft, suggestions: [suggestion, { ...suggestion, label: 'Another' }] }]);
    expect(card.selectionBehavior).toBe('at-most-one');
    expect(card.suggestions.map((item: { isRecommended?: boolean }) => item.isRecommended)).toEqual([true, undefined]);
  });

  it('[62] without suggestions no selectionBehavior', async () => {
    expect((await cardsFrom([{ ...draft, suggestions: [] }]))[0]).not.toHaveProperty('selectionBehavior');
  });

  it('[64] actionSelectionBehavior is not sent', async () => {
    expect(JSON.stringify(await cardsFrom([draft]))).not.toContain('actionSelectionBehavior');
  });

  it('[65] delete names resourceId, create carries a whole resource', async () => {
    const [card] = await cardsFrom([draft]);
    expect(card.suggestions[0].actions).toMatchObject([
      { type: 'delete', resourceId: 'MedicationRequest/order-1' },
      { type: 'create', resource: { resourceType: 'MedicationRequest', status: 'draft', subject: { reference: 'Patient/p1' } } },
    ]);
  });

  it('[66] [67] a suggestion that touches another order or patient is not sent, not even in part', async () => {
    const [suggestion] = draft.suggestions;
    const create = suggestion?.actions[1];
    if (suggestion === undefined || create?.type !== 'create') throw new Error('the draft has a create action');
    const nobodys = { ...create, resource: { ...create.resource, subject: { display: 'A name' } } };
    const foreign = { ...create, resource: { ...create.resource, subject: { reference: 'Patient/p2' } } };
    const actions = [
      [{ type: 'delete' as const, description: 'x', resourceId: 'MedicationRequest/not-of-this-call' }, create],
      [foreign],
      [nobodys],
      [{ ...create, resource: { ...create.resource, status: 'active' } }],
      [
        {
          type: 'update' as const,
          description: 'x',
          resource: { resourceType: 'MedicationRequest', id: 'other', subject: create.resource.subject },
        },
      ],
    ];
    const [card] = await cardsFrom([{ ...draft, suggestions: actions.map((list) => ({ ...suggestion, actions: list })) }]);
    expect(card).not.toHaveProperty('suggestions');
  });

  it('[68] override reasons have code, system and display', async () => {
    expect((await cardsFrom([draft]))[0].overrideReasons).toEqual(draft.overrideReasons);
  });

  it('[69] [70] the panel link is smart, its appContext a short versioned string of ids', async () => {
    const [card] = await cardsFrom([draft]);
    const smart = card.links.find(({ type }: { type: string }) => type === 'smart');
    expect(smart.url).toBe('http://127.0.0.1:4020/panel/launch.html');
    expect(JSON.parse(smart.appContext)).toEqual({ v: 1, view: 'drugs', id: '32968' });
    expect(smart.appContext).not.toContain('p1');
    expect(smart).not.toHaveProperty('autolaunchable');
  });

  it('[72] most urgent first', async () => {
    const cards = await cardsFrom([{ ...draft, indicator: 'info' }, { ...draft, indicator: 'warning' }, draft]);
    expect(cards.map(({ indicator }: { indicator: string }) => indicator)).toEqual(['critical', 'warning', 'info']);
  });

  it('[98] the next call answers in full again', async () => {
    const { app } = createTestApp();
    const call = () =>
      request(app).post('/cds-services/pgx-order-sign').set('content-type', 'application/json').send(JSON.stringify(orderSign()));
    expect((await call()).body.cards).toHaveLength(1);
    expect((await call()).body.cards).toHaveLength(1);
  });

  it('[L] the 2.0 shape is sent: resourceId for delete, topic, override reasons, uuids', async () => {
    const [card] = await cardsFrom([draft]);
    expect(Object.keys(card).sort()).toEqual(
      ['detail', 'indicator', 'links', 'overrideReasons', 'selectionBehavior', 'source', 'suggestions', 'summary', 'uuid'].sort(),
    );
  });
});

describe('vendor shapes', () => {
  it('Epic: one action per suggestion, "any", text in label and description, OID coding, proposal, plain topic', async () => {
    const [card] = await cardsFrom([{ ...draft, topic: { ...draft.topic, code: 'cyp2c19.clopidogrel-avoid' } }], 'epic');
    expect(card.selectionBehavior).toBe('any');
    expect(card.source.topic.code).toBe('cyp2c19clopidogrelavoid');
    expect(
      card.suggestions.map(({ label, actions }: { label: string; actions: { type: string }[] }) => [
        label,
        actions.length,
        actions[0]?.type,
      ]),
    ).toEqual([
      ['Remove the order for clopidogrel', 1, 'delete'],
      ['Order prasugrel', 1, 'create'],
    ]);
    expect(card.suggestions[1].actions[0].resource).toMatchObject({
      intent: 'proposal',
      medicationCodeableConcept: {
        coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm' }, { system: 'urn:oid:2.16.840.1.113883.6.88', code: '613391' }],
      },
    });
  });

  it('Epic is recognised by its extensions when nobody is authenticated', async () => {
    const { app } = createTestApp({ trust: { ehrs: [], publicUrl: 'http://127.0.0.1:4020', auth: 'off' } });
    const extension = { 'com.epic.cdshooks.request.bpa-trigger-action': '23' };
    const answer = await request(app)
      .post('/cds-services/pgx-order-sign')
      .set('content-type', 'application/json')
      .send(JSON.stringify(orderSign({ extension })));
    expect(answer.body.cards[0].selectionBehavior).toBe('any');
  });

  it('Epic: an update becomes a removal and a new order', async () => {
    const resource = {
      resourceType: 'MedicationRequest',
      id: 'order-1',
      status: 'draft',
      intent: 'order',
      identifier: [{ system: 'urn:orders', value: '7' }],
      meta: { versionId: '1' },
      subject: { reference: 'Patient/p1' },
    };
    const suggestions = [
      { label: 'Halve', recommended: true, actions: [{ type: 'update' as const, description: 'Halve the dose', resource }] },
    ];
    const [card] = await cardsFrom([{ ...draft, suggestions }], 'epic');
    expect(card.suggestions.map(({ actions }: { actions: { type: string }[] }) => actions[0]?.type)).toEqual(['delete', 'create']);
    const made = card.suggestions[1].actions[0].resource;
    for (const ofTheOld of ['id', 'identifier', 'meta']) expect(made).not.toHaveProperty(ofTheOld);
  });

  it('Epic: the removal that two replacements share is offered once', async () => {
    const [first] = draft.suggestions;
    if (first === undefined) throw new Error('the draft has a suggestion');
    const other = { label: 'Replace clopidogrel by ticagrelor', recommended: false };
    const actions = first.actions.map((action) =>
      action.type === 'create'
        ? {
            ...action,
            description: 'Order ticagrelor',
            resource: { ...action.resource, medicationCodeableConcept: { text: 'ticagrelor' } },
          }
        : action,
    );
    const [card] = await cardsFrom([{ ...draft, suggestions: [first, { ...other, actions }] }], 'epic');
    expect(card.suggestions.map(({ label }: { label: string }) => label)).toEqual([
      'Remove the order for clopidogrel',
      'Order prasugrel',
      'Order ticagrelor',
    ]);
    expect(new Set(card.suggestions.map(({ uuid }: { uuid: string }) => uuid)).size).toBe(3);
  });

  it('[100] Oracle: the text alone says what can be done', async () => {
    const [card] = await cardsFrom([draft], 'oracle');
    expect(card).not.toHaveProperty('suggestions');
    expect(card).not.toHaveProperty('overrideReasons');
    expect(card.detail).toContain('- Replace clopidogrel by prasugrel');
  });

  it('Medplum: the plain standard', async () => {
    expect((await cardsFrom([draft], 'medplum'))[0].suggestions).toHaveLength(1);
  });
});
