/** Headings that answer for the changes below or behind them. */
import { describe, expect, it } from 'vitest';
import { underHeadings } from './under-headings.ts';

describe('changes under headings', () => {
  it.each([
    ['Detected:\nL858R\nNot detected:\nT790M\nG719X', 'L858R detected; T790M not detected; G719X not detected'],
    ['Not detected:\nL858R\nexon 19 deletion', 'L858R not detected; exon 19 deletion not detected'],
    ['Negative for:\n- L858R\n- T790M', 'L858R not detected; T790M not detected'],
    ['None of the following were detected: L858R; T790M', 'L858R not detected; T790M not detected'],
    ['Variants detected: None\nVariants tested: L858R, T790M', 'L858R not detected; T790M not detected'],
    ['Variants detected:\nNone', 'No mutation detected'],
    ['Detected:\nHLA-B*57:01\nNot detected:\nHLA-B*15:02', 'HLA-B*57:01 detected; HLA-B*15:02 not detected'],
    ['Mutations tested:\nG719X\nT790M\n\nMutations detected:\nL858R', 'L858R detected'],
    ['Detected: G12C. Not detected: G12D, G12V', 'G12C detected; G12D not detected; G12V not detected'],
    ['Mutation | Result\nL858R | Detected', 'L858R | Detected'],
  ])('%j is %j', (text, expected) => {
    expect(underHeadings(text)).toBe(expected);
  });

  it.each([
    'Not detected: G719X\nL858R',
    'Positive: L858R\nNegative: T790M\nL861Q',
    'Not detected:\nL858R\n\nT790M',
    '2024: L858R; 2026: not detected',
    'Baseline: L858R. Follow-up: negative',
    'L858R\nDetected\nT790M\nNot detected',
  ])('%j cannot be told', (text) => {
    expect(underHeadings(text)).toBe('unclear');
  });

  it.each([
    'L858R detected',
    'L858R: detected\nT790M: not detected',
    'Not detected: G12C, G12D',
    'Detected, see comment',
    'Variants tested: *2, *3\nResult: negative',
    'Not detected:\nEGFR\nALK',
    'Detected: *2/*2. Not detected: *3, *17',
    'Detected: *4/*4\nVariants tested: *3, *4, *5, *6',
    '',
  ])('%j stays as it is', (text) => {
    expect(underHeadings(text)).toBe(text);
  });
});
