/** A result of a donor, a relative or a control sample, a row of a guideline, and a result that says that something may turn it round: none is the patient's. */
import { describe, expect, it } from 'vitest';
import { bundle, component, condition, observation, patient, words } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const said = (title: string, more: Readonly<Record<string, unknown>> = {}, value = '*2/*2') => {
  const { facts, warnings } = read(bundle(patient, observation('o', words(title), { valueString: value, ...more })));
  return { lines: facts.germline.map(germlineLine), warned: warnings.map(({ message }) => message).join(' ') };
};

describe('a result of another person', () => {
  it.each([
    'Donor CYP2C19 genotype',
    'CYP2C19 genotype (donneur)',
    'Spender CYP2C19 Genotyp',
    'CYP2C19 donante',
    'Mutter CYP2C19',
    'CYP2C19 mère',
    'Madre CYP2C19 genotipo',
    'Husband CYP2C19 genotype',
    'Uncle: CYP2C19',
    'Daughter CYP2C19 genotype',
    'Embryo CYP2C19 genotype',
    'CYP2C19 positive control',
    'CYP2C19 control sample',
    'Family CYP2C19 genotype',
    'Family: CYP2C19',
    'Familial CYP2C19 genotype',
    'Famille CYP2C19',
    'Familie CYP2C19 Genotyp',
    'CYP2C19 genotype (family)',
    'CYP2C19 genotype in the family',
  ])('by its title: %s', (title) => {
    expect(said(title).lines).toEqual([]);
    expect(said(title).warned).toMatch(/another person/);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['focus in words', { focus: [{ display: 'Stem cell donor' }] }],
    ['focus on the family history', { focus: [{ reference: 'FamilyMemberHistory/f1' }] }],
    [
      'focusCode',
      {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/observation-focusCode',
            valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '72705000', display: 'Mother' }] },
          },
        ],
      },
    ],
    ['specimen', { specimen: { display: 'Donor blood' } }],
    ['note on the sample', { note: [{ text: 'Result of the stem cell donor.' }] }],
    ['component', { component: [component(words('Tested person'), { valueString: 'Mother' })] }],
    ['relationship', { component: [component(words('Relationship to patient'), { valueString: 'Donor' })] }],
  ])('by what stands beside it: %s', (_name, more) => {
    expect(said('CYP2C19 genotype', more).lines).toEqual([]);
    expect(said('CYP2C19 genotype', more).warned).toMatch(/another person/);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a condition in the focus', { focus: [{ reference: 'Condition/c', display: 'Coronary disease' }] }],
    ['a note that only mentions a relative', { note: [{ text: 'Her mother was tested as well.' }] }],
    ['the patient in words', { component: [component(words('Tested person'), { valueString: 'Patient' })] }],
    ['his own blood', { specimen: { display: 'Peripheral blood' } }],
  ])('%s leaves it the patient’s', (_name, more) => {
    expect(said('CYP2C19 genotype', more).lines).toEqual(['CYP2C19 *2/*2']);
  });

  it.each([
    'Familial variant testing CYP2C19',
    'CYP2C gene family: CYP2C19 genotype',
    'Familial hypercholesterolemia panel, CYP2C19 genotype',
  ])('%s is the patient’s', (title) => {
    expect(said(title).lines).toEqual(['CYP2C19 *2/*2']);
  });

  it.each(['Family HLA-B*57:01', 'HLA-B*57:01 in family'])('%s: Positive', (title) => {
    expect(said(title, {}, 'Positive').lines).toEqual([]);
  });

  it('the copy from the mother is his own', () => {
    expect(said('CYP2C19 maternal allele', {}, '*2').lines).not.toEqual([]);
  });

  it.each([
    'Partner: G6PD deficiency',
    'Donor: G6PD deficiency',
    'Father: G6PD deficiency',
    'G6PD deficiency (father)',
    'Vater: G6PD deficiency',
  ])('on the problem list: %s', (text) => {
    const { facts } = read(bundle(patient, condition('c', words(text))));
    expect(facts.germline).toEqual([]);
    expect(facts.conditions).toEqual([]);
  });
});

