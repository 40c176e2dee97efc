/** Variants by the names of their change, also where a position has several alternatives: TPMT c.719A>G is *3A or *3C, and T>G there is *41. */
import { describe, expect, it } from 'vitest';
import { changeNamed } from '../../cds-service/pgx/genes/position-change.ts';
import type { GermlineCall } from '../../fhir-profiles/index.ts';
import { interpretOne, knowledge, result } from './results.ts';

type Zygosity = Extract<GermlineCall, { kind: 'variant' }>['zygosity'];

const found = (gene: string, name: string, zygosity: Zygosity, present = true) =>
  interpretOne([result(gene, { kind: 'variant', notation: [name], present, zygosity })]);

describe('every alternative of every position with several', () => {
  const alternatives = Object.values(knowledge.genes).flatMap((gene) =>
    (gene.positions ?? [])
      .filter(({ alts }) => alts.length > 1)
      .flatMap(({ hgvs, ref }) =>
        hgvs.split('; ').flatMap((name) => {
          const [, place = '', alt = ''] = /^g\.(\d+)[ACGT]>([ACGT])$/.exec(name) ?? [];
          return alt === '' ? [] : [[gene.symbol, name, place, ref, alt] as const];
        }),
      ),
  );

  it('there are many', () => {
    expect(alternatives.length).toBeGreaterThan(90);
  });

  it.each(alternatives)('%s %s is its own change', (symbol, name, place, ref, alt) => {
    const gene = knowledge.genes[symbol];
    if (gene === undefined) throw new Error(symbol);
    expect(changeNamed(gene, [name])?.alt).toBe(alt);
    expect(changeNamed(gene, [`NC_000001.11:${name}`])?.alt).toBe(alt);
    expect(changeNamed(gene, [`NC_000001.11:${String(Number(place) - 1)}:${ref}:${alt}`])?.alt).toBe(alt);
  });
});

describe('TPMT c.719A>G (rs1142345), the commonest variant of the gene', () => {
  const NAMES = [
    'NM_000367.5:c.719A>G',
    'NM_000367.5(TPMT):c.719A>G',
    'c.719A>G',
    'ENST00000309983.5:c.719A>G',
    'NC_000006.12:g.18130687T>C',
    'NC_000006.12:18130686:T:C',
    'rs1142345',
    'rs1142345:T>C',
    'p.Tyr240Cys',
    'NP_000358.1:p.(Tyr240Cys)',
    'Y240C',
  ];
  it.each(NAMES)('%s, homozygous: poor metabolizer', (name) => {
    expect(found('TPMT', name, 'homozygous').result).toMatchObject({ state: 'called', phenotype: 'Poor Metabolizer' });
  });
  it.each(NAMES)('%s, heterozygous: not normal, and named', (name) => {
    const { result: shown, lookup } = found('TPMT', name, 'heterozygous');
    expect(shown.diplotype).toBe('rs1142345 T/C');
    expect(shown.notes?.join(' ')).toMatch(/\*3A, \*3C/);
    expect(lookup.keys).toEqual(expect.arrayContaining(['Intermediate Metabolizer', 'Poor Metabolizer']));
    expect(lookup.keys).not.toContain('Normal Metabolizer');
  });
  it('T>G there is *41, not *3C', () => {
    expect(found('TPMT', 'NC_000006.12:g.18130687T>G', 'heterozygous').result.notes?.join(' ')).toMatch(/a variant of \*41/);
  });
  it('not detected, with c.238 and c.460 not detected: the positions are tested', () => {
    const absent = ['c.238G>C', 'c.460G>A', 'c.719A>G'].map((name) =>
      result('TPMT', { kind: 'variant', notation: [name], present: false, zygosity: 'unknown' }),
    );
    expect(interpretOne(absent).result).toMatchObject({ diplotype: '*1/*1', phenotype: 'Normal Metabolizer' });
  });
  it('c.460G>A and c.719A>G both heterozygous: both are told', () => {
    const both = ['c.460G>A', 'c.719A>G'].map((name) =>
      result('TPMT', { kind: 'variant', notation: [name], present: true, zygosity: 'heterozygous' }),
    );
    const { result: shown } = interpretOne(both);
    expect(shown.diplotype).toBe('rs1142345 T/C, rs1800460 C/T');
    expect(shown.phenotype).not.toBe('Normal Metabolizer');
  });
});

describe('other positions with several alternatives, and changes of length', () => {
  const CASES: readonly (readonly [gene: string, name: string, zygosity: Zygosity, phenotype: string])[] = [
    ['NUDT15', 'c.415C>T', 'homozygous', 'Poor Metabolizer'],
    ['UGT1A1', 'NM_000463.3:c.-41_-40dup', 'homozygous', 'Poor Metabolizer'],
    ['UGT1A1', 'c.-40_-39dupTA', 'homozygous', 'Poor Metabolizer'],
    ['G6PD', 'NC_000023.11:g.154532269C>A', 'homozygous', 'Deficient'],
    ['RYR1', 'NC_000019.10:g.38448712G>A', 'heterozygous', 'Malignant Hyperthermia Susceptibility'],
  ];
  it.each(CASES)('%s %s %s: %s', (gene, name, zygosity, phenotype) => {
    expect(found(gene, name, zygosity).result.phenotype).toBe(phenotype);
  });
  it.each(['NM_018283.4:c.50_55dup', 'c.36_37insGGAGTC', 'c.38GAGTCG[4]', 'g.48037784GAGTCG[4]'])(
    'NUDT15 %s heterozygous is named',
    (name) => {
      expect(found('NUDT15', name, 'heterozygous').result.notes?.join(' ')).toMatch(/\*2, \*6/);
    },
  );
  it('CYP2C9 c.449G>A is *8, c.449G>T is *27', () => {
    expect(found('CYP2C9', 'c.449G>A', 'heterozygous').result.notes?.join(' ')).toContain('*8');
    expect(found('CYP2C9', 'NC_000010.11:g.94942309G>T', 'heterozygous').result.notes?.join(' ')).toContain('*27');
  });
  it('an rsID alone decides nothing where its alternatives differ', () => {
    expect(found('CYP2C9', 'rs7900194', 'heterozygous').result).toMatchObject({ phenotype: 'Indeterminate', diplotype: null });
  });
  it('a base that does not occur at the position is not guessed', () => {
    expect(found('TPMT', 'NC_000006.12:g.18130687T>A', 'homozygous').result.phenotype).toBe('Indeterminate');
  });
});
