import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GermlineCall, GermlineResult } from '../../fhir-profiles/index.ts';
import { interpretGenes } from '../../cds-service/pgx/genes/index.ts';
import { called, diplotype, facts, interpretOne, knowledge, result } from './results.ts';

const phenotype = (written: string): GermlineCall => ({ kind: 'phenotype', term: written, written });
const at = (reference: string): Partial<GermlineResult> => ({ source: { reference } });

describe('what the laboratory states', () => {
  it('a stated phenotype alone is used', () => {
    const finding = interpretOne([result('CYP2C19', phenotype('Poor metabolizer'))]);
    expect(finding).toMatchObject({ state: 'called', result: { phenotype: 'Poor Metabolizer', basis: 'phenotype' } });
  });
  it.each([
    ['CYP2D6', 'Extensive metaboliser', 'Normal Metabolizer'],
    ['CYP2D6', 'UM', 'Ultrarapid Metabolizer'],
    ['CYP2D6', 'ultra-rapid metabolizer', 'Ultrarapid Metabolizer'],
    ['CYP2C19', 'Rapid Metabolizer', 'Rapid Metabolizer'],
    ['SLCO1B1', 'Low function', 'Poor Function'],
    ['SLCO1B1', 'Intermediate function', 'Decreased Function'],
    ['NAT2', 'Slow acetylator', 'Poor Metabolizer'],
    ['MT-RNR1', 'Increased risk', 'increased risk of aminoglycoside-induced hearing loss'],
    ['G6PD', 'Deficient', 'Deficient'],
  ])('%s "%s" is %s', (gene, written, wanted) => {
    expect(interpretOne([result(gene, phenotype(written))]).result.phenotype).toBe(wanted);
  });
  it.each(['Rapid Metabolizer', 'see report', 'wild type'])('CYP2D6 "%s" names no CYP2D6 phenotype and stays open', (written) => {
    expect(interpretOne([result('CYP2D6', phenotype(written))]).state).toBe('indeterminate');
  });
  it('a stated phenotype of a score gene leaves all its scores possible', () => {
    const finding = interpretOne([result('CYP2D6', phenotype('Intermediate metabolizer'))]);
    expect(finding.lookup.possibleScores).toEqual(['0.25', '0.5', '0.75', '1.0']);
    expect(finding.lookup.activityScore).toBeUndefined();
  });
  it('shows both when the laboratory differs, and keeps ours', () => {
    const finding = interpretOne([
      result('CYP2D6', diplotype('*10/*10'), at('Observation/a')),
      result('CYP2D6', phenotype('Normal metabolizer'), at('Observation/a')),
    ]);
    expect(finding.result.phenotype).toBe('Intermediate Metabolizer');
    expect(finding.stated?.phenotype).toBe('Normal Metabolizer');
    expect(finding.result.notes?.join(' ')).toContain('The laboratory states');
  });
  it('never turns an unknown allele normal on a statement', () => {
    const finding = interpretOne([
      result('CYP2C19', diplotype('*1/*999'), at('Observation/a')),
      result('CYP2C19', phenotype('Normal metabolizer'), at('Observation/a')),
    ]);
    expect(finding.state).toBe('indeterminate');
  });
  it('an activity score alone is enough', () => {
    const finding = interpretOne([result('CYP2D6', { kind: 'activity-score', score: '1' })]);
    expect(finding.result).toMatchObject({ phenotype: 'Intermediate Metabolizer', activityScore: '1.0' });
  });
});

