/** What the report says of the trials as knowledge: how many, from where, of which day. */
import type { KnowledgeHeader } from '../../fhir-profiles/knowledge-header.ts';

const TERMS = 'ClinicalTrials.gov terms: free to use with attribution and date';

/** @param latest newest day of the registry content among the trials */
export function headerOf(total: number, registries: readonly string[], latest: string): KnowledgeHeader {
  return {
    id: 'clinical-trials',
    version: `${latest}, ${total} trials`,
    date: latest,
    licence: TERMS,
    sources: registries.map((label) => ({
      label,
      url: label === 'ClinicalTrials.gov' ? 'https://clinicaltrials.gov' : '',
      date: latest,
      licence: label === 'ClinicalTrials.gov' ? TERMS : 'see the source',
    })),
  };
}
