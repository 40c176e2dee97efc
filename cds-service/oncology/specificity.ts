/** How closely a biomarker names what was found: this very change before its class, the class before the gene, the gene before the whole tumour. */
import type { Term } from '../knowledge/oncology/notation/term.ts';
import type { ProfileTree } from '../knowledge/oncology/types.ts';
import type { OncologyPatient } from './patient.ts';
import { evaluate } from './profile.ts';

/** 0 this change, 1 a class of changes, 2 an exon or domain, 3 any mutation of the gene, 4 a marker of the tumour, 5 the absence of a finding. */
export type Specificity = 0 | 1 | 2 | 3 | 4 | 5;

export function specificityOf(tree: ProfileTree, patient: OncologyPatient): Specificity {
  if ('not' in tree) return 5;
  if ('kind' in tree) return ofTerm(tree);
  const parts = 'and' in tree ? tree.and : tree.or.filter((part) => evaluate(part, patient).verdict === 'yes');
  return parts.reduce<Specificity>((best, part) => {
    const own = specificityOf(part, patient);
    return own < best ? own : best;
  }, 5);
}

/** Variants that a profile names by themselves or by a class of changes; "any mutation of the gene" names none. */
export function closelyNamed(tree: ProfileTree, patient: OncologyPatient): string[] {
  if ('not' in tree) return [];
  if ('and' in tree) return tree.and.flatMap((part) => closelyNamed(part, patient));
  if ('or' in tree) return tree.or.flatMap((part) => closelyNamed(part, patient));
  return ofTerm(tree) <= 1 ? evaluate(tree, patient).found.map(({ alteration }) => alteration.fact.id) : [];
}

function ofTerm(term: Term): Specificity {
  switch (term.kind) {
    case 'protein':
    case 'coding':
    case 'rsid':
      return 0;
    case 'codons':
      return term.except ? 2 : 1;
    case 'exon':
      return term.change === 'any' ? 2 : 1;
    case 'skipping':
    case 'internal-duplication':
    case 'promoter':
    case 'fusion':
    case 'arm-deletion':
    case 'named':
      return 1;
    case 'copy':
      return term.change === 'amplification' || term.change === 'deletion' ? 1 : 3;
    case 'region':
      return 2;
    case 'mutation':
    case 'expression':
      return 3;
    case 'marker':
      return 4;
    case 'wild-type':
      return 5;
  }
}
