/** Reference ranges, legends and explanations in the value; copies and further changes beside a pair; enzymes and compounds in other languages. */
import { describe, expect, it } from 'vitest';
import { withoutLegend } from '../../fhir-profiles/codes/doubt/index.ts';
import { bundle, component, observation, patient, words } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const lines = (name: string, value: string) =>
  read(bundle(patient, observation('o', words(name), { valueString: value }))).facts.germline.map(germlineLine);

describe('what stands in the value beside the answer', () => {
  it.each([
    ['Positive (Reference range: Negative)', 'Positive'],
    ['Positive. Reference: Not detected', 'Positive.'],
    ['Positive, normal: negative', 'Positive'],
    ['Expected result: not detected. Result: Positive', 'Positive'],
    ['Detected. Not detected in 95 % of the population.', 'Detected.'],
    ['Detected, absence of the allele does not exclude a reaction', 'Detected'],
    ['Normal. Deficient: < 4 U/g Hb', 'Normal.'],
    ['Normal. Deficient patients should avoid rasburicase.', 'Normal.'],
    ['Poor metabolizer. Normal: *1/*1', 'Poor metabolizer.'],
    ['*2/*2; activity score n/a', '*2/*2'],
    ['*2/*2 (activity score: not applicable)', '*2/*2'],
    ['*1/*1. Poor metabolizers carry *2/*2', '*1/*1.'],
    ['Negative. V600E positive melanomas respond to vemurafenib', 'Negative.'],
    ['Wild type. Mutations are detected with a sensitivity of 1%.', 'Wild type.'],
    ['MSS. MSI-H: 2 or more unstable markers', 'MSS.'],
    ['Negative (IHC 1+). HER2 positive is defined as IHC 3+ or ISH amplified', 'Negative (IHC 1+).'],
  ])('%s → %s', (written, own) => {
    expect(withoutLegend(written)).toBe(own);
  });

  it.each([
    'Positive',
    '*2/*2, Poor Metabolizer',
    'Reference: C, Alternate: T',
    'Reference range: Negative',
    '5.1 U/g Hb (Reference: 7-20)',
    'c.1905+1G>A detected, heterozygous',
    'CYP2C19 *2/*2; CYP2D6 *1/*1',
    'The patient is a poor metabolizer. Avoid clopidogrel.',
    'If positive, avoid abacavir.',
  ])('%s stays', (written) => {
    expect(withoutLegend(written)).toBe(written);
  });

  it('HLA-B*57:01 positive with its reference is positive', () => {
    expect(lines('HLA-B*57:01', 'Positive (Reference range: Negative)')).toEqual(['HLA-B *57:01 present']);
    expect(lines('HLA-B*57:01', 'Detected - Reference: Not detected')).toEqual(['HLA-B *57:01 present']);
  });
});

describe('what stands beside a pair of alleles', () => {
  it.each([
    '3 x *1/*2', '*1/*2 amplification', '*1/*2 gain', '*1/*2 CNV gain', '*1/*2 extra copy', '*1/*2, Genduplikation', '*1/*2 (N=3)', '*1/*2 (3)',
    '*1/*2N', '(*1/*2)N', '(*1/*2)×2', '[*1/*2]x2', '(*1/*2)x2', '*1/*1 with novel variant', '*1/*1 and c.1A>G', '*1/*1 + rs12345',
    '*1/*1 plus variant of unknown significance', '*1/*1 except', '*1/*1 gene conversion', '*1/*1 deletion', '*1/*1 mosaic', '*1/*1 post-HSCT',
    '*1/*1 tested for', '*1/*1 reference range',
  ])('CYP2D6 %s: not the plain pair', (value) => {
    expect(lines('CYP2D6 genotype', value)).toEqual(['CYP2D6 no call']);
  }); // prettier-ignore

  it.each([
    ['*1/*5 (gene deletion)', 'CYP2D6 *1/*5'],
    ['*4/*4N', 'CYP2D6 *4/*4'],
    ['*1/*2, phase unknown', 'CYP2D6 *1/*2'],
    ['*1/*4, no duplication or deletion detected', 'CYP2D6 *1/*4'],
  ])('CYP2D6 %s', (value, line) => {
    expect(lines('CYP2D6 genotype', value)).toEqual([line]);
  });
});

