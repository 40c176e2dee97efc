/** From FHIR to advice through the whole path: own sample always, every row of the shared tables when they are there. */
import { describe, expect, it } from 'vitest';
import { hasReference, skipNote } from '../pgx-knowledge/reference.ts';
import { rowsOfKnowledge, rowsOfTables, statesOfTables } from './expected.ts';
import { run, type Finding } from './run.ts';
import { SAMPLE } from './sample.ts';
import { statesFor } from './states.ts';

const lines = (findings: readonly Finding[]) =>
  findings.map(({ kind, shape, detail, what }) => `${kind} | ${shape} | ${detail} | ${what}`).slice(0, 20);
const made = rowsOfKnowledge().filter(({ when }) =>
  Object.entries(when).every(([gene, value]) => value === 'No Result' || statesFor(gene, value, SAMPLE).length > 0),
);

describe('every shape of a result leads to the advice of the guideline', () => {
  it('own sample', () => {
    const { reports, findings } = run({ rows: made, among: rowsOfKnowledge(), states: SAMPLE, every: 7 });
    expect(lines(findings)).toEqual([]);
    expect(reports).toBeGreaterThan(1000);
  }, 300_000);

  it('own sample, asked for all drugs instead of by order', () => {
    expect(lines(run({ rows: made, among: rowsOfKnowledge(), states: SAMPLE, every: 41, allDrugs: true }).findings)).toEqual([]);
  }, 300_000);

  it.runIf(hasReference)(
    'every row of the shared tables, each in some shapes',
    () => {
      const { rows, unmade, findings } = run({ rows: rowsOfTables(), states: statesOfTables(), every: 11 });
      expect(lines(findings)).toEqual([]);
      expect(unmade).toEqual([]);
      expect(rows).toBeGreaterThan(1500);
    },
    240_000,
  );

  it.skipIf(hasReference)(skipNote, () => undefined);
});
