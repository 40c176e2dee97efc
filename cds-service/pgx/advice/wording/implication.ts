/** The "why" of an advice: which way the gene's activity departs, and what this does to the drug. */
import type { GeneView } from '../gene-view.ts';
import { DRUG_EFFECTS, type DrugEffect } from './drug-effects.ts';
import { capitalise, listWords } from './words.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

type Direction = 'low' | 'high' | 'risk' | 'normal' | 'unknown';

/** Where the names of the phenotypes mislead: CYP3A5 normal and intermediate metabolizers are the expressers who need more. */
const EXPRESSER_GENES = new Set(['CYP3A5']);

export function direction(view: GeneView): Direction {
  const phenotype = (view.phenotype ?? '').toLowerCase();
  if (view.state === 'not-tested' || view.state === 'conflict' || /indeterminate|uncertain| or |^$/.test(phenotype)) return 'unknown';
  if (EXPRESSER_GENES.has(view.gene)) return /poor/.test(phenotype) ? 'normal' : 'high';
  // CPIC advises intermediate acetylators like the rapid ones (hydralazine 2025): it is the slow ones that get less.
  if (view.gene === 'NAT2' && /intermediate/.test(phenotype)) return 'normal';
  if (/(positive|susceptibility|increased risk|non-responsive)/.test(phenotype)) return 'risk';
  if (/(poor|intermediate|decreased|deficient|variable|slow)/.test(phenotype)) return 'low';
  if (/(ultrarapid|rapid|increased)/.test(phenotype)) return 'high';
  return 'normal';
}

/** Undefined when no gene departs from normal: then there is nothing to explain. */
export function implication(drug: string, views: readonly GeneView[]): string | undefined {
  const parts = views.flatMap((view) => {
    const way = direction(view);
    if (way === 'normal' || way === 'unknown') return [];
    const effect: DrugEffect | undefined = entryOf(entryOf(DRUG_EFFECTS, drug), view.gene);
    const words = effect?.[way] ?? generic(drug, view, way);
    return words === undefined ? [] : [words];
  });
  const unique = joined([...new Set(parts)]);
  return unique.length === 0
    ? undefined
    : `${capitalise(unique.join('. '))}.`.replace(/\. ([a-z])/g, (_, letter: string) => `. ${letter.toUpperCase()}`);
}

/** "A; harm" and "B; harm" → "A and B; harm": the same consequence is said once. */
function joined(parts: readonly string[]): string[] {
  const byEnd = new Map<string, string[]>();
  for (const part of parts) {
    const cut = part.indexOf('; ');
    const end = cut < 0 ? '' : part.slice(cut);
    const key = end === '' ? part : end;
    byEnd.set(key, [...(byEnd.get(key) ?? []), cut < 0 ? part : part.slice(0, cut)]);
  }
  return [...byEnd].map(([end, heads]) => (end.startsWith('; ') ? `${heads.join(' and ')}${end}` : end));
}

function generic(drug: string, view: GeneView, way: 'low' | 'high' | 'risk'): string | undefined {
  if (way === 'risk') return `this ${view.gene} result raises the risk of harm from ${drug}`;
  // A drug known to have effects one way only is not harmed the other way: say nothing rather than guess.
  if (entryOf(entryOf(DRUG_EFFECTS, drug), view.gene) !== undefined) return undefined;
  return `${way === 'low' ? 'reduced' : 'increased'} ${view.gene} activity changes how much ${drug} reaches the body`;
}

/** "CYP2D6 poor metabolizer and CYP2C19 intermediate metabolizer"; a gene without result is named as such. */
export function genesInWords(views: readonly GeneView[]): string {
  return listWords(views.map(geneInWords));
}

export function geneInWords({ gene, phenotype, state }: GeneView): string {
  if (state === 'not-tested') return `${gene} not tested`;
  if (state === 'conflict') return `${gene} conflicting results`;
  if (phenotype === null) return `${gene} not readable`;
  if (phenotype.startsWith('*')) return `${gene}${phenotype}`;
  return `${gene} ${lowerPhenotype(phenotype)}`;
}

/** "poor metabolizer": lower case but for names (CNSHA). */
export function lowerPhenotype(phenotype: string): string {
  return phenotype
    .split(' ')
    .map((word) => (/^[A-Z]{2,}/.test(word) ? word : word.toLowerCase()))
    .join(' ');
}
