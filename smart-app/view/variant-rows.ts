/** The variant table: one entry per change, its results beneath each other, the newest first. */
import type { Variant } from '../data/panel-report.ts';
import { shortProteins } from './protein-name.ts';
import { variantTitle } from './tumour.ts';
import { weightOf } from './variant-weight.ts';

export interface VariantReading {
  readonly key: string;
  readonly present: boolean | null;
  readonly vaf: number | null;
  readonly date: string | null;
  readonly specimen: string | null;
}
export interface VariantEntry {
  readonly key: string;
  readonly gene: string;
  /** Without its gene, protein changes in the short form. */
  readonly name: string;
  /** HGVS in full; empty where the name says as much. */
  readonly hgvs: string;
  readonly origin: Variant['origin'];
  readonly classification: string | null;
  /** How the change was read, and why it counts or does not count as a mutation of its gene. */
  readonly because: readonly string[];
  /** Newest first; those without a date last. */
  readonly readings: readonly VariantReading[];
  /** Looked for and never found. */
  readonly absent: boolean;
}

/** Findings before changes of unknown meaning, these before harmless ones, what was not found last; each in the order of the report. Results of one change that differ in origin or classification stay apart. */
export function variantEntries(variants: readonly Variant[]): readonly VariantEntry[] {
  const entries = new Map<
    string,
    Omit<VariantEntry, 'readings' | 'absent' | 'because'> & { readings: VariantReading[]; because: Set<string> }
  >();
  for (const [index, variant] of variants.entries()) {
    const { gene, origin, classification = null, cHgvs, pHgvs, present, vaf = null, specimen = null, evidence } = variant;
    const title = variantTitle(variant);
    const key = [gene, title, cHgvs ?? '', origin, classification ?? ''].join('|');
    const name = withoutGene(shortProteins(variant.name), gene);
    const entry = entries.get(key) ?? {
      key,
      gene,
      name,
      hgvs: [cHgvs, pHgvs].filter((full) => full !== undefined && full !== name).join(' '),
      origin,
      classification,
      because: new Set<string>(),
      readings: [],
    };
    entries.set(key, entry);
    for (const reason of variant.because ?? []) entry.because.add(reason);
    entry.readings.push({ key: `${variant.id}-${index}`, present, vaf, date: evidence[0]?.issued ?? null, specimen });
  }
  return [...entries.values()]
    .map((entry) => ({
      ...entry,
      because: [...entry.because],
      readings: entry.readings.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '')),
      absent: entry.readings.every(({ present }) => present === false),
    }))
    .sort((a, b) => (a.absent ? LAST : weightOf(a)) - (b.absent ? LAST : weightOf(b)));
}

const LAST = 3;

function withoutGene(name: string, gene: string): string {
  const rest = name.toLowerCase().startsWith(`${gene.toLowerCase()} `) ? name.slice(gene.length + 1) : name;
  return rest.length > 160 ? `${rest.slice(0, 160)}…` : rest;
}
