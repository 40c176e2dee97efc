/** The knowledge as it ships: loads fast, holds together, and its tools tell the truth of it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../cds-service/knowledge/pgx/check.ts';
import { diffKnowledge } from '../../cds-service/knowledge/pgx/diff.ts';
import { loadGuidelineKnowledge } from '../../cds-service/knowledge/pgx/load.ts';
import { pack, unpack } from '../../cds-service/knowledge/pgx/stored.ts';
import type { GuidelineKnowledge } from '../../cds-service/knowledge/pgx/types.ts';
import { knowledge } from './results.ts';
import { processorTime } from '../cost.ts';

const file = fileURLToPath(new URL('../../cds-service/knowledge/data/pgx-guideline.json', import.meta.url));

describe('shipped knowledge', () => {
  it('loads in less than 300 ms', () => {
    expect(processorTime(300, () => loadGuidelineKnowledge(JSON.parse(readFileSync(file, 'utf8'))))).toBeLessThan(300);
  });
  it('has all 29 CPIC guidelines, each with rows or a stated gap', () => {
    const cpic = knowledge.guidelines.filter((one) => one.body === 'CPIC');
    expect(cpic).toHaveLength(29);
    const told = new Set([...knowledge.recommendations.map((row) => row.drug), ...(knowledge.gaps ?? []).map((gap) => gap.drug ?? '')]);
    expect(cpic.flatMap((one) => one.drugs).filter((drug) => !told.has(drug))).toEqual([]);
  });
  it('has no contradictions, and ids are unique', () => {
    expect(checkKnowledge(knowledge, '2026-11-21').filter((issue) => issue.severity === 'error')).toEqual([]);
    expect(new Set(knowledge.recommendations.map((row) => row.id)).size).toBe(knowledge.recommendations.length);
  });
  it('packs without loss', () => {
    expect(unpack(JSON.parse(JSON.stringify(pack(knowledge)))).recommendations).toEqual(knowledge.recommendations);
  });
  it('gives every dose share as what remains, between 0 and 5', () => {
    for (const { dose, action, id } of knowledge.recommendations) {
      const shares = [dose?.factor, ...(dose?.factorRange ?? [])].filter((one) => one !== undefined);
      for (const share of shares) {
        expect(share, id).toBeGreaterThan(0);
        expect(share, id).toBeLessThanOrEqual(5);
        if (action === 'decrease-dose') expect(share, id).toBeLessThan(1);
        if (action === 'increase-dose') expect(share, id).toBeGreaterThan(1);
      }
    }
  });
  it('holds no sentence of a guideline: no text longer than 200 characters', () => {
    const longest = (value: unknown): number =>
      typeof value === 'string'
        ? value.length
        : typeof value === 'object' && value !== null
          ? Math.max(0, ...Object.values(value).map(longest))
          : 0;
    expect(longest(knowledge.recommendations)).toBeLessThan(200);
  });
});

describe('a file that does not fit', () => {
  it('stops with the place named', () => {
    expect(() => loadGuidelineKnowledge({ ...pack(knowledge), recommendations: [{ body: 'CPIC' }] })).toThrow(/recommendations\/0/);
  });
});

describe('check and diff', () => {
  const [first, ...rest] = knowledge.recommendations;
  if (first === undefined) throw new Error('no rows');
  const changed: GuidelineKnowledge = {
    ...knowledge,
    recommendations: [{ ...first, action: first.action === 'avoid' ? 'standard' : 'avoid' }, ...rest],
    genes: {
      ...knowledge.genes,
      CYP2C19: {
        ...(knowledge.genes['CYP2C19'] ?? { symbol: 'CYP2C19', hgnc: '', method: 'function-pair', alleles: {}, rules: [], phenotypes: [] }),
        alleles: { ...knowledge.genes['CYP2C19']?.alleles, '*42': { function: 'No function', asOf: '2026-02' } },
      },
    },
  };
  it('finds two acts for one key', () => {
    const twice = { ...knowledge, recommendations: [...knowledge.recommendations, ...changed.recommendations.slice(0, 1)] };
    expect(checkKnowledge(twice, '2026-11-21')[0]).toMatchObject({ severity: 'error', kind: 'contradiction' });
  });
  it('reports sources that have grown old', () => {
    expect(checkKnowledge(knowledge, '2040-01-01').some((issue) => issue.kind === 'age')).toBe(true);
  });
  it('says what changes and for whom', () => {
    const changes = diffKnowledge(knowledge, changed);
    expect(changes.map((change) => change.what).toSorted()).toEqual(['allele', 'recommendation']);
    expect(changes.find((change) => change.what === 'allele')?.concerns).toEqual(['every genotype with CYP2C19 *42']);
    expect(diffKnowledge(knowledge, knowledge)).toEqual([]);
  });
});
