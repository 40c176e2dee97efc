/**
 * Results as other makers' guides and programs write them: the German molecular tumour board (MII), the breast cancer guide of ICHOM, a converter of
 * Foundation Medicine's XML, reports of American laboratories. Forms as published; every patient and value here is synthetic.
 */
import { describe, expect, it } from 'vitest';
import { assessment, board, condition, lines, observation, type Resource } from './board.ts';

const LOINC = 'http://loinc.org';
const SNOMED = 'http://snomed.info/sct';
const concept = (system: string, code: string, display?: string) => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
});
const geneStudied = (id: string, symbol: string) => ({
  code: concept(LOINC, '48018-6', 'Gene studied [ID]'),
  valueCodeableConcept: concept('http://www.genenames.org/geneId', id, symbol),
});
const result = (code: Resource, value: Resource, ...component: readonly Resource[]) =>
  observation(`r-${JSON.stringify(code).replace(/\W/g, '').slice(-20)}`, {
    code,
    ...value,
    ...(component.length > 0 ? { component } : {}),
  });
const answer = (system: string, code: string, display?: string) => ({ valueCodeableConcept: concept(system, code, display) });
const percent = (value: number) => ({ valueQuantity: { value, unit: '%' } });
const ERBB2 = geneStudied('HGNC:3430', 'ERBB2');

describe('markers by code, with and without their words', () => {
  it.each<[string, Resource, string, string]>([
    ['MII: HER2 stain 2+', result(concept(LOINC, '18474-7'), answer(LOINC, 'LA11842-4', '2+'), ERBB2), 'trastuzumab', 'biomarker-not-tested'],
    ['MII: ratio to CEP17, interpreted', result(concept(SNOMED, '1365744007', 'Ratio of erb-b2 receptor tyrosine kinase 2 to chromosome 17 centromere signals per cell'), { valueRatio: { numerator: { value: 1.2 }, denominator: { value: 1 } }, interpretation: [concept(SNOMED, '260385009', 'Negative')] }, ERBB2), 'trastuzumab', 'biomarker-negative'],
    ['MII: HER2-low in words', result(concept(LOINC, '48676-1', 'HER2 [Interpretation] in Tissue'), { valueCodeableConcept: { text: 'HER2-low (IHC 2+/ISH negative)' } }), 'trastuzumab deruxtecan', 'fits'],
    ['MII: HER2-low by code', result(concept(LOINC, '48676-1'), answer(SNOMED, '1381317004')), 'trastuzumab deruxtecan', 'fits'],
    ['ICHOM: HER2 positive by code', result(concept(LOINC, '48676-1'), answer(SNOMED, '427685000')), 'trastuzumab', 'fits'],
    ['ICHOM: HER2 negative by code', result(concept(LOINC, '48676-1'), answer(SNOMED, '431396003')), 'trastuzumab', 'biomarker-negative'],
    ['ICHOM: not done', result(concept(LOINC, '48676-1'), answer(SNOMED, '416237000', 'Procedure not done')), 'trastuzumab', 'biomarker-not-tested'],
    ['HER2 FISH by code', result(concept(LOINC, '32996-3'), answer(LOINC, 'LA6576-8')), 'trastuzumab', 'fits'],
  ])('%s', (_, found, drug, verdict) => {
    expect(board('Breast cancer', [found], drug).fit?.verdict).toBe(verdict);
  }); // prettier-ignore
  it.each<[string, Resource]>([
    ['MII: ER in percent by code', result(concept(LOINC, '14228-1'), percent(70))],
    ['ICHOM: ER by code', result(concept(SNOMED, '445028008'), answer(SNOMED, '416053008'))],
    ['a general stain with ESR1 as its gene', result(concept(LOINC, '55229-9', 'Immune stain study'), answer(LOINC, 'LA6576-8', 'Positive'), geneStudied('HGNC:3467', 'ESR1'))],
  ])('%s', (_, found) => {
    expect(board('Breast cancer', [found, ...lines([['HER2 IHC', '1+']])], 'ribociclib').fit?.verdict).toBe('fits');
  }); // prettier-ignore
  it('a stain under a general name is the marker of its gene, and of no other', () => {
    const stain = (gene: Resource) => result(concept(LOINC, '55229-9', 'Immune stain study'), percent(80), gene);
    const kinds = (gene: Resource) => board('Ovarian cancer', [stain(gene)]).report.oncology.biomarkers.map(({ kind }) => kind);
    expect(kinds(geneStudied('HGNC:3791', 'FOLR1'))).toEqual(['FOLR1']);
    expect(kinds(geneStudied('HGNC:11530', 'TACSTD2'))).toEqual([]);
  });
});

