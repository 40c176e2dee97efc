/** What counts as circulating DNA, in which a negative rules nothing out. */
import { describe, expect, it } from 'vitest';
import { saysCirculating } from './specimen-kinds.ts';

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
