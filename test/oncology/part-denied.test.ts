/** A denial that names a part of the gene leaves the rest open: told as such, never as "tested, not found". Synthetic patients. */
import { expect, it } from 'vitest';
import { deniedPart } from '../../fhir-profiles/read/variant/named-test/denied-part.ts';
import { board, lines } from '../end-to-end/board.ts';

it.each([
  ['ITD not detected', 'FLT3', 'FLT3 ITD'],
  ['Negative for ITD', 'FLT3', 'FLT3 ITD'],
  ['D835 not detected', 'FLT3', 'codon 835 mutation'],
  ['D835/I836 negative', 'FLT3', 'codon 835/836 mutation'],
  ['No TKD mutation detected', 'FLT3', 'TKD mutation'],
  ['Exon 19 deletion not detected', 'EGFR', 'Exon 19 deletion'],
  ['ITD and TKD not detected', 'FLT3', null],
  ['Mutation not detected', 'EGFR', null],
  ['Not detected', 'EGFR', null],
  ['D835', 'FLT3', null],
])('%s of %s: %s', (text, gene, part) => {
  expect(deniedPart(text, [gene])).toBe(part);
});

it.each([
  ['Acute myeloid leukemia', 'gilteritinib', 'FLT3', 'ITD not detected', 'biomarker-open'],
  ['Acute myeloid leukemia', 'gilteritinib', 'FLT3', 'Negative for ITD', 'biomarker-open'],
  ['Acute myeloid leukemia', 'gilteritinib', 'FLT3', 'D835 not detected', 'biomarker-open'],
  ['Acute myeloid leukemia', 'gilteritinib', 'FLT3', 'TKD mutation not detected', 'biomarker-open'],
  ['Acute myeloid leukemia', 'gilteritinib', 'FLT3', 'ITD and TKD not detected', 'biomarker-negative'],
  ['Acute myeloid leukemia', 'quizartinib', 'FLT3', 'ITD not detected', 'biomarker-negative'],
  ['Lung adenocarcinoma, stage IV', 'osimertinib', 'EGFR', 'L858 not detected', 'biomarker-open'],
  ['Lung adenocarcinoma, stage IV', 'osimertinib', 'EGFR', 'Exon 19 deletion not detected', 'biomarker-open'],
  ['Lung adenocarcinoma, stage IV', 'dabrafenib', 'BRAF', 'V600 not detected', 'biomarker-negative'],
  ['Lung adenocarcinoma, stage IV', 'sotorasib', 'KRAS', 'G12 not detected', 'biomarker-negative'],
  ['Lung adenocarcinoma, stage IV', 'zongertinib', 'ERBB2', 'Kinase domain mutation not detected', 'biomarker-negative'],
])('%s, %s: %s %s is %s', (tumour, drug, gene, value, verdict) => {
  const { fit, summaries } = board(tumour, lines([[gene, value]]), drug);
  expect(fit?.verdict).toBe(verdict);
  expect(summaries[0]).not.toContain('detected not found');
});

it.each([
  ['Acute myeloid leukemia', 'quizartinib', 'FLT3-ITD', 'No FLT3-ITD detected', 'biomarker-negative'],
  ['Acute myeloid leukemia', 'quizartinib', 'FLT3-ITD', 'No internal tandem duplication was detected.', 'biomarker-negative'],
  ['Lung adenocarcinoma, stage IV', 'osimertinib', 'EGFR exon 19 deletion', 'No exon 19 deletion detected', 'biomarker-open'],
  ['Lung adenocarcinoma, stage IV', 'osimertinib', 'EGFR', 'L858R detected, no T790M detected', 'fits'],
  ['Lung adenocarcinoma, stage IV', 'capmatinib', 'MET', 'No MET exon 14 skipping detected', 'biomarker-negative'],
  ['Lung adenocarcinoma, stage IV', 'sotorasib', 'KRAS', 'No G12C detected', 'biomarker-negative'],
  ['Chronic myeloid leukemia', 'imatinib', 'BCR-ABL1', 'No BCR::ABL1 transcripts detected', 'biomarker-open'],
  ['Ovarian cancer', 'olaparib', 'BRCA1', 'No pathogenic changes found', 'biomarker-not-tested'],
])('%s, %s: %s %s is %s', (tumour, drug, name, value, verdict) => {
  const { fit, summaries } = board(tumour, lines([[name, value]]), drug);
  expect(fit?.verdict).toBe(verdict);
  expect(summaries[0] ?? '').not.toContain('detected not found');
});
