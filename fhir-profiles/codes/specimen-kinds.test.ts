/** What counts as circulating DNA, in which a negative rules nothing out. */
import { describe, expect, it } from 'vitest';
import { saysBlood, saysCirculating, saysInherited, shedInto } from './specimen-kinds.ts';

describe('circulating DNA by its words', () => {
  it.each([
    'Plasma',
    'ctDNA',
    'cfDNA plasma Streck',
    'Streck tube',
    'Serum',
    'liquid biopsy NGS',
    'Cell-free DNA',
    'circulating tumor DNA',
    'Guardant360 CDx',
    'FoundationOne Liquid CDx',
    'F1LCDx',
    'Tempus xF',
    'xF+',
    'InVisionFirst-Lung',
    'Resolution ctDx FIRST',
    'Biodesix GeneStrat',
    'Caris Assure',
    'PredicineCARE',
    'OncoBEAM RAS',
  ])('%s', (words) => {
    expect(saysCirculating(words)).toBe(true);
  });

  it.each([
    'Tissue',
    'FFPE block',
    'Plasma cells',
    'Pleural effusion cell block',
    'Lymph node FNA',
    'Bone marrow',
    'Ascites',
    'Guardant360 TissueNext',
    'Guardant360 Tissue',
    'FoundationOne CDx',
    'Tempus xT',
    'Caris MI Profile',
    'MSK-IMPACT',
  ])('%s is none', (words) => {
    expect(saysCirculating(words)).toBe(false);
  });
});

describe('where DNA was shed into', () => {
  it.each([
    ['CSF', 'cerebrospinal fluid'],
    ['Cerebrospinal fluid cfDNA', 'cerebrospinal fluid'],
    ['Cerebral spinal fluid', 'cerebrospinal fluid'],
    ['Líquido cefalorraquídeo', 'cerebrospinal fluid'],
    ['Liquide céphalo-rachidien', 'cerebrospinal fluid'],
    ['Liquor cefalorachidiano', 'cerebrospinal fluid'],
    ['Urine', 'urine'],
    ['Urin', 'urine'],
    ['Orina', 'urine'],
    ['Plasma', 'blood'],
    ['FNA supernatant', 'a fluid without cells'],
    ['CSF cytology', null],
    ['Urine cytology', null],
    ['Urinary bladder tissue', null],
    ['Pleural fluid', null],
    ['Ascites', null],
    ['Bone marrow', null],
  ] as const)('%s: %s', (words, where) => {
    expect(shedInto(words)).toBe(where);
  });
});

describe('the inherited genome', () => {
  it.each([
    'Saliva',
    'Speichel',
    'Oragene saliva kit',
    'Buccal swab',
    'Buccal smear sample',
    'Cheek cells',
    'Wangenabstrich',
    'Hisopo bucal',
    'Frottis buccal',
    'Skin fibroblasts, cultured',
  ])('%s', (words) => {
    expect(saysInherited(words)).toBe(true);
  });

  it.each(['Buccal mucosa biopsy', 'Salivary gland', 'Saliva gland tumour', 'Tissue', 'Blood', 'Bronchial brushing', 'Cervical smear'])(
    '%s is none by itself',
    (words) => {
      expect(saysInherited(words)).toBe(false);
    },
  );

  it.each(['Blood', 'Peripheral blood', 'Vollblut', 'EDTA-Blut', 'Sang', 'Sangre', 'Bloed'])('%s is blood', (words) => {
    expect(saysBlood(words)).toBe(true);
  });
});
