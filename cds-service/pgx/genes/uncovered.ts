/** Results of genes on which no recommendation of the release rests (OPRM1, COMT, CYP2C8 …): read, and said to be of no use here. */
import type { GermlineResult } from '../../../fhir-profiles/index.ts';
import type { GuidelineKnowledge } from '../../knowledge/pgx/types.ts';
import type { DataWarning } from '../../report/types.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** One warning per gene, at its first result. */
export function uncoveredGenes(results: readonly GermlineResult[], { genes, header }: GuidelineKnowledge): DataWarning[] {
  const byGene = new Map<string, GermlineResult[]>();
  for (const result of results) {
    if (entryOf(genes, result.gene) !== undefined) continue;
    byGene.set(result.gene, [...(byGene.get(result.gene) ?? []), result]);
  }
  return [...byGene]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([gene, list]) => {
      const texts = [...new Set(list.map(({ text }) => text.slice(0, 80)))].slice(0, 3);
      const reference = list[0]?.source.reference;
      return {
        code: 'not-covered',
        message: `${gene} (${texts.join('; ')}) is on file; no recommendation of this release (${header.version}) rests on ${gene}: not covered.`,
        genes: [gene],
        ...(reference === undefined ? {} : { reference }),
      };
    });
}
