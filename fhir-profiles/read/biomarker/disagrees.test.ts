/** Two methods, samples or sides of one marker in one answer that do not agree decide nothing. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words } from '../../../test/reading/resources.ts';
import { read } from '../../../test/reading/vocabulary.ts';

const statuses = (title: string, value: string) =>
  read(bundle(patient, observation('o', words(title), { valueString: value }))).facts.biomarkers.map(({ status }) => status);

describe('an answer that disagrees with itself is open', () => {
  it.each([
    ['HER2', 'IHC negative, FISH positive'],
    ['HER2 status', 'IHC positive, FISH negative'],
    ['HER2', 'FISH positive, IHC negative'],
    ['HER2', 'negative by IHC, positive by FISH'],
    ['HER2', 'IHC: negative; FISH: positive'],
    ['HER2', 'primary negative, metastasis positive'],
    ['HER2', 'IHC: négatif; FISH: positif'],
    ['HER2', 'negativ (2019), positiv (2026)'],
    ['ER', 'Negative in 2019, positive in 2026'],
    ['MSI', 'MSS / dMMR'],
    ['MSI', 'MSI-H, pMMR'],
    ['MMR', 'dMMR, MSS'],
  ])('%s: %s', (title, value) => expect(statuses(title, value)).toEqual(['indeterminate']));

  it.each([
    ['HER2', 'IHC 2+, FISH positive', 'positive'],
    ['HER2', 'IHC 2+, FISH not amplified', 'negative'],
    ['HER2', 'IHC negative, FISH negative', 'negative'],
    ['HER2', 'IHC positive, FISH positive', 'positive'],
    ['HER2', 'Negative (IHC 1+)', 'negative'],
    ['MSI', 'MSS, not dMMR', 'stable'],
    ['MSI', 'MSI-H / dMMR', 'high'],
    ['MMR', 'pMMR, MSS', 'proficient'],
    ['MSS', 'Yes', 'stable'],
    ['MSS', 'Positive', 'indeterminate'],
    ['MMR', 'MLH1 absent, MSH2 present', 'deficient'],
  ])('%s: %s is %s', (title, value, status) => expect(new Set(statuses(title, value)).has(status)).toBe(true));
});
