/** Tests of rearrangements as laboratories name them, and two tests of one day that disagree. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines, type Line } from './board.ts';

const alectinib = (...results: readonly Line[]) => board('NSCLC', lines(results), 'alectinib');

describe('the method behind a hyphen', () => {
  it.each([
    ['ALK-FISH', 'positiv (42 % der Zellen mit Split-Signal)'],
    ['ALK-FISH', 'positiv'],
    ['ALK-Translokation (FISH)', 'nachgewiesen'],
  ])('%s: %s is a rearrangement', (name, value) => {
    const { fit, report } = alectinib([name, value]);
    expect(report.oncology.variants.map(({ gene, kind, present }) => [gene, kind, present])).toEqual([['ALK', 'fusion', true]]);
    expect(fit?.verdict).toBe('fits');
  });
  it.each(['negativ (3 % der Zellen)', 'kein Hinweis auf eine ALK-Translokation'])('ALK-FISH: %s is none', (value) => {
    expect(alectinib(['ALK-FISH', value]).fit?.verdict).toBe('biomarker-negative');
  });
  it('"Nachweis einer Mutation p.G12D" is a finding', () => {
    const { report } = board('NSCLC', lines([['KRAS', 'Nachweis einer Mutation p.G12D']]), 'sotorasib');
    expect(report.oncology.variants.map(({ pHgvs, name, present }) => [pHgvs ?? name, present])).toEqual([['p.Gly12Asp', true]]);
  });
});

describe('stain and in situ hybridisation of one day', () => {
  it.each([
    ['Positive', 'Negative'],
    ['Negative', 'Positive'],
  ])('D5F3 %s, FISH %s: somebody has to look at both', (stain, fish) => {
    const { summaries, cards } = alectinib(['ALK (D5F3) IHC', stain], ['ALK FISH', fish]);
    expect(summaries).toEqual(['ALK fusion found 1 Oct 2026, not found 1 Oct 2026: look at both reports before alectinib']);
    expect(cards[0]?.indicator).toBe('warning');
  });
  it('that agree are silent', () => {
    expect(alectinib(['ALK (D5F3) IHC', 'Positive'], ['ALK FISH', 'Positive']).summaries).toEqual([]);
  });
});
