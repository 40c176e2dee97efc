import { describe, expect, it } from 'vitest';
import { nucleotideCall } from './nucleotides.ts';
import { processorTime } from '../../../../test/cost.ts';

describe('two bases at one position', () => {
  it.each([
    ['rs9923231 C/T', ['C', 'T']],
    ['-1639G>A: A/A', ['A', 'A']],
    ['c.521T>C T | C', ['T', 'C']],
    ['c. 521T>C   T   C', ['T', 'C']],
    ['rs4149056 TC', ['T', 'C']],
  ])('%s', (text, bases) => {
    expect(nucleotideCall(text, 'SLCO1B1', '')?.bases).toEqual(bases);
  });

  it.each([
    ['digits', '1'.repeat(200_000)],
    ['a change that goes on', `c.${'1'.repeat(200_000)}>A`],
    ['a base and blanks', `A${' '.repeat(100_000)}(`],
  ])('a text of %s is read about as fast as any other', (_form, text) => {
    expect(nucleotideCall(text, 'CYP2C19', '')).toBeNull();
    // Reading that tried a number from each of its digits took half a second and more.
    expect(processorTime(150, () => void nucleotideCall(text, 'CYP2C19', ''))).toBeLessThan(150);
  });
});
