/** A result of one kind of change (copies, fusion, sequence) does not answer for another kind in the same gene. */
import { describe, expect, it } from 'vitest';
import type { VariantFact } from '../../fhir-profiles/index.ts';
import { amplification, clear, fusion, named, order, patient, protein, tumour } from './facts.ts';
import { reportOf } from './report.ts';

const fitOf = (oncotree: string, drug: string, variants: readonly VariantFact[]) => {
  const [fit] = reportOf(patient({ tumours: [tumour(oncotree)], variants, medications: [order(drug)] })).oncology.orders ?? [];
  return { verdict: fit?.verdict, because: fit?.because.join('; ') ?? '' };
};
const absent = { presence: 'absent' } as const;
const noFusion = (gene: string) => fusion(null, gene, { ...absent, gene, names: [`${gene} fusion`] });

describe('found by a test of another kind: whether the finding was looked for is open', () => {
  it.each<[name: string, oncotree: string, drug: string, variants: readonly VariantFact[], said: RegExp]>([
    [
      'MET amplification, capmatinib',
      'LUAD',
      'capmatinib',
      [amplification('MET')],
      /Of MET only .*whether a mutation was looked for is not shown/,
    ],
    ['EGFR amplification, osimertinib', 'LUAD', 'osimertinib', [amplification('EGFR')], /Of EGFR only .*a mutation/],
    ['KRAS amplification, sotorasib', 'LUAD', 'sotorasib', [amplification('KRAS')], /Of KRAS only .*a mutation/],
    ['ERBB2 amplification, zongertinib', 'LUAD', 'zongertinib', [amplification('ERBB2')], /Of ERBB2 only .*a mutation/],
    ['BRAF fusion, vemurafenib', 'MEL', 'vemurafenib', [fusion('KIAA1549', 'BRAF')], /Of BRAF only KIAA1549::BRAF.*a mutation/],
    ['ALK F1174L, alectinib', 'LUAD', 'alectinib', [protein('ALK', 'p.Phe1174Leu')], /Of ALK only .*a fusion/],
    ['ALK amplification, alectinib', 'LUAD', 'alectinib', [amplification('ALK')], /Of ALK only .*a fusion/],
    ['FGFR2 N549K, pemigatinib', 'IHCH', 'pemigatinib', [protein('FGFR2', 'p.Asn549Lys')], /Of FGFR2 only .*a fusion/],
    // A test for fusions that found none.
    ['EGFR fusion not found, osimertinib', 'LUAD', 'osimertinib', [noFusion('EGFR')], /Of EGFR only EGFR fusion was looked for/],
    ['BRAF fusion not found, vemurafenib', 'MEL', 'vemurafenib', [noFusion('BRAF')], /Of BRAF only BRAF fusion was looked for/],
    [
      'RET fusion not found, selpercatinib in medullary thyroid cancer',
      'THME',
      'selpercatinib',
      [noFusion('RET')],
      /Of RET only RET fusion was/,
    ],
  ])('%s', (_name, oncotree, drug, variants, said) => {
    expect(fitOf(oncotree, drug, variants)).toEqual({ verdict: 'biomarker-open', because: expect.stringMatching(said) as string });
  });
});

describe('a test of the very kind answers', () => {
  it.each<[name: string, oncotree: string, drug: string, variants: readonly VariantFact[]]>([
    ['MET exon 14 skipping not found', 'LUAD', 'capmatinib', [named('MET', 'MET exon 14 skipping', absent)]],
    ['MET D1228N beside an amplification', 'LUAD', 'capmatinib', [amplification('MET'), protein('MET', 'p.Asp1228Asn')]],
    ['MET amplification, its sequence wild type', 'LUAD', 'capmatinib', [amplification('MET'), named('MET', 'MET wild type')]],
    ['another EGFR mutation', 'LUAD', 'osimertinib', [protein('EGFR', 'p.Glu709Lys', { classification: 'pathogenic' })]],
    ['ALK fusion not found', 'LUAD', 'alectinib', [noFusion('ALK')]],
    ['RET fusion not found, lung', 'LUAD', 'selpercatinib', [noFusion('RET')]],
    ['ALK F1174L, fusion not found', 'LUAD', 'alectinib', [protein('ALK', 'p.Phe1174Leu'), noFusion('ALK')]],
  ])('%s', (_name, oncotree, drug, variants) => {
    expect(fitOf(oncotree, drug, variants).verdict).toBe('biomarker-negative');
  });

  it('a whole gene found clear is clear of mutations and fusions', () => {
    const facts = (drug: string) =>
      patient({ tumours: [tumour('LUAD')], tested: [clear('ALK'), clear('EGFR')], medications: [order(drug)] });
    for (const drug of ['alectinib', 'osimertinib']) expect(reportOf(facts(drug)).oncology.orders?.[0]?.verdict).toBe('biomarker-negative');
  });

  it('no fusion of BRAF contradicts no V600E', () => {
    const report = reportOf(patient({ tumours: [tumour('MEL')], variants: [protein('BRAF', 'p.Val600Glu'), noFusion('BRAF')] }));
    expect(report.warnings.filter(({ code }) => code === 'conflict')).toEqual([]);
  });
});
