/** Antidepressants, antipsychotics, anticonvulsants and other drugs of mind and nerves. Expected values are those of the guideline named. */
import { patient } from '../patient.ts';
import { mg, type AdviceCase } from './case.ts';

export const MIND_AND_NERVES: readonly AdviceCase[] = [
  {
    name: 'CYP2D6 *1/*1, paroxetine does not convert its own advice',
    patient: patient().gene('CYP2D6', '*1/*1').orders('paroxetine'),
    drug: 'paroxetine',
    action: 'standard',
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
    says: /50 mg if the ordered 100 mg/,
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
    says: /75 mg if the ordered 150 mg.*not of the low doses used for nerve pain/,
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
    says: /75 mg if the ordered 100 mg/,
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
    says: /50 mg if the ordered 100 mg/,
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
    name: 'CYP2D6 *4/*4, vortioxetine 20 mg',
    patient: patient()
      .gene('CYP2D6', '*4/*4')
      .orders('vortioxetine', { dose: mg(20) }),
    drug: 'vortioxetine',
    action: 'decrease-dose',
    says: /5 mg a day to start instead of the ordered 20 mg/,
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
    says: /5 mg if the ordered 10 mg/,
  },
  {
    name: 'CYP2D6 *4/*4, thioridazine (label)',
    patient: patient().gene('CYP2D6', '*4/*4').orders('thioridazine'),
    drug: 'thioridazine',
    action: 'avoid',
  },
];
