import { describe, expect, it } from 'vitest';
import { order, patient, protein, tumour } from '../../../test/oncology/facts.ts';
import { reportOf } from '../../../test/oncology/report.ts';
import { asJudgedOrder, bestLevelOnly, inWords, onceEach, said, saidOnce, type GeneReason } from './index.ts';

const examined = (...genes: string[]): GeneReason => ({ kind: 'examined', genes });

describe('reasons', () => {
  it('says the same of several genes once, in the order of the first', () => {
    const reasons = saidOnce([examined('NTRK1'), { kind: 'test-failed', gene: 'ROS1' }, examined('NTRK2'), examined('NTRK3')]);
    expect(reasons.map(inWords)).toEqual([
      'NTRK1, NTRK2 and NTRK3 were examined, but no result of them can be read here: look at the report itself',
      'The test of ROS1 gave no result',
    ]);
  });

  it('keeps apart what was not found in different places', () => {
    const shed = (gene: string, where: string): GeneReason => ({ kind: 'not-in-blood', genes: [gene], where });
    expect(saidOnce([shed('EGFR', 'circulating tumour DNA'), shed('ALK', 'pleural fluid')])).toHaveLength(2);
  });

  it('gives of one claim the best level alone', () => {
    const claim = (level: string, effect: 'resistance' | 'reduced sensitivity') =>
      ({ kind: 'against', level, effect, claim: 'T790M is EGFR T790M' }) as const;
    expect(bestLevelOnly([claim('C', 'resistance'), claim('A', 'resistance'), claim('B', 'reduced sensitivity')]).map(inWords)).toEqual([
      'Level A evidence of resistance: T790M is EGFR T790M',
      'Level B evidence of reduced sensitivity: T790M is EGFR T790M',
    ]);
  });

  it('says no sentence twice', () => {
    expect(onceEach([said('The test of KRAS gave no result'), { kind: 'test-failed', gene: 'KRAS' }, said('Another')])).toHaveLength(2);
  });
});

describe('reasons in the report', () => {
  const [fit] =
    reportOf(patient({ tumours: [tumour('COADREAD')], variants: [protein('KRAS', 'p.Gly12Asp')], medications: [order('cetuximab')] }))
      .oncology.orders ?? [];

  it('stay in the process: JSON has the sentences alone', () => {
    expect(fit === undefined ? [] : asJudgedOrder(fit).because.map(({ kind }) => kind)).toContain('against');
    expect(fit?.because.every((sentence) => typeof sentence === 'string')).toBe(true);
    expect(Object.keys(JSON.parse(JSON.stringify(fit)) as object)).not.toContain('reasons');
  });

  it('a report from elsewhere gives its sentences, on which nothing is decided', () => {
    const copy = JSON.parse(JSON.stringify(fit)) as NonNullable<typeof fit>;
    expect(asJudgedOrder(copy).because).toEqual(copy.because.map(said));
  });
});
