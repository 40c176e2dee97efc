/** Reports that give their results in words, as a score alone, under names of the laboratory's own, or as a document. */
import { component, gene, loinc, words } from '../../reading/resources.ts';
import { infarction, line, result, situation, type Situation } from './situation.ts';

let counter = 0;
const report = (more: Readonly<Record<string, unknown>>) => ({
  resourceType: 'DiagnosticReport',
  id: `words${String((counter += 1))}`,
  status: 'final',
  code: words('Pharmacogenetic report'),
  subject: { reference: 'Patient/p1' },
  issued: '2026-02-02T00:00:00Z',
  ...more,
});
const attached = (contentType: string, content: string) => ({
  presentedForm: [{ contentType, data: Buffer.from(content).toString('base64') }],
});
const TBD = 'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs';
const implication = (name: string, value: object) =>
  result(
    { coding: [{ system: TBD, code: 'therapeutic-implication' }] },
    {
      component: [
        gene('HGNC:2621', 'CYP2C19'),
        component({ coding: [{ system: 'urn:lab', code: name }] }, { valueCodeableConcept: value }),
      ],
    },
  );

export const REPORTS_IN_WORDS: readonly Situation[] = [
  situation(
    'two genes in one sentence, each with its own statement',
    [report({ conclusion: 'The patient is a CYP2C19 poor metabolizer (*2/*3) and a CYP2D6 normal metabolizer (*1/*41).' }), infarction()],
    ['clopidogrel 75 mg tablet', 'codeine 30 mg'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'grade before gene, twice',
    [report({ conclusion: 'Poor metabolizer for CYP2D6 and normal metabolizer for CYP2C19.' })],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation(
    'two genes, two pairs, in the order of a list: nothing is attributed',
    [report({ conclusion: 'CYP2D6 and CYP2C19 genotypes *4/*4 and *1/*1, respectively.' })],
    ['codeine 30 mg'],
    [['info', /CYP2D6 result could not be interpreted/]],
  ),
  situation(
    'the same without the word that says so',
    [report({ conclusion: 'CYP2D6 and CYP2C19: *1/*1 and *2/*2.' }), infarction()],
    ['clopidogrel 75 mg tablet'],
    [['info', /CYP2C19 result could not be interpreted/]],
  ),
  situation(
    'a negation over both',
    [report({ conclusion: 'Neither CYP2D6 nor CYP2C19 poor metabolizer genotypes were found.' })],
    ['codeine 30 mg'],
    [['info', /CYP2D6 result could not be interpreted/]],
  ),
  situation(
    'a report whose text is attached',
    [report(attached('text/plain; charset=utf-8', 'CYP2D6: *4/*4, Poor metabolizer'))],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation(
    'a report that is a PDF: looked at before a test is ordered',
    [report(attached('application/pdf', 'DPYD'))],
    ['capecitabine 500 mg tablet'],
    [['info', /DPYD result not found; a genetic report is attached as a document: look there before the first dose/]],
    { warns: /only attached as a document/ },
  ),
  situation('the score alone, abbreviated', [line('CYP2D6', 'AS 0')], ['codeine 30 mg'], [['warning', /avoid codeine/]]),
  situation(
    'the score alone, both names of it',
    [line('DPYD', 'Gene activity score (GAS): 1.5')],
    ['fluorouracil 400 mg/m2 IV bolus'],
    [['warning', /DPYD intermediate metabolizer: lower fluorouracil/]],
  ),
  situation('no score but a date', [line('CYP2D6', 'AS 2024-01-03')], ['codeine 30 mg'], [['info', /could not be interpreted/]]),
  situation(
    'an implication that holds the grade under a code of the laboratory',
    [implication('phenotype', loinc('LA9657-3', 'Poor metabolizer')), infarction()],
    ['clopidogrel 75 mg tablet'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'an implication that holds advice about a grade, not the grade',
    [implication('note', words('Poor metabolizers should not be given clopidogrel')), infarction()],
    ['clopidogrel 75 mg tablet'],
    [['info', /CYP2C19/]],
    { never: /avoid clopidogrel/ },
  ),
  situation(
    'Norwegian',
    [line('CYP2D6 fenotype', 'Langsom metabolisør')],
    ['kodein 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation(
    'Norwegian, the other end',
    [line('CYP2D6 fenotype', 'Ultrarask metabolisør')],
    ['kodein 30 mg'],
    [['critical', /CYP2D6 ultrarapid metabolizer: avoid codeine/]],
  ),
  situation(
    'words nobody has listed are said to be unread',
    [line('CYP2D6 phenotype', 'Wolny metabolizer')],
    ['codeine 30 mg'],
    [['info', /CYP2D6 result could not be interpreted/]],
  ),
];
