import { describe, expect, it } from 'vitest';
import { arrange } from './arrange.ts';
import type { CardDraft } from './types.ts';

const card = (order: string, more: Partial<CardDraft> = {}): CardDraft => ({
  summary: `${order}: said`,
  indicator: 'info',
  detail: `**Result:** ${order}.`,
  source: { label: 'Genehook', url: 'https://genehook.org' },
  topic: { system: 's', code: order, display: order },
  ruleIds: [order],
  evidence: [],
  order,
  suggestions: [],
  overrideReasons: [],
  links: [],
  panelTarget: { view: 'drugs' },
  ...more,
});
const unsettled = (dangerous: boolean) => ({ unsettled: { dangerous } });
const four = [card('a'), card('b'), card('c'), card('d')];

describe('what reaches the screen', () => {
  it('counts notes beyond the third', () => {
    const shown = arrange(four);
    expect(shown.map(({ order }) => order)).toEqual(['a', 'b', 'c']);
    expect(shown.at(-1)?.detail).toContain('1 more in the panel.');
  });

  it('never only counts an order that was not checked, whatever its words', () => {
    const waits = card('e', { ...unsettled(false), summary: 'e: a result is not final yet, wait for it' });
    expect(arrange([...four, waits]).map(({ order }) => order)).toEqual(['a', 'b', 'c', 'e']);
  });

  it('names several of them on one card', () => {
    const last = arrange([...four, card('e', unsettled(false)), card('f', unsettled(false))]).at(-1);
    expect(last?.summary).toMatch(/^2 more orders not checked/);
    expect(last?.detail).toMatch(/e: said\..*f: said\./s);
  });

  it('lets those lead whose gene makes a first dose dangerous', () => {
    expect(arrange([...four, card('z', unsettled(true))])[0]?.order).toBe('z');
  });

  it('one critical card at most: the next warns in its own words', () => {
    const shown = arrange([
      card('b', { indicator: 'critical' }),
      card('c', { indicator: 'critical' }),
      card('a', { indicator: 'critical' }),
    ]);
    expect(shown.map(({ order, indicator }) => [order, indicator])).toEqual([
      ['a', 'critical'],
      ['b', 'warning'],
      ['c', 'warning'],
    ]);
  });
});
