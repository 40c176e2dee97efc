/**
 * Results in the shapes that public exporters write (tools that turn genotype files and reports into FHIR), their slips included: codes of
 * other genes, values in components, answers whose code and words disagree. Each is read rightly, or told; none looks untested.
 */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, loinc, observation, patient, variant, words, type Resource } from './resources.ts';
import { germlineLine, variantLine } from './summary.ts';
import { read } from './vocabulary.ts';

const concept = (value: unknown) => ({ valueCodeableConcept: value });
const both = (code: string, display: string, text: string) => ({ ...loinc(code, display), text });
const named = (code: string, text: string) => ({ ...loinc(code), text });
const GENOTYPE = '84413-4';

function lines(...resources: readonly Resource[]): { readonly germline: readonly string[]; readonly warnings: readonly string[] } {
  const { facts, warnings } = read(bundle(patient, ...resources));
  return { germline: facts.germline.map(germlineLine), warnings: warnings.map(({ message }) => message) };
}

describe('read rightly', () => {
  it.each<[string, Resource, readonly string[]]>([
    [
      'the diplotype as the variation of a genotype without a value',
      observation('o', named(GENOTYPE, 'CYP2C19 Genotype'), {
        component: [component(loinc('81252-9'), concept({ text: 'CYP2C19 *2/*2' })), gene('HGNC:2621', 'CYP2C19')],
      }),
      ['CYP2C19 *2/*2'],
    ],
    [
      'the diplotype as a text in a component',
      observation('o', loinc(GENOTYPE), {
        component: [component(loinc('48018-6'), concept(words('CYP2C19'))), component(loinc(GENOTYPE), { valueString: '*2/*2' })],
      }),
      ['CYP2C19 *2/*2'],
    ],
    [
      'two haplotypes one by one',
      observation('o', loinc(GENOTYPE), {
        component: [gene('HGNC:2625', 'CYP2D6'), ...['*1', '*4'].map((name) => component(loinc('84414-2'), concept(words(name))))],
      }),
      ['CYP2D6 *1/*4'],
    ],
    [
      'HLA alleles of two loci one by one',
      observation('o', named(GENOTYPE, 'HLA typing'), {
        component: ['HLA-A*02:01', 'HLA-A*03:01', 'HLA-B*57:01', 'HLA-B*07:02'].map((name) =>
          component(loinc('84414-2'), concept(words(name))),
        ),
      }),
      ['HLA-A *02:01/*03:01', 'HLA-B *57:01/*07:02'],
    ],
    [
      'a phenotype as the value of a genotype',
      observation('o', named(GENOTYPE, 'CYP2C19 phenotype'), concept(words('Poor metabolizer'))),
      ['CYP2C19 Poor Metabolizer'],
    ],
    ['a diplotype as the value of a drug effect', observation('o', loinc('53040-2'), { valueString: 'CYP2C19 *2/*2' }), ['CYP2C19 *2/*2']],
    [
      'a diplotype and its phenotype as the value of a drug effect',
      observation('o', named('53040-2', 'CYP2C19 genotype result'), { valueString: 'CYP2C19 *2/*2 (Poor Metabolizer)' }),
      ['CYP2C19 *2/*2', 'CYP2C19 Poor Metabolizer'],
    ],
    [
      'one HLA allele whose answer names it again',
      observation('o', words('HLA-B*57:01'), concept(both('LA9633-4', 'Present', 'HLA-B*57:01 status: positive'))),
      ['HLA-B *57:01 present'],
    ],
  ])('%s', (_shape, resource, expected) => {
    const found = lines(resource);
    expect(found.germline).toEqual(expected);
    expect(found.warnings).toEqual([]);
  });

  it.each([
    ['79714-2', 'CYP2D6', 'HGNC:2625'],
    ['79713-4', 'CYP2C19', 'HGNC:2621'],
    ['79715-9', 'TPMT', 'HGNC:12014'],
  ])('the code %s of another gene over %s, which name and gene agree on: the gene is read, the slip is told', (code, symbol, id) => {
    const found = lines(
      observation('o', named(code, `${symbol} Genotype`), {
        ...concept(words('*1/*4')),
        component: [gene(id, symbol), component(both('79716-7', 'Phenotype', 'Phenotype'), concept(words('Intermediate Metabolizer')))],
      }),
    );
    expect(found.germline).toEqual([`${symbol} *1/*4`, `${symbol} Intermediate Metabolizer`]);
    expect(found.warnings).toEqual([expect.stringContaining(`it was read as ${symbol}`)]);
  });
});

