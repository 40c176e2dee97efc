/** Changes that must change nothing, and changes that may only go one way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { adviseFrom, interpretPgx } from '../../cds-service/pgx/index.ts';
import { severity } from '../../cds-service/pgx/advice/severity.ts';
import { interpretGenes } from '../../cds-service/pgx/genes/index.ts';
import { CASES } from './cases.ts';
import { knowledge } from './knowledge.ts';
import { patient } from './patient.ts';

const drugsOf = (facts: PatientFacts, drug?: string) =>
  interpretPgx(facts, knowledge, { allDrugs: false }).drugs.filter((advice) => drug === undefined || advice.drug.name === drug);

const PAIRS: Readonly<Record<string, readonly string[]>> = {
  CYP2C19: ['*1', '*2', '*3', '*17'],
  CYP2D6: ['*1', '*2', '*4', '*5', '*10', '*41', '*1x2'],
  CYP2C9: ['*1', '*2', '*3'],
  TPMT: ['*1', '*3A', '*3C'],
  NUDT15: ['*1', '*3'],
  SLCO1B1: ['*1', '*5', '*15'],
  CYP2B6: ['*1', '*6'],
};
const DRUGS = [
  'clopidogrel',
  'codeine',
  'amitriptyline',
  'sertraline',
  'azathioprine',
  'simvastatin',
  'celecoxib',
  'fluvastatin',
  'tamoxifen',
  'omeprazole',
];

const genotype = fc
  .constantFrom(...Object.keys(PAIRS))
  .chain((gene) => fc.tuple(fc.constant(gene), fc.constantFrom(...(PAIRS[gene] ?? [])), fc.constantFrom(...(PAIRS[gene] ?? []))));

describe('what must not matter', () => {
  it('the order of the two alleles', () => {
    fc.assert(
      fc.property(genotype, fc.constantFrom(...DRUGS), ([gene, a, b], drug) => {
        const one = drugsOf(patient().gene(gene, `${a}/${b}`).orders(drug).facts());
        const two = drugsOf(patient().gene(gene, `${b}/${a}`).orders(drug).facts());
        expect(two.map(({ action, strength, text, ruleId }) => ({ action, strength, text, ruleId }))).toEqual(
          one.map(({ action, strength, text, ruleId }) => ({ action, strength, text, ruleId })),
        );
      }),
      { numRuns: 150 },
    );
  });

  it.each(CASES)('an unrelated result and an unrelated drug: $name', ({ patient: builder, drug }) => {
    const facts = builder.facts();
    const extra = patient().gene('IFNL3', 'phenotype: Favorable').orders('metformin').takes('levothyroxine').facts();
    const more: PatientFacts = {
      ...facts,
      germline: [...facts.germline, ...extra.germline],
      medications: [...facts.medications, ...extra.medications],
    };
    expect(drugsOf(more, drug)).toEqual(drugsOf(facts, drug));
  });

  it.each(CASES)('the order in which facts arrive: $name', ({ patient: builder, drug }) => {
    const facts = builder.facts();
    const turned: PatientFacts = {
      ...facts,
      germline: [...facts.germline].reverse(),
      medications: [...facts.medications].reverse(),
      conditions: [...facts.conditions].reverse(),
      labs: [...facts.labs].reverse(),
    };
    const plain = ({ action, strength, text, ruleId, population }: ReturnType<typeof drugsOf>[number]) => ({
      action,
      strength,
      text,
      ruleId,
      population,
    });
    const sameReadings = (text: string) =>
      text
        .split(/[();]/)
        .map((part) => part.trim())
        .sort()
        .join('|');
    expect(drugsOf(turned, drug).map((entry) => ({ ...plain(entry), text: sameReadings(entry.text) }))).toEqual(
      drugsOf(facts, drug).map((entry) => ({ ...plain(entry), text: sameReadings(entry.text) })),
    );
  });

  it('the facts are not changed', () => {
    for (const { patient: builder } of CASES) {
      const facts = builder.facts();
      const before = JSON.stringify(facts);
      interpretPgx(deepFreeze(facts), knowledge, { allDrugs: true });
      expect(JSON.stringify(facts)).toBe(before);
    }
  });
});

/** From normal downwards; above normal is another direction. */
const LADDERS: Readonly<Record<string, readonly string[]>> = {
  CYP2D6: ['score: 2.0', 'score: 1.25', 'score: 1.0', 'score: 0.5', 'score: 0.25', 'score: 0.0'],
  CYP2C9: ['score: 2.0', 'score: 1.5', 'score: 1.0', 'score: 0.5', 'score: 0.0'],
  DPYD: ['score: 2.0', 'score: 1.5', 'score: 1.0', 'score: 0.5', 'score: 0.0'],
  CYP2C19: ['phenotype: Normal Metabolizer', 'phenotype: Intermediate Metabolizer', 'phenotype: Poor Metabolizer'],
  TPMT: ['phenotype: Normal Metabolizer', 'phenotype: Intermediate Metabolizer', 'phenotype: Poor Metabolizer'],
  NUDT15: ['phenotype: Normal Metabolizer', 'phenotype: Intermediate Metabolizer', 'phenotype: Poor Metabolizer'],
  SLCO1B1: ['phenotype: Normal Function', 'phenotype: Decreased Function', 'phenotype: Poor Function'],
  G6PD: ['phenotype: Normal', 'phenotype: Deficient', 'phenotype: Deficient with CNSHA'],
};
const RUNGS = Object.entries(LADDERS).flatMap(([gene, rungs]) =>
  [
    ...new Set(
      knowledge.guideline.recommendations
        .filter((row) => row.body === 'CPIC' && row.when.some((when) => when.gene === gene))
        .map(({ drug }) => drug),
    ),
  ].map((drug) => ({ gene, drug, rungs })),
);

describe('less function never softens an avoid', () => {
  it.each(RUNGS)('$gene and $drug', ({ gene, drug, rungs }) => {
    let avoided = false;
    for (const rung of rungs) {
      const advice = drugsOf(patient({ ageYears: 40, sex: 'male' }).gene(gene, rung).orders(drug).facts(), drug);
      const most = Math.max(0, ...advice.map(({ action }) => severity(action)));
      if (avoided) expect(most, rung).toBeGreaterThanOrEqual(severity('alternative'));
      if (most === severity('avoid')) avoided = true;
    }
  });

  it('a strong inhibitor never makes CYP2D6 advice milder below normal function', () => {
    for (const drug of ['codeine', 'tramadol', 'amitriptyline', 'nortriptyline', 'tamoxifen', 'metoprolol', 'atomoxetine']) {
      for (const pair of ['*1/*1', '*1/*4', '*4/*10', '*4/*4']) {
        const alone = drugsOf(patient({ ageYears: 40 }).gene('CYP2D6', pair).orders(drug).facts(), drug);
        const inhibited = drugsOf(patient({ ageYears: 40 }).gene('CYP2D6', pair).takes('quinidine').orders(drug).facts(), drug);
        const most = (advice: typeof alone) => Math.max(...advice.map(({ action }) => severity(action)));
        expect(most(inhibited), `${drug} ${pair}`).toBeGreaterThanOrEqual(Math.min(most(alone), severity('alternative')));
      }
    }
  });

  it('gives the same from findings already made', () => {
    for (const { patient: builder } of CASES) {
      const facts = builder.facts();
      expect(adviseFrom(facts, interpretGenes(facts, knowledge.guideline), knowledge, { allDrugs: true })).toEqual(
        interpretPgx(facts, knowledge, { allDrugs: true }),
      );
    }
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
