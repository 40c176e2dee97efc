import { describe, expect, it } from 'vitest';
import { actsOfText } from './action-text.ts';

describe('what a sentence asks for', () => {
  it.each([
    ['Use per standard dosing guidelines.', 'standard'],
    ['No reason to avoid based on the result.', 'standard'],
    ['Drug X is contraindicated.', 'avoid'],
    ['Avoid X. If X is warranted, consider a 30% reduction of recommended starting dose.', 'avoid'],
    ['Select an alternative drug not metabolized by the enzyme.', 'alternative'],
    [
      'Consider an alternative hormone. If the alternative is contraindicated, a higher dose may do. Avoid CYP2D6 strong to weak inhibitors.',
      'alternative',
    ],
    ['Reduce starting dose by 40%.', 'decrease-dose'],
    ['Prescribe ≤30mg as a starting dose.', 'decrease-dose'],
    ['Increase starting daily dose by 100%.', 'increase-dose'],
    ['To ascertain the status, enzyme activity must be measured.', 'test-first'],
    ['No recommendation', 'no-recommendation'],
    ['', 'no-recommendation'],
    ['Something that names no act.', 'no-recommendation'],
  ])('%s → %s', (sentence, action) => expect(actsOfText(sentence).action).toBe(action));

  it('names the further acts', () => {
    expect(
      actsOfText('Avoid X. If warranted, consider a 30% reduction of recommended starting dose and monitor plasma levels.').alsoAcceptable,
    ).toEqual(['decrease-dose', 'monitor']);
  });
});
