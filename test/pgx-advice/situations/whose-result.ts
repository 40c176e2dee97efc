/** Results of another person in the record, and typings of several loci in one text. */
import { line, problem, result, situation, type Situation } from './situation.ts';
import { words } from '../../reading/resources.ts';

const typing = (value: string) => line('HLA typing', value);
const NOT_USED = /not used because it is about another person/;

const LINES = 'GENE: CYP2C19\nGENOTYPE: *2/*2\nPHENOTYPE: Poor Metabolizer';

export const WHOSE_RESULT: readonly Situation[] = [
  situation('the mother’s genotype', [line('Family history: mother CYP2D6', '*4/*4')], ['codeine 30 mg'], [], { warns: NOT_USED }),
  situation(
    'the liver donor’s genotype does not stand in for the patient’s',
    [line('Donor CYP3A5 genotype', '*1/*1'), problem('Liver transplant status')],
    ['tacrolimus 3 mg capsule'],
    [],
    { warns: NOT_USED },
  ),
  situation(
    'a result whose focus is a relative',
    [result(words('CYP2D6 genotype'), { valueString: '*4/*4', focus: [{ reference: 'RelatedPerson/child' }] })],
    ['codeine 30 mg'],
    [],
    { warns: /not used because it is about/ },
  ),
  situation(
    'a result whose focus is the patient',
    [result(words('CYP2D6 genotype'), { valueString: '*4/*4', focus: [{ reference: 'Patient/p1' }] })],
    ['codeine 30 mg'],
    [['warning', /avoid codeine/]],
  ),
  situation(
    'a donor’s HLA type',
    [line('HLA-B donor typing', '*57:01')],
    ['abacavir 300 mg'],
    [['info', /No HLA-B\*57:01 result on file/]],
    { never: /do not start/ },
  ),
  ...[
    'HLA-A*02:01:01+HLA-A*31:01:02^HLA-B*07:02+HLA-B*44:02',
    'A*02:01,31:01; B*07:02,44:02',
    'A*02:01 A*31:01 B*07:02 B*44:02',
    'HLA-A*02:01, HLA-A*31:01, HLA-B*07:02, HLA-B*44:02, HLA-C*07:02',
  ].map((value) =>
    situation(`HLA-A*31:01 in ${value}`, [typing(value)], ['carbamazepine 200 mg'], [['critical', /HLA-A\*31:01 positive: do not start/]]),
  ),
  situation(
    'neither allele in a typing of two loci',
    [typing('HLA-A*02:01+HLA-A*03:01^HLA-B*07:02+HLA-B*44:02')],
    ['carbamazepine 200 mg'],
    [],
  ),
  situation(
    'a typing that leaves the allele open is not negative',
    [typing('hla#2023#HLA-A*02:01+HLA-A*03:01^HLA-B*07:02+HLA-B*15:02/HLA-B*15:25')],
    ['carbamazepine 200 mg'],
    [['info', /15:02|HLA-B/]],
  ),
  ...[
    'Negative for HLA-B*15:02 and HLA-A*31:01',
    'HLA-B*15:02 and HLA-A*31:01: not detected',
    'HLA-B*15:02 negative, HLA-A*31:01 negative',
    'No HLA-B*15:02 or HLA-A*31:01 detected',
  ].map((value) => situation(`what is said of both loci holds for both: ${value}`, [typing(value)], ['carbamazepine 200 mg'], [])),
  situation(
    'one found, one not',
    [typing('HLA-B*15:02 negative, HLA-A*31:01 positive')],
    ['carbamazepine 200 mg'],
    [['critical', /HLA-A\*31:01 positive: do not start/]],
  ),
  ...['A*02:01,31:01', '*02:01, 31:01', '02:01, 31:01', 'A*02:01/31:01', 'A*02:01 31:01', 'A*02:01 and 31:01', 'HLA-A*02:01,*31:01'].map(
    (value) =>
      situation(
        `the second allele without its locus: ${value}`,
        [line('HLA-A', value)],
        ['carbamazepine 200 mg'],
        [['critical', /HLA-A\*31:01 positive: do not start/]],
      ),
  ),
  situation(
    'a negation over two genes is read for none of them',
    [line('PGx genotype', 'Negative for CYP2C19 *2 and CYP2D6 *4')],
    ['codeine 30 mg'],
    [['info', /CYP2D6 result could not be interpreted/]],
  ),
  // The label of succinylcholine forbids it in a "personal or familial history" of malignant hyperthermia.
  ...(
    [
      ['Family history of malignant hyperthermia', 'succinylcholine 100 mg', [['critical', /Do not give succinylcholine: a relative/]]],
      ['Family history of malignant hyperthermia', 'sevoflurane', [['info', /sevoflurane: malignant hyperthermia in the family/]]],
      ['No family history of malignant hyperthermia', 'succinylcholine 100 mg', []],
      ['Family history negative for malignant hyperthermia', 'succinylcholine 100 mg', []],
    ] as const
  ).map(([text, drug, cards]) => situation(`${text}: ${drug}`, [problem(text)], [drug], cards)),
  situation(
    'malignant hyperthermia of the father',
    [
      {
        resourceType: 'FamilyMemberHistory',
        id: 'father',
        status: 'completed',
        patient: { reference: 'Patient/p1' },
        relationship: { text: 'father' },
        condition: [{ code: { text: 'Malignant hyperthermia' } }],
      },
    ],
    ['succinylcholine 100 mg'],
    [['critical', /Do not give succinylcholine: a relative/]],
  ),
  situation(
    'malignant hyperthermia in the family, RYR1 without a variant',
    [problem('Family history of malignant hyperthermia'), line('RYR1', 'Reference/Reference')],
    ['sevoflurane'],
    [['info', /sevoflurane/]],
  ),
  // A value of several lines: one of them says whose result it is, or that it does not hold.
  ...['NOTE: Results of the mother.', 'SUBJECT: mother', 'SPECIMEN: donor'].map((beside) =>
    situation(`in lines, ${beside}`, [line('PGx result', `${LINES}\n${beside}`)], ['clopidogrel 75 mg'], [], { warns: /another person/ }),
  ),
  ...['COMMENT: This result was cancelled.', 'NOT DETECTED', 'Result: negative'].map((beside) =>
    situation(`in lines, ${beside}`, [line('PGx result', `${LINES}\n${beside}`)], ['clopidogrel 75 mg'], [['info', /CYP2C19/]]),
  ),
  ...['SPECIMEN: whole blood', 'COMMENT: Family members may also carry this variant.', 'INTERPRETATION: See report.'].map((beside) =>
    situation(
      `in lines, ${beside}`,
      [line('PGx result', `${LINES}\n${beside}`)],
      ['clopidogrel 75 mg'],
      [['warning', /CYP2C19 poor metabolizer/]],
    ),
  ),
];
