import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { predictIcbCsv, predictWarfarinCsv, type CsvRow } from './csv.ts';
import type { ReadyModel } from './model.ts';
import { loadModels } from './runtime/load.ts';

const { models } = await loadModels(join(import.meta.dirname, '..'));
const answer = async (model: 'warfarin-dose' | 'icb-response', row: CsvRow) =>
  model === 'warfarin-dose'
    ? (await predictWarfarinCsv([row], models[model] as ReadyModel))[0]
    : (await predictIcbCsv([row], models[model] as ReadyModel, () => []))[0];

const warfarin: CsvRow = {
  id: '1',
  age_years: '65',
  sex: 'male',
  height_cm: '170',
  weight_kg: '80',
  cyp2c9: '*1/*1',
  vkorc1_rs9923231: 'A/G',
  amiodarone: '0',
};
const icb: CsvRow = {
  id: '1',
  cancer_type: 'Head & Neck',
  tmb_mut_per_mb: '8',
  prior_systemic_therapy: '0',
  albumin_g_dl: '4.1',
  nlr: '3',
  age_years: '64',
};

describe('a cell that cannot be read is not a value that is missing', () => {
  it.each([
    ['height_cm', '1,70'],
    ['weight_kg', '80 kg'],
    ['age_years', 'sixty'],
    ['vkorc1_rs9923231', 'A/C'],
    // The name of the change, which every result of it bears, is nobody's genotype.
    ['vkorc1_rs9923231', '-1639G>A'],
    ['vkorc1_rs9923231', 'G>A'],
    ['vkorc1_rs9923231', 'non-A/A'],
    ['vkorc1_rs2359612', 'del'],
    ['age_years', '0x41'],
    ['age_decade', '65'],
    ['age_decade', '60 - 79'],
    ['age_decade', '4'],
    ['amiodarone', 'stopped'],
  ])('warfarin: %s “%s” leaves the row unanswered', async (column, text) => {
    const { value, abstained } = (await answer('warfarin-dose', { ...warfarin, [column]: text })) ?? {};
    expect(value).toBeNull();
    expect(abstained).toContain(`${column} “${text}”`);
  });

  it.each(['', 'NA', 'unknown', 'not tested'])('warfarin: height “%s” is not known and estimated', async (text) => {
    expect((await answer('warfarin-dose', { ...warfarin, height_cm: text }))?.value).toBeGreaterThan(10);
  });

  it.each([
    ['albumin_g_dl', '4,1'],
    ['nlr', '> 3'],
    ['prior_systemic_therapy', 'adjuvant'],
  ])('checkpoint inhibitor: %s “%s” leaves the row unanswered', async (column, text) => {
    const { value, abstained } = (await answer('icb-response', { ...icb, [column]: text })) ?? {};
    expect(value).toBeNull();
    expect(abstained).toContain(`${column} “${text}”`);
  });
});

describe('the same value in another spelling', () => {
  it.each([
    ['vkorc1_rs9923231', 'C/T'],
    ['vkorc1_rs9923231', 'GA'],
    ['vkorc1_rs9923231', 'rs9923231 G|A'],
    ['age_decade', '60 - 69'],
    ['cyp2c9', 'CYP2C9*1/*1'],
    ['cyp2c9', '*01 / *01'],
    ['sex', 'M'],
    ['amiodarone', 'no'],
    ['cyp2c9', ' *1/*1 '],
  ])('warfarin: %s “%s”', async (column, text) => {
    expect(await answer('warfarin-dose', { ...warfarin, [column]: text })).toEqual(await answer('warfarin-dose', warfarin));
  });

  it.each([
    ['cancer_type', 'head and neck'],
    ['cancer_type', 'HNSC'],
    ['prior_systemic_therapy', 'no'],
  ])('checkpoint inhibitor: %s “%s”', async (column, text) => {
    expect(await answer('icb-response', { ...icb, [column]: text })).toEqual(await answer('icb-response', icb));
  });
});
