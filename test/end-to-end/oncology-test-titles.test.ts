/** One change asked for by the title of its test, with all that laboratories write around it. */
import { describe, expect, it } from 'vitest';
import { board, lines } from './board.ts';

const at = (title: string, value: string, drug = 'vemurafenib', tumour = 'Melanoma') => board(tumour, lines([[title, value]]), drug);

describe('BRAF V600E before vemurafenib', () => {
  it.each([
    'BRAF V600E Mutation Analysis',
    'BRAF V600E mutation detection',
    'BRAF V600E assay',
    'BRAF V600E [Presence]',
    'BRAF V600E Mutation Analysis, tissue',
    'cobas BRAF V600E',
    'BRAF V600E Mutation Screen',
    'BRAF V600E status',
    'BRAF V600E mutation test',
    'BRAF gene V600E mutation by real-time PCR',
  ])('%s', (title) => {
    expect(at(title, 'Detected').fit?.verdict).toBe('fits');
    expect(at(title, 'Detected').variants).toEqual(['BRAF V600E']);
    expect(at(title, 'Not detected').fit?.verdict).toBe('biomarker-negative');
  });
  it.each([
    'BRAF non-V600E mutation',
    'BRAF mutations other than V600E',
    'BRAF V600E/K mutation analysis',
    'BRAF V600E, excluding tissue of the donor',
    'BRAF V600 mutation',
  ])('%s is not V600E alone', (title) => {
    expect(at(title, 'Detected').fit?.verdict).not.toBe('fits');
  });
  it('a control is no result of the patient', () => {
    expect(at('BRAF V600E negative control', 'Detected').variants).toEqual([]);
  });
});

describe('other changes', () => {
  it.each([
    ['EGFR T790M mutation, plasma', 'osimertinib', 'Non-small cell lung cancer', 'EGFR T790M'],
    ['KRAS G12C mutation analysis', 'sotorasib', 'Non-small cell lung cancer', 'KRAS G12C'],
    ['EGFR exon 19 deletion test', 'osimertinib', 'Non-small cell lung cancer', 'EGFR exon 19 deletion'],
    ['MET exon 14 skipping analysis', 'capmatinib', 'Non-small cell lung cancer', 'MET exon 14 skipping'],
    ['FLT3 ITD Mutation Analysis', 'quizartinib', 'Acute myeloid leukemia', 'FLT3 ITD'],
  ])('%s before %s', (title, drug, tumour, name) => {
    const found = at(title, 'Detected', drug, tumour);
    expect(found.fit?.verdict).toBe('fits');
    expect(found.variants).toEqual([name]);
  });
});
