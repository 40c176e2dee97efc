/** Phenotypes that the laboratory leaves open between two grades, and results that disagree about nothing that this order asks. */
import { infarction, line, situation, takes, type Situation } from './situation.ts';

const stated = (
  gene: string,
  grade: string,
  drug: string,
  cards: Situation['cards'],
  more: Parameters<typeof situation>[4] = {},
): Situation => situation(`${gene} ${grade}: ${drug}`, [line(`${gene} phenotype`, grade)], [drug], cards, more);

export const OPEN_GRADES: readonly Situation[] = [
  stated('CYP2D6', 'Intermediate to Normal Metabolizer', 'codeine 30 mg', [], { genes: { CYP2D6: 'Indeterminate' } }),
  stated('CYP2D6', 'Intermediate to normal metaboliser', 'tramadol 50 mg', []),
  stated('CYP2D6', 'Normal to Ultrarapid Metabolizer', 'codeine 30 mg', [['warning', /CYP2D6 result not exact: avoid codeine/]]),
  stated('CYP2D6', 'Poor to intermediate metabolizer', 'codeine 30 mg', [['warning', /CYP2D6 result not exact: avoid codeine/]]),
  stated('CYP2D6', 'Poor to intermediate metabolizer', 'tamoxifen 20 mg', [['warning', /a drug other than tamoxifen/]]),
  stated('CYP2D6', 'Intermediate metabolizer', 'tamoxifen 20 mg', [['warning', /CYP2D6 intermediate.*a drug other than tamoxifen/]]),
  stated('CYP2D6', 'Normal (extensive) metabolizer', 'codeine 30 mg', [], { genes: { CYP2D6: 'Normal Metabolizer' } }),
  stated('CYP2C19', 'Rapid to ultrarapid metabolizer', 'voriconazole 200 mg', [['warning', /a drug other than voriconazole/]]),
  // CPIC's definitions: rs1057910 C marks *3 (no function) and two rare alleles of uncertain function; rs1799853 T marks *2, *35, *61.
  ...(
    [
      [['CYP2C9 rs1057910', 'C/C'], 'warning', /CYP2C9 result not exact: lower phenytoin dose to 50 %/],
      [['CYP2C9 rs1057910', 'A/C'], 'warning', /CYP2C9 result not exact: lower phenytoin dose to 75 %/],
      [['CYP2C9 rs1799853', 'T/T'], 'warning', /CYP2C9 result not exact: lower phenytoin dose to 75 %/],
      [['CYP2C9 rs1799853', 'C/T'], 'info', /CYP2C9 result could not be interpreted/],
      [['CYP2C9 rs1057910', 'A/A'], 'info', /CYP2C9 result could not be interpreted/],
    ] as const
  ).map(([[name, bases], level, summary]) =>
    situation(`${name} ${bases} alone`, [line(name, bases)], ['phenytoin 300 mg'], [[level, summary]]),
  ),
  situation(
    'the genotype beside an open grade decides',
    [line('CYP2D6 phenotype', 'Intermediate to Normal Metabolizer'), line('CYP2D6 genotype', '*1/*4')],
    ['codeine 30 mg'],
    [],
    { genes: { CYP2D6: 'Intermediate Metabolizer' } },
  ),
  situation(
    'an open grade under a strong inhibitor',
    [line('CYP2D6 phenotype', 'Intermediate to Normal Metabolizer'), takes('paroxetine 20 mg')],
    ['codeine 30 mg'],
    [['warning', /paroxetine.*avoid codeine/]],
  ),
  situation(
    'an older test without *41, a newer one with it: both normal, codeine as usual',
    [line('CYP2D6', '*1/*1', { issued: '2015-01-01T00:00:00Z' }), line('CYP2D6', '*1/*41', { issued: '2025-01-01T00:00:00Z' })],
    ['codeine 30 mg'],
    [],
    { warns: /CYP2D6 disagree/ },
  ),
  situation(
    'score 1.0 called normal before 2019, intermediate since: tramadol as usual',
    [line('CYP2D6 phenotype', 'Normal metabolizer', { issued: '2015-01-01T00:00:00Z' }), line('CYP2D6', '*1/*4')],
    ['tramadol 50 mg'],
    [],
    { warns: /CYP2D6 disagree/ },
  ),
  situation(
    'results that disagree and matter for the drug',
    [line('CYP2D6', '*1/*1'), line('CYP2D6', '*4/*4')],
    ['codeine 30 mg'],
    [['info', /CYP2D6 results disagree: codeine could not be checked/]],
  ),
  situation(
    'two DPYD results, both intermediate by another variant',
    [line('DPYD genotype', 'Reference/c.1905+1G>A (*2A)'), line('DPYD genotype', 'Reference/c.2846A>T')],
    ['capecitabine 1500 mg'],
    [['warning', /DPYD results disagree, but all say: lower capecitabine/]],
  ),
  situation(
    'intermediate against poor after an infarction',
    [line('CYP2C19', '*2/*2'), line('CYP2C19', '*1/*2'), infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /CYP2C19 results disagree, but all say: avoid clopidogrel/]],
  ),
];
