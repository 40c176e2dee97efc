import { describe, expect, it } from 'vitest';
import { areaUnderCurve, calibrationErrorByChance, expectedCalibrationError } from './metrics.ts';

const spread = (n: number): number[] => Array.from({ length: n }, (_none, i) => (i + 0.5) / n);

describe('figures of a model, worked by hand', () => {
  it('area under the curve: ties count half', () => {
    expect(areaUnderCurve([0, 1, 0, 1], [0.1, 0.4, 0.4, 0.8])).toBe(3.5 / 4);
  });

  it('expected calibration error: two bins, each 0.1 off', () => {
    expect(expectedCalibrationError([0, 1, 1, 1], [0.4, 0.4, 0.9, 0.9], 2)).toBeCloseTo(0.1, 12);
  });
});

describe('the calibration error that chance alone leaves', () => {
  it('none where every outcome is certain', () => {
    expect(calibrationErrorByChance([...spread(50).map(() => 0), ...spread(50).map(() => 1)]).mean).toBe(0);
  });

  it('shrinks with the root of the number of patients: four times as many halve it', () => {
    const few = calibrationErrorByChance(spread(400), 1, 300).mean;
    const many = calibrationErrorByChance(spread(1600), 2, 300).mean;
    expect(few / many).toBeGreaterThan(1.8);
    expect(few / many).toBeLessThan(2.2);
  });
});
