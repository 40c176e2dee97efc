import { describe, expect, it } from 'vitest';
import { testDraft, testWords } from './orders.ts';

const loinc = (code: string, display: string) => ({ system: 'http://loinc.org', code, display });

describe('a test handed to the EHR says which gene is meant', () => {
  it.each([
    ['DPYD', loinc('00000-0', 'Genetic analysis report'), 'DPYD: Genetic analysis report'],
    ['HLA-B', loinc('00000-1', 'HLA-B*57:01 [Presence]'), 'HLA-B*57:01 [Presence]'],
    [
      'G6PD',
      loinc('00000-2', 'Glucose-6-Phosphate dehydrogenase [Enzymatic activity/mass]'),
      'G6PD: Glucose-6-Phosphate dehydrogenase [Enzymatic activity/mass]',
    ],
    ['CYP2C19', loinc('', ''), 'CYP2C19'],
  ])('%s with %j: %s', (name, test, words) => {
    expect(testWords(name, test)).toBe(words);
    expect(testDraft('synthetic-1', { ...test, name })).toMatchObject({ resourceType: 'ServiceRequest', code: { text: words } });
    expect(JSON.stringify(testDraft('synthetic-1', { ...test, name }))).not.toContain('"display"');
  });
});
