/** What kind of alteration one is, and how sentences name it. */
import { proteinHgvs, proteinName } from '../knowledge/oncology/notation/protein.ts';
import type { Term } from '../knowledge/oncology/notation/term.ts';
import type { Alteration } from './alteration.ts';

export function isSequence({ copy, fusion, expression, effect, classes }: Alteration): boolean {
  if (effect === 'promoter') return false;
  return (copy === null && fusion === null && expression === null) || classes.some(({ kind }) => kind === 'mutation' || kind === 'exon');
}
export function isPoint({ effect }: Alteration): boolean {
  return effect === 'missense' || effect === 'unknown' || effect === 'nonsense' || effect === 'in-frame substitution';
}
/** Truncating changes do not activate a kinase. */
export function isActivating({ effect }: Alteration): boolean {
  return !['nonsense', 'frameshift', 'splice', 'start-lost', 'silent'].includes(effect);
}
export function isCommonEgfr(alteration: Alteration): boolean {
  const common = alteration.changes.some((change) => ['L858R', 'T790M'].includes(proteinName(change)));
  return common || (alteration.effect === 'in-frame deletion' && alteration.exons?.[0] === 19);
}
export function hasClass(alteration: Alteration, term: Term): boolean {
  const wanted = JSON.stringify(term);
  return alteration.classes.some((other) => JSON.stringify(other) === wanted);
}

/** The variant as its report has it, for sentences: `p.Glu746_Ala750del`, else the first name. */
export function labelOf(alteration: Alteration): string {
  const [change] = alteration.changes;
  if (change) return proteinHgvs(change);
  const { fact } = alteration;
  return fact.pHgvs ?? fact.cHgvs ?? fact.names[0] ?? alteration.genes.join('::');
}
export function article(word: string): string {
  return /^[AEFHILMNORSX]/.test(word) ? 'an' : 'a';
}
