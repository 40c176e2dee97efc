/** From the line that a laboratory writes to the act advised: results that leave something open must neither frighten nor reassure. */
import { describe, expect, it } from 'vitest';
import { interpretPgx } from '../../cds-service/pgx/index.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { readPatient } from '../../fhir-profiles/index.ts';
import { bundle, component, gene, loinc, observation, patient, words, type Resource } from '../reading/resources.ts';

const knowledge = loadKnowledge();

const order = (drug: string): Resource => ({
  resourceType: 'MedicationRequest',
  id: 'order',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: { text: drug },
});

function advice(drug: string, ...results: readonly Resource[]) {
  const { facts } = readPatient(bundle(patient, ...results, order(drug)), { asOf: '2026-11-21', vocabulary: knowledge.vocabulary });
  const { genes, drugs } = interpretPgx(facts, knowledge.pgx, { allDrugs: false });
  return { genes, first: drugs[0] };
}

const line = (id: string, name: string, value: string) => observation(id, words(name), { valueString: value });
const nudt15 = line('n', 'NUDT15 genotype', '*1/*1');

describe('thiopurines with a TPMT result that is not complete', () => {
  it.each([
    ['one allele without function, the other not reported', 'TPMT genotype', '*3A'],
    ['one position alone', 'TPMT rs1142345', 'T/C'],
    ['low activity in red cells', 'TPMT enzyme activity, RBC', 'Low'],
  ])('%s: the dose is lowered, and the worse possibility is told', (_what, name, value) => {
    const { first } = advice('azathioprine 50 mg', line('t', name, value), nudt15);
    expect(first?.action).toBe('decrease-dose');
    expect(first?.text).toMatch(/least that holds.*poor metabolizer/);
  });

  it.each(['No call', 'Specimen insufficient', 'see scanned report'])('%s: NUDT15 alone carries the advice, and this is said', (value) => {
    const { first } = advice('azathioprine 50 mg', line('t', 'TPMT genotype', value), nudt15);
    expect(first?.text).toContain('TPMT has no usable result for this drug; the advice rests on NUDT15 alone');
  });

  it('heterozygous for *3A is *1/*3A, as laboratories mean it', () => {
    const { genes, first } = advice('azathioprine 50 mg', line('t', 'TPMT genotype', '*3A heterozygous'), nudt15);
    expect(genes.find(({ gene }) => gene === 'TPMT')).toMatchObject({ diplotype: '*1/*3A', phenotype: 'Intermediate Metabolizer' });
    expect(first?.action).toBe('decrease-dose');
  });

  it('a normal activity beside *1/*3A is a disagreement, not an average', () => {
    const { genes } = advice('azathioprine 50 mg', line('a', 'TPMT activity', 'Normal'), line('t', 'TPMT', '*1/*3A'), nudt15);
    expect(genes.find(({ gene }) => gene === 'TPMT')?.state).toBe('conflict');
  });
});

describe('star alleles tested one by one', () => {
  const clopidogrel = (...answers: readonly (readonly [string, string])[]) =>
    advice('clopidogrel 75 mg', ...answers.map(([allele, value], i) => line(`o${i}`, `CYP2C19${allele}`, value))).genes[0];

  it('*2 once, *3 and *17 not found: *1/*2', () => {
    expect(clopidogrel(['*2', 'Heterozygous'], ['*3', 'Not detected'], ['*17', 'Not detected'])).toMatchObject({
      diplotype: '*1/*2',
      phenotype: 'Intermediate Metabolizer',
    });
  });

  it('none of the three found: *1/*1, called from what was tested', () => {
    expect(clopidogrel(['*2', 'Not detected'], ['*3', 'Not detected'], ['*17', 'Not detected'])).toMatchObject({
      diplotype: '*1/*1',
      phenotype: 'Normal Metabolizer',
    });
  });

  it('*17 once with *2 not tested is not called rapid', () => {
    expect(clopidogrel(['*17', 'Heterozygous'])).toMatchObject({ phenotype: 'Indeterminate' });
  });
});

