/** Branches that say the same become one entry: a reader needs the label of a branch only where branches differ. */
import type { DrugAdvice } from '../../report/types.ts';

export function mergeBranches(advice: readonly DrugAdvice[]): DrugAdvice[] {
  if (advice.length < 2) return [...advice];
  const merged = new Map<string, DrugAdvice>();
  for (const entry of advice) {
    const key = JSON.stringify([
      entry.action,
      entry.strength,
      entry.dose?.text,
      entry.alternatives,
      entry.text,
      entry.coverage,
      entry.genes,
    ]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? entry : join(known, entry));
  }
  return [...merged.values()];
}

/** Every branch says this, so that it holds whichever applies. */
function join(first: DrugAdvice, second: DrugAdvice): DrugAdvice {
  const populations = [...new Set([...first.population.split('; '), ...second.population.split('; ')])];
  return {
    ...first,
    population: populations.join('; '),
    populationKnown: (first.populationKnown ?? false) || (second.populationKnown ?? false),
  };
}
