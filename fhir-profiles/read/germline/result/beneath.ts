/** References of every result beneath the genotypes that were read: they are evidence of the genotype, not results of their own. */
import type { GermlineResult } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';

export function beneathGenotypes(results: readonly GermlineResult[], chart: Chart): ReadonlySet<string> {
  const byReference = new Map(chart.observations.map((view) => [view.entry.reference, view] as const));
  const found = new Set<string>();
  const open = results
    .filter(({ call }) => call.kind !== 'phenotype' && call.kind !== 'activity-score' && call.kind !== 'no-call')
    .flatMap(({ derivedFrom }) => derivedFrom);
  while (open.length > 0) {
    const reference = open.pop() ?? '';
    if (found.has(reference)) continue;
    found.add(reference);
    open.push(...(byReference.get(reference)?.links ?? []));
  }
  return found;
}