describe('several results', () => {
  it('the same genotype twice is one finding with both as evidence', () => {
    const finding = interpretOne([result('CYP2C19', diplotype('*1/*2')), result('CYP2C19', diplotype('*2/*1'))]);
    expect(finding.state).toBe('called');
    expect(finding.result.evidence).toHaveLength(2);
  });
  it.each([
    ['day and laboratory', ['2026-07-02', 'North'], ['2026-04-14', 'South'], '(2026-07-02, North)', '(2026-04-14, South)'],
    [
      'their references, where both are of one day and laboratory',
      ['2026-07-02', 'North'],
      ['2026-07-02', 'North'],
      '(Observation/a)',
      '(Observation/b)',
    ],
    ['their references, where one has neither', ['2026-07-02', 'North'], [undefined, undefined], '(Observation/a)', '(Observation/b)'],
  ])('disagreeing results are told apart by %s', (_, [day, lab], [otherDay, otherLab], ...wanted) => {
    const from = (reference: string, issued?: string, laboratory?: string): Partial<GermlineResult> => ({
      source: { reference, ...(issued === undefined ? {} : { issued }), ...(laboratory === undefined ? {} : { lab: laboratory }) },
    });
    const { result: read } = interpretOne([
      result('CYP2C19', diplotype('*1/*1'), from('Observation/a', day, lab)),
      result('CYP2C19', diplotype('*1/*2'), from('Observation/b', otherDay, otherLab)),
    ]);
    for (const words of wanted) expect(read.notes?.join(' ')).toContain(words);
  });
  it('disagreeing genotypes are a conflict with both kept and no key', () => {
    const finding = interpretOne([result('CYP2C19', diplotype('*1/*1')), result('CYP2C19', diplotype('*2/*2'))]);
    expect(finding.state).toBe('conflict');
    expect(finding.lookup.keys).toEqual([]);
    expect(finding.conflicting?.map((one) => one.result.phenotype).toSorted()).toEqual(['Normal Metabolizer', 'Poor Metabolizer']);
    expect(finding.warnings[0]?.code).toBe('conflict');
  });
  it('a later date or an amendment does not silence the other result', () => {
    const amended = { source: { reference: 'Observation/b', issued: '2026-01-01' }, amended: true };
    const finding = interpretOne([result('CYP2C19', diplotype('*1/*1')), result('CYP2C19', diplotype('*2/*2'), amended)]);
    expect(finding.state).toBe('conflict');
  });
  it('an unknown allele against a normal genotype is a conflict', () => {
    expect(interpretOne([result('CYP2C19', diplotype('*1/*1')), result('CYP2C19', diplotype('*1/*999'))]).state).toBe('conflict');
  });
  it('a failed test does not disturb a result', () => {
    const finding = interpretOne([result('CYP2C19', diplotype('*1/*2')), result('CYP2C19', { kind: 'no-call', why: 'no amplification' })]);
    expect(finding.result.phenotype).toBe('Intermediate Metabolizer');
  });
  it('a failed test alone is indeterminate', () => {
    expect(interpretOne([result('CYP2C19', { kind: 'no-call', why: 'failed' })]).lookup.keys).toContain('Indeterminate');
  });
  it('two haplotype results are the two copies', () => {
    const single = (allele: string): GermlineCall => ({
      kind: 'single-allele',
      haplotype: { units: [{ allele, copies: { n: 1, atLeast: false } }] },
    });
    expect(interpretOne([result('CYP2C19', single('*1')), result('CYP2C19', single('*2'))]).result.phenotype).toBe(
      'Intermediate Metabolizer',
    );
    expect(interpretOne([result('CYP2C19', single('*2'))]).state).toBe('indeterminate');
  });
  it('HLA alleles reported one by one are put together', () => {
    const finding = interpretOne([
      result('HLA-B', { kind: 'allele-presence', allele: '*57:01', present: false }),
      result('HLA-B', { kind: 'allele-presence', allele: 'HLA-B*15:02', present: true }),
    ]);
    expect(finding.lookup.alleleStatus).toEqual(['*15:02 positive', '*57:01 negative']);
  });
  it('HLA contradictions are conflicts', () => {
    const finding = interpretOne([
      result('HLA-B', { kind: 'allele-presence', allele: '*57:01', present: false }),
      result('HLA-B', diplotype('*57:01/*07:02')),
    ]);
    expect(finding.state).toBe('conflict');
  });
  it('one HLA allele alone excludes nothing', () => {
    const one: GermlineCall = { kind: 'single-allele', haplotype: { units: [{ allele: '*07:02', copies: { n: 1, atLeast: false } }] } };
    const finding = interpretOne([result('HLA-B', one)]);
    expect(finding.state).toBe('indeterminate');
    expect(finding.lookup.alleleStatus).toEqual([]);
  });
});

