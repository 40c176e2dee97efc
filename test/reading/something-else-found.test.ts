/** "Detected" of something else than what was looked for is no finding, and no negative either. */
import { describe, expect, it } from 'vitest';
import { statusInWords } from '../../fhir-profiles/codes/biomarker-status.ts';
import { presenceInWords } from '../../fhir-profiles/read/variant/parts/presence-in-words.ts';
import { bundle, observation, patient, words } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

describe('of something else', () => {
  it.each([
    'Internal control detected',
    'Positive control: pass',
    'Detected in reagent blank',
    'Result positive for control',
    'Human DNA detected',
    'Sufficient DNA detected',
    'Tumour cells present',
    'Tumor present (40 % cellularity)',
    'Sample positive for tumour',
    'Reference allele present',
    'Normal sequence detected',
    'Another mutation detected',
    'Synonymous variant detected',
    'Silent mutation detected',
    'Polymorphism detected',
    'Background signal detected',
    'PCR inhibitor detected',
    'Gene present',
    'Gene expression detected',
    'Region amplified successfully',
    'Coverage present',
    'Patient identified',
    'Two identifiers present',
    'Consent present',
    'Not yet identified',
    'To be identified',
    'Sensitivity 5 %: positive',
    'Presence/absence',
    'positive | negative',
  ])('%s', (text) => {
    expect(presenceInWords(text)).toBe('indeterminate');
    expect(statusInWords('HER2', text)).not.toBe('positive');
  });
});

describe('of the change, whatever stands beside it', () => {
  it.each([
    ['Detected', 'present'],
    ['Mutation detected', 'present'],
    ['Fusion gene detected', 'present'],
    ['EGFR L858R detected; internal control positive', 'present'],
    ['L858R detected (sensitivity 1 %)', 'present'],
    ['Detected in the tumour', 'present'],
    ['Staining in tumour cells present', 'present'],
    ['Detected in tumor tissue', 'present'],
    ['Positive, tumour content 60 %', 'present'],
    ['L858R detected, no other mutation detected', 'absent'],
    ['No other variant detected', 'absent'],
    ['Not detected; internal control valid', 'absent'],
    ['Not detected. Sufficient DNA detected.', 'indeterminate'],
    ['Wild type detected', 'absent'],
    ['No mutation detected', 'absent'],
    ['Benign variant detected', 'present'],
  ])('%s: %s', (text, presence) => expect(presenceInWords(text)).toBe(presence));
  it.each([
    ['Positive (3+), internal control positive', 'positive'],
    ['Amplified', 'positive'],
    ['HER2 gene amplified', 'positive'],
    ['Not amplified', 'negative'],
    ['Exon 20 amplified', null],
  ])('HER2 %s: %s', (text, status) => expect(statusInWords('HER2', text)).toBe(status));
});

describe('a variant of some class under the name of one change of a pharmacogene', () => {
  const lines = (title: string, value: string) =>
    read(bundle(patient, observation('o', words(title), { valueString: value }))).facts.germline.map(germlineLine);
  const TITLES = ['DPYD c.1905+1G>A', 'MT-RNR1 m.1555A>G', 'HLA-B*57:01'];
  const SOME = [
    'VUS detected',
    'Variant of uncertain significance detected',
    'Benign variant detected',
    'Likely benign variant identified',
    'Polymorphism detected',
    'Synonymous variant detected',
    'Another variant detected',
    'Positive/negative',
    'Detected / Not detected',
  ];
  it.each(TITLES.flatMap((title) => SOME.map((value) => [title, value] as const)))('%s = %s was not read', (title, value) => {
    expect(lines(title, value).join()).toMatch(/no call$/);
  });

  it.each([
    ['DPYD c.1905+1G>A', 'Pathogenic variant detected'],
    ['DPYD c.1905+1G>A', 'Detected (VUS)'],
    ['DPYD c.1905+1G>A', 'c.1905+1G>A detected; benign variants are not reported'],
    ['MT-RNR1 m.1555A>G', 'Variant detected'],
    ['HLA-B*57:01', 'Detected'],
  ])('%s = %s: present', (title, value) => {
    expect(lines(title, value).join()).toMatch(/present/);
  });

  it.each([
    ['MT-RNR1 m.1555A>G', 'Not detected'],
    ['HLA-B*57:01', 'Negative'],
  ])('%s = %s: absent', (title, value) => {
    expect(lines(title, value).join()).toMatch(/absent/);
  });
});
