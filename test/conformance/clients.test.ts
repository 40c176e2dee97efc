/**
 * Calls as programs in the field make them, against the real knowledge: a poor metabolizer of CYP2C19 for whom clopidogrel is signed. What is
 * expected of each was written down before it was tried. Whatever the form: the advice, or the word that something was not checked.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { createTestApp } from '../service/harness.ts';
import { call, CALLS, EPIC, MEDPLUM, ORACLE, order, signed, top, without, type Change, type Json } from './client-calls.ts';
import { FURTHER } from './further-calls.ts';
import { PUBLISHED } from './published-calls.ts';
import { answerFaults, outcomeFaults } from './response-schema.ts';

const ehr = (profile: string, server: string): Json => ({
  name: profile,
  issuer: server,
  jwksUrl: `${server}/keys`,
  fhirServers: [server],
  profile,
});
const trust = {
  publicUrl: 'http://127.0.0.1:4020',
  auth: 'off',
  ehrs: [ehr('generic', 'https://ehr.example.org/R4'), ehr('epic', EPIC), ehr('oracle', ORACLE), ehr('medplum', MEDPLUM)],
};
const harness = createTestApp({ clinic: await loadClinic(), trust, limits: { answerMs: 10_000 } });

interface Card {
  summary: string;
  detail?: string;
  suggestions?: { actions?: { type: string; resourceId?: string; resource?: Json }[] }[];
  selectionBehavior?: string;
}

const send = (change: Change, service = 'pgx-order-sign') =>
  request(harness.app)
    .post(`/cds-services/${service}`)
    .set('content-type', 'application/json')
    .send(JSON.stringify(change(call())));

const SCHEMAS = join(import.meta.dirname, '..', '..', '..', 'shared', 'reference', 'standards', 'schemas');
const published = existsSync(SCHEMAS)
  ? new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(SCHEMAS, 'card-response.schema.json'), 'utf8')) as object)
  : null;

describe('calls of programs in the field', () => {
  it.each([...CALLS, ...FURTHER, ...PUBLISHED])('%s', async (_name, change, expected) => {
    const body = change(call()) as Json;
    const answer = await send(() => body, body['hook'] === 'order-select' ? 'pgx-order-select' : 'pgx-order-sign');
    if (typeof expected !== 'string') {
      expect([answer.status, answer.text]).toEqual([expected[0], expect.stringMatching(expected[1])]);
      expect(outcomeFaults(answer.body)).toEqual([]);
      return;
    }
    expect([answer.status, answerFaults(answer.body)]).toEqual([200, []]);
    if (published !== null) expect([published(answer.body), published.errors]).toEqual([true, null]);
    const cards = (answer.body as { cards: Card[] }).cards;
    const advised = cards.some(({ summary }) => /CYP2C19 poor metabolizer.*clopidogrel/.test(summary));
    const unchecked = cards.some(({ summary, detail = '' }) =>
      /not checked|could not|not recognised|in part/i.test(`${summary} ${detail}`),
    );
    expect([cards.map(({ summary }) => summary), advised]).toEqual([expect.anything(), expected === 'advice']);
    if (expected !== 'none') expect([cards.map(({ summary }) => summary), advised || unchecked]).toEqual([expect.anything(), true]);
    const ids = cards.flatMap(({ suggestions = [] }) => suggestions.flatMap(({ actions = [] }) => actions));
    for (const { type, resourceId, resource } of ids)
      expect(type === 'delete' ? resourceId : resource).toEqual(
        type === 'delete'
          ? expect.stringMatching(/^MedicationRequest\/[\w.-]+$/)
          : expect.objectContaining({ resourceType: expect.any(String) }),
      );
  });

  it('each vendor gets the form that it can use', async () => {
    const cardFor = async (fhirServer: string): Promise<Card | undefined> =>
      ((await send(top({ fhirServer }))).body as { cards: Card[] }).cards[0];
    const epic = await cardFor(`${EPIC}/`);
    expect(epic?.selectionBehavior).toBe('any');
    expect(epic?.suggestions?.map(({ actions }) => actions?.length)).toEqual(epic?.suggestions?.map(() => 1));
    const oracle = await cardFor(ORACLE);
    expect([oracle?.suggestions, oracle?.detail]).toEqual([undefined, expect.stringContaining('**Options**')]);
    expect((await cardFor(MEDPLUM))?.selectionBehavior).toBe('at-most-one');
  });

  it('an order without a name gets advice and no suggestion that would have to name it', async () => {
    const { body } = await send(signed(without(order(), 'id')));
    const actions = (body as { cards: Card[] }).cards.flatMap(({ suggestions = [] }) => suggestions.flatMap((one) => one.actions ?? []));
    expect((body as { cards: Card[] }).cards[0]?.summary).toContain('clopidogrel');
    expect(actions.filter(({ type }) => type !== 'create')).toEqual([]);
  });
});
