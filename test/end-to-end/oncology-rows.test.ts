/** Results as components of one Observation: a panel by gene, and the columns of a table of variants. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines, observation, type Line, type Resource } from './board.ts';

const held = (name: string, components: readonly Line[], value?: string): Resource =>
  observation('panel', {
    code: { text: name },
    ...(value === undefined ? {} : { valueString: value }),
    component: components.map(([text, words]) => ({ code: { text }, valueString: words })),
  });
const LUNG: readonly Line[] = [['EGFR', 'Negative'], ['ALK', 'Negative'], ['KRAS', 'p.G12C'], ['ROS1', 'Not rearranged']]; // prettier-ignore

describe('a panel with a component per gene', () => {
  it.each(['Lung biomarker panel', 'Molecular pathology', 'FoundationOne CDx', 'Somatic mutation analysis'])(
    '%s is read as rows',
    (name) => {
      const { report, summaries } = board('Lung adenocarcinoma', [held(name, LUNG, 'See below')], 'sotorasib');
      expect(report.oncology.variants.filter(({ present }) => present === true).map(({ name: own }) => own)).toEqual(['KRAS p.Gly12Cys']);
      expect(report.oncology.orders?.[0]?.verdict).toBe('fits');
      expect(summaries).toEqual([]);
      expect(report.warnings.filter(({ message }) => message.includes('form is not known'))).toEqual([]);
    },
  );
  it('what it holds says no to an order as rows of their own do', () => {
    const apart = board('Lung adenocarcinoma', lines(LUNG), 'osimertinib');
    expect(board('Lung adenocarcinoma', [held('NGS panel', LUNG)], 'osimertinib').summaries).toEqual(apart.summaries);
    expect(apart.summaries[0]).toMatch(/tested, not found/);
  });
  it('a component that is not read is on file', () => {
    const { summaries } = board('Lung adenocarcinoma', [held('NGS panel', [['KRAS', 'see scanned report']])], 'sotorasib');
    expect(summaries).toEqual([expect.stringMatching(/^KRAS was examined, no result readable here/)]);
  });
});

describe('columns of a table of variants', () => {
  it.each<[string, readonly Line[]]>([
    ['Genomic Variant', [['Gene', 'KRAS'], ['Amino Acid Change', 'p.G12C'], ['DNA Change', 'c.34G>T'], ['Assessment', 'Pathogenic']]],
    ['Somatic variant', [['Gene Symbol', 'KRAS'], ['AA Change', 'G12C']]],
    ['NGS variant', [['GENE', 'KRAS'], ['VARIANT', 'G12C'], ['Result', 'Detected']]],
    ['Genomic Variant', [['Gene Studied', 'KRAS'], ['Protein Change', 'p.Gly12Cys']]],
  ])('%s %#', (name, components) => {
    const { report } = board('Lung adenocarcinoma', [held(name, components)], 'sotorasib');
    expect(report.oncology.variants.map(({ name: own, present }) => [own, present])).toEqual([['KRAS p.Gly12Cys', true]]);
    expect(report.oncology.orders?.[0]?.verdict).toBe('fits');
  }); // prettier-ignore
  it.each<[string, readonly Line[], RegExp]>([
    ['not detected', [['Gene', 'KRAS'], ['Variant', 'G12C'], ['Result', 'Not detected']], /not found/],
    ['none', [['Gene', 'KRAS'], ['Variant', 'None'], ['Result', 'Not Detected']], /tested, not found/],
    ['called benign', [['Gene', 'KRAS'], ['Protein Change', 'p.G12C'], ['Assessment', 'Benign']], /no basis for sotorasib/],
  ])('a row that says %s is no finding', (_, components, said) => {
    expect(board('Lung adenocarcinoma', [held('Genomic Variant', components)], 'sotorasib').summaries).toEqual([
      expect.stringMatching(said),
    ]);
  }); // prettier-ignore
});

describe('a test named by a coding name or a frameshift', () => {
  it.each([
    ['MET c.3082+1G>T', 'Lung adenocarcinoma', 'capmatinib'],
    ['NPM1 p.W288Cfs*12', 'Acute myeloid leukemia', 'ziftomenib'],
    ['BRCA2 p.S1982Rfs*22', 'High grade serous carcinoma of ovary', 'olaparib'],
    ['BRCA1 c.5266dup', 'High grade serous carcinoma of ovary', 'olaparib'],
  ])('%s: Detected, and by its fraction', (name, tumour, drug) => {
    for (const value of ['Detected', '23.4 %'])
      expect(board(tumour, lines([[name, value]]), drug).report.oncology.orders?.[0]?.verdict).toBe('fits');
    expect(board(tumour, lines([[name, 'Not detected']]), drug).report.oncology.orders?.[0]?.verdict).not.toBe('fits');
  });
});
