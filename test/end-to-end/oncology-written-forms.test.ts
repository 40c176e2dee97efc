/** Fusions by transcript, stains for a protein, one-word statuses and blood burden as laboratories write them. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, lines, type Line } from './board.ts';

const LUNG = 'Lung adenocarcinoma';

describe('a fusion written with its transcripts, positions or exons', () => {
  it.each([
    ['EML4(ENST00000318522.10)::ALK(ENST00000389048.8)', 'EML4::ALK fusion', 'alectinib'],
    ['NM_019063.5(EML4):r.1_1751::NM_004304.5(ALK):r.4080_6220', 'EML4::ALK fusion', 'alectinib'],
    ['EML4{NM_019063.3}:r.1_929::ALK{NM_004304.3}:r.4080_6220', 'EML4::ALK fusion', 'alectinib'],
    ['EML4(13)::ALK(20)', 'EML4::ALK fusion', 'alectinib'],
    ['EML4-ALK variant 3a/b (E6;A20)', 'EML4::ALK fusion', 'alectinib'],
    ['KIF5B exon 15 - RET exon 12', 'KIF5B::RET fusion', 'selpercatinib'],
    ['KIF5B--RET', 'KIF5B::RET fusion', 'selpercatinib'],
    ['CD74-ROS1 fusion detected', 'CD74::ROS1 fusion', 'entrectinib'],
  ])('%s', (value, name, drug) => {
    const { variants, fit, summaries } = board(LUNG, lines([['Gene fusion', value]]), drug);
    expect(variants).toEqual([name]);
    expect([fit?.verdict, ...summaries]).toEqual(['fits']);
  });
  it('in the genomic slot it orders the partners that the gene codes leave open', () => {
    const found = assessment(
      ['48018-6', 'ALK'],
      ['48018-6', 'EML4'],
      ['81290-9', 'EML4(ENST00000318522.10):r.1_1751::ALK(ENST00000389048.8):r.4080_6220'],
    );
    expect(board(LUNG, [found], 'alectinib').variants).toEqual(['EML4::ALK fusion']);
  });
  it.each(['No ALK fusion detected', 'Negative for ALK, ROS1 and RET fusions', 'EML4-ALK not detected', 'see report: EML4-ALK discussed'])(
    '"%s" finds nothing and is never called untested',
    (value) => {
      const { report, fit, summaries } = board(LUNG, lines([['Gene fusion', value]]), 'alectinib');
      expect(report.oncology.variants.filter(({ present }) => present)).toEqual([]);
      expect(fit?.verdict).not.toBe('fits');
      expect(summaries.join()).not.toContain('No ALK result on file');
    },
  );
});

describe('stains', () => {
  it.each<[string, string, string]>([
    ['IDH1 R132H immunohistochemistry', 'Positive', 'fits'],
    ['IDH1 (R132H) IHC', 'Positive (mutant protein expressed)', 'fits'],
    ['IDH1 R132H IHC', 'Negative', 'biomarker-not-tested'],
  ])('%s: %s → vorasidenib %s', (name, value, verdict) => {
    expect(board('Oligodendroglioma', lines([[name, value]]), 'vorasidenib').fit?.verdict).toBe(verdict);
  });
  it.each([
    ['Loss of expression', true],
    ['Lost', true],
    ['Retained', false],
    ['No loss of expression', false],
  ])('PTEN by stain, %s: told as expression, no genomic alteration for capivasertib', (value, lost) => {
    const results = lines([['PTEN immunohistochemistry', value], ['ER', 'Positive'], ['HER2', 'Negative']]); // prettier-ignore
    const { report, fit } = board('Breast cancer', results, 'capivasertib', 'fulvestrant');
    expect(report.oncology.variants.map(({ kind, present }) => [kind, present])).toEqual([['expression', lost]]);
    expect(fit?.verdict).toBe('biomarker-not-tested');
  });
});

describe('"known", "likely", "unknown" as the status of a variant', () => {
  const status = (gene: string, protein: string, word: string) => assessment(['48018-6', gene], ['48005-3', protein], ['53037-8', word]);
  it('unknown beside known is of unknown significance', () => {
    const { fit, summaries } = board(LUNG, [status('EGFR', 'R831H', 'unknown'), status('TP53', 'R175H', 'known')], 'osimertinib');
    expect(fit?.verdict).toBe('biomarker-open');
    expect(summaries).toEqual(['EGFR R831H: of uncertain significance, no basis for osimertinib']);
  });
  it('unknown alone is a field left open: a driver stays a driver', () => {
    expect(board(LUNG, [status('KRAS', 'G12C', 'unknown')], 'sotorasib').fit?.verdict).toBe('fits');
  });
  it('known is the laboratory calling it oncogenic', () => {
    const { report } = board(LUNG, [status('PIK3CA', 'H1047R', 'known')]);
    expect(report.oncology.variants.map(({ classification }) => classification)).toEqual(['oncogenic']);
  });
});

describe('tumour mutational burden in blood is no burden of tissue', () => {
  it.each<Line>([
    ['Blood TMB', '16 mut/Mb'],
    ['bTMB', '16 Muts/Mb'],
    ['TMB (ctDNA, NGS)', '16 mut/Mb'],
  ])('%s', (name, value) => {
    const { approved, opening } = board('Sarcoma', lines([[name, value]]), 'pembrolizumab');
    expect([approved, opening]).toEqual([[], undefined]);
  });
  it('of tissue it is', () => {
    expect(board('Sarcoma', lines([['TMB', '16 mut/Mb']])).approved).not.toEqual([]);
  });
});

describe('words in capitals that are gene symbols too', () => {
  it.each<Line>([
    ['Blood culture', 'Criteria MET for reporting; negative'],
    ['Methicillin resistance', 'MET positive'],
    ['Reagents', 'KIT lot 42 positive control valid'],
  ])('%s: %s gives no warning', (name, value) => {
    expect(board(LUNG, lines([[name, value]])).report.warnings).toEqual([]);
  });
  it.each(['MET exon 14 skipping detected', 'c-MET positive', 'Not detected: EGFR, ALK, MET', 'MET Mutation detected'])(
    '%s speaks of the gene: it is read, or told',
    (value) => {
      const { warnings, oncology } = board(LUNG, lines([['Molecular pathology', value]])).report;
      expect([...oncology.variants.map(({ name }) => name), ...warnings.map(({ message }) => message)].join()).toContain('MET');
    },
  );
});
