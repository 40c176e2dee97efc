import { describe, expect, it } from 'vitest';
import { readKaryotype } from './translocations.ts';

const pairs = (text: string) => readKaryotype(text).fusions.map((pair) => pair.join('::'));

describe('fusions of a karyotype', () => {
  it.each([
    ['46,XY,t(9;22)(q34;q11.2)[20]', ['BCR::ABL1']],
    ['46,XX,der(22)t(9;22)(q34.1;q11.2)', ['BCR::ABL1']],
    // Without its bands it is the shorthand for the Philadelphia chromosome, as diagnoses are read too.
    ['t(9;22)', ['BCR::ABL1']],
    ['inv(2)(p21p23)', ['EML4::ALK']],
    ['t(12;15)(p13;q25)', ['ETV6::NTRK3']],
    ['t(12;15)(p13.2;q25.3)', ['ETV6::NTRK3']],
    ['46,XY,inv(16)(p13.1q22)', ['CBFB::MYH11']],
    ['t(11;22)(q24;q12)', ['EWSR1::FLI1']],
    ['t(9;11)(p22;q23)', ['KMT2A::MLLT3']],
    ['t(11;19)(q23;p13.3)', ['KMT2A::MLLT1']],
    ['46,XX,t(15;17)(q24;q21),+8', ['PML::RARA']],
    ['46,XY,t(8;21)(q22;q22),t(9;22)(q34;q11)', ['RUNX1::RUNX1T1', 'BCR::ABL1']],
    ['Philadelphia chromosome', ['BCR::ABL1']],
  ])('%s', (text, expected) => expect(pairs(text)).toEqual(expected));

  it.each([
    ['another break on the same chromosomes', 't(9;22)(q22;q12)', 'EWSR1::NR4A3'],
    ['the Wilms tumour gene, not FLI1', 't(11;22)(p13;q12)', 'EWSR1::WT1'],
  ])('%s', (_name, text, expected) => expect(pairs(text)).toEqual([expected]));

  it.each(['t(3;7)(p12;q11)', 't(11;22)', 't(11;19)(q23;p13)', 't(12;22)(q13;q12)', 'inv(2)(p12q14)', 't(2;5)(p23;q31)'])(
    '%s names no genes, and says so',
    (text) => expect(readKaryotype(text)).toEqual({ fusions: [], undecided: [text] }),
  );
  it.each(['46,XX', '46,XY,del(5)(q13q33)', 'trisomy 8', 'T(1) weighted image'])('%s is no translocation', (text) =>
    expect(readKaryotype(text)).toEqual({ fusions: [], undecided: [] }),
  );
});
