/**
 * A new CPIC export laid over the knowledge in use: CPIC's rows, alleles and rules are replaced; what CPIC's export does not
 * hold (positions, further allele names, DPWG and FDA positions) is kept from before.
 */
import type { GuidelineKnowledge, KnowledgeGap, PgxAllele, PgxGene } from '../../pgx/types.ts';

export function mergeCpic(base: GuidelineKnowledge, cpic: GuidelineKnowledge): GuidelineKnowledge {
  const kept = base.recommendations.filter((row) => row.body !== 'CPIC');
  const genes = { ...base.genes };
  for (const [symbol, gene] of Object.entries(cpic.genes)) genes[symbol] = mergeGene(base.genes[symbol], gene);
  const drugs = new Map([...base.drugs, ...cpic.drugs].map((drug) => [drug.name, drug]));
  const recommendations = [...cpic.recommendations, ...kept];
  return {
    header: {
      ...cpic.header,
      licence: base.header.licence,
      sources: [...cpic.header.sources, ...base.header.sources.filter((source) => !source.label.startsWith('CPIC recommendations'))],
    },
    genes,
    drugs: [...drugs.values()],
    guidelines: [...cpic.guidelines, ...base.guidelines.filter((one) => one.body !== 'CPIC')],
    recommendations,
    pairs: cpic.pairs.length > 0 ? cpic.pairs : base.pairs,
    ...(base.fda === undefined ? {} : { fda: base.fda }),
    gaps: (base.gaps ?? []).filter((gap) => stillOpen(gap, genes, new Set(cpic.recommendations.map((row) => row.drug)))),
  };
}

/** Functions and rules of the new release; positions and names that only the old one had. */
function mergeGene(old: PgxGene | undefined, now: PgxGene): PgxGene {
  if (old === undefined) return now;
  const alleles: Record<string, PgxAllele> = {};
  for (const [name, allele] of Object.entries(now.alleles)) {
    const names = old.alleles[name]?.names;
    alleles[name] = names === undefined ? allele : { ...allele, names };
  }
  const { positions, test } = old;
  return { ...now, alleles, ...(positions === undefined ? {} : { positions }), ...(test === undefined ? {} : { test }) };
}

function stillOpen(gap: KnowledgeGap, genes: Readonly<Record<string, PgxGene>>, covered: ReadonlySet<string>): boolean {
  if (gap.kind === 'drug-without-rows') return !covered.has(gap.drug ?? '');
  if (gap.kind === 'missing-rows') return false;
  if (gap.kind !== 'missing-allele') return true;
  const alleles = genes[gap.genes[0] ?? '']?.alleles ?? {};
  return (gap.items ?? []).some((item) => (alleles[item]?.function ?? '') === '');
}
