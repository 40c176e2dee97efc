/** One gene, one line, as laboratories file molecular pathology without genomic codes: what the oncologist's order is told. */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, lines, observation, type Line, type Resource } from './board.ts';

function ordered(tumour: string, drug: string, results: readonly Line[]) {
  const { fit: order, variants } = board(tumour, lines(results), drug);
  return { order, variants };
}

describe('the line names the finding that the drug asks for', () => {
  it.each([
    ['MET', 'exon 14 skipping', 'Non-small cell lung cancer', 'capmatinib'],
    ['NTRK fusion', 'ETV6-NTRK3 fusion detected', 'Sarcoma', 'larotrectinib'],
    ['FGFR2', 'FGFR2-BICC1 fusion', 'Cholangiocarcinoma', 'pemigatinib'],
    ['ERBB2', 'A775_G776insYVMA', 'Non-small cell lung cancer', 'trastuzumab deruxtecan'],
    ['BRCA1', 'c.68_69delAG pathogenic, germline', 'High grade serous ovarian cancer', 'olaparib'],
    ['BRCA2', 'Pathogenic variant detected', 'Prostate cancer', 'olaparib'],
    ['VHL', 'germline pathogenic variant c.499C>T', 'Clear cell renal cell carcinoma', 'belzutifan'],
    ['EGFR', 'L858R', 'Lung adenocarcinoma', 'osimertinib'],
    ['RAS', 'Wild type', 'Colorectal cancer', 'panitumumab'],
  ])('%s: %s in %s fits %s', (name, value, tumour, drug) => {
    expect(ordered(tumour, drug, [[name, value]]).order?.verdict).toBe('fits');
  });
});

describe('the line says a part of what the drug asks about', () => {
  it.each([
    ['ALK', 'No mutation detected', 'Lung adenocarcinoma', 'alectinib', /ALK mutation not found, the rest of ALK not on file/],
    ['ALK', 'Negative for EML4-ALK fusion', 'Lung adenocarcinoma', 'alectinib', /EML4::ALK fusion not found, the rest of ALK/],
    ['MET', 'Not amplified', 'Non-small cell lung cancer', 'capmatinib', /MET amplification not found, the rest of MET/],
  ])('%s: %s in %s, %s', (name, value, tumour, drug, said) => {
    const { fit, cards } = board(tumour, lines([[name, value]]), drug);
    expect(fit?.verdict).toBe('biomarker-open');
    expect(cards[0]?.summary).toMatch(said);
  });

  it.each([
    ['ALK', 'Not detected', 'Lung adenocarcinoma', 'alectinib'],
    ['ALK', 'No alteration detected', 'Lung adenocarcinoma', 'alectinib'],
    ['EGFR', 'No mutation detected', 'Lung adenocarcinoma', 'osimertinib'],
    ['BRAF', 'No V600E mutation detected', 'Melanoma', 'dabrafenib'],
    ['t(9;22)', 'Not seen', 'B-cell acute lymphoblastic leukemia', 'dasatinib'],
  ])('%s: %s in %s denies the finding of %s', (name, value, tumour, drug) => {
    expect(ordered(tumour, drug, [[name, value]]).order?.verdict).toBe('biomarker-negative');
  });
});

