/** What was measured on different days. Values of different specimens stand beside each other and are never joined by a line. */
import type { Marker, Variant } from '../data/panel-report.ts';
import { dayNumber } from './dates.ts';
import { markerTitle, variantTitle } from './tumour.ts';

export interface SerialPoint {
  readonly date: string;
  readonly day: number;
  readonly value: number;
  /** In the chart's words; null where it is not stated. */
  readonly specimen: string | null;
}
/** The points of one specimen, oldest first. */
export interface SpecimenLine {
  readonly specimen: string | null;
  readonly points: readonly SerialPoint[];
}
export interface Series {
  readonly label: string;
  readonly unit: string;
  /** All points, oldest first; at least two days. */
  readonly points: readonly SerialPoint[];
  /** The same points, one line per specimen. */
  readonly lines: readonly SpecimenLine[];
}

/** Everything that was measured on at least two days: allele fractions in percent, numeric markers in their unit. */
export function serialResults(variants: readonly Variant[], markers: readonly Marker[]): readonly Series[] {
  const series = new Map<string, { label: string; unit: string; points: SerialPoint[] }>();
  const add = (label: string, unit: string, point: { value: number; date: string | undefined; specimen: string | undefined }) => {
    const { value, date, specimen = null } = point;
    const day = date === undefined ? null : dayNumber(date);
    if (day === null || date === undefined) return;
    const key = `${label}|${unit}`;
    const entry = series.get(key) ?? { label, unit, points: [] };
    series.set(key, entry);
    if (!entry.points.some((known) => known.day === day && known.value === value && sameSpecimen(known.specimen, specimen)))
      entry.points.push({ date, day, value, specimen });
  };
  for (const variant of variants) {
    if (variant.vaf === undefined) continue;
    const { specimen, evidence } = variant;
    add(variantTitle(variant), '%', { value: Math.round(variant.vaf * 10_000) / 100, date: evidence[0]?.issued, specimen });
  }
  for (const marker of markers) {
    // "Below 1 %" is no point of a curve.
    if (typeof marker.value !== 'number' || marker.comparator !== undefined) continue;
    const { value, specimen, evidence } = marker;
    add(markerTitle(marker), marker.unit ?? '', { value, date: evidence[0]?.issued, specimen });
  }
  return [...series.values()]
    .map((entry) => ({ ...entry, points: entry.points.sort((a, b) => a.day - b.day) }))
    .filter(({ points }) => new Set(points.map(({ day }) => day)).size > 1)
    .map((entry) => ({ ...entry, lines: linesOf(entry.points) }));
}

function linesOf(points: readonly SerialPoint[]): readonly SpecimenLine[] {
  const lines: { specimen: string | null; points: SerialPoint[] }[] = [];
  for (const point of points) {
    const line = lines.find(({ specimen }) => sameSpecimen(specimen, point.specimen));
    if (line === undefined) lines.push({ specimen: point.specimen, points: [point] });
    else line.points.push(point);
  }
  return lines;
}

function sameSpecimen(a: string | null, b: string | null): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}
