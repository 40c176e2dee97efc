/**
 * A report about the genes of drugs that is there as a document only: said once for all new orders whose drug has a guideline, and not where a drug is
 * taken already, where no gene matters, or where the results stand on file one by one.
 */
import { infarction, line, ordered, situation, takes, type Situation } from './situation.ts';
import { words, type Resource } from '../../reading/resources.ts';

const subject = { reference: 'Patient/p1' };
const PDF = { presentedForm: [{ contentType: 'application/pdf', url: 'Binary/1' }] };
const report = (title: string, more: Resource = PDF): Resource => ({
  resourceType: 'DiagnosticReport',
  id: 'dr',
  status: 'final',
  code: words(title),
  subject,
  ...more,
});
const document = (title: string): Resource => ({
  resourceType: 'DocumentReference',
  id: 'doc',
  status: 'current',
  type: words(title),
  subject,
  content: [{ attachment: { contentType: 'application/pdf', url: 'Binary/1', title } }],
});
const told = (genes: string): Situation['cards'] => [['info', new RegExp(`pharmacogenomic report is on file as a document.*${genes}`)]];
const PANEL = report('Pharmacogenomics panel');
const CITALOPRAM = ['citalopram 20 mg tablet'];

const UNFETCHED = report('Pharmacogenomics panel', { result: [{ reference: 'Observation/elsewhere' }] });

export const DOCUMENTS_OF_DRUG_GENES: readonly Situation[] = [
  situation(
    'results that could not be fetched: before a test that is asked for',
    [UNFETCHED],
    ['abacavir 600 mg'],
    [['info', /HLA-B\*57:01 result not found; a genetic report lists results that could not be fetched: look there/]],
  ),
  situation('results that could not be fetched: told for other drugs', [UNFETCHED], CITALOPRAM, [
    ['info', /pharmacogenomic report is on file, its results could not be fetched: look there for CYP2C19 \(citalopram\)/],
  ]),
  situation(
    'results of a tumour test that could not be fetched say nothing of HLA',
    [report('FoundationOne CDx', { result: [{ reference: 'Observation/elsewhere' }] })],
    ['abacavir 600 mg'],
    [['info', /No HLA-B\*57:01 result on file: test/]],
  ),
  ...[
    'Pharmacogenomics panel',
    'Pharmacogenetic testing',
    'PGx report',
    'GeneSight Psychotropic',
    'Genomind Professional PGx',
    'OneOme RightMed test',
    'Drug metabolism genotyping panel',
  ].map((title) => situation(`document: ${title}`, [report(title)], CITALOPRAM, told('CYP2C19 \\(citalopram\\)'))),
  situation('document: a DocumentReference', [document('Pharmacogenomics panel')], CITALOPRAM, told('CYP2C19')),
  situation(
    'document: "see attached report" as the conclusion',
    [report('Pharmacogenomics panel', { conclusion: 'See attached report.' })],
    CITALOPRAM,
    told('CYP2C19'),
  ),
  situation(
    'document: "see scanned report" as the value',
    [line('Pharmacogenomics panel', 'See scanned report')],
    CITALOPRAM,
    told('CYP2C19'),
  ),
  situation(
    'document: one card for all orders',
    [PANEL],
    ['codeine 30 mg', 'citalopram 20 mg', 'ibuprofen 400 mg', 'gentamicin 240 mg IV'],
    told('look there'),
    { says: /codeine: CYP2D6.*gentamicin: MT-RNR1/s },
  ),
  situation(
    'document: beside a test that is asked for first',
    [PANEL],
    ['abacavir 600 mg', 'citalopram 20 mg'],
    [['info', /HLA-B\*57:01 result not found; a genetic report is attached/], ...told('CYP2C19 \\(citalopram\\)')],
  ),
  situation(
    'document: beside a result of one gene',
    [PANEL, line('CYP2D6 genotype', '*4/*4')],
    ['codeine 30 mg', 'citalopram 20 mg'],
    [['warning|critical', /CYP2D6 poor metabolizer/], ...told('CYP2C19 \\(citalopram\\)')],
  ),
  situation('document: taken already', [PANEL, takes('citalopram 20 mg')], CITALOPRAM, []),
  situation('document: no gene matters', [PANEL], ['amoxicillin 500 mg', 'metformin 500 mg'], []),
  situation('document: a drug whose label alone goes by the gene', [PANEL], ['thioridazine 50 mg'], told('CYP2D6 \\(thioridazine\\)')),
  situation('document: associations alone', [PANEL], ['carvedilol 12.5 mg'], []),
  situation('document: drops', [PANEL], [ordered('gentamicin 0.3 % eye drops')], []),
  situation('document: of a tumour', [infarction(), report('FoundationOne CDx')], CITALOPRAM, []),
  situation('document: consent', [document('Pharmacogenomic testing consent')], CITALOPRAM, []),
  situation('document: not final', [report('Pharmacogenomics panel', { ...PDF, status: 'preliminary' })], CITALOPRAM, []),
  situation(
    'document: its results stand on file one by one',
    [PANEL, line('CYP2D6 genotype', '*1/*1'), line('CYP2C19 genotype', '*1/*1'), line('CYP2C9 genotype', '*1/*1')],
    ['gentamicin 240 mg IV'],
    [],
  ),
];
