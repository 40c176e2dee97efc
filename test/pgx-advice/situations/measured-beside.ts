/** The enzyme measured beside a genotype that asks for nothing: EMA accepts either test, and neither answers for the other (30 April 2020). */
import { words } from '../../reading/resources.ts';
import { line, ordered, result, situation, type Situation } from './situation.ts';

const URACIL = 'Uracil [Mass/volume] in Plasma';
const uracil = (value: number, high?: number) =>
  result(words(URACIL), {
    valueQuantity: { value, unit: 'ng/mL', system: 'http://unitsofmeasure.org', code: 'ng/mL' },
    ...(high === undefined ? {} : { referenceRange: [{ high: { value: high, unit: 'ng/mL' } }] }),
  });
const normal = line('DPYD genotype', '*1/*1');

export const MEASURED_BESIDE: readonly Situation[] = [
  situation(
    'DPYD normal, plasma uracil 87 ng/mL',
    [normal, uracil(87)],
    ['capecitabine'],
    [['info', /uracil \(DPD activity\) 87 ng\/mL beside a normal DPYD genotype: clarify before capecitabine/]],
    { says: /does not exclude/ },
  ),
  situation(
    'DPYD normal, uracil above the limit',
    [normal, uracil(21, 16)],
    ['fluorouracil'],
    [['info', /21 ng\/mL beside a normal DPYD/]],
  ),
  situation('DPYD normal, uracil within its limit', [normal, uracil(9, 16)], ['capecitabine'], []),
  situation(
    'DPYD normal, uracil, and capecitabine taken since September',
    [normal, uracil(87), ordered('capecitabine', { status: 'active', authoredOn: '2026-09-01' })],
    ['capecitabine'],
    [],
  ),
  situation(
    'DPYD intermediate keeps its advice',
    [line('DPYD genotype', '*1/*2A'), uracil(87)],
    ['capecitabine'],
    [['warning', /intermediate metabolizer: lower capecitabine dose to 50 %/]],
  ),
];
