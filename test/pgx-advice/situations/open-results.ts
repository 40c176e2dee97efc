/** Results that leave something open: nothing is normal that was not shown to be. */
import { words } from '../../reading/resources.ts';
import { dosed, infarction, line, ordered, result, situation, type Situation } from './situation.ts';

export const OPEN_RESULTS: readonly Situation[] = [
  situation(
    'no-call by dataAbsentReason',
    [result(words('CYP2D6 genotype'), { dataAbsentReason: { coding: [{ code: 'error' }] } })],
    ['codeine'],
    [['info', /CYP2D6 result could not be interpreted/]],
  ),
  situation('*1/*?', [line('CYP2D6', '*1/*?')], ['codeine'], [['info', /CYP2D6/]]),
  situation('unknown allele *1/*999', [line('CYP2D6', '*1/*999')], ['codeine'], [['info', /could not be interpreted/]]),
  situation('DPYD wild type in words', [line('DPYD', 'No variants detected (*2A, *13, c.2846A>T, HapB3)')], ['capecitabine'], []),
  situation(
    'TPMT negative for list',
    [line('TPMT genotype', 'Negative for *2, *3A, *3B, *3C'), line('NUDT15', '*1/*1')],
    [ordered('azathioprine 150 mg', dosed(150, 'mg'))],
    [],
  ),
  situation(
    'TPMT alleles each not detected',
    [...['*2', '*3A', '*3B', '*3C'].map((a) => line(`TPMT ${a}`, 'Not detected')), line('NUDT15', '*1/*1')],
    [ordered('azathioprine 150 mg', dosed(150, 'mg'))],
    [],
  ),
  situation(
    'TPMT *1/*1 only, NUDT15 missing',
    [line('TPMT', '*1/*1')],
    [ordered('azathioprine 150 mg', dosed(150, 'mg'))],
    [['info', /NUDT15/]],
  ),
  situation(
    'TPMT three positions of the reference: the strand of rs1800462 cannot be told',
    [line('TPMT rs1800462', 'C/C'), line('TPMT rs1800460', 'C/C'), line('TPMT rs1142345', 'T/T'), line('NUDT15', '*1/*1')],
    ['azathioprine 150 mg'],
    [['info', /TPMT result could not be interpreted/]],
  ),
  situation(
    'TPMT alleles listed as absent beside a position of the reference',
    [line('TPMT', 'Negative for *2, *3A, *3B, *3C'), line('TPMT rs1142345', 'T/T'), line('NUDT15', '*1/*1')],
    ['azathioprine 150 mg'],
    [],
    { genes: { TPMT: 'Normal Metabolizer' } },
  ),
  situation(
    'TPMT *3A or *3B/*3C het/het',
    [line('TPMT rs1800462', 'C/C'), line('TPMT rs1800460', 'C/T'), line('TPMT rs1142345', 'T/C'), line('NUDT15', '*1/*1')],
    ['azathioprine 150 mg'],
    [['warning', /azathioprine/]],
  ),
  situation(
    'TPMT *3C het only',
    [line('TPMT rs1800462', 'C/C'), line('TPMT rs1800460', 'C/C'), line('TPMT rs1142345', 'T/C'), line('NUDT15', '*1/*1')],
    ['azathioprine 150 mg'],
    [['warning', /TPMT result not exact: lower azathioprine/]],
  ),
  situation(
    'TPMT negative for *2 and *3C only',
    [line('TPMT genotype', 'Negative for *2, *3C'), line('NUDT15', '*1/*1')],
    ['azathioprine 150 mg'],
    [['info', /TPMT/]],
  ),
  situation(
    'NUDT15 *3 not detected, TPMT *1/*1',
    [line('NUDT15 *3', 'Not detected'), line('TPMT', '*1/*1')],
    ['mercaptopurine 50 mg'],
    [['info', /NUDT15/]],
  ),
  situation(
    'CYP2C19 Negative for *2, *3 only',
    [line('CYP2C19', 'Negative for *2 and *3'), infarction()],
    ['clopidogrel'],
    [['info', /CYP2C19/]],
  ),
  situation('CYP2D6 negative list', [line('CYP2D6', 'Negative for *3, *4, *5, *6')], ['codeine'], [['info', /CYP2D6/]]),
  situation('DPYD one variant negative', [line('DPYD c.1905+1G>A', 'Not detected')], ['capecitabine'], [['info', /DPYD/]]),
  // CPIC's flow needs both genes, but the label expects 0.5–2 mg a day whatever VKORC1 is.
  situation(
    'VKORC1 not tested, CYP2C9 *3/*3 warfarin',
    [line('CYP2C9', '*3/*3')],
    ['warfarin 5 mg'],
    [['info', /CYP2C9 poor metabolizer: lower warfarin dose/]],
  ),
  situation('IFNL3', [line('IFNL3 rs12979860', 'T/T')], ['peginterferon alfa-2a'], []),
];
