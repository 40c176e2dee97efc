import { describe, expect, it } from 'vitest';
import { readAdvice } from '../data/read-pgx.ts';
import type { Language } from '../language/language.tsx';
import { actionText } from './action-text.ts';

const t = ((key: string, words: Readonly<Record<string, string>> = {}) =>
  `${key}${Object.values(words)
    .map((word) => ` | ${word}`)
    .join('')}`) as Language['t'];

const said = (more: Readonly<Record<string, unknown>>): string => {
  const advice = readAdvice({ drug: { name: 'a drug', rxnorm: '1' }, action: 'decrease-dose', strength: 'strong', ...more });
  return advice === null ? 'unread' : actionText(advice, t);
};

describe('the head of a row says what the card says', () => {
  it.each([
    ['reduced already, perhaps', { dose: { text: 'half', perhapsReduced: true } }, 'action.perhaps-reduced | action.decrease-dose'],
    ['one dose and no more', { dose: { text: 'half', oneDose: true } }, 'action.one-dose | action.decrease-dose'],
    ['low already', { dose: { text: 'low', atStart: true } }, 'action.at-start | action.decrease-dose'],
    [
      'with another drug that slows it down',
      { aggravatedBy: [{ name: 'allopurinol', reference: 'MedicationRequest/1', draft: false }] },
      'action.aggravated | action.decrease-dose | allopurinol',
    ],
    ['nothing beside it', { dose: { text: 'half' } }, 'action.decrease-dose'],
    ['another act', { action: 'avoid', dose: { text: 'half', oneDose: true } }, 'action.avoid'],
  ])('%s', (_what, more, words) => {
    expect(said(more)).toBe(words);
  });
});
