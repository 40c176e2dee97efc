/** Karnofsky or ECOG for the old, Lansky for the young: of an adult the first is asked. */
import { describe, expect, it } from 'vitest';
import { patient, tumour } from '../oncology/facts.ts';
import { performance } from './chart-facts.ts';
import { judged } from './criterion-table.ts';

const aged = (ageYears: number, scale: 'Karnofsky' | 'ECOG', value: number) =>
  patient({
    patient: { id: 'synthetic-performance', ageYears, sex: 'female' },
    tumours: [tumour('OS')],
    performance: [performance(value, '2026-11-01', scale)],
  });

describe('performance by age', () => {
  it.each([
    'Karnofsky ≥ 50% for patients > 16 years of age and Lansky ≥ 50% for patients ≤ 16 years of age.',
    'Performance level as measured by Karnofsky >= 50% for patients > 16 years of age or Lansky >= 50% for patients =< 16 years of age',
    'Karnofsky > 40% (for patients >= 16 years old), Lansky > 40% (for patients < 16 years old)',
    'Karnofsky Performance Status ≥ 50% for patients 16 years and older and Lansky Play Score ≥ 50 for patients under 16 years of age',
    'Clinical performance status: Participants >= 16 years of age: Karnofsky >= 50%; Participants < 16 years of age: Lansky scale >= 50%.',
  ])('%s', (text) => {
    const who = [aged(40, 'Karnofsky', 50), aged(40, 'Karnofsky', 40), aged(9, 'Karnofsky', 90), aged(40, 'ECOG', 2), aged(40, 'ECOG', 0)];
    expect(who.map((one) => judged('inclusion', text, one)[0]?.verdict)).toEqual(['met', 'not-met', 'unknown', 'unknown', 'met']);
  });
  it('ECOG for the old', () => {
    const text = 'ECOG performance status ≤ 2 for participants ≥ 16 years of age, Lansky ≥ 50% if < 16 years of age';
    const who = [aged(17, 'ECOG', 2), aged(17, 'ECOG', 3), aged(15, 'ECOG', 3)];
    expect(who.map((one) => judged('inclusion', text, one)[0]?.verdict)).toEqual(['met', 'not-met', 'unknown']);
  });
  it.each([
    'Karnofsky ≥ 50% for patients > 16 years of age and Lansky ≥ 50% for patients ≤ 16 years of age in cohort B',
    'Karnofsky ≥ 70% for patients > 16 years of age unless due to neuropathy, Lansky ≥ 50% for patients ≤ 16 years of age',
  ])('stays open: %s', (text) => {
    expect(judged('inclusion', text, aged(40, 'Karnofsky', 40))[0]?.verdict).toBe('unknown');
  });
});
