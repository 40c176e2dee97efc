import { describe, expect, it } from 'vitest';
import type { GermlineCall } from '../../fhir-profiles/index.ts';
import { called, facts, interpretOne, knowledge, result } from './results.ts';
import { interpretGenes } from '../../cds-service/pgx/genes/index.ts';

type Zygosity = Extract<GermlineCall, { kind: 'variant' }>['zygosity'];
const variant = (name: string | readonly string[], zygosity: Zygosity = 'heterozygous', present = true): GermlineCall => ({
  kind: 'variant',
  notation: typeof name === 'string' ? [name] : name,
  present,
  zygosity,
});
const bases = (rsId: string | null, pair: string): GermlineCall => ({ kind: 'nucleotides', rsId, bases: [pair[0] ?? '', pair[1] ?? ''] });

describe('DPYD', () => {
  it.each([
    ['c.1905+1G>A', '1.0', 'Intermediate Metabolizer'],
    ['NM_000110.4:c.1905+1G>A', '1.0', 'Intermediate Metabolizer'],
    ['rs3918290', '1.0', 'Intermediate Metabolizer'],
    ['*2A', '1.0', 'Intermediate Metabolizer'],
    ['IVS14+1G>A', '1.0', 'Intermediate Metabolizer'],
    ['*13', '1.0', 'Intermediate Metabolizer'],
    ['c.2846A>T', '1.5', 'Intermediate Metabolizer'],
    ['c.1129–5923C>G', '1.5', 'Intermediate Metabolizer'],
    ['HapB3', '1.5', 'Intermediate Metabolizer'],
  ])('%s heterozygous has score %s', (name, score, phenotype) => {
    const finding = interpretOne([result('DPYD', variant(name))]);
    expect(finding.result.activityScore).toBe(score);
    expect(finding.result.phenotype).toBe(phenotype);
  });
  it('counts HapB3 once when both of its variants are reported', () => {
    const finding = interpretOne([result('DPYD', variant('c.1129-5923C>G')), result('DPYD', variant('c.1236G>A'))]);
    expect(finding.result.activityScore).toBe('1.5');
    expect(finding.result.evidence.length).toBeGreaterThan(0);
  });
  it('says that the tag alone infers HapB3', () => {
    const finding = interpretOne([result('DPYD', variant('c.1236G>A'))]);
    expect(finding.result.activityScore).toBe('1.5');
    expect(finding.result.notes?.join(' ')).toContain('inferred');
  });
  it('does not count HapB3 when the deciding variant was looked for and not found', () => {
    const finding = interpretOne([result('DPYD', variant('c.1236G>A')), result('DPYD', variant('c.1129-5923C>G', 'unknown', false))]);
    expect(finding.state).toBe('indeterminate');
  });
  it('takes the two lowest of three variants', () => {
    const finding = interpretOne([
      result('DPYD', variant('c.85T>C')),
      result('DPYD', variant('c.2846A>T')),
      result('DPYD', variant('c.1905+1G>A')),
    ]);
    expect(finding.result.activityScore).toBe('0.5');
    expect(finding.lookup.dpwgKeys).toEqual(['0.5 (Phenotyping)']);
  });
  it('homozygous c.2846A>T: score 1.0 for CPIC, enzyme test for DPWG', () => {
    const finding = interpretOne([result('DPYD', variant('c.2846A>T', 'homozygous'))]);
    expect(finding.lookup.keys).toContain('1.0');
    expect(finding.lookup.dpwgKeys).toEqual(['1.0 (Phenotyping)']);
  });
  it('keeps both scores when the zygosity is not stated', () => {
    const finding = interpretOne([result('DPYD', variant('c.1905+1G>A', 'unknown'))]);
    expect(finding.state).toBe('indeterminate');
    expect(finding.lookup.possibleScores).toEqual(['1.0', '0.0']);
    // Both call for less drug: the advice must not be lost for want of the zygosity.
    expect(finding.lookup.keys).toEqual(['1.0', '0.0']);
  });
  it('is not normal when one variant alone was excluded', () => {
    expect(interpretOne([result('DPYD', variant('c.1905+1G>A', 'unknown', false))]).state).toBe('indeterminate');
  });
  it('is normal when the four core variants were excluded', () => {
    const absent = ['c.1905+1G>A', 'c.1679T>G', 'c.2846A>T', 'c.1129-5923C>G'].map((name) =>
      result('DPYD', variant(name, 'unknown', false)),
    );
    expect(interpretOne(absent).result.activityScore).toBe('2.0');
  });
  it('does not take an unknown variant for normal', () => {
    const finding = interpretOne([result('DPYD', variant('c.9999A>G'))]);
    expect(finding.result.phenotype).toBe('Indeterminate');
  });
  it('shows a variant reported as present and as absent as a conflict', () => {
    const finding = interpretOne([result('DPYD', variant('c.1905+1G>A')), result('DPYD', variant('c.1905+1G>A', 'unknown', false))]);
    expect(finding.state).toBe('conflict');
  });
  it('reads a germline variant observation', () => {
    const fact = { ...emptyVariant, gene: 'DPYD', genes: ['DPYD'], cHgvs: 'c.1905+1G>A', zygosity: 'heterozygous' as const };
    const [finding] = interpretGenes(facts([], { variants: [fact] }), knowledge);
    expect(finding?.result.activityScore).toBe('1.0');
  });
});

