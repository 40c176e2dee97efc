/** One denial over several genes, names of classes and junctions, and lines that hold a stain beside genes. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, condition, lines } from './board.ts';

const LUNG = 'Lung adenocarcinoma, stage IV';
const THYROID = 'Papillary thyroid carcinoma';
const read = (tumour: string, title: string, said: string) =>
  board(tumour, lines([[title, said]])).report.oncology.variants.map(({ name, present }) => `${name}: ${String(present)}`);
const first = (tumour: string, title: string, said: string, drug: string) => board(tumour, lines([[title, said]]), drug).summaries[0];

describe('a denial over a list', () => {
  it.each([
    'No EGFR, ALK or ROS1 alterations detected',
    'Negative for EGFR, ALK and ROS1',
    'EGFR, ALK and ROS1 are negative',
    'EGFR, ALK, ROS1: all negative',
  ])('of each: %s', (said) => {
    expect(read(LUNG, 'NGS', said)).toEqual(['EGFR variant: false', 'ALK variant: false', 'ROS1 variant: false']);
    expect(first(LUNG, 'NGS', said, 'alectinib')).toMatch(/^alectinib asks for ALK fusion: tested, not found/);
  });
  it('of fusions: says nothing of mutations', () => {
    const said = 'No fusions detected in ALK, ROS1, RET, NTRK1/2/3, MET';
    expect(read(LUNG, 'RNA fusion panel', said)).toEqual(
      ['ALK', 'ROS1', 'RET', 'NTRK1', 'NTRK2', 'NTRK3', 'MET'].map((gene) => `${gene} fusion: false`),
    );
    expect(first(LUNG, 'RNA fusion panel', said, 'capmatinib')).not.toMatch(/tested, not found/);
  });
  it('behind bare symbols without "and", "are" or "all" it may be of the last alone: told, not read', () => {
    expect(read(LUNG, 'NGS', 'EGFR, ALK, ROS1 negative')).toEqual([]);
    expect(first(LUNG, 'NGS', 'EGFR, ALK, ROS1 negative', 'alectinib')).toMatch(/^ALK was examined, no result readable here/);
  });
  it('a finding beside it stays', () => {
    expect(read(LUNG, 'NGS', 'KRAS G12C; no EGFR, ALK or ROS1 alterations detected')).toEqual([
      'KRAS p.Gly12Cys: true',
      'EGFR variant: false',
      'ALK variant: false',
      'ROS1 variant: false',
    ]);
  });
});

describe('names', () => {
  it.each([
    ['BRAF', 'Class II mutation (G469A)', 'BRAF p.Gly469Ala: true'],
    ['BRAF', 'G469A (class II)', 'BRAF p.Gly469Ala: true'],
    ['MET', 'MET(13)-MET(15) fusion', 'MET exon 14 skipping: true'],
    ['MET', 'MET-MET fusion e13:e15', 'MET exon 14 skipping: true'],
    ['NGS', 'MET-MET fusion (exon 13-exon 15)', 'MET exon 14 skipping: true'],
  ])('%s: %s', (title, said, told) => {
    expect(read(LUNG, title, said)).toEqual([told]);
  });
  it('RET/PTC1/3: found it is a fusion of RET, not found it leaves the other partners open', () => {
    expect(read(THYROID, 'RET/PTC1/3', 'Detected')).toEqual(['RET fusion: true']);
    expect(first(THYROID, 'RET/PTC1/3', 'Not detected', 'selpercatinib')).toMatch(/the rest of RET not on file/);
  });
  it('a number of copies of c-MET was counted', () => {
    expect(first(LUNG, 'c-MET GCN', '12', 'capmatinib')).toMatch(/^MET was examined, no result readable here/);
  });
  it('a control sample is nobody’s finding', () => {
    expect(read('Acute myeloid leukemia', 'FLT3-ITD (control sample)', 'Detected')).toEqual([]);
    expect(first('Acute myeloid leukemia', 'FLT3-ITD (control sample)', 'Detected', 'midostaurin')).toMatch(/^FLT3 was examined/);
  });
  it('a result that is announced is waited for', () => {
    expect(first(LUNG, 'NGS panel', 'EGFR and ALK results pending', 'osimertinib')).toBe(
      'EGFR result is not final yet: wait for it before osimertinib',
    );
  });
});

describe('HER2', () => {
  it('as a stain in a line of genes', () => {
    const { report } = board('Colorectal adenocarcinoma, stage IV', lines([['RAS panel', 'KRAS: WT; NRAS: WT; HER2: 3+']]));
    expect(report.oncology.biomarkers.map(({ kind, status }) => [kind, status])).toEqual([['HER2', 'positive']]);
    expect(report.oncology.variants.map(({ gene, present }) => [gene, present])).toEqual([
      ['KRAS', false],
      ['NRAS', false],
    ]);
  });
  it.each([
    ['HER2/CEP17 ratio 2.4; HER2 copies 6.1', 'positive'],
    ['HER2/CEP17 ratio 1.3; HER2 copies 3.1', 'negative'],
    // Groups 2 to 4: the stain beside it decides.
    ['HER2/CEP17 ratio 2.1; HER2 copies 3.1', undefined],
    ['HER2/CEP17 ratio 1.3; HER2 copies 6.4', undefined],
    ['HER2/CEP17 ratio 1.3; HER2 copies 4.8', undefined],
    ['HER2/CEP17 ratio < 2.0; HER2 copies 3.1', undefined],
    ['HER2/CEP17 ratio 1.3', undefined],
  ])('by its numbers: %s', (said, status) => {
    const { report } = board('Invasive ductal carcinoma of breast', lines([['HER2 FISH', said]]));
    expect(report.oncology.biomarkers.map((marker) => marker.status)).toEqual([status]);
  });
});

describe('numbers of markers', () => {
  it.each([
    ['TMB', '12,4 Mut/Mb', 12.4],
    ['TMB', 'niedrig (3,2 Mut/Mb)', 3.2],
    ['PD-L1 TPS', '0,5 %', 0.5],
    ['Ki-67', '12,5 %', 12.5],
    ['PD-L1 TPS', '80 %', 80],
  ])('with a decimal comma: %s %s', (title, said, value) => {
    expect(board(LUNG, lines([[title, said]])).report.oncology.biomarkers.map((marker) => marker.value)).toEqual([value]);
  });
  it('a score that nobody reads may meet the limit: no "tested, not found" beside it', () => {
    const clear = lines([
      ['EGFR', 'Negative'],
      ['ALK fusion', 'Negative'],
      ['PD-L1 22C3 TPS', '40 %'],
      ['PD-L1 SP142 (TC/IC)', 'TC3/IC2'],
    ]);
    const lung = [{ ...condition('Adenocarcinoma of lung'), stage: [{ summary: { text: 'Stage IV' } }] }];
    expect(board(lung, clear, 'atezolizumab').summaries.join(' ')).not.toMatch(/tested, not found/);
    expect(board(lung, clear.slice(0, 3), 'atezolizumab').summaries.join(' ')).toMatch(/tested, not found/);
  });
});
