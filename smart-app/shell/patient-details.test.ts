import { describe, expect, it } from 'vitest';
import { en, words } from '../language/en.ts';
import { makeLanguage } from '../language/language.tsx';
import { diedText, readPatientDetails } from './patient-details.ts';

const english = makeLanguage('en', { messages: en, words });

describe('a patient who has died', () => {
  it.each([
    [{ deceasedDateTime: '2026-10-01' }, 'The record says that this patient died on 1 Oct 2026'],
    [{ deceasedBoolean: true }, 'The record says that this patient has died'],
  ])('%j is said', (patient, words) => {
    const { died } = readPatientDetails(patient, 'p', true);
    expect(died === undefined ? undefined : diedText(died, english)).toBe(words);
  });
  it.each([[{}], [{ deceasedBoolean: false }]])('%j says nothing', (patient) => {
    expect(readPatientDetails(patient, 'p', true)).not.toHaveProperty('died');
  });
});
