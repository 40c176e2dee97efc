/** Every drug on which advice is given is recognised however it is ordered: by its name, by an order's text, by its ingredient code, by its ATC code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ATC, RXNORM } from '../../fhir-profiles/codes/systems.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { shippedTable } from './resolution.ts';

const table = shippedTable();
const { guideline, clinical } = loadKnowledge().pgx;
const advised = [...new Set([...guideline.recommendations, ...(clinical.labels ?? [])].map(({ drug }) => drug))].sort();
const stored = JSON.parse(readFileSync(join(packageRoot(), 'fhir-profiles', 'codes', 'data', 'drugs.json'), 'utf8')) as {
  ingredients: [string, string | null, string[] | null][];
};
const rowOf = new Map(stored.ingredients.map((row) => [row[0], row]));
const found = (text: string) => table.byText(text)?.ingredients.map(({ name }) => name);

describe('drugs with a recommendation', () => {
  it('are more than a hundred', () => expect(advised.length).toBeGreaterThan(100));

  it.each(advised)('%s by its name, in capitals, and as an order writes it', (drug) => {
    expect(found(drug)).toEqual([drug]);
    expect(found(drug.toUpperCase())).toEqual([drug]);
    expect(found(`${drug} 100 MG Oral Tablet`)).toEqual([drug]);
    expect(found(`${drug.toUpperCase()} 100 MG PO TABS`)).toEqual([drug]);
  });

  it('by their RxNorm ingredient id, where one is known; without one they are few and named here', () => {
    const without = advised.filter((drug) => rowOf.get(drug)?.[1] === null);
    expect(without).toEqual(['abrocitinib', 'flucloxacillin', 'flucytosine', 'ribostamycin']);
    for (const drug of advised) {
      const id = rowOf.get(drug)?.[1];
      if (typeof id !== 'string') continue;
      expect(
        table.byCode({ system: RXNORM, code: id })?.ingredients.map(({ name }) => name),
        drug,
      ).toEqual([drug]);
    }
  });

  it('by every ATC code of their own: the code stands for the drug, alone or with its partners', () => {
    const coded = advised.flatMap((drug) => (rowOf.get(drug)?.[2] ?? []).map((code) => [drug, code] as const));
    expect(coded.length).toBeGreaterThan(100);
    for (const [drug, code] of coded)
      expect(
        table.byCode({ system: ATC, code })?.ingredients.map(({ name }) => name),
        code,
      ).toContain(drug);
  });
});
