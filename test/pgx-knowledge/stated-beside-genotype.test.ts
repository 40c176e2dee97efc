/**
 * A phenotype stated beside the genotype of the same report: agreement in other words and times is no contradiction, and what no table of any time
 * makes of the genotype is one, in either direction.
 */
import { describe, expect, it } from 'vitest';
import { list, readTsv } from '../../cds-service/knowledge/import/pgx/tsv.ts';
import { hasReference, referenceDir } from './reference.ts';
import { diplotype, interpretOne, knowledge, result } from './results.ts';

/** The finding of a genotype and a phenotype of one Observation. */
function stated(gene: string, pair: string, term: string) {
  const source = { reference: `Observation/${gene}` };
  return interpretOne([
    result(gene, diplotype(pair), { source }),
    result(gene, /^[\d.]+$/.test(term) ? { kind: 'activity-score', score: term } : { kind: 'phenotype', term, written: term }, { source }),
  ]);
}

const contradicted = (gene: string, pair: string, term: string): boolean =>
  (stated(gene, pair, term).otherWords ?? []).some(({ contradicts }) => contradicts === true);

/** CPIC's terms of today in the words of laboratories (CPIC term standardisation, PMID 27441996, and the words before it). */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  'Normal Metabolizer': ['Extensive Metabolizer', 'NM', 'EM', 'normal metaboliser', 'Normal metabolism'],
  'Intermediate Metabolizer': ['IM', 'intermediate metaboliser', 'Possible Intermediate Metabolizer'],
  'Poor Metabolizer': ['PM', 'poor metaboliser', 'Likely Poor Metabolizer'],
  'Rapid Metabolizer': ['RM', 'rapid metaboliser'],
  'Ultrarapid Metabolizer': ['UM', 'Ultra-rapid metabolizer', 'ultrarapid metaboliser'],
  'Normal Function': ['normal function', 'Normal activity'],
  'Decreased Function': ['intermediate function', 'Reduced function'],
  'Poor Function': ['low function'],
};

describe('agreement in other words is no contradiction', () => {
  const pairs = Object.values(knowledge.genes).flatMap((gene) =>
    gene.rules.flatMap((rule) => {
      const names = rule.functions.map((word) => named(gene.alleles, word));
      const [a, b] = names;
      return a === undefined || b === undefined || names.length !== 2 ? [] : [[gene.symbol, `${a}/${b}`, rule.phenotype] as const];
    }),
  );

  it('every function pair of the tables was made', () => {
    expect(pairs.length).toBeGreaterThan(130);
  });

  it.each(pairs)('%s %s: %s in every word for it', (gene, pair, phenotype) => {
    for (const word of [phenotype, ...(OTHER_WORDS[phenotype.replace(/^(?:Likely|Possible) /, '')] ?? [])])
      expect(contradicted(gene, pair, word), word).toBe(false);
  });
});

/** The first allele of a function; score genes write the value behind it. */
function named(
  alleles: Readonly<Record<string, { readonly function?: string; readonly activity?: unknown }>>,
  word: string,
): string | undefined {
  const found = /^(.*?)(?: \[([\d.]+)\])?$/.exec(word);
  const [, plain = word, value] = found ?? [];
  return Object.entries(alleles).find(
    ([name, allele]) =>
      !name.includes('/') &&
      allele.function?.toLowerCase() === plain.toLowerCase() &&
      (value === undefined || Number((allele as { activity?: unknown }).activity) === Number(value)),
  )?.[0];
}

describe('a genotype that other tables grade otherwise is no contradiction', () => {
  const CASES: readonly (readonly [gene: string, pair: string, term: string, because: string])[] = [
    ['CYP2D6', '*1/*4', 'Normal Metabolizer', 'score 1.0 was normal before 2019'],
    ['CYP2D6', '*10/*10', 'Normal Metabolizer', '*10 counted 0.5 before 2019'],
    ['CYP2D6', '*4/*10', 'Poor Metabolizer', 'score 0.25 called poor by some'],
    ['CYP2D6', '*2x2/*10', 'Ultrarapid Metabolizer', 'score 2.5 with the older *10'],
    ['CYP2D6', '*41/*41', 'Normal Metabolizer', 'score 1.0 was normal before 2019'],
    ['CYP2C19', '*1/*17', 'Normal Metabolizer', 'the Dutch guideline; extensive before rapid had a name'],
    ['CYP2C19', '*1/*17', 'Extensive Metabolizer', 'extensive before rapid had a name'],
    ['CYP2C19', '*1/*17', 'Ultrarapid Metabolizer', 'CPIC before 2017'],
    ['CYP2C19', '*17/*17', 'Rapid Metabolizer', 'one word for both'],
    ['CYP2C19', '*2/*17', 'Normal Metabolizer', 'older reports: extensive'],
    ['CYP2C9', '*1/*2', 'Normal Metabolizer', 'older reports: extensive'],
    ['CYP2C9', '*1/*3', 'Poor Metabolizer', 'older reports'],
    ['CYP2C9', '*2/*3', 'Intermediate Metabolizer', 'older reports'],
    ['DPYD', 'Reference/c.1129-5923C>G, c.1236G>A (HapB3)', 'Normal Metabolizer', 'not tested for or not counted before'],
    ['DPYD', 'c.1905+1G>A (*2A)/c.2846A>T', 'Intermediate Metabolizer', 'score 0.5 in other tables'],
    ['UGT1A1', '*28/*28', 'Intermediate Metabolizer', 'other tables'],
    ['CYP3A5', '*1/*3', 'Normal Metabolizer', 'an expresser'],
    ['TPMT', '*3A/*3A', 'Likely Poor Metabolizer', 'the same word, less sure'],
  ];
  it.each(CASES)('%s %s called %s: %s', (gene, pair, term) => {
    expect(stated(gene, pair, term).state).toBe('called');
    expect(contradicted(gene, pair, term)).toBe(false);
  });
});

