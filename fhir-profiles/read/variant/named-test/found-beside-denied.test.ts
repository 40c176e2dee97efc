/** One value that says of several things what was found: what was measured is a finding, two genes with a slash are a list. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words } from '../../../../test/reading/resources.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

const said = (title: string, value: string) =>
  read(bundle(patient, observation('o', words(title), { valueString: value }))).facts.variants.map(
    ({ gene, kind, names, presence }) => `${gene} ${names[0] ?? kind} ${presence}`,
  );

describe('FLT3: an event with its length was found, whatever the rest of the gene', () => {
  it.each([
    'ITD (66 bp), unmutated TKD',
    'ITD 66 bp, TKD unmutated',
    'ITD (66 bp); TKD wild type',
    'ITD, 66 bp, no TKD mutation',
    'ITD (length 30 bp). No TKD mutation.',
    'Internal tandem duplication (45 bp), TKD negative',
    'ITD positive (66 bp), TKD not mutated',
  ])('%s', (value) => {
    expect(said('FLT3', value).map((one) => one.replace(/.* /, ''))).toEqual(['present']);
  });

  it.each(['unmutated', 'ITD negative, TKD negative', 'ITD negative (0 bp), TKD negative', 'No ITD, unmutated TKD'])(
    '%s: not found',
    (value) => {
      expect(said('FLT3', value).every((one) => one.endsWith('absent'))).toBe(true);
    },
  );
});

describe('two genes with a slash before a denial are each denied', () => {
  it.each([
    ['BRCA1/2', 'BRCA1/2 negativ'],
    ['BRCA', 'BRCA1/BRCA2 negative'],
    ['BRCA testing', 'BRCA1/BRCA2: no pathogenic variant'],
    ['BRCA1/2', 'No BRCA1/BRCA2 mutation'],
    ['BRCA1/2', 'BRCA1/BRCA2 wild type'],
  ])('%s: %s', (title, value) => {
    expect(said(title, value)).toEqual(['BRCA1 other absent', 'BRCA2 other absent']);
  });

  it.each([
    ['ALK/ROS1', 'ALK/ROS1 negative'],
    ['ALK/ROS1 fusion', 'No ALK/ROS1 fusion detected'],
  ])('%s: %s', (title, value) => {
    expect(said(title, value).map((one) => one.replace(/ .* /, ' '))).toEqual(['ALK absent', 'ROS1 absent']);
  });

  it.each(['EML4/ALK negative', 'EML4-ALK negative', 'EML4/ALK fusion not detected'])('ALK: %s is one fusion', (value) => {
    expect(said('ALK', value)).toEqual(['EML4 EML4::ALK fusion absent']);
  });
});

describe('pertinent negatives are told of, and nothing is read from them', () => {
  it.each([
    ['Genomic findings', 'Pertinent negatives: EGFR, ALK'],
    ['Molecular pathology', 'Relevant negatives: EGFR, ALK'],
    ['Pertinent negatives', 'EGFR, ALK'],
    ['Genes with no reportable alterations', 'EGFR, ALK'],
  ])('%s: %s', (title, value) => {
    const { facts } = read(bundle(patient, observation('o', words(title), { valueString: value })));
    expect(facts.variants).toEqual([]);
    expect(facts.tested.map(({ gene }) => gene)).toEqual(['EGFR', 'ALK']);
  });

  it('what a patient does not complain of names no gene', () => {
    const { facts, warnings } = read(bundle(patient, observation('o', words('Pertinent negatives'), { valueString: 'No SOB, CP, HA' })));
    expect([...facts.tested, ...warnings]).toEqual([]);
  });
});
