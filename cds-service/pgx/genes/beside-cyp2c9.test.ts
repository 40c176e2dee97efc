/** The position of the CYP2C cluster that goes with CYP2C9. */
import { describe, expect, it } from 'vitest';
import type { GermlineCall, GermlineResult } from '../../../fhir-profiles/index.ts';
import { isBesideCyp2c9, withPositionBeside } from './beside-cyp2c9.ts';
import type { GeneFinding } from './types.ts';

const result = (call: GermlineCall): GermlineResult => ({
  gene: 'CYP2C9',
  call,
  text: '',
  source: { reference: 'Observation/x' },
  derivedFrom: [],
});
const bases = (one: string, two: string): GermlineResult => result({ kind: 'nucleotides', rsId: 'rs12777823', bases: [one, two] });
const finding = { gene: 'CYP2C9', lookup: { keys: [], dpwgKeys: [] } } as unknown as GeneFinding;
const positions = (...results: readonly GermlineResult[]) => withPositionBeside(finding, results).lookup.positions;

describe('rs12777823', () => {
  it('is told from a position of the gene', () => {
    expect(isBesideCyp2c9(bases('G', 'A'))).toBe(true);
    expect(isBesideCyp2c9(result({ kind: 'nucleotides', rsId: 'rs1799853', bases: ['C', 'T'] }))).toBe(false);
  });
  it('is kept with the finding, unless its results disagree or no base of it is stated', () => {
    expect(positions(bases('G', 'A'))).toEqual({ rs12777823: 'A/G' });
    expect(positions(bases('G', 'A'), bases('A', 'G'))).toEqual({ rs12777823: 'A/G' });
    expect(positions(bases('G', 'A'), bases('G', 'G'))).toBeUndefined();
    expect(positions(bases('C', 'T'))).toBeUndefined();
  });
});
