/** Exons along the proteins in which several changes were found, so that they can be drawn to scale. Nothing clinical rests on it. */
import type { GeneModel, OncologyKnowledge } from '../../knowledge/oncology/types.ts';
import type { Citation, ProteinMap } from '../../report/types.ts';
import type { OncologyPatient } from '../patient.ts';

/** Changes of one gene from which on they are drawn along it. */
const FEWEST = 2;

/**
 * One map per gene with at least two found changes of known residue; none where it is not shown that the exon table counts as the
 * reference transcript does, or where a change lies beyond what is shown: a wrong exon is worse than none.
 */
export function proteinMaps({ found }: OncologyPatient, { genes, parts }: Pick<OncologyKnowledge, 'genes' | 'parts'>): ProteinMap[] {
  const source = sourceOf(parts);
  if (source === null) return [];
  const places = new Map<string, { readonly starts: Set<number>; last: number }>();
  for (const { alteration, implied } of found) {
    const [gene] = alteration.genes;
    const [change] = alteration.changes;
    if (gene === undefined || change === undefined || implied) continue;
    const place = places.get(gene) ?? { starts: new Set(), last: 0 };
    places.set(gene, place);
    place.starts.add(change.start);
    place.last = Math.max(place.last, change.start, change.end);
  }
  return [...places]
    .filter(([, { starts }]) => starts.size >= FEWEST)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([gene, { last }]) => {
      const model = genes.get(gene);
      const map = model === undefined ? null : mapOf(model, source);
      return map === null || last > (map.exons.at(-1)?.to ?? 0) ? [] : [map];
    });
}

function mapOf({ symbol, mane, exons, countedTo }: GeneModel, source: Citation): ProteinMap | null {
  const last = exons.at(-1);
  if (countedTo === null || mane === null || last === undefined) return null;
  // The table's last codon is the stop, which is no residue.
  const whole = countedTo === last.codons[1];
  const end = whole ? countedTo - 1 : countedTo;
  return {
    gene: symbol,
    transcript: mane,
    ...(whole ? { length: end } : {}),
    exons: exons
      .filter(({ codons }) => codons[0] <= end)
      .map(({ exon, codons }) => ({ exon, from: codons[0], to: Math.min(codons[1], end) })),
    source,
  };
}

function sourceOf(parts: OncologyKnowledge['parts']): Citation | null {
  const table = parts.flatMap(({ sources }) => sources).find(({ label }) => /exon and codon ranges/i.test(label));
  return table === undefined ? null : { label: table.label, url: table.url, version: table.date };
}
