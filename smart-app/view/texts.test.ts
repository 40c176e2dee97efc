import { describe, expect, it } from 'vitest';
import { readForecast } from '../data/read-oncology.ts';
import { readReport } from '../data/read-report.ts';
import { fullReport } from '../gallery/synthetic-reports.ts';
import { en, words } from '../language/en.ts';
import { makeLanguage } from '../language/language.tsx';
import { initialsOf } from '../shell/patient-details.ts';
import { cutAtWord, withWrittenDates, writeDate } from './dates.ts';
import { topContributions, writeAmount, writeContribution, writeInterval } from './forecast.ts';
import { spokenDiplotype } from './text-equivalents.ts';

const { report } = readReport(fullReport);
const english = makeLanguage('en', { messages: en, words });

describe('texts of the report', () => {
  it.each([
    ['was first found on 2026-11-04 (2.1 %)', 'was first found on 4 Nov 2026 (2.1 %)'],
    ['Found 2026-11-04.', 'Found 4 Nov 2026.'],
    ['on the list since 2026-11-01: the advice holds', 'on the list since 1 Nov 2026: the advice holds'],
    ['2026-05-31:a and 2026-05-31:7', '2026-05-31:a and 2026-05-31:7'],
    ['pgx-2026-05-31 and 2026-05-31T10:00Z', 'pgx-2026-05-31 and 2026-05-31T10:00Z'],
    ['version 1.2026-05-31 of 2026-05', 'version 1.2026-05-31 of 2026-05'],
  ])('%s → %s', (text, written) => expect(withWrittenDates(text, 'en')).toBe(written));
  it('are cut after a whole word, and anywhere where there is none', () => {
    expect(cutAtWord('If an aromatase inhibitor fails', 20)).toBe('If an aromatase');
    expect(cutAtWord('x'.repeat(30), 20)).toBe('x'.repeat(20));
    expect(cutAtWord('short', 20)).toBe('short');
  });
});

describe('initials', () => {
  it.each([
    ['Ada Example', 'AE'],
    ['Ada Example (synthetic)', 'AE'],
    // Joined, Arabic letters would make another word.
    ['\u200fمحمد عبد الأنصاري', 'م ع ا'],
    ['김 민준', '김민'],
    ['', ''],
    ['(?) 12', ''],
  ])('of %s: %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe('in words', () => {
  it.each([
    ['*2/*17', 'star 2, star 17'],
    ['*1/*2x2', 'star 1, star 2, 2 copies'],
    ['*57:01', 'star 57 colon 01'],
  ])('%s is read as %s', (written, spoken) => {
    expect(spokenDiplotype(written)).toBe(spoken);
  });
  it.each([
    ['2026-11-21', 'en', '21 Nov 2026'],
    ['2026-11-21T23:30:00-08:00', 'en', '21 Nov 2026'],
    ['2026-02', 'es', 'feb 2026'],
    ['2026', 'en', '2026'],
    ['soon', 'en', 'soon'],
  ])('%s (%s) is written %s', (iso, code, written) => {
    expect(writeDate(iso, code)).toBe(written);
  });
  it('a probability is said as so many in 100', () => {
    expect(writeAmount(0.18, 'probability', 'en', english.t)).toBe('18 in 100');
    expect(writeAmount(24.53, 'mg/wk', 'en', english.t)).toBe('25 mg/wk');
    expect(writeAmount(4.26, 'mg/wk', 'en', english.t)).toBe('4.3 mg/wk');
    expect(writeAmount(8.3, 'mg/wk', 'en', english.t, 20.9)).toBe('8 mg/wk');
    expect(writeAmount(0.654, 'score', 'en', english.t)).toBe('0.65 score');
  });
  it.each([
    ['mg/week', [4.3, 29.6], 0.9, '90 % interval 4 to 30 mg/week'],
    ['mg/week', [4.3, 29.6], undefined, 'interval 4 to 30 mg/week'],
    ['mg/d', [1.24, 3.66], undefined, 'interval 1.2 to 3.7 mg/d'],
    ['probability', [0.348, 0.508], 0.95, '95 % interval 35 to 51 in 100'],
    ['probability', [0.004, 0.022], undefined, 'interval 0 to 2 in 100'],
  ] as const)('interval in %s: %s', (unit, [low, high], intervalLevel, written) => {
    const forecast = readForecast({ model: 'm', value: low, unit, interval: [low, high], intervalLevel });
    expect(forecast && writeInterval(forecast, 'en', english.t)).toBe(written);
  });
  it.each([
    [0.1316, 'probability', '+13'],
    [-0.0021, 'probability', '-0.2'],
    [0.0004, 'probability', null],
    [-7.23, 'mg/week', '-7.2'],
    [12.4, 'mg/week', '+12'],
    [0.04, 'mg/week', null],
  ])('a contribution of %s %s', (value, unit, written) => expect(writeContribution(value, unit, 'en')).toBe(written));
  it('the waterfall keeps six and sums up the rest', () => {
    const parts = topContributions(report.predictions[0]?.contributions ?? [], 6);
    expect(parts).toHaveLength(7);
    expect(parts[6]).toMatchObject({ feature: null, value: '2' });
    expect(parts[6]?.contribution).toBeCloseTo(0.3);
  });
});
