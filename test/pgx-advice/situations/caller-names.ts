/**
 * Results in the words of genotype callers: CPIC's bins of gene copies as PharmCAT writes them ("*1≥3"; PharmCAT documentation, "Outside call format",
 * read 2026-11-22), bare counts behind the pair, older names of the same allele, measurements that cannot be read.
 */
import { loinc } from '../../reading/resources.ts';
import { born, line, result, situation, type Situation } from './situation.ts';

const codeine = (value: string, phenotype: string, cards: Situation['cards']): Situation =>
  situation(`CYP2D6 ${value}`, [line('CYP2D6 genotype', value)], ['codeine 30 mg'], cards, { genes: { CYP2D6: phenotype } });
const AVOID: Situation['cards'] = [['critical', /CYP2D6 ultrarapid metabolizer: avoid codeine/]];

const rasburicase = (name: string, value: string, cards: Situation['cards'], more: Parameters<typeof situation>[4] = {}): Situation =>
  situation(`${name}: ${value}`, [line(name, value)], ['rasburicase 12 mg'], cards, more);
const NOT_DECIDED: Situation['cards'] = [['info', /G6PD activity “.*” on file, not interpreted here: judge it before rasburicase/]];
const untested = { never: /No G6PD result/ };

export const CALLER_NAMES: readonly Situation[] = [
  codeine('*1≥3/*4', 'Ultrarapid Metabolizer', AVOID),
  codeine('*1/*2≥3', 'Ultrarapid Metabolizer', AVOID),
  codeine('*1/*2≥3N', 'Ultrarapid Metabolizer', AVOID),
  codeine('*1/*2 (x3)', 'Ultrarapid Metabolizer', AVOID),
  codeine('*1/*2 ≥3', 'Ultrarapid Metabolizer', AVOID),
  codeine('*1/*4 (x3)', 'Indeterminate', []),
  codeine('*1/*4 >99 % confidence', 'Intermediate Metabolizer', []),
  codeine('*1/*2 (2 copies)', 'Normal Metabolizer', []),
  rasburicase('G6PD', 'B (wildtype)/B (wildtype)', [], { genes: { G6PD: 'Normal' } }),
  rasburicase('G6PD', 'B (wildtype)/A- 202A_376G', [['info', /G6PD variable/]]),
  situation('G6PD B (wildtype) of a man', [born('1980-01-01', 'male'), line('G6PD', 'B (wildtype)')], ['rasburicase 12 mg'], []),
  rasburicase('G6PD', 'Sufficient', [], { genes: { G6PD: 'Normal' } }),
  rasburicase('G6PD', 'See report', NOT_DECIDED, untested),
  rasburicase('G6PD', '4.1', NOT_DECIDED, untested),
  situation(
    'G6PD activity that cannot be read',
    [result(loinc('32546-4'), { valueString: 'Borderline' })],
    ['rasburicase 12 mg'],
    NOT_DECIDED,
    untested,
  ),
];
