/** One gene's result in clinical terms, free of FHIR, with the phenotype and score that the tables give it. */
import { knowledge } from './report.ts';

export interface GeneState {
  readonly gene: string;
  /** Alleles as the tables name them; one for a hemizygous, mitochondrial or otherwise single result. Absent for HLA presence. */
  readonly alleles?: readonly string[];
  /** HLA: allele asked for, and whether it is there. */
  readonly hla?: { readonly allele: string; readonly present: boolean };
  readonly phenotype: string | null;
  readonly score: string | null;
}

export interface RuleRow {
  readonly gene: string;
  readonly phenotype: string;
  readonly scores: string;
  readonly example: string;
}

export function stateOf({ gene, phenotype, scores, example }: RuleRow): GeneState {
  return { gene, alleles: splitDiplotype(example), phenotype, score: scores === '' || scores === 'n/a' ? null : scores };
}

/** `a/b`, where an allele name may hold commas and blanks but no slash. */
function splitDiplotype(example: string): readonly string[] {
  return example.split('/').map((allele) => allele.trim());
}

function hlaState(gene: string, value: string): GeneState | null {
  const match = /^(\*[\d:]+) (positive|negative)$/.exec(value);
  if (match === null) return null;
  return { gene, hla: { allele: match[1] ?? '', present: match[2] === 'positive' }, phenotype: null, score: null };
}

/** A state of `gene` that fits the value a guideline row asks for; null when the row asks for no result. */
export function statesFor(gene: string, value: string, known: readonly GeneState[]): readonly GeneState[] {
  const hla = hlaState(gene, value);
  if (hla !== null) return [hla];
  return known.filter(
    (state) =>
      state.gene === gene &&
      (state.phenotype === value || state.score === value || (value === 'n/a' && state.phenotype === 'Indeterminate')),
  );
}

/** rsIDs that single out an allele, from our own knowledge: the base in question and no other allele beside it. */
export function rsIdOf(gene: string, allele: string): { rsId: string; ref: string; alt: string } | null {
  for (const position of knowledge.pgx.guideline.genes[gene]?.positions ?? []) {
    for (const [alt, carriers] of Object.entries(position.carriers)) {
      if (position.rsId !== undefined && carriers.length === 1 && carriers[0] === allele)
        return { rsId: position.rsId, ref: position.ref, alt };
    }
  }
  return null;
}
