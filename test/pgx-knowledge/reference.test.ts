import { describe, expect, it } from 'vitest';
import { checkAlleles, checkPhenotypeRules } from './check-genes.ts';
import { checkRecommendations } from './check-recommendations.ts';
import { checkSentences } from './check-sentences.ts';
import { hasReference, skipNote, type CheckResult } from './reference.ts';

const unexplained = (check: CheckResult): string[] => check.misses.filter((miss) => miss.reason === undefined).map((miss) => miss.what);

describe.skipIf(!hasReference)(`against the reference tables${hasReference ? '' : ` — ${skipNote}`}`, () => {
  it.each([
    ['alleles', checkAlleles, 1000],
    ['phenotype rules', checkPhenotypeRules, 300],
    ['recommendations', checkRecommendations, 2000],
    ['sentences', checkSentences, 1500],
  ] as const)('%s: none missed without a reason', (_name, run, atLeast) => {
    const check = run();
    expect(check.checked).toBeGreaterThan(atLeast);
    expect(unexplained(check)).toEqual([]);
  });
});
