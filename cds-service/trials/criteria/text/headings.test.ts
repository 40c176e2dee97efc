import { describe, expect, it } from 'vitest';
import { cohortAlone, listMode, opensCriteria, sectionOf } from './headings.ts';
import { splitCriteria } from './sections.ts';

describe('a line that starts a section', () => {
  it.each([
    ['Inclusion Criteria:', false, 'inclusion', false],
    ['Key Exclusion Criteria', false, 'exclusion', false],
    ['Inclusion Criteria All Parts', false, 'inclusion', false],
    ['Exclusion criteria common to both phases:', false, 'exclusion', false],
    ['Inclusion Criteria for both Phase Ib and Phase II:', false, 'inclusion', false],
    ['Inclusion Criteria for Cohort 5:', false, 'inclusion', true],
    ['2. Exclusion Criteria at the pre-screening visit', true, 'exclusion', false],
    ['Additional Exclusion Criteria for the combination arm:', true, 'exclusion', true],
    ['A patient will not be eligible for inclusion if ANY of the criteria listed below apply:', false, 'exclusion', false],
    ['Subjects must meet all the following inclusion criteria to be eligible for participation in this study:', false, 'inclusion', false],
    ['Exclusion criteria for all participants include:', false, 'exclusion', false],
    ['Inclusion criteria to be met for both Phase Ia and Phase Ib:', false, 'inclusion', false],
    ['Exclusion criteria for patients with alcoholic cirrhosis', false, 'exclusion', true],
    ['Inclusion Criteria for treatment portion of study:', false, 'inclusion', true],
    ['Criteria for confirmation of continuing eligibility before the infusion', false, 'inclusion', true],
    // what excludes, under other names
    ['NON-INCLUSION CRITERIA :', false, 'exclusion', false],
    ['Non inclusion criteria', false, 'exclusion', false],
    ['Non-eligibility criteria:', false, 'exclusion', false],
    ['Ineligibility:', false, 'exclusion', false],
    ['Rejection criteria:', false, 'exclusion', false],
    ['Patients not eligible for the study:', false, 'exclusion', false],
    ['Reasons for exclusion:', false, 'exclusion', false],
    ['Eligibility:', false, 'inclusion', false],
    ['Conditions for inclusion', false, 'inclusion', false],
  ] as const)('%s', (text, bullet, side, some) => {
    expect(sectionOf(text, bullet)).toEqual({ side, some });
  });
  it.each([
    ['Eligible for surgery with curative intent', true],
    ['Patients must be eligible for definitive radiotherapy', true],
    ['Patient is potentially eligible for cell therapy as the treating physician judges', false],
    ['Stage III disease, eligible for non-surgical treatment', true],
    ['Patients with ovarian cancer should not be eligible for further platinum-based therapy', true],
    ['Other protocol-defined inclusion/exclusion criteria apply', false],
    ['Patients who do not meet the inclusion criteria', true],
  ] as const)('is not "%s"', (text, bullet) => {
    expect(sectionOf(text, bullet)).toBeNull();
  });
});

describe('a sentence that opens a list for everybody', () => {
  it.each([
    ['Participants are eligible to be included in the study only if all of the following criteria apply:', 'inclusion'],
    ['To be eligible for this study, patients must meet all of the following criteria:', 'inclusion'],
    ['Subjects must meet all the following inclusion criteria to be eligible for enrollment:', 'inclusion'],
    ['Participants are excluded from the study if any of the following criteria apply:', 'exclusion'],
    ['A subject will be ineligible for the study if he/she meets the following criteria:', 'exclusion'],
    ['Participants eligible for study participation CANNOT meet any of the following criteria:', 'exclusion'],
    ['Patients with any of the following will not be included in the study:', 'exclusion'],
    ['Patients with brain metastases are eligible if they meet the following criteria:', null],
    ['Patients who had prior cell therapy must meet the following criteria:', null],
  ] as const)('%s', (text, side) => {
    expect(opensCriteria(text)).toBe(side);
  });
});

