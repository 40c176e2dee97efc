import { describe, expect, it } from 'vitest';
import { personNamed } from '../../read/another-person.ts';
import { isLeftOpen } from './findings.ts';

describe('a finding that is left open', () => {
  it.each(['BRCA1 c.68_69del in her aunt', 'KRAS G12D in the patient’s grandfather', 'HER2 positive (unconfirmed)', 'MSI-H suspected'])(
    '%s',
    (text) => {
      expect(isLeftOpen(text)).toBe(true);
    },
  );

  it.each([
    'HER2 positive, carcinoma of ampulla of Vater',
    'HER2 positive, Karzinom der Papilla Vater',
    'HER2 positiv, Vater-Papille',
    'NF2 R57* in dura madre',
  ])('%s: an organ is no relative', (text) => {
    expect(isLeftOpen(text)).toBe(false);
    expect(personNamed(text)).toBeNull();
  });

  it.each([
    ['Vater', 'vater'],
    ['sample of the grandson', 'grandson'],
    ["the patient's mother’s blood", 'mother’s'],
  ])('%s is another person', (text, person) => {
    expect(personNamed(text)).toBe(person);
  });
});
