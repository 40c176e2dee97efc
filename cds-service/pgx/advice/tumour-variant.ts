/**
 * A variant of a pharmacogene that was found in a tumour: it may be inherited, which a test of the tumour alone does not show. It is no germline
 * result, and the card that asks for one must not look as if nothing were known.
 */
import { namedAllele } from '../genes/named-variant.ts';
import type { AdvicePatient } from './patient.ts';
import { listWords } from './wording/words.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** "DPYD c.1905+1G>A is on file from a tumour test …"; only of alleles that the knowledge grades as other than normal. */
export function tumourWords({ chart, index }: AdvicePatient, gene: string): string | undefined {
  const known = entryOf(index.knowledge.guideline.genes, gene);
  if (known === undefined) return undefined;
  const found = chart.facts.variants.flatMap((fact) => {
    if (fact.gene !== gene || fact.origin !== 'somatic' || fact.presence !== 'present') return [];
    const names = [fact.cHgvs, ...fact.rsIds, fact.gHgvs, fact.pHgvs, ...fact.names].flatMap((name) =>
      name === undefined || name === '' ? [] : [name],
    );
    const allele = names.map((name) => namedAllele(known, name)).find((one) => one !== null) ?? null;
    if (allele === null || /^normal/i.test(entryOf(known.alleles, allele)?.function ?? 'normal')) return [];
    return names.slice(0, 1).map((name) => name.replace(/^[A-Z]{2}_[\d.]+(?:\([^)]*\))?:/, ''));
  });
  return found.length === 0
    ? undefined
    : `${gene} ${listWords([...new Set(found)])} is on file from a tumour test, which does not show whether it is inherited`;
}
