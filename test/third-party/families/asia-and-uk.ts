/** Taiwan's NGS report and prior authorisation, England's genomic laboratory hubs. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import {
  ABSENT, change, coded, COLON, diagnosticReport, gene, geneConcept, GERMLINE, has, HGVS, hgvs, interpreted, loinc, LUNG, OVARY, PRESENT, reported, result,
  snomed, tumour, variantOf, words, type Code, type Gene, type Resource,
} from '../shapes.ts'; // prettier-ignore

type Orders = Readonly<Record<string, Outcome>>;
/** One Observation that holds the genes of the panel and all changes, each by its transcript. */
const panel = (genes: readonly Gene[], changes: readonly string[], more: Resource = interpreted('POS', 'Positive')): Resource =>
  variantOf([...genes.map(gene), ...changes.map((name) => has('48004-6', coded(HGVS, name)))], {
    method: loinc('LA26398-0', 'Sequencing'),
    ...more,
  });
const L858R = 'NM_005228.5:c.2573T>G';
const T790M = 'NM_005228.5:c.2369C>T';
const R175H = 'NM_000546.6:c.524G>A';
type Row = readonly [name: string, tumour: Code, observation: Resource, orders: Orders, more?: Partial<ThirdPartyCase>];
const TAIWAN_ICD = 'https://twcore.mohw.gov.tw/ig/twcore/CodeSystem/icd-10-cm-2023-tw';
const NGS: readonly Row[] = [
  ['EGFR L858R listed with BRCA1: BRCA1 is not mutated', LUNG, panel(['EGFR', 'BRCA1'], ['NM_005228.4:c.2573T>G']), { osimertinib: 'fits' }, { finds: ['!BRCA1 variant present', '!BRCA1 c.'] }],
  ['EGFR L858R and TP53 among six genes', LUNG, panel(['TP53', 'KRAS', 'ALK', 'BRAF', 'MET', 'EGFR'], [L858R, R175H]), { osimertinib: 'fits', sotorasib: 'open/absent', alectinib: 'open/absent' }, { finds: ['TP53 p.Arg175His present'] }],
  ['EGFR in the list, a change of TP53 alone: EGFR is not mutated', LUNG, panel(['EGFR', 'TP53'], [R175H]), { osimertinib: 'open/absent: !mutated' }],
  ['KRAS and NRAS in the list, a change of TP53 alone', COLON, panel(['KRAS', 'NRAS', 'TP53'], [R175H]), { cetuximab: 'open/fits: !not expected' }],
  ['KRAS G12C listed second', LUNG, panel(['TP53', 'KRAS'], ['NM_004985.5:c.34G>T']), { sotorasib: 'fits' }],
  ['KRAS G12D by the other transcript', COLON, panel(['TP53', 'KRAS'], ['NM_033360.4:c.35G>A']), { cetuximab: 'against: KRAS G12D' }],
  ['genes without a change, Present: whose is open', LUNG, panel(['EGFR', 'KRAS', 'TP53'], []), { osimertinib: 'open' }],
  ['genes without a change, Absent: all not found', LUNG, panel(['EGFR', 'KRAS', 'TP53'], [], { valueCodeableConcept: ABSENT, ...interpreted('NEG') }), { osimertinib: 'absent' }],
  ['MET exon 14 splice among three genes', LUNG, panel(['EGFR', 'MET', 'TP53'], ['NM_000245.4:c.3028+1G>T']), { capmatinib: 'fits' }],
  ['EGFR L858R and T790M beside TP53 without a change', LUNG, panel(['EGFR', 'TP53'], [L858R, T790M]), { osimertinib: 'fits', erlotinib: 'against: T790M' }],
  ['one gene named, a change of another too', LUNG, panel(['EGFR'], [L858R, R175H]), { osimertinib: 'fits' }],
  ['a change of BCORL1: EGFR of the list is not mutated', LUNG, panel(['BCORL1', 'EGFR'], ['NM_021946.4:c.4171G>A']), { osimertinib: 'open/absent: !mutated' }],
  ['a change without a transcript, two genes: whose is open', LUNG, panel(['EGFR', 'KRAS'], ['c.2573T>G']), { osimertinib: 'open' }],
  ['the same, TP53 listed first: EGFR is not lost', LUNG, panel(['TP53', 'EGFR'], ['c.2573T>G']), { osimertinib: 'open: EGFR' }, { finds: ['!TP53 c.2573T>G present'] }],
  ['c.34G>T of KRAS or EGFR: no KRAS G12C', LUNG, panel(['KRAS', 'EGFR'], ['c.34G>T']), { sotorasib: 'open' }],
  ['BRCA2 c.5645C>A without a protein name or a class, beside BRCA1', coded(TAIWAN_ICD, 'C56.9', '卵巢惡性腫瘤'), panel(['BRCA1', 'BRCA2'], ['NM_000059.4:c.5645C>A']), { olaparib: 'open: c.5645C' }, { finds: ['!BRCA1 p.'] }],
  ['lung by its Taiwan ICD-10-CM code with Chinese words', coded(TAIWAN_ICD, 'C34.91', '右側支氣管或肺惡性腫瘤'), panel(['EGFR'], [L858R]), { osimertinib: 'fits' }, { tumour: 'LUNG/NSCLC' }],
]; // prettier-ignore
export const taiwanNgs: Family = {
  source: 'TWNHIFHIR/ngs input/fsh/examples/Observation-obs-*-min.fsh',
  cases: NGS.map(([name, at, observation, orders, more]) => ({ name, chart: [tumour(at), observation], orders, ...more })),
};