describe('measured G6PD activity decides rasburicase without a genotype', () => {
  const g6pd = { ...loinc('32546-4') };
  it.each([
    ['in words', { valueString: 'Deficient' }, 'avoid'],
    [
      'a number with the low flag',
      { valueQuantity: { value: 1.2, unit: 'U/g{Hb}' }, interpretation: [{ coding: [{ code: 'L' }] }] },
      'avoid',
    ],
    [
      'a number below the laboratory’s own limit',
      { valueQuantity: { value: 1.2, unit: 'U/g{Hb}' }, referenceRange: [{ low: { value: 7 } }] },
      'avoid',
    ],
    ['a number within it', { valueQuantity: { value: 9, unit: 'U/g{Hb}' }, referenceRange: [{ low: { value: 7 } }] }, 'standard'],
    ['a number alone, which is not judged', { valueQuantity: { value: 9, unit: 'U/g{Hb}' } }, 'no-recommendation'],
  ])('%s', (_what, value, action) => {
    expect(advice('rasburicase', observation('g', g6pd, value)).first?.action).toBe(action);
  });
});

describe('G6PD from its changes, before rasburicase', () => {
  const man: Resource = { resourceType: 'Patient', id: 'p1', birthDate: '1980-01-01', gender: 'male' };
  const woman: Resource = { ...man, gender: 'female' };
  const rasburicase = (who: Resource, ...lines: readonly (readonly [string, string])[]) => {
    const results = lines.map(([name, value], i) => line(`g${i}`, name, value));
    const { facts } = readPatient(bundle(who, ...results, order('rasburicase')), { asOf: '2026-11-21', vocabulary: knowledge.vocabulary });
    const { genes, drugs } = interpretPgx(facts, knowledge.pgx, { allDrugs: false });
    return [genes[0]?.diplotype, genes[0]?.phenotype, drugs[0]?.action];
  };

  it.each([
    ['A- by its two changes, one copy', man, [['G6PD genotype', 'c.202G>A;c.376A>G hemizygous']], 'A- 202A_376G'],
    ['a man has one chromosome, so both changes lie on it', man, [['G6PD genotype', 'c.202G>A and c.376A>G']], 'A- 202A_376G'],
    [
      'the two changes in two results',
      man,
      [
        ['G6PD c.202G>A', 'Detected'],
        ['G6PD c.376A>G', 'Detected'],
      ],
      'A- 202A_376G',
    ],
    ['A- with 680', man, [['G6PD genotype', 'c.680G>T;c.376A>G hemizygous']], 'A- 680T_376G'],
    ['both changes on both copies', woman, [['G6PD genotype', 'c.202G>A, c.376A>G (homozygous)']], 'A- 202A_376G/A- 202A_376G'],
    ['c.202G>A alone: whichever allele it is, it is deficient', man, [['G6PD variant', 'c.202G>A hemizygous']], 'c.202G>A'],
    ['Canton by its coding name', man, [['G6PD genotype', 'c.1376G>T']], 'Canton, Taiwan-Hakka, Gifu-like, Agrigento-like'],
  ] as const)('%s: deficient, avoid', (_what, who, lines, diplotype) => {
    expect(rasburicase(who, ...lines)).toEqual([diplotype, 'Deficient', 'avoid']);
  });

  it.each([
    ['c.202G>A, c.376A>G heterozygous', woman, 'Indeterminate'],
    ['c.[202G>A;376A>G];[=]', woman, 'Variable'],
    ['c.[202G>A;376A>G]', woman, 'Indeterminate'],
    ['Mediterranean heterozygous', woman, 'Variable'],
    ['c.376A>G hemizygous', man, 'Indeterminate'],
  ] as const)('%s: the enzyme activity is measured first', (value, who, phenotype) => {
    expect(rasburicase(who, ['G6PD genotype', value]).slice(1)).toEqual([phenotype, 'test-first']);
  });
});

