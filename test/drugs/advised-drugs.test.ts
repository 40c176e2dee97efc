/** Every drug on which advice is given is recognised however it is ordered: by its name, by an order's text, by its ingredient code, by its ATC code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ATC, RXNORM } from '../../fhir-profiles/codes/systems.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { shippedTable } from './resolution.ts';

const table = shippedTable();
const { pgx, oncology } = loadKnowledge();
const { guideline, clinical } = pgx;
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
    expect(without).toEqual([
      'abrocitinib',
      'deuruxolitinib',
      'dihydrocodeine',
      'flucloxacillin',
      'flucytosine',
      'nateglinide',
      'ribostamycin',
    ]);
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

describe('cancer drugs of an approved use that asks for a finding', () => {
  const named = oncology.approvals.flatMap(({ therapies }) => therapies.map(({ ingredient, name }) => ingredient ?? name));
  const approved = [...new Set(named)].sort();
  const codesOf = (drug: string): readonly string[] => rowOf.get(drug)?.[2] ?? [];
  const byAtc = (code: string) => table.byCode({ system: ATC, code })?.ingredients.map(({ name }) => name);

  it('by their ATC code, except those that the index does not hold yet', () => {
    expect(approved.length).toBeGreaterThan(100);
    expect(approved.filter((drug) => codesOf(drug).length === 0)).toEqual([
      'avutometinib',
      'defactinib',
      'dordaviprone',
      'ensartinib',
      'gedatolisib',
      'imlunestrant',
      'lirafugratinib',
      'sunvozertinib',
      'taletrectinib',
      'telisotuzumab vedotin',
      'vepdegestrant',
      'zenocutuzumab',
      'zidesamtinib',
      'ziftomenib',
    ]);
    for (const drug of approved) for (const code of codesOf(drug)) expect(byAtc(code), code).toContain(drug);
  });

  it.each([
    ['L01EB04', ['osimertinib']],
    ['L01XE35', ['osimertinib']],
    ['L01FD04', ['trastuzumab deruxtecan']],
    ['L01FD01', ['trastuzumab']],
    ['L01XC03', ['trastuzumab']],
    ['L01FE01', ['cetuximab']],
    ['L01XC06', ['cetuximab']],
    ['L01XK01', ['olaparib']],
    ['L01XX46', ['olaparib']],
    ['L01FX26', ['mirvetuximab soravtansine']],
    ['L01FY01', ['pertuzumab', 'trastuzumab']],
    ['L01XK52', ['abiraterone', 'niraparib']],
  ])('%s, of the index of 2026 or of the one before 2021', (code, drugs) => {
    expect(byAtc(code)?.toSorted()).toEqual(drugs);
  });
});