describe('a genotype that no table grades so is contradicted', () => {
  const CASES: readonly (readonly [gene: string, pair: string, term: string])[] = [
    ['CYP2C19', '*1/*1', 'Poor Metabolizer'],
    ['CYP2C19', '*1/*1', 'Intermediate Metabolizer'],
    ['CYP2C19', '*1/*1', 'Ultrarapid Metabolizer'],
    ['CYP2C19', '*1/*1', 'Rapid Metabolizer'],
    ['CYP2C19', '*2/*2', 'Normal Metabolizer'],
    ['CYP2C19', '*2/*2', 'Intermediate Metabolizer'],
    ['CYP2C19', '*1/*2', 'Ultrarapid Metabolizer'],
    ['CYP2C19', '*17/*17', 'Poor Metabolizer'],
    ['CYP2D6', '*1/*1', 'Poor Metabolizer'],
    ['CYP2D6', '*1/*1', 'Ultrarapid Metabolizer'],
    ['CYP2D6', '*1/*1', '0'],
    ['CYP2D6', '*4/*4', 'Normal Metabolizer'],
    ['CYP2D6', '*4/*4', '2.0'],
    ['CYP2D6', '*1/*4', 'Ultrarapid Metabolizer'],
    ['CYP2C9', '*1/*1', 'Poor Metabolizer'],
    ['CYP2C9', '*3/*3', 'Normal Metabolizer'],
    ['DPYD', 'Reference/Reference', 'Poor Metabolizer'],
    ['DPYD', 'Reference/Reference', 'Intermediate Metabolizer'],
    ['DPYD', 'c.1905+1G>A (*2A)/c.1905+1G>A (*2A)', 'Normal Metabolizer'],
    ['TPMT', '*1/*1', 'Poor Metabolizer'],
    ['TPMT', '*3A/*3A', 'Normal Metabolizer'],
    ['NUDT15', '*1/*1', 'Intermediate Metabolizer'],
    ['NUDT15', '*3/*3', 'Normal Metabolizer'],
    ['UGT1A1', '*1/*1', 'Poor Metabolizer'],
    ['CYP2B6', '*1/*1', 'Poor Metabolizer'],
    ['CYP3A5', '*1/*1', 'Poor Metabolizer'],
    ['CYP3A5', '*3/*3', 'Normal Metabolizer'],
    ['SLCO1B1', '*1/*1', 'Poor Function'],
    ['SLCO1B1', '*5/*5', 'Normal Function'],
    ['G6PD', 'B (reference)/B (reference)', 'Deficient'],
  ];
  it.each(CASES)('%s %s stated as %s', (gene, pair, term) => {
    const finding = stated(gene, pair, term);
    expect(finding.otherWords?.[0]).toMatchObject({ by: 'laboratory', contradicts: true });
    expect(finding.warnings).toMatchObject([{ code: 'conflict', reference: `Observation/${gene}` }]);
    expect(finding.warnings[0]?.message).toContain('contradicts itself');
  });

  it('of several phenotypes stated beside one genotype the contradicting one is told', () => {
    const source = { reference: 'Observation/o' };
    const words = ['Normal Metabolizer', 'Poor Metabolizer'].map((term) =>
      result('CYP2C19', { kind: 'phenotype', term, written: term }, { source }),
    );
    const finding = interpretOne([result('CYP2C19', diplotype('*1/*1'), { source }), ...words]);
    expect(finding.otherWords?.[0]).toMatchObject({ means: 'poor metabolizer', contradicts: true });
  });
});

describe('held against the tables of the reference', () => {
  it.runIf(hasReference)('no diplotype of phenotype_rules.tsv is contradicted by its own phenotype, in any word for it', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const row of readTsv(referenceDir, 'phenotype_rules.tsv')) {
      const [gene, phenotype] = [row('gene'), row('phenotype')];
      if (knowledge.genes[gene] === undefined) continue;
      for (const pair of list(row('examples')).filter((text) => text.includes('/')))
        for (const word of [phenotype, ...(OTHER_WORDS[phenotype.replace(/^(?:Likely|Possible) /, '')] ?? [])]) {
          checked += 1;
          if (contradicted(gene, pair, word)) wrong.push(`${gene} ${pair} ${word}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(300);
  });
});
