import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { patientReportSchema } from '../../cds-service/report/index.ts';
import { interpretPgx } from '../../cds-service/pgx/index.ts';
import { CASES } from './cases.ts';
import { knowledge } from './knowledge.ts';
import { reportOf } from './report.ts';

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(patientReportSchema);

describe('the report of every case', () => {
  it.each(CASES)('fits its published schema: $name', ({ patient }) => {
    const facts = patient.facts();
    const report = reportOf(facts);
    const all = { ...report, pgx: { ...report.pgx, ...withoutWarnings(interpretPgx(facts, knowledge, { allDrugs: true })) } };
    for (const one of [report, all]) {
      validate(JSON.parse(JSON.stringify(one)));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it.each(CASES)('names evidence for every advice that rests on a result: $name', ({ patient }) => {
    const facts = patient.facts();
    const results = new Set(facts.germline.map(({ source }) => source.reference));
    for (const advice of reportOf(facts).pgx.drugs) {
      for (const { reference } of advice.evidence) expect(results).toContain(reference);
      if (advice.coverage === undefined && advice.action !== 'no-recommendation') expect(advice.evidence).not.toEqual([]);
      expect(advice.text).toMatch(/[.!?]$/);
      expect(advice.text).not.toMatch(/undefined|\bNaN\b| {2}|\.\.|\{/);
    }
  });
});

it('a row that the tables lack says that it was completed, and no other does', () => {
  const completed = new Set(
    knowledge.guideline.recommendations.filter(({ tags }) => tags.some((tag) => tag.startsWith('completed:'))).map(({ id }) => id),
  );
  const advice = CASES.flatMap(({ patient }) => interpretPgx(patient.facts(), knowledge, { allDrugs: true }).drugs);
  expect(advice.some((one) => one.completed === true)).toBe(true);
  for (const { ruleId, completed: said = false } of advice) expect(said, ruleId).toBe(completed.has(ruleId));
});

function withoutWarnings({ genes, drugs, untested }: ReturnType<typeof interpretPgx>) {
  return { genes, drugs, untested };
}
