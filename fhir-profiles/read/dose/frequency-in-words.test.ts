/** Instructions as prescriptions carry them, and how many doses a day they mean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dosesPerDayInWords } from './frequency-in-words.ts';

const CASES: readonly (readonly [perDay: number | null, ...words: string[]])[] = [
  [
    1,
    'Take 1 tablet by mouth daily',
    '1 tab qd',
    'once daily at bedtime',
    'nightly',
    '1 tab qhs',
    'every day',
    'in the morning',
    'every evening',
    'q 24 h',
    'daily qhs',
    '1x täglich',
  ],
  [1, 'Take 1 tablet (25 mg total) by mouth 1 (one) time each day', 'every day in the morning', 'once a day. Max daily dose 40 mg'],
  [
    2,
    'twice daily',
    'bid',
    'b.i.d.',
    'B.I.D',
    '1 tablet 2 (two) times daily',
    '2 times a day',
    'two times per day',
    'every 12 hours',
    'q12h',
    'q 12 h',
    'every twelve hours',
  ],
  [
    2,
    'every morning and every evening',
    'in the morning and at bedtime',
    'qAM and qHS',
    'with breakfast and dinner',
    'daily at breakfast and dinner',
    '100 mg every morning and at bedtime',
  ],
  [
    2,
    '2x/day',
    '2 x daily',
    'twice daily (morning and evening)',
    'zweimal täglich',
    '2 fois par jour',
    '2 veces al día',
    'morgens und abends',
    'bd',
  ],
  [
    3,
    'Take 1 tablet (25 mg total) by mouth 3 (three) times daily.',
    '3x daily',
    'thrice daily',
    'tid',
    't.i.d.',
    'three times a day with meals',
    'q8h',
    'in the morning, at noon and at bedtime',
    'up to 3 times daily as needed',
    'tds',
  ],
  [4, 'Take 10 mg by mouth 4 (four) times daily before meals and nightly', 'qid', 'every 6 hours', 'four times a day', 'qds'],
  [6, 'every 4-6 hours as needed', 'q4-6h', 'q4h'],
  [0.5, 'every other day', 'qod', 'on alternate days', 'every 48 hours'],
  [1 / 7, 'once weekly', 'weekly', 'once a week', 'every 7 days', 'every week', '1 time per week'],
  [2 / 7, 'twice a week', '2 times weekly'],
  [3 / 7, '3 times a week', 'daily on Mon, Wed and Fri', 'every Monday, Wednesday and Friday'],
  [10 / 7, 'twice daily Monday-Friday with radiation'],
  [5 / 7, '25 mg 5 days a week', 'once daily 5 days per week'],
  [10 / 7, 'twice daily 5 days a week with radiation'],
  [4, '1 tab PO TID AC & HS'],
  [2, '25 mg twice nightly'],
  [null, 'Take 1 tablet daily. May take an additional tablet at bedtime if needed'],
  [
    null,
    'as directed',
    'take 1 tablet',
    '',
    'once',
    '2 times',
    'twice daily for 7 days, then once daily',
    '1000 mg/m2 bid on days 1-14, q21 days',
  ],
  [null, 'with meals', 'daily except Sunday', 'daily, start Monday', 'maximum 4 tablets per day'],
];

describe('doses a day in words', () => {
  it.each(CASES.flatMap(([perDay, ...all]) => all.map((words) => [words, perDay] as const)))('%s: %s', (words, perDay) => {
    const read = dosesPerDayInWords(words);
    if (perDay === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(perDay, 6);
  });

  it('any text gives a positive figure or none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (words) => {
        const read = dosesPerDayInWords(words);
        expect(read === null || (read > 0 && Number.isFinite(read))).toBe(true);
      }),
    );
  });
});
