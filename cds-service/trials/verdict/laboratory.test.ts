import { describe, expect, it } from 'vitest';
import type { LabFact, PatientFacts } from '../../../fhir-profiles/index.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import { patient, tumour } from '../../../test/oncology/facts.ts';
import { lab, performance } from '../../../test/trials/chart-facts.ts';
import { readTrialPatient } from '../patient.ts';
import { evaluateRequirement } from './evaluate.ts';

const knowledge = loadKnowledge().oncology;
const limit = (kind: string, bound: 'min' | 'max' | 'above' | 'below', value: number, unit: string | null, uln = false): Requirement => ({
  kind: 'lab',
  lab: kind,
  bound,
  value,
  unit,
  uln,
});

function ask(requirement: Requirement, parts: Partial<PatientFacts>) {
  const made = readTrialPatient(patient({ tumours: [tumour('LUAD')], ...parts }), knowledge);
  if (made === null) throw new Error('a patient with a tumour');
  return evaluateRequirement(requirement, made);
}
const withLimit = (value: number, high: number | undefined, date = '2026-11-10'): LabFact => ({
  ...lab('ALT', value, 'U/L', date),
  ...(high === undefined ? {} : { referenceHigh: high }),
});

describe('a limit in multiples of the upper limit of normal', () => {
  const threefold = limit('ALT', 'max', 3, null, true);
  it.each([
    ['within', withLimit(119, 40), 'yes'],
    ['exactly at the limit', withLimit(120, 40), 'yes'],
    ['beyond', withLimit(121, 40), 'no'],
    ['another laboratory with a higher limit of normal', withLimit(121, 55), 'yes'],
    ['without the laboratory’s limit', withLimit(20, undefined), 'unknown'],
    ['too old', withLimit(20, 40, '2026-09-01'), 'unknown'],
    ['of the future', withLimit(20, 40, '2026-12-01'), 'unknown'],
  ] as const)('%s', (_, value, verdict) => {
    expect(ask(threefold, { labs: [value] }).verdict).toBe(verdict);
  });
  it('names the missing upper limit', () => {
    expect(ask(threefold, { labs: [withLimit(20, undefined)] }).missing).toBe('ALT with its upper limit of normal');
    expect(ask(threefold, {}).missing).toBe('ALT');
  });
});

describe('creatinine clearance that was not measured', () => {
  const body = [lab('creatinine', 1, 'mg/dL'), lab('weight', 72, 'kg')];
  const man = { patient: { id: 'x', ageYears: 60, sex: 'male' } } as const;
  // (140 - 60) x 72 / (72 x 1) = 80 mL/min
  it('is calculated by Cockcroft-Gault and says so', () => {
    const answer = ask(limit('creatinine-clearance', 'min', 60, 'mL/min'), { ...man, labs: body });
    expect(answer.verdict).toBe('yes');
    expect(answer.because).toContain('80 mL/min, calculated by Cockcroft-Gault from age 60, weight 72 kg, creatinine 1 mg/dL');
  });
  it('is 0.85 times that in women', () => {
    const woman = { patient: { id: 'x', ageYears: 60, sex: 'female' } } as const;
    expect(ask(limit('creatinine-clearance', 'min', 60, 'mL/min'), { ...woman, labs: body }).because).toContain('68 mL/min');
  });
  it('is open near the limit, where actual and ideal weight may decide', () => {
    expect(ask(limit('creatinine-clearance', 'min', 78, 'mL/min'), { ...man, labs: body }).verdict).toBe('unknown');
    expect(ask(limit('creatinine-clearance', 'min', 95, 'mL/min'), { ...man, labs: body }).verdict).toBe('no');
  });
  it('is open for a heavy patient whose ideal weight gives less', () => {
    const heavy = [lab('creatinine', 1, 'mg/dL'), lab('weight', 140, 'kg'), lab('height', 170, 'cm')];
    expect(ask(limit('creatinine-clearance', 'min', 100, 'mL/min'), { ...man, labs: heavy }).verdict).toBe('unknown');
    expect(ask(limit('creatinine-clearance', 'min', 60, 'mL/min'), { ...man, labs: heavy }).verdict).toBe('yes');
  });
  it.each([
    ['weight', { ...man, labs: body.slice(0, 1) }, 'weight'],
    ['creatinine', { ...man, labs: body.slice(1) }, 'creatinine'],
    ['sex', { patient: { id: 'x', ageYears: 60 }, labs: body }, 'sex'],
    ['age', { patient: { id: 'x', sex: 'male' }, labs: body }, 'date of birth'],
  ] as const)('is unknown without %s, and names it', (_, parts, missing) => {
    expect(ask(limit('creatinine-clearance', 'min', 60, 'mL/min'), parts)).toMatchObject({ verdict: 'unknown', missing });
  });
  it('is not calculated in children', () => {
    const child = { patient: { id: 'x', ageYears: 15, sex: 'male' } } as const;
    expect(ask(limit('creatinine-clearance', 'min', 60, 'mL/min'), { ...child, labs: body }).verdict).toBe('unknown');
  });
});

describe('values that do not settle it', () => {
  const nine = limit('haemoglobin', 'min', 9, 'g/dL');
  it.each([
    ['two of one day disagree', [lab('haemoglobin', 8, 'g/dL'), lab('haemoglobin', 10, 'g/dL')], 'unknown'],
    ['only "below 10" is reported', [{ ...lab('haemoglobin', 10, 'g/dL'), comparator: '<' as const }], 'unknown'],
    ['only "below 9" is reported', [{ ...lab('haemoglobin', 8.9, 'g/dL'), comparator: '<' as const }], 'no'],
    ['the latest counts', [lab('haemoglobin', 8, 'g/dL', '2026-10-20'), lab('haemoglobin', 10, 'g/dL', '2026-11-10')], 'yes'],
    ['a value of the future does not count', [lab('haemoglobin', 8, 'g/dL'), lab('haemoglobin', 10, 'g/dL', '2027-01-01')], 'no'],
    ['undated', [{ kind: 'haemoglobin', value: 10, unit: 'g/dL', source: { reference: 'Observation/x' } }], 'unknown'],
  ] as const)('%s', (_, labs, verdict) => {
    expect(ask(nine, { labs }).verdict).toBe(verdict);
  });
});

describe('performance status', () => {
  const both: Requirement = { kind: 'performance', scale: 'ECOG', max: 2, equivalent: { scale: 'Karnofsky', min: 60 } };
  it.each([
    ['ECOG alone', [performance(1)], 'yes'],
    ['Karnofsky alone', [performance(50, '2026-11-01', 'Karnofsky')], 'no'],
    ['both agree', [performance(1), performance(80, '2026-11-01', 'Karnofsky')], 'yes'],
    ['both disagree', [performance(1), performance(40, '2026-11-01', 'Karnofsky')], 'unknown'],
    ['older than 90 days', [performance(1, '2026-08-01')], 'unknown'],
    ['of the future', [performance(1, '2026-12-24')], 'unknown'],
  ] as const)('%s', (_, found, verdict) => {
    expect(ask(both, { performance: found }).verdict).toBe(verdict);
  });
});
