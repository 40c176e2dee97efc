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

describe('a result that its words announce', () => {
  const waits = (gene: string, drug: string) => `${gene} result is not final yet: wait for it before ${drug}`;
  const asks = (gene: string, drug: string) => `No ${gene} result on file: test before ${drug}`;
  it.each<[string, string, string, string, string]>([
    [LUNG, 'NGS panel', 'EGFR L858R pending', 'osimertinib', waits('EGFR', 'osimertinib')],
    [LUNG, 'EGFR', 'Pending', 'osimertinib', waits('EGFR', 'osimertinib')],
    [LUNG, 'EGFR mutation analysis', 'sent out', 'osimertinib', waits('EGFR', 'osimertinib')],
    [LUNG, 'Molecular pathology', 'KRAS G12C testing in progress', 'sotorasib', waits('KRAS', 'sotorasib')],
    [BREAST, 'HER2 FISH', 'pending', 'trastuzumab', waits('HER2', 'trastuzumab')],
    [LUNG, 'NGS panel', 'EGFR L858R pending', 'alectinib', asks('ALK', 'alectinib')],
    [LUNG, 'NGS panel', 'EGFR NEGATIVE, ALK PENDING', 'alectinib', waits('ALK', 'alectinib')],
  ])('%s, %s: "%s", before %s', (tumour, title, said, drug, summary) => {
    expect(board(tumour, lines([[title, said]]), drug).summaries).toEqual([summary]);
  });
  it('leaves what is answered beside it', () => {
    const beside = lines([['NGS panel', 'KRAS G12C detected, EGFR and ALK pending']]);
    expect(board(LUNG, beside, 'sotorasib').fit?.verdict).toBe('fits');
    expect(board(LUNG, lines([['NGS panel', 'EGFR NEGATIVE, ALK PENDING']]), 'osimertinib').fit?.verdict).toBe('biomarker-negative');
    expect(board(BREAST, lines([['HER2 IHC', '3+; FISH PENDING']]), 'trastuzumab').fit?.verdict).toBe('fits');
    expect(board(BREAST, lines([['HER2 IHC', '2+, FISH pending']]), 'trastuzumab').summaries.join(' ')).toContain('IHC 2+');
  });
  it.each([
    ['NGS panel', 'KRAS G12C, EGFR and ALK pending'],
    ['NGS panel', 'KRAS G12C; ALK pending'],
  ])('%s: %s does not say that KRAS G12C is awaited', (title, said) => {
    expect(board(LUNG, lines([[title, said]]), 'sotorasib').summaries).toEqual([
      'KRAS was examined, no result readable here: look at the report before sotorasib',
    ]);
  });
  it('also where its status does, under a general name', () => {
    expect(board(LUNG, notFinal('NGS panel', 'EGFR L858R'), 'osimertinib').summaries).toEqual([waits('EGFR', 'osimertinib')]);
  });
  it('is a result on file where the laboratory takes it back', () => {
    for (const said of ['EGFR L858R (unconfirmed)', 'EGFR L858R detected - sample mix-up'])
      expect(board(LUNG, lines([['NGS panel', said]]), 'osimertinib').summaries, said).toEqual([
        'EGFR was examined, no result readable here: look at the report before osimertinib',
      ]);
  });
});
