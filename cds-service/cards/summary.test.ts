import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from './arrange.ts';
import { summaryText } from './summary.ts';
import { topicOf } from './topic.ts';
import type { CardDraft } from './types.ts';

describe('summary', () => {
  it('takes the first text that fits', () => {
    expect(summaryText('x'.repeat(140), 'short')).toBe('short');
  });
  it('is always shorter than 140 code points', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => [...summaryText(text)].length < 140));
  });
});

describe('topic code', () => {
  it('tells scores apart and holds letters and digits only', () => {
    const low = topicOf(['cpic:codeine:cyp2d6=0.25', 'avoid'], 'x').code;
    const high = topicOf(['cpic:codeine:cyp2d6=2.5', 'avoid'], 'x').code;
    expect(low).not.toBe(high);
    expect(low).toMatch(/^[a-z0-9]+$/);
  });
  it('stays within 100 characters and still tells long rules apart', () => {
    const a = topicOf([`${'x'.repeat(150)}a`], 'x').code;
    const b = topicOf([`${'x'.repeat(150)}b`], 'x').code;
    expect(a.length).toBeLessThanOrEqual(100);
    expect(a).not.toBe(b);
  });
});

describe('arrangement', () => {
  const card = (summary: string, indicator: CardDraft['indicator']): CardDraft => ({
    summary,
    indicator,
    detail: '',
    source: { label: 's', url: 'https://x' },
    topic: { system: 's', code: summary, display: summary },
    ruleIds: [],
    evidence: [],
    suggestions: [],
    overrideReasons: [],
    links: [],
    panelTarget: { view: 'now' },
  });
  it('puts severity before the alphabet, keeps one critical, counts the rest', () => {
    const shown = arrange([card('d', 'info'), card('c', 'critical'), card('b', 'warning'), card('a', 'critical'), card('e', 'info')]);
    expect(shown.map(({ summary, indicator }) => `${summary} ${indicator}`)).toEqual(['a critical', 'c warning', 'b warning']);
    expect(shown.at(-1)?.detail).toContain('2 more in the panel.');
  });
  it('shows the same guidance for the same order once', () => {
    expect(arrange([card('a', 'info'), card('a', 'info')])).toHaveLength(1);
  });
});
