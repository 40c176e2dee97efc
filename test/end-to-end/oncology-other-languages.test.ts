/**
 * Tumour results as laboratories of other countries word them, and answers that nobody listed: what was not found, or may not have been, is never
 * taken for found. The words are our own translations, not yet checked by speakers.
 */
import { expect, it } from 'vitest';
import { board, lines, observation } from './board.ts';

const order = (name: string, value: string, drug: string) => board('Lung adenocarcinoma', lines([[name, value]]), drug).fit;

it.each([
  ['EGFR L858R', 'nachgewiesen', 'osimertinib'],
  ['EGFR', 'L858R détectée', 'osimertinib'],
  ['EGFR', 'L858R detectada', 'osimertinib'],
  ['EGFR', 'c.2573T>G p.Leu858Arg (VAF 23 %)', 'osimertinib'],
  ['EGFR', 'L858R mutation in exon 21, sensitising to TKI', 'osimertinib'],
  ['EGFR', 'exon 19 deletion (E746_A750del) in ctDNA by Guardant360', 'osimertinib'],
  ['KRAS', 'p.G12C, tier I', 'sotorasib'],
  ['ALK', 'EML4-ALK fusion, variant 3, by NGS', 'alectinib'],
  ['ALK', 'réarrangé', 'alectinib'],
  ['ALK (FISH)', 'ALK rearrangiert', 'alectinib'],
  ['EGFR', 'L858R muté', 'osimertinib'],
])('%s: %s is found', (name, value, drug) => {
  expect(order(name, value, drug)?.verdict).toBe('fits');
});

it.each([
  ['EGFR', 'L858R nicht nachgewiesen', 'L858R not detected', 'osimertinib'],
  ['EGFR', 'kein Nachweis von L858R', 'L858R not detected', 'osimertinib'],
  ['EGFR', 'L858R: negativ', 'L858R: negative', 'osimertinib'],
  ['EGFR', 'L858R mutation ausgeschlossen', 'L858R mutation not detected', 'osimertinib'],
  ['EGFR', 'mutation L858R non détectée', 'mutation L858R not detected', 'osimertinib'],
  ['EGFR', 'T790M et L858R non détectées', 'T790M and L858R not detected', 'osimertinib'],
  ['EGFR', 'Mutación L858R no detectada', 'Mutation L858R not detected', 'osimertinib'],
  ['EGFR', 'mutazione L858R assente', 'mutation L858R absent', 'osimertinib'],
  ['EGFR', 'L858R niet aangetoond', 'L858R not detected', 'osimertinib'],
  ['EGFR', 'L858R ej påvisad', 'L858R not detected', 'osimertinib'],
  ['EGFR', 'Nie wykryto mutacji L858R', 'L858R not detected', 'osimertinib'],
  ['EGFR', 'del19 non rilevata', 'del19 not detected', 'osimertinib'],
  ['KRAS p.G12C', 'negativo', 'negative', 'sotorasib'],
  ['BRAF V600E', 'ausente', 'absent', 'dabrafenib and trametinib'],
  ['BRAF', 'V600E ruled out', 'V600E not detected', 'dabrafenib and trametinib'],
  ['ALK', 'EML4::ALK fusión no detectada', 'EML4::ALK fusion not detected', 'alectinib'],
  ['ALK', 'réarrangement ALK absent', 'ALK rearrangement absent', 'alectinib'],
  ['ALK', 'non réarrangé', 'not rearranged', 'alectinib'],
  ['ROS1', 'non riarrangiato', 'not rearranged', 'entrectinib'],
  ['EGFR', 'sauvage', 'wild type', 'osimertinib'],
  ['EGFR', 'type sauvage', 'wild type', 'osimertinib'],
  ['EGFR', 'non muté', 'not mutated', 'osimertinib'],
  ['BRAF', 'no mutado', 'not mutated', 'dabrafenib and trametinib'],
])('%s: %s is "%s"', (name, value, english, drug) => {
  const fit = order(name, value, drug);
  expect(fit?.verdict).toMatch(/^biomarker-(?:negative|open|not-tested)$/);
  expect([fit?.verdict, fit?.because.length]).toEqual([order(name, english, drug)?.verdict, order(name, english, drug)?.because.length]);
});

it.each([
  ['EGFR', 'mutace L858R neprokázána', 'osimertinib'],
  ['EGFR', 'L858R не обнаружена', 'osimertinib'],
  ['EGFR', 'L858R bulunamadı', 'osimertinib'],
  ['EGFR', 'E746_A750del: nem mutatható ki', 'osimertinib'],
  ['EGFR', 'T790M a L858R neprokázány', 'osimertinib'],
  ['BRAF V600E', 'nebyla prokázána', 'dabrafenib and trametinib'],
  ['EGFR', 'No L858R', 'osimertinib'],
  ['EGFR', 'L858R neg', 'osimertinib'],
  ['EGFR', 'L858R (-)', 'osimertinib'],
  ['EGFR', 'possible L858R', 'osimertinib'],
  ['EGFR', 'L858R cannot be excluded', 'osimertinib'],
  ['EGFR', 'L858R nicht auszuschließen', 'osimertinib'],
  ['EGFR L858R', 'N', 'osimertinib'],
  ['KRAS', 'G12C: nil', 'sotorasib'],
])('%s: %s is on file and not read: neither found, nor not found, nor untested', (name, value, drug) => {
  const fit = order(name, value, drug);
  expect(fit?.verdict).toBe('biomarker-open');
  expect(fit?.because.join(' ')).not.toContain('No result on file');
});

/** What became of the gene, where the answer is a marker's. */
it.each([
  ['amplifié', 'fits'],
  ['HER2 amplifiée', 'fits'],
  ['amplifiziert', 'fits'],
  ['Positif', 'fits'],
  ['non amplifié', 'biomarker-negative'],
  ['nicht amplifiziert', 'biomarker-negative'],
  ['no amplificado', 'biomarker-negative'],
  ['IHC 2+, ISH nicht amplifiziert', 'biomarker-negative'],
])('HER2 (FISH): %s', (value, verdict) => {
  expect(board('Breast cancer', lines([['HER2 (FISH)', value]]), 'trastuzumab').fit?.verdict).toBe(verdict);
});

it.each([{ value: 0.45 }, { value: 1 }, { value: 45, unit: '%' }, { value: 0.45, unit: '1' }])(
  'ALK rearrangement as %j is told, not read',
  (quantity) => {
    const { fit, variants } = board(
      'Lung adenocarcinoma',
      [observation('r', { code: { text: 'ALK rearrangement' }, valueQuantity: quantity })],
      'alectinib',
    );
    expect(variants).toEqual([]);
    expect(fit?.verdict).not.toBe('fits');
  },
);
