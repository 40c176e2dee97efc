/** Succinylcholine with a result of plasma cholinesterase: only a deficiency is interpreted, anything else out of range is pointed at. */
import type { Resource } from '../../reading/resources.ts';
import { line, result, situation, type Situation } from './situation.ts';

const SUX = 'succinylcholine 20 MG/ML injection';
const looked: Situation['cards'] = [['info', /plasma cholinesterase \(BCHE\) result is on file and is not interpreted here/]];
const activity = (value: number, more: Resource): Resource =>
  result({ text: 'Pseudocholinesterase activity' }, { valueQuantity: { value, unit: 'U/L' }, ...more });

export const CHOLINESTERASE: readonly Situation[] = [
  situation('activity low in words', [line('Pseudocholinesterase activity', 'Low')], [SUX], looked),
  situation('one atypical copy', [line('BCHE', 'U/A heterozygous')], [SUX], looked),
  situation('A/A without a word', [line('BCHE', 'A/A')], [SUX], looked),
  situation('intermediate metabolizer', [line('BCHE phenotype', 'Intermediate Metabolizer')], [SUX], looked),
  situation('below the limit of the laboratory', [activity(1800, { referenceRange: [{ low: { value: 2900 } }] })], [SUX], looked),
  situation('flagged low', [activity(1800, { interpretation: [{ coding: [{ code: 'L' }] }] })], [SUX], looked),
  situation('within the limits', [activity(5800, { referenceRange: [{ low: { value: 2900 } }] })], [SUX], []),
  situation('usual genotype', [line('BCHE', 'U/U')], [SUX], []),
  situation('deficiency', [line('BCHE', 'Deficient')], [SUX], [['critical', /cholinesterase deficiency on record/]]),
  situation('for another drug', [line('BCHE', 'A/A')], ['rocuronium 10 MG/ML injection'], []),
];