/** Present or absent in the value; the LOINC of the gene's test as the component's code. */
const authorised = (test: string, value = PRESENT, more: Resource = {}): Resource =>
  result('69548-6', value, { component: [{ ...has(test, loinc('LA6692-3')), interpretation: [loinc('LA6692-3')] }], ...more });
export const taiwanAuthorisation: Family = {
  source: 'TWNHIFHIR/pas input/fsh/examples/Observation-obs-diagnostic-min.fsh, Observation-obs-cancer-min.fsh',
  cases: [
    { name: 'KRAS Present by the code of its test', chart: [tumour(COLON), authorised('21702-6')], orders: { cetuximab: 'open/against: !No KRAS' } },
    { name: 'EGFR exon 19 deletion Present by the code of its test', chart: [tumour(LUNG), authorised('55764-5')], orders: { osimertinib: 'fits/open: !No EGFR' } },
    { name: 'EGFR Present, the change not named', chart: [tumour(LUNG), authorised('21665-5')], orders: { osimertinib: 'open: !No EGFR' } },
    { name: 'BRCA1 Present by the code of its test', chart: [tumour(OVARY), authorised('21636-6')], orders: { olaparib: 'open/fits: !No BRCA1' } },
    { name: 'BRCA1 Absent beside the interpretation POS: neither', chart: [tumour(OVARY), authorised('21636-6', ABSENT, interpreted('POS'))], orders: { olaparib: 'open' } },
    { name: 'TNM "pT4aN2bM1a" under the stage grouping', chart: [tumour(LUNG), result(snomed('399390009'), 'pT4aN2bM1a')], stage: 'M1a' },
    { name: 'FIGO stage I by the NCI Thesaurus', chart: [tumour(OVARY), result(snomed('385361009'), coded('https://twcore.mohw.gov.tw/ig/pas/CodeSystem/nci-thesaurus', 'C96244', 'FIGO Stage I'))], stage: 'I' },
  ],
}; // prettier-ignore

const DIRECTORY =
  'M4.14 - Non-Small Cell Lung Cancer, Multi-target ctDNA: small variant (EGFR, ALK, BRAF, KRAS, MET exon 14 skipping) and structural variant (ROS1, RET, ALK, NTRK1)';
const CTDNA = {
  coding: [
    { system: 'https://fhir.nhs.uk/CodeSystem/England-GenomicTestDirectory', code: 'M4.14', display: DIRECTORY },
    { system: 'http://loinc.org', code: '51969-4' },
  ],
};
const outcome = (code: string, display: string) => ({
  conclusionCode: [coded('https://fhir.nwgenomics.nhs.uk/CodeSystem/GenomicTestOutcomeCode', code, display)],
});
const DIRECTORY_GENE = (symbol: Gene): Resource => has('48018-6', geneConcept(symbol, 'http://www.genenames.org'));
const plain = (name: string): Resource => has(/c\./.test(name) ? '48004-6' : '48005-3', coded(HGVS, name));
const CEPHEID = 'https://fhir.nwgenomics.nhs.uk/CodeSystem/Cepheid';
const transcript = (answer: string, ratio?: Resource): Resource =>
  result({ coding: [{ system: CEPHEID, code: 'BCR' }, { system: 'http://loinc.org', code: '69380-4', display: 't(9;22)(q34.1;q11)(ABL1,BCR) fusion transcript/control transcript (International Scale)' }] }, null, {
    component: [has(coded(CEPHEID, 'BCR-ABL&'), answer), has(coded(CEPHEID, 'ABL'), 'PASS')],
    ...ratio,
  }); // prettier-ignore
