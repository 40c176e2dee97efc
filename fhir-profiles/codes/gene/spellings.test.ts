import { describe, expect, it } from 'vitest';
import { biomarkerTest } from '../biomarker-tests.ts';
import { testWithSymbols, withSymbols } from './spellings.ts';

describe('symbols in small or mixed letters', () => {
  it.each([
    ['Kras mutation', 'KRAS mutation'],
    ['kras', 'KRAS'],
    ['Braf v600e', 'BRAF v600e'],
    ['Brca1', 'BRCA1'],
    ['Ros1', 'ROS1'],
    ['alk', 'ALK'],
    ['Alk fusion', 'ALK fusion'],
    ['Ret fusion', 'RET fusion'],
    ['Met exon 14 skipping', 'MET exon 14 skipping'],
    ['Kit exon 11', 'KIT exon 11'],
  ])('%s is %s', (name, symbols) => expect(withSymbols(name)).toBe(symbols));

  it.each(['Alk phos', 'Alk Phosphatase', 'Criteria met', 'Met panel', 'Ret count', 'Collection kit exon', 'eGFR', 'Test kit mutation'])(
    '%s is none',
    (name) => expect(withSymbols(name)).toBe(name),
  );

  it.each([
    ['egfr mutation', 'L858R', 'EGFR mutation'],
    ['Egfr', 'Exon 19 deletion', 'EGFR'],
    ['eGFR mutation', 'Exon 19 deletion', 'EGFR mutation'],
    ['eGFR', '55 mL/min', 'eGFR'],
    ['eGFR', 'above 60', 'eGFR'],
    ['eGFR CKD-EPI', 'race variant not used', 'eGFR CKD-EPI'],
  ])('%s answered %s is %s', (name, said, symbols) => expect(testWithSymbols(name, [said])).toBe(symbols));

  it.each([
    ['HER 2', 'HER2'],
    ['Her 2/neu status', 'HER2'],
    ['HER 2 IHC', 'HER2'],
    ['Seen by her 2 weeks ago', undefined],
  ])('%s is the marker %s', (name, kind) => expect(biomarkerTest([], [name])?.kind).toBe(kind));
});