describe('a result that is on file and was not used is not "no result"', () => {
  const converted = (gene: string, name: string, url = 'DNASequenceVariantName') =>
    observation('fm', {
      code: concept(LOINC, '55233-1', 'Genetic analysis master panel'),
      valueCodeableConcept: concept('http://foundationmedicine.com', 'known', 'Foundation - Known'),
      // The converter writes one HGNC number for every gene.
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/observation-geneticsGene', valueCodeableConcept: concept('http://www.genenames.org', '1100', gene) },
        { url: `http://hl7.org/fhir/StructureDefinition/observation-genetics${url}`, valueCodeableConcept: concept(LOINC, '48004-6', name) },
      ],
    }); // prettier-ignore
  it.each([
    ['Lung adenocarcinoma', converted('EGFR', 'NM_005228:c.2573T>G'), 'osimertinib', 'EGFR'],
    ['Lung adenocarcinoma', converted('ALK', 'ALK Fusion'), 'alectinib', 'ALK'],
    ['Breast cancer', converted('ERBB2', 'Amplification: CN=44'), 'trastuzumab', 'HER2'],
    ['Gastric cancer', lines([['ERBB2 amplification', 'see page 2 (+++)']])[0] ?? {}, 'trastuzumab', 'HER2'],
  ])('%s, %#, %s', (tumour, found, drug, gene) => {
    const { fit, summaries } = board(tumour, [found], drug);
    expect(fit?.verdict).toBe('biomarker-open');
    expect(summaries).toEqual([`${gene} was examined, no result readable here: look at the report before ${drug}`]);
  });
});

describe('short forms of American reports', () => {
  it.each([
    ['Glioblastoma', 'EGFR', 'vIII', 'EGFRvIII'],
    ['Lung adenocarcinoma', 'EGFR', 'exon 19 deletion (E746_A750del)', 'EGFR p.Glu746_Ala750del'],
    ['Prostate cancer', 'BRCA2', 'Copy number loss', 'BRCA2 loss'],
  ])('%s, %s: %s', (tumour, gene, value, name) => {
    expect(board(tumour, lines([[gene, value]])).variants).toEqual([name]);
  });
  it('one copy lost is no loss of function', () => {
    expect(board('Ovarian cancer', lines([['BRCA2', 'Copy number loss']]), 'olaparib').fit?.verdict).not.toBe('fits');
  });
});

