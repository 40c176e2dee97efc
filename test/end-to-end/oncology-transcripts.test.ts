/**
 * Changes that are told by a transcript, a protein or a place alone: read where it is shown what they are, told where not; a version that
 * is not the one on file is said. Synthetic patients.
 */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, observation, type Line } from './board.ts';

const LUNG = 'Lung adenocarcinoma';
const coding = (name: string, ...more: Line[]) => assessment(['48004-6', name], ...more);

describe('no gene stated', () => {
  it.each([
    [LUNG, coding('NM_005228.5:c.2573T>G'), 'osimertinib', 'EGFR p.Leu858Arg'],
    [LUNG, coding('ENST00000275493.7:c.2573T>G'), 'osimertinib', 'EGFR p.Leu858Arg'],
    [LUNG, coding('NM_005228.5:c.2235_2249del'), 'osimertinib', 'EGFR c.2235_2249del'],
    ['Melanoma', coding('ENST00000288602.6:c.1799T>A'), 'vemurafenib', 'BRAF p.Val600Glu'],
    ['Melanoma', assessment(['48005-3', 'NP_004324.2:p.Val600Glu']), 'vemurafenib', 'BRAF p.Val600Glu'],
    ['Melanoma', assessment(['81290-9', 'NC_000007.14:g.140753336A>T']), 'vemurafenib', 'BRAF p.Val600Glu'],
    [LUNG, coding('NM_001127500.3:c.3082+1G>T'), 'capmatinib', 'MET c.3082+1G>T'],
  ])('%s, %o, %s', (tumour, found, drug, name) => {
    const { fit, cards, variants } = board(tumour, [found], drug);
    expect(variants).toEqual([name]);
    expect(fit?.verdict).toBe('fits');
    expect(cards).toEqual([]);
  });
  it('KRAS4A counts as KRAS4B does at codon 12', () => {
    expect(board('Colorectal adenocarcinoma', [coding('NM_033360.4:c.35G>A')], 'cetuximab').summaries[0]).toMatch(/^KRAS G12D: cetuximab/);
  });
  it('a place that is not translated: it may be any gene, so that "no result" is not said', () => {
    const { summaries, report } = board(LUNG, [assessment(['81290-9', 'NC_000003.12:g.49375597C>T'])], 'osimertinib');
    expect(summaries).toEqual(['No readable EGFR result on file: look at the report before osimertinib']);
    expect(report.warnings.map(({ message }) => message).join()).toContain('whose gene cannot be told here');
  });
});

describe('a place alone, as files made from VCF have it', () => {
  const vcf = (sequence: string, position: number, ref: string, alt: string) =>
    observation('vcf', {
      code: code('69548-6'),
      valueCodeableConcept: code('LA9633-4'),
      component: [
        { code: code('48013-7'), valueCodeableConcept: { text: sequence } },
        { code: code('81254-5'), valueRange: { low: { value: position }, high: { value: position } } },
        { code: code('69547-8'), valueString: ref },
        { code: code('69551-0'), valueString: alt },
      ],
    });
  it.each([
    [LUNG, vcf('NC_000007.13', 55242464, 'AGGAATTAAGAGAAGC', 'A'), 'osimertinib', 'fits'],
    [LUNG, vcf('NC_000007.13', 55249002, 'A', 'ACCAGCGTGG'), 'osimertinib', 'biomarker-negative'],
    [LUNG, vcf('NC_000007.13', 116412044, 'G', 'T'), 'capmatinib', 'fits'],
    ['Acute myeloid leukemia', vcf('NC_000015.10', 90088702, 'C', 'T'), 'enasidenib', 'fits'],
    ['Ovarian cancer', vcf('NC_000017.10', 41276044, 'ACT', 'A'), 'olaparib', 'fits'],
    ['Gastrointestinal stromal tumor', vcf('NC_000004.12', 54285926, 'A', 'T'), 'imatinib', 'contradicted'],
    ['Melanoma', assessment(['81290-9', 'NC_000007.14:g.140753336A>T']), 'vemurafenib', 'fits'],
  ])('%s, %#, %s: %s', (tumour, found, drug, verdict) => {
    expect(board(tumour, [found], drug).fit?.verdict).toBe(verdict);
  });
  it('a GRCh37 place is not called one of GRCh38', () => {
    const { report } = board(LUNG, [assessment(['48018-6', 'EGFR'], ['81290-9', 'NC_000007.13:g.55243000A>C'])]);
    expect(report.warnings.map(({ message }) => message).join()).not.toContain('GRCh38');
  });
});

describe('the numbering', () => {
  const messages = (found: ReturnType<typeof coding>, drug = 'osimertinib') =>
    board(LUNG, [found], drug).report.warnings.map(({ message }) => message);
  it('another version of the transcript is read and said', () => {
    expect(messages(coding('NM_005228.3:c.2573T>G'))).toContain(
      'EGFR c.2573T>G is counted on NM_005228.3; here NM_005228.5 is known, and the same count is assumed.',
    );
    expect(messages(coding('NM_005228.5:c.2573T>G'))).toEqual([]);
    expect(messages(coding('NM_005228.3:c.2573T>G', ['48005-3', 'p.Leu858Arg']))).toEqual([]);
  });
  it('a transcript that may count otherwise: the same number is not the same codon, and nothing is said to be harmless', () => {
    const found = coding('NM_001346897.2:c.2573T>G', ['48018-6', 'EGFR']);
    const { fit, summaries, report } = board(LUNG, [found], 'osimertinib');
    expect(fit?.verdict).toBe('biomarker-open');
    expect(summaries).toEqual(['EGFR variant on file, its change cannot be read here: look at the report before osimertinib']);
    expect(report.warnings.map(({ message }) => message).join()).toContain('is not known here to count as NM_005228.5 does');
  });
  it('a transcript of another gene contradicts the gene', () => {
    const { report, fit } = board(LUNG, [coding('NM_004985.5:c.34G>T', ['48018-6', 'EGFR'])], 'sotorasib');
    expect(report.oncology.variants).toEqual([]);
    expect(fit?.verdict).toBe('biomarker-open');
    expect(report.warnings.map(({ message }) => message)).toContain(
      'The variant is filed under EGFR, but NM_004985.5 is of KRAS; it was not used.',
    );
  });
});
