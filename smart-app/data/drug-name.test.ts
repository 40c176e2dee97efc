import { describe, expect, it } from 'vitest';
import { genericName } from './drug-name.ts';

describe('names of drugs', () => {
  it.each([
    ['Osimertinib', 'osimertinib'],
    ['osimertinib', 'osimertinib'],
    ['Trastuzumab Deruxtecan', 'trastuzumab deruxtecan'],
    ['Nab-paclitaxel', 'nab-paclitaxel'],
    ['Interferon Alfa-2b', 'interferon alfa-2b'],
    ['MEK Inhibitor RO4987655', 'MEK inhibitor RO4987655'],
    ['AZD9291', 'AZD9291'],
    ['T-DM1', 'T-DM1'],
    ['FOLFOX Regimen', 'FOLFOX regimen'],
    ['Radium Ra 223 Dichloride', 'radium Ra 223 dichloride'],
    ['Bacillus Calmette-Guerin', 'bacillus Calmette-Guerin'],
  ])('%s is written %s', (written, name) => {
    expect(genericName(written)).toBe(name);
  });
});
