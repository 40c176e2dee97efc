/** Searches beside those of the prefetch keys: nobody is asked to send them, and what they find is read where it can be had in time (`ehr/further`). */
import { ALL_RESULTS, GENETIC_REPORT_CODES, INHERITED_RESULTS } from '../../fhir-profiles/codes/result-codes.ts';
import type { ServiceFamily } from '../cards/types.ts';
import type { FurtherQuery } from '../ehr/further.ts';

/** `scope`: what the token grants, as far as the call says it; a type that it does not name is not asked for. */
export function furtherQueries(patientId: string, family: ServiceFamily, scope?: string): readonly FurtherQuery[] {
  const patient = encodeURIComponent(patientId);
  const codes = (family === 'oncology' ? ALL_RESULTS : INHERITED_RESULTS).join(',');
  const queries: readonly FurtherQuery[] = [
    // Genetic results that are filed under no category, or one of the laboratory's own. The bare code is of any system.
    {
      query: `Observation?patient=${patient}&code=${codes}&_count=200`,
      types: ['Observation'],
      most: 2_000,
      label: 'genetic results filed under another category or none',
    },
    // Their reports under pathology, imaging of a scan, or no category: what stands in an attached document alone is on file, unread.
    {
      query: `DiagnosticReport?patient=${patient}&code=${[...GENETIC_REPORT_CODES, codes].join(',')}&_count=50`,
      types: ['DiagnosticReport'],
      most: 500,
      label: 'genetic reports filed under no category',
    },
    // Registries and intake forms.
    {
      query: `QuestionnaireResponse?patient=${patient}&status=completed,amended,in-progress&_count=50`,
      types: ['QuestionnaireResponse'],
      most: 500,
    },
  ];
  return queries.filter(({ types }) => types.every((type) => isGranted(type, scope)));
}

/** `patient/Observation.read`, `user/*.rs`, `system/*.*`; some servers say nothing of what they grant (`unsaid`: what that means). */
export function isGranted(type: string, scope: string | undefined, unsaid = true): boolean {
  const granted = (scope ?? '').split(/[\s,]+/).flatMap((one) => /^(?:patient|user|system)\/([A-Za-z*]+)\./.exec(one)?.[1] ?? []);
  return (unsaid && granted.length === 0) || granted.includes('*') || granted.includes(type);
}
