/** A value that names one change or allele, and a flag that says whether it was found. A whole genotype is what it says, whatever the flag. */
import { coded, infarction, line, ordered, situation, type Situation } from './situation.ts';

const FLAGS = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const NOT_FOUND: Readonly<Record<string, object>> = {
  'flag ND': coded(FLAGS, 'ND'),
  'flag NEG': coded(FLAGS, 'NEG'),
  '"Not detected"': { text: 'Not detected' },
  '"Negative"': { text: 'Negative' },
};
const FOUND: Readonly<Record<string, object>> = {
  'flag POS': coded(FLAGS, 'POS'),
  'flag A': coded(FLAGS, 'A'),
  '"Detected"': { text: 'Detected' },
};

const rows: readonly (readonly [test: string, value: string, order: string, found: RegExp, gene: string])[] = [
  ['DPYD', 'c.1905+1G>A', 'capecitabine', /DPYD result not exact: avoid capecitabine/, 'DPYD'],
  ['DPYD', '*2A', 'capecitabine', /DPYD/, 'DPYD'],
  ['HLA-B', 'HLA-B*57:01', 'abacavir', /HLA-B\*57:01 positive: do not start abacavir/, 'HLA-B'],
  ['HLA-B*15:02', 'HLA-B*15:02', 'carbamazepine', /HLA-B\*15:02 positive: do not start carbamazepine/, 'HLA-B'],
];

export const FLAG_BESIDE_THE_VALUE: readonly Situation[] = [
  ...rows.flatMap(([test, value, order, found, gene]) => [
    ...Object.entries(NOT_FOUND).map(([name, flag]) =>
      situation(
        `${test} = ${value} with ${name}: neither found nor absent`,
        [line(test, value, { interpretation: [flag] })],
        [ordered(order)],
        [['info', new RegExp(`${gene} result could not be interpreted: ${order} is not checked`)]],
      ),
    ),
    ...Object.entries(FOUND).map(([name, flag]) =>
      situation(
        `${test} = ${value} with ${name}`,
        [line(test, value, { interpretation: [flag] })],
        [ordered(order)],
        [['critical|warning', found]],
      ),
    ),
  ]),
  situation(
    'a whole genotype with flag NEG',
    [line('CYP2C19 genotype', '*2/*2', { interpretation: [coded(FLAGS, 'NEG')] }), infarction()],
    [ordered('clopidogrel 75 mg')],
    [['warning', /CYP2C19 poor metabolizer/]],
  ),
  situation(
    'the usual alleles with flag NEG',
    [line('DPYD genotype', '*1/*1', { interpretation: [coded(FLAGS, 'NEG')] })],
    [ordered('capecitabine')],
    [],
  ),
];
