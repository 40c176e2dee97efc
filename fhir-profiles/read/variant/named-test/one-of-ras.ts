/**
 * "RAS: mutated": a mutation in one of two genes, of which the laboratory does not say which. The labels of cetuximab (125084) and panitumumab (125147) leave out
 * a mutation of either, so that it is told of both together; of sotorasib, which asks for one change of KRAS, it settles nothing.
 */
import type { Presence, VariantFact } from '../../../facts.ts';
import type { ObservationView } from '../../observation.ts';
import type { TestName } from './test-name.ts';
import type { VariantReading } from '../result/index.ts';
import { originOf } from '../parts/variant-parts.ts';

const RAS: ReadonlySet<string> = new Set(['KRAS', 'NRAS']);
/** The answer and no further word, in the words that `findingsInEnglish` makes of it; a class may stand with it. */
const MUTATED =
  /^\W*(?:RAS\W{1,3})?(?:(?:positive|detected|present|mutant|mutated|mut|(?:pathogenic |activating |oncogenic )?mutations?(?: (?:was |were )?(?:detected|present|found|identified|positive))?)\W*){1,3}$/i;

/** "KRAS/NRAS/BRAF: mutated" may be of a third gene. */
const FURTHER_GENE = /\b(?!KRAS|NRAS|RAS)(?:[BH]-?RAF|HRAS|PIK3CA|[A-Z]{3,7}\d[A-Z]?|EGFR|ALK|PTEN)\b/;

const MUTANT = /^\W*(?:RAS\W{1,3})?mut(?:ant)?\W*$/i;

/** @param said the answer in English words */
export function isOneOfRas({ genes, asks, words }: TestName, presence: Presence | null, said: readonly string[]): boolean {
  return (
    !words.some((name) => FURTHER_GENE.test(name)) &&
    genes.length === RAS.size &&
    genes.every((gene) => RAS.has(gene)) &&
    asks === 'mutation' &&
    (presence === 'present' || (presence === null && said.length > 0 && said.every((text) => MUTANT.test(text)))) &&
    said.every((text) => MUTATED.test(text))
  );
}

export function oneOfRas({ genes }: TestName, view: ObservationView): VariantReading {
  const fact: VariantFact = {
    id: view.entry.reference,
    gene: genes[0] ?? '',
    genes,
    kind: 'other',
    presence: 'present',
    origin: originOf(view),
    rsIds: [],
    clinvarIds: [],
    names: ['RAS mutation'],
    classification: 'unknown',
    ...(view.specimen === undefined ? {} : { specimen: view.specimen }),
    source: view.source,
  };
  return { facts: [fact], warnings: [] };
}
