/** Clinical cases by name: genes and chart in, the one act that matters out. Expected values are those of the guideline named. */
import type { AdviceAction, DrugAdvice } from '../../cds-service/report/types.ts';
import { patient } from './patient.ts';

type Builder = ReturnType<typeof patient>;
export interface AdviceCase {
  readonly name: string;
  readonly patient: Builder;
  readonly drug: string;
  readonly action: AdviceAction;
  readonly strength?: DrugAdvice['strength'];
  /** Words that must stand in text, implication or dose. */
  readonly says?: RegExp;
  readonly population?: RegExp;
  readonly coverage?: NonNullable<DrugAdvice['coverage']>;
}

const mg = (amount: number, perDay = 1) => ({ amount, unit: 'mg', perDay });
const acs = (builder: Builder) => builder.condition('Acute coronary syndrome', undefined, '2026-11-10');

export const CASES: readonly AdviceCase[] = [
  {
    name: 'CYP2C19 *2/*2, clopidogrel after ACS',
    patient: acs(patient().gene('CYP2C19', '*2/*2').orders('clopidogrel')),
    drug: 'clopidogrel',
    action: 'avoid',
    strength: 'strong',
    population: /coronary syndrome/,
  },
  {
    name: 'CYP2C19 *1/*2, clopidogrel after ACS',
    patient: acs(patient().gene('CYP2C19', '*1/*2').orders('clopidogrel')),
    drug: 'clopidogrel',
    action: 'avoid',
    strength: 'strong',
    population: /PCI/,
  },
  {
    name: 'CYP2C19 *1/*2, clopidogrel for peripheral artery disease',
    patient: patient().gene('CYP2C19', '*1/*2').orders('clopidogrel').condition('Peripheral arterial disease'),
    drug: 'clopidogrel',
    action: 'no-recommendation',
    population: /other cardiovascular/,
  },
  {
    name: 'CYP2C19 *2/*2, clopidogrel after stroke',
    patient: patient().gene('CYP2C19', '*2/*2').orders('clopidogrel', { reason: 'ischemic stroke' }),
    drug: 'clopidogrel',
    action: 'avoid',
    strength: 'moderate',
    population: /neurovascular/,
  },
  {
    name: 'CYP2C19 *1/*17, clopidogrel after PCI',
    patient: patient().gene('CYP2C19', '*1/*17').orders('clopidogrel').procedure('Percutaneous coronary intervention', '2026-11-01'),
    drug: 'clopidogrel',
    action: 'standard',
    strength: 'strong',
  },
  {
    name: 'CYP2C19 *1/*1, clopidogrel',
    patient: acs(patient().gene('CYP2C19', '*1/*1').orders('clopidogrel')),
    drug: 'clopidogrel',
    action: 'standard',
  },
  {
    name: 'CYP2D6 *4/*4, codeine',
    patient: patient().gene('CYP2D6', '*4/*4').orders('codeine'),
    drug: 'codeine',
    action: 'avoid',
    strength: 'strong',
    says: /pain relief may fail/,
  },
  {
    name: 'CYP2D6 *1/*1x2, codeine',
    patient: patient().gene('CYP2D6', '*1/*1x2').orders('codeine'),
    drug: 'codeine',
    action: 'avoid',
    strength: 'strong',
    says: /breathing depression/,
  },
  { name: 'CYP2D6 *1/*1, codeine', patient: patient().gene('CYP2D6', '*1/*1').orders('codeine'), drug: 'codeine', action: 'standard' },
  {
    name: 'CYP2D6 *4/*10, codeine',
    patient: patient().gene('CYP2D6', '*4/*10').orders('codeine'),
    drug: 'codeine',
    action: 'standard',
    strength: 'moderate',
    says: /not work well enough/,
  },
  {
    name: 'CYP2D6 *1/*1 with paroxetine, codeine',
    patient: patient().gene('CYP2D6', '*1/*1').takes('paroxetine').orders('codeine'),
    drug: 'codeine',
    action: 'avoid',
    strength: 'strong',
    says: /paroxetine inhibits CYP2D6/i,
  },
  {
    name: 'CYP2D6 *1/*1 with duloxetine (score 1.0), tramadol',
    patient: patient().gene('CYP2D6', '*1/*1').takes('duloxetine').orders('tramadol'),
    drug: 'tramadol',
    action: 'standard',
    strength: 'optional',
  },
  {
    name: 'CYP2D6 *1/*2x2 with bupropion, tramadol',
    patient: patient().gene('CYP2D6', '*1/*2x2').takes('bupropion').orders('tramadol'),
    drug: 'tramadol',
    action: 'avoid',
    says: /acts as poor metabolizer/,
  },
  {
    name: 'CYP2D6 *1/*1 with sertraline (weak), codeine',
    patient: patient().gene('CYP2D6', '*1/*1').takes('sertraline').orders('codeine'),
    drug: 'codeine',
    action: 'standard',
  },
  {
    name: 'CYP2D6 *1/*1, paroxetine does not convert its own advice',
    patient: patient().gene('CYP2D6', '*1/*1').orders('paroxetine'),
    drug: 'paroxetine',
    action: 'standard',
    strength: 'strong',
  },
  {
    name: 'CYP2D6 *1/*1, fluoxetine stopped ten days ago, codeine',
    patient: patient().gene('CYP2D6', '*1/*1').takes('fluoxetine', { role: 'past', end: '2026-11-11' }).orders('codeine'),
    drug: 'codeine',
    action: 'avoid',
  },
  {
    name: 'CYP2D6 *1/*1, fluoxetine stopped in summer, codeine',
    patient: patient().gene('CYP2D6', '*1/*1').takes('fluoxetine', { role: 'past', end: '2026-07-01' }).orders('codeine'),
    drug: 'codeine',
    action: 'standard',
  },
  {
    name: 'CYP2D6 no call, codeine',
    patient: patient().gene('CYP2D6', 'no call').orders('codeine'),
    drug: 'codeine',
    action: 'no-recommendation',
    coverage: 'unreadable',
    says: /must not be taken as normal/,
  },
  {
    name: 'CYP2D6 two reports disagree, codeine',
    patient: patient().gene('CYP2D6', '*1/*1', { lab: 'A' }).gene('CYP2D6', '*4/*4', { lab: 'B' }).orders('codeine'),
    drug: 'codeine',
    action: 'no-recommendation',
    coverage: 'conflict',
    says: /safer reading/,
  },
  {
    name: 'CYP2D6 not tested, codeine',
    patient: patient().orders('codeine'),
    drug: 'codeine',
    action: 'no-recommendation',
    coverage: 'not-tested',
  },
  {
    name: 'CYP2D6 *4/*4, hydrocodone',
    patient: patient().gene('CYP2D6', '*4/*4').orders('hydrocodone'),
    drug: 'hydrocodone',
    action: 'standard',
    strength: 'optional',
  },
  {
    name: 'DPYD normal, capecitabine',
    patient: patient().gene('DPYD', 'Reference/Reference').orders('capecitabine'),
    drug: 'capecitabine',
    action: 'standard',
    strength: 'strong',
  },
  {
    name: 'DPYD c.1905+1G>A heterozygous, capecitabine 1500 mg',
    patient: patient()
      .gene('DPYD', 'Reference/c.1905+1G>A (*2A)')
      .orders('capecitabine', { dose: mg(1500, 2) }),
    drug: 'capecitabine',
    action: 'decrease-dose',
    strength: 'strong',
    says: /750 mg instead of 1500 mg/,
  },
  {
    name: 'DPYD HapB3 heterozygous, fluorouracil',
    patient: patient().gene('DPYD', 'score: 1.5').orders('fluorouracil'),
    drug: 'fluorouracil',
    action: 'decrease-dose',
    strength: 'moderate',
    says: /50 %/,
  },
  {
    name: 'DPYD score 0, fluorouracil',
    patient: patient().gene('DPYD', 'score: 0.0').orders('fluorouracil'),
    drug: 'fluorouracil',
    action: 'avoid',
    strength: 'strong',
  },
  {
    name: 'DPYD score 0.5, capecitabine',
    patient: patient().gene('DPYD', 'score: 0.5').orders('capecitabine'),
    drug: 'capecitabine',
    action: 'avoid',
    strength: 'strong',
    says: /cannot be replaced/,
  },
  {
    name: 'DPYD phenotype IM only, capecitabine',
    patient: patient().gene('DPYD', 'phenotype: Intermediate Metabolizer').orders('capecitabine'),
    drug: 'capecitabine',
    action: 'decrease-dose',
    strength: 'moderate',
  },
  {
    name: 'TPMT *1/*3A and NUDT15 *1/*1, azathioprine 150 mg at 70 kg',
    patient: patient()
      .gene('TPMT', '*1/*3A')
      .gene('NUDT15', '*1/*1')
      .lab('weight', 70)
      .orders('azathioprine', { dose: mg(150) }),
    drug: 'azathioprine',
    action: 'decrease-dose',
    strength: 'strong',
    says: /45–120 mg instead of 150 mg/,
  },
  {
    name: 'TPMT *3A/*3A, azathioprine',
    patient: patient().gene('TPMT', '*3A/*3A').gene('NUDT15', '*1/*1').orders('azathioprine'),
    drug: 'azathioprine',
    action: 'alternative',
    strength: 'strong',
  },
  {
    name: 'TPMT *1/*3A, NUDT15 not tested, azathioprine',
    patient: patient()
      .gene('TPMT', '*1/*3A')
      .orders('azathioprine', { dose: mg(150) }),
    drug: 'azathioprine',
    action: 'decrease-dose',
    says: /NUDT15/,
  },
  {
    name: 'NUDT15 *1/*3 alone, azathioprine',
    patient: patient().gene('NUDT15', '*1/*3').orders('azathioprine'),
    drug: 'azathioprine',
    action: 'decrease-dose',
    says: /TPMT/,
  },
  {
    name: 'TPMT and NUDT15 normal, mercaptopurine',
    patient: patient().gene('TPMT', '*1/*1').gene('NUDT15', '*1/*1').orders('mercaptopurine'),
    drug: 'mercaptopurine',
    action: 'standard',
  },
  {
    name: 'HLA-B*57:01 positive, abacavir',
    patient: patient().gene('HLA-B', '*57:01 positive').orders('abacavir'),
    drug: 'abacavir',
    action: 'avoid',
    strength: 'strong',
  },
  {
    name: 'HLA-B*57:01 negative, abacavir',
    patient: patient().gene('HLA-B', '*57:01 negative').orders('abacavir'),
    drug: 'abacavir',
    action: 'standard',
  },
  {
    name: 'HLA-B*58:01 positive, allopurinol',
    patient: patient().gene('HLA-B', '*58:01 positive').orders('allopurinol'),
    drug: 'allopurinol',
    action: 'avoid',
    strength: 'strong',
  },
  {
    name: 'HLA-B*15:02 positive, first carbamazepine',
    patient: patient().gene('HLA-B', '*15:02 positive').gene('HLA-A', '*31:01 negative').orders('carbamazepine'),
    drug: 'carbamazepine',
    action: 'avoid',
    strength: 'strong',
    population: /first use/,
  },
  {
    name: 'HLA-B*15:02 positive, carbamazepine for two years',
    patient: patient().gene('HLA-B', '*15:02 positive').gene('HLA-A', '*31:01 negative').takes('carbamazepine', { start: '2024-10-01' }),
    drug: 'carbamazepine',
    action: 'monitor',
    strength: 'optional',
    population: /more than 3 months/,
  },
  {
    name: 'HLA-B*15:02 positive, carbamazepine for three weeks',
    patient: patient().gene('HLA-B', '*15:02 positive').takes('carbamazepine', { start: '2026-11-01' }),
    drug: 'carbamazepine',
    action: 'avoid',
    population: /first use/,
  },
  {
    name: 'HLA-A*31:01 positive alone, carbamazepine',
    patient: patient().gene('HLA-A', '*31:01 positive').orders('carbamazepine'),
    drug: 'carbamazepine',
    action: 'avoid',
    says: /HLA-B has no usable result/,
  },
  {
    name: 'HLA-B*15:02 positive, oxcarbazepine',
    patient: patient().gene('HLA-B', '*15:02 positive').orders('oxcarbazepine'),
    drug: 'oxcarbazepine',
    action: 'avoid',
    strength: 'strong',
  },
  {
    name: 'HLA-B*57:01 tested only says nothing of carbamazepine',
    patient: patient().gene('HLA-B', '*57:01 negative').orders('carbamazepine'),
    drug: 'carbamazepine',
    action: 'no-recommendation',
    coverage: 'not-tested',
  },
  {
    name: 'CYP2C9 *1/*3 (score 1.0), phenytoin 300 mg',
    patient: patient()
      .gene('CYP2C9', '*1/*3')
      .gene('HLA-B', '*15:02 negative')
      .orders('phenytoin', { dose: mg(300) }),
    drug: 'phenytoin',
    action: 'decrease-dose',
    strength: 'moderate',
    says: /75 %/,
  },
  {
    name: 'CYP2C9 *3/*3, HLA-B not tested, phenytoin',
    patient: patient().gene('CYP2C9', '*3/*3').orders('phenytoin'),
    drug: 'phenytoin',
    action: 'decrease-dose',
    strength: 'strong',
    says: /HLA-B has no usable result/,
  },
  {
    name: 'CYP2C9 *1/*1 and HLA-B*15:02 positive, phenytoin',
    patient: patient().gene('CYP2C9', '*1/*1').gene('HLA-B', '*15:02 positive').orders('phenytoin'),
    drug: 'phenytoin',
    action: 'avoid',
    strength: 'strong',
  },
  {
    name: 'SLCO1B1 *5/*5, simvastatin',
    patient: patient().gene('SLCO1B1', '*5/*5').orders('simvastatin'),
    drug: 'simvastatin',
    action: 'alternative',
    strength: 'strong',
  },
  {
    name: 'SLCO1B1 *1/*5, atorvastatin 80 mg',
    patient: patient()
      .gene('SLCO1B1', '*1/*5')
      .orders('atorvastatin', { dose: mg(80) }),
    drug: 'atorvastatin',
    action: 'decrease-dose',
    strength: 'moderate',
    says: /at most 40 mg a day to start instead of the ordered 80 mg/,
  },
  {
    name: 'SLCO1B1 *1/*5, atorvastatin 20 mg keeps to the limit',
    patient: patient()
      .gene('SLCO1B1', '*1/*5')
      .orders('atorvastatin', { dose: mg(20) }),
    drug: 'atorvastatin',
    action: 'decrease-dose',
    says: /keeps to the limit/,
  },
  {
    name: 'SLCO1B1 *5/*5, ABCG2 not tested, rosuvastatin 40 mg',
    patient: patient()
      .gene('SLCO1B1', '*5/*5')
      .orders('rosuvastatin', { dose: mg(40) }),
    drug: 'rosuvastatin',
    action: 'decrease-dose',
    says: /20 mg/,
  },
  {
    name: 'CYP2C9 *3/*3 and SLCO1B1 normal, fluvastatin',
    patient: patient()
      .gene('CYP2C9', '*3/*3')
      .gene('SLCO1B1', '*1/*1')
      .orders('fluvastatin', { dose: mg(80) }),
    drug: 'fluvastatin',
    action: 'decrease-dose',
    says: /20 mg/,
  },
  {
    name: 'CYP2C19 *2/*2, citalopram',
    patient: patient().gene('CYP2C19', '*2/*2').orders('citalopram'),
    drug: 'citalopram',
    action: 'alternative',
    strength: 'strong',
  },
  {
    name: 'CYP2C19 *17/*17, escitalopram',
    patient: patient().gene('CYP2C19', '*17/*17').orders('escitalopram'),
    drug: 'escitalopram',
    action: 'alternative',
    strength: 'strong',
  },
  {
    name: 'CYP2C19 *2/*2 and CYP2B6 *1/*1, sertraline 100 mg',
    patient: patient()
      .gene('CYP2C19', '*2/*2')
      .gene('CYP2B6', '*1/*1')
      .orders('sertraline', { dose: mg(100) }),
    drug: 'sertraline',
    action: 'decrease-dose',
    strength: 'moderate',
    says: /50 mg instead of 100 mg/,
  },
  {
    name: 'CYP2C19 *2/*2, CYP2B6 not tested, sertraline',
    patient: patient().gene('CYP2C19', '*2/*2').orders('sertraline'),
    drug: 'sertraline',
    action: 'decrease-dose',
    says: /CYP2B6 has no usable result/,
  },
  {
    name: 'CYP2D6 *4/*4 and CYP2C19 *1/*1, amitriptyline 150 mg',
    patient: patient()
      .gene('CYP2D6', '*4/*4')
      .gene('CYP2C19', '*1/*1')
      .orders('amitriptyline', { dose: mg(150) }),
    drug: 'amitriptyline',
    action: 'avoid',
    strength: 'strong',
    says: /75 mg instead of 150 mg.*not of the low doses used for nerve pain/,
  },
  {
    name: 'CYP2D6 *1/*1 and CYP2C19 *1/*1, amitriptyline 10 mg: nothing to limit',
    patient: patient()
      .gene('CYP2D6', '*1/*1')
      .gene('CYP2C19', '*1/*1')
      .orders('amitriptyline', { dose: mg(10) }),
    drug: 'amitriptyline',
    action: 'standard',
    says: /^(?!.*nerve pain)/,
  },
  {
    name: 'CYP2D6 *1/*4 and CYP2C19 *1/*1, amitriptyline 100 mg',
    patient: patient()
      .gene('CYP2D6', '*4/*10')
      .gene('CYP2C19', '*1/*1')
      .orders('amitriptyline', { dose: mg(100) }),
    drug: 'amitriptyline',
    action: 'decrease-dose',
    strength: 'moderate',
    says: /75 mg instead of 100 mg/,
  },
  {
    name: 'CYP2D6 not tested and CYP2C19 *17/*17, amitriptyline',
    patient: patient().gene('CYP2C19', '*17/*17').orders('amitriptyline'),
    drug: 'amitriptyline',
    action: 'avoid',
    strength: 'optional',
    says: /CYP2D6 has no usable result/,
  },
  {
    name: 'CYP2D6 *4/*4, nortriptyline 100 mg',
    patient: patient()
      .gene('CYP2D6', '*4/*4')
      .orders('nortriptyline', { dose: mg(100) }),
    drug: 'nortriptyline',
    action: 'avoid',
    strength: 'strong',
    says: /50 mg instead of 100 mg/,
  },
  {
    name: 'CYP2D6 *4/*4, atomoxetine in a child of 30 kg',
    patient: patient({ ageYears: 9 })
      .gene('CYP2D6', '*4/*4')
      .lab('weight', 30)
      .orders('atomoxetine', { dose: mg(40) }),
    drug: 'atomoxetine',
    action: 'decrease-dose',
    strength: 'strong',
    population: /children/,
    says: /15 mg a day/,
  },
  {
    name: 'CYP2D6 *4/*4, atomoxetine in an adult',
    patient: patient({ ageYears: 40 }).gene('CYP2D6', '*4/*4').orders('atomoxetine'),
    drug: 'atomoxetine',
    action: 'decrease-dose',
    strength: 'moderate',
    population: /adults/,
  },
  {
    name: 'CYP2C9 *3/*3, celecoxib',
    patient: patient().gene('CYP2C9', '*3/*3').orders('celecoxib'),
    drug: 'celecoxib',
    action: 'decrease-dose',
    strength: 'moderate',
    says: /25–50 % of the lowest recommended starting dose/,
  },
  {
    name: 'CYP2C9 *2/*3, piroxicam',
    patient: patient().gene('CYP2C9', '*2/*3').orders('piroxicam'),
    drug: 'piroxicam',
    action: 'alternative',
    strength: 'moderate',
  },
  {
    name: 'CYP2C19 *17/*17, omeprazole 20 mg',
    patient: patient()
      .gene('CYP2C19', '*17/*17')
      .orders('omeprazole', { dose: mg(20) }),
    drug: 'omeprazole',
    action: 'increase-dose',
    strength: 'optional',
    says: /40 mg instead of 20 mg/,
  },
  {
    name: 'CYP2C19 *17/*17, voriconazole in an adult',
    patient: patient({ ageYears: 50 }).gene('CYP2C19', '*17/*17').orders('voriconazole'),
    drug: 'voriconazole',
    action: 'alternative',
    strength: 'moderate',
    population: /adults/,
  },
  {
    name: 'CYP2C19 *1/*17, voriconazole in a child',
    patient: patient({ ageYears: 8 }).gene('CYP2C19', '*1/*17').orders('voriconazole'),
    drug: 'voriconazole',
    action: 'standard',
    population: /children/,
  },
  {
    name: 'CYP2D6 *1/*1x2, ondansetron',
    patient: patient().gene('CYP2D6', '*1/*1x2').orders('ondansetron'),
    drug: 'ondansetron',
    action: 'alternative',
    strength: 'moderate',
  },
  {
    name: 'CYP2D6 *4/*4, tamoxifen',
    patient: patient().gene('CYP2D6', '*4/*4').orders('tamoxifen'),
    drug: 'tamoxifen',
    action: 'alternative',
    strength: 'strong',
    says: /aromatase inhibitor/,
  },
  {
    name: 'CYP2D6 *4/*4, metoprolol',
    patient: patient().gene('CYP2D6', '*4/*4').orders('metoprolol'),
    drug: 'metoprolol',
    action: 'decrease-dose',
    strength: 'moderate',
    says: /low dose/,
  },
  {
    name: 'CYP2D6 *4/*4, vortioxetine 20 mg',
    patient: patient()
      .gene('CYP2D6', '*4/*4')
      .orders('vortioxetine', { dose: mg(20) }),
    drug: 'vortioxetine',
    action: 'decrease-dose',
    says: /10 mg instead of 20 mg/,
  },
  {
    name: 'CYP2B6 *6/*6, efavirenz 600 mg in an adult',
    patient: patient({ ageYears: 35 })
      .gene('CYP2B6', '*6/*6')
      .orders('efavirenz', { dose: mg(600) }),
    drug: 'efavirenz',
    action: 'decrease-dose',
    strength: 'moderate',
    says: /200–400 mg/,
  },
  {
    name: 'CYP3A5 *1/*1, tacrolimus',
    patient: patient().gene('CYP3A5', '*1/*1').orders('tacrolimus'),
    drug: 'tacrolimus',
    action: 'increase-dose',
    strength: 'strong',
    says: /150–200 %/,
  },
  {
    name: 'CYP3A5 *3/*3, tacrolimus',
    patient: patient().gene('CYP3A5', '*3/*3').orders('tacrolimus'),
    drug: 'tacrolimus',
    action: 'standard',
    strength: 'strong',
  },
  {
    name: 'UGT1A1 *28/*28, atazanavir',
    patient: patient().gene('UGT1A1', '*28/*28').orders('atazanavir'),
    drug: 'atazanavir',
    action: 'alternative',
    strength: 'strong',
  },
  {
    name: 'UGT1A1 *28/*28, irinotecan (CPIC silent)',
    patient: patient()
      .gene('UGT1A1', '*28/*28')
      .orders('irinotecan', { dose: { amount: 180, unit: 'mg/m2' } }),
    drug: 'irinotecan',
    action: 'decrease-dose',
    says: /DPWG.*126 mg\/m2 instead of 180 mg\/m2/,
  },
  {
    name: 'CYP2C9 *3/*3, siponimod (label)',
    patient: patient().gene('CYP2C9', '*3/*3').orders('siponimod'),
    drug: 'siponimod',
    action: 'avoid',
    says: /FDA label/,
  },
  {
    name: 'CYP2C9 *1/*2, siponimod is not read by phenotype',
    patient: patient().gene('CYP2C9', '*1/*2').orders('siponimod'),
    drug: 'siponimod',
    action: 'standard',
  },
  {
    name: 'CYP2D6 *4/*4, aripiprazole 10 mg (label)',
    patient: patient()
      .gene('CYP2D6', '*4/*4')
      .orders('aripiprazole', { dose: mg(10) }),
    drug: 'aripiprazole',
    action: 'decrease-dose',
    says: /5 mg instead of 10 mg/,
  },
  {
    name: 'CYP2D6 *4/*4, thioridazine (label)',
    patient: patient().gene('CYP2D6', '*4/*4').orders('thioridazine'),
    drug: 'thioridazine',
    action: 'avoid',
  },
  {
    name: 'RYR1 variant, sevoflurane',
    patient: patient().gene('RYR1', 'phenotype: Malignant Hyperthermia Susceptibility').orders('sevoflurane'),
    drug: 'sevoflurane',
    action: 'avoid',
    strength: 'strong',
  },
  {
    name: 'MT-RNR1 m.1555A>G, gentamicin',
    patient: patient().gene('MT-RNR1', 'phenotype: increased risk of aminoglycoside-induced hearing loss').orders('gentamicin'),
    drug: 'gentamicin',
    action: 'avoid',
    strength: 'strong',
  },
  {
    name: 'G6PD deficient, rasburicase',
    patient: patient({ sex: 'male' }).gene('G6PD', 'phenotype: Deficient').orders('rasburicase'),
    drug: 'rasburicase',
    action: 'avoid',
    strength: 'strong',
  },
  {
    name: 'NAT2 poor, hydralazine 150 mg',
    patient: patient()
      .gene('NAT2', 'phenotype: Poor Metabolizer')
      .orders('hydralazine', { dose: mg(50, 3) }),
    drug: 'hydralazine',
    action: 'decrease-dose',
    says: /40–75 mg a day/,
  },
  {
    name: 'CYP2C9 *2/*3 and VKORC1 variant, warfarin in an adult',
    patient: patient({ ageYears: 60 })
      .gene('CYP2C9', '*2/*3')
      .gene('VKORC1', 'rs9923231 reference (C)/rs9923231 variant (T)')
      .orders('warfarin'),
    drug: 'warfarin',
    action: 'alternative',
    says: /another oral anticoagulant/,
  },
  {
    name: 'CYP2C9 *1/*8 and VKORC1 reference, warfarin',
    patient: patient({ ageYears: 60 })
      .gene('CYP2C9', '*1/*8')
      .gene('VKORC1', 'rs9923231 reference (C)/rs9923231 reference (C)')
      .orders('warfarin'),
    drug: 'warfarin',
    action: 'decrease-dose',
    says: /15–30 %/,
  },
  {
    name: 'CYP2C9 *1/*1 and VKORC1 A/G, warfarin: the usual range of the label',
    patient: patient({ ageYears: 60 })
      .gene('CYP2C9', '*1/*1')
      .gene('VKORC1', 'rs9923231 reference (C)/rs9923231 variant (T)')
      .orders('warfarin', { dose: mg(5) }),
    drug: 'warfarin',
    action: 'standard',
    says: /5–7 mg a day.*the order says 5 mg/,
  },
  {
    name: 'CYP2C9 *1/*2 and VKORC1 G/G, warfarin: the usual range of the label, as DPWG has it',
    patient: patient({ ageYears: 60 })
      .gene('CYP2C9', '*1/*2')
      .gene('VKORC1', 'rs9923231 reference (C)/rs9923231 reference (C)')
      .orders('warfarin'),
    drug: 'warfarin',
    action: 'standard',
  },
  {
    name: 'CYP2C9 *1/*2 and VKORC1 A/G, warfarin: together less',
    patient: patient({ ageYears: 60 })
      .gene('CYP2C9', '*1/*2')
      .gene('VKORC1', 'rs9923231 reference (C)/rs9923231 variant (T)')
      .orders('warfarin', { dose: mg(5) }),
    drug: 'warfarin',
    action: 'decrease-dose',
    says: /3–4 mg a day.*the order says 5 mg/,
  },
  {
    name: 'CYP2C9 *1/*1 and VKORC1 A/A, warfarin',
    patient: patient({ ageYears: 60 })
      .gene('CYP2C9', '*1/*1')
      .gene('VKORC1', 'rs9923231 variant (T)/rs9923231 variant (T)')
      .orders('warfarin'),
    drug: 'warfarin',
    action: 'decrease-dose',
    says: /3–4 mg a day/,
  },
  {
    name: 'CYP2C9 alone, warfarin is dosed clinically',
    patient: patient({ ageYears: 60 }).gene('CYP2C9', '*1/*1').orders('warfarin'),
    drug: 'warfarin',
    action: 'no-recommendation',
    coverage: 'not-tested',
    says: /VKORC1: not tested/,
  },
  {
    name: 'warfarin in a child is not covered',
    patient: patient({ ageYears: 7 }).gene('CYP2C9', '*1/*1').orders('warfarin'),
    drug: 'warfarin',
    action: 'no-recommendation',
    coverage: 'not-covered',
  },
  {
    name: 'oxycodone, for which CPIC has no recommendation, with CYP2D6 results that disagree',
    patient: patient()
      .gene('CYP2D6', '*4/*4', { lab: 'North Laboratory' })
      .gene('CYP2D6', '*1/*1', { lab: 'South Laboratory' })
      .orders('oxycodone'),
    drug: 'oxycodone',
    action: 'no-recommendation',
    coverage: 'not-covered',
    says: /CYP2D6 results on file disagree \((?=.*poor metabolizer \(2026-01-05, North Laboratory\))(?=.*normal metabolizer \(2026-01-05, South Laboratory\))/,
  },
  {
    name: 'methadone, for which CPIC has a guideline without genotype recommendations, CYP2B6 *6/*6',
    patient: patient().gene('CYP2B6', '*6/*6').orders('methadone'),
    drug: 'methadone',
    action: 'no-recommendation',
    coverage: 'not-covered',
    says: /CYP2B6/,
  },
  {
    name: 'propranolol, linked to CYP2D6 without a recommendation, *4/*4',
    patient: patient().gene('CYP2D6', '*4/*4').orders('propranolol'),
    drug: 'propranolol',
    action: 'no-recommendation',
    coverage: 'not-covered',
    says: /CYP2D6/,
  },
  {
    name: 'morphine, linked to OPRM1, a gene on which no recommendation rests, A/G',
    patient: patient().gene('OPRM1', 'A/G').orders('morphine'),
    drug: 'morphine',
    action: 'no-recommendation',
    coverage: 'not-covered',
    says: /OPRM1/,
  },
];
