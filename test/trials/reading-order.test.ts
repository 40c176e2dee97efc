import { describe, expect, test } from 'vitest';
import { readCriterion } from '../../cds-service/trials/criteria/read-criterion.ts';
import { splitCriteria } from '../../cds-service/trials/criteria/text/sections.ts';
import { readingContext } from '../../cds-service/trials/index.ts';
import { loadTrials } from './embedded.ts';
import { knowledge } from './knowledge.ts';

const fresh = (): ReturnType<typeof readingContext> => readingContext(knowledge.oncology, knowledge.vocabulary.tumours);

describe('what a criterion asks does not depend on what was read before it', () => {
  test('"Pancreatic or breast cancer" keeps its pancreas behind a criterion that ends in an organ', () => {
    const text = 'Pancreatic or breast cancer, as described below.';
    const alone = readCriterion(text, fresh());
    const context = fresh();
    readCriterion('Locally advanced or metastatic cancer of the colon, lung, stomach or breast', context);
    expect(readCriterion(text, context).requirement).toEqual(alone.requirement);
    expect(JSON.stringify(alone.requirement)).toContain('pancreatic cancer');
  });

  test('the embedded trials, read forwards and backwards', () => {
    const lines = loadTrials().trials.flatMap(({ record }) => splitCriteria(record.eligibility));
    expect(lines.length).toBeGreaterThan(500);
    const [forwards, backwards] = [fresh(), fresh()];
    const first = lines.map(({ text, kind }) => readCriterion(text, forwards, kind).requirement);
    const last = [...lines].reverse().map(({ text, kind }) => readCriterion(text, backwards, kind).requirement);
    expect(last.reverse()).toEqual(first);
  });
});
