/** Results that disagree, were corrected, withdrawn or are still to come, and words that do not fit the genotype. */
import { genotypeOf, infarction, line, situation, type Situation } from './situation.ts';

export const CONTRADICTIONS: readonly Situation[] = [
  situation(
    'two labs disagree',
    [
      line('CYP2C19', '*1/*1', { performer: [{ display: 'North' }] }),
      line('CYP2C19', '*2/*2', { performer: [{ display: 'South' }] }),
      infarction(),
    ],
    ['clopidogrel 75'],
    [['info', /disagree.*clopidogrel/]],
  ),
  situation(
    'preliminary then nothing',
    [line('CYP2C19', '*2/*2', { status: 'preliminary' }), infarction()],
    ['clopidogrel 75'],
    [['info', /not final|No final/]],
  ),
  situation(
    'entered in error',
    [line('CYP2C19', '*2/*2', { status: 'entered-in-error' }), infarction()],
    ['clopidogrel 75'],
    [['info', /No .*CYP2C19 result on file/]],
  ),
  situation(
    'corrected replaces final of same id history',
    [
      line('CYP2C19', '*1/*1', { id: 'x1', identifier: [{ system: 'urn:l', value: 'A1' }], issued: '2026-01-01T00:00:00Z' }),
      line('CYP2C19', '*2/*2', {
        id: 'x2',
        status: 'corrected',
        identifier: [{ system: 'urn:l', value: 'A1' }],
        issued: '2026-01-05T00:00:00Z',
      }),
      infarction(),
    ],
    ['clopidogrel 75'],
    [['warning', /poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'lab interpretation contradicts genotype',
    [genotypeOf('HGNC:2621', 'CYP2C19', '*2/*2', { interpretation: [{ text: 'Normal metabolizer' }] }), infarction()],
    ['clopidogrel 75'],
    [['warning', /clopidogrel/]],
  ),
  situation(
    'genotype value with contradictory phenotype text in same value',
    [line('CYP2D6', '*4/*4 Normal metabolizer')],
    ['codeine'],
    [['warning', /codeine/]],
  ),
  situation(
    'HGNC id of other gene',
    [genotypeOf('HGNC:2625', 'CYP2C19', '*2/*2'), infarction()],
    ['clopidogrel 75'],
    [['info', /clopidogrel|CYP2C19/]],
    { warns: /CYP2/ },
  ),
  situation(
    'lab genotype *1/*1 but interpretation poor',
    [genotypeOf('HGNC:2621', 'CYP2C19', '*1/*1', { interpretation: [{ text: 'Poor metabolizer' }] }), infarction()],
    ['clopidogrel 75'],
    [['info', /CYP2C19 results disagree: clopidogrel could not be checked; clarify/]],
    { says: /normal metabolizer \(genotype \S+1\/\S+1\).*poor metabolizer \(as stated\).*should be avoided/, warns: /contradicts itself/ },
  ),
  situation(
    'lab genotype *1/*2 with older EM wording: PCI',
    [genotypeOf('HGNC:2621', 'CYP2C19', '*1/*2', { interpretation: [{ text: 'Extensive metabolizer' }] }), infarction()],
    ['clopidogrel 75'],
    [['warning', /intermediate metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'CYP2D6 *1/*41 lab says IM, codeine',
    [genotypeOf('HGNC:2625', 'CYP2D6', '*1/*41', { interpretation: [{ text: 'Intermediate metabolizer' }] })],
    ['codeine'],
    [],
  ),
  situation(
    'two labs same phenotype different genotype',
    [line('CYP2C19', '*2/*2'), line('CYP2C19', '*2/*3'), infarction()],
    ['clopidogrel'],
    [['warning', /poor metabolizer: avoid/]],
  ),
  situation('status amended', [line('CYP2D6', '*4/*4', { status: 'amended' })], ['codeine'], [['warning', /poor/]]),
  situation(
    'registered',
    [line('DPYD', '', { status: 'registered', valueString: undefined })],
    ['capecitabine'],
    [['info', /not final|wait/]],
  ),
  situation(
    "another patient's result is not this patient's",
    [line('CYP2C19', '*2/*2', { subject: { reference: 'Patient/other' } }), infarction()],
    ['clopidogrel 75 mg'],
    [['info', /No CYP2C19 result/]],
    { warns: /belongs to another patient/ },
  ),
];
