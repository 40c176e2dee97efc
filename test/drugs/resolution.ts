/** Measures drug resolution over the reference sample of RxNorm names: by the text alone and by the code alone, per term type. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileDrugs } from '../../cds-service/knowledge/import/drugs/index.ts';
import { referenceSources } from '../../cds-service/knowledge/import/drugs/reference.ts';
import { drugTable } from '../../fhir-profiles/codes/drug/table.ts';
import { RXNORM } from '../../fhir-profiles/codes/systems.ts';
import type { DrugMatch, DrugTable } from '../../fhir-profiles/vocabulary.ts';

export interface Concept {
  readonly rxnorm: string;
  readonly name: string;
  /** Pharmacogenomic ingredients expected, as RxNorm ids (or names where the list has no id). */
  readonly expected: ReadonlySet<string>;
}

export interface Tally {
  readonly type: string;
  concepts: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  unrecognised: number;
}

export type Way = 'text' | 'code';

/** The reference folder beside the repository; null when it is not there. */
export function referenceFolder(): string | null {
  const folder = new URL('../../../shared/reference/', import.meta.url).pathname;
  return existsSync(join(folder, 'drugs', 'rxnorm_clinical_drugs.tsv')) ? folder : null;
}

/** The sample, and the ingredients it is judged by: the drugs of the pharmacogenomic list. */
function readSample(folder: string): { readonly concepts: readonly Concept[]; readonly judged: ReadonlyMap<string, string> } {
  const lines = (file: string) =>
    readFileSync(join(folder, file), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
  const judged = new Map<string, string>();
  for (const [name = '', id = ''] of lines('pgx/drugs.tsv')) {
    const key = id === '' ? name.toLowerCase() : id;
    judged.set(name.toLowerCase(), key);
    if (id !== '') judged.set(id, key);
  }
  const concepts = lines('drugs/rxnorm_clinical_drugs.tsv').map(([rxnorm = '', name = '', drugs = '']) => ({
    rxnorm,
    name,
    expected: new Set(drugs.split(';').flatMap((drug) => (drug === '' ? [] : (judged.get(drug.trim().toLowerCase()) ?? drug.trim())))),
  }));
  return { concepts, judged };
}

/** Term type as the name shows it. */
function termType(name: string): string {
  const branded = /\[[^\]]+\]\s*$/.test(name);
  if (name.startsWith('{')) return branded ? 'BPCK' : 'GPCK';
  if (!/\d/.test(name)) return name.includes(' / ') ? 'MIN' : 'IN/PIN/BN';
  const hasForm = !/(MG|ML|UNT|MEQ|%|HR|ACTUAT|MCI|MG\/MG|CELLS\/ML)(\s*\[[^\]]+\])?\s*$/.test(name);
  if (!hasForm) return branded ? 'SBDC' : 'SCDC';
  return branded ? 'SBD' : 'SCD';
}

export function shippedTable() {
  return drugTable(JSON.parse(readFileSync(new URL('../../fhir-profiles/codes/data/drugs.json', import.meta.url), 'utf8')));
}

/** Ingredients by name, in alphabetical order: `namesFrom(shippedTable())('Caduet')` is "amlodipine + atorvastatin". */
export const namesFrom =
  (table: DrugTable) =>
  (text: string): string =>
    table
      .byText(text)
      ?.ingredients.map(({ name }) => name)
      .toSorted()
      .join(' + ') ?? 'not recognised';

/** A table compiled without the concepts of `heldOut`: what it finds among them it was not built from. */
export function tableWithout(folder: string, heldOut: (rxnorm: string) => boolean): DrugTable {
  const sources = referenceSources(folder);
  const header = { id: 'held-out', version: '0', date: '2026-11-21', licence: 'Public domain', sources: [] };
  return drugTable(compileDrugs({ ...sources, concepts: sources.concepts.filter((concept) => !heldOut(concept.rxnorm)) }, header));
}

export interface Measured {
  readonly tallies: readonly Tally[];
  readonly mistakes: readonly string[];
}

/** Counts ingredients found against ingredients expected. `systemicOnly` leaves out products that act on the spot. */
export function measure(
  folder: string,
  way: Way,
  systemicOnly: boolean,
  table: DrugTable = shippedTable(),
  part: (rxnorm: string) => boolean = () => true,
): Measured {
  const { concepts: all, judged } = readSample(folder);
  const concepts = all.filter((concept) => part(concept.rxnorm));
  const tallies = new Map<string, Tally>();
  const mistakes: string[] = [];
  const look = (concept: Concept): DrugMatch | null =>
    way === 'text' ? table.byText(concept.name) : table.byCode({ system: RXNORM, code: concept.rxnorm });
  for (const concept of concepts) {
    const match = look(concept);
    if (systemicOnly && match?.systemic === false) continue;
    const found = new Set((match?.ingredients ?? []).flatMap(({ name, rxnorm }) => judged.get(rxnorm ?? '') ?? judged.get(name) ?? []));
    const type = termType(concept.name);
    const tally = tallies.get(type) ?? { type, concepts: 0, truePositives: 0, falsePositives: 0, falseNegatives: 0, unrecognised: 0 };
    tallies.set(type, tally);
    tally.concepts += 1;
    if (match === null) tally.unrecognised += 1;
    const wrong = [...found].filter((drug) => !concept.expected.has(drug));
    const missed = [...concept.expected].filter((drug) => !found.has(drug));
    tally.truePositives += found.size - wrong.length;
    tally.falsePositives += wrong.length;
    tally.falseNegatives += missed.length;
    if (wrong.length + missed.length > 0) mistakes.push(`${concept.name}: wrong ${wrong.join(',')} missed ${missed.join(',')}`);
  }
  return { tallies: [...tallies.values()].toSorted((a, b) => (a.type < b.type ? -1 : 1)), mistakes };
}

export function total(tallies: readonly Tally[]): Tally {
  const sum = { type: 'all', concepts: 0, truePositives: 0, falsePositives: 0, falseNegatives: 0, unrecognised: 0 };
  for (const tally of tallies) {
    sum.concepts += tally.concepts;
    sum.truePositives += tally.truePositives;
    sum.falsePositives += tally.falsePositives;
    sum.falseNegatives += tally.falseNegatives;
    sum.unrecognised += tally.unrecognised;
  }
  return sum;
}

export const precision = (tally: Tally): number => tally.truePositives / Math.max(1, tally.truePositives + tally.falsePositives);
export const recall = (tally: Tally): number => tally.truePositives / Math.max(1, tally.truePositives + tally.falseNegatives);

export function table(measured: Measured): string {
  const percent = (value: number) => `${(value * 100).toFixed(2)} %`.padStart(9);
  const line = (t: Tally) =>
    `${t.type.padEnd(10)}${String(t.concepts).padStart(9)}${String(t.unrecognised).padStart(14)}${percent(precision(t)).padStart(12)}${percent(recall(t)).padStart(12)}`;
  return [
    `${'type'.padEnd(10)}${'concepts'.padStart(9)}${'unrecognised'.padStart(14)}${'precision'.padStart(12)}${'recall'.padStart(12)}`,
    ...measured.tallies.map(line),
    line(total(measured.tallies)),
  ].join('\n');
}