describe('RYR1 before an anaesthetic', () => {
  it('a change named by its amino acid, in the codon of an associated one, is neither called nor waved through', () => {
    const { genes, first } = advice('succinylcholine', line('r', 'RYR1 gene', 'p.Arg2435His, heterozygous'));
    expect(genes[0]).toMatchObject({ gene: 'RYR1', phenotype: 'Indeterminate' });
    expect(genes[0]?.notes?.join(' ')).toContain('c.7304G>A');
    expect(first?.text).toMatch(/must not be taken as normal/);
  });

  it('the same change by its coding name is called', () => {
    expect(advice('succinylcholine', line('r', 'RYR1 gene', 'c.7304G>A, heterozygous')).first?.action).toBe('avoid');
  });

  it.each([
    ['RYR1 gene', 'p.Gly2434Arg, heterozygous'],
    ['RYR1 G2434R', 'Heterozygous'],
    ['RYR1 p.Gly248Arg', 'Detected'],
    ['ryanodine receptor 1 gene', 'c.7300G>A heterozygous'],
  ])('%s: %s, a known cause by its amino acid, is avoided', (name, value) => {
    expect(advice('succinylcholine', line('r', name, value)).first?.action).toBe('avoid');
  });

  it('any other amino acid stays an uncertain susceptibility', () => {
    expect(advice('succinylcholine', line('r', 'RYR1 gene', 'p.Ala4Val, heterozygous')).genes[0]?.phenotype).toBe(
      'Uncertain Susceptibility',
    );
  });
});

describe('a result behind a code that could not be confirmed', () => {
  const unconfirmed = observation('u', loinc('57132-5'), { valueCodeableConcept: loinc('LA9657-3', 'Poor metabolizer') });

  it('is not read, and CYP2C19 does not look untested', () => {
    const { genes, first } = advice('clopidogrel 75 mg', unconfirmed);
    expect(genes).toEqual([expect.objectContaining({ gene: 'CYP2C19', diplotype: null, phenotype: 'Indeterminate' })]);
    expect(genes[0]?.notes?.join(' ')).toContain('LOINC 57132-5 alone does not name the gene with certainty');
    expect(first).toMatchObject({ coverage: 'unreadable', action: 'no-recommendation' });
  });

  it.each([
    ['*1/*1', 'Normal Metabolizer'],
    ['*1/*2', 'Intermediate Metabolizer'],
  ])('leaves a named result of the same gene as it is (%s)', (value, phenotype) => {
    const named = line('g', 'CYP2C19 genotype', value);
    const alone = advice('clopidogrel 75 mg', named);
    const both = advice('clopidogrel 75 mg', named, unconfirmed);
    expect(both.genes[0]).toMatchObject({ state: 'called', diplotype: value, phenotype });
    expect(both.first?.action).toBe(alone.first?.action);
  });
});

it('a result of a gene on which no recommendation rests is told, not dropped', () => {
  const { facts } = readPatient(bundle(patient, line('o', 'OPRM1 rs1799971', 'A/G')), {
    asOf: '2026-11-21',
    vocabulary: knowledge.vocabulary,
  });
  const { genes, warnings } = interpretPgx(facts, knowledge.pgx, { allDrugs: false });
  expect(genes).toEqual([]);
  expect(warnings).toEqual([
    {
      code: 'not-covered',
      message: expect.stringMatching(/^OPRM1 \(A\/G\) is on file.*not covered/) as string,
      reference: 'Observation/o',
      genes: ['OPRM1'],
    },
  ]);
});

describe('changes in the oldest spelling, base before and after the number', () => {
  it.each([
    ['SLCO1B1 T521C', 'C/C', 'simvastatin', '*5/*5', 'alternative'],
    ['SLCO1B1 genotype', 'T521C homozygous', 'simvastatin', '*5/*5', 'alternative'],
    ['CYP2C19 G681A', 'Heterozygous', 'clopidogrel', 'rs4244285 G/A', 'avoid'],
  ])('%s: %s', (name, value, drug, diplotype, action) => {
    const { genes, first } = advice(drug, line('o', name, value));
    expect([genes[0]?.diplotype, first?.action]).toEqual([diplotype, action]);
  });

  it('a change that is no known position is a result that could not be read, not a gene without a test', () => {
    expect(advice('codeine', line('o', 'CYP2D6 C677T', 'Heterozygous')).first?.coverage).toBe('unreadable');
  });
});

