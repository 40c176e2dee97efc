import { describe, expect, it } from 'vitest';
import { notCheckedText } from './not-checked-text.ts';

describe('what was not checked', () => {
  it.each<[string, string[], string]>([
    ['one part', ['laboratory results (not sent)'], 'laboratory results (not sent)'],
    [
      'two parts for one reason',
      ['genomic results (not sent)', 'laboratory results (not sent)'],
      'genomic results and laboratory results (both: not sent)',
    ],
    [
      'a server that did not answer, and what the EHR does not permit',
      [
        'genomic results (no answer in time)',
        'allergies (not permitted)',
        'conditions (no answer in time)',
        'weight and height (no answer in time)',
      ],
      'genomic results, conditions, and weight and height (all: no answer in time); allergies (not permitted)',
    ],
    [
      'parts without a reason',
      ['1 order that names another patient', '2 records that name another patient', 'laboratory results (only in part)'],
      '1 order that names another patient; 2 records that name another patient; laboratory results (only in part)',
    ],
    ['nothing', [], ''],
  ])('%s', (_name, parts, text) => {
    expect(notCheckedText(parts)).toBe(text);
  });
});
