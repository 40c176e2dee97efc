/** Every public example file against what a person read from it. Runs only where the files are (`../shared` beside the repository). */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHARED_EXAMPLES } from './shared-examples.ts';
import { summary, variantLine } from './summary.ts';
import { read } from './vocabulary.ts';

const FOLDER = new URL('../../../shared/reference/fhir/examples/', import.meta.url);
const present = existsSync(FOLDER);
const NOT_HERE = new Set(['missing', 'implausible']);

const open = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));

describe.skipIf(!present)('public example files', () => {
  it('are covered by at least sixty expectations', () => {
    expect(Object.keys(SHARED_EXAMPLES).length).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.keys(SHARED_EXAMPLES))('%s', (name) => {
    const { warned = [], ...expected } = SHARED_EXAMPLES[name] ?? {};
    const { facts, warnings } = read(open(name));
    expect(summary(facts)).toEqual(expected);
    expect([...new Set(warnings.map(({ code }) => code))].filter((code) => !NOT_HERE.has(code)).sort()).toEqual(warned);
  });

  it('a whole-gene variant file: every position once, none of them turned into a genotype', () => {
    const { facts } = read(open('gr-stu2__cyp2c19phase-CYP2C19'));
    expect(facts.variants).toHaveLength(74);
    expect(facts.variants.every(({ presence, genomic }) => presence === 'present' && genomic?.assembly === 'GRCh37')).toBe(true);
    expect(facts.germline.length).toBeGreaterThan(0);
    expect(facts.germline.every(({ gene, call }) => gene === 'CYP2C19' && call.kind === 'variant')).toBe(true);
    expect(facts.tested.map(({ gene }) => gene)).toEqual(['CYP2C19']);
  });

  it('a report that contains all its results', () => {
    const { facts } = read(open('vcf2fhir__v2fssv'));
    expect(facts.variants.every(({ origin, presence }) => origin === 'somatic' && presence === 'present')).toBe(true);
    expect(facts.variants.map(variantLine)).toContain('- copy-number present somatic copies 1 loss');
    expect(new Set(facts.variants.map(({ id }) => id)).size).toBe(facts.variants.length);
  });

  it('the somatic report with the patient named', () => {
    const { facts } = read(open('gr-stu3__somaticpdf'), 'somaticPatient');
    expect(facts.variants).toHaveLength(8);
    expect(read(open('gr-stu3__somaticpdf'), 'somebody-else').facts.variants).toEqual([]);
  });
});

describe.skipIf(present)('public example files', () => {
  it('are not beside this checkout, so their expectations were not run', () => expect(present).toBe(false));
});