describe('a CYP2D6 score that is not exact', () => {
  const of = (drug: string, name: string, value: string) => {
    const { genes, first } = advice(drug, line('o', name, value));
    return [genes[0]?.phenotype, first?.action, first?.coverage];
  };
  it.each([
    ['(*1/*4)x3: usual dose for either', 'codeine', 'CYP2D6 genotype', '(*1/*4)x3', ['Indeterminate', 'standard', undefined]],
    ['*1xN/*4: normal or ultrarapid, the safer leads', 'codeine', 'CYP2D6 genotype', '*1xN/*4', ['Indeterminate', 'avoid', undefined]],
    ['the range of one phenotype', 'codeine', 'CYP2D6 activity score', '1.25-2.25', ['Normal Metabolizer', 'standard', undefined]],
    ['the range of another', 'tamoxifen', 'CYP2D6 activity score', '0.25 - 1', ['Intermediate Metabolizer', 'alternative', undefined]],
    ['a range over two phenotypes', 'codeine', 'CYP2D6 activity score', '0-0.5', ['Indeterminate', 'no-recommendation', 'unreadable']],
  ])('%s', (_what, drug, name, value, expected) => {
    expect(of(drug, name, value)).toEqual(expected);
  });
});

it('an allele at the end of a sentence keeps its letter', () => {
  const { genes } = advice('azathioprine', line('t', 'TPMT Genotype Interp', 'TPMT *1/*3A. Intermediate metabolizer.'));
  expect(genes[0]).toMatchObject({ diplotype: '*1/*3A', phenotype: 'Intermediate Metabolizer' });
});

it('an implication that holds its effect (53040-2) and its gene in components is a phenotype of that gene', () => {
  const implication = observation(
    'i',
    { coding: [{ system: 'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs', code: 'therapeutic-implication' }] },
    {
      component: [
        component(loinc('53040-2'), { valueCodeableConcept: loinc('LA9657-3', 'Poor metabolizer') }),
        gene('HGNC:2623', 'CYP2C9'),
      ],
    },
  );
  const { first } = advice('phenytoin 100 mg', implication);
  // Both branches of the guideline say the same, so the advice holds whichever applies.
  expect(first).toMatchObject({ action: 'decrease-dose', strength: 'strong', populationKnown: true });
});

describe('results that say what was not found', () => {
  const of = (drug: string, name: string, value: string) => {
    const { genes, first } = advice(drug, line('o', name, value));
    return [genes[0]?.diplotype, genes[0]?.phenotype, first?.action, first?.coverage];
  };
  it.each([
    ['the variants looked for are named behind', 'No variants detected (c.1905+1G>A, c.1679T>G, c.2846A>T, HapB3 tested)'],
    ['the variants looked for are named', 'Negative for *2A, *13, c.2846A>T and HapB3'],
    ['both copies are the reference', 'Homozygous wild type'],
  ])('DPYD, %s: normal', (_what, value) => {
    expect(of('capecitabine', 'DPYD genotype', value)).toEqual(['Reference/Reference', 'Normal Metabolizer', 'standard', undefined]);
  });

  it.each(['Negative', 'No variants detected', 'No mutation identified', 'Not detected'])(
    'DPYD, "%s": nobody says what was looked for, so it is neither normal nor untested',
    (value) => {
      expect(of('capecitabine', 'DPYD genotype', value)).toEqual([null, 'Indeterminate', 'no-recommendation', 'unreadable']);
      expect(advice('capecitabine', line('o', 'DPYD genotype', value)).genes[0]?.notes?.join(' ')).toContain(
        'it is not stated which variants were looked for',
      );
    },
  );

  it('RYR1 negative is uncertain susceptibility, as CPIC has it', () => {
    expect(of('succinylcholine', 'RYR1 sequencing', 'No pathogenic variants detected')).toEqual([
      null,
      'Uncertain Susceptibility',
      'test-first',
      undefined,
    ]);
  });
});

describe('a genotype in a text whose test has no telling name', () => {
  it.each([
    [
      '2C19GENO Interpretation',
      'CYP2C19 Genotype: *2/*17. Predicted phenotype: Intermediate metabolizer.',
      'clopidogrel',
      '*2/*17',
      'avoid',
    ],
    ['Comment', 'Patient is CYP2D6 *4/*4 (poor metabolizer).', 'codeine', '*4/*4', 'avoid'],
  ])('%s: %s', (name, value, drug, diplotype, action) => {
    const { genes, first } = advice(drug, line('o', name, value));
    expect([genes[0]?.diplotype, first?.action]).toEqual([diplotype, action]);
  });

  it('a comment that an allele was not tested is no result', () => {
    expect(advice('codeine', line('o', 'Comment', 'CYP2D6 *4 was not tested.')).genes).toEqual([]);
  });
});