describe('told, and never as untested', () => {
  it.each<[string, Resource, readonly string[], string | null]>([
    [
      'a component under the code of another gene is not that gene’s',
      observation('o', words('CYP2D6 panel'), {
        component: [gene('HGNC:2625', 'CYP2D6'), component(loinc('79716-7'), concept(words('Poor metabolizer')))],
      }),
      ['CYP2D6 no call'],
      'its form is not known',
    ],
    [
      'code and name of different genes, and no gene beside them',
      observation('o', named('79713-4', 'CYP2C9 metabolizer phenotype'), concept(words('Poor metabolizer'))),
      ['CYP2C9 no call', 'TPMT no call'],
      'it was not used',
    ],
    [
      'the answer of poor beside the words of normal',
      observation('o', loinc('53040-2'), {
        ...concept(loinc('LA9657-3', 'Normal metabolizer')),
        component: [gene('HGNC:2621', 'CYP2C19')],
      }),
      ['CYP2C19 no call'],
      'disagree',
    ],
    [
      'an HLA allele present by code and not detected by words',
      observation('o', words('HLA-B*57:01'), concept(both('LA9633-4', 'Present', 'HLA-B*57:01 status: not detected'))),
      ['HLA-B no call'],
      null,
    ],
    ['a genotype with nothing in it', observation('o', named(GENOTYPE, 'CYP2C19 genotype')), ['CYP2C19 no call'], 'has no value'],
    ['a phenotype of no gene', observation('o', loinc('81247-9'), { valueString: 'Poor Metabolizer' }), [], 'was not used'],
    [
      'an overall interpretation in words',
      observation('o', loinc('51968-6'), { valueString: 'DPYD: one variant detected' }),
      ['DPYD no call'],
      'speaks of DPYD in words only',
    ],
    [
      'a report’s conclusion in words that cannot be read',
      {
        resourceType: 'DiagnosticReport',
        id: 'r',
        status: 'final',
        subject: { reference: 'Patient/p1' },
        code: words('Genetics'),
        conclusion: 'DPYD: c.1905+1G>A found in one copy.',
      },
      ['DPYD no call'],
      'speaks of DPYD in words only',
    ],
  ])('%s', (_shape, resource, germline, warning) => {
    const found = lines(resource);
    expect(found.germline).toEqual(germline);
    if (warning !== null) expect(found.warnings).toEqual([expect.stringContaining(warning)]);
  });

  it('a coding change without a gene, and variants that only a sequence lists, are told', () => {
    const onTranscript = (name: string) => variant('v', [component(loinc('48004-6'), concept(words(name)))]);
    expect(lines(onTranscript('NM_999999.1:c.2846A>T')).warnings).toEqual([expect.stringContaining('names no gene')]);
    // The transcript of DPYD names it.
    expect(lines(onTranscript('NM_000110.4:c.2846A>T'))).toEqual({ germline: [expect.stringContaining('DPYD')], warnings: [] });
    const sequence = {
      resourceType: 'MolecularSequence',
      id: 's',
      patient: { reference: 'Patient/p1' },
      variant: [{ start: 1, observedAllele: 'A' }],
    };
    expect(lines(sequence).warnings).toEqual([expect.stringContaining('only a sequence lists')]);
    expect(lines({ ...sequence, variant: [] }).warnings).toEqual([]);
  });

  it('what a report says in words of a gene that has a result of its own needs no word', () => {
    const report = {
      resourceType: 'DiagnosticReport',
      id: 'r',
      status: 'final',
      subject: { reference: 'Patient/p1' },
      code: words('Genetics'),
      conclusion: 'CYP2C19 variants detected.',
    };
    expect(lines(report, observation('o', words('CYP2C19 genotype'), { valueString: '*1/*2' }))).toEqual({
      germline: ['CYP2C19 *1/*2'],
      warnings: [],
    });
  });

  it('an allelic state whose code and words disagree is left out and told: one copy and two are different doses', () => {
    const parts = [gene('HGNC:3012', 'DPYD'), component(loinc('48004-6'), concept(words('c.1905+1G>A')))];
    const state = (code: string, display: string) => component(loinc('53034-5'), concept(loinc(code, display)));
    const { facts, warnings } = read(bundle(patient, variant('v', [...parts, state('LA6705-3', 'Heterozygous')])));
    expect(facts.germline.map(germlineLine)).toEqual(['DPYD c.1905+1G>A present unknown']);
    expect(warnings).toEqual([expect.objectContaining({ code: 'conflict', message: expect.stringContaining('allelic state') })]);
    const agreed = read(bundle(patient, variant('v', [...parts, state('LA6706-1', 'Heterozygous')])));
    expect([agreed.facts.germline.map(germlineLine), agreed.warnings]).toEqual([['DPYD c.1905+1G>A present heterozygous'], []]);
  });

  it('a variant present by code and not detected by words is undecided', () => {
    const stated = (text: string) =>
      read(
        bundle(
          patient,
          variant(
            'v',
            [gene('HGNC:3236', 'EGFR'), component(loinc('48005-3'), concept(words('p.L858R')))],
            concept(both('LA9633-4', 'Present', text)),
          ),
        ),
      );
    expect(stated('Not detected').facts.variants.map(variantLine)[0]).toContain('indeterminate');
    expect(stated('EGFR L858R detected; T790M not detected').facts.variants.map(variantLine)[0]).toContain('present');
  });
});