describe('what is known of a gene, filed like a result', () => {
  const rows = [component(words('Gene'), { valueString: 'CYP2C19' }), component(words('Phenotype'), { valueString: 'Poor Metabolizer' })];
  it.each([
    'PGx Evidence: pgx_drug_guidelines',
    'Guideline: CYP2C19',
    'CPIC guideline CYP2C19',
    'Literature evidence CYP2C19',
    'Reference information: CYP2C19',
    'Known drug-gene pair CYP2C19',
    'Allele frequency of CYP2C19',
    'Population frequency CYP2C19',
  ])('%s', (title) => {
    expect(said(title, { component: rows }, 'CYP2C19 poor metabolizers should avoid clopidogrel.').lines).toEqual([]);
  });

  it.each(['PGx Alert: CYP2C19 / clopidogrel', 'Pharmacogenomic Result - CYP2C19', 'CYP2C19 genotype with CPIC guideline recommendation'])(
    '%s is a result',
    (title) => {
      expect(said(title, { component: rows }, 'Poor Metabolizer').lines).toContain('CYP2C19 Poor Metabolizer');
    },
  );
});

describe('a modifierExtension, or implicitRules', () => {
  const modifierExtension = [{ url: 'http://example.org/negated', valueBoolean: true }];
  const implicitRules = 'http://laboratory.example.org/rules';
  it.each<[string, RegExp, Readonly<Record<string, unknown>>]>([
    ['on the result', /a modifierExtension, which/, { modifierExtension }],
    [
      'on a component',
      /a modifierExtension, which/,
      { component: [{ ...component(words('Comment'), { valueString: 'none' }), modifierExtension }] },
    ],
    ['rules that are not known', /implicitRules, which/, { implicitRules }],
  ])('%s: on file, and not read', (_name, why, more) => {
    const { lines, warned } = said('CYP2C19 genotype', more);
    expect(lines).toEqual(['CYP2C19 no call']);
    expect(warned).toMatch(why);
  });

  it.each(['http://hl7.org/fhir/uv/genomics-reporting', 'http://hl7.org/fhir'])('the rules of HL7’s own guides are read: %s', (rules) => {
    expect(said('CYP2C19 genotype', { implicitRules: rules }).lines).toEqual(['CYP2C19 *2/*2']);
  });

  it.each([{ modifierExtension }, { implicitRules }])('on a condition: not used (%o)', (more) => {
    const { facts, warnings } = read(bundle(patient, { ...condition('c', words('G6PD deficiency')), ...more }));
    expect([facts.conditions, facts.germline]).toEqual([[], []]);
    expect(warnings.map(({ message }) => message).join(' ')).toMatch(/Condition was not used because it holds/);
  });

  it.each([{ modifierExtension }, { implicitRules }])(
    'a gene of a tumour was examined, and nothing is said of what was found (%o)',
    (more) => {
      const { facts } = read(bundle(patient, observation('o', words('EGFR L858R'), { valueString: 'Detected', ...more })));
      expect([facts.variants, facts.tested.map(({ gene, negative }) => [gene, negative])]).toEqual([[], [['EGFR', false]]]);
    },
  );

  it('a result that is not final is none', () => {
    const { facts } = read(
      bundle(patient, observation('o', words('EGFR L858R'), { status: 'preliminary', valueString: 'Detected', implicitRules })),
    );
    expect([facts.variants, facts.tested]).toEqual([[], []]);
  });

  it('of a Bundle are told', () => {
    const { warnings } = read({ ...bundle(patient), implicitRules });
    expect(warnings.map(({ message }) => message).join(' ')).toMatch(/The Bundle names implicitRules/);
  });
});
