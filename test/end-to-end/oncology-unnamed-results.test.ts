/** A result of a gene of resistance whose change is not said, or was not read: the order is not silent. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, lines, type Resource } from './board.ts';

const brca = assessment(['48018-6', 'BRCA1'], ['48004-6', 'c.5266dup'], ['53037-8', 'Pathogenic']);
const ph = lines([['BCR-ABL1 fusion', 'Detected']]);

describe('a result of a gene of resistance without its change', () => {
  it.each<[string, string, readonly Resource[], string, RegExp]>([
    ['ABL1 kinase domain mutated, which is not said', 'Chronic myeloid leukaemia', lines([['ABL1 kinase domain', 'Mutation detected']]), 'dasatinib', /^ABL1 mutation on file, which one is not said: look at the report before dasatinib$/],
    ['ABL1 in the report alone', 'Chronic myeloid leukaemia', lines([['BCR-ABL1 kinase domain mutation analysis', 'Positive: see report']]), 'nilotinib', /^ABL1 mutation on file, which one/],
    ['BTK mutated in CLL', 'Chronic lymphocytic leukaemia', lines([['BTK', 'Mutation detected']]), 'ibrutinib', /^BTK mutation on file, which one/],
    ['KIT exon 17 in mastocytosis', 'Systemic mastocytosis, aggressive', lines([['KIT', 'exon 17 mutation']]), 'imatinib', /^KIT .*look at the report before imatinib$/],
    ['PDGFRA exon 18 in GIST', 'Gastrointestinal stromal tumour', lines([['PDGFRA', 'exon 18 mutation']]), 'imatinib', /^PDGFRA .*look at the report before imatinib$/],
    ['a reversion in words beside the inherited variant', 'High grade serous carcinoma of ovary', [brca, ...lines([['BRCA1', 'Secondary mutation restoring open reading frame']])], 'olaparib', /^BRCA1 .*look at the report before olaparib$/],
  ])('%s: look at the report first, no test is offered', (_, tumour, results, drug, said) => {
    const { fit, summaries } = board(tumour, results, drug);
    expect(fit?.verdict).toBe('biomarker-open');
    expect(fit?.tests).toEqual([]);
    expect(summaries).toEqual([expect.stringMatching(said)]);
  }); // prettier-ignore

  it.each<[string, string, readonly Resource[], string]>([
    ['KIT exon 11 in GIST: no change there speaks against imatinib', 'Gastrointestinal stromal tumour', lines([['KIT', 'exon 11 mutation']]), 'imatinib'],
    ['a fusion counted, under dasatinib', 'Chronic myeloid leukaemia', lines([['BCR-ABL1 IS', '<0.01%']]), 'dasatinib'],
    ['"mutated" beside the change itself', 'Lung adenocarcinoma', [assessment(['48018-6', 'EGFR'], ['48005-3', 'p.Leu858Arg']), ...lines([['EGFR mutation', 'Positive']])], 'osimertinib'],
    ['the kinase domain without a mutation', 'Chronic myeloid leukaemia', [...ph, ...lines([['BCR-ABL1 kinase domain mutation analysis', 'No mutation detected']])], 'dasatinib'],
    ['a further line of BRCA1 that speaks of no reversion', 'High grade serous carcinoma of ovary', [brca, ...lines([['BRCA1', 'See scanned report']])], 'olaparib'],
  ])('%s: nothing is said', (_, tumour, results, drug) => {
    expect(board(tumour, results, drug).summaries).toEqual([]);
  }); // prettier-ignore
});

describe('changes as laboratories type them', () => {
  it.each<[string, string, readonly Resource[], string, RegExp]>([
    ['ABL1 Thr315Ile', 'Chronic myeloid leukaemia', lines([['ABL1', 'Thr315Ile']]), 'dasatinib', /^ABL1 T315I: dasatinib is not expected/],
    ['BTK Cys481Tyr', 'Chronic lymphocytic leukaemia', lines([['BTK', 'Cys481Tyr']]), 'ibrutinib', /^BTK C481Y: ibrutinib is not/],
    ['ABL1 T334I of isoform 1b', 'Chronic myeloid leukaemia', [assessment(['48018-6', 'ABL1'], ['51958-7', 'NM_007313.3'], ['48005-3', 'p.Thr334Ile'])], 'dasatinib', /is not expected to work/],
    ['ABL1 c.1001C>T on NM_007313', 'Chronic myeloid leukaemia', [assessment(['48018-6', 'ABL1'], ['51958-7', 'NM_007313.3'], ['48004-6', 'c.1001C>T'])], 'dasatinib', /is not expected to work/],
    ['ABL1 with the words of Tempus', 'Chronic myeloid leukaemia', lines([['ABL1', 'p.T315I Missense variant - GOF, VAF 23.4%']]), 'dasatinib', /^ABL1 T315I: dasatinib is not expected/],
    ['a reversion with its coding name', 'High grade serous carcinoma of ovary', [brca, ...lines([['BRCA1', 'c.5263_5274del reversion, VAF 2%']])], 'olaparib', /reversion.*olaparib is not expected/],
  ])('%s contradicts the order', (_, tumour, results, drug, said) => {
    const { fit, summaries } = board(tumour, results, drug);
    expect(fit?.verdict).toBe('contradicted');
    expect(summaries).toEqual([expect.stringMatching(said)]);
  }); // prettier-ignore

  it('EGFR Glu746_Ala750del in three letters is one change', () => {
    const { report } = board('Lung adenocarcinoma', lines([['EGFR', 'Glu746_Ala750del']]), 'osimertinib');
    expect(report.oncology.variants.map(({ name }) => name)).toEqual(['EGFR p.Glu746_Ala750del']);
  });
});
