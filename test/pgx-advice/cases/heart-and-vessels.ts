/** Antiplatelet drugs, anticoagulants, statins and other drugs of heart and vessels. Expected values are those of the guideline named. */
import { patient } from '../patient.ts';
import { acs, mg, type AdviceCase } from './case.ts';

export const HEART_AND_VESSELS: readonly AdviceCase[] = [
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
    name: 'CYP2D6 *4/*4, metoprolol',
    patient: patient().gene('CYP2D6', '*4/*4').orders('metoprolol'),
    drug: 'metoprolol',
    action: 'decrease-dose',
    strength: 'moderate',
    says: /low dose/,
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
    name: 'propranolol, linked to CYP2D6 without a recommendation, *4/*4',
    patient: patient().gene('CYP2D6', '*4/*4').orders('propranolol'),
    drug: 'propranolol',
    action: 'no-recommendation',
    coverage: 'not-covered',
    says: /CYP2D6/,
  },
];
