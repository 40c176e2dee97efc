import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, type Derived } from './report-groups.ts';
import { processorTime } from '../../../test/cost.ts';

interface Named extends Derived {
  readonly name: string;
}

const result = (name: string, reference: string, ...derivedFrom: readonly string[]): Named => ({
  name,
  source: { reference },
  derivedFrom,
});
const names = (groups: readonly (readonly Named[])[]): string[] => groups.map((group) => group.map(({ name }) => name).join(' '));

/** The definition, word by word: each result against every other. */
function byComparing(results: readonly Named[]): Named[][] {
  const found: Named[][] = [];
  for (const one of results) {
    const links = (other: Named): boolean =>
      other.source.reference === one.source.reference ||
      other.derivedFrom.includes(one.source.reference) ||
      one.derivedFrom.includes(other.source.reference);
    const joined = found.filter((group) => group.some(links));
    const rest = found.filter((group) => !joined.includes(group));
    found.splice(0, found.length, ...rest, [...joined.flat(), one]);
  }
  return found;
}

describe('results that belong to one report', () => {
  const cases: readonly (readonly [string, readonly Named[], readonly string[]])[] = [
    ['two laboratories stay two', [result('genotype A', 'O/1'), result('genotype B', 'O/2')], ['genotype A', 'genotype B']],
    [
      'a phenotype derived from a genotype that comes after it',
      [result('phenotype', 'O/1', 'O/2'), result('genotype', 'O/2')],
      ['phenotype genotype'],
    ],
    [
      'two positions of one diplotype, a further laboratory between them',
      [result('position 1', 'O/1', 'O/9'), result('other', 'O/5'), result('position 2', 'O/2', 'O/9'), result('diplotype', 'O/9')],
      ['other', 'position 1 position 2 diplotype'],
    ],
  ];
  it.each(cases)('%s', (_name, results, expected) => {
    expect(names(groupsOf(results))).toEqual(expected);
  });

  it('as comparing each with every other gives', () => {
    const reference = fc.integer({ min: 1, max: 8 }).map((number) => `O/${number}`);
    const any = fc.tuple(reference, fc.array(reference, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 14 }), (drawn) => {
        const results = drawn.map(([own, from], index) => result(String(index), own, ...from));
        expect(names(groupsOf(results))).toEqual(names(byComparing(results)));
      }),
      { numRuns: 500 },
    );
  });

  it('40,000 results of one gene are grouped at once', () => {
    const results = Array.from({ length: 40_000 }, (_, index) => result('', `O/${index}`, ...(index % 3 === 0 ? [`O/${index + 1}`] : [])));
    expect(groupsOf(results).length).toBeGreaterThan(20_000);
    expect(processorTime(1_000, () => void groupsOf(results))).toBeLessThan(1_000);
  });
});
