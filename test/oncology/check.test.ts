/** The checks of `npm run check:oncology` as tests, where the reference tables lie beside the checkout; speed is a benchmark (npm run bench). */
import { describe, expect, it } from 'vitest';
import { checkApprovals } from './approvals-check.ts';
import { shippedOncology } from './knowledge.ts';
import { nearMisses } from './near-misses.ts';
import { measureRecall } from './recall.ts';
import { hasReference } from './reference.ts';

const knowledge = shippedOncology();
if (!hasReference) process.stderr.write('oncology checks skipped: ../shared/reference/oncology is not beside this checkout\n');

describe.skipIf(!hasReference)('against the reference tables', () => {
  it('gives every level A and B row of CIViC to a patient who carries it', () => {
    const { missed, asked } = measureRecall(knowledge);
    expect(missed).toEqual([]);
    expect(asked).toBeGreaterThan(2800);
  }, 300_000);
  it('claims nothing for patients who almost carry it', () => {
    const { total, false: wrong } = nearMisses(knowledge);
    expect(total).toBeGreaterThanOrEqual(300);
    expect(wrong).toEqual([]);
  }, 300_000);
  it('finds at least two rows for every approval', () => {
    expect(checkApprovals(knowledge).weak).toEqual([]);
  });
});
