import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyMatch } from './every-match.ts';

test.each([/a+/g, /b*/g, /(?<=a)(b)?/gi, /\bab\b|c/g])('%s finds what matchAll finds', (pattern) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[abAc ]{0,20}$/), (text) => {
      expect(everyMatch(text, pattern).map((match) => [...match, match.index])).toEqual(
        [...text.matchAll(new RegExp(pattern.source, pattern.flags))].map((match) => [...match, match.index]),
      );
    }),
  );
});

test('a place that an earlier look has left in the pattern does not hide what stands before it', () => {
  const organ = /pancreatic|breast/g;
  organ.exec('of the breast');
  expect(everyMatch('pancreatic or breast', organ).map(([word]) => word)).toEqual(['pancreatic', 'breast']);
  expect(organ.lastIndex).toBe(0);
});
