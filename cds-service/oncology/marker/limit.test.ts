import { describe, expect, it } from 'vitest';
import type { BiomarkerFact } from '../../../fhir-profiles/index.ts';
import { biomarker } from '../../../test/oncology/facts.ts';
import { readMarkers } from './markers.ts';

const asked = (fact: BiomarkerFact, status: string, min: number, method: string | null = null) =>
  readMarkers([fact], []).answer({ kind: 'marker', marker: fact.kind, status, method, min }).verdict;

describe('a marker against a limit', () => {
  it.each([
    ['ER 5 %', biomarker('ER', 5, { unit: '%' }), 'from', 10, 'no'],
    ['ER 10 %', biomarker('ER', 10, { unit: '%' }), 'from', 10, 'yes'],
    ['ER 10 %', biomarker('ER', 10, { unit: '%' }), 'above', 10, 'no'],
    ['ER positive by its word', biomarker('ER', 'positive', { status: 'positive' }), 'from', 1, 'yes'],
    ['ER positive by its word', biomarker('ER', 'positive', { status: 'positive' }), 'from', 10, 'unknown'],
    ['ER negative by its word', biomarker('ER', 'negative', { status: 'negative' }), 'below', 1, 'yes'],
    ['ER negative by its word', biomarker('ER', 'negative', { status: 'negative' }), 'from', 10, 'no'],
    ['TMB 8', biomarker('TMB', 8, { unit: '{mutations}/Mb' }), 'below', 10, 'yes'],
    ['TMB below 5', biomarker('TMB', 5, { unit: '{mutations}/Mb', comparator: '<' }), 'to', 5, 'yes'],
    ['TMB below 5', biomarker('TMB', 5, { unit: '{mutations}/Mb', comparator: '<' }), 'from', 5, 'no'],
    ['TMB below 5', biomarker('TMB', 5, { unit: '{mutations}/Mb', comparator: '<' }), 'from', 3, 'unknown'],
    ['TMB in another unit', biomarker('TMB', 8, { unit: '%' }), 'below', 10, 'unknown'],
    ['TMB high by its word', biomarker('TMB', 'high', { status: 'high' }), 'above', 15, 'unknown'],
    ['a range as text', biomarker('PR', '1-9 %'), 'to', 10, 'yes'],
    ['a range across the limit', biomarker('PR', '5-15%'), 'to', 10, 'unknown'],
    ['HRD score', biomarker('HRD', 50), 'from', 42, 'yes'],
    ['HRD as a share', biomarker('HRD', 50, { unit: '%' }), 'from', 42, 'unknown'],
  ] as const)('%s', (_, fact, status, min, verdict) => {
    expect(asked(fact, status, min)).toBe(verdict);
  });

  it('is compared on the scale that is asked for', () => {
    const tps = biomarker('PD-L1', 60, { method: 'TPS', unit: '%' });
    expect(asked(tps, 'below', 50, 'TPS')).toBe('no');
    expect(asked(tps, 'below', 50, 'CPS')).toBe('unknown');
  });

  it('stays open where two results lie on both sides', () => {
    const two = [biomarker('ER', 5, { unit: '%' }), biomarker('ER', 50, { unit: '%' })];
    expect(readMarkers(two, []).answer({ kind: 'marker', marker: 'ER', status: 'from', method: null, min: 10 }).verdict).toBe('unknown');
  });

  it('reads the share of stained nuclei where a receptor has no word', () => {
    const of = (value: number) =>
      readMarkers([biomarker('ER', value, { unit: '%' })], []).answer({
        kind: 'marker',
        marker: 'ER',
        status: 'positive',
        method: null,
        min: null,
      });
    expect([of(0).verdict, of(1).verdict, of(90).verdict]).toEqual(['no', 'yes', 'yes']);
  });
});