describe('fusions and losses in as many words as there are', () => {
  const LUNG = 'Lung adenocarcinoma';
  it.each([
    ['EML4-ALK fusion', 'fits'],
    ['ALK-EML4 fusion', 'fits'],
    ['inv(2)(p21p23) EML4-ALK', 'fits'],
    ['EML4-ALK variant 3a/b (E6;A20)', 'fits'],
    ['Fusion: EML4 exon 13 - ALK exon 20', 'fits'],
    ['ALK::EML4', 'biomarker-open'],
  ])('%s: %s', (value, verdict) => {
    expect(board(LUNG, lines([['Gene fusion', value]]), 'alectinib').fit?.verdict).toBe(verdict);
  });
  it('the kinase in front, by the notation that states an order, is a question to the laboratory and no negative', () => {
    expect(board(LUNG, lines([['Gene fusion', 'ALK::EML4']]), 'alectinib').summaries).toEqual([
      'ALK::EML4 fusion is written with ALK as the 5′ partner: ask the laboratory before alectinib',
    ]);
  });
  it.each([
    'Homozygous deletion',
    'Biallelic loss',
    'Deep deletion',
    'Copy number loss (homozygous)',
    'Homozygous deletion (biallelic loss)',
  ])('BRCA2 %s', (value) => {
    expect(board('Prostate cancer', lines([['BRCA2', value]]), 'olaparib').fit?.verdict).toBe('fits');
  });
  it.each(['Heterozygous deletion', 'Copy number loss'])('BRCA2 %s is no loss of both copies', (value) => {
    expect(board('Prostate cancer', lines([['BRCA2', value]]), 'olaparib').fit?.verdict).not.toBe('fits');
  });
});

it.each([
  [['Breast cancer', 'Colorectal adenocarcinoma'], [['KRAS', 'G12D']], 'cetuximab', 'contradicted'],
  [['Lung adenocarcinoma', 'Breast cancer'], [['EGFR', 'Not detected']], 'trastuzumab', 'biomarker-not-tested'],
  [['Breast cancer', 'Lung adenocarcinoma'], [['EGFR', 'Not detected']], 'osimertinib', 'biomarker-negative'],
] as const)('of two primaries %j the one that the labels of the drug speak of is meant (%#)', (tumours, results, drug, verdict) => {
  const chart = tumours.map((text, at) => condition(text, undefined, `t${at}`));
  expect(board(chart, lines(results), drug).fit?.verdict).toBe(verdict);
});

describe('further ways of naming the marker, the type and the tumour', () => {
  it.each([
    ['Kolonkarzinom', 'Mikrosatellitenstatus', 'MSI-H', 'pembrolizumab', 'fits'],
    ['AML', 'NPM1', 'Type A mutation', 'revumenib', 'fits'],
    ['AML', 'NPM1', 'Type A', 'ziftomenib', 'fits'],
    ['AML', 'NPM1', 'Negative for type A, B and D', 'revumenib', 'biomarker-not-tested'],
    ['Metastatic adenocarcinoma', 'Ki-67', '30%', 'osimertinib', 'biomarker-not-tested'],
  ])('%s, %s %s, %s: %s', (tumour, name, value, drug, verdict) => {
    expect(board(tumour, lines([[name, value]]), drug).fit?.verdict).toBe(verdict);
  });
});

describe('copies of ERBB2 beside a label that asks for the stain', () => {
  const copies = assessment(['48018-6', 'ERBB2'], ['48019-4', 'Amplification']);
  it.each([
    ['Biliary tract cancer', 'zanidatamab'],
    ['Urothelial carcinoma', 'trastuzumab deruxtecan'],
    // The use for a mutation is ruled out by the sequence; the one in any solid tumour asks for the stain.
    ['Non-small cell lung cancer', 'trastuzumab deruxtecan'],
  ])('%s, %s: what is on file is said, and what the label asks for', (tumour, drug) => {
    const { fit, cards } = board(tumour, [copies], drug);
    expect([fit?.verdict, fit?.tests, fit?.because.some((reason) => reason.startsWith('No result on file'))]).toEqual([
      'biomarker-not-tested',
      ['HER2'],
      false,
    ]);
    expect(cards[0]?.summary).toBe(`ERBB2 amplification found, but ${drug} asks for HER2 IHC 3+: test first`);
  });
  it('without a change of the gene the stain is still left to ask for', () => {
    const { fit } = board('Non-small cell lung cancer', lines([['ERBB2 mutation', 'Not detected']]), 'trastuzumab deruxtecan');
    expect([fit?.verdict, fit?.tests]).toEqual(['biomarker-not-tested', ['HER2']]);
  });
});
