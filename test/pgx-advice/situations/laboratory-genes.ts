/** Positions, copies, HLA alleles, enzymes and states of a result as laboratories write them; the card, or the silence, is that of the guideline row. */
import { words } from '../../reading/resources.ts';
import {
  born,
  coded,
  dosed,
  infarction,
  line,
  ordered,
  problem,
  quantity,
  result,
  situation,
  statement,
  type Situation,
} from './situation.ts';

const AVOID_CODEINE = [['warning', /CYP2D6 poor metabolizer: avoid codeine/]] as const;

export const LABORATORY_GENES: readonly Situation[] = [
  // positions
  situation('DPYD rs67376798 T/A', [line('DPYD rs67376798', 'T/A')], ['capecitabine 500 mg'], [['warning', /DPYD.*capecitabine/]]),
  situation(
    'DPYD c.2846A>T heterozygous',
    [line('DPYD c.2846A>T', 'Heterozygous')],
    ['fluorouracil 400 mg/m2'],
    [['warning', /DPYD.*fluorouracil/]],
  ),
  situation('DPYD rs75017182 G/C (HapB3)', [line('DPYD rs75017182', 'G/C')], ['capecitabine 500 mg'], [['warning', /DPYD.*capecitabine/]]),
  situation('DPYD D949V carrier', [line('DPYD p.D949V', 'heterozygous')], ['capecitabine 500 mg'], [['warning', /DPYD.*capecitabine/]]),
  situation(
    'SLCO1B1 521T>C: CC in letters',
    [line('SLCO1B1 c.521T>C', 'CC')],
    [ordered('simvastatin 40 mg', dosed(40, 'mg'))],
    [['warning', /SLCO1B1 poor function.*simvastatin/]],
  ),
  situation(
    'SLCO1B1 521T>C: TC',
    [line('SLCO1B1 521T>C', 'T/C')],
    [ordered('simvastatin 40 mg', dosed(40, 'mg'))],
    [['warning', /SLCO1B1 decreased function.*simvastatin/]],
  ),
  situation('SLCO1B1 rs4149056 TT', [line('SLCO1B1 rs4149056', 'TT')], [ordered('simvastatin 40 mg', dosed(40, 'mg'))], []),
  situation(
    'SLCO1B1 V174A heterozygous',
    [line('SLCO1B1 p.Val174Ala', 'Heterozygous')],
    [ordered('simvastatin 40 mg', dosed(40, 'mg'))],
    [['warning', /SLCO1B1 decreased function.*simvastatin/]],
  ),
  situation(
    'ABCG2 421C>A: A/A on the coding strand',
    [line('ABCG2 c.421C>A', 'A/A')],
    [ordered('rosuvastatin 40 mg', dosed(40, 'mg'))],
    [['warning', /ABCG2 poor function: lower rosuvastatin to 20 mg/]],
  ),
  situation(
    'ABCG2 rs2231142 T/T on the genome strand',
    [line('ABCG2 rs2231142', 'T/T')],
    [ordered('rosuvastatin 40 mg', dosed(40, 'mg'))],
    [['warning', /ABCG2 poor function: lower rosuvastatin to 20 mg/]],
  ),
  situation('ABCG2 Q141K heterozygous', [line('ABCG2 p.Q141K', 'heterozygous')], [ordered('rosuvastatin 40 mg', dosed(40, 'mg'))], []),
  situation(
    'CYP2C19 by its three positions, *2 homozygous',
    [line('rs4244285', 'A/A'), line('rs4986893', 'G/G'), line('rs12248560', 'C/C'), infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'NUDT15 c.415C>T heterozygous beside TPMT *1/*3A',
    [line('NUDT15 c.415C>T', 'Heterozygous'), line('TPMT', '*1/*3A')],
    ['azathioprine 50 mg'],
    [['warning', /azathioprine/]],
  ),
  situation(
    'NUDT15 R139C homozygous, TPMT normal',
    [line('NUDT15 p.Arg139Cys', 'Homozygous'), line('TPMT', '*1/*1')],
    ['azathioprine 50 mg'],
    [['critical', /NUDT15.*azathioprine/]],
  ),
  // copies and hybrids
  situation('CYP2D6 *1/*2 x3 copies', [line('CYP2D6', '(*1/*2)x3')], ['codeine 30 mg'], [['critical', /CYP2D6 ultrarapid/]]),
  situation(
    'CYP2D6 *2xN/*4: two or more copies leave it open',
    [line('CYP2D6', '*2xN/*4')],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 result not exact: avoid codeine/]],
  ),
  situation('CYP2D6 *36+*10/*10', [line('CYP2D6', '*36+*10/*10')], ['codeine 30 mg'], []),
  situation('CYP2D6 *68+*4/*4', [line('CYP2D6', '*68+*4/*4')], ['codeine 30 mg'], [...AVOID_CODEINE]),
  situation('CYP2D6 *13/*5', [line('CYP2D6', '*13/*5')], ['codeine 30 mg'], [...AVOID_CODEINE]),
  situation(
    'CYP2D6 duplication present, alleles *1/*1',
    [line('CYP2D6', '*1/*1 DUP')],
    ['codeine 30 mg'],
    [['critical', /CYP2D6 ultrarapid/]],
  ),
  // HLA
  situation(
    'HLA-B*57:01:01:01 typed',
    [line('HLA-B', 'HLA-B*57:01:01:01, HLA-B*07:02:01')],
    ['abacavir 300 mg'],
    [['critical', /HLA-B\*57:01.*abacavir/]],
  ),
  situation('HLA-B*5701 as one word', [line('HLA-B*5701', 'Detected')], ['abacavir 300 mg'], [['critical', /abacavir/]]),
  situation('HLA-B 57:01 without star', [line('HLA-B 57:01', 'POSITIVE')], ['abacavir 300 mg'], [['critical', /abacavir/]]),
  situation('HLA-B*57:03 typed: not *57:01', [line('HLA-B', 'B*57:03, B*07:02')], ['abacavir 300 mg'], []),
  situation('HLA-B*57 only: may be *57:01', [line('HLA-B', 'B*57, B*07')], ['abacavir 300 mg'], [['info', /HLA-B\*57:01/]], {
    says: /HLA-B\\\*57 is on file/,
  }),
  situation(
    'HLA-B*58:01 by flag words',
    [line('HLA-B*58:01 genotype', 'Positive for HLA-B*58:01')],
    ['allopurinol 100 mg'],
    [['critical', /HLA-B\*58:01.*allopurinol/]],
  ),
  situation(
    'HLA-A*31:01 carrier, carbamazepine',
    [line('HLA-A*31:01', 'Carrier'), line('HLA-B*15:02', 'Negative')],
    ['carbamazepine 200 mg'],
    [['critical', /HLA-A\*31:01.*carbamazepine/]],
  ),
  situation(
    'HLA-B*15:02 absent, HLA-A*31:01 absent',
    [line('HLA-B*15:02', 'Absent'), line('HLA-A*31:01', 'Absent')],
    ['carbamazepine 200 mg'],
    [],
  ),
  situation('HLA-B*15:02 not detected, fosphenytoin', [line('HLA-B*15:02', 'Not detected')], ['fosphenytoin 500 mg'], []),
  // enzymes and other genes
  situation('G6PD activity called deficient', [line('G6PD activity', 'Deficient')], ['rasburicase'], [['critical', /G6PD/]]),
  situation(
    'G6PD Mediterranean, hemizygous man',
    [born('1980-01-01', 'male'), line('G6PD', 'Mediterranean hemizygous')],
    ['primaquine 15 mg'],
    [['critical', /G6PD/]],
  ),
  situation(
    'G6PD A- heterozygous woman: by genotype variable',
    [born('1980-01-01', 'female'), line('G6PD', 'A-/B')],
    ['rasburicase'],
    [['info', /G6PD/]],
  ),
  situation(
    'MT-RNR1 m.1555A>G homoplasmic',
    [line('MT-RNR1', 'm.1555A>G homoplasmic')],
    ['gentamicin 80 mg IV'],
    [['critical', /MT-RNR1.*gentamicin/]],
  ),
  situation(
    'MT-RNR1 m.1494C>T detected',
    [line('MT-RNR1 m.1494C>T', 'Detected')],
    ['amikacin 500 mg IV'],
    [['critical', /MT-RNR1.*amikacin/]],
  ),
  situation(
    'MT-RNR1 m.827A>G, of normal risk, the others not said to be tested',
    [line('MT-RNR1', 'm.827A>G')],
    ['tobramycin 300 mg IV'],
    [['info', /MT-RNR1 result could not be interpreted/]],
  ),
  situation(
    'CYP2D6 4/4 without stars may be anything',
    [line('CYP2D6 genotype', '4/4')],
    ['codeine 30 mg'],
    [['info', /CYP2D6 result could not be interpreted/]],
  ),
  situation(
    'CYP2C19 *2-*10 not detected: a range, not a pair',
    [born('1970-01-01'), line('CYP2C19', '*2-*10 not detected')],
    ['voriconazole 200 mg'],
    [['info', /CYP2C19/]],
  ),
  situation(
    'RYR1 p.Arg614Cys in the value',
    [line('RYR1', 'p.(Arg614Cys) heterozygous')],
    ['desflurane'],
    [['critical', /RYR1 malignant hyperthermia susceptibility: avoid desflurane/]],
  ),
  situation(
    'RYR1 p.Arg614Leu is another change at the codon',
    [line('RYR1', 'p.Arg614Leu heterozygous')],
    ['desflurane'],
    [['info', /RYR1/]],
  ),
  situation('CACNA1S R1086H not detected is no reassurance', [line('CACNA1S R1086H', 'Not detected')], ['desflurane'], [], {
    genes: { CACNA1S: 'Uncertain Susceptibility' },
  }),
  situation('tobramycin eye drops, MT-RNR1 m.1555A>G', [line('MT-RNR1', 'm.1555A>G homoplasmic')], ['tobramycin 0.3 % eye drops'], []),
  situation(
    'UGT1A1 TA repeats (TA)7/(TA)7',
    [line('UGT1A1', '(TA)7/(TA)7')],
    ['atazanavir 300 mg'],
    [['warning', /UGT1A1 poor metabolizer.*atazanavir/]],
  ),
  situation('UGT1A1 7/7', [line('UGT1A1 TA repeat', '7/7')], ['irinotecan 180 mg/m2'], [['warning', /UGT1A1.*irinotecan/]]),
  situation('UGT1A1 6/7', [line('UGT1A1 TA repeat', '6/7')], ['atazanavir 300 mg'], []),
  situation('UGT1A1 *28/*28 homozygous in words', [line('UGT1A1', '*28 homozygous')], ['atazanavir 300 mg'], [['warning', /atazanavir/]]),
  situation(
    'CYP2B6 *6/*18, efavirenz 600 mg',
    [born('1980-01-01'), line('CYP2B6', '*6/*18')],
    [ordered('efavirenz 600 mg', dosed(600, 'mg'))],
    [['warning', /CYP2B6 poor metabolizer.*efavirenz/]],
  ),
  situation(
    'NAT2 slow acetylator, hydralazine 300 mg a day',
    [line('NAT2', 'Slow acetylator')],
    [ordered('hydralazine 100 mg', dosed(100, 'mg', 3))],
    [['info', /NAT2.*hydralazine/]],
  ),
  situation(
    'CYP3A5 expresser in words',
    [line('CYP3A5', 'Expresser (*1/*1)')],
    ['tacrolimus 1 mg capsule'],
    [['warning', /CYP3A5.*tacrolimus/]],
  ),
  situation('CYP3A5 non-expresser in words', [line('CYP3A5', 'Non-expresser')], ['tacrolimus 1 mg capsule'], []),
  situation(
    'CFTR F508del homozygous, ivacaftor alone',
    [line('CFTR', 'F508del/F508del')],
    ['ivacaftor 150 mg'],
    [['warning', /CFTR.*ivacaftor/]],
  ),
  situation('CFTR G551D heterozygous, ivacaftor', [line('CFTR', 'G551D/F508del')], ['ivacaftor 150 mg'], []),
  situation(
    'RYR1 c.7300G>A heterozygous, sevoflurane',
    [line('RYR1 c.7300G>A (p.Gly2434Arg)', 'Heterozygous')],
    ['sevoflurane'],
    [['critical', /sevoflurane/]],
  ),
  situation(
    'CACNA1S p.Arg174Trp, succinylcholine',
    [line('CACNA1S p.Arg174Trp', 'Heterozygous')],
    ['succinylcholine 100 mg IV'],
    [['critical', /succinylcholine/]],
  ),
  situation(
    'RYR1 variant of uncertain significance',
    [line('RYR1', 'c.1840C>T, variant of uncertain significance')],
    ['sevoflurane'],
    [['critical', /RYR1|sevoflurane/]],
  ),
  situation('factor V Leiden has no guideline here', [line('F5 c.1601G>A (Leiden)', 'Heterozygous')], ['codeine 30 mg'], []),
  situation('IFNL3 CC: nothing at an order', [line('IFNL3 rs12979860', 'C/C')], ['peginterferon alfa-2a'], []),
  // state of the result
  ...(
    [
      ['preliminary', [], /not final|preliminary/],
      ['cancelled', [], /cancelled/],
      ['entered-in-error', [], /error/],
      ['registered', [], /not final|registered/],
    ] as const
  ).map(([status, cards, warning]) =>
    situation(`CYP2D6 *4/*4, status ${status}`, [line('CYP2D6', '*4/*4', { status })], ['codeine 30 mg'], cards, { warns: warning }),
  ),
  situation('CYP2D6 *4/*4 amended', [line('CYP2D6', '*4/*4', { status: 'amended' })], ['codeine 30 mg'], [...AVOID_CODEINE]),
  situation('CYP2D6 corrected from *4/*4 to *1/*1', [line('CYP2D6', '*1/*1', { status: 'corrected' })], ['codeine 30 mg'], []),
  situation(
    'CYP2D6 of two laboratories that disagree',
    [line('CYP2D6', '*1/*1', { performer: [{ display: 'A' }] }), line('CYP2D6', '*4/*4', { performer: [{ display: 'B' }] })],
    ['codeine 30 mg'],
    [['info', /disagree/]],
  ),
  situation(
    'sample failed',
    [line('CYP2D6', 'Test not performed: insufficient DNA')],
    ['codeine 30 mg'],
    [['info', /CYP2D6 result could not be interpreted/]],
  ),
  situation(
    'no value but a reason',
    [result(words('CYP2D6 genotype'), { dataAbsentReason: coded('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'error') })],
    ['codeine 30 mg'],
    [['info', /CYP2D6/]],
  ),
  situation('result of the mother on the problem list', [problem('Family history: mother CYP2D6 poor metabolizer')], ['codeine 30 mg'], []),
  situation(
    'liver transplant recipient, CYP2D6 of blood',
    [line('CYP2D6', '*4/*4'), problem('Liver transplant recipient')],
    ['codeine 30 mg'],
    [['warning', /codeine/]],
    {
      says: /liver/i,
    },
  ),
  situation(
    'DPYD uracil high as number',
    [quantity('88701-4', 160, 'ng/mL'), statement('metformin')],
    ['capecitabine 500 mg'],
    [['info', /capecitabine/]],
  ),
];
