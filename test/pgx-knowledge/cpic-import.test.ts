/** CPIC's own export shapes, on a tiny sample of our own (drug, allele names and sentences are made up). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCpic, isCpicExport } from '../../cds-service/knowledge/import/pgx/cpic.ts';
import { mergeCpic } from '../../cds-service/knowledge/import/pgx/merge.ts';
import { parseCsv } from '../../cds-service/knowledge/import/pgx/records.ts';
import { loadGuidelineKnowledge } from '../../cds-service/knowledge/pgx/load.ts';
import { pack } from '../../cds-service/knowledge/pgx/stored.ts';
import { CPIC_SAMPLE } from './cpic-sample.ts';
import { knowledge } from './results.ts';

const tables: Record<string, unknown> = {
  ...CPIC_SAMPLE,
  allele: [
    ...CPIC_SAMPLE.allele,
    { genesymbol: 'CYP2D6', name: '*1x≥3', clinicalfunctionalstatus: 'Increased function', activityvalue: '≥3.0' },
  ],
  recommendation: [
    ...CPIC_SAMPLE.recommendation,
    {
      id: 2,
      guidelineid: 11,
      drugid: 'RxNorm:999001',
      lookupkey: { 'HLA-B': '*15:02 positive' },
      drugrecommendation: 'Do not use.',
      classification: 'Strong',
      population: 'naive',
    },
  ],
  guideline: [{ id: 11, name: 'CYP2C9 and Examplumab', url: 'https://example.org/g', genes: ['CYP2C9', 'HLA-B'] }],
};

const csvCell = (value: unknown): string => `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
function csv(rows: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns.join(','), ...rows.map((row) => columns.map((column) => csvCell(row[column] ?? '')).join(','))].join('\n');
}

describe.each(['json', 'csv'])("CPIC's own export as %s", (shape) => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'cpic-'));
    for (const [name, rows] of Object.entries(tables)) {
      writeFileSync(join(dir, `${name}.${shape}`), shape === 'json' ? JSON.stringify(rows) : csv(rows as Record<string, unknown>[]));
    }
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('is recognised, imported, and fits the schema of shipped knowledge', () => {
    expect(isCpicExport(dir)).toBe(true);
    const knowledge = loadGuidelineKnowledge(JSON.parse(JSON.stringify(pack(importCpic(dir, '2026-11-01')))));
    expect(knowledge.recommendations).toMatchObject([
      {
        drug: 'examplumab',
        rxnorm: '999001',
        when: [{ gene: 'CYP2C9', key: 'activity-score', value: '1.0' }],
        strength: 'moderate',
        action: 'decrease-dose',
        dose: { factor: 0.7 },
      },
      {
        when: [{ gene: 'HLA-B', key: 'allele-status', value: '*15:02 positive' }],
        population: 'naive',
        action: 'avoid',
        strength: 'strong',
      },
    ]);
    expect(knowledge.genes['CYP2C9']?.alleles['*1']).toMatchObject({ function: 'Normal function', activity: 1 });
    expect(knowledge.genes['CYP2D6']?.alleles['*1x≥3']).toMatchObject({ activity: 3, activityAtLeast: true });
    expect(knowledge.genes['CYP2C9']?.scores).toEqual({ '1.0': 'Intermediate Metabolizer' });
    expect(knowledge.pairs[0]).toMatchObject({ drug: 'examplumab', cpicLevel: 'A', fdaLabel: 'Actionable PGx' });
    expect(knowledge.guidelines[0]?.drugs).toEqual(['examplumab']);
  });
});

describe('an export laid over the knowledge in use', () => {
  it('replaces CPIC and keeps what CPIC does not hold', () => {
    const dir = mkdtempSync(join(tmpdir(), 'cpic-'));
    for (const [name, rows] of Object.entries(tables)) writeFileSync(join(dir, `${name}.json`), JSON.stringify(rows));
    const merged = mergeCpic(knowledge, importCpic(dir, '2026-11-01'));
    rmSync(dir, { recursive: true });
    expect(merged.recommendations.filter((row) => row.body === 'CPIC').map((row) => row.drug)).toEqual(['examplumab', 'examplumab']);
    expect(merged.recommendations.filter((row) => row.body === 'DPWG')).toHaveLength(529);
    expect(Object.keys(merged.genes['CYP2C9']?.alleles ?? {})).toEqual(['*1', '*77']);
    expect(merged.genes['CYP2C9']?.positions?.length).toBeGreaterThan(50);
    expect(merged.genes['CYP2C19']).toEqual(knowledge.genes['CYP2C19']);
    expect(loadGuidelineKnowledge(JSON.parse(JSON.stringify(pack(merged)))).recommendations).toHaveLength(merged.recommendations.length);
  });
});

describe('CSV', () => {
  it('keeps commas, quotes and line ends inside quoted cells', () => {
    expect(parseCsv('a,b\r\n"x, ""y""","line 1\nline 2"\r\n')).toEqual([{ a: 'x, "y"', b: 'line 1\nline 2' }]);
  });
});
