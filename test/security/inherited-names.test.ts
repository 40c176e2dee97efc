/** A word that every object of the language knows is, in a chart, a word like any other: whatever stands in its place says the same. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { toCards } from '../../cds-service/cards/index.ts';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { mutated, places } from '../service/mutation.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The inherited names, and words of the same letters that nothing inherits. */
const NAMES = [
  ['constructor', 'constructqr'],
  ['__proto__', '__prqto__'],
  ['toString', 'toStrinq'],
] as const;

interface Resource {
  readonly resourceType: string;
  readonly id?: string;
}
interface Bundle {
  readonly entry: readonly { readonly resource: Resource }[];
}

const knowledge = loadKnowledge();
const root = join(import.meta.dirname, '../../fixtures');
const charts = readdirSync(root)
  .map((name) => join(root, name, 'bundle.json'))
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Bundle);

/** Members that are looked up somewhere; ids, references, dates and names of people are not. */
const ASKED_OF_TABLES = /^(?:code|system|status|intent|display|text|unit|comparator|gender|valueString|valueCode|div|conclusion|note)$/;

/** Such texts of a chart, one place of each kind: by resource type and path without positions. */
function textsOf(chart: Bundle, seen: Set<string>) {
  return places(chart).filter((path) => {
    const value = path.reduce<unknown>((here, step) => (here as Record<string | number, unknown> | undefined)?.[step], chart);
    if (typeof value !== 'string' || path[0] !== 'entry' || !ASKED_OF_TABLES.test(String(path.at(-1)))) return false;
    const type = chart.entry[Number(path[1])]?.resource.resourceType;
    const kind = `${type} ${path.filter((step) => typeof step === 'string').join('.')}`;
    return !seen.has(kind) && seen.add(kind);
  });
}

/** Report and cards with the word replaced by a sign, in whatever letters it came back. */
function said(chart: unknown, word: string): string {
  const report = interpret({ resources: chart, asOf: '2026-11-20', trials: null }, knowledge);
  const drafts = (chart as Bundle).entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === 'MedicationRequest');
  const draftOrders = Object.fromEntries(drafts.map((resource) => [`MedicationRequest/${resource.id}`, { ...resource }]));
  const context = { hook: 'order-sign', orders: Object.keys(draftOrders), draftOrders, notChecked: [] } as const;
  const cards = (['pgx', 'oncology'] as const).map((family) => toCards(report, { ...context, family }));
  const escaped = word.replaceAll('_', String.raw`\\_`);
  const writings = [escaped, word, word.toLowerCase(), word.toUpperCase()];
  return writings.reduce((text, writing) => text.replaceAll(writing, '§'), JSON.stringify([{ ...report, inputHash: '' }, cards]));
}

describe('names that every object inherits', () => {
  it('in any text of a chart say what another unknown word says', () => {
    const seen = new Set<string>();
    const told: string[] = [];
    let asked = 0;
    for (const chart of charts)
      for (const path of textsOf(chart, seen)) {
        const [name, control] = NAMES[asked % NAMES.length] ?? NAMES[0];
        asked += 1;
        const [inherited, another] = [name, control].map((word) => said(mutated(chart, path, word), word));
        if (inherited !== another || /native code|\[object/.test(inherited ?? '')) told.push(`${path.join('.')}: ${name}`);
      }
    expect(asked).toBeGreaterThan(80);
    expect(told).toEqual([]);
  });
});
