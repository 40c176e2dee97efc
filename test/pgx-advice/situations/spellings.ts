/** One result in the many spellings of laboratories, and words that only look like a result. */
import { infarction, line, situation, type Situation } from './situation.ts';

export const SPELLINGS: readonly Situation[] = [
  ...(
    [
      ['*2 and *2', 'and'],
      ['Two copies of *2', 'counted'],
      ['681AA', 'the oldest spelling'],
      ['*002/*002', 'with zeros'],
      ['A/A at rs4244285', 'at its position'],
      ['POS *2/*2', 'behind a flag'],
    ] as const
  ).map(([value, how]) =>
    situation(
      `CYP2C19 *2 on both chromosomes, ${how}: ${value}`,
      [line('CYP2C19 genotype', value), infarction()],
      ['clopidogrel 75 mg'],
      [['warning', /poor metabolizer: avoid clopidogrel/]],
    ),
  ),
  ...['POS', '1 copy', 'Yes', 'Carrier', 'Heterozygous', 'B*57:01:01'].map((value) =>
    situation(
      `HLA-B*57:01 answered by ${value}`,
      [line('HLA-B*57:01', value)],
      ['abacavir 600 mg'],
      [['critical', /do not start abacavir/]],
    ),
  ),
  ...['NEG', '0 copies', 'No', 'Non-carrier', 'Absent'].map((value) =>
    situation(`HLA-B*57:01 answered by ${value}`, [line('HLA-B*57:01', value)], ['abacavir 600 mg'], []),
  ),
  ...['PM', 'Phenotype: PM', 'Poor Metaboliser', 'The patient is a poor metabolizer.', 'No activity'].map((value) =>
    situation(
      `CYP2D6 phenotype as ${value}`,
      [line('CYP2D6 phenotype', value)],
      ['codeine 30 mg'],
      [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
    ),
  ),
  ...['Not a poor metabolizer', 'Poor or intermediate metabolizer', 'Null', '2/2'].map((value) =>
    situation(
      `CYP2D6 phenotype that states nothing for certain: ${value}`,
      [line('CYP2D6 phenotype', value)],
      ['codeine 30 mg'],
      [['info', /CYP2D6 result could not be interpreted/]],
    ),
  ),
];
