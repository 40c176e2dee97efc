/** Requirements as programs mean what the requirements mean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../cds-service/knowledge/trials/types.ts';
import { isOpenProgram, runProgram, someLeaf, writeProgram, type Leaf } from '../../cds-service/trials/trial-index/question-program.ts';
import { isNeverCertain, namesFindings } from '../../cds-service/trials/requirement-kind.ts';
import { readTrialPatient } from '../../cds-service/trials/patient.ts';
import { evaluateRequirement } from '../../cds-service/trials/verdict/evaluate.ts';
import { loadTrials } from './embedded.ts';
import { knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';

function compiled(asked: Requirement, place = 0) {
  const leaves: Leaf[] = [];
  const numbers = writeProgram(asked, place, (leaf) => {
    const at = leaves.findIndex((one) => JSON.stringify(one) === JSON.stringify(leaf));
    return at === -1 ? leaves.push(leaf) - 1 : at;
  });
  return { leaves, programs: Int32Array.from([...Array.from({ length: place }, () => -1), ...numbers]) };
}

const patient = readTrialPatient(PATIENTS.lung, knowledge.oncology);
if (patient === null) throw new Error('no patient');
const leaf = fc.constantFrom<Requirement>(
  { kind: 'age', min: 18 },
  { kind: 'age', max: 40 },
  { kind: 'sex', sex: 'male' },
  { kind: 'sex', sex: 'female' },
  { kind: 'brain-metastases' },
  { kind: 'lines', max: 0 },
  { kind: 'performance', scale: 'ECOG', max: 1 },
  { kind: 'unread' },
  { kind: 'unread', ask: 'something' },
);
const { requirement } = fc.letrec<{ requirement: Requirement }>((tie) => ({
  requirement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom('all', 'any'),
      of: fc.array(tie('requirement'), { minLength: 1, maxLength: 4 }),
    }) as fc.Arbitrary<Requirement>,
    fc.record({ kind: fc.constant('not'), of: tie('requirement') }) as fc.Arbitrary<Requirement>,
  ),
}));

function same(asked: Requirement, place: number): void {
  const { leaves, programs } = compiled(asked, place);
  const has = runProgram(programs, place, (number) => {
    const one = leaves[number];
    return one === undefined ? 'unknown' : evaluateRequirement(one, patient as NonNullable<typeof patient>).verdict;
  });
  expect(has).toBe(evaluateRequirement(asked, patient as NonNullable<typeof patient>).verdict);
  expect(isOpenProgram(programs, place)).toBe(isNeverCertain(asked));
  expect(someLeaf(programs, place, (number) => leaves[number] !== undefined && namesFindings(leaves[number]))).toBe(namesFindings(asked));
}

describe('a requirement as a program', () => {
  it('gives the same answer as the requirement, wherever it stands', () => {
    fc.assert(
      fc.property(requirement, fc.nat(5), (asked, place) => same(asked, place)),
      { numRuns: 500 },
    );
  });
  it('does so for every criterion of the trials of the product', () => {
    for (const { criteria } of loadTrials().trials) for (const criterion of criteria) same(criterion.requirement, 3);
  });
});
