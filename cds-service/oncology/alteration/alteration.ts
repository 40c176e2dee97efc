/** What a reported variant is, in the words the knowledge uses. */
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import type { ProteinChange } from '../../knowledge/oncology/notation/protein.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import type { Effect } from './sequence-change.ts';
import type { CopyRead, ExpressionRead, FusionRead } from './structural-change.ts';

export interface Alteration {
  readonly fact: VariantFact;
  /** Approved symbols of the genes concerned, as far as the knowledge has them. */
  readonly genes: readonly string[];
  readonly changes: readonly ProteinChange[];
  /** The name leaves open which of the changes it is: "V600E/K", as an assay says that does not tell the two apart. */
  readonly either: boolean;
  /** The changes of which one was found, where the test's name lists several and its answer does not tell which. */
  readonly alternatives: readonly Alteration[];
  readonly codings: readonly string[];
  readonly codons: readonly [number, number] | null;
  /** First and last exon touched, as stated or worked out from the codons. */
  readonly exons: readonly [number, number] | null;
  readonly effect: Effect;
  readonly skippedExon: number | null;
  readonly fusion: FusionRead | null;
  readonly copy: CopyRead | null;
  readonly expression: ExpressionRead | null;
  /** Classes that the report itself names ("exon 19 deletion", "activating mutation"). */
  readonly classes: readonly Term[];
  readonly plainNames: ReadonlySet<string>;
}

/** A second change that may restore what the first one broke: it is no further loss of the gene. */
export function isReversion({ names }: VariantFact): boolean {
  return names.some((name) => /\brevers(?:ion|ed|tant)\b/i.test(name) && !/\bno\b|\bwithout\b/i.test(name));
}
