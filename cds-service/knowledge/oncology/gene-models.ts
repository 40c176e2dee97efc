/** Gene models by symbol, transcript, rs number and place, from the compiled file. */
import type { GeneFile, GeneRow } from './files.ts';
import { parseProtein } from './notation/protein.ts';
import type { GeneModel, GeneModels } from './types.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export function geneModels(file: Pick<GeneFile, 'genes' | 'aliases'>, hotspots: Readonly<Record<string, readonly number[]>>): GeneModels {
  const models = new Map(
    Object.entries(file.genes).map(([symbol, row]) => [symbol, geneModel(symbol, row, entryOf(hotspots, symbol) ?? [])]),
  );
  const names = new Map([...Object.entries(file.aliases), ...[...models.keys()].map((symbol) => [symbol.toUpperCase(), symbol] as const)]);
  const transcripts = new Map<string, string>();
  const rsIds = new Map<string, string>();
  const places = new Map<string, string>();
  for (const { symbol, mane, enst, transcript, numbered, byRsId, byGenomic } of models.values()) {
    for (const name of [mane, enst, transcript, ...Object.keys(numbered)]) if (name !== null) transcripts.set(unversioned(name), symbol);
    for (const id of byRsId.keys()) rsIds.set(id, symbol);
    for (const place of byGenomic.keys()) places.set(place, symbol);
  }
  return {
    get: (symbol) => models.get(symbol),
    symbol: (name) => names.get(name.toUpperCase()) ?? null,
    symbolOfTranscript: (name) => transcripts.get(unversioned(name)) ?? null,
    symbolOfRsId: (id) => rsIds.get(id.toLowerCase()) ?? null,
    symbolAt: (place) => places.get(place) ?? null,
    on: (chromosome) => [...models.values()].filter(({ place }) => place?.chromosome === chromosome),
  };
}

function unversioned(transcript: string): string {
  return transcript.replace(/\.\d+$/, '').toUpperCase();
}

function geneModel(symbol: string, row: GeneRow, hotspots: readonly number[]): GeneModel {
  const codons = new Set<number>();
  const residues = new Map<number, string>();
  for (const name of row.known) {
    const change = parseProtein(name);
    if (!change) continue;
    for (let at = change.start; at <= change.end && at < change.start + 40; at += 1) codons.add(at);
    if (change.from !== '') residues.set(change.start, change.from);
    if (change.to !== '') residues.set(change.end, change.to);
  }
  return {
    symbol,
    mane: row.mane ?? null,
    enst: row.enst ?? null,
    numbered: row.numbered ?? {},
    elsewhere: row.elsewhere ?? {},
    transcript: row.transcript ?? null,
    exons: row.exons.map(([exon, first, last, start, end]) => ({ exon, codons: [first, last], cds: [start, end] })),
    place: placeOf(row),
    countedTo: row.countedTo ?? null,
    regions: row.regions ?? {},
    known: new Set(row.known),
    knownCodons: codons,
    hotspots: new Set(hotspots),
    byCoding: new Map(Object.entries(row.coding ?? {})),
    byGenomic: new Map(Object.entries(row.genomic ?? {})),
    byRsId: new Map(Object.entries(row.rs ?? {})),
    suppressor: row.suppressor ?? false,
    residues,
  };
}

function placeOf({ on }: GeneRow): GeneModel['place'] {
  if (on === undefined) return null;
  const [where, ...bounds] = on;
  return { chromosome: where.slice(0, -1), forward: where.endsWith('+'), bounds };
}
