/**
 * What trials ask for and nothing else does: side effects with a grade, vaccines, other studies. Asked for only where the site's own scopes name them
 * (`panel.scope` in the trust file): no EHR is made to refuse a search that nobody registered. By the search parameters of R4 and R5, where an AdverseEvent
 * has a `subject` and the others a `patient`.
 */
import type { FurtherQuery } from '../ehr/further.ts';
import { isGranted } from '../hooks/further-queries.ts';

/** @param scope what the panel asks the EHR for; without one the default, which holds none of these */
export function trialQueries(patientId: string, scope: string | undefined): readonly FurtherQuery[] {
  if (scope === undefined) return [];
  const patient = encodeURIComponent(patientId);
  const queries: readonly FurtherQuery[] = [
    { query: `AdverseEvent?subject=Patient/${patient}&_count=200`, types: ['AdverseEvent'], most: 2_000 },
    { query: `Immunization?patient=${patient}&_count=200`, types: ['Immunization'], most: 2_000 },
    { query: `ResearchSubject?patient=${patient}&_count=50`, types: ['ResearchSubject'], most: 500 },
  ];
  return queries.filter(({ types }) => types.every((type) => isGranted(type, scope, false)));
}
