/** Opening a chart whose offers a result speaks against that nobody could read: the offer says so as the order does. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, given, lines, observation, type Resource } from './board.ts';

const OVARY = 'High-grade serous ovarian carcinoma';
const LUNG = 'Lung adenocarcinoma, stage IV';
const germline = assessment(['48018-6', 'BRCA1'], ['48005-3', 'p.Glu23fs'], ['48002-0', 'Germline'], ['53037-8', 'Pathogenic']);
const undecided = (gene: string, protein: string): Resource =>
  observation('undecided', {
    code: code('69548-6'),
    component: [
      { code: code('48018-6'), valueCodeableConcept: { text: gene } },
      { code: code('48005-3'), valueCodeableConcept: { text: protein } },
    ],
  });

describe('offers beside an unread result', () => {
  it('a reversion in words', () => {
    const { opening } = board(OVARY, [
      germline,
      ...lines([['BRCA1', 'Secondary mutation restoring open reading frame']]),
      given('carboplatin'),
    ]);
    expect(opening?.summary).toMatch(/approved for this tumour.*; BRCA1 result not readable here: look first$/);
    expect(opening?.detail).toMatch(/speak against olaparib, rucaparib, niraparib: look at the report itself/);
  });
  it('a kinase whose mutation is not told', () => {
    const { opening } = board(LUNG, lines([['ROS1', 'CD74-ROS1 fusion'], ['ROS1 kinase domain', 'Mutation detected']])); // prettier-ignore
    expect(opening?.summary).toMatch(/; ROS1 (?:result not readable here|mutation on file, which one is not said): look first$/);
  });
  it('T790M, not said whether present: osimertinib is offered as it is, the drugs it resists are told', () => {
    const { opening } = board(LUNG, [...lines([['EGFR', 'L858R']]), undecided('EGFR', 'p.Thr790Met')]);
    expect(opening?.summary).toBe('EGFR L858R: osimertinib, amivantamab + lazertinib (first line) approved for this tumour');
  });
  it.each<[string, readonly Resource[]]>([
    ['nothing unread', []],
    ['another gene unread', lines([['TP53', 'see report']])],
    ['not found', lines([['BRCA1 reversion', 'Not detected']])],
  ])('%s: said as before', (_name, more) => {
    const { opening } = board(OVARY, [germline, ...more, given('carboplatin')]);
    expect(opening?.summary).toMatch(/approved for this tumour$/);
    expect(opening?.detail).not.toMatch(/Not read/);
  });
});
