/** What is asked of women, of adults, or unless a syndrome explains it: whoever cannot be meant meets it, and nothing else is read into it. */
import { describe, expect, it } from 'vitest';
import { patient, tumour } from '../oncology/facts.ts';
import { condition, lab, labs } from './chart-facts.ts';
import { judged } from './criterion-table.ts';

const person = (sex: 'male' | 'female', ageYears: number, parts: object = {}) =>
  patient({ patient: { id: 'synthetic', ageYears, birthDate: `${2026 - ageYears}-01-02`, sex }, tumours: [tumour('LUAD')], ...parts });
const [MAN, WOMAN, OLD] = [person('male', 62), person('female', 40), person('female', 66)];
const PREGNANT = person('female', 34, { labs: [lab('pregnancy', 'pregnant', undefined, '2026-11-18')] });

describe('an exclusion about pregnancy and nothing else', () => {
  it.each([
    'Pregnant, breastfeeding, or planning to become pregnant while enrolled in this study or within 6 months after the last dose of NX-1607.',
    'Pregnant or breast feeding.',
    'Women who are known to be pregnant or breastfeeding',
    'Pregnancy or lactation because of the unknown risks of this combination',
    'A WOCBP who has a positive urine pregnancy test within 72 hours prior to enrollment. If the urine test is positive or cannot be confirmed as negative, a serum pregnancy test will be required.',
    'Female subjects of childbearing potential unwilling to use a highly effective method of contraception during treatment',
  ])('%s: asks nothing of a man or of a woman of 66', (text) => {
    expect(judged('exclusion', text, MAN)[0]?.verdict).toBe('met');
    expect(judged('exclusion', text, OLD)[0]?.verdict).toBe('met');
    expect(judged('exclusion', text, WOMAN)[0]?.verdict).toBe('unknown');
  });
  it('still shuts out who is pregnant', () => {
    expect(judged('exclusion', 'Pregnant, breastfeeding, or planning to become pregnant during the study', PREGNANT)[0]?.verdict).toBe(
      'not-met',
    );
  });
  it.each([
    'Is pregnant or breastfeeding or expecting to conceive or father children within the projected duration of the study',
    'Pregnant or with an active infection',
    'Participation in another study within 30 days, or pregnancy',
    'Sexually active patients who are unwilling to use contraception, or who are pregnant',
    'Pregnant partners',
  ])('%s: may concern a man', (text) => {
    expect(judged('exclusion', text, MAN)[0]?.verdict).not.toBe('met');
  });
});

describe('an inclusion that binds women', () => {
  it.each([
    ['Women of childbearing potential (WOCBP): negative urine or serum pregnancy test', 'met', 'met'],
    ['Negative serum pregnancy test done ≤ 7 days prior to enrollment, for women of childbearing potential only', 'met', 'met'],
    ['All patients of childbearing potential must have a blood test within 14 days to rule out pregnancy', 'met', 'met'],
    ['Female participants must agree not to breastfeed throughout the study period', 'met', 'unknown'],
    ['Women of childbearing potential must use contraception for 2 days after the last acalabrutinib dose', 'met', 'met'],
    // They describe whom the trial takes.
    ['Postmenopausal women', 'unknown', 'met'],
    ['Patients of reproductive potential must use contraception during treatment with tarlatamab', 'unknown', 'unknown'],
    [
      'Women of childbearing potential and men must agree to use contraception for 30 days after the last dose of olaparib',
      'unknown',
      'unknown',
    ],
  ])('%s', (text, man, old) => {
    expect(judged('inclusion', text, MAN)[0]?.verdict === 'met').toBe(man === 'met');
    expect(judged('inclusion', text, OLD)[0]?.verdict === 'met').toBe(old === 'met');
  });
});

