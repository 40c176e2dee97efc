/**
 * "FLT3 ITD/TKD: positive": one finding that is the internal tandem duplication or a change of the kinase domain, and the test does not tell which. It
 * answers a label that takes both, and leaves open one that asks for one of them.
 */
import { ITD_OR_TKD } from '../../../fhir-profiles/codes/itd-or-tkd.ts';
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import type { Found } from './found.ts';
import type { Alteration } from './alteration.ts';

const PARTS: readonly Term[] = [
  { kind: 'internal-duplication', gene: 'FLT3' },
  { kind: 'region', gene: 'FLT3', region: 'kinase domain', except: null },
];
/** The codons at which tests of the kinase domain of FLT3 look. */
const CODONS: readonly number[] = [835, 836];

/** What the finding may be; empty where its report tells, or names another change. */
export function eitherPart({ names, presence }: VariantFact): readonly Term[] {
  return presence === 'present' && names.includes(ITD_OR_TKD) ? PARTS : [];
}

export function isEitherPart({ either, classes }: Alteration): boolean {
  return either && PARTS.every((part) => classes.includes(part));
}

/** Whether the term asks for one of the two. */
export function asksPart(term: Term): boolean {
  if (!('gene' in term) || term.gene !== 'FLT3') return false;
  if (term.kind === 'codons') return !term.except && term.codons.every((codon) => CODONS.includes(codon));
  return term.kind === 'internal-duplication' || (term.kind === 'region' && term.region === 'kinase domain');
}

/** The findings that are what is asked, whichever of the two they are: the terms, any of which is enough, hold both. */
export function wholeAsked(terms: readonly Term[], found: readonly Found[]): readonly Found[] {
  const asked = terms.filter(asksPart);
  const codons = asked.flatMap((term) => (term.kind === 'codons' ? term.codons : []));
  const domain = asked.some(({ kind }) => kind === 'region') || CODONS.every((codon) => codons.includes(codon));
  if (!domain || !asked.some(({ kind }) => kind === 'internal-duplication')) return [];
  return found.filter(({ alteration, standing }) => standing.usable && isEitherPart(alteration));
}