describe('the name of the test tells what its answer leaves out', () => {
  it.each([
    ['gBRCA', 'BRCA2 c.5946del', 'germline'],
    ['sBRCA', 'BRCA2 c.5946del', 'somatic'],
    ['tBRCA', 'BRCA2 c.5946del', 'unknown'],
    ['BRCA2 germline', 'c.5946del, pathogenic', 'germline'],
  ])('%s: %s is %s', (name, value, origin) => {
    const { report } = board('Pancreatic adenocarcinoma', lines([[name, value]]), 'olaparib');
    expect(report.oncology.variants.map((variant) => variant.origin)).toEqual([origin]);
  });

  it('a share behind "detected" is no name of the change', () => {
    const { cards } = board('Chronic lymphocytic leukemia', lines([['BTK C481S', 'Detected (12%)']]), 'ibrutinib');
    expect(cards[0]?.summary).toMatch(/^BTK C481S: ibrutinib is not expected to work/);
  });

  it.each([
    ['KRAS mutation analysis', 'Result', 'G12C detected', 'sotorasib', 'fits'],
    ['EGFR mutation analysis', 'Result', 'Not detected', 'osimertinib', 'biomarker-negative'],
    ['ALK FISH', 'Interpretation', 'Positive', 'alectinib', 'fits'],
    ['Lung cancer NGS panel', 'Result', 'Not detected', 'osimertinib', 'biomarker-not-tested'],
  ])('the report %s, its row %s: %s, %s', (report, row, value, drug, verdict) => {
    const named: Resource = {
      resourceType: 'DiagnosticReport',
      id: 'r',
      status: 'final',
      subject: { reference: 'Patient/p' },
      code: { text: report },
      result: [{ reference: 'Observation/o0' }],
    };
    expect(board('Lung adenocarcinoma', [...lines([[row, value]]), named], drug).fit?.verdict).toBe(verdict);
  });
});

describe('names of one variant that contradict each other', () => {
  it.each([
    ['p.Gly12Asp', 'KRAS G12C', '81252-9'],
    ['p.Gly12Cys', 'c.35G>A', '48004-6'],
  ])('%s beside %s is used under neither', (protein, other, slot) => {
    const { fit, report } = board(
      'Lung adenocarcinoma',
      [assessment(['48018-6', 'KRAS'], ['48005-3', protein], [slot, other])],
      'sotorasib',
    );
    expect(fit?.verdict).toBe('biomarker-open');
    expect(report.warnings.map(({ message }) => message).join()).toMatch(/contradict each other/);
  });
});

describe('a tumour named without its site or lineage is taken for the usual one, and this is said', () => {
  it.each([
    ['Metastatic urothelial carcinoma', 'FGFR3', 'S249C', 'erdafitinib'],
    ['Ph+ ALL', 'BCR-ABL1', 'Detected', 'dasatinib'],
  ])('%s', (tumour, name, value, drug) => {
    expect(ordered(tumour, drug, [[name, value]]).order?.verdict).toBe('fits');
  });
});

describe('the line says something else, or nothing that can be read', () => {
  it('BRCA1/2 negative: neither gene has the finding', () => {
    const { order, variants } = ordered('Prostate cancer', 'niraparib and abiraterone', [['BRCA1/2', 'Negative']]);
    expect(variants).toHaveLength(2);
    expect(order?.verdict).not.toBe('fits');
  });

  it.each([
    ['KRAS', 'see comment', 'Lung adenocarcinoma', 'sotorasib', /examined, but no result of (?:it|them) can be read/],
    ['NTRK fusion', 'Positive', 'Sarcoma', 'larotrectinib', /examined, but no result of (?:it|them) can be read/],
  ])('%s: %s is never called untested', (name, value, tumour, drug, because) => {
    const { order } = ordered(tumour, drug, [[name, value]]);
    expect(order?.because.join(' ')).toMatch(because);
    expect(order?.because.join(' ')).not.toContain('No result on file');
  });

  it('what is met already is not explained away: ESR1 found, ER and HER2 missing', () => {
    const { order } = ordered('Breast cancer', 'elacestrant', [['ESR1 ctDNA', 'D538G']]);
    expect(order).toMatchObject({ verdict: 'biomarker-not-tested', because: ['No result on file for ER, HER2'] });
  });

  it('PTEN loss is a loss, found or not found; its absence says nothing of mutations', () => {
    expect(ordered('Breast cancer', 'trastuzumab', [['PTEN loss', 'Detected']]).variants).toEqual(['PTEN loss']);
    expect(ordered('Breast cancer', 'trastuzumab', [['PTEN', 'Loss']]).variants).toEqual(['PTEN loss']);
    expect(ordered('Breast cancer', 'trastuzumab', [['PTEN loss', 'Not detected']]).variants).toEqual(['PTEN loss']);
  });

  it('KRAS G12D under sotorasib is another variant', () => {
    expect(ordered('Lung adenocarcinoma', 'sotorasib', [['KRAS', 'G12D']]).order?.verdict).toBe('biomarker-negative');
  });
});