const CML = 'Chronic myeloid leukaemia';
const germline = (...components: readonly Resource[]): Resource =>
  variantOf([DIRECTORY_GENE('BRCA1'), has('48002-0', GERMLINE), ...components, has('53037-8', words('Pathogenic'))]);
const NOT_ON_FILE = '!No EGFR result on file: test';

export const england: Family = {
  source: 'nw-gmsa/Testing Input/FHIR/R01, nw-gmsa.github.com input/fsh/Examples',
  cases: [
    { name: 'EGFR L858R in the blood panel', chart: [tumour(LUNG), ...reported(CTDNA, [variantOf([DIRECTORY_GENE('EGFR'), plain('NM_005228.3(EGFR):c.2573T>G'), plain('p.(Leu858Arg)'), has('81258-6', { value: 0.33, unit: 'decimal' })])])], orders: { osimertinib: 'fits' } },
    { name: 'EGFR Absent where only the report’s code says blood', chart: [tumour(LUNG), ...reported(CTDNA, [result('69548-6', ABSENT, { component: [DIRECTORY_GENE('EGFR')] })])], orders: { osimertinib: 'open: blood & !tested, not found' } },
    { name: 'a test that failed', chart: [tumour(LUNG), diagnosticReport(CTDNA, outcome('971', 'FAILURE'))], orders: { osimertinib: `open: ${NOT_ON_FILE} & !tested, not found` } },
    { name: 'a target detected, the report alone', chart: [tumour(LUNG), diagnosticReport(CTDNA, outcome('431', 'TARGET DETECTED AT A LEVEL REQUIRING CLINICAL ACTION'))], orders: { osimertinib: `open: ${NOT_ON_FILE}` } },
    { name: 'no actionable variants, in the conclusion', chart: [tumour(LUNG), diagnosticReport(CTDNA, { conclusion: 'No actionable variants were detected in this ctDNA sample.' })], orders: { osimertinib: `open: ${NOT_ON_FILE} & !tested, not found` } },
    { name: 'no clinically significant variants, as an Observation of the panel', chart: [tumour(LUNG), result(CTDNA, 'No clinically significant variants detected')], orders: { osimertinib: `open/absent: ${NOT_ON_FILE}` }, open: 'a panel’s own Observation without a gene is not told' },
    { name: 'digital PCR of T790M Absent: the rest of EGFR was not looked at', chart: [tumour(LUNG), ...reported(CTDNA, [result('53041-0', null, { component: [DIRECTORY_GENE('EGFR')] }), result('69548-6', ABSENT, { component: [DIRECTORY_GENE('EGFR'), plain('p.(Thr790Met)')], method: words('Digital PCR') })])], orders: { osimertinib: 'open: !tested, not found' } },
    { name: 'BCR-ABL POS in a component, ABL the control', chart: [tumour(CML), transcript('POS')], orders: { imatinib: 'fits', dasatinib: 'fits' }, finds: ['!ABL1 variant present'] },
    { name: 'BCR-ABL NEG: a leukaemia in remission is treated on', chart: [tumour(CML), transcript('NEG')], orders: { imatinib: 'fits/silent' } },
    { name: 'BCR-ABL ratio 12 %', chart: [tumour(CML), transcript('POS', { valueQuantity: { value: 12, unit: '%' } })], orders: { imatinib: 'fits' }, finds: ['BCR::ABL1 fusion present'] },
    { name: 'BRCA1 c.68_69del in the germline', chart: [tumour(OVARY), germline(plain('NM_007294.3(BRCA1):c.68_69del'), plain('p.(Glu23ValfsTer17)'))], orders: { olaparib: 'fits' }, finds: ['BRCA1 p.Glu23fs present germline pathogenic'] },
    { name: 'BRCA1 exon 13 to 15 deleted', chart: [tumour(OVARY), germline(plain('NM_007294.3(BRCA1):exon13_to_exon15del'), has('69551-0', '<DEL>'), has('82155-3', 1), has('81290-9', hgvs('g.48797222_48802366del')))], orders: { olaparib: 'fits' }, opening: ['BRCA1 exon 13 to 15 deletion', '!g.48797222'] },
    { name: 'a deletion without a gene: nothing is concluded', chart: [tumour(LUNG), variantOf([has('48002-0', GERMLINE), has('69551-0', '<DEL>'), has('81290-9', hgvs('g.100652797_153792676del'))])], orders: { osimertinib: 'untested/open' } },
    { name: 'a pathogenic missense of EGFR by its protein name alone', chart: [tumour(LUNG), variantOf([DIRECTORY_GENE('EGFR'), change('p.(Leu861Gln)')])], orders: { afatinib: 'fits' } },
  ],
}; // prettier-ignore
