import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { testCard } from '../../test/service/harness.ts';
import { createKeyed } from '../store/secret.ts';
import type { Answer } from './answer.ts';
import { unreadCard } from './not-checked.ts';
import { say } from './say.ts';
import { serviceById } from './services.ts';

it('the text sent is the cards that are kept, with uuids of its own each time', () => {
  const service = serviceById('pgx-order-sign');
  if (service === undefined) throw new Error('no service');
  const drafts = ['MedicationRequest/a', 'MedicationRequest/b'].map((order) => testCard(order, 'p1', ['Observation/"uuid":"-"']));
  const orders = ['MedicationRequest/a', 'MedicationRequest/b'];
  const answer: Answer = { drafts, notChecked: [], concerned: orders, orders, fromPrefetch: true, inputHash: '' };
  const setting = {
    service,
    patientId: 'p1',
    ehr: undefined,
    guess: 'generic',
    publicUrl: 'https://cds.example.org',
    keyed: createKeyed('a secret for tests, long enough to be one'),
    store: { isSilenced: () => false },
    newUuid: randomUUID,
    now: new Date('2026-11-21T12:00:00Z'),
  } as const;
  const said = [say(answer, setting), say(answer, { ...setting, guess: 'epic' }), say(answer, setting)];
  for (const { json, cards } of said) expect(JSON.parse(json)).toEqual(cards);
  const uuids = said.flatMap(({ cards }) => cards.flatMap((card) => [card.uuid, ...(card.suggestions ?? []).map(({ uuid }) => uuid)]));
  expect(uuids.length).toBeGreaterThan(6);
  expect(new Set(uuids).size).toBe(uuids.length);
});

it('the word that part of the chart was not read goes out when the card that carried it is silenced', () => {
  const service = serviceById('pgx-order-sign');
  if (service === undefined) throw new Error('no service');
  const card = testCard('MedicationRequest/a', 'p1', ['Observation/o']);
  const carrying = { ...card, tellsNotChecked: true as const, detail: `${card.detail} **Not checked:** genomic results (only in part).` };
  const note = unreadCard([{ text: 'genomic results (only in part)', mustSay: true }], 'order-sign');
  if (note === null) throw new Error('no note');
  const report = { orders: [], warnings: [], knowledge: [], predictions: [] } as unknown as NonNullable<Answer['report']>;
  const answer: Answer = { drafts: [carrying], note, report, notChecked: [], concerned: [], orders: [], fromPrefetch: true, inputHash: '' };
  const summaries = (silenced: boolean) =>
    say(answer, {
      service,
      patientId: 'p1',
      ehr: undefined,
      guess: 'generic',
      publicUrl: 'https://cds.example.org',
      keyed: createKeyed('a secret for tests, long enough to be one'),
      store: { isSilenced: () => silenced },
      newUuid: randomUUID,
      now: new Date('2026-11-21T12:00:00Z'),
    }).cards.map(({ summary }) => summary);
  expect(summaries(false)).toEqual([card.summary]);
  expect(summaries(true)).toEqual([note.summary]);
});
