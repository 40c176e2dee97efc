/** Drugs against cancer, of immunity and transplantation, and against infections. Expected values are those of the guideline named. */
import { patient } from '../patient.ts';
import { mg, type AdviceCase } from './case.ts';

export const CANCER_IMMUNITY_INFECTION: readonly AdviceCase[] = [
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
    says: /750 mg if the ordered 1500 mg is the usual dose, no further change if reduced already/,
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
    name: 'CYP2D6 *4/*4, tamoxifen',
    patient: patient().gene('CYP2D6', '*4/*4').orders('tamoxifen'),
    drug: 'tamoxifen',
    action: 'alternative',
    strength: 'strong',
    says: /aromatase inhibitor/,
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
    says: /DPWG.*126 mg\/m2 if the ordered 180 mg\/m2/,
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
];
