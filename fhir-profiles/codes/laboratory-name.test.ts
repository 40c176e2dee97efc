import { expect, it } from 'vitest';
import { laboratoryByName } from './laboratory.ts';

it('a unit in brackets is no part of the name', () => {
  expect(laboratoryByName('Creatinine [Mass/volume] in Serum')).toBe(laboratoryByName('Creatinine'));
  expect(laboratoryByName('Creatinine')).not.toBeNull();
});

it.each(['['.repeat(200_000), `creatinine${' '.repeat(200_000)}(`, `creatinine${'[a'.repeat(100_000)}`])(
  'a text of hundreds of thousands of characters is no name, and is told at once (%#)',
  (text) => {
    const started = performance.now();
    expect(laboratoryByName(text)).toBeNull();
    expect(performance.now() - started).toBeLessThan(50);
  },
);