describe('a gene examined without a reportable variant', () => {
  const tested = [{ gene: 'DPYD', origin: 'germline' as const, negative: true, source: { reference: 'Observation/region' } }];
  it('is neither normal nor untested', () => {
    const [finding] = interpretGenes(facts([], { tested }), knowledge);
    expect(finding).toMatchObject({ gene: 'DPYD', state: 'indeterminate', result: { phenotype: 'Indeterminate' } });
    expect(finding?.result.evidence).toEqual([{ reference: 'Observation/region' }]);
  });
});

describe('ambiguous genotypes', () => {
  const ambiguous = (...options: string[]): GermlineCall => ({ kind: 'ambiguous', options });
  it('are called when every option gives the same phenotype', () => {
    const finding = interpretOne([result('TPMT', ambiguous('*1/*3A', '*3B/*3C'))]);
    expect(finding.state).toBe('indeterminate');
    const same = interpretOne([result('CYP2C19', ambiguous('*2/*3', '*2/*2'))]);
    expect(same.result.phenotype).toBe('Poor Metabolizer');
    expect(same.result.notes?.join(' ')).toContain('every possibility');
  });
  it('with an unknown allele among the options stay open', () => {
    expect(interpretOne([result('CYP2C19', ambiguous('*1/*1', '*1/*999'))]).state).toBe('indeterminate');
  });
});

describe('metamorphic', () => {
  const starGenes = ['CYP2C19', 'CYP2C9', 'CYP2B6', 'CYP3A5', 'TPMT', 'NUDT15', 'SLCO1B1', 'UGT1A1', 'NAT2', 'CYP2D6'];
  const alleleOf = (gene: string): fc.Arbitrary<string> => {
    const names = Object.keys(knowledge.genes[gene]?.alleles ?? {}).filter((name) => /^\*\d+$/.test(name));
    return fc.constantFrom(...names);
  };
  const pair = fc.constantFrom(...starGenes).chain((gene) => fc.tuple(fc.constant(gene), alleleOf(gene), alleleOf(gene)));

  it('allele order changes nothing', () => {
    fc.assert(
      fc.property(pair, ([gene, a, b]) => {
        const { result: one, lookup } = called(gene, `${a}/${b}`);
        const other = called(gene, `${b}/${a}`);
        expect({ phenotype: other.result.phenotype, diplotype: other.result.diplotype, lookup: other.lookup }).toEqual({
          phenotype: one.phenotype,
          diplotype: one.diplotype,
          lookup,
        });
      }),
    );
  });
  it('sub-alleles change nothing', () => {
    fc.assert(
      fc.property(pair, ([gene, a, b]) => {
        expect(called(gene, `${a}.001/${b}`).lookup).toEqual(called(gene, `${a}/${b}`).lookup);
      }),
    );
  });
  it('an unknown allele never yields a normal phenotype', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 900, max: 9999 }), ([gene, a], n) => {
        const finding = called(gene, `${a}/*${n}`);
        expect(finding.state).not.toBe('called');
        expect(finding.lookup.keys.some((key) => /normal/i.test(key))).toBe(false);
      }),
    );
  });
  it('the order of results and unrelated results change nothing', () => {
    const results = [
      result('CYP2C19', diplotype('*1/*2')),
      result('CYP2C19', phenotype('Intermediate metabolizer')),
      result('CYP2D6', diplotype('*4/*4')),
      result('HLA-B', diplotype('*57:01/*07:02')),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(results, { minLength: 4 }), (shuffled) => {
        expect(interpretGenes(facts(shuffled), knowledge)).toEqual(interpretGenes(facts(results), knowledge));
      }),
    );
  });
});
