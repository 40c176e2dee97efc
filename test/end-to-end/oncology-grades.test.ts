/** A label for grade 2 beside a diagnosis of a higher grade. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines } from './board.ts';

const IDH = lines([['IDH1', 'R132H']]);

describe('vorasidenib: astrocytoma or oligodendroglioma of grade 2', () => {
  it.each([
    ['Astrocytoma, IDH-mutant, grade 3'],
    ['Astrocytoma, IDH-mutant, WHO grade 4'],
    ['Anaplastic oligodendroglioma'],
    ['Oligodendroglioma, IDH-mutant and 1p/19q-codeleted, CNS WHO grade 3'],
  ])('%s: not offered, and told at the order', (tumour) => {
    const { opening, summaries, fit } = board(tumour, IDH, 'vorasidenib');
    expect(opening?.summary ?? '').not.toMatch(/vorasidenib/);
    expect(fit?.verdict).toBe('better-option');
    expect(summaries).toEqual(['vorasidenib: its label is for grade 2, the diagnosis says a higher grade']);
  });
  it.each([['Oligodendroglioma, WHO grade II'], ['Astrocytoma, grade 2'], ['Diffuse astrocytoma']])(
    '%s: offered, silent at the order',
    (tumour) => {
      const { opening, summaries } = board(tumour, IDH, 'vorasidenib');
      expect(opening?.summary).toMatch(/vorasidenib approved/);
      expect(summaries).toEqual([]);
    },
  );
});
