import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coalitionRows, shapleyValues } from './shapley.ts';

const groups = { names: ['a', 'b', 'c'], columns: [[0], [1, 2], [3]] };
const rowArbitrary = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 });

describe('exact Shapley values', () => {
  it('of a linear model are coefficient × (patient − reference), whatever the grouping', () => {
    fc.assert(
      fc.property(rowArbitrary, rowArbitrary, rowArbitrary, (patient, reference, coefficients) => {
        const linear = (row: readonly number[]) => row.reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 1);
        const values = shapleyValues(coalitionRows(patient, reference, groups).map(linear), 3);
        groups.columns.forEach((columns, group) => {
          const closed = columns.reduce((sum, j) => sum + (coefficients[j] ?? 0) * ((patient[j] ?? 0) - (reference[j] ?? 0)), 0);
          expect(values[group]).toBeCloseTo(closed, 8);
        });
      }),
    );
  });

  it('add up to the answer minus the reference answer for a model with interactions', () => {
    fc.assert(
      fc.property(rowArbitrary, rowArbitrary, (patient, reference) => {
        const model = (row: readonly number[]) => Math.exp((row[0] ?? 0) / 5) * (row[1] ?? 0) + (row[2] ?? 0) * (row[3] ?? 0);
        const sum = shapleyValues(coalitionRows(patient, reference, groups).map(model), 3).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(model(patient) - model(reference), 6);
      }),
    );
  });
});