describe('a line that says both found and not found', () => {
  it.each([
    ['RAS', 'KRAS G12D detected; NRAS wild type', 'contradicted'],
    ['RAS', 'KRAS: G12D mutation detected, NRAS: not detected', 'contradicted'],
    ['KRAS', 'G12D mutation detected; G12C not detected', 'contradicted'],
    ['KRAS mutation analysis', 'Codon 12 mutation detected (G12D). No mutation in codon 61.', 'contradicted'],
    ['KRAS mutation analysis', 'G12D detected, no other mutation', 'contradicted'],
    ['RAS', 'No mutation detected in KRAS, NRAS', 'fits'],
  ])('%s: %s → panitumumab %s', (name, value, verdict) => {
    expect(ordered('Colorectal cancer', 'panitumumab', [[name, value]]).order?.verdict).toBe(verdict);
  });

  it.each([
    ['Exon 19 deletion detected. T790M not detected.', 'fits'],
    ['Exon 19 deletion, detected; T790M, not detected', 'fits'],
    ['No mutations detected in exons 18-21', 'biomarker-negative'],
    ['Wild type. Mutations are detected with a sensitivity of 1%.', 'biomarker-negative'],
  ])('EGFR: %s → osimertinib %s', (value, verdict) => {
    expect(ordered('Non-small cell lung cancer', 'osimertinib', [['EGFR mutation analysis', value]]).order?.verdict).toBe(verdict);
  });
});

describe('a value that names several changes: none is lost', () => {
  it.each([
    ['EGFR mutation analysis', 'T790M and L858R detected', ['EGFR p.Thr790Met', 'EGFR p.Leu858Arg']],
    ['EGFR mutation analysis', 'L858R (c.2573T>G), T790M (c.2369C>T)', ['EGFR p.Leu858Arg', 'EGFR p.Thr790Met']],
    ['EGFR mutation analysis', 'L858R/T790M', ['EGFR p.Leu858Arg', 'EGFR p.Thr790Met']],
    ['EGFR mutation analysis', 'exon 19 deletion and T790M', ['EGFR exon 19 deletion', 'EGFR p.Thr790Met']],
    ['EGFR mutation analysis', 'Positive for L858R and C797S. Negative for T790M', ['EGFR p.Leu858Arg', 'EGFR p.Cys797Ser', 'EGFR p.Thr790Met']],
    ['EGFR mutation analysis', 'EGFR L858R, TP53 R175H', ['EGFR p.Leu858Arg', 'TP53 p.Arg175His']],
    ['RAS', 'KRAS G12D and NRAS Q61K', ['KRAS p.Gly12Asp', 'NRAS p.Gln61Lys']],
    ['KRAS', 'K117N (VUS) and G12D (pathogenic)', ['KRAS p.Lys117Asn', 'KRAS p.Gly12Asp']],
    ['ABL1 kinase domain mutation', 'T315I and E255K', ['ABL1 p.Thr315Ile', 'ABL1 p.Glu255Lys']],
    ['EGFR mutation analysis', 'c.2573T>G, p.L858R', ['EGFR p.Leu858Arg']],
    ['EGFR mutation analysis', 'exon 19 deletion (E746_A750del)', ['EGFR p.Glu746_Ala750del']],
    ['EGFR mutation analysis', 'exon 21 L858R', ['EGFR p.Leu858Arg']],
  ])('%s: %s', (name, value, variants) => {
    expect(board('Lung adenocarcinoma', lines([[name, value]])).variants).toEqual(variants);
  }); // prettier-ignore

  it.each<[string, readonly Resource[]]>([
    ['two protein components', [assessment(['48018-6', 'EGFR'], ['48005-3', 'p.Leu858Arg'], ['48005-3', 'p.Thr790Met'])]],
    ['a value in words', [observation('v', { code: code('69548-6'), valueCodeableConcept: { text: 'EGFR L858R and T790M' } })]],
  ])('an assessment with %s: gefitinib is contradicted by T790M', (_, given) => {
    const { fit, variants } = board('Lung adenocarcinoma', given, 'gefitinib');
    expect(variants).toHaveLength(2);
    expect(fit?.verdict).toBe('contradicted');
  });

  it('one coding change with the protein names of two transcripts is one change', () => {
    const given = [assessment(['48018-6', 'MET'], ['48004-6', 'c.3028G>A'], ['48005-3', 'p.Asp1010Asn'], ['48005-3', 'p.Asp1028Asn'])];
    expect(board('Lung adenocarcinoma', given).variants).toHaveLength(1);
  });

  it.each([['Tested for G12C, G12D, G12V'], ['Assay covers G12C and G12D']])('%s: what was looked for is not what was found', (value) => {
    const { variants, report } = board('Colorectal cancer', lines([['KRAS mutation analysis', value]]), 'cetuximab');
    expect(variants).toEqual([]);
    expect(report.warnings.some(({ message }) => message.includes('was not used'))).toBe(true);
  });
});

