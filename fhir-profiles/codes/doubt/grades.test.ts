import { describe, expect, it } from 'vitest';
import { phenotypeInText } from '../phenotype-terms.ts';

describe('a grade in words counts only where it is said of the patient', () => {
  it.each([
    'No CYP2C19 poor metabolizer',
    'No evidence of CYP2C19 poor metabolizer status',
    'CYP2C19 poor metabolizer status was excluded',
    'The result is inconsistent with CYP2C19 poor metabolizer status',
    'CYP2C19 poor metabolizer phenotype is unlikely',
    'Absence of CYP2C19 poor metabolizer genotype',
    'without CYP2C19 poor metabolizer alleles',
    'To exclude CYP2C19 poor metabolizer',
    'Ruled out: CYP2C19 poor metabolizer',
    'r/o CYP2C19 poor metabolizer',
    '? CYP2C19 poor metabolizer',
    'CYP2C19 poor metabolizer?',
    'Screening for CYP2C19 poor metabolizer',
    'At risk for CYP2C19 poor metabolizer',
    'Brother CYP2C19 poor metabolizer',
    'Niece CYP2C19 poor metabolizer',
    'Mutter: CYP2C19 poor metabolizer',
    'Unconfirmed CYP2C19 poor metabolizer',
    'CYP2C19 poor metabolizer in her grandmother',
    'CYP2C19 not poor metabolizer',
    'CYP2C19: poor metabolizer - no',
    'CYP2C19 poor metabolizer status: negative',
    'CYP2C19 poor metabolizer: false',
    'The prevalence of CYP2D6 poor metabolizers in Europeans is 7%',
    'Not detected: CYP2C19 poor metabolizer',
    'No variant alleles consistent with poor metabolizer',
    'No normal metabolizer',
    'Kein CYP2C19 Poor Metabolizer',
    'Neither SLCO1B1 decreased function nor poor function',
    'Possible CYP2C19 poor metabolizer',
    'Possibly intermediate metabolizer',
    'Probable CYP2C19 poor metabolizer',
    'Presumed CYP2D6 ultrarapid metabolizer',
    'Possible poor function',
    'TPMT poor metabolizer nicht nachweisbar',
    'TPMT poor metabolizer not detected',
    'non-TPMT poor metabolizer',
    'not_poor_metabolizer',
    'non_poor_metabolizer',
    'poor_or_normal_metabolizer',
  ])('%s states nothing', (text) => {
    expect(phenotypeInText(text)).toBeNull();
  });

  it.each([
    ['The patient is a CYP2C19 poor metabolizer', 'Poor Metabolizer'],
    ['This genotype is consistent with a CYP2C19 poor metabolizer', 'Poor Metabolizer'],
    ['Poor metabolizer (two no function alleles)', 'Poor Metabolizer'],
    ['Poor metabolizer: avoid codeine, no dose is safe', 'Poor Metabolizer'],
    ['Positive for CYP2D6 ultrarapid metabolizer', 'Ultrarapid Metabolizer'],
    ['No variants detected, normal metabolizer', 'Normal Metabolizer'],
    ['No loss-of-function alleles found: normal metabolizer', 'Normal Metabolizer'],
    ['No function', 'Poor Function'],
    ['Two non-functional alleles: CYP2C19 poor metabolizer', 'Poor Metabolizer'],
    ['Likely poor metabolizer', 'Likely Poor Metabolizer'],
    ['Possible Intermediate Metabolizer', 'Possible Intermediate Metabolizer'],
    ['Possible Decreased Function', 'Possible Decreased Function'],
    ['Normal metabolizer, no actionable variant', 'Normal Metabolizer'],
    ['poor_metabolizer', 'Poor Metabolizer'],
    ['PoorMetabolizer', 'Poor Metabolizer'],
    ['INTERMEDIATE_METABOLIZER', 'Intermediate Metabolizer'],
    ['ultrarapid_metabolizer', 'Ultrarapid Metabolizer'],
    ['UltraRapidMetabolizer', 'Ultrarapid Metabolizer'],
    ['DecreasedFunction', 'Decreased Function'],
  ])('%s states %s', (text, term) => {
    expect(phenotypeInText(text)?.term).toBe(term);
  });
});
