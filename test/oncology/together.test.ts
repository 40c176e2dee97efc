/**
 * A drug whose label has a row of its own and one together with another directed drug that asks for a different finding: ordered alone with the finding
 * of the pair, it is told the partner that is missing, never "tested, not found". Every such pair of rows of the compiled facts.
 */
import { describe, expect, it } from 'vitest';
import { assessment, board, lines, type Resource } from '../end-to-end/board.ts';
import { isBackbone } from '../../cds-service/oncology/order/ordered-drugs.ts';
import { shippedOncology } from './knowledge.ts';

const knowledge = shippedOncology();
const braf = (protein: string) => [assessment(['48018-6', 'BRAF'], ['48005-3', protein])];

/** `dabrafenib in MEL`: drugs with both kinds of row for one tumour type, of different findings. */
const both = knowledge.approvals
  .filter(({ therapies }) => therapies.length === 1)
  .flatMap((single) =>
    knowledge.approvals
      .filter(
        (pair) =>
          pair.therapies.some(({ ingredient }) => ingredient === single.therapies[0]?.ingredient) &&
          pair.therapies.filter(({ ingredient }) => !isBackbone(ingredient)).length > 1 &&
          pair.tumours.some((type) => single.tumours.includes(type)) &&
          knowledge.profiles[pair.profile]?.text !== knowledge.profiles[single.profile]?.text,
      )
      .map(
        (pair) => `${single.therapies[0]?.ingredient ?? ''} in ${pair.tumours.filter((type) => single.tumours.includes(type)).join('/')}`,
      ),
  );

describe('a finding that the label has for the drug together with another', () => {
  it('stands in the facts for these drugs: each new one needs a case here', () => {
    expect([...new Set(both)].filter((pair) => /dabrafenib|vemurafenib/.test(pair)).sort()).toEqual([
      'dabrafenib in MEL',
      'vemurafenib in MEL',
    ]);
  });

  it.each<[string, string, readonly Resource[], readonly string[], readonly string[]]>([
    ['melanoma BRAF V600K, dabrafenib alone', 'Melanoma', braf('p.Val600Lys'), ['dabrafenib'], ['BRAF V600K: the label has dabrafenib here together with trametinib, which is not on order']],
    ['melanoma BRAF V600K, vemurafenib alone', 'Melanoma', braf('p.Val600Lys'), ['vemurafenib'], ['BRAF V600K: the label has vemurafenib here together with cobimetinib, which is not on order']],
    ['melanoma BRAF V600K, both ordered', 'Melanoma', braf('p.Val600Lys'), ['dabrafenib', 'trametinib'], []],
    ['melanoma BRAF V600E, dabrafenib alone', 'Melanoma', braf('p.Val600Glu'), ['dabrafenib'], []],
    ['melanoma BRAF V600K, trametinib alone', 'Melanoma', braf('p.Val600Lys'), ['trametinib'], []],
    ['melanoma BRAF K601E, both ordered: both findings of the label are named', 'Melanoma', braf('p.Lys601Glu'), ['dabrafenib', 'trametinib'], ['dabrafenib and trametinib ask for BRAF V600E or BRAF V600K: tested, not found']],
    ['melanoma BRAF K601E, dabrafenib alone', 'Melanoma', braf('p.Lys601Glu'), ['dabrafenib'], ['dabrafenib asks for BRAF V600E or BRAF V600K: tested, not found']],
    ['lung cancer BRAF V600K, dabrafenib: no row has it there', 'Lung adenocarcinoma', braf('p.Val600Lys'), ['dabrafenib'], ['dabrafenib asks for BRAF V600E: tested, not found']],
    ['colorectal cancer KRAS G12C, cetuximab alone: its own finding speaks against it first', 'Colorectal adenocarcinoma', [assessment(['48018-6', 'KRAS'], ['48005-3', 'p.Gly12Cys']), ...lines([['NRAS mutation analysis', 'Not detected']])], ['cetuximab'], ['KRAS G12C: cetuximab is not expected to work; consider sotorasib with panitumumab (after a fluoropyrimidine, oxaliplatin and irinotecan)']],
  ])('%s', (_, tumour, results, drugs, said) => {
    expect(board(tumour, results, ...drugs).summaries).toEqual(said);
  }); // prettier-ignore
});
