import { describe, expect, it } from 'vitest';
import { entryOf } from './entry-of.ts';

describe('a word of a chart asked of a table', () => {
  const table = { A: 'T', '': 'nothing' };

  it('is answered with what stands there', () => {
    expect([entryOf(table, 'A'), entryOf(table, ''), entryOf(table, 'a')]).toEqual(['T', 'nothing', undefined]);
  });

  it('is not answered where there is no table', () => {
    expect(entryOf(undefined, 'A')).toBeUndefined();
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])('%s is no entry', (word) => {
    expect(entryOf(table, word)).toBeUndefined();
  });
});
