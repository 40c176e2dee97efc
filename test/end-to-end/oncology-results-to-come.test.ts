/** A result that is preliminary is no missing test: nobody is asked to order a second one. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines, type Resource } from './board.ts';

const LUNG = 'Lung adenocarcinoma, stage IV';
const COLON = 'Colorectal adenocarcinoma, stage IV';
const BREAST = 'Breast cancer, stage IV';
const notFinal = (title: string, said: string, status = 'preliminary'): Resource[] =>
  lines([[title, said]]).map((line) => ({ ...line, status }));

describe('a result that is not final', () => {
  it.each<[string, Resource[], string, string]>([
    [LUNG, notFinal('EGFR', 'L858R'), 'osimertinib', 'EGFR result is not final yet: wait for it before osimertinib'],
    [
      LUNG,
      notFinal('EGFR mutation analysis', 'L858R', 'registered'),
      'osimertinib',
      'EGFR result is not final yet: wait for it before osimertinib',
    ],
    [BREAST, notFinal('HER2 IHC', '3+'), 'trastuzumab', 'HER2 result is not final yet: wait for it before trastuzumab'],
    [BREAST, notFinal('ER', '90%'), 'palbociclib', 'ER and PR result is not final yet, no HER2 result on file: wait before palbociclib'],
    [COLON, notFinal('KRAS', 'G12D'), 'panitumumab', 'KRAS result is not final yet, no NRAS result on file: wait before panitumumab'],
  ])('%s, before %s', (tumour, chart, drug, summary) => {
    expect(board(tumour, chart, drug).summaries).toEqual([summary]);
  });
  it('is not called missing in the detail either', () => {
    const details = (chart: Resource[], drug: string, tumour: string) =>
      board(tumour, chart, drug)
        .cards.map(({ detail }) => detail)
        .join(' ');
    expect(details(notFinal('EGFR', 'L858R'), 'osimertinib', LUNG)).toContain('On file and not final: EGFR.');
    expect(details(notFinal('EGFR', 'L858R'), 'osimertinib', LUNG)).not.toContain('No result on file');
    expect(details(notFinal('KRAS', 'G12D'), 'panitumumab', COLON)).toContain('On file and not final: KRAS. No result on file for NRAS.');
  });
  it('decides nothing, and of a test that is cancelled none comes', () => {
    expect(board(LUNG, notFinal('EGFR', 'L858R'), 'osimertinib').fit?.verdict).toBe('biomarker-not-tested');
    expect(board(LUNG, notFinal('EGFR', 'L858R', 'cancelled'), 'osimertinib').summaries).toEqual([
      'No EGFR result on file: test before osimertinib',
    ]);
  });
  it('a preliminary result of another gene is nothing that the label waits for', () => {
    expect(board(LUNG, notFinal('KRAS', 'G12D'), 'osimertinib').summaries).toEqual(['No EGFR result on file: test before osimertinib']);
  });
});