const emptyVariant = {
  id: 'v1',
  kind: 'snv' as const,
  presence: 'present' as const,
  origin: 'germline' as const,
  rsIds: [],
  clinvarIds: [],
  names: [],
  classification: 'unknown' as const,
  source: { reference: 'Observation/v1' },
};

describe('malignant hyperthermia genes', () => {
  it.each([
    ['RYR1', 'c.1840C>T', 'Malignant Hyperthermia Susceptibility'],
    ['CACNA1S', 'c.520C>T', 'Malignant Hyperthermia Susceptibility'],
    ['RYR1', 'c.1598G>A', 'Uncertain Susceptibility'],
    ['RYR1', 'c.99999A>G', 'Uncertain Susceptibility'],
  ])('%s %s: %s', (gene, name, phenotype) => {
    expect(interpretOne([result(gene, variant(name))]).result.phenotype).toBe(phenotype);
  });
  it('a negative RYR1 result stays uncertain', () => {
    expect(interpretOne([result('RYR1', variant('c.1840C>T', 'unknown', false))]).result.phenotype).toBe('Uncertain Susceptibility');
  });
  it('an associated variant decides beside an unknown one', () => {
    expect(called('RYR1', 'c.1840C>T/c.99999A>G').result.phenotype).toBe('Malignant Hyperthermia Susceptibility');
  });
});

describe('MT-RNR1', () => {
  it.each(['m.1555A>G', 'A1555G', '1555A>G', 'NC_012920.1:m.1555A>G'])('%s raises the risk', (name) => {
    expect(interpretOne([result('MT-RNR1', variant(name, 'homoplasmic'))]).result.phenotype).toMatch(/^increased/);
  });
  it('one excluded variant does not show normal risk', () => {
    expect(interpretOne([result('MT-RNR1', variant('m.1555A>G', 'unknown', false))]).state).toBe('indeterminate');
  });
});

describe('CFTR', () => {
  it.each([
    ['G551D', 'heterozygous', 'ivacaftor responsive in CF patients'],
    ['p.Gly551Asp', 'heterozygous', 'ivacaftor responsive in CF patients'],
    ['F508del', 'homozygous', 'ivacaftor non-responsive in CF patients'],
    ['F508del', 'heterozygous', 'Indeterminate'],
  ] as const)('%s %s: %s', (name, zygosity, phenotype) => {
    expect(interpretOne([result('CFTR', variant(name, zygosity))]).result.phenotype).toBe(phenotype);
  });
  it('F508del/G551D responds', () => {
    expect(called('CFTR', 'F508del/G551D').result.phenotype).toBe('ivacaftor responsive in CF patients');
  });
});