describe('a gene reported as mutated without the single change', () => {
  it.each([
    ['KRAS mutation', 'Positive', 'Colorectal cancer', 'cetuximab', 'contradicted'],
    ['NPM1 mutation', 'Positive (type A)', 'Acute myeloid leukaemia', 'ziftomenib', 'fits'],
    ['NPM1', 'Mutated', 'Acute myeloid leukaemia', 'revumenib', 'fits'],
    ['PIK3CA mutation', 'Negative', 'Breast cancer', 'alpelisib', 'biomarker-negative'],
    ['EGFR mutation', 'Positive', 'Lung adenocarcinoma', 'osimertinib', 'biomarker-open'],
    ['BRAF', 'Mutated', 'Melanoma', 'dabrafenib', 'biomarker-open'],
    ['BRCA1 mutation', 'Positive', 'Ovarian cancer', 'olaparib', 'biomarker-open'],
    ['BRCA1', 'Deletion of exons 1-2, pathogenic, germline', 'Ovarian cancer', 'olaparib', 'fits'],
  ])('%s: %s in %s, %s %s', (name, value, tumour, drug, verdict) => {
    expect(ordered(tumour, drug, [[name, value]]).order?.verdict).toBe(verdict);
  });
  it('is never called tested and not found: the card sends to the report', () => {
    const { summaries } = board('Melanoma', lines([['BRAF mutation', 'Positive']]), 'dabrafenib', 'trametinib');
    expect(summaries).toEqual([
      'BRAF is reported as mutated without the single change: look at the report before dabrafenib and trametinib',
    ]);
  });
});

describe('fusions as molecular pathology writes them', () => {
  it.each([
    ['RET/PTC1 rearrangement', 'Positive', 'Papillary thyroid carcinoma', 'selpercatinib'],
    ['Fusion', 'CCDC6-RET (C1;R12)', 'Lung adenocarcinoma', 'pralsetinib'],
    ['Fusion', 'EML4-ALK (E13;A20)', 'Lung adenocarcinoma', 'alectinib'],
  ])('%s: %s in %s fits %s', (name, value, tumour, drug) => {
    expect(ordered(tumour, drug, [[name, value]]).order?.verdict).toBe('fits');
  });
});

describe('coding names of changes that labels name', () => {
  it.each([
    ['FGFR3', 'c.742C>T', 'Urothelial carcinoma of renal pelvis', 'erdafitinib'],
    ['FGFR3', 'c.1118A>G', 'Urothelial carcinoma of the bladder', 'erdafitinib'],
    ['EGFR', 'c.2582T>A', 'Lung adenocarcinoma', 'afatinib'],
    ['IDH1', 'c.394C>G', 'Cholangiocarcinoma', 'ivosidenib'],
    ['IDH2', 'c.419G>A', 'Acute myeloid leukaemia', 'enasidenib'],
  ])('%s %s in %s fits %s', (gene, coding, tumour, drug) => {
    expect(board(tumour, [assessment(['48018-6', gene], ['48004-6', coding])], drug).fit?.verdict).toBe('fits');
  });
});
