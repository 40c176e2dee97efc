import { describe, expect, it } from 'vitest';
import { phenotypeOfScore } from './phenotype-rule.ts';

const gene = {
  scores: { '0.0': 'Poor', '0.5': 'Intermediate', '1.0': 'Intermediate', '1.25': 'Normal', '2.0': 'Normal' },
};

describe('the phenotype of a score', () => {
  it.each([
    ['0.0', 'Poor'],
    ['1.25', 'Normal'],
    // Between two of one phenotype it is theirs; between two phenotypes nothing is guessed.
    ['0.75', 'Intermediate'],
    ['1.1', null],
    ['0.25', null],
    // Above every listed one the highest holds.
    ['3.0', 'Normal'],
    ['≥3.0', 'Normal'],
    ['n/a', null],
    ['-1', null],
  ])('%s: %s', (score, phenotype) => {
    expect(phenotypeOfScore(gene, score)).toBe(phenotype);
  });
});
