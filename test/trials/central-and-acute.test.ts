/** What only a central laboratory may show; an infarction of years ago; a sign of another code page. */
import { expect, it } from 'vitest';
import { biomarker, patient, tumour } from '../oncology/facts.ts';
import { condition, labs } from './chart-facts.ts';
import { judged } from './criterion-table.ts';

const aged = (ageYears: number) => patient({ patient: { id: 'synthetic-age', sex: 'female', ageYears }, tumours: [tumour('BREAST')] });
const included = (text: string, facts: ReturnType<typeof aged>) => judged('inclusion', text, facts)[0]?.verdict;

it('only a central laboratory shows what is asked of it', () => {
  const positive = { ...aged(57), biomarkers: [biomarker('HER2', '3+', { method: 'IHC' })] };
  expect(included('HER2 positive', positive)).toBe('met');
  expect(included('HER2 positive as determined by a sponsor designated central laboratory', positive)).toBe('unknown');
  expect(included('HER2 positive by local or central laboratory', positive)).not.toBe('not-met');
});

it('an infarction of years ago is no acute coronary syndrome', () => {
  const text = 'Clinically significant cardiovascular conditions such as acute coronary syndrome, heart failure or decreased LVEF.';
  const since = (onset: string) => ({ ...aged(57), conditions: [condition('Acute myocardial infarction', 'active', { onset })] });
  expect(judged('exclusion', text, since('2017-03-03'))[0]?.verdict).toBe('unknown');
  expect(judged('exclusion', text, since('2026-11-10'))[0]?.verdict).toBe('not-met');
});

it('reads ³ before a number as at least', () => {
  expect(included('Platelet count ³ 100,000/mL', { ...aged(57), labs: labs({ platelets: 250 }) })).not.toBe('not-met');
  expect(included('Hemoglobin ³ 9 g/dL', { ...aged(57), labs: labs({ haemoglobin: 12 }) })).toBe('met');
});
