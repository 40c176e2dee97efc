/** Result lines as molecular tumour boards get them, and the card that must or must not come. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, lines, observation, type Line, type Resource } from './board.ts';

describe('one mismatch-repair protein a line', () => {
  const stain = (protein: string, value: string): Line => [`${protein} IHC`, value];
  const lost = 'Loss of nuclear expression';
  it.each<[string, readonly Line[], string]>([
    ['MSH2 and MSH6 lost, the others intact', [stain('MLH1', 'Intact'), stain('PMS2', 'Intact'), stain('MSH2', lost), stain('MSH6', lost)], 'fits'],
    ['only PMS2 lost', [stain('PMS2', lost), stain('MLH1', 'Intact')], 'fits'],
    ['bare names of the genes, all retained', [['MLH1', 'Retained'], ['PMS2', 'Retained'], ['MSH2', 'Retained'], ['MSH6', 'Retained'], ['MSI', 'MSS']], 'biomarker-negative'],
    ['bare names of the genes, two lost', [['MLH1', 'Loss of expression'], ['PMS2', 'Lost'], ['MSH2', 'Retained'], ['MSH6', 'Retained']], 'fits'],
    ['one protein lost and intact disagrees', [stain('MSH6', lost), stain('MSH6', 'Intact')], 'biomarker-not-tested'],
    ['one protein intact says nothing of the rest', [stain('MLH1', 'Intact')], 'biomarker-not-tested'],
  ])('%s: nivolumab %s', (_, given, verdict) => {
    expect(board('Colorectal adenocarcinoma', lines(given), 'nivolumab').fit?.verdict).toBe(verdict);
  }); // prettier-ignore
});

describe('a promoter that is not methylated is never read as methylated', () => {
  it.each([
    ['Not methylated', 'negative'],
    ['Non-methylated', 'negative'],
    ['Unmethylated', 'negative'],
    ['No promoter methylation detected', 'negative'],
    ['Methylated', 'positive'],
  ])('%s is %s', (value, status) => {
    const { report } = board('Glioblastoma', lines([['MGMT promoter methylation', value]]));
    expect(report.oncology.biomarkers.map((marker) => marker.status)).toEqual([status]);
  });
});

describe('what stands under a general name is not called untested', () => {
  it.each([
    ['Molecular pathology', 'KRAS G12C mutation detected; comment follows by letter', 'sotorasib', 'KRAS'],
    ['NGS panel result', 'Detected: KRAS p.G12C (VAF 33%), STK11 p.Q37*. Not detected: EGFR, ALK', 'osimertinib', 'EGFR'],
  ])('%s: %s, with %s ordered', (name, value, drug, gene) => {
    const { report, summaries } = board('Lung adenocarcinoma', lines([[name, value]]), drug);
    expect(summaries).toEqual([expect.stringContaining(`${gene} was examined`)]);
    expect(report.warnings.some(({ message }) => message.includes(gene))).toBe(true);
  });
  it.each([
    ['Molecular pathology', 'CD74-ROS1 fusion detected', 'crizotinib'],
    ['NGS', 'ETV6::NTRK3 fusion', 'entrectinib'],
    ['Molecular pathology', 'KRAS G12C mutation detected', 'sotorasib'],
  ])('%s: %s is read, as it is a finding and nothing else: %s fits', (name, value, drug) => {
    const { fit, summaries } = board('Lung adenocarcinoma', lines([[name, value]]), drug);
    expect([fit?.verdict, summaries]).toEqual(['fits', []]);
  });
  it('still says untested where no line speaks of the gene', () => {
    const { summaries } = board('Lung adenocarcinoma', lines([['Molecular pathology', 'TP53 R175H detected']]), 'sotorasib');
    expect(summaries).toEqual(['No KRAS result on file: test before sotorasib']);
  });
});

describe('a marker on file that decides nothing is named, not called missing', () => {
  it.each<[string, string, Line, string, string]>([
    ['HER2 2+ without hybridisation', 'Breast cancer', ['HER2 IHC', '2+ equivocal'], 'trastuzumab', 'HER2 on file (IHC 2+'],
    [
      'a stable microsatellite result: the other half is asked for',
      'Colorectal adenocarcinoma',
      ['MSI', 'Stable'],
      'nivolumab',
      'MSI on file (stable) is not what nivolumab asks for; no MMR result on file',
    ],
    [
      'stable microsatellites and intact repair, with only the mutation burden left',
      'Colorectal adenocarcinoma',
      ['MSI', 'MSS'],
      'pembrolizumab',
      'MSI on file (stable) is not what pembrolizumab asks for',
    ],
    [
      'one protein of four',
      'Colorectal adenocarcinoma',
      ['MLH1 IHC', 'Intact'],
      'nivolumab',
      'MMR on file (IHC MLH1 proficient) does not settle it',
    ],
  ])('%s', (_, tumour, line, drug, start) => {
    const { summaries } = board(tumour, lines([line]), drug);
    expect(summaries).toEqual([expect.stringContaining(start)]);
  });
});

describe('two genes as the whole of a finding are a fusion when one is known for it', () => {
  it.each([
    ['ETV6', 'NTRK3', 'Papillary thyroid carcinoma', 'larotrectinib', 'fits'],
    ['FGFR2', 'BICC1', 'Intrahepatic cholangiocarcinoma', 'pemigatinib', 'fits'],
    ['FGFR3', 'TACC3', 'Urothelial carcinoma of the bladder', 'erdafitinib', 'fits'],
    ['EML4', 'ALK', 'Lung adenocarcinoma', 'alectinib', 'fits'],
    ['EML4', 'ALK', 'Lung adenocarcinoma', 'pembrolizumab', 'better-option'],
  ])('%s and %s in %s: %s %s', (one, two, tumour, drug, verdict) => {
    expect(board(tumour, [assessment(['48018-6', one], ['48018-6', two])], drug).fit?.verdict).toBe(verdict);
  });
  it('not so for two neighbours on a chromosome', () => {
    const { report } = board('Lung adenocarcinoma', [assessment(['48018-6', 'CDKN2A'], ['48018-6', 'CDKN2B'])]);
    expect(report.oncology.variants.map(({ kind }) => kind)).not.toContain('fusion');
  });
});

it('a BRCA1 variant of unknown origin: the card asks for the germline, not for a test of nothing', () => {
  const results = [
    assessment(['48018-6', 'BRCA1'], ['48004-6', 'c.68_69del'], ['53037-8', 'Pathogenic']),
    ...lines([['HER2', 'Negative']]),
  ];
  const { summaries } = board('Breast cancer', results, 'talazoparib');
  expect(summaries).toEqual([expect.stringMatching(/^BRCA1 .*germline origin not shown; confirm it before talazoparib$/)]);
});

describe('cetuximab and panitumumab ask for all of RAS: both labels leave out tumours whose RAS results are not known', () => {
  const negative = (id: string, gene: string, region?: string): Resource =>
    observation(id, {
      code: code('69548-6'),
      valueCodeableConcept: code('LA9634-2'),
      component: [
        { code: code('48018-6'), valueCodeableConcept: { text: gene } },
        ...(region === undefined ? [] : [{ code: code('47999-8'), valueCodeableConcept: { text: region } }]),
      ],
    });
  it.each<[string, string, readonly Resource[], string]>([
    ['KRAS alone', 'cetuximab', [negative('k', 'KRAS')], 'biomarker-not-tested'],
    ['KRAS alone', 'panitumumab', [negative('k', 'KRAS')], 'biomarker-not-tested'],
    ['KRAS exon 2 and NRAS', 'cetuximab', [negative('k', 'KRAS', 'Exon 2'), negative('n', 'NRAS')], 'biomarker-open'],
    ['KRAS exons 2 to 4 and NRAS', 'cetuximab', [negative('k', 'KRAS', 'Exons 2, 3 and 4'), negative('n', 'NRAS')], 'fits'],
    ['KRAS and NRAS', 'cetuximab', [negative('k', 'KRAS'), negative('n', 'NRAS')], 'fits'],
    ['KRAS and NRAS', 'panitumumab', [negative('k', 'KRAS'), negative('n', 'NRAS')], 'fits'],
  ])('%s negative: %s %s', (_, drug, given, verdict) => {
    const { fit, summaries } = board('Metastatic colorectal adenocarcinoma', given, drug);
    expect(fit?.verdict).toBe(verdict);
    if (verdict === 'fits') expect(summaries).toEqual([]);
    else expect(summaries.join()).toMatch(/RAS/);
  });
});

describe('without a tumour on file', () => {
  it.each([
    ['imatinib', 'not-covered'],
    ['pembrolizumab', 'not-covered'],
    ['osimertinib', 'biomarker-not-tested'],
  ])('%s: %s, as only some labels of the first two ask for a finding', (drug, verdict) => {
    expect(board([], [], drug).fit?.verdict).toBe(verdict);
  });
});
