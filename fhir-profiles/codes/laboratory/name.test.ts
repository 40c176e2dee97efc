import { expect, it } from 'vitest';
import { laboratoryByName } from './index.ts';
import { processorTime } from '../../../test/cost.ts';

it('a unit in brackets is no part of the name', () => {
  expect(laboratoryByName('Creatinine [Mass/volume] in Serum')).toBe(laboratoryByName('Creatinine'));
  expect(laboratoryByName('Creatinine')).not.toBeNull();
});

it.each(['['.repeat(200_000), `creatinine${' '.repeat(200_000)}(`, `creatinine${'[a'.repeat(100_000)}`])(
  'a text of hundreds of thousands of characters is no name, and is told at once (%#)',
  (text) => {
    expect(laboratoryByName(text)).toBeNull();
    expect(processorTime(50, () => void laboratoryByName(text))).toBeLessThan(50);
  },
);
