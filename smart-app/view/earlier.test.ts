import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { earlierCourses, earlierOf, endOf } from './earlier.ts';

const past = (name: string, to: string | undefined, more: object = {}) => ({
  role: 'past',
  text: name,
  ingredients: [{ name, rxnorm: null }],
  records: 1,
  references: [`MedicationRequest/${name}`],
  ...(to === undefined ? {} : { to }),
  ...more,
});
const ended = (name: string, kinds: readonly string[], said: string) => ({
  drug: { name },
  ended: kinds,
  said,
  evidence: [{ reference: `MedicationRequest/${name}` }],
});
const { report } = readReport({
  taken: [
    past('erlotinib', '2025-11-03', { from: '2025-01-10' }),
    past('osimertinib', '2026-08-03'),
    past('cisplatin', '2024-09-01'),
    { ...past('FOLFOX', '2023-05-01'), ingredients: [{ name: 'fluorouracil' }, { name: 'oxaliplatin' }] },
  ],
  oncology: {
    earlier: [
      ended('erlotinib', ['progression'], 'stopped for progression (2025-11-03)'),
      ended('osimertinib', ['intolerance'], 'stopped as not tolerated (2026-08-03)'),
      ended('pembrolizumab', ['completed'], 'completed as planned (2022-01-05)'),
      ended('fluorouracil', ['a word not known'], 'stopped: “moved away” (day not recorded)'),
      { drug: { name: 'without words' }, ended: ['progression'] },
    ],
  },
});

describe('earlier cancer treatment', () => {
  it('stands with the last ended first, its days from the drug list, and what has no day last', () => {
    expect(earlierCourses(report).map(({ course, days }) => [course.drug.name, days?.from, days?.to])).toEqual([
      ['osimertinib', undefined, '2026-08-03'],
      ['erlotinib', '2025-01-10', '2025-11-03'],
      ['pembrolizumab', undefined, undefined],
      ['fluorouracil', undefined, undefined],
    ]);
  });

  it('the day is said once: beside the drug, or with its end where the drug list has none', () => {
    expect(earlierCourses(report).map(({ said }) => said)).toEqual([
      'stopped as not tolerated',
      'stopped for progression',
      'completed as planned (2022-01-05)',
      'stopped: “moved away” (day not recorded)',
    ]);
  });

  it('progression and intolerance speak against the drug; completion and a word that is not known do not', () => {
    expect(earlierCourses(report).map(({ course, against }) => [course.drug.name, against])).toEqual([
      ['osimertinib', true],
      ['erlotinib', true],
      ['pembrolizumab', false],
      ['fluorouracil', false],
    ]);
    expect(report.earlier.at(-1)?.ended).toEqual(['unrecognised']);
  });

  it('is found for a therapy whatever the case of its name, and for a part of a combination', () => {
    expect(earlierOf([{ name: 'Osimertinib' }, { name: 'Carboplatin' }], report).map(({ said }) => said)).toEqual([
      'stopped as not tolerated (2026-08-03)',
    ]);
    expect(earlierOf([{ name: 'gefitinib' }], report)).toEqual([]);
  });

  it('a combination of the past is not ended with one of its parts', () => {
    expect(report.taken.map((drug) => endOf(drug, report)?.drug.name)).toEqual(['erlotinib', 'osimertinib', undefined, undefined]);
  });
});
