/**
 * A tumour whose kind is not said ("Malignant neoplasm") or whose words no table knows, and a result that speaks against the drug. The labels' tumour
 * types say neither yes nor no then; what every use of the drug asks for is missing in whatever tumour. Synthetic patients.
 */
import { describe, expect, it } from 'vitest';
import { board, lines, type Resource } from './board.ts';

const result = (test: string, answer: string): readonly Resource[] => lines([[test, answer]]);

describe.each(['Malignant neoplasm', 'Neoplasia xyzoides maligna'])('%s', (tumour) => {
  it.each<[string, readonly Resource[], string, RegExp]>([
    ['BRAF V600E looked for and not there', result('BRAF V600E', 'Not detected'), 'vemurafenib', /BRAF/],
    ['HER2 negative', result('HER2', 'Negative'), 'trastuzumab', /HER2/],
    ['FGFR3 negative', result('FGFR3 mutation analysis', 'Not detected'), 'erdafitinib', /FGFR/],
    ['a test of BRAF that decides nothing', result('BRAF', 'not evaluable'), 'dabrafenib', /BRAF/],
    ['nothing on file', [], 'vemurafenib', /^No BRAF result on file: test before vemurafenib$/],
  ])('%s: told', (_, results, drug, said) => {
    expect(board(tumour, results, drug).summaries).toEqual([expect.stringMatching(said)]);
  });

  it.each<[string, readonly Resource[], string]>([
    ['the finding is there', result('BRAF V600E', 'Detected'), 'vemurafenib'],
    ['chemotherapy', result('KRAS', 'G12D'), 'docetaxel'],
  ])('%s: silent', (_, results, drug) => {
    expect(board(tumour, results, drug).summaries).toEqual([]);
  });
});