describe('how the lines below are meant', () => {
  it.each([
    ['All cohorts:', 'inclusion', 'plain'],
    ['For all participants:', 'inclusion', 'plain'],
    ['All cohorts except cohort 6:', 'inclusion', 'cohort-like'],
    ['For participants in cohort B:', 'inclusion', 'cohort-like'],
    ['Step 1: registration', 'inclusion', 'plain'],
    ['Step 2: randomization', 'inclusion', 'cohort-like'],
    ['Tumor types:', 'inclusion', 'either'],
    ['At least one of the following:', 'inclusion', 'either'],
    ['Histologically confirmed T-cell lymphoma, including:', 'inclusion', 'examples'],
    ['Uncontrolled intercurrent illness including, but not limited to:', 'exclusion', 'narrowed'],
    ['Patient has any of the following within 6 months of planned start of study drug:', 'exclusion', 'narrowed'],
    ['Any of the following in the past 12 months:', 'exclusion', 'narrowed'],
    ['Any of the following laboratory values within 14 days:', 'exclusion', 'either'],
    ['Any of the following:', 'exclusion', 'either'],
    ['Prior therapy:', 'inclusion', 'plain'],
    ['Patients with adequate organ function as defined below:', 'inclusion', 'plain'],
    ['No other malignancy except for the following:', 'inclusion', 'exception'],
    ['Male participants:', 'inclusion', 'cohort-like'],
  ] as const)('%s', (text, side, mode) => {
    const read = listMode(text, side);
    expect(read === 'cohort' || read === 'special' ? 'cohort-like' : read).toBe(mode);
  });
});

describe('splitting with headings inside', () => {
  const conditional = (text: string): string[] => splitCriteria(text).flatMap((one) => (one.conditional ? [one.text] : []));
  it('ends a paragraph for some patients where the numbered list goes on', () => {
    const text =
      'Inclusion Criteria:\n\n1. Age ≥ 18 years.\n2. Earlier cell therapy is allowed.\n\n    For participants who had cell therapy:\n\n    \\- At least 90 days since then.\n\n    AND\n\n    \\- No cells detectable.\n3. AST ≤ 2 x ULN';
    expect(conditional(text)).not.toContain('AST ≤ 2 x ULN');
    expect(conditional(text)).toContainEqual(expect.stringContaining('At least 90 days since then.'));
  });
  it('keeps what follows a criterion about eligibility for something else', () => {
    const text = 'Inclusion Criteria:\n\n* Patients must be eligible for definitive radiotherapy\n* Must be ≥ 18 years of age';
    expect(splitCriteria(text).map((one) => [one.text, one.conditional])).toEqual([
      ['Patients must be eligible for definitive radiotherapy', false],
      ['Must be ≥ 18 years of age', false],
    ]);
  });
  it('knows exclusions that a sentence opens', () => {
    const text =
      'To be eligible, a participant must meet all of the following criteria:\n\n* Age ≥ 18 years\n\nA participant will be ineligible for the study if he/she meets any of the following criteria:\n\n* Pregnant or breastfeeding';
    expect(splitCriteria(text).map(({ kind }) => kind)).toEqual(['inclusion', 'exclusion']);
  });
  it('opens only its own list with an "or" inside a list', () => {
    const text =
      'Inclusion Criteria:\n\n* Age ≥ 18 years\n* Adequate function:\n\n  * Hemoglobin ≥ 9 g/dL\n\n  OR\n\n  * Platelets ≥ 100,000/µL\n* ECOG 0-1';
    const found = conditional(text);
    expect(found).toContain('Hemoglobin ≥ 9 g/dL');
    expect(found).toContain('Platelets ≥ 100,000/µL');
    expect(found).not.toContain('Age ≥ 18 years');
    expect(found).not.toContain('ECOG 0-1');
  });
});

it('what is only advised shuts nobody out', () => {
  expect(
    listMode('It is suggested that medications of the following kinds are stopped. Otherwise review with the sponsor.', 'exclusion'),
  ).toBe('special');
  expect(listMode('Treatment with any of the following medications:', 'exclusion')).not.toBe('cohort');
});

it('what stands beneath "are permitted:" is no criterion of its own', () => {
  const text =
    'Exclusion Criteria:\n\n1. Pregnancy\n2. Other cancers. The following cancers are permitted:\n\n    * Basal cell carcinoma of the skin\n    * Stage I melanoma\n3. Stroke';
  const read = splitCriteria(text).map(({ text: words, notes }) => [words, notes.length > 0]);
  expect(read.some(([words]) => /^(?:Basal|Stage)/.test(String(words)))).toBe(false);
  expect(read.some(([words]) => words === 'Stroke')).toBe(true);
});

it('a heading of exclusions that says nothing of its own leaves its lines to themselves', () => {
  for (const text of [
    'Treatment with any of the following:',
    'Subjects who received the following treatments:',
    'Any of the following prior therapies:',
  ])
    expect(listMode(text, 'exclusion')).toBe('plain');
  expect(listMode('Treatment with any of the following within 4 weeks:', 'exclusion')).not.toBe('plain');
  for (const text of [
    'Participants are permitted to have received:',
    'History of any of the following:',
    'Treatment with the following medications is allowed:',
  ])
    expect(['special', 'exception', 'narrowed', 'either']).toContain(listMode(text, 'exclusion'));
  expect(listMode('Treatment with any of the following:', 'inclusion')).not.toBe('plain');
});

