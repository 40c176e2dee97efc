/** Every rule about an answer: one that breaks it, one that does not; and answers of the real service break none. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { checkAnswer, RESPONSE_RULES } from '../../cds-service/request-check/index.ts';
import { createTestApp, orderSign } from '../service/harness.ts';

type Json = Record<string, unknown>;
const ORDERS = new Set(['MedicationRequest/order-1']);
const remove = { type: 'delete', description: 'Remove it', resourceId: 'MedicationRequest/order-1' };
const create = { type: 'create', description: 'Order it', resource: { resourceType: 'MedicationRequest', status: 'draft' } };
const CARD: Json = {
  uuid: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
  summary: 'One sentence',
  indicator: 'warning',
  detail: '**Result** a < b',
  source: { label: 'Source', url: 'https://source.example.org', topic: { system: 'https://s.example.org', code: 'a' } },
  suggestions: [{ label: 'Replace', uuid: '6ba7b810-9dad-41d1-80b4-00c04fd430c9', isRecommended: true, actions: [remove, create] }],
  selectionBehavior: 'at-most-one',
  overrideReasons: [{ code: 'x', system: 'https://s.example.org', display: 'X' }],
  links: [{ label: 'Open', url: 'https://app.example.org', type: 'smart', appContext: '{}' }],
};
const withCard = (change: Json): Json => ({ cards: [{ ...CARD, ...change }] });
const [suggestion] = CARD['suggestions'] as [Json];
const withAction = (action: Json): Json => withCard({ suggestions: [{ ...suggestion, actions: [action] }] });
const link = (change: Json): Json => withCard({ links: [{ label: 'Open', url: 'https://app.example.org', type: 'absolute', ...change }] });

const CASES: readonly (readonly [rule: string, body: unknown, where: string])[] = [
  ['answer.cards', [], '$.cards'],
  ['answer.cards', { cards: null }, '$.cards'],
  ['answer.empty-member', { cards: [], extension: {} }, '$.extension'],
  ['answer.empty-member', withCard({ links: [] }), '$.cards[0].links'],
  ['answer.systemActions', { cards: [], systemActions: 'x' }, '$.systemActions'],
  ['card.shape', { cards: ['x'] }, '$.cards[0]'],
  ['card.summary', withCard({ summary: 'x'.repeat(140) }), '$.cards[0].summary'],
  ['card.summary', withCard({ summary: undefined }), '$.cards[0].summary'],
  ['card.indicator', withCard({ indicator: 'hard-stop' }), '$.cards[0].indicator'],
  ['card.detail', withCard({ detail: 7 }), '$.cards[0].detail'],
  ['card.detail-html', withCard({ detail: '<b>x</b>' }), '$.cards[0].detail'],
  ['card.uuid', withCard({ uuid: undefined }), '$.cards[0].uuid'],
  ['card.uuid-repeated', { cards: [CARD, CARD] }, '$.cards[1].uuid'],
  ['card.source', withCard({ source: undefined }), '$.cards[0].source'],
  ['card.source', withCard({ source: { url: 'https://x.example.org' } }), '$.cards[0].source.label'],
  ['card.source-url', withCard({ source: { label: 'x', icon: 'icon.png' } }), '$.cards[0].source.icon'],
  ['card.topic', withCard({ source: { label: 'x', topic: { code: 'x' } } }), '$.cards[0].source.topic'],
  ['card.selectionBehavior', withCard({ selectionBehavior: undefined }), '$.cards[0].selectionBehavior'],
  ['card.overrideReasons', withCard({ overrideReasons: [{ code: 'x', system: 's' }] }), '$.cards[0].overrideReasons[0].display'],
  ['suggestion.shape', withCard({ suggestions: 'x' }), '$.cards[0].suggestions'],
  ['suggestion.label', withCard({ suggestions: [{ uuid: 'x' }] }), '$.cards[0].suggestions[0].label'],
  ['suggestion.uuid', withCard({ suggestions: [{ label: 'x' }] }), '$.cards[0].suggestions[0].uuid'],
  [
    'suggestion.recommended',
    withCard({ suggestions: [suggestion, { ...suggestion, uuid: 'y' }] }),
    '$.cards[0].suggestions[1].isRecommended',
  ],
  [
    'suggestion.recommended',
    withCard({ suggestions: [{ ...suggestion, isRecommended: 'yes' }] }),
    '$.cards[0].suggestions[0].isRecommended',
  ],
  ['action.type', withAction({ type: 'replace', description: 'x' }), '$.cards[0].suggestions[0].actions[0].type'],
  ['action.description', withAction({ ...remove, description: '' }), '$.cards[0].suggestions[0].actions[0].description'],
  ['action.resource', withAction({ ...create, resource: 'Medication/1' }), '$.cards[0].suggestions[0].actions[0].resource'],
  ['action.resource', withAction({ ...create, type: 'update' }), '$.cards[0].suggestions[0].actions[0].resource.id'],
  [
    'action.resourceId',
    withAction({ ...remove, resourceId: undefined, resource: 'MedicationRequest/order-1' }),
    '$.cards[0].suggestions[0].actions[0].resourceId',
  ],
  [
    'action.other-order',
    withAction({ ...remove, resourceId: 'MedicationRequest/other' }),
    '$.cards[0].suggestions[0].actions[0].resourceId',
  ],
  ['link.label', link({ label: '' }), '$.cards[0].links[0].label'],
  ['link.url', link({ url: 'javascript:x' }), '$.cards[0].links[0].url'],
  ['link.type', link({ type: 'pop-up' }), '$.cards[0].links[0].type'],
  ['link.appContext', link({ appContext: '{}' }), '$.cards[0].links[0].appContext'],
  ['link.appContext', link({ type: 'smart', appContext: { v: 1 } }), '$.cards[0].links[0].appContext'],
];

describe('an answer', () => {
  it('without faults has no complaints', () => {
    expect(checkAnswer({ body: { cards: [] }, contentType: 'application/json; charset=utf-8' }, ORDERS)).toEqual([]);
    expect(checkAnswer({ body: { cards: [CARD] } }, ORDERS)).toEqual([]);
  });

  it.each(CASES)('%s: %j', (rule, body, where) => {
    expect(checkAnswer({ body }, ORDERS).map((item) => [item.rule, item.where])).toContainEqual([rule, where]);
  });

  it('of another content type is told so', () =>
    expect(checkAnswer({ body: { cards: [] }, contentType: 'text/html' })).toMatchObject([{ rule: 'answer.content-type' }]));

  it('every rule has a case', () => {
    const tried = new Set<string>([...CASES.map(([rule]) => rule), 'answer.content-type']);
    expect(Object.keys(RESPONSE_RULES).filter((rule) => !tried.has(rule))).toEqual([]);
  });

  it('of the service itself has no complaints', async () => {
    const { app } = createTestApp();
    const answer = await request(app)
      .post('/cds-services/pgx-order-sign')
      .set('content-type', 'application/json')
      .send(JSON.stringify(orderSign()));
    expect([answer.body.cards.length, checkAnswer({ body: answer.body, contentType: answer.headers['content-type'] }, ORDERS)]).toEqual([
      1,
      [],
    ]);
  });

  const schema = join(import.meta.dirname, '..', '..', '..', 'shared', 'reference', 'standards', 'schemas', 'card-response.schema.json');
  const mutated = fc
    .tuple(fc.constantFrom(...Object.keys(CARD)), fc.jsonValue({ maxDepth: 3 }))
    .map(([name, value]) => withCard({ [name]: value }));

  it('of any JSON never breaks the checker', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), mutated), (body) => checkAnswer({ body }, ORDERS).every(({ where }) => where !== '')));
  });

  it.runIf(existsSync(schema))('that the published schema refuses has a complaint', () => {
    const valid = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
    fc.assert(
      fc.property(mutated, (body) => {
        if (!valid(body)) expect([checkAnswer({ body }).length > 0, valid.errors]).toEqual([true, valid.errors]);
      }),
      { numRuns: 500 },
    );
  });
});
