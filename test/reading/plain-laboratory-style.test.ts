/** One-gene tests in plain laboratory style: the gene in the test's name or code, the value a text, an answer or a number. */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, words } from './resources.ts';
import { germlineLine as line } from './summary.ts';
import { read } from './vocabulary.ts';

const lines = (...resources: readonly Record<string, unknown>[]) =>
  read(bundle(patient, ...resources))
    .facts.germline.map(line)
    .sort();

describe('plain laboratory style', () => {
  it.each([
    [words('CYP2C19 genotype'), { valueString: '*2/*2' }, ['CYP2C19 *2/*2']],
    [words('CYP2C19 Phenotype'), { valueString: 'Poor metabolizer' }, ['CYP2C19 Poor Metabolizer']],
    [words('Cytochrome P450 2D6 phenotype'), { valueString: 'Extensive Metabolizer' }, ['CYP2D6 Normal Metabolizer']],
    [words('DPYD activity score'), { valueQuantity: { value: 1.5 } }, ['DPYD score 1.5']],
    [words('CYP2D6 activity score'), { valueQuantity: { value: 3, comparator: '>=' } }, ['CYP2D6 score ≥3.0']],
    [words('CYP2C19 metabolizer status'), { valueString: 'Intermediate' }, ['CYP2C19 Intermediate Metabolizer']],
    [words('SLCO1B1 phenotype'), { valueString: 'Decreased' }, ['SLCO1B1 Decreased Function']],
    [words('CYP2C19'), { valueString: '*1/*2' }, ['CYP2C19 *1/*2']],
    [words('CYP2C19 genotype'), { valueString: 'Normal' }, ['CYP2C19 no call']],
    [words('SLCO1B1 function'), { valueString: 'Decreased function' }, ['SLCO1B1 Decreased Function']],
    [words('SLCO1B1 rs4149056'), { valueString: 'T/C' }, ['SLCO1B1 rs4149056 T/C']],
    [words('DPYD c.1905+1G>A'), { valueString: 'Heterozygous' }, ['DPYD c.1905+1G>A present heterozygous']],
    [words('DPYD c.1905+1G>A'), { valueString: 'Not detected' }, ['DPYD c.1905+1G>A absent unknown']],
    [words('CYP2C19*2 allele'), { valueString: 'Detected' }, ['CYP2C19 *2 present']],
    [words('Pharmacogenomics result'), { valueString: 'CYP2C9 *1/*3' }, ['CYP2C9 *1/*3']],
    [words('Pharmacogenomics result'), { valueString: 'CYP2C9 *1/*3; CYP2D6 *4/*4' }, ['CYP2C9 *1/*3', 'CYP2D6 *4/*4']],
    [loinc('84413-4'), { valueString: 'CYP2C9 *1/*3, CYP2D6 *4/*4' }, ['CYP2C9 *1/*3', 'CYP2D6 *4/*4']],
    [words('Genotype panel'), { valueString: 'CYP2C9 *1/*3 and VKORC1 rs9923231 C/T' }, ['CYP2C9 *1/*3', 'VKORC1 rs9923231 C/T']],
    [
      loinc('47998-0', 'DNA sequence variation display name [Text] Narrative'),
      { valueCodeableConcept: words('CYP2C9 *4/*5') },
      ['CYP2C9 *4/*5'],
    ],
    [words('G6PD genotype phenotype prediction'), { valueString: 'Deficient' }, ['G6PD Deficient']],
    [loinc('79716-7'), { valueCodeableConcept: loinc('LA25391-6', 'Normal metabolizer') }, ['CYP2C9 Normal Metabolizer']],
    [
      loinc('79714-2', 'CYP2C19 gene product metabolic activity interpretation'),
      { valueCodeableConcept: loinc('LA9657-3') },
      ['CYP2C19 Poor Metabolizer'],
    ],
    [words('TPMT enzyme activity in erythrocytes'), { valueQuantity: { value: 24, unit: 'U/mL' } }, []],
    [words('CYP2C19 genotype'), { dataAbsentReason: { coding: [{ code: 'error' }] } }, ['CYP2C19 no call']],
  ])('%j %j', (code, value, expected) => {
    expect(lines(observation('o', code, value))).toEqual(expected);
  });

  it('a code that stands for another gene than its text is not used', () => {
    const { facts, warnings } = read(
      bundle(patient, observation('o', loinc('79714-2', 'CYP2D6 metabolic activity'), { valueString: 'Poor metabolizer' })),
    );
    expect(facts.germline.map(line)).toEqual(['CYP2D6 no call', 'CYP2C19 no call']);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'conflict' }));
  });

  it.each([
    ['79713-4', 'TPMT', 'Poor Metabolizer'],
    ['79714-2', 'CYP2C19', 'Poor Metabolizer'],
    ['79715-9', 'CYP2D6', 'Poor Metabolizer'],
    ['79716-7', 'CYP2C9', 'Poor Metabolizer'],
    ['79717-5', 'CYP3A5', 'Poor Metabolizer'],
    ['79718-3', 'UGT1A1', 'Poor Metabolizer'],
    ['79719-1', 'DPYD', 'Poor Metabolizer'],
    ['79720-9', 'CYP2B6', 'Poor Metabolizer'],
  ])('LOINC %s without a display is the phenotype of %s', (code, symbol, phenotype) => {
    expect(lines(observation('o', loinc(code), { valueCodeableConcept: loinc('LA9657-3') }))).toEqual([`${symbol} ${phenotype}`]);
  });

  it.each([
    ['79722-5', { valueString: 'Decreased function' }, 'SLCO1B1 Decreased Function'],
    ['40425-1', { valueString: '*4/*5' }, 'CYP2D6 *4/*5'],
    ['57132-3', { valueString: '*1/*17' }, 'CYP2C19 *1/*17'],
    ['79711-8', { valueCodeableConcept: loinc('LA6576-8') }, 'HLA-B *58:01 present'],
    ['79712-6', { valueCodeableConcept: loinc('LA6577-6') }, 'HLA-A *31:01 absent'],
    ['57979-7', { valueCodeableConcept: loinc('LA6577-6') }, 'HLA-B *15:02 absent'],
    ['79722-5', { valueCodeableConcept: loinc('LA9657-3') }, 'SLCO1B1 no call'],
    ['79719-1', { valueString: 'see comment' }, 'DPYD no call'],
  ])('LOINC %s without a display and %j', (code, value, expected) => {
    expect(lines(observation('o', loinc(code), value))).toEqual([expected]);
  });

  it.each([
    ['57979-7', 'HLA-B*15:02 [Presence]', 'HLA-B *15:02 present'],
    ['50956-2', 'HLA-B*57:01:01', 'HLA-B *57:01 present'],
    ['50956-2', 'HLA-B*57', 'HLA-B no call'],
    ['79711-8', 'HLA-B*15:02 [Presence]', 'HLA-B no call'],
    ['50956-2', 'HLA-B*58:01', 'HLA-B no call'],
  ])('the allele of code %s and the one of its name %s', (code, name, expected) => {
    expect(lines(observation('o', loinc(code, name), { valueCodeableConcept: words('Positive') }))).toEqual([expected]);
  });

  it('a mistyped code alone is never read as a phenotype, and its gene does not look untested', () => {
    const { facts, warnings } = read(
      bundle(patient, observation('o', loinc('57132-5'), { valueCodeableConcept: loinc('LA9657-3', 'Poor metabolizer') })),
    );
    expect(facts.germline).toEqual([
      expect.objectContaining({
        gene: 'CYP2C19',
        call: { kind: 'no-call', why: 'LOINC 57132-5 alone does not name the gene with certainty' },
      }),
    ]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'unparsed', reference: 'Observation/o' }));
  });

  it.each([
    ['without a value', loinc('79714-2'), {}],
    ['mistyped, whose value names another gene', loinc('57132-5'), { valueString: 'CYP2D6 poor metabolizer' }],
  ])('a code %s says nothing about a gene', (_, code, value) => {
    expect(lines(observation('o', code, value))).toEqual([]);
  });

  it.each([
    [
      'whose codes stand for two genes',
      { coding: [...(loinc('79714-2').coding ?? []), ...(loinc('79715-9').coding ?? [])] },
      'Poor metabolizer',
      ['CYP2C19 no call', 'CYP2D6 no call'],
    ],
    ['whose value names another gene than its code', loinc('79714-2'), 'CYP2D6 poor metabolizer', ['CYP2C19 no call']],
  ])('a result %s is read for neither', (_, code, valueString, expected) => {
    expect(lines(observation('o', code, { valueString }))).toEqual(expected);
  });

  it('a panel with one component per gene', () => {
    const panel = observation('panel', words('Pharmacogenomics panel'), {
      component: [
        component(words('CYP2C19 diplotype'), { valueString: '*1/*2' }),
        component(words('CYP2C19 phenotype'), { valueString: 'Intermediate metabolizer' }),
        component(loinc('84413-4'), { valueString: 'CYP2D6 *4/*4' }),
        component(words('Comment'), { valueString: 'CYP2D6 testing covers 12 alleles' }),
      ],
    });
    expect(lines(panel)).toEqual(['CYP2C19 *1/*2', 'CYP2C19 Intermediate Metabolizer', 'CYP2D6 *4/*4']);
  });
});
