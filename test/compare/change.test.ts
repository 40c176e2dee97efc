import { describe, expect, it } from 'vitest';
import { changeOf, type Recorded } from './change.ts';
import type { CardAnswer } from './answer.ts';

const card = (indicator: CardAnswer['indicator'], summary = 'CYP2C19 poor metabolizer: avoid clopidogrel', words = 'a'): CardAnswer => ({
  family: 'pgx',
  indicator,
  summary,
  rules: ['r1'],
  words,
});
const CALLED = 'gene CYP2C19: *2/*2 | Poor Metabolizer | - | called';
const answer = (parts: Partial<Recorded> = {}): Recorded => ({
  meaning: 'positive',
  role: 'against',
  family: 'germline',
  cards: [card('warning')],
  report: [CALLED],
  told: [],
  violations: [],
  ...parts,
});
const normal = (parts: Partial<Recorded> = {}): Recorded => answer({ meaning: 'negative', cards: [], ...parts });

describe('how the answer to a case changed', () => {
  it.each<[string, Recorded, Recorded]>([
    ['violates what the chart says', answer(), answer({ violations: ['a finding is met with silence'], cards: [] })],
    ['result turned', answer(), answer({ report: ['gene CYP2C19: *1/*1 | Normal Metabolizer | - | called'] })],
    ['card gone', answer(), answer({ cards: [] })],
    ['indicator lowered', answer(), answer({ cards: [card('info')] })],
    ['result lost', answer(), answer({ report: [] })],
    ['result lost', answer(), answer({ report: ['gene CYP2C19: - | Indeterminate | - | indeterminate'] })],
    [
      'less made of no result',
      answer({ meaning: 'other-person' }),
      answer({ meaning: 'other-person', cards: [], report: [], told: ['x'] }),
    ],
    ['card gone', answer({ meaning: 'other-person' }), answer({ meaning: 'other-person', cards: [], report: [] })],
    ['no longer told', answer({ cards: [], report: [], told: ['unparsed: x'] }), answer({ cards: [], report: [] })],
    ['needless card', normal(), normal({ cards: [card('info')] })],
    ['needlessly louder', normal({ cards: [card('info')] }), normal({ cards: [card('critical')] })],
    ['violation mended', answer({ violations: ['a finding is met with silence'], cards: [] }), answer()],
    ['needless card gone', normal({ cards: [card('info')] }), normal()],
    ['card instead of silence', answer({ cards: [] }), answer()],
    ['indicator raised', answer(), answer({ cards: [card('critical')] })],
    ['result found', answer({ report: ['gene CYP2C19: - | Indeterminate | - | indeterminate'] }), answer()],
    ['told now', answer(), answer({ told: ['unparsed: x'] })],
    ['other rules', answer(), answer({ cards: [{ ...card('warning'), rules: ['r2'] }] })],
    ['other summary', answer(), answer({ cards: [card('warning', 'Something else')] })],
    ['wording only', answer(), answer({ cards: [card('warning', undefined, 'b')] })],
  ])('%s', (kind, before, after) => {
    expect(changeOf(before, after)).toBe(kind);
  });

  it('is none when nothing differs', () => {
    expect(changeOf(answer(), answer())).toBeNull();
  });

  it('takes the end of a card for right when the drug fits now', () => {
    const open = answer({ family: 'tumour', role: 'asked-for', report: ['order osimertinib: biomarker-open'], cards: [card('info')] });
    expect(changeOf(open, { ...open, report: ['order osimertinib: fits'], cards: [] })).toBe('needless card gone');
  });
});