describe('a bullet that is nothing but the name of a cohort', () => {
  it.each([
    ['DOSE EXPANSION PHASE', 'cohort'],
    ['For Cohorts 1b and 2b:', 'cohort'],
    ['Part A', 'cohort'],
    ['DOSE ESCALATION AND DOSE EXPANSION PHASES', 'everybody'],
    ['All cohorts:', 'everybody'],
    ['Phase II or III trial participants with measurable disease', null],
    ['Group A streptococcal infection', null],
    ['Stage II', null],
  ] as const)('%s: %s', (text, expected) => {
    expect(cohortAlone(text)).toBe(expected);
  });
  it('governs the bullets beside it until the next one', () => {
    const text =
      'Inclusion Criteria:\n\n* Age ≥ 18\n* DOSE EXPANSION PHASE\n* HER2 IHC 1+\n* DOSE ESCALATION AND DOSE EXPANSION PHASES\n* ECOG 0-1\n* Cohort A\n  * NSCLC\n* Platelets ≥ 100,000/µL';
    expect(splitCriteria(text).flatMap((one) => (one.conditional ? [one.text] : []))).toEqual([
      'DOSE EXPANSION PHASE',
      'HER2 IHC 1+',
      'DOSE ESCALATION AND DOSE EXPANSION PHASES',
      'Cohort A',
      'NSCLC',
    ]);
  });
});

it("criteria beneath those of the donors are not the patients'", () => {
  const text =
    'Inclusion Criteria:\n\n* Age ≥ 18\n\nExclusion Criteria:\n\n* Pregnancy\n\nDonors: eligibility for donation\n\nInclusion Criteria:\n\n* Age ≥ 21\n\nExclusion Criteria:\n\n* History of heart failure\n\nRecipients\n\nExclusion Criteria:\n\n* Stroke';
  expect(splitCriteria(text).flatMap((one) => (one.conditional ? [one.text] : []))).toEqual([
    'Donors: eligibility for donation',
    'Age ≥ 21',
    'History of heart failure',
    'Recipients',
  ]);
});

describe('a criterion behind the word of its section', () => {
  const read = (text: string) => splitCriteria(text).map(({ kind, text: one }) => [kind, one]);
  it.each([
    ['Inclusion criteria: ECOG 0-1', [['inclusion', 'ECOG 0-1']]],
    ['Exclusion Criteria: Pregnancy', [['exclusion', 'Pregnancy']]],
    ['Non-inclusion criteria: prior docetaxel', [['exclusion', 'prior docetaxel']]],
    ['Inclusion Criteria: Adults 18 years or older.\nExclusion Criteria: Prior docetaxel', [['inclusion', 'Adults 18 years or older.'], ['exclusion', 'Prior docetaxel']]], // prettier-ignore
    ['Inclusion Criteria: Phase 1b\n* ECOG 0-1', [['inclusion', 'ECOG 0-1']]],
    ['Inclusion Criteria: Case Ascertainment\n* ECOG 0-1', [['inclusion', 'ECOG 0-1']]],
    ['Inclusion criteria: patients must meet the following:\n* ECOG 0-1', [['inclusion', 'ECOG 0-1']]],
  ] as const)('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('a text whose line ends were lost', () => {
  const read = (text: string) =>
    splitCriteria(text).map(({ kind, text: one, conditional }) => `${kind.slice(0, 2)} ${one}${conditional ? ' ?' : ''}`);
  const expected = ['in Age 18 years or older', 'in ECOG 0-1', 'ex Prior docetaxel', 'ex Pregnancy'];
  it.each([
    'Inclusion Criteria: - Age 18 years or older - ECOG 0-1 Exclusion Criteria: - Prior docetaxel - Pregnancy',
    'Inclusion Criteria: 1. Age 18 years or older 2. ECOG 0-1 Exclusion Criteria: 1. Prior docetaxel 2. Pregnancy',
    'Key Inclusion Criteria: * Age 18 years or older * ECOG 0-1 Key Exclusion Criteria: * Prior docetaxel * Pregnancy',
  ])('%s', (text) => expect(read(text)).toEqual(expected));
  it('is left whole where no list is opened', () => {
    expect(read('Inclusion Criteria: Adults aged 18 - 75 with ECOG 0-1. Exclusion Criteria: Pregnancy - or lactation.')).toEqual([
      'in Adults aged 18 - 75 with ECOG 0-1.',
      'ex Pregnancy - or lactation.',
    ]);
  });
});
