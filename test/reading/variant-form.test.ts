/**
 * Results of whole pharmacogenes that writers file under the code of a single change (LOINC 69548-6, 53037-8), and the zygosity of a single change
 * stated in its value: each is read as what it is, and single changes stay single changes.
 */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, loinc, patient, variant, words, type Resource } from './resources.ts';
import { germlineLine, variantLine } from './summary.ts';
import { read } from './vocabulary.ts';

const concept = (value: unknown) => ({ valueCodeableConcept: value });
const inWords = (name: string, value: string) => component(words(name), { valueString: value });
const HLA_B = gene('HGNC:4932', 'HLA-B');
const variation = (text: string) => component(loinc('81252-9'), concept(words(text)));
const assessed = (answer: unknown, ...components: readonly unknown[]) =>
  variant('v', components, answer === null ? { valueCodeableConcept: undefined } : concept(answer));

const germline = (...resources: readonly Resource[]): readonly string[] =>
  read(bundle(patient, ...resources)).facts.germline.map(germlineLine);

describe('an HLA allele in the form of a variant', () => {
  it.each<[string, Resource, string]>([
    ['found', assessed(loinc('LA9633-4', 'Present'), HLA_B, variation('HLA-B*57:01')), 'HLA-B *57:01 present'],
    ['not found', assessed(loinc('LA9634-2', 'Absent'), HLA_B, variation('HLA-B*57:01')), 'HLA-B *57:01 absent'],
    ['not found, in words', assessed(words('Not detected'), HLA_B, variation('HLA-B*57:01')), 'HLA-B *57:01 absent'],
    ['no call', assessed(loinc('LA18198-4', 'No call'), HLA_B, variation('HLA-B*57:01')), 'HLA-B no call'],
    ['found by code, not by words', assessed({ ...loinc('LA9633-4', 'Present'), text: 'B*57:01 not detected' }, HLA_B), 'HLA-B no call'],
    ['without an answer', assessed(null, HLA_B, variation('HLA-B*57:01')), 'HLA-B no call'],
    [
      'found by one part and not by the other',
      assessed(loinc('LA9633-4', 'Present'), HLA_B, variation('HLA-B*57:01'), inWords('Phenotype description', 'Negative')),
      'HLA-B no call',
    ],
  ])('%s', (_shape, resource, expected) => {
    expect(germline(resource)).toEqual([expected]);
  });
});

describe('pair and grade of a gene in the form of a variant', () => {
  it.each<[string, Resource, readonly string[]]>([
    [
      'components in words',
      assessed(null, inWords('Gene', 'CYP2C19'), inWords('Diplotype', '*2/*2'), inWords('Phenotype', 'Poor Metabolizer')),
      ['CYP2C19 *2/*2', 'CYP2C19 Poor Metabolizer'],
    ],
    [
      'the names of a genomics interface',
      assessed(
        null,
        inWords('Gene Studied', 'CYP2D6'),
        inWords('Genotype Name', '*4/*4'),
        inWords('Activity Score', '0'),
        inWords('Pharmacogenomic Effect Type', 'Metabolism'),
        inWords('Pharmacogenomic Effect Value', 'Poor Metabolizer'),
      ),
      ['CYP2D6 *4/*4', 'CYP2D6 score 0.0', 'CYP2D6 Poor Metabolizer'],
    ],
    ['the pair as the value', assessed(words('*2/*2'), gene('HGNC:2621', 'CYP2C19')), ['CYP2C19 *2/*2']],
    ['an alert', assessed(null, inWords('Gene', 'CYP2C19'), inWords('Phenotype', 'Poor Metabolizer')), ['CYP2C19 Poor Metabolizer']],
  ])('%s', (_shape, resource, expected) => {
    const { facts } = read(bundle(patient, resource));
    expect(facts.germline.map(germlineLine).sort()).toEqual([...expected].sort());
    expect(facts.variants).toEqual([]);
  });

  it('one change of the gene stays a change', () => {
    const { facts } = read(
      bundle(
        patient,
        assessed(
          loinc('LA9633-4', 'Present'),
          gene('HGNC:3012', 'DPYD'),
          component(loinc('48004-6'), concept(words('NM_000110.4:c.1905+1G>A'))),
        ),
      ),
    );
    expect(facts.variants.map(variantLine)).toEqual([expect.stringContaining('c.1905+1G>A')]);
  });
});

describe('the zygosity as the value of the change', () => {
  const change = (value: unknown) =>
    germline(assessed(value, gene('HGNC:3012', 'DPYD'), component(loinc('48004-6'), concept(words('NM_000110.4:c.1905+1G>A')))));

  it.each<[string, unknown, RegExp]>([
    ['as the whole value', words('Heterozygous'), / present heterozygous$/],
    ['as a LOINC answer', loinc('LA6706-1', 'Heterozygous'), / present heterozygous$/],
    ['of both copies', words('Homozygous variant'), / present homozygous$/],
  ])('%s', (_form, value, expected) => {
    expect(change(value)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([words('Homozygous reference'), words('Homozygous wild type'), words('Not heterozygous')])('%j is no finding', (value) => {
    expect(change(value).filter((line) => line.includes('present'))).toEqual([]);
  });

  it.each([
    ['c.1905+1G>A heterozygous', 'heterozygous'],
    ['c.1905+1G>A homozygous', 'homozygous'],
    ['c.1905+1G>A detected', 'unknown'],
  ])('%s', (text, zygosity) => {
    const found = germline(assessed(words(text), gene('HGNC:3012', 'DPYD')));
    expect(found).toEqual([expect.stringMatching(new RegExp(`^DPYD .*c\\.1905\\+1G>A.* present ${zygosity}$`))]);
  });
});
