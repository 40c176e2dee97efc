/**
 * Matches as a FHIR R4 search-set Bundle of ResearchStudy, in the shape that the CodeX trial-matching services send and their clients show: criteria as
 * `enrollment.display`, sites as contained Locations with position, interventions as contained PlanDefinitions, `search.score` for the match. What Genehook
 * knows beyond that (the verdict, and each criterion with its reason) is in extensions of its own.
 */
import type { TrialRecord } from '../../knowledge/trials/types.ts';
import type { TrialMatch } from '../../report/types.ts';
import { phaseCode, purposeCode, studyStatus } from './codes.ts';
import { messageTags, outcomeEntry, type SearchMessage } from './messages.ts';
import type { FoundTrials } from '../search/index.ts';
import { peopleOf } from './people.ts';

const MATCH = 'https://genehook.org/fhir/StructureDefinition/trial-match';
const CRITERION = 'https://genehook.org/fhir/StructureDefinition/trial-criterion';
const REGISTRY = 'http://clinicaltrials.gov';

/**
 * Clients call a score from 0.75 a likely match and one below 0.01 none: an eligible trial has 1, an ineligible one 0, and a possible one stays between,
 * by the share of criteria that certainly do not stand in the way. So nothing unknown looks like a fit, and nothing unknown like none.
 */
export function matchScore({ verdict, criteria }: Pick<TrialMatch, 'verdict' | 'criteria'>): number {
  if (verdict === 'ineligible') return 0;
  if (verdict === 'eligible') return 1;
  const met = criteria.filter((criterion) => criterion.verdict === 'met').length;
  return Math.round(100 * (0.01 + (0.73 * met) / Math.max(1, criteria.length))) / 100;
}

/** A possible trial has no higher score than one that is ranked before it: clients that sort by score show the trials in the order that they came in. */
function inRankingOrder(matched: readonly MatchedTrial[]): readonly number[] {
  let least = 1;
  return matched.map(({ match }) => {
    const score = matchScore(match);
    if (match.verdict !== 'possible') return score;
    least = Math.min(least, score);
    return least;
  });
}

export interface MatchedTrial {
  readonly match: TrialMatch;
  readonly record: TrialRecord;
}

/** What is said beside the matches. `outcome`: also as an OperationOutcome entry; without a match it is one in any case. */
export interface SearchsetNotes {
  readonly messages?: readonly SearchMessage[];
  readonly outcome?: boolean;
}

/** No active tumour: nothing to match a trial with, and so a set without studies. */
export function matchesForFhir(found: FoundTrials | null, notes: SearchsetNotes = {}): object {
  if (found === null) return toSearchset([], 0, notes);
  const { matches, records, search } = found;
  const matched = matches.flatMap((match, at) => {
    const record = records[at];
    return record === undefined ? [] : [{ match, record }];
  });
  return toSearchset(matched, search.total, notes);
}

/** @param total trials there are, where these are one page of them */
export function toSearchset(matched: readonly MatchedTrial[], total: number = matched.length, notes: SearchsetNotes = {}): object {
  const { messages = [], outcome = false } = notes;
  const scores = inRankingOrder(matched);
  const entry = [
    ...matched.map((one, at) => ({ resource: study(one), search: { mode: 'match', score: scores[at] } })),
    ...(messages.length > 0 && (outcome || matched.length === 0) ? [outcomeEntry(messages)] : []),
  ];
  return { resourceType: 'Bundle', ...messageTags(messages), type: 'searchset', total, ...listed('entry', entry) };
}

