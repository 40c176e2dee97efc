/** Criteria about HIV and hepatitis, for who was tested and never had them, and for who was not tested: notes, reasons and exceptions speak of carriers. */
import { describe, expect, it } from 'vitest';
import { patient, tumour } from '../oncology/facts.ts';
import { condition, lab } from './chart-facts.ts';
import { judged } from './criterion-table.ts';

const woman = patient({ patient: { id: 'synthetic-virus', sex: 'female', ageYears: 57 }, tumours: [tumour('BREAST')] });
const tested = { ...woman, labs: ['HIV', 'HBsAg', 'anti-HBc', 'HCV-Ab'].map((kind) => lab(kind, 'negative', undefined)) };
const carrier = { ...woman, conditions: [condition('HIV infection', 'active')] };
const verdict = (side: 'inclusion' | 'exclusion', text: string, facts: typeof woman) => judged(side, text, facts)[0]?.verdict;

describe('met by who was tested and never had the virus', () => {
  it.each([
    ['exclusion', 'Has a known history of human immunodeficiency virus (HIV) (HIV 1/2 antibodies).'],
    ['exclusion', 'Known HIV-positive participants are ineligible because of the increased risk of lethal infections when treated with marrow-suppressive therapy.'],
    ['exclusion', 'Infection with human immunodeficiency virus (HIV)-1 or HIV-2. Exception: patients with well-controlled HIV (e.g., CD4 > 350/mm3) are eligible.'],
    ['exclusion', 'Known HIV positive or active Hepatitis B or Hepatitis C'],
    ['exclusion', 'Known active Hepatitis B and/or Hepatitis C. Hepatitis testing is not required unless the patient has a history of Hepatitis B or C.'],
    ['exclusion', 'Known co-existing infection with hepatitis C, hepatitis B, or HIV'],
    ['exclusion', 'HBsAg positive or HBV-DNA positivity'],
    ['inclusion', 'Seronegative for HIV antibody. (The experimental treatment being evaluated in this protocol depends on an intact immune system.)'],
    ['inclusion', 'Patients with a history of hepatitis C virus (HCV) infection must have been treated and cured. Testing is not required at screening.'],
    ['inclusion', 'HIV-infected patients on effective anti-retroviral therapy with undetectable viral load within 6 months are eligible for this trial.'],
  ] as const)('%s: %s', (side, text) => {
    expect(verdict(side, text, tested)).toBe('met');
    expect(verdict(side, text, woman)).toBe('unknown');
  }); // prettier-ignore
});

describe('open though the viruses are excluded', () => {
  it.each([
    ['exclusion', 'Diagnosis of HIV or other immunodeficiency disorders.'],
    ['exclusion', 'Has an active infection requiring systemic therapy. Has a known history of Human Immunodeficiency Virus (HIV). Note: No HIV testing is required.'],
    ['exclusion', 'Known history of HIV infection, or a known positive test for tuberculosis'],
    ['exclusion', 'Known HIV infection. Active tuberculosis.'],
    ['exclusion', 'HIV infection, because of the risk of infections, or active tuberculosis'],
    ['exclusion', 'Known active infections (bacterial, fungal, viral including HIV positivity).'],
    ['exclusion', 'Negative HIV test at screening'],
    ['exclusion', 'DONOR: Human immunodeficiency virus (HIV) positive'],
  ] as const)('%s: %s', (side, text) => {
    expect(verdict(side, text, tested)).toBe('unknown');
  }); // prettier-ignore
});

it('shuts out who has it', () => {
  expect(verdict('exclusion', 'Known human immunodeficiency virus (HIV) infection', carrier)).toBe('not-met');
  expect(verdict('exclusion', 'Known HIV infection unless well controlled on antiretroviral therapy', carrier)).toBe('unknown');
});
