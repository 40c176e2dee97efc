/** Chromosome analyses in words and ISCN: what was found, what was looked for and not found. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words } from '../../../../test/reading/resources.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

const said = (value: string): string[] =>
  read(bundle(patient, observation('k', words('Karyotype'), { valueString: value }))).facts.variants.map(
    ({ names, presence }) => `${names[0] ?? ''} ${presence}`,
  );

describe('karyotype', () => {
  it.each([
    ['46,XX,t(9;22)(q34;q11)', ['BCR::ABL1 present']],
    ['46,XX,t(9;22)(q34.1;q11.2)[20]', ['BCR::ABL1 present']],
    ['46,XY,t(9;22)(q34;q11)[18]; no additional abnormalities', ['BCR::ABL1 present']],
    ['46,XX,del(5q)', ['del(5q) present']],
    ['46,XX,t(9;22)(q34;q11)[0/20]', ['BCR::ABL1 absent']],
    ['46,XY,t(9;22)(q34;q11) not identified', ['BCR::ABL1 absent']],
    ['46,XY; Philadelphia chromosome negative', ['BCR::ABL1 absent']],
    ['46,XX; no del(5q)', ['del(5q) absent']],
    ['del(5q) not detected', ['del(5q) absent']],
    ['negative for -5/del(5q), -7/del(7q), +8', ['del(5q) absent', 'del(7q) absent']],
    ['46,XX,t(15;17)(q24;q21); no t(9;22)(q34;q11)', ['PML::RARA present', 'BCR::ABL1 absent']],
  ])('%s', (value, expected) => {
    expect(said(value)).toEqual(expected);
  });
});
