import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measure, precision, recall, referenceFolder, shippedTable, table, total } from './resolution.ts';

const folder = referenceFolder();

describe.skipIf(folder === null)('drug resolution over the RxNorm sample (skipped where the reference folder is missing)', () => {
  it.each(['text', 'code'] as const)('by %s alone: precision at least 99.5 %%, recall at least 99 %% for systemic forms', (way) => {
    const measured = measure(folder ?? '', way, true);
    const all = total(measured.tallies);
    process.stdout.write(`By ${way}, products acting on the spot left out:\n${table(measured)}\n`);
    expect(all.concepts).toBeGreaterThan(3000);
    expect(precision(all)).toBeGreaterThanOrEqual(0.995);
    expect(recall(all)).toBeGreaterThanOrEqual(0.99);
    expect(all.unrecognised).toBe(0);
  });

  it.each([
    ['pharmacogenomic drug list', 'pgx/drugs.tsv', 0, ['moviprep', 'radiotherapy']],
    ['FDA list', 'pgx/fda_drugs.tsv', 1, ['moviprep']],
    ['oncology therapies', 'oncology/therapies_codes_2026-05.tsv', 0, ['Corticosteroid', 'Interferon Alpha']],
  ])('every name of the %s is recognised', (_, file, column, known) => {
    const drugs = shippedTable();
    const names = readFileSync(join(folder ?? '', file), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[column] ?? '');
    expect(names.filter((name) => drugs.byText(name) === null)).toEqual(known);
  });
});
