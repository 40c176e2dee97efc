/** Results as exporters and panels of sequencing firms write them. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, lines, observation, type Line, type Resource } from './board.ts';

const worded = (...given: readonly Line[]) => given.map(([loinc, words]) => ({ code: code(loinc), valueCodeableConcept: { text: words } }));
const present = (id: string, ...given: readonly Line[]) =>
  observation(id, { code: code('69548-6'), valueCodeableConcept: code('LA9633-4'), component: worded(...given) });

describe('a test named by the product of its maker', () => {
  it.each<[string, string, string]>([
    ['Guardant360 EGFR', 'E746_A750del (Exon 19 deletion), 5.2% cfDNA', 'EGFR p.Glu746_Ala750del'],
    ['Guardant360 CDx - EGFR', 'L858R 5.2% cfDNA', 'EGFR p.Leu858Arg'],
    ['FoundationOne Liquid CDx: EGFR', 'L858R', 'EGFR p.Leu858Arg'],
    ['Tempus xF EGFR', 'p.L858R detected', 'EGFR p.Leu858Arg'],
    ['OncoPanel v3 / EGFR', 'L858R', 'EGFR p.Leu858Arg'],
  ])('%s = %s', (name, value, variant) => {
    const { variants, summaries } = board('Lung adenocarcinoma', lines([[name, value]]), 'osimertinib');
    expect(variants).toEqual([variant]);
    expect(summaries).toEqual([]);
  });

  it.each<[string, string]>([
    ['Guardant360 EGFR', 'L858R possible'],
    ['OncoPanel v3 / EGFR', 'L858R suspected, not confirmed'],
  ])('finds nothing in %s = %s', (name, value) => {
    expect(board('Lung adenocarcinoma', lines([[name, value]]), 'osimertinib').fit?.verdict).not.toBe('fits');
  });

  it('"Mutation Not Detected" is a negative of the gene and no name', () => {
    const { variants, fit } = board('Colorectal adenocarcinoma', lines([['KRAS', 'Mutation Not Detected'], ['NRAS', 'Mutation Not Detected']]), 'cetuximab'); // prettier-ignore
    expect(variants).toEqual(['KRAS variant', 'NRAS variant']);
    expect(fit?.verdict).toBe('fits');
  });
});

describe('an equivocal amplification is none', () => {
  it.each<[string, readonly Resource[]]>([
    ['in the name of the change', [present('a', ['48018-6', 'ERBB2'], ['48005-3', 'amplification - equivocal'])]],
    ['as the type of the change', [present('a', ['48018-6', 'ERBB2'], ['48019-4', 'Amplification (equivocal)'])]],
    ['by a test of the gene', lines([['ERBB2 amplification', 'Equivocal']])],
  ])('%s', (_, results) => {
    const { summaries, opening } = board('Gastric adenocarcinoma', results, 'trastuzumab');
    expect(summaries).toEqual([expect.stringMatching(/^HER2 result is indeterminate: settle it by another test before trastuzumab$/)]);
    expect(opening).toBeUndefined();
  });

  it('an amplification without that word is one', () => {
    const results = [present('a', ['48018-6', 'ERBB2'], ['48005-3', 'amplification'])];
    expect(board('Gastric adenocarcinoma', results, 'trastuzumab').summaries).toEqual([]);
  });
});

describe('a value that names the change with its zygosity', () => {
  it.each<[string, string, string]>([
    ['PTEN', 'homozygous deletion', 'copy-number'],
    ['CDKN2A', 'CDKN2A homozygous deletion', 'copy-number'],
    ['BRCA2', 'c.5946delT, heterozygous', 'indel'],
  ])('%s: %s is present', (gene, text, kind) => {
    const { report } = board('Breast cancer', [observation('z', { code: code('69548-6'), valueString: text, component: worded(['48018-6', gene]) })]);
    expect(report.oncology.variants).toEqual([expect.objectContaining({ gene, kind, present: true })]);
  }); // prettier-ignore
});

describe('two genes with a change each in one assessment', () => {
  it.each<[string, readonly Line[], readonly string[]]>([
    ['KRAS G12D and NRAS Q61K', [['48018-6', 'KRAS'], ['48005-3', 'p.Gly12Asp'], ['48018-6', 'NRAS'], ['48005-3', 'p.Gln61Lys']], ['KRAS p.Gly12Asp', 'NRAS p.Gln61Lys']],
    ['the same change of two genes', [['48018-6', 'KRAS'], ['48005-3', 'p.Gly12Asp'], ['48018-6', 'NRAS'], ['48005-3', 'p.Gly12Asp']], ['KRAS p.Gly12Asp', 'NRAS p.Gly12Asp']],
    ['with coding names beside', [['48018-6', 'KRAS'], ['48018-6', 'BRAF'], ['48004-6', 'c.35G>A'], ['48004-6', 'c.1799T>A'], ['48005-3', 'p.Gly12Asp'], ['48005-3', 'p.Val600Glu']], ['KRAS p.Gly12Asp', 'BRAF p.Val600Glu']],
  ])('%s', (_, given, expected) => {
    expect(board('Colorectal adenocarcinoma', [present('two', ...given)]).variants).toEqual(expected);
  }); // prettier-ignore

  it('a fusion of two genes stays one finding', () => {
    const results = [assessment(['48018-6', 'EML4'], ['48018-6', 'ALK'], ['48019-4', 'Fusion'])];
    expect(board('Lung adenocarcinoma', results).variants).toHaveLength(1);
  });
});
