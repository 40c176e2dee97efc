/** What kind of alteration one is, and how sentences name it. */
import { KINASE_LAST } from '../../../fhir-profiles/codes/genomics/kinase-fusions.ts';
import { proteinHgvs, proteinName } from '../../knowledge/oncology/notation/protein.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import type { Alteration } from './alteration.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export function isSequence({ copy, fusion, expression, effect, classes }: Alteration): boolean {
  if (effect === 'promoter') return false;
  return (copy === null && fusion === null && expression === null) || classes.some(({ kind }) => kind === 'mutation' || kind === 'exon');
}
/** Mutated or rearranged; more or fewer copies alone leave a gene "wild type", as labels use the word. */
export function isMutatedOrRearranged(alteration: Alteration): boolean {
  return isSequence(alteration) || alteration.fusion !== null;
}
const OF_SEQUENCE: readonly string[] = ['protein', 'codons', 'coding', 'mutation', 'exon', 'region', 'internal-duplication', 'skipping'];
/** A change of the gene's sequence, whatever its place. */
export function asksSequence({ kind }: Term): boolean {
  return OF_SEQUENCE.includes(kind);
}
export function isPoint({ effect, codings }: Alteration): boolean {
  // A coding name alone does not tell a silent change from another: then the effect is unknown and nothing is said.
  if (effect === 'unknown') return codings.length === 0;
  return effect === 'missense' || effect === 'nonsense' || effect === 'in-frame substitution';
}
/** Truncating changes do not activate a kinase. */
export function isActivating({ effect }: Alteration): boolean {
  return !['nonsense', 'frameshift', 'splice', 'start-lost', 'silent'].includes(effect);
}
export function isCommonEgfr(alteration: Alteration): boolean {
  const common = alteration.changes.some((change) => ['L858R', 'T790M'].includes(proteinName(change)));
  return common || (alteration.effect === 'in-frame deletion' && alteration.exons?.[0] === 19);
}
/** A kinase written as the 5′ partner, with an order stated: not the fusion that drives, or written the wrong way round. */
export function isTurned({ fusion }: Alteration): boolean {
  return fusion?.ordered === true && fusion.three !== null && KINASE_LAST.has(fusion.five ?? '') && !KINASE_LAST.has(fusion.three);
}
export function hasClass(alteration: Alteration, term: Term): boolean {
  const wanted = JSON.stringify(term);
  return alteration.classes.some((other) => JSON.stringify(other) === wanted);
}

/** The variant as its report has it, for sentences: `p.Glu746_Ala750del`, else the first name. */
export function labelOf(alteration: Alteration): string {
  const [change] = alteration.changes;
  if (change && !alteration.either) return proteinHgvs(change);
  const { fact } = alteration;
  return fact.pHgvs ?? fact.cHgvs ?? fact.names[0] ?? alteration.copy ?? alteration.genes.join('::');
}
export function article(word: string): string {
  return /^[AEFHILMNORSX]/.test(word) ? 'an' : 'a';
}

/** FLT3 exon 14 with the start of exon 15 (juxtamembrane domain): where internal tandem duplications lie; exon ranges of the gene model. */
const ITD_CODONS: Readonly<Record<string, readonly [number, number]>> = { FLT3: [569, 620] };
export function isInternalDuplication(gene: string, { codons, effect }: Alteration): boolean {
  const range = entryOf(ITD_CODONS, gene);
  if (!range || !codons || (effect !== 'in-frame duplication' && effect !== 'in-frame insertion')) return false;
  return codons[0] >= range[0] && codons[1] <= range[1];
}
