/** Whether a sequence change is what a term asks for: the step from the single change to its class, with the reason, or null. */
import { proteinName, type ProteinChange } from '../../../knowledge/oncology/notation/protein.ts';
import type { Term } from '../../../knowledge/oncology/notation/term.ts';
import type { GeneModel } from '../../../knowledge/oncology/types.ts';
import type { Alteration } from '../index.ts';
import { article, hasClass, isInternalDuplication, isActivating, isCommonEgfr, isSequence, labelOf } from '../class.ts';
import { countedExons } from '../sequence-change.ts';
import type { Standing } from '../standing.ts';

export function fitsProtein(term: Extract<Term, { kind: 'protein' }>, alteration: Alteration, model: GeneModel | undefined): string | null {
  if (alteration.either) {
    const asked = new Set(term.changes.map(proteinName));
    return alteration.changes.every((change) => asked.has(proteinName(change)))
      ? `${labelOf(alteration)} is ${alteration.changes.map((change) => `${term.gene} ${proteinName(change)}`).join(' or ')}`
      : null;
  }
  for (const wanted of term.changes) {
    for (const change of alteration.changes) {
      if (proteinName(wanted) === proteinName(change)) return `${labelOf(alteration)} is ${term.gene} ${proteinName(wanted)}`;
      if (model && sameInsertion(wanted, change, model))
        return `${labelOf(alteration)} is ${term.gene} ${proteinName(wanted)} under another name`;
    }
  }
  return null;
}

/** A duplication is an insertion of the residues before it; the two names mean one change when every known residue agrees. */
function sameInsertion(a: ProteinChange, b: ProteinChange, model: GeneModel): boolean {
  const [insertion, duplication] = a.kind === 'insertion' ? [a, b] : [b, a];
  if (insertion.kind !== 'insertion' || duplication.kind !== 'duplication' || insertion.alt === '') return false;
  const length = duplication.end - duplication.start + 1;
  if (insertion.alt.length !== length) return false;
  const residue = (at: number) =>
    (at === duplication.start ? duplication.from : at === duplication.end ? duplication.to : model.residues.get(at)) ?? '';
  const copy = Array.from({ length }, (_, at) => residue(duplication.start + at));
  const agrees = (letters: readonly string[]) =>
    letters.every((letter, at) => letter === '' || letter === insertion.alt[at]) && letters.some((letter) => letter !== '');
  return (insertion.start === duplication.end || insertion.end === duplication.start) && agrees(copy);
}

export function fitsMutation(term: Extract<Term, { kind: 'mutation' }>, alteration: Alteration, standing: Standing): string | null {
  const label = labelOf(alteration);
  const because = (text: string) => `${label} counts as ${text}: ${standing.why}`;
  if (term.effect === 'alteration')
    return standing.matters || alteration.copy === 'deletion' || alteration.fusion
      ? because(`${article(term.gene)} ${term.gene} alteration`)
      : null;
  if (term.effect === 'frameshift')
    return alteration.effect === 'frameshift' || hasClass(alteration, term)
      ? `${label} is ${article(term.gene)} ${term.gene} frameshift`
      : null;
  if (term.effect === 'loss')
    return standing.loss && (isSequence(alteration) || alteration.copy === 'deletion') ? because(`loss of ${term.gene} function`) : null;
  if (!standing.matters || !isSequence(alteration)) return null;
  if (term.rare && isCommonEgfr(alteration)) return null;
  if (term.effect === 'activating') return isActivating(alteration) ? because(`an activating ${term.gene} mutation`) : null;
  return because(`${article(term.gene)} ${term.gene} mutation`);
}

export function fitsExon(
  term: Extract<Term, { kind: 'exon' }>,
  alteration: Alteration,
  standing: Standing,
  model: GeneModel | undefined,
): string | null {
  const { exons, effect } = alteration;
  if (!exons || effect === 'silent' || effect === 'promoter') return null;
  const [first, last] = term.exons;
  const label = labelOf(alteration);
  const where = first === last ? `exon ${first}` : `exons ${first}–${last}`;
  if (first !== last && term.change === 'deletion') {
    // A deletion of several exons is the same one only when both ends agree (EGFRvIII is exons 2–7).
    return exons[0] === first &&
      exons[1] === last &&
      effect === 'in-frame deletion' &&
      alteration.classes.some(({ kind }) => kind === 'exon')
      ? `${label} is ${article(term.gene)} ${term.gene} deletion of ${where}`
      : null;
  }
  if (!inside(alteration, term.exons, model)) return null;
  switch (term.change) {
    case 'any':
      return standing.matters && isSequence(alteration) && !(term.rare && isCommonEgfr(alteration))
        ? `${label} is ${article(term.gene)} ${term.gene} ${where} mutation`
        : null;
    case 'deletion':
      return effect === 'in-frame deletion' ? `${label} is ${article(term.gene)} ${term.gene} ${where} in-frame deletion` : null;
    case 'insertion':
      return effect === 'in-frame insertion' || effect === 'in-frame duplication'
        ? `${label} is ${article(term.gene)} ${term.gene} ${where} in-frame insertion`
        : null;
    case 'duplication':
      return effect === 'in-frame duplication' ? `${label} is ${article(term.gene)} ${term.gene} ${where} duplication` : null;
    case 'frameshift':
      return effect === 'frameshift' ? `${label} is ${article(term.gene)} ${term.gene} ${where} frameshift` : null;
  }
}
/** Inside the exons by codon; an insertion between the last codon of one exon and the first of the next counts for the later. */
function inside({ codons, exons }: Alteration, [first, last]: readonly [number, number], model: GeneModel | undefined): boolean {
  const ranges = (model === undefined ? [] : countedExons(model)).filter(({ exon }) => exon >= first && exon <= last);
  if (codons && ranges.length > 0) {
    const from = Math.min(...ranges.map((range) => range.codons[0]));
    const to = Math.max(...ranges.map((range) => range.codons[1]));
    return codons[0] >= from - 1 && codons[1] <= to && codons[1] >= from;
  }
  return exons !== null && exons[0] >= first && exons[1] <= last;
}

export function fitsDuplication(gene: string, alteration: Alteration): string | null {
  const named = hasClass(alteration, { kind: 'internal-duplication', gene });
  const counted = alteration.genes.includes(gene) && isInternalDuplication(gene, alteration);
  return named || counted ? `${labelOf(alteration)} is ${article(gene)} ${gene} internal tandem duplication` : null;
}
