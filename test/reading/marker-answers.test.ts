/** Answers of markers in forms of registries and abstracted data sets: booleans, yes and no, bare codes, one test for two markers. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words, type Resource } from './resources.ts';
import { biomarkerLine } from './summary.ts';
import { read } from './vocabulary.ts';

const statusOf = (name: string, value: Resource) =>
  read(bundle(patient, observation('o', words(name), value))).facts.biomarkers.map(({ kind, status }) => `${kind} ${status ?? '-'}`);

describe('a test that is named by its finding', () => {
  it.each([
    ['MSI-High', { valueBoolean: true }, 'MSI high'],
    ['MSI-High', { valueBoolean: false }, 'MSI stable'],
    ['MSI-High', { valueString: 'Yes' }, 'MSI high'],
    ['dMMR', { valueBoolean: false }, 'MMR proficient'],
    ['dMMR', { valueString: 'Y' }, 'MMR deficient'],
    ['HER2 positive', { valueBoolean: false }, 'HER2 negative'],
    ['HER2 positive', { valueBoolean: true }, 'HER2 positive'],
  ])('%s: %j is %s', (name, value, status) => {
    expect(statusOf(name, value)).toEqual([status]);
  });

  it('under a name without a finding a yes is on file and decides nothing', () => {
    expect(statusOf('MSI status', { valueBoolean: true })).toEqual(['MSI -']);
  });
});

describe("the gene's name with a sign", () => {
  it.each([
    ['HER2+', 'HER2 positive'],
    ['HER2+ (IHC 3+)', 'HER2 positive'],
    ['HER-2 +++', 'HER2 positive'],
    ['ERBB2+', 'HER2 positive'],
    ['HER2++', 'HER2 equivocal'],
    ['HER2-', 'HER2 negative'],
    ['HER2 (-)', 'HER2 negative'],
    ['HER2 +', 'HER2 -'],
    ['HER2-low', 'HER2 low'],
  ])('%s is %s', (said, status) => {
    expect(statusOf('HER2', { valueString: said })).toEqual([status]);
  });
});

describe('answers that leave it open', () => {
  it.each([
    ['HER2 Overall Summary', '1', 'HER2 -'],
    ['MLH1 immunohistochemistry', 'Subclonal loss of nuclear expression', 'MMR indeterminate'],
  ])('%s: "%s"', (name, valueString, status) => {
    expect(statusOf(name, { valueString })).toEqual([status]);
  });

  it('a score of a stain is one', () => {
    const lines = read(bundle(patient, observation('o', words('HER2 IHC score'), { valueString: '1' }))).facts.biomarkers.map(
      biomarkerLine,
    );
    expect(lines).toHaveLength(1);
    expect(statusOf('HER2 IHC score', { valueString: '1' })).toEqual(['HER2 negative']);
  });
});

describe('one name for two markers', () => {
  it.each([
    ['Loss of MMR protein expression (MMR protein deficiency found)', 'MMR deficient'],
    ['Normal MMR protein expression (mismatch repair proficient)', 'MMR proficient'],
    ['MSI-H', 'MSI high'],
    ['Microsatellite stable', 'MSI stable'],
  ])('MSI/MMR: "%s"', (valueString, status) => {
    expect(statusOf('MSI/MMR', { valueString })).toEqual([status]);
  });
});

describe('a burden with a comma before three digits', () => {
  const burden = (said: string) =>
    read(bundle(patient, observation('o', words('Tumor mutational burden'), { valueString: said }))).facts.biomarkers.map(
      ({ value }) => value,
    );
  it.each(['1,234 mut/Mb', 'TMB: 12,500', '>1,234 mutations per megabase'])('%s is a thousand here, a fraction there: not read', (said) => {
    expect(burden(said)).toEqual([said]);
  });
  it.each([
    ['12,5 mut/Mb', 12.5],
    ['12 mutations per 1,000,000 bases', 12],
    ['1234 mut/Mb', 1234],
  ])('%s is %d', (said, value) => {
    expect(burden(said)).toEqual([value]);
  });
});

describe('a promoter that is methylated in part', () => {
  it.each([
    ['Partially methylated', 'indeterminate'],
    ['Partial methylation', 'indeterminate'],
    ['Methylated', 'positive'],
    ['Unmethylated', 'negative'],
  ])('%s is %s', (said, status) => {
    expect(statusOf('MGMT promoter methylation', { valueString: said })).toEqual([`MGMT methylation ${status}`]);
  });
});