describe('of age', () => {
  it.each([
    ['Adults ≥ 18 years old, able to provide informed consent', 'met', 'not-met'],
    ['At least 18 years-of-age at the time of signature of the informed consent form (ICF)', 'met', 'not-met'],
    [
      'Be at least 18 years old (at least 19 years old in Alabama and Nebraska, at least 21 years old in Puerto Rico)',
      'unknown',
      'not-met',
    ],
    ['Patients ≥18 years of age or over the legal age of consent in countries where that is greater than 18 years', 'unknown', 'not-met'],
    ['≥ 18 years or legal adult.', 'unknown', 'unknown'],
    ['Age ≥18 years at diagnosis of brain metastases', 'unknown', 'unknown'],
    ['Age ≥ 18 years with no impairment in decision making capacity', 'unknown', 'unknown'],
  ])('%s', (text, at19, at12) => {
    expect(judged('inclusion', text, person('male', 19))[0]?.verdict).toBe(at19);
    expect(judged('inclusion', text, person('male', 12))[0]?.verdict).toBe(at12);
  });
  it('who is 62 is of age everywhere', () => {
    expect(judged('inclusion', 'Participant must be ≥18 years (≥ 19 years of age in South Korea). All genders are permitted.', MAN)[0]?.verdict).toBe('met'); // prettier-ignore
  });
  it('a sex beside the age is asked for', () => {
    expect(judged('inclusion', 'Male and ≥18 years at the time of providing written informed consent.', WOMAN)[0]?.verdict).toBe('not-met');
  });
});

describe("a limit of bilirubin, and words on Gilbert's syndrome", () => {
  const at = (bilirubin: number) => person('male', 62, { labs: labs({ bilirubin }) });
  it.each([
    "Total bilirubin ≤1.5 × ULN. This does not apply for patients with confirmed Gilbert's Syndrome, for whom total bilirubin must be less than 3.0 mg/dL",
    'a total bilirubin level <= 1.5 x ULN, (total bilirubin <= 2.0 x ULN in case of prior diagnosis of Gilbert syndrome)',
    "Bilirubin ≤ 1.5 × upper limit of normal (ULN); subjects with confirmed Gilbert's syndrome may be allowed with sponsor-investigator approval.",
  ])('%s', (text) => {
    expect(judged('inclusion', text, at(0.6))[0]?.verdict).toBe('met');
    expect(judged('inclusion', text, at(2.2))[0]?.verdict).toBe('unknown');
  });
  it('what more is asked stays open', () => {
    expect(judged('inclusion', "Total bilirubin ≤ 1.5 x ULN and albumin ≥ 3 g/dL unless Gilbert's syndrome is present", at(0.6))[0]?.verdict).toBe('unknown'); // prettier-ignore
  });
});

describe('words behind a criterion that ask for nothing', () => {
  it('the reason of an exclusion takes nothing back', () => {
    const text = 'Diabetes mellitus. The rationale is that diabetes may lead to worsening of proteinuria and would confound the results.';
    expect(judged('exclusion', text, person('male', 62, { conditions: [condition('Type 2 diabetes mellitus', 'active')] }))[0]?.verdict).toBe('not-met'); // prettier-ignore
  });
  it('"at the time of surgery" asks for the surgery too', () => {
    const chart = patient({ patient: { id: 'synthetic', ageYears: 70, sex: 'male' }, tumours: [tumour('PRAD')] });
    expect(judged('inclusion', 'Histologically confirmed prostate adenocarcinoma', chart)[0]?.verdict).toBe('met');
    expect(judged('inclusion', 'Histologically confirmed prostate adenocarcinoma at the time of surgery', chart)[0]?.verdict).toBe('unknown'); // prettier-ignore
  });
});

describe('a description of women', () => {
  it.each([
    'Female and not pregnant',
    'Is female and not pregnant or breastfeeding',
    'Women who are not pregnant',
    'Non-pregnant, non-lactating women',
  ])('%s: no man meets it', (text) => {
    expect(judged('inclusion', text, MAN)[0]?.verdict).toBe('unknown');
    expect(judged('inclusion', text, OLD)[0]?.verdict).toBe('met');
    expect(judged('inclusion', text, PREGNANT)[0]?.verdict).toBe('not-met');
  });
  it.each(['Women must not be pregnant', 'Female participants must be non-pregnant', 'Not pregnant'])(
    '%s: asks nothing of a man',
    (text) => {
      expect(judged('inclusion', text, MAN)[0]?.verdict).toBe('met');
    },
  );
});
