import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gate, openedBy } from './needles.ts';

describe('stretches that a text must hold', () => {
  const stretch = fc.stringMatching(/^[abβ ≥-]{1,4}$/);
  test('a gate is open exactly where one of its stretches stands in the lower-case text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(stretch, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        fc.stringMatching(/^[aAbBβc ≥-]{0,30}$/),
        (lists, text) => {
          const gates = lists.map((needs) => gate(needs));
          const opened = openedBy(text);
          const lower = text.toLowerCase();
          expect(gates.map((one) => opened.has(one))).toEqual(lists.map((needs) => needs.some((word) => lower.includes(word))));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a stretch within another, and one that ends where the next begins, are both found', () => {
    const [inner, outer, chained] = [gate(['er2']), gate(['her2-low']), gate(['low dose'])];
    const opened = openedBy('HER2-low dose');
    expect([inner, outer, chained].map((one) => opened.has(one))).toEqual([true, true, true]);
    expect(openedBy('HER2-lo dose').has(outer)).toBe(false);
  });

  test('a gate that is added later is asked of a text that was looked through before', () => {
    const text = 'hepatic impairment';
    openedBy(text);
    const late = gate(['impair']);
    expect(openedBy(text).has(late)).toBe(true);
  });

  test('no stretch is asked for: never open', () => {
    expect(openedBy('anything').has(gate([]))).toBe(false);
  });
});
