/** Limits of blood pressure that define uncontrolled hypertension: who keeps them has none, one reading beyond them shuts nobody out. */
import { describe, expect, it } from 'vitest';
import { patient, tumour } from '../oncology/facts.ts';
import { lab } from './chart-facts.ts';
import { judged } from './criterion-table.ts';

const reading = (systolic: number, diastolic: number, day = '2026-11-12') =>
  patient({
    patient: { id: 'synthetic', ageYears: 62, sex: 'male' },
    tumours: [tumour('CCRCC')],
    labs: [lab('systolic-pressure', systolic, 'mm[Hg]', day), lab('diastolic-pressure', diastolic, 'mm[Hg]', day)],
  });
const [KEPT, BEYOND, LOWER_BEYOND, OLD] = [reading(128, 78), reading(186, 104), reading(128, 112), reading(128, 78, '2025-11-12')];

describe('an exclusion about uncontrolled hypertension', () => {
  it.each([
    'Uncontrolled hypertension as indicated by a minimum of 2 consecutive blood pressure measurements showing systolic blood pressure > 170 mmHg and diastolic blood pressure > 105 mmHg at screening.',
    'Medically uncontrolled hypertension (≥ 160 mmHg systolic blood pressure or ≥ 100 mmHg diastolic blood pressure)',
    'Uncontrolled hypertension (≥140/90mmHg) at the time of consent',
    'Has uncontrolled arterial hypertension ≥150/≥90 mm mercury (Hg)',
    'Uncontrolled arterial hypertension ≥ 150 and/or ≥ 100 mm Hg.',
    'Subjects with poorly controlled hypertension by 2 types of antihypertensive drugs (systolic blood pressure >150 mmHg or diastolic blood pressure >100 mmHg)',
    'Concurrent uncontrolled hypertension defined as sustained BP > 150 mm Hg systolic, or > 100 mm Hg diastolic despite optimal antihypertensive treatment within 14 days of the first dose of study treatment.',
    'Uncontrolled hypertension as defined by systolic blood pressure > 160 mm Hg and/or diastolic blood pressure > 100 mm Hg. Adjustment of anti-hypertensive regimen and re-screening is permitted.',
    'Uncontrolled or poorly-controlled hypertension (>150 mmHg systolic or > 100 mmHg diastolic for >4 weeks) despite standard medical management',
  ])('%s', (text) => {
    expect(judged('exclusion', text, KEPT)[0]?.verdict).toBe('met');
    expect(judged('exclusion', text, BEYOND)[0]?.verdict).toBe('unknown');
    expect(judged('exclusion', text, LOWER_BEYOND)[0]?.verdict).toBe('unknown');
    expect(judged('exclusion', text, OLD)[0]?.verdict).toBe('unknown');
  });
  it('one limit alone', () => {
    expect(judged('exclusion', 'Uncontrolled arterial hypertension with systolic blood pressure > 160 mmHg.', LOWER_BEYOND)[0]?.verdict).toBe('met'); // prettier-ignore
  });
  it.each([
    'History of poorly controlled hypertension (systolic blood pressure > 180 mmHg or diastolic blood pressure > 100 mmHg)',
    'Uncontrolled hypertension (systolic > 150 mmHg or diastolic > 90 mmHg) or known coronary artery disease',
    'Inadequately controlled hypertension (systolic blood pressure >160 mmHg and/or diastolic blood pressure >95 mmHg), or prior hypertensive encephalopathy',
    'Poorly controlled hypertension (eg, systolic > 180 mm Hg or diastolic > 100 mm Hg)',
    'Persistent resting blood pressure lower than 90/60 or higher than 180/110',
    'Hypotension (systolic blood pressure < 86 mmHg) or uncontrolled hypertension (systolic blood pressure > 170 mmHg)',
    'Hypertension with systolic blood pressure > 160 mmHg, QTc abnormalities, or ECG abnormalities',
    'Blood pressure > 140/90 mmHg and/or a heart rate greater than 100 bpm',
    'For Cohort D: has uncontrolled hypertension (systolic BP ≥ 160 mm Hg or diastolic BP ≥ 95 mm Hg)',
    'Pulmonary hypertension with a systolic pressure > 150 mmHg',
  ])('%s: something else is said', (text) => {
    expect(judged('exclusion', text, KEPT)[0]?.verdict).toBe('unknown');
  });
});

describe('an inclusion about blood pressure', () => {
  it('a limit and nothing else', () => {
    expect(judged('inclusion', 'Systolic blood pressure <160 mm Hg.', KEPT)[0]?.verdict).toBe('met');
    expect(judged('inclusion', 'Systolic blood pressure <160 mm Hg.', BEYOND)[0]?.verdict).toBe('unknown');
  });
  it.each([
    'Has adequately controlled blood pressure with or without antihypertensive medications, defined as BP ≤ 150/90 mm Hg and no change of medication within 1 week',
    'Systolic blood pressure ≥ 100 mmHg and resting heart rate ≥ 60 bpm',
    'Systolic blood pressure, 90 to 159 mmHg, inclusive',
  ])('%s: more is asked', (text) => {
    expect(judged('inclusion', text, KEPT)[0]?.verdict).toBe('unknown');
  });
});

describe('a castrate level of testosterone', () => {
  const at = (value: number) => patient({ tumours: [tumour('PRAD')], labs: [lab('testosterone', value, 'ng/dL')] });
  it.each([
    'Participants must have a castrate level of serum/plasma testosterone (< 50 ng/dL or < 1.7 nmol/L).',
    'Documented castrate level of blood testosterone (< 50 ng/dL)',
  ])('%s', (text) => {
    expect(judged('inclusion', text, at(12))[0]?.verdict).toBe('met');
    expect(judged('inclusion', text, at(310))[0]?.verdict).toBe('not-met');
  });
  it('with an operation or a treatment beside it', () => {
    const text =
      'Prior orchiectomy and/or ongoing androgen-deprivation therapy and a castrate level of serum testosterone (<50 ng/dL or <1.7 nmol/L)';
    expect(judged('inclusion', text, at(12))[0]?.verdict).toBe('unknown');
  });
});
