/** How much of a change was seen, as the answer of its test: a finding, none, or a number that says nothing for certain. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words, type Resource } from './resources.ts';
import { read } from './vocabulary.ts';

const quantity = (value: number, unit?: string, more: Resource = {}): Resource => ({
  valueQuantity: { value, ...(unit === undefined ? {} : { unit }), ...more },
});
const said = (value: string): Resource => ({ valueString: value });

/** What is found of the change; `told`: the gene is on file as examined, nothing is found and nothing denied. */
function told(title: string, value: Resource): string {
  const { facts } = read(bundle(patient, observation('o', words(title), value)));
  const [variant] = facts.variants;
  if (variant === undefined) return facts.tested.some(({ negative }) => !negative) ? 'told' : 'lost';
  return variant.presence === 'indeterminate' ? 'told' : variant.presence;
}

const TITLES = [
  'EGFR L858R', 'EGFR p.(Leu858Arg)', 'EGFR c.2573T>G', 'EGFR exon 19 deletion', 'FLT3-ITD', 'EGFR L858R VAF', 'EGFR L858R variant allele frequency',
  'EGFR L858R allele fraction (%)', 'EGFR L858R mutant allele frequency', 'VAF of EGFR L858R', 'EGFR L858R Allelfrequenz', 'Fréquence allélique EGFR L858R',
  'EGFR_L858R_VAF', 'KRAS:G12C', 'JAK2 V617F allele burden',
] as const; // prettier-ignore

describe.each(TITLES)('%s', (title) => {
  it.each<[string, Resource]>([
    ['12 %', quantity(12, '%')],
    ['12 %', said('12 %')],
    ['12,3%', said('12,3%')],
    ['VAF 12 %', said('VAF 12 %')],
    ['12 % VAF', said('12 % VAF')],
    ['> 10 %', said('> 10 %')],
    ['0.3 % (LoD 0.1 %)', said('0.3 % (LoD 0.1 %)')],
  ])('%s is a finding %#', (_, value) => expect(told(title, value)).toBe('present'));
  it.each<[string, Resource]>([
    ['0 %', quantity(0, '%')],
    ['0 %', said('0 %')],
    ['< 0.1 %', quantity(0.1, '%', { comparator: '<' })],
    ['<0.1 %', said('<0.1 %')],
    ['<LoD', said('<LoD')],
    ['0.05 % (LoD 0.1 %)', said('0.05 % (LoD 0.1 %)')],
  ])('%s is none %#', (_, value) => expect(told(title, value)).toBe('absent'));
  it.each<[string, Resource]>([
    ['<5 %, which may be there', said('<5 %')],
    ['<5 %, which may be there', quantity(5, '%', { comparator: '<' })],
    ['<LOQ, which may be there', said('<LOQ')],
    ['120 % of something', said('120 %')],
    ['found below the limit', said('Detected, 0.05 % (LoD 0.1 %)')],
    ['a cycle of a PCR', quantity(32, 'Ct')],
    ['a depth', quantity(1200, 'x')],
    ['what the laboratory calls normal', { ...quantity(0.02, '%'), interpretation: [{ coding: [{ code: 'N' }] }] }],
    ['what lies in the reference range', { ...quantity(0.02, '%'), referenceRange: [{ high: { value: 0.1, unit: '%' } }] }],
  ])('%s is told %#', (_, value) => expect(told(title, value)).toBe('told'));
});

describe('a bare number', () => {
  it.each([
    ['EGFR L858R VAF', '0.12', 'present'],
    ['FLT3-ITD/WT ratio', '0.6', 'present'],
    ['FLT3-ITD/WT ratio', '0', 'absent'],
    ['EGFR L858R', '0.12', 'told'],
    ['EGFR L858R', '12', 'told'],
    ['EGFR L858R', '0', 'told'],
  ])('%s = %s: %s', (title, value, outcome) => expect(told(title, said(value))).toBe(outcome));
});

describe('a number of something else', () => {
  it.each([
    'EGFR L858R limit of detection',
    'Minor allele frequency EGFR L858R (gnomAD)',
    'EGFR L858R MAF',
    'EGFR L858R tumour cell content',
    'BRAF V600E (VE1) IHC',
    'EGFR VAF',
  ])('%s = 12 % says nothing of the change', (title) => {
    expect(told(title, said('12 %'))).toBe('told');
    expect(told(title, quantity(12, '%'))).toBe('told');
  });
});

it.each(['EGFR L858R population frequency', 'EGFR L858R coverage'])('%s is no result of the patient', (title) => {
  expect(told(title, said('12 %'))).toBe('lost');
  expect(told(title, quantity(12, '%'))).not.toBe('present');
});

describe('the share in a component, without a value', () => {
  const share = (value: number): Resource => ({
    component: [{ code: { coding: [{ system: 'http://loinc.org', code: '81258-6' }] }, ...quantity(value, '%') }],
  });
  it.each([
    [12, 'present'],
    [0, 'absent'],
  ])('%s %%: %s', (value, outcome) => expect(told('EGFR L858R', share(value))).toBe(outcome));
});
