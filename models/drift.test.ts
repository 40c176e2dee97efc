import { describe, expect, it } from 'vitest';
import { binOf, compareWithTraining, distributionOf, knownBin } from './drift.ts';

const ages = distributionOf([20, 30, 40, 50, 60, 70, 80, 90, null, 45]);

describe('drift of inputs', () => {
  it('cuts measured inputs at quintiles and keeps "not on file" apart', () => {
    expect(ages.edges).toHaveLength(4);
    expect(ages.shares['not on file']).toBe(0.1);
    expect(Object.values(ages.shares).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3);
    expect(binOf(1000, ages)).toMatch(/^> /);
  });

  it('counts a word that training never saw as other: free text of a chart never becomes a label', () => {
    const types = distributionOf(['NSCLC', 'Melanoma']);
    expect([knownBin('NSCLC', types), knownBin('Tumour of Jane Roe', types), knownBin(null, types)]).toEqual([
      'NSCLC',
      'other',
      'not on file',
    ]);
  });

  it('counts like training are stable, another population is shifted, and few cases say nothing', () => {
    const same = Object.fromEntries(Object.entries(ages.shares).map(([bin, share]) => [bin, share * 1000]));
    const artefact = { distributions: { age: ages } };
    expect(compareWithTraining({ age: same }, artefact)[0]).toMatchObject({ verdict: 'stable', psi: 0 });
    expect(compareWithTraining({ age: { [binOf(95, ages)]: 500 } }, artefact)[0]).toMatchObject({
      verdict: 'shifted',
      largest: binOf(95, ages),
    });
    expect(compareWithTraining({ age: { [binOf(95, ages)]: 3 } }, artefact)[0]).toMatchObject({ verdict: 'too few', psi: null });
    expect(compareWithTraining({}, artefact)[0]?.n).toBe(0);
  });
});