describe('G6PD by sex and zygosity', () => {
  const male = { patient: { id: 'synthetic', sex: 'male' as const } };
  const female = { patient: { id: 'synthetic', sex: 'female' as const } };
  const one: GermlineCall = { kind: 'single-allele', haplotype: { units: [{ allele: 'A- 202A_376G', copies: { n: 1, atLeast: false } }] } };
  it('one allele decides in a male', () => expect(interpretOne([result('G6PD', one)], male).result.phenotype).toBe('Deficient'));
  it('one allele leaves a female open', () => expect(interpretOne([result('G6PD', one)], female).state).toBe('indeterminate'));
  it('one allele leaves unknown sex open', () => expect(interpretOne([result('G6PD', one)]).state).toBe('indeterminate'));
  it('a heterozygous female varies', () => {
    expect(interpretOne([result('G6PD', variant('Mediterranean'))], female).result.phenotype).toBe('Variable');
  });
  it('a hemizygous male with a named variant is deficient', () => {
    expect(interpretOne([result('G6PD', variant('Mediterranean', 'hemizygous'))], male).result.phenotype).toBe('Deficient');
  });
  it('the only copy is the only copy, whatever gender the record holds', () => {
    expect(interpretOne([result('G6PD', variant('Mediterranean', 'hemizygous'))], female).result.phenotype).toBe('Deficient');
    expect(interpretOne([result('G6PD', variant('Mediterranean', 'hemizygous'))]).result.phenotype).toBe('Deficient');
  });
  it('measured activity settles a heterozygous genotype', () => {
    const lab = { kind: 'G6PD-activity', value: 'deficient', source: { reference: 'Observation/activity' } };
    const finding = interpretOne([result('G6PD', variant('Mediterranean'))], { ...female, labs: [lab] });
    expect(finding.result.phenotype).toBe('Deficient');
    expect(finding.result.evidence).toHaveLength(2);
  });
});

describe('single positions and strands', () => {
  it.each([
    ['VKORC1', 'rs9923231', 'CT', '-1639 AG'],
    ['VKORC1', 'rs9923231', 'GA', '-1639 AG'],
    ['VKORC1', 'rs9923231', 'AA', '-1639 AA'],
    ['VKORC1', 'rs9923231', 'TT', '-1639 AA'],
    ['ABCG2', 'rs2231142', 'GT', 'Decreased Function'],
    ['ABCG2', 'rs2231142', 'AC', 'Decreased Function'],
    ['SLCO1B1', 'rs4149056', 'CC', 'Poor Function'],
    ['SLCO1B1', 'rs4149056', 'TC', 'Decreased Function'],
    ['SLCO1B1', 'rs4149056', 'TT', 'Normal Function'],
    ['CYP2C19', 'rs4244285', 'AA', 'Poor Metabolizer'],
  ])('%s %s %s: %s', (gene, rsId, pair, phenotype) => {
    expect(interpretOne([result(gene, bases(rsId, pair))]).lookup.keys).toContain(phenotype);
  });
  it('needs no rsID where a gene has one position', () => {
    expect(interpretOne([result('IFNL3', bases(null, 'CT'))]).lookup.positions).toEqual({ rs12979860: 'C/T' });
  });
  it('one reference position does not make CYP2C19 normal', () => {
    expect(interpretOne([result('CYP2C19', bases('rs4244285', 'GG'))]).state).toBe('indeterminate');
  });
  it('the three core positions do', () => {
    const core = [bases('rs4244285', 'GG'), bases('rs4986893', 'GG'), bases('rs12248560', 'CC')].map((call) => result('CYP2C19', call));
    const finding = interpretOne(core);
    expect(finding.result.phenotype).toBe('Normal Metabolizer');
    expect(finding.result.diplotype).toBe('*1/*1');
    expect(finding.result.notes?.join(' ')).toContain('not looked for');
  });
  it('core positions with *2 and *17', () => {
    const core = [bases('rs4244285', 'AG'), bases('rs4986893', 'GG'), bases('rs12248560', 'CT')].map((call) => result('CYP2C19', call));
    expect(interpretOne(core).result.phenotype).toBe('Intermediate Metabolizer');
  });
  it('does not guess the strand of a homozygous A/T position', () => {
    const finding = interpretOne([result('DPYD', bases('rs67376798', 'TT'))]);
    expect(finding.result.phenotype ?? 'Indeterminate').toBe('Indeterminate');
    expect(finding.result.notes?.join(' ')).toContain('strand');
  });
  it('bases that do not occur at the position are not used', () => {
    expect(interpretOne([result('VKORC1', bases('rs9923231', 'CA'))]).state).toBe('indeterminate');
  });
  it('CYP2D6 is never normal from single positions', () => {
    expect(interpretOne([result('CYP2D6', bases('rs3892097', 'CC'))]).state).toBe('indeterminate');
  });
});
