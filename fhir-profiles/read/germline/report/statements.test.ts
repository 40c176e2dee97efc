import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words } from '../../../../test/reading/resources.ts';
import { germlineLine as line } from '../../../../test/reading/summary.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

const concluded = (conclusion: string, more: Readonly<Record<string, unknown>> = {}) => ({
  resourceType: 'DiagnosticReport',
  id: 'r',
  status: 'final',
  code: words('Pharmacogenetic report'),
  subject: { reference: 'Patient/p1' },
  issued: '2026-02-02T00:00:00Z',
  conclusion,
  ...more,
});
const lines = (conclusion: string) =>
  read(bundle(patient, concluded(conclusion)))
    .facts.germline.map(line)
    .sort();

describe('a sentence of a report that is a result and nothing else', () => {
  it.each<[string, readonly string[]]>([
    ['VKORC1 -1639 AA', ['VKORC1 rs9923231 A/A']],
    ['VKORC1 AA', ['VKORC1 no rs A/A']],
    ['VKORC1 -1639 GA (High sensitivity).', ['VKORC1 rs9923231 G/A']],
    ['CYP2C9 *1/*3, VKORC1 A/A', ['CYP2C9 *1/*3', 'VKORC1 no rs A/A']],
    ['CYP2C9 *1/*3 and VKORC1 -1639G>A GA', ['CYP2C9 *1/*3', 'VKORC1 rs9923231 G/A']],
    ['DPYD *1/*2A (Intermediate Metabolizer)', ['DPYD *1/*2A', 'DPYD Intermediate Metabolizer']],
    ['DPYD *1/*1 (Normal)', ['DPYD *1/*1']],
    ['DPYD c.1905+1G>A heterozygous', ['DPYD c.1905+1G>A present heterozygous']],
    ['DPYD wild type', ['DPYD Reference/Reference']],
    ['CYP2D6: *4/*4 PM; CYP2C19: *1/*17 RM; DPYD: NM', ['CYP2C19 *1/*17', 'CYP2D6 *4/*4', 'DPYD Normal Metabolizer']],
    ['G6PD deficient', ['G6PD Deficient']],
    ['MT-RNR1 m.1555A>G detected', ['MT-RNR1 m.1555A>G present unknown']],
    ['CYP2C19 poor metabolizer but CYP2D6 normal metabolizer', ['CYP2C19 Poor Metabolizer', 'CYP2D6 Normal Metabolizer']],
    [
      'HLA-B*57:01 negative, HLA-B*58:01 positive, HLA-A*31:01 negative',
      ['HLA-A *31:01 absent', 'HLA-B *57:01 absent', 'HLA-B *58:01 present'],
    ],
    ['HLA typing: A*02:01, A*31:01; B*07:02, B*57:01', ['HLA-A *02:01/*31:01', 'HLA-B *07:02/*57:01']],
    ['HLA typing: HLA-A*02:01, HLA-A*24:02; HLA-B*07:02, HLA-B*57:01', ['HLA-A *02:01/*24:02', 'HLA-B *07:02/*57:01']],
  ])('%s', (conclusion, expected) => {
    expect(lines(conclusion)).toEqual(expected);
  });

  it.each([
    ['DPYD c.1905+1G>A', 'DPYD'],
    ['DPYD *2A', 'DPYD'],
    ['DPYD *1/*2A excluded', 'DPYD'],
    ['DPYD *1/*2A?', 'DPYD'],
    ['DPYD c.1905+1G>A not detected', 'DPYD'],
    ['DPYD not normal', 'DPYD'],
    ['Alleles tested: DPYD *2A, *13', 'DPYD'],
    ['G6PD deficiency unlikely', 'G6PD'],
    ['MT-RNR1 m.1555A>G', 'MT-RNR1'],
    ['RYR1 no c.7300G>A', 'RYR1'],
    ['Alleles tested: HLA-B*57:01, HLA-B*58:01', 'HLA-B'],
    ['HLA typing for B*15:02, B*57:01', 'HLA-B'],
    ['HLA typing (alleles B*15:02, B*57:01 covered)', 'HLA-B'],
  ])('%s is on file and unread', (conclusion, gene) => {
    expect(lines(conclusion)).toEqual([`${gene} no call`]);
  });

  it.each([
    'Poor metabolizers of CYP2C19 respond less to clopidogrel',
    'Mother DPYD *1/*2A',
    'Sister DPYD *1/*2A',
    'Schwester: DPYD *1/*2A',
    'If CYP2C19 *2/*2, choose another drug',
  ])('%s: nothing of the patient', (conclusion) => {
    expect(lines(conclusion)).toEqual([]);
  });
});

describe('a conclusion beside results of its own report', () => {
  const both = (test: string, value: string, conclusion: string) => {
    const report = concluded(conclusion, { result: [{ reference: 'Observation/o' }] });
    return read(bundle(patient, observation('o', words(test), { valueString: value }), report))
      .facts.germline.map((result) => `${line(result)}${result.derivedFrom.includes('Observation/o') ? ' <- o' : ''}`)
      .sort();
  };
  it.each<[string, string, string, readonly string[]]>([
    ['CYP2C19 genotype', '*1/*1', 'CYP2C19 poor metabolizer.', ['CYP2C19 *1/*1', 'CYP2C19 Poor Metabolizer <- o']],
    ['HLA-B*57:01', 'Positive', 'HLA-B*57:01 negative', ['HLA-B *57:01 absent <- o', 'HLA-B *57:01 present']],
    ['CYP2C19 genotype', '*1/*1', 'Poor metabolizers of CYP2C19 respond less.', ['CYP2C19 *1/*1']],
    [
      'CYP2D6 genotype',
      '*1/*1',
      'CYP2D6 normal metabolizer; with paroxetine he may behave as a poor metabolizer.',
      ['CYP2D6 *1/*1', 'CYP2D6 Normal Metabolizer <- o'],
    ],
  ])('%s %s: %s', (test, value, conclusion, expected) => {
    expect(both(test, value, conclusion)).toEqual(expected);
  });
});
