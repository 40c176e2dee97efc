import { describe, expect, it } from 'vitest';
import { testsToOrder, tumourTest } from './test-codes.ts';

const codes = (...asked: Parameters<typeof testsToOrder>[0]) => testsToOrder(asked).map(({ text, code }) => `${text} ${code?.code ?? '-'}`);

describe('tests to order', () => {
  it('one gene, one code', () => expect(codes({ name: 'EGFR', asks: 'mutation' })).toEqual(['EGFR testing 21665-5']));
  it('genes that one test covers go together', () =>
    expect(codes({ name: 'BRCA1', asks: 'mutation' }, { name: 'BRCA2', asks: 'mutation' }, { name: 'ATM', asks: 'mutation' })).toEqual([
      'BRCA1, BRCA2 testing 94191-4',
      'ATM testing 21624-2',
    ]));
  it('a fusion is not asked for by a mutation test', () => {
    expect(codes({ name: 'RET', asks: 'rearrangement' })).toEqual(['RET testing 90927-5']);
    expect(codes({ name: 'RET', asks: 'mutation' })).toEqual(['RET testing 21733-1']);
  });
  it('words where no code is known', () => expect(codes({ name: 'ROS1', asks: 'rearrangement' })).toEqual(['ROS1 testing -']));
  it('a code that is not of the table is no test', () => expect(tumourTest('2160-0')).toBeUndefined());
});
