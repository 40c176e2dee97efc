import { describe, expect, it } from 'vitest';
import { ageToReckonWith, completedYears, possibleAges } from './age.ts';

const DAY = '2026-11-23';

describe('age from a birth date', () => {
  it.each<[string, string, readonly [number, number] | null, number | undefined, number | undefined]>([
    ['a day before the birthday', '1960-11-24', [65, 65], 65, 65],
    ['the birthday', '1960-11-23', [66, 66], 66, 66],
    ['with a time', '1960-11-23T10:00:00Z', [66, 66], 66, 66],
    ['month and year, the month is over', '1960-05', [66, 66], 66, 66],
    ['month and year, the month is to come', '1960-12', [65, 65], 65, 65],
    ['month and year, in that month', '1960-11', [65, 66], undefined, 65],
    ['the year of an adult', '1960', [65, 66], undefined, 65],
    ['the year of one who may be of age', '2008', [17, 18], undefined, undefined],
    ['the year of a child', '2015', [10, 11], undefined, undefined],
    ['born this year', '2026', [0, 0], 0, 0],
    ['born in a month to come', '2026-12', null, undefined, undefined],
    ['born tomorrow', '2026-11-24', null, undefined, undefined],
    ['no date', 'unknown', null, undefined, undefined],
  ])('%s', (_, born, possible, completed, reckoned) => {
    expect(possibleAges(born, DAY)).toEqual(possible);
    expect(completedYears(born, DAY)).toBe(completed);
    expect(ageToReckonWith(born, DAY)).toBe(reckoned);
  });

  it('no birth date leaves everything open', () => expect(possibleAges(undefined, DAY)).toBeNull());
});
