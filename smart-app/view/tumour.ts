/** The tumour view: therapies apart by effect, the strongest evidence first; variants and markers over time. */
import type { Fit, Marker, PanelReport, Therapy, Variant } from '../data/panel-report.ts';
import { dayNumber } from './dates.ts';
import type { Severity } from './severity.ts';

export type EffectGroup = 'resistance' | 'sensitivity' | 'adverse' | 'unrecognised' | 'refuted';

export function therapyKey(match: Therapy, index: number): string {
  return `${match.therapy.map(({ name }) => name).join('+')}|${match.effect}|${index}`;
}

/** How urgent the fit of an ordered cancer drug is. */
export function fitSeverity(verdict: Fit['verdict']): Severity {
  if (verdict === 'contradicted' || verdict === 'withdrawn' || verdict === 'biomarker-negative') return 'caution';
  return verdict === 'fits' ? 'checked' : 'note';
}

export interface TherapyRow {
  readonly key: string;
  readonly match: Therapy;
  readonly group: EffectGroup;
  readonly title: string;
}

/** What is seen in this tumour type first, what another finding speaks against after what stands, then by tier and level. */
export function therapyRows(report: PanelReport): readonly TherapyRow[] {
  const listed = report.therapies.map((match, index) => ({
    key: therapyKey(match, index),
    match,
    group: groupOf(match),
    title: therapyTitle(match),
  }));
  const refuted = report.refuted.map((match, index) => ({
    key: `refuted|${therapyKey(match, index)}`,
    match,
    group: 'refuted' as const,
    title: therapyTitle(match),
  }));
  return [...listed, ...refuted].sort(
    (a, b) =>
      Number(isElsewhere(a)) - Number(isElsewhere(b)) ||
      Number(a.match.resisted !== undefined) - Number(b.match.resisted !== undefined) ||
      strength(a.match).localeCompare(strength(b.match), 'en') ||
      a.title.localeCompare(b.title, 'en'),
  );
}

/** Known from another tumour type only: after everything that was seen in this one, and apart from it. */
export function isElsewhere({ match, group }: Pick<TherapyRow, 'match' | 'group'>): boolean {
  return match.tumourMatch === 'other' && group !== 'refuted' && group !== 'unrecognised';
}

export function therapyTitle({ therapy, interaction }: Therapy): string {
  const joint = interaction === 'substitutes' ? ' / ' : interaction === 'sequential' ? ' → ' : ' + ';
  return therapy.map(({ name }) => name).join(joint);
}

function groupOf({ effect }: Therapy): EffectGroup {
  return effect === 'reduced-sensitivity' ? 'resistance' : effect;
}

function strength({ tier, level }: Therapy): string {
  return `${tier || 'Z'}${level || 'Z'}`;
}

/** Names of the variants that a match rests on: the report names them by id. */
export function variantNames(match: Therapy, variants: readonly Variant[]): readonly string[] {
  const names = match.variants.map((id) => {
    const variant = variants.find((candidate) => candidate.id === id);
    return variant === undefined ? id : variantTitle(variant);
  });
  return [...new Set(names)];
}

/** The gene before the name, unless the name has it: "EGFR L858R", "EML4::ALK". */
export function variantTitle({ gene, name }: Pick<Variant, 'gene' | 'name'>): string {
  const words = [...name.toUpperCase().split(/[^A-Z0-9-]+/), ...name.toUpperCase().split(/[^A-Z0-9]+/)];
  return gene === '' || words.includes(gene.toUpperCase()) ? name : `${gene} ${name}`.trim();
}

export interface SerialPoint {
  readonly date: string;
  readonly day: number;
  readonly value: number;
}
export interface Series {
  readonly label: string;
  readonly unit: string;
  /** Oldest first; at least two. */
  readonly points: readonly SerialPoint[];
}

/** Everything that was measured at least twice on different days: allele fractions in percent, numeric markers in their unit. */
export function serialResults(variants: readonly Variant[], markers: readonly Marker[]): readonly Series[] {
  const series = new Map<string, { label: string; unit: string; points: SerialPoint[] }>();
  const add = (label: string, unit: string, value: number, date: string | undefined) => {
    const day = date === undefined ? null : dayNumber(date);
    if (day === null || date === undefined) return;
    const key = `${label}|${unit}`;
    const entry = series.get(key) ?? { label, unit, points: [] };
    series.set(key, entry);
    if (!entry.points.some((point) => point.day === day && point.value === value)) entry.points.push({ date, day, value });
  };
  for (const variant of variants)
    if (variant.vaf !== undefined) add(variantTitle(variant), '%', round(variant.vaf * 100), variant.evidence[0]?.issued);
  for (const marker of markers)
    if (typeof marker.value === 'number') add(markerTitle(marker), marker.unit ?? '', marker.value, marker.evidence[0]?.issued);
  return [...series.values()]
    .map((entry) => ({ ...entry, points: entry.points.sort((a, b) => a.day - b.day) }))
    .filter(({ points }) => new Set(points.map(({ day }) => day)).size > 1);
}

/** Markers of one kind together, the newest result first; kinds in the order of the report. */
export function newestFirst(markers: readonly Marker[]): readonly Marker[] {
  const kinds = [...new Set(markers.map(markerTitle))];
  const issued = (marker: Marker) => marker.evidence[0]?.issued ?? '';
  return kinds.flatMap((kind) =>
    markers.filter((marker) => markerTitle(marker) === kind).sort((a, b) => issued(b).localeCompare(issued(a))),
  );
}

export function markerTitle({ kind, method }: Marker): string {
  return method === undefined ? kind : `${kind} (${method})`;
}

/** `{mutations}/Mb` → "mutations/Mb": UCUM annotations without their braces. */
export function plainUnit(unit: string): string {
  return unit === '1' ? '' : unit.replace(/[{}[\]]/g, '');
}

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

/** Variants with a place in the protein, per gene, for genes with at least two different ones. */
export function variantTracks(variants: readonly Variant[]): readonly Track[] {
  const genes = new Map<string, Map<string, Omit<TrackMark, 'named'>>>();
  for (const variant of variants) {
    const position = variant.present === false ? null : proteinPosition(variant.pHgvs ?? variant.name);
    if (position === null) continue;
    const label = (variant.pHgvs ?? variant.name).replace(/^p\.\(?/, '').replace(/\)$/, '');
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
    .filter(({ marks }) => marks.length > 1);
}

export interface OtherChanges {
  readonly kind: Exclude<Variant['kind'], 'snv' | 'indel'>;
  readonly variants: readonly Variant[];
}

/** Present changes that have no place along a protein: fusions, copy numbers, expression and the rest, each once. */
export function otherChanges(variants: readonly Variant[]): readonly OtherChanges[] {
  const kinds = ['fusion', 'copy-number', 'expression', 'other', 'unrecognised'] as const;
  return kinds
    .map((kind) => {
      const found = new Map<string, Variant>();
      for (const variant of variants)
        if (variant.kind === kind && variant.present !== false && proteinPosition(variant.pHgvs ?? variant.name) === null)
          found.set(variantTitle(variant), variant);
      return { kind, variants: [...found.values()] };
    })
    .filter((entry) => entry.variants.length > 0);
}

/** Residue number of `p.Leu858Arg`, `p.(E746_A750del)`, `L858R`; null when there is none. */
export function proteinPosition(name: string): number | null {
  const match = /(?:^|\s|p\.)\(?(?:[A-Z][a-z]{2}|[A-Z])(\d{1,5})(?:[A-Za-z_=*?]|$)/.exec(name.slice(0, 200));
  return match?.[1] === undefined ? null : Number(match[1]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
