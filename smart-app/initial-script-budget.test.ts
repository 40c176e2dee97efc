import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { initialBytes } from './initial-script-budget.ts';

describe('the weight of the first scripts', () => {
  it('counts a shared chunk once, follows static imports, and ends on a circle', () => {
    const size = (code: string) => gzipSync(code).length;
    const chunks = new Map([
      ['a', { code: 'a'.repeat(999), imports: ['b', 'c'] }],
      ['b', { code: 'b'.repeat(500), imports: ['c', 'a'] }],
      ['c', { code: 'c', imports: [] }],
      ['later', { code: 'd'.repeat(9999), imports: [] }],
    ]);
    expect(initialBytes('a', chunks)).toBe(size('a'.repeat(999)) + size('b'.repeat(500)) + size('c'));
  });
});
