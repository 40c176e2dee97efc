import { describe, expect, it } from 'vitest';
import { speaksOfItsTest, isDeniedName, isDeniedPlainly } from './names.ts';

describe('a diagnosis that is named and not stated', () => {
  it.each([
    'TPMT deficiency: neg',
    'DPD deficiency, ruled out',
    'G6PD deficiency - not detected',
    'malignant hyperthermia susceptibility unlikely',
    'Keine TPMT deficiency',
    'Ingen G6PD deficiency',
    'G6PD deficiency (-)',
  ])('%s: denied', (text) => {
    expect(isDeniedPlainly(text)).toBe(true);
    expect(isDeniedName(text)).toBe(true);
  });

  it.each(['Suspected malignant hyperthermia', 'r/o TPMT deficiency', 'malignant hyperthermia in his nephew', 'DPD deficiency?'])(
    '%s: left open, and a suspicion stays one',
    (text) => {
      expect(isDeniedPlainly(text)).toBe(false);
      expect(isDeniedName(text)).toBe(true);
    },
  );

  it.each([
    'TPMT deficiency',
    'History of malignant hyperthermia',
    'G6PD A- deficiency',
    'DPD deficiency, negative test for anaemia pending',
  ])('%s stands', (text) => {
    expect(isDeniedName(text)).toBe(false);
  });
});

describe('a diagnosis that is named for its test or its question', () => {
  it.each([
    'G6PD deficiency genotyping',
    'G6PD deficiency result pending',
    'DPYD deficiency status',
    'TPMT deficiency work-up',
    'Malignant hyperthermia test ordered',
    'Malignant hyperthermia screening',
    'DPYD deficiency, hom ref',
    '[ ] G6PD deficiency',
  ])('%s', (text) => {
    expect(speaksOfItsTest(text)).toBe(true);
  });

  it.each([
    'G6PD deficiency',
    'G6PD deficiency, class III',
    'DPYD deficiency confirmed by genotyping in 2020',
    'Malignant hyperthermia during anaesthesia',
  ])('but not %s', (text) => {
    expect(speaksOfItsTest(text)).toBe(false);
  });
});
