/** The places of a gene's variants along its protein. */
import type { Protein, Variant } from '../data/panel-report.ts';
import { shortProteins } from './protein-name.ts';
import { weightOf } from './variant-weight.ts';

export interface TrackMark {
  readonly position: number;
  readonly label: string;
  readonly vaf: number | null;
  /** False where there is no room for a name: then the dot alone is drawn, and the table has the name. */
  readonly named: boolean;
}
export interface Track {
  readonly gene: string;
  readonly marks: readonly TrackMark[];
}

/** Names that fit above one track before they hide each other; the variants with the greatest fraction keep theirs. */
const NAMED = 12;
const DRAWN = 300;

/** Variants with a place in the protein, per gene, for genes with at least two different ones; genes with a finding before those without. */
export function variantTracks(variants: readonly Variant[]): readonly Track[] {
  const genes = new Map<string, Map<string, Omit<TrackMark, 'named'>>>();
  const weights = new Map<string, number>();
  for (const variant of variants) {
    const position = variant.present !== true ? null : proteinPosition(variant.pHgvs ?? variant.name);
    if (position === null) continue;
    weights.set(variant.gene, Math.min(weights.get(variant.gene) ?? Infinity, weightOf(variant)));
    const label = shortProteins(variant.pHgvs ?? variant.name)
      .replace(/^p\.\(?/, '')
      .replace(/\)$/, '');
    const marks = genes.get(variant.gene) ?? new Map<string, Omit<TrackMark, 'named'>>();
    genes.set(variant.gene, marks);
    const known = marks.get(label);
    if (known === undefined) marks.set(label, { position, label, vaf: variant.vaf ?? null });
    else if ((variant.vaf ?? 0) > (known.vaf ?? 0)) marks.set(label, { ...known, vaf: variant.vaf ?? null });
  }
  return [...genes]
    .map(([gene, marks]) => {
      const byFraction = [...marks.values()].sort((a, b) => (b.vaf ?? 0) - (a.vaf ?? 0)).slice(0, DRAWN);
      const drawn = byFraction.map((mark, index) => ({ ...mark, named: index < NAMED }));
      return { gene, marks: drawn.sort((a, b) => a.position - b.position) };
    })
    .filter(({ marks }) => marks.length > 1)
    .sort((a, b) => (weights.get(a.gene) ?? 0) - (weights.get(b.gene) ?? 0));
}

/** Residue number of `p.Leu858Arg`, `p.(E746_A750del)`, `L858R`; null when there is none. */
export function proteinPosition(name: string): number | null {
  const match = /(?:^|\s|p\.)\(?(?:[A-Z][a-z]{2}|[A-Z])(\d{1,5})(?:[A-Za-z_=*?]|$)/.exec(name.slice(0, 200));
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** The exon in which a residue lies; the first of two that share its codon; null where none is known. */
export function exonOf(protein: Protein | null, residue: number): number | null {
  return protein?.exons.find(({ from, to }) => from <= residue && residue <= to)?.exon ?? null;
}
