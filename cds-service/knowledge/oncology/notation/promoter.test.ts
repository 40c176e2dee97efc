import { expect, it } from 'vitest';
import { isPromoterChange } from './promoter.ts';

it.each([
  ['TERT', 'C228T', true],
  ['TERT', 'g.C250T', true],
  ['TERT', 'C229T', false],
  ['BRAF', 'C228T', false],
  // A report may hold any word in the place of a gene, also one that every object answers to.
  ['constructor', 'C228T', false],
  ['toString', 'C228T', false],
])('%s %s: %s', (gene, name, promoter) => {
  expect(isPromoterChange(gene, name)).toBe(promoter);
});
