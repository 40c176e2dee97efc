/** One term, one alteration: the reason why the one is the other, or null. */
import { plainName, type Term } from '../../../knowledge/oncology/notation/term.ts';
import { asksPart, isEitherPart } from '../either-part.ts';
import { article, hasClass, isPoint, isSequence, labelOf } from '../class.ts';
import { fitsDuplication, fitsExon, fitsMutation, fitsProtein } from './sequence.ts';
import { fitsCopy, fitsExpression, fitsFusion } from './structure.ts';
import type { Found, OncologyPatient } from '../../patient.ts';

type Asked = Exclude<Term, { kind: 'marker' | 'wild-type' }>;
/** Of a finding that is one of several changes: whether each of them is what one of the terms asks for. */
export function eachTaken(terms: readonly Asked[], { alteration, standing }: Found, patient: OncologyPatient): boolean {
  const { alternatives } = alteration;
  return (
    alternatives.length > 0 &&
    alternatives.every((one) => terms.some((term) => fits(term, { alteration: one, standing, implied: false }, patient) !== null))
  );
}
/** Of a finding that is one of several changes: whether it may be what one of the terms asks for. */
export function oneTaken(terms: readonly Term[], { alteration, standing }: Found, patient: OncologyPatient): boolean {
  return alteration.alternatives.some((one) =>
    terms.some(
      (term) =>
        term.kind !== 'marker' && term.kind !== 'wild-type' && fits(term, { alteration: one, standing, implied: false }, patient) !== null,
    ),
  );
}

/** The reason why the alteration is what the term asks for; null when it is not. */
export function fits(term: Asked, { alteration, standing }: Found, patient: OncologyPatient): string | null {
  if (isEitherPart(alteration) && asksPart(term)) return null;
  const label = labelOf(alteration);
  // One of several changes was found: only what takes each of them takes the finding.
  if (alteration.alternatives.length > 0)
    return eachTaken([term], { alteration, standing, implied: false }, patient) ? `${label} is one of those asked for` : null;
  switch (term.kind) {
    case 'protein':
      return fitsProtein(term, alteration, patient.genes.get(term.gene));
    case 'codons': {
      const { codons, effect } = alteration;
      if (isTkdOf(term, alteration)) return `${label} is a change of FLT3 codon 835 or 836, at which tests of that name look`;
      if (!codons || effect === 'silent' || codons[0] !== codons[1]) return null;
      const inside = term.codons.includes(codons[0]);
      if (term.except)
        return !inside && standing.matters
          ? `${label} is ${article(term.gene)} ${term.gene} mutation outside codon ${term.codons.join(', ')}`
          : null;
      return inside && isPoint(alteration) ? `${label} is a change of ${term.gene} codon ${codons[0]}` : null;
    }
    case 'coding':
      return alteration.codings.includes(term.coding) ? `${label} is ${term.gene} ${term.coding}` : null;
    case 'mutation':
      return fitsMutation(term, alteration, standing);
    case 'exon':
      return fitsExon(term, alteration, standing, patient.genes.get(term.gene));
    case 'region': {
      if (hasClass(alteration, term)) return `${label} is reported as such`;
      const model = patient.genes.get(term.gene);
      const range = model?.regions[term.region];
      const except = term.except === null ? undefined : model?.regions[term.except];
      const { codons } = alteration;
      if (!range || !codons || !standing.matters || !isSequence(alteration)) return null;
      if (codons[0] < range[0] || codons[1] > range[1]) return null;
      if (except && codons[0] >= except[0] && codons[1] <= except[1]) return null;
      return `${label} lies in the ${term.region} of ${term.gene} (codons ${range[0]}–${range[1]})`;
    }
    case 'skipping':
      return alteration.skippedExon === term.exon ? `${label} skips ${term.gene} exon ${term.exon}` : null;
    case 'internal-duplication':
      return fitsDuplication(term.gene, alteration);
    case 'promoter':
      return alteration.effect === 'promoter' ? `${label} is a ${term.gene} promoter change` : null;
    case 'fusion':
      return fitsFusion(term, alteration);
    case 'copy':
      return fitsCopy(term, alteration);
    case 'expression':
      return fitsExpression(term, alteration);
    case 'rsid': {
      if (!alteration.fact.rsIds.some((id) => id.toLowerCase() === term.rsId) && !hasClass(alteration, term)) return null;
      return !term.homozygous || alteration.fact.zygosity === 'homozygous' || hasClass(alteration, term)
        ? `${label} is ${term.rsId}`
        : null;
    }
    case 'arm-deletion':
      return hasClass(alteration, term) ? `deletion of ${term.arm}` : null;
    case 'named':
      if (term.name === 'Reversion')
        return alteration.plainNames.has(plainName(term.name)) ? `${label} is a reversion, which may restore ${term.gene}` : null;
      return alteration.plainNames.has(plainName(term.name)) || alteration.plainNames.has(plainName(`${term.gene} ${term.name}`))
        ? `${label} is reported by this name`
        : null;
  }
}

/**
 * "FLT3-TKD: positive" names no codon: the companion test and those like it look at D835 and I836 alone (LeukoStrat CDx FLT3 Mutation Assay, P160040,
 * intended use; looked up 2026-11-22).
 */
function isTkdOf(term: Extract<Term, { kind: 'codons' }>, { codons, changes, codings, classes, genes }: Found['alteration']): boolean {
  if (term.gene !== 'FLT3' || term.except || codons !== null || changes.length > 0 || codings.length > 0 || !genes.includes('FLT3'))
    return false;
  return (
    term.codons.every((codon) => codon === 835 || codon === 836) &&
    classes.some((own) => own.kind === 'region' && own.region === 'kinase domain')
  );
}
