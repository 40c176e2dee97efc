/**
 * Matches as a FHIR R4 search-set Bundle of ResearchStudy, in the shape that the CodeX trial-matching services send: one entry per trial with its
 * match score, and every criterion with its verdict in an extension of our own.
 */
import type { TrialMatch } from '../report/types.ts';
import { phaseCode, studyStatus } from './fhir-codes.ts';

const CRITERION = 'https://genehook.org/fhir/StructureDefinition/trial-criterion';
const REGISTRY = 'http://clinicaltrials.gov';

/** Share of criteria that certainly do not stand in the way; 0 for an ineligible trial, never 1 while anything is unknown. */
export function matchScore({ verdict, criteria }: TrialMatch): number {
  if (verdict === 'ineligible' || criteria.length === 0) return 0;
  if (verdict === 'eligible') return 1;
  const met = criteria.filter((criterion) => criterion.verdict === 'met').length;
  return Math.min(0.99, Math.round((100 * met) / criteria.length) / 100);
}

export function toSearchset(matches: readonly TrialMatch[], total: number = matches.length): object {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total,
    entry: matches.map((match) => ({
      ...(match.url === undefined ? {} : { fullUrl: match.url }),
      resource: study(match),
      search: { mode: 'match', score: matchScore(match) },
    })),
  };
}

function study(match: TrialMatch): object {
  const phase = phaseCode(match.phase);
  return {
    resourceType: 'ResearchStudy',
    id: match.nctId.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 64),
    identifier: [{ use: 'official', ...(/^NCT\d{8}$/.test(match.nctId) ? { system: REGISTRY } : {}), value: match.nctId }],
    title: match.title,
    status: studyStatus(match.status),
    ...(match.phase === ''
      ? {}
      : {
          phase: {
            ...(phase === null ? {} : { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-phase', code: phase }] }),
            text: match.phase,
          },
        }),
    extension: match.criteria.map(({ text, kind, verdict, because }) => ({
      url: CRITERION,
      extension: [
        { url: 'text', valueString: text },
        { url: 'kind', valueCode: kind },
        { url: 'verdict', valueCode: verdict },
        { url: 'because', valueString: because },
      ],
    })),
  };
}
