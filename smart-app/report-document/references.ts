/** Sources of the printed report as short numbered references. */
import type { PanelReport, Reference } from '../data/panel-report.ts';

/** Sources that one statement of the printed report names; the panel and the JSON have them all. */
export const MOST_PER_STATEMENT = 4;

export interface References {
  readonly list: readonly Reference[];
  /** Number of a source, from 1; null for one without a label. */
  readonly numberOf: (source: Reference) => number | null;
}

export function collectReferences(report: PanelReport): References {
  const numbers = new Map<string, number>();
  const list: Reference[] = [];
  const all = [
    ...report.drugs.flatMap((advice) => [advice.source, ...advice.otherPositions.map(({ source }) => source)]),
    ...report.untested.map(({ source }) => source),
    ...report.tumourNotes.flatMap(({ sources }) => sources.slice(0, MOST_PER_STATEMENT)),
    ...report.fits.flatMap(({ sources, alternatives }) => [
      ...sources.slice(0, MOST_PER_STATEMENT),
      ...alternatives.map(({ source }) => source),
    ]),
    ...[report, ...report.otherTumours]
      .flatMap(({ therapies }) => therapies)
      .flatMap((match) => match.sources.slice(0, MOST_PER_STATEMENT)),
  ];
  for (const source of all) {
    if (source.label === '' || numbers.has(keyOf(source)) || list.length >= 200) continue;
    list.push(source);
    numbers.set(keyOf(source), list.length);
  }
  return { list, numberOf: (source) => numbers.get(keyOf(source)) ?? null };
}

function keyOf({ label, url, pmid }: Reference): string {
  return `${label}|${url}|${pmid}`;
}