describe('the number of gene copies beside a CYP2D6 genotype', () => {
  const result = (value: string, copies: Resource) =>
    observation('g', words('CYP2D6 genotype'), { valueString: value, component: [copies] });
  it.each([
    [
      'in a component named in words',
      [result('*1/*2', component(words('CYP2D6 copy number'), { valueInteger: 3 }))],
      'Ultrarapid Metabolizer',
      'avoid',
    ],
    [
      'in a component by its code',
      [result('*1/*2', component(loinc('82155-3'), { valueQuantity: { value: 3 } }))],
      'Ultrarapid Metabolizer',
      'avoid',
    ],
    [
      'as a test of its own',
      [line('g', 'CYP2D6 genotype', '*1/*2'), observation('c', words('CYP2D6 copy number'), { valueQuantity: { value: 3 } })],
      'Ultrarapid Metabolizer',
      'avoid',
    ],
    ['two copies change nothing', [line('g', 'CYP2D6 genotype', '*1/*2'), line('c', 'CYP2D6 CNV', '2')], 'Normal Metabolizer', 'standard'],
    [
      'a hybrid is counted by some assays only',
      [result('*4/*68+*4', component(words('Copy number'), { valueInteger: 2 }))],
      'Poor Metabolizer',
      'avoid',
    ],
  ])('%s', (_what, results, phenotype, action) => {
    const { genes, first } = advice('codeine', ...results);
    expect([genes[0]?.phenotype, first?.action]).toEqual([phenotype, action]);
  });
});

it('a result whose gene stands in a component named in words is read', () => {
  const panel = observation('p', words('Pharmacogenomic result'), {
    component: [
      component(words('Gene'), { valueString: 'CYP2D6' }),
      component(words('Star Alleles'), { valueString: '*4/*4' }),
      component(words('Metabolizer Phenotype'), { valueString: 'Poor Metabolizer' }),
    ],
  });
  const { genes, first } = advice('codeine', panel);
  expect([genes[0]?.diplotype, genes[0]?.phenotype, first?.action]).toEqual(['*4/*4', 'Poor Metabolizer', 'avoid']);
});

describe('a metabolizer status on the problem list', () => {
  const listed = (text: string): Resource => ({
    resourceType: 'Condition',
    id: 'c',
    subject: { reference: 'Patient/p1' },
    clinicalStatus: { coding: [{ code: 'active' }] },
    code: { text },
  });
  it('of the patient counts', () => expect(advice('codeine', listed('CYP2D6 poor metabolizer')).first?.action).toBe('avoid'));
  it.each([
    'Family history of CYP2D6 poor metabolizer',
    'FH: CYP2D6 poor metabolizer',
    'CYP2D6 poor metabolizer (mother)',
    'Suspected CYP2D6 poor metabolizer',
    'Encounter for testing for HLA-B*57:01 positive status',
  ])('%s is not the patient’s', (text) => {
    expect(advice('codeine', listed(text)).genes).toEqual([]);
  });
});

describe('an HLA type without its second field', () => {
  const untested = (drug: string, typing: string) => {
    const { facts } = readPatient(bundle(patient, line('h', 'HLA-B genotype', typing), order(drug)), {
      asOf: '2026-11-21',
      vocabulary: knowledge.vocabulary,
    });
    return interpretPgx(facts, knowledge.pgx, { allDrugs: false }).untested.filter(({ gene }) => gene === 'HLA-B');
  };
  it('of the group asked for: it may be the allele, and the test is still wanted', () => {
    expect(untested('abacavir 600 mg', 'HLA-B*57, HLA-B*44').map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^HLA-B\*57 is on file, which may be HLA-B\*57:01: the typing does not tell\. No result that decides HLA-B\*57:01 is on file/,
      ) as string,
    ]);
  });
  it('of two other groups: it is not the allele, and nothing is asked', () => {
    expect(untested('abacavir 600 mg', 'HLA-B*07, HLA-B*44')).toEqual([]);
  });
});
