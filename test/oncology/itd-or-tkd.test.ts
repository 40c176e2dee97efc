/** FLT3 tests that look for the duplication and the kinase domain at once: what was found decides, and where it is not told it stays open. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines } from '../end-to-end/board.ts';

const AML = 'Acute myeloid leukemia';
const NAMES = [
  'FLT3 ITD/TKD',
  'FLT3 ITD and TKD Mutation Detection',
  'FLT3-ITD/D835 PCR',
  'FLT3 internal tandem duplication and tyrosine kinase domain mutations',
];

describe.each(NAMES)('%s', (name) => {
  it.each([
    ['TKD mutation detected', 'contradicted', 'fits'],
    ['D835Y', 'contradicted', 'fits'],
    ['ITD detected', 'fits', 'fits'],
    ['Positive for ITD, ratio 0.4', 'fits', 'fits'],
    ['Positive', 'biomarker-open', 'fits'],
    ['Negative', 'biomarker-negative', 'biomarker-negative'],
    ['No ITD detected', 'biomarker-negative', 'biomarker-open'],
    ['TKD not detected', 'biomarker-open', 'biomarker-open'],
    ['Neither ITD nor TKD mutation detected', 'biomarker-negative', 'biomarker-negative'],
  ])('%s: quizartinib %s, gilteritinib %s', (value, quizartinib, gilteritinib) => {
    const result = lines([[name, value]]);
    expect(board(AML, result, 'quizartinib').fit?.verdict).toBe(quizartinib);
    expect(board(AML, result, 'gilteritinib').fit?.verdict).toBe(gilteritinib);
  });
});

it('says that the result does not tell which of the two', () => {
  const { summaries } = board(AML, lines([['FLT3 ITD/TKD', 'Positive']]), 'quizartinib');
  expect(summaries).toEqual(['FLT3 ITD/TKD: which of these changes is not told, look at the report before quizartinib']);
});