function study({ match, record }: MatchedTrial): object {
  const phase = phaseCode(match.phase);
  const sites = record.sites.map(locationOf);
  const plans = record.interventions.map((title, at) => ({ resourceType: 'PlanDefinition', id: `plan-${at}`, status: 'unknown', title }));
  const countries = [...new Set(record.sites.flatMap(({ country }) => (country === undefined ? [] : [country])))];
  const people = peopleOf(record);
  const eligibility = record.eligibility.trim() || listedCriteria(match);
  const group = { resourceType: 'Group', id: 'group', type: 'person', actual: false };
  const contained = [...(eligibility === '' ? [] : [group]), ...people.contained, ...sites, ...plans];
  return {
    resourceType: 'ResearchStudy',
    id: match.nctId.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 64),
    ...listed('contained', contained),
    extension: [matchExtension(match), ...match.criteria.map(criterionExtension)],
    identifier: [{ use: 'official', ...(/^NCT\d{8}$/.test(match.nctId) ? { system: REGISTRY } : {}), value: match.nctId }],
    title: match.title,
    ...listed(
      'protocol',
      plans.map(({ id }) => ({ reference: `#${id}`, type: 'PlanDefinition' })),
    ),
    status: studyStatus(match.status),
    ...(match.phase === ''
      ? {}
      : {
          phase: {
            ...(phase === null
              ? {}
              : { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-phase', code: phase, display: match.phase }] }),
            text: match.phase,
          },
        }),
    ...purposeOf(record),
    ...listed(
      'condition',
      record.conditions.map((text) => ({ text })),
    ),
    ...(match.url === undefined ? {} : { relatedArtifact: [{ type: 'documentation', display: record.registry, url: match.url }] }),
    ...people.elements,
    ...listed(
      'location',
      countries.map((text) => ({ text })),
    ),
    ...(eligibility === '' ? {} : { enrollment: [{ reference: '#group', type: 'Group', display: eligibility }] }),
    ...listed(
      'site',
      sites.map(({ id }) => ({ reference: `#${id}`, type: 'Location' })),
    ),
  };
}

function purposeOf({ purpose }: TrialRecord): object {
  if (purpose === undefined) return {};
  const code = purposeCode(purpose);
  const coding = { system: 'http://terminology.hl7.org/CodeSystem/research-study-prim-purp-type', code };
  return { primaryPurposeType: { ...(code === null ? {} : { coding: [coding] }), text: purpose } };
}

/** Criteria of a trial that has no text of its own, one to a line. */
function listedCriteria({ criteria }: TrialMatch): string {
  const lines = (kind: 'inclusion' | 'exclusion'): string[] => criteria.filter((one) => one.kind === kind && one.text.trim() !== '').map(({ text }) => `* ${text}`); // prettier-ignore
  const [inclusion, exclusion] = [lines('inclusion'), lines('exclusion')];
  return [
    ...(inclusion.length === 0 ? [] : ['Inclusion Criteria:', '', ...inclusion, '']),
    ...(exclusion.length === 0 ? [] : ['Exclusion Criteria:', '', ...exclusion]),
  ]
    .join('\n')
    .trim();
}

/** FHIR knows no empty lists. */
function listed(name: string, members: readonly object[]): object {
  return members.length === 0 ? {} : { [name]: members };
}

function locationOf({ name, city, state, postalCode, country, status, latitude, longitude }: TrialRecord['sites'][number], at: number) {
  const address = {
    ...(city === undefined ? {} : { city }),
    ...(state === undefined ? {} : { state }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(country === undefined ? {} : { country }),
  };
  const label = name ?? city ?? country;
  return {
    resourceType: 'Location',
    id: `location-${at}`,
    ...(status === undefined || status === 'unknown' ? {} : { status: status === 'recruiting' ? 'active' : 'suspended' }),
    ...(label === undefined ? {} : { name: label }),
    ...(Object.keys(address).length === 0 ? {} : { address: { use: 'work', ...address } }),
    ...(latitude === undefined || longitude === undefined ? {} : { position: { longitude, latitude } }),
  };
}

function matchExtension({ verdict, molecular, unwantedFinding, nextDatum, nearestSite, asRecorded }: TrialMatch): object {
  const { distanceKm } = nearestSite ?? {};
  return {
    url: MATCH,
    extension: [
      { url: 'verdict', valueCode: verdict },
      ...(molecular === undefined ? [] : [{ url: 'molecular', valueBoolean: molecular }]),
      ...(unwantedFinding === undefined ? [] : [{ url: 'unwanted-finding', valueBoolean: unwantedFinding }]),
      ...(nextDatum === undefined ? [] : [{ url: 'next-datum', valueString: nextDatum.name }]),
      ...(distanceKm === undefined
        ? []
        : [
            {
              url: 'distance',
              valueQuantity: { value: distanceKm, unit: 'km', system: 'http://unitsofmeasure.org', code: 'km' },
            },
          ]),
      ...(asRecorded === undefined || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(asRecorded)
        ? []
        : [{ url: 'as-recorded', valueDate: asRecorded }]),
    ],
  };
}

function criterionExtension({ text, kind, verdict, because }: TrialMatch['criteria'][number]): object {
  return {
    url: CRITERION,
    extension: [
      ...(text.trim() === '' ? [] : [{ url: 'text', valueString: text }]),
      { url: 'kind', valueCode: kind },
      { url: 'verdict', valueCode: verdict },
      ...(because.trim() === '' ? [] : [{ url: 'because', valueString: because }]),
    ],
  };
}
