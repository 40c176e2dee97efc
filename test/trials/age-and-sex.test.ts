/** Ages and sexes as trials write them: over, in months, at the diagnosis, of women; and the registry's own limits for small children. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { judged, syntheticTrial, type Verdict } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

const of = (sex: 'male' | 'female', birthDate: string | undefined, ageYears: number): PatientFacts =>
  patient({ patient: { id: 'synthetic', sex, ageYears, ...(birthDate === undefined ? {} : { birthDate }) }, tumours: [tumour('LUAD')] });
/** The day is 2026-11-21. */
const PEOPLE = {
  woman: of('female', '1974-02-03', 52),
  man: of('male', '1959-02-03', 67),
  /** Eight completed months. */
  infant: of('female', '2026-03-10', 0),
  /** Twenty-two completed months. */
  toddler: of('male', '2025-01-10', 1),
  toddlerOfUnknownDay: of('male', undefined, 1),
  eighteen: of('female', '2008-05-05', 18),
};
type Who = keyof typeof PEOPLE;
const said = (side: 'inclusion' | 'exclusion', text: string, who: Who): Verdict | undefined => judged(side, text, PEOPLE[who])[0]?.verdict;

describe('inclusions', () => {
  it.each<[string, Partial<Record<Who, Verdict>>]>([
    ['Women over 18 years', { woman: 'met', man: 'not-met', eighteen: 'unknown' }],
    ['Women aged 18 years or older', { woman: 'met', man: 'not-met', infant: 'not-met' }],
    ['Female patients ≥ 18 years', { woman: 'met', man: 'not-met' }],
    ['Male participants who are at least 18 years of age', { woman: 'not-met', man: 'met', toddler: 'not-met' }],
    ['Males aged 35 to 65 years', { woman: 'not-met', man: 'not-met' }],
    ['Women ≥ 18 years or men ≥ 18 years', { woman: 'unknown', man: 'unknown' }],
    ['Women ≥ 50 years must be postmenopausal', { woman: 'unknown', man: 'unknown' }],
    ['Women aged < 50 years: amenorrhea for at least 12 months', { woman: 'unknown', man: 'unknown' }],
    ['Over 70 years old', { woman: 'not-met', man: 'not-met' }],
    ['Patients will be over the age of 18', { woman: 'met', infant: 'not-met', eighteen: 'unknown' }],
    ['Age > 18 years', { woman: 'met', infant: 'not-met', eighteen: 'unknown' }],
    ['Age ≥ 18 years', { eighteen: 'met' }],
    ['Age ≥ 6 months', { infant: 'met', woman: 'met' }],
    ['Age ≥ 12 months', { infant: 'not-met', toddler: 'met' }],
    ['Age ≤ 6 months', { infant: 'not-met' }],
    ['Age < 18 months', { infant: 'met', toddler: 'not-met', toddlerOfUnknownDay: 'unknown' }],
    ['Age ≥ 28 days', { infant: 'met' }],
    ['Age from birth to 21 years', { infant: 'met', woman: 'not-met' }],
    ['6 months to 21 years of age', { infant: 'met', man: 'not-met' }],
    ['≥ 12 months of age at enrollment', { infant: 'not-met' }],
    ['At least 6 months since the last dose', { infant: 'unknown', woman: 'unknown' }],
    // of another day
    ['Age ≤ 65 years at time of diagnosis', { man: 'unknown' }],
    ['Age at diagnosis ≤ 65 years', { man: 'unknown' }],
    ['Diagnosed at age ≤ 65 years', { man: 'unknown' }],
    ['Age > 18 months at diagnosis', { toddler: 'unknown' }],
    ['Age ≤ 65 years at enrollment', { man: 'not-met' }],
  ])('%s', (text, expected) => {
    const found = Object.fromEntries(Object.keys(expected).map((who) => [who, said('inclusion', text, who as Who)]));
    expect(found).toEqual(expected);
  });
});

it('an exclusion of women of an age', () => {
  expect((['woman', 'man'] as const).map((who) => said('exclusion', 'Women aged > 42 years', who))).toEqual(['not-met', 'met']);
});

it.each([
  ['0.5', { minAge: 0.5 }, { infant: 'met', toddler: 'met' }],
  ['1.5', { maxAge: 1.5 }, { infant: 'met', toddler: 'not-met', toddlerOfUnknownDay: 'unknown' }],
  ['0.083', { minAge: 0.083, maxAge: 0.667 }, { infant: 'met', toddler: 'not-met' }],
] as const)('limits of the registry in months: %s', (_, ages, expected) => {
  const trial = compileTrial(syntheticTrial({ ...ages }), context);
  const found = Object.keys(expected).map((who) => [
    who,
    explainTrial(PEOPLE[who as Who], knowledge.oncology, trial)?.criteria[0]?.verdict,
  ]);
  expect(Object.fromEntries(found)).toEqual(expected);
});

describe('tumours of an organ that the other sex has', () => {
  const OF_UNKNOWN_TYPE = (sex: 'male' | 'female', text: string): PatientFacts =>
    patient({ patient: { id: 'synthetic', sex, ageYears: 60 }, tumours: [tumour(null, { text })] });
  it.each([
    ['male', 'Malignant neoplasm, primary site unknown', 'Ovarian cancer', 'not-met'],
    ['male', 'Malignant neoplasm, primary site unknown', 'Prostate cancer', 'unknown'],
    ['female', 'Malignant neoplasm, primary site unknown', 'Prostate cancer', 'not-met'],
    ['female', 'Malignant neoplasm, primary site unknown', 'Endometrial cancer', 'unknown'],
    // of both sexes, whatever organ the name is filed under
    ['male', 'Germ cell tumour', 'Choriocarcinoma', 'unknown'],
    // the record names it: that the sex on file does not fit decides nothing
    ['male', 'Ovarian cancer', 'Ovarian cancer', 'unknown'],
  ] as const)('%s, %s: %s', (sex, text, asked, expected) =>
    expect(judged('inclusion', asked, OF_UNKNOWN_TYPE(sex, text))[0]?.verdict).toBe(expected),
  );
});
