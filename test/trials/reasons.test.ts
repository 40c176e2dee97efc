/** What a nurse reads behind each criterion: plain, and no more than is known. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { condition, taken } from './chart-facts.ts';
import { judged } from './criterion-table.ts';

const woman = (parts: Partial<PatientFacts> = {}): PatientFacts =>
  patient({ patient: { id: 'p', sex: 'female', ageYears: 60 }, tumours: [tumour('LUAD', { text: 'Adenocarcinoma of lung' })], ...parts });
const reason = (side: 'inclusion' | 'exclusion', text: string, facts: PatientFacts = woman()): string =>
  judged(side, text, facts)[0]?.because ?? '';

describe('the reason of a criterion', () => {
  it.each([
    // nothing was understood: the record is not said to be silent
    ['inclusion', 'Adequate pulmonary reserve', 'this wording could not be read with certainty: please check it'],
    [
      'exclusion',
      'Allergic diathesis as laid down in appendix 5',
      /^about allergies: what exactly is asked could not be read with certainty, please check it$/,
    ],
    ['inclusion', 'Signed informed consent', 'settled at the visit: informed consent'],
    ['inclusion', 'Life expectancy of at least 12 weeks', 'settled at the visit: life expectancy'],
    // part of it was understood
    [
      'inclusion',
      'Hemoglobin ≥ 9 g/dL and what the sponsor calls adequate marrow reserve',
      'haemoglobin is not recorded; the rest of the wording could not be read with certainty: please check it',
    ],
    ['exclusion', 'Ongoing systemic chemotherapy', /^no chemotherapy is recorded as still going on; earlier treatment may be incomplete/],
    ['exclusion', 'Prior systemic anticancer therapy', /^no systemic cancer therapy is recorded; earlier treatment may be incomplete$/],
    ['inclusion', 'KRAS G12C mutation', 'no result on file settles “KRAS G12C”'],
  ] as const)('%s, %s', (side, text, expected) => {
    const said = reason(side, text);
    if (typeof expected === 'string') expect(said).toBe(expected);
    else expect(said).toMatch(expected);
  });
  it('never says that something is not recorded which is', () => {
    const ill = woman({ conditions: [condition('Congestive heart failure', 'active')] });
    expect(reason('exclusion', 'Heart disease of any kind that appendix 3 lists', ill)).not.toContain('not recorded');
  });
  it('tells until when a time since treatment stands in the way', () => {
    const treated = woman({ medications: [taken('carboplatin', { end: '2026-11-10' })] });
    expect(reason('exclusion', 'Chemotherapy within 4 weeks', treated)).toBe('carboplatin recorded from 2026-01-05 to 2026-11-10, within 28 days (until 2026-12-08): it would have to be waited until then'); // prettier-ignore
  });
  it('names no end while the drug is still taken', () => {
    const treated = woman({ medications: [taken('carboplatin', { role: 'current' })] });
    expect(reason('exclusion', 'Chemotherapy within 4 weeks', treated)).toBe(
      'carboplatin recorded from 2026-01-05, still taken: it would have to be stopped 28 days before',
    );
  });
  it('holds no placeholder', () => {
    for (const text of ['ECOG 0-1', 'Stage IIIB NSCLC', 'HLA-A*02:01 positive', 'Child-Pugh B or C', 'Prior surgery within 28 days'])
      expect(reason('exclusion', text)).not.toMatch(/undefined|null|NaN|\[object/);
  });
});
