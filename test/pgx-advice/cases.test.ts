import { describe, expect, it } from 'vitest';
import { interpretPgx } from '../../cds-service/pgx/index.ts';
import type { DrugAdvice } from '../../cds-service/report/types.ts';
import { severity } from '../../cds-service/pgx/advice/severity.ts';
import { CASES } from './cases.ts';
import { knowledge } from './knowledge.ts';

describe('clinical cases', () => {
  it.each(CASES)('$name', ({ patient, drug, action, strength, says, population, coverage }) => {
    const advice = interpretPgx(patient.facts(), knowledge, { allDrugs: false }).drugs.filter((entry) => entry.drug.name === drug);
    const lead = leading(advice);
    expect(lead, 'advice for the drug').toBeDefined();
    expect(lead?.action).toBe(action);
    if (strength !== undefined) expect(lead?.strength).toBe(strength);
    if (population !== undefined) expect(lead?.population).toMatch(population);
    if (coverage !== undefined) expect(lead?.coverage).toBe(coverage);
    else expect(lead?.coverage).toBeUndefined();
    if (says !== undefined) expect([lead?.implication, lead?.text, lead?.dose?.text].join(' ')).toMatch(says);
  });

  it('has at least sixty of them, each named once', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  });
});

function leading(advice: readonly DrugAdvice[]): DrugAdvice | undefined {
  return [...advice].sort((a, b) => Number(b.populationKnown) - Number(a.populationKnown) || severity(b.action) - severity(a.action))[0];
}
