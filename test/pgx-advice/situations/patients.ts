/** The rest of the chart: age, indication, pregnancy, earlier use, tests that should come first. */
import { born, dosed, infarction, line, ordered, problem, quantity, situation, takes, type Situation } from './situation.ts';

export const PATIENTS: readonly Situation[] = [
  situation(
    'CYP2B6 poor, efavirenz child 20 kg',
    [born('2020-05-01'), line('CYP2B6', '*6/*6'), quantity('29463-7', 20, 'kg')],
    [ordered('efavirenz 250 mg', dosed(250, 'mg'))],
    [['info', /lower efavirenz dose/]],
  ),
  situation('voriconazole child rapid: monitor', [born('2018-05-01'), line('CYP2C19', '*1/*17')], ['voriconazole 200 mg'], []),
  situation('codeine child 9y NM: label', [born('2017-05-01'), line('CYP2D6', '*1/*1')], ['codeine 15 mg'], [['info', /codeine/]]),
  situation(
    'atomoxetine child PM',
    [born('2016-05-01'), line('CYP2D6', '*4/*4'), quantity('29463-7', 30, 'kg')],
    [ordered('atomoxetine 40 mg', dosed(40, 'mg'))],
    [['warning', /start atomoxetine with 15 mg a day/]],
  ),
  situation(
    'escitalopram UM pregnant',
    [line('CYP2C19', '*17/*17'), problem('Pregnancy', { code: { coding: [{ system: 'http://snomed.info/sct', code: '77386006' }] } })],
    ['escitalopram 10 mg'],
    [['warning', /CYP2C19 ultrarapid.*escitalopram/]],
  ),
  situation('omeprazole UM', [line('CYP2C19', '*17/*17')], [ordered('omeprazole 20 mg', dosed(20, 'mg'))], []),
  situation(
    'clopidogrel PM stroke',
    [
      line('CYP2C19', '*2/*2'),
      problem('Ischaemic stroke', {
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I63.9' }] },
        onsetDateTime: '2026-11-10',
      }),
    ],
    ['clopidogrel 75'],
    [['warning', /avoid clopidogrel/]],
    { never: /consider prasugrel/ },
  ),
  situation(
    'clopidogrel IM + prior TIA: prasugrel not offered',
    [
      line('CYP2C19', '*1/*2'),
      infarction(),
      problem('TIA', { code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G45.9' }] }, onsetDateTime: '2020-01-01' }),
    ],
    ['clopidogrel 75'],
    [['warning', /consider ticagrelor/]],
    { never: /consider prasugrel/ },
  ),
  situation('siponimod *3/*3', [line('CYP2C9', '*3/*3')], ['Mayzent 2 mg'], [['critical', /siponimod/]]),
  situation('siponimod untested', [], ['siponimod 0.25 mg'], [['info', /CYP2C9.*siponimod/]]),
  situation('abacavir continued two years, no result', [takes('abacavir 600 mg', { authoredOn: '2024-01-01' })], ['abacavir 600 mg'], []),
  situation('rasburicase untested', [], ['Elitek 12 mg IV'], [['info', /G6PD.*rasburicase/]]),
  situation('metformin', [line('CYP2D6', '*4/*4')], ['metformin 500 mg'], []),
  situation(
    'oxcarbazepine use 2 years positive',
    [line('HLA-B*15:02', 'Positive'), takes('oxcarbazepine 300 mg', { authoredOn: '2024-05-01' })],
    ['oxcarbazepine 300 mg'],
    [],
  ),
  situation(
    'phenytoin + CYP2C9 IM 1.0, B untested',
    [line('CYP2C9', '*1/*3')],
    [ordered('phenytoin 300 mg', dosed(300, 'mg'))],
    [['warning', /CYP2C9 intermediate.*phenytoin/]],
  ),
  situation(
    'Tegretol XR continuing since 2020 HLA positive',
    [line('HLA-B*15:02', 'Positive'), takes('carbamazepine XR 200 mg', { authoredOn: '2020-01-01' })],
    ['Tegretol XR 400 mg'],
    [],
  ),
  situation(
    'pregnancy + tamoxifen PM',
    [line('CYP2D6', '*4/*4')],
    [ordered('tamoxifen 20 mg', dosed(20, 'mg'))],
    [['warning', /tamoxifen/]],
  ),
  situation('eGFR 20 + siponimod *1/*1', [line('CYP2C9', '*1/*1'), quantity('98979-8', 20, 'mL/min/{1.73_m2}')], ['siponimod 2 mg'], []),
  situation('eliglustat UM', [line('CYP2D6', '*1/*1x3')], ['Cerdelga 84 mg'], [['warning', /eliglustat/]]),
  situation(
    'tetrabenazine PM 50',
    [line('CYP2D6', '*4/*4')],
    [ordered('tetrabenazine 25 mg', dosed(25, 'mg', 4))],
    [['warning', /tetrabenazine/]],
  ),
  situation(
    'child escitalopram PM',
    [born('2012-01-01'), line('CYP2C19', '*2/*2')],
    [ordered('escitalopram 10 mg', dosed(10, 'mg'))],
    [['warning', /escitalopram/]],
  ),
  situation(
    'warfarin in a child of eight who breaks it down slowly and is sensitive to it',
    [born('2018-01-01'), line('CYP2C9', '*2/*3'), line('VKORC1', '-1639 A/A')],
    ['warfarin 2 mg'],
    [['info', /CYP2C9 poor metabolizer, VKORC1 -1639 AA: monitor warfarin closely/]],
    { says: /Less warfarin than usual for the age is to be expected/, never: /mg a day|%/ },
  ),
  situation('warfarin in child', [born('2018-01-01'), line('CYP2C9', '*1/*1'), line('VKORC1 rs9923231', 'C/T')], ['warfarin 2 mg'], []),
];
