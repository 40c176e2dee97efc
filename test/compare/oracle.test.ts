/** A few hundred cases of the matrix, held to what their charts say: the worst kinds of a wrong answer, without a stored answer. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { answerTo, type Answer } from './answer.ts';
import { MEANINGS, type CompareCase } from './case.ts';
import { reasonFor } from './known.ts';
import { matrix } from './matrix.ts';
import { shown, violations } from './oracle.ts';

const clinic = await loadClinic(packageRoot(), undefined, join(packageRoot(), 'no-imported-trials'));
const cases = matrix({ share: 70, coded: 7 });

describe('what a chart says and what is answered', () => {
  it('keeps to a few hundred cases, of every meaning and family', () => {
    expect(cases.length).toBeGreaterThan(400);
    expect(cases.length).toBeLessThan(1500);
    for (const meaning of MEANINGS) expect(cases.filter((one) => one.meaning === meaning).length, meaning).toBeGreaterThan(10);
    for (const family of ['germline', 'tumour', 'orders'])
      expect(cases.filter(({ id }) => id.startsWith(family)).length, family).toBeGreaterThan(10);
  });

  it.each([...new Set(cases.map(({ id }) => id.split('/').slice(0, 2).join('/')))])('%s', async (subject) => {
    const faults: string[] = [];
    for (const one of cases.filter(({ id }) => id.startsWith(`${subject}/`))) {
      const answer = await answerTo(one, clinic);
      faults.push(
        ...violations(one, answer)
          .filter((fault) => reasonFor(one.id, fault) === undefined)
          .map((fault) => `${fault}: ${one.id}: ${shown(answer)}`),
      );
    }
    expect(faults).toEqual([]);
  });
});

describe('the oracle', () => {
  const asked = (meaning: CompareCase['meaning'], role: CompareCase['subject']['role']): CompareCase => ({
    id: 'made up',
    subject: { family: 'tumour', gene: 'EGFR', role, found: 'L858R: present', notFound: 'L858R: absent' },
    meaning,
    plain: false,
    chart: [],
    order: {},
  });
  const answered = (verdict: string, ...report: readonly string[]): Answer => ({
    cards: [],
    report: [...report, `order osimertinib: ${verdict}`],
    told: [],
  });

  it.each([
    ['positive', 'asked-for', answered('biomarker-negative'), /lack it/],
    ['positive', 'asked-for', answered('biomarker-open', 'variant EGFR L858R: absent'), /taken for its absence/],
    ['positive', 'against', answered('fits', 'variant EGFR L858R: present'), /speaks against/],
    ['positive', 'asked-for', { cards: [], report: [], told: [] }, /silence/],
    ['negative', 'asked-for', answered('fits'), /said to fit/],
    ['doubt', 'asked-for', answered('biomarker-open', 'variant EGFR L858R: present'), /taken for the finding/],
    ['other-person', 'asked-for', answered('biomarker-negative'), /said to be absent/],
    ['not-done', 'against', answered('fits'), /as if it were absent/],
    ['positive', 'unconcerned', answered('fits', 'variant EGFR L858R: present'), /another drug/],
  ] as const)('%s, %s', (meaning, role, answer, fault) => {
    expect(violations(asked(meaning, role), answer).join()).toMatch(fault);
  });

  it.each([
    ['positive', 'asked-for', answered('fits', 'variant EGFR L858R: present')],
    ['negative', 'asked-for', answered('biomarker-negative', 'variant EGFR L858R: absent')],
    ['doubt', 'asked-for', answered('biomarker-open')],
    ['other-person', 'against', answered('biomarker-not-tested')],
  ] as const)('%s, %s: right', (meaning, role, answer) => {
    expect(violations(asked(meaning, role), answer)).toEqual([]);
  });
});
