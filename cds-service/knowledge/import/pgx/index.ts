/** `genehook knowledge pgx --from DIR`: compiles the pharmacogenomic tables of a folder into our knowledge. */
import type { GuidelineKnowledge, PgxGene, Recommendation } from '../../pgx/types.ts';
import { completeRows } from './completion.ts';
import { fdaPositions } from './fda-positions.ts';
import { knownGaps } from './known-gaps.ts';
import { importGenes } from './genes.ts';
import { importDrugs, importFda, importGuidelines, importPairs } from './guidelines.ts';
import { importRecommendations } from './recommendations.ts';

/** HLA alleles that only a recommendation names (DPWG: HLA-B*15:11) are looked for too. */
function withAskedAlleles(genes: Record<string, PgxGene>, recommendations: readonly Recommendation[]): Record<string, PgxGene> {
  const added: Record<string, PgxGene> = { ...genes };
  for (const { gene, key, value } of recommendations.flatMap((row) => row.when)) {
    const name = /^(\*\d+:\d+) (?:positive|negative)$/.exec(value)?.[1];
    const before = added[gene];
    if (key !== 'allele-status' || name === undefined || before === undefined) continue;
    const asOf = 'named by a recommendation only';
    const alleles = {
      [`${name} positive`]: { function: 'risk allele present (one or two copies)', asOf },
      [`${name} negative`]: { function: 'risk allele absent', asOf },
      ...before.alleles,
    };
    added[gene] = { ...before, alleles };
  }
  return added;
}

export function importPgx(dir: string): GuidelineKnowledge {
  const drugs = importDrugs(dir);
  const rxnorm = (drug: string): string => drugs.find((one) => one.name === drug)?.rxnorm ?? '';
  const tables = importGuidelines(dir);
  const rows = importRecommendations(dir, tables);
  const genes = withAskedAlleles(importGenes(dir), rows);
  const completion = completeRows(rows, genes, tables, rxnorm);
  const fda = fdaPositions(rxnorm);
  const guidelines = [...tables, ...fda.guidelines];
  const recommendations = [...rows, ...completion.rows, ...fda.recommendations];
  return {
    header: {
      id: 'pgx-guideline',
      version: '2026-05',
      date: '2026-05-31',
      licence: 'CC0-1.0 (CPIC); facts only (DPWG, FDA)',
      sources: [
        {
          label: 'CPIC recommendations, allele functions and phenotype rules (as packaged in PharmCAT 3.1.1)',
          url: 'https://cpicpgx.org',
          date: '2025-11-05',
          licence: 'CC0-1.0',
        },
        {
          label: 'CPIC guidelines and drugs, change log to v1.56.0',
          url: 'https://www.clinpgx.org',
          date: '2026-05-31',
          licence: 'CC0-1.0',
        },
        {
          label: 'DPWG positions as recorded by ClinPGx (facts only)',
          url: 'https://www.clinpgx.org',
          date: '2024-05-31',
          licence: 'facts',
        },
        {
          label: 'FDA table of pharmacogenetic associations and labels (facts, as read 2026-10-10)',
          url: 'https://www.fda.gov/medical-devices/precision-medicine/table-pharmacogenetic-associations',
          date: '2026-09-10',
          licence: 'public domain',
        },
        { label: 'CPIC gene–drug pairs and levels', url: 'https://cpicpgx.org/genes-drugs/', date: '2023-08-19', licence: 'CC0-1.0' },
      ],
    },
    genes,
    drugs,
    guidelines,
    recommendations,
    pairs: importPairs(dir),
    fda: importFda(dir),
    gaps: [...knownGaps(genes, guidelines, recommendations), ...completion.gaps],
  };
}
