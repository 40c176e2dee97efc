import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words } from '../../test/reading/resources.ts';
import { read } from '../../test/reading/vocabulary.ts';
import { namesTreatment } from './title-of-treatment.ts';

const TREATMENTS = [
  'HER2 therapy',
  'Prior HER2-directed therapy',
  'HER2-targeted treatment',
  'HER2 vaccine',
  'Anti-HER2 treatment',
  'Response to HER2 therapy',
  'ER blockade',
  'PD-L1 inhibitor',
  'RAS inhibitor',
  'Renin-angiotensin (RAS) inhibitor',
  'ALK inhibitor',
  'EGFR TKI',
  'EGFR L858R inhibitor',
  'BRAF V600E-Inhibitor',
  'HER2-Therapie',
  'Traitement anti-HER2',
];

describe('a title that names a treatment by its target is no test', () => {
  describe.each(TREATMENTS)('%s', (title) => {
    it.each([
      { valueString: 'Positive' },
      { valueString: 'Negative' },
      { valueString: 'Yes' },
      { valueBoolean: true },
      { valueBoolean: false },
    ])('%j', (value) => {
      const { facts } = read(bundle(patient, observation('o', words(title), value)));
      expect([...facts.biomarkers, ...facts.variants]).toEqual([]);
    });
  });

  it.each([
    'HER2 status before therapy',
    'HER2 before therapy',
    'HER2 (post-treatment)',
    'HER2 for therapy selection',
    'HER2 IHC (therapy-predictive)',
    'EGFR mutation (TKI eligibility)',
    'EGFR mutation analysis for EGFR TKI therapy',
    'EGFR T790M (resistance to TKI)',
    'HER2',
    'Treatment-related PD-L1 expression',
  ])('%s is a test', (title) => expect(namesTreatment(title)).toBe(false));
});
