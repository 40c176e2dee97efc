import { describe, expect, it } from 'vitest';
import { parseScore, tableEntries, writeScore } from './score.ts';

const TABLE = {
  '0.0': 'PM',
  '0.25': 'IM',
  '0.5': 'IM',
  '0.75': 'IM',
  '1.0': 'IM',
  '1.25': 'NM',
  '2.0': 'NM',
  '2.25': 'NM',
  '2.5': 'UM',
  '3.0': 'UM',
  '≥3.0': 'UM',
};

describe('activity scores', () => {
  it.each([
    ['1.0', { value: 1, atLeast: false }],
    ['≥3.0', { value: 3, atLeast: true }],
    ['>=3', { value: 3, atLeast: true }],
    ['n/a', null],
  ])('reads %s', (text, score) => {
    expect(parseScore(text)).toEqual(score);
  });

  it.each([
    [0.625, ['0.5']],
    [1.125, ['1.0']],
    [0.125, ['0.25']],
    [0, ['0.0']],
    [2, ['2.0']],
  ])('%s between two entries takes the lower one, but never becomes no activity', (value, entries) => {
    expect(tableEntries({ value, atLeast: false }, TABLE)).toEqual(entries);
  });

  it('a lower bound stands for everything above it', () => {
    expect(tableEntries({ value: 1.5, atLeast: true }, TABLE)).toEqual(['1.25', '2.0', '2.25', '2.5', '3.0', '≥3.0']);
  });

  it('writes scores as the tables do', () => {
    expect([
      writeScore({ value: 1, atLeast: false }),
      writeScore({ value: 0.625, atLeast: false }),
      writeScore({ value: 3, atLeast: true }),
    ]).toEqual(['1.0', '0.625', '≥3.0']);
  });
});