describe('names in other languages', () => {
  it.each(['CYP2C19-Gen', 'CYP2C19-Test', 'CYP2C19-Allele', 'CYP2C19-Sequenzierung', 'CYP2C19-Diagnostik', 'CYP2C19gene'])('%s', (name) => {
    expect(lines(name, '*2/*2')).toEqual(['CYP2C19 *2/*2']);
  });

  it.each([
    ['DPD-Aktivität', 'DPYD'],
    ['Dihydropyrimidin-Dehydrogenase', 'DPYD'],
    ['Dihydropyrimidine déshydrogénase', 'DPYD'],
    ['Phénotype DPD', 'DPYD'],
    ['Thiopurin-S-Methyltransferase', 'TPMT'],
    ['Glukose-6-Phosphat-Dehydrogenase', 'G6PD'],
    ['Glucose-6-phosphate déshydrogénase', 'G6PD'],
    ['Glucosa-6-fosfato deshidrogenasa', 'G6PD'],
    ['葡萄糖-6-磷酸脱氢酶', 'G6PD'],
  ])('%s: %s has a result', (name, gene) => {
    const { facts } = read(bundle(patient, observation('o', words(name), { valueString: 'Deficient' })));
    expect([...facts.germline.map((one) => one.gene), ...facts.labs.map(({ kind }) => kind.replace(/-activity$/, ''))]).toContain(gene);
  });
});

describe('a form with both answers', () => {
  it.each([
    '[x] Positive [ ] Negative', '(x) Positive ( ) Negative', '☑ Positive ☐ Negative', '■ Positive □ Negative', 'Positive [x] Negative [ ]',
    'Positive: [X] Negative: [ ]', 'Positive _X_ Negative ___', 'Positive ~~Negative~~', 'Positive <s>Negative</s>',
    'Options: Positive, Negative. Selected: Positive', 'Positive: Yes, Negative: No', 'Positive=true; Negative=false', 'Positive/Negative: Positive',
    '(Positive, Negative) Positive', '(Positive/Negative): Positive',
  ])('%s: positive', (value) => {
    expect(lines('HLA-B*57:01', value)).toEqual(['HLA-B *57:01 present']);
  }); // prettier-ignore

  it.each([
    '[ ] Positive',
    '☐ Detected',
    '~~Positive~~',
    '<del>Positive</del>',
    '[ ] Negative',
    '[x] Positive [x] Negative',
    '[ ] Positive [ ] Negative',
  ])('%s: nothing is ticked', (value) => {
    expect(lines('HLA-B*57:01', value)).toEqual(['HLA-B no call']);
  });

  it('bullets are no boxes', () => {
    expect(lines('CYP2C19 genotype', '● *2/*2')).toEqual(['CYP2C19 *2/*2']);
  });
});

describe('copies in a row beside the pair', () => {
  const beside = (name: string, value: Readonly<Record<string, unknown>>) =>
    read(
      bundle(patient, observation('o', words('CYP2D6 genotype'), { valueString: '*1/*2', component: [component(words(name), value)] })),
    ).facts.germline.map(germlineLine);
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['CN', { valueString: '>=3' }],
    ['CNV', { valueString: 'xN' }],
    ['Copies', { valueInteger: 3 }],
    ['SV', { valueString: 'WholeDup1, Normal' }],
    ['Structural variation', { valueString: 'WholeDup1' }],
    ['Copy number', { valueString: 'gain' }],
  ])('%s %o: not the plain pair', (name, value) => {
    expect(beside(name, value)).not.toContain('CYP2D6 *1/*2');
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['CNV', { valueString: 'No CNV detected' }],
    ['SV', { valueString: 'Normal, Normal' }],
    ['Copy number', { valueString: 'unknown' }],
  ])('%s %o: the plain pair', (name, value) => {
    expect(beside(name, value)).toContain('CYP2D6 *1/*2');
  });
});
