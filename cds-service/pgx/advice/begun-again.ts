/** An HLA reaction that did not come in an earlier course of months: CPIC then allows cautious use (optional), which a restart after years has to be told. */
import type { Chart } from './chart.ts';
import type { Doubt } from './doubts.ts';
import { earlierUse } from './earlier-use.ts';
import type { GeneView } from './gene-view.ts';
import type { DrugQuestion } from './question.ts';
import { sentence } from './wording/words.ts';

export function begunAgainDoubts(chart: Chart, { drug, order }: DrugQuestion, population: string, used: readonly GeneView[]): Doubt[] {
  const positive = used.filter(({ gene, phenotype }) => gene.startsWith('HLA') && / positive\b/.test(phenotype ?? ''));
  const [first] = positive;
  if (first === undefined || !/use\s*>/i.test(population) || order?.role !== 'draft') return [];
  const use = earlierUse(chart, drug, order.source.reference);
  if (use.kind !== 'taken' || use.running) return [];
  const allele = /\*\S+(?= positive)/.exec(first.phenotype ?? '')?.[0] ?? '';
  return [
    {
      short: `${first.gene}${allele} positive, and an earlier course of ${drug.name} of more than 3 months without a recorded reaction`,
      sentence: sentence(`${drug.name} is begun again after a gap: ask how the earlier course was tolerated`),
    },
  ];
}
