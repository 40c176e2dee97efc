/** Sources of the printed report as short numbered references. */
import type { PanelReport, Reference } from '../data/panel-report.ts';

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
    ...report.therapies.flatMap((match) => [...match.sources.slice(0, 8), ...match.conflicting.slice(0, 4)]),
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
