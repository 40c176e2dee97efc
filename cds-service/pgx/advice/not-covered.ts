/** Gene–drug pairs that a body lists without a recommendation: shown in the overview of all drugs, never on a card. */
import type { PgxDrug } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import type { AdvicePatient } from './patient.ts';
import { listWords } from './wording/words.ts';

export function notCovered({ index }: AdvicePatient, drug: PgxDrug): DrugAdvice[] {
  const genes = [...new Set(index.pairs(drug.name).map(({ gene }) => gene))].sort();
  if (genes.length === 0) return [];
  return [
    {
      drug: { name: drug.name, rxnorm: drug.rxnorm },
      genes: genes.map((gene) => ({ gene, phenotype: null, activityScore: null })),
      action: 'no-recommendation',
      alternatives: [],
      strength: 'none',
      population: 'all patients',
      source: { label: 'CPIC gene-drug pairs', url: 'https://cpicpgx.org/genes-drugs/' },
      text: `A link between ${listWords(genes)} and ${drug.name} is listed, but this release holds no recommendation: not covered.`,
      ruleId: `not-covered:${drug.name.replace(/[^a-z0-9]+/g, '-')}`,
      coverage: 'not-covered',
      evidence: [],
    },
  ];
}
