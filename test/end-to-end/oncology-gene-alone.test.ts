/** A result of the gene where its protein is asked for: named with what it does not answer, never "nothing on file". Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { BREAST, NEGATIVE } from '../third-party/shapes.ts';
import { assessment, board, code, lines, observation } from './board.ts';

const TUMOUR = `${BREAST}, stage IV`;
const GASTRIC = 'Gastric adenocarcinoma, stage IV';
const first = (title: string, said: string, drug: string, tumour = TUMOUR) => board(tumour, lines([[title, said]]), drug).summaries[0];

describe('ERBB2 by sequencing before a drug that asks for HER2', () => {
  it.each([
    ['ERBB2 mutation', 'positive', 'ERBB2 mutation on file'],
    ['ERBB2', 'p.L755S', 'ERBB2 L755S on file'],
    ['ERBB2', 'p.R100W, variant of uncertain significance', 'ERBB2 R100W on file'],
    ['ERBB2', 'no mutation detected', 'ERBB2 on file without a variant'],
  ])('%s: %s', (title, said, told) => {
    expect(first(title, said, 'trastuzumab')).toBe(`${told}, but trastuzumab asks for HER2 positive: test HER2 first`);
  });
  it.each([
    ['negative', NEGATIVE],
    ['absent', code('LA9634-2')],
  ])('69548-6 of ERBB2, %s', (_, valueCodeableConcept) => {
    const component = [{ code: code('48018-6'), valueCodeableConcept: { text: 'ERBB2' } }];
    const variant = observation('v', { code: code('69548-6'), valueCodeableConcept, component });
    const { summaries, fit } = board(TUMOUR, [variant], 'trastuzumab');
    expect(summaries[0]).toBe('ERBB2 on file without a variant, but trastuzumab asks for HER2 positive: test HER2 first');
    expect(fit?.because.join(' ')).not.toMatch(/no result on file/i);
  });
  it('beside another marker that is missing, only that one is called missing', () => {
    expect(first('ERBB2', 'p.L755S', 'trastuzumab deruxtecan')).toBe(
      'No ER and PR result on file; ERBB2 L755S on file, which is no HER2 result: test before trastuzumab deruxtecan',
    );
    expect(first('ERBB2', 'amplified', 'pembrolizumab', GASTRIC)).not.toMatch(/No HER2/);
  });
  it('another gene leaves HER2 missing', () => {
    expect(first('ESR1', 'p.D538G', 'trastuzumab')).toMatch(/^No HER2 result on file: test before trastuzumab/);
  });
  it('a readable HER2 result beside it decides', () => {
    const both = [...lines([['HER2', 'Positive (IHC 3+)']]), assessment(['48018-6', 'ERBB2'], ['48005-3', 'p.Leu755Ser'])];
    expect(board(TUMOUR, both, 'trastuzumab').summaries.join(' ')).not.toMatch(/test HER2/);
  });
});
