/** Trials, how they were chosen and what to find out next, read from whatever came. */
import type { NearestSite, NextDatum } from '../../cds-service/report/types.ts';
import type { Criterion, Trial, TrialSearch } from './panel-report.ts';
import { readTexts } from './read-shared.ts';
import { asLink, asList, asNumber, asOneOf, asRecord, asText, optional } from './read-values.ts';

export function readTrial(value: unknown): Trial | null {
  const fields = asRecord(value);
  const nctId = asText(fields.nctId);
  const title = asText(fields.title);
  if (nctId === '' && title === '') return null;
  const next = readDatum(fields.nextDatum) ?? (asText(fields.nextBest) === '' ? null : { name: asText(fields.nextBest), criteria: 0 });
  return {
    nctId,
    title: title || nctId,
    phase: asText(fields.phase),
    status: asText(fields.status),
    verdict: asOneOf(fields.verdict, ['eligible', 'possible', 'ineligible']) ?? 'unrecognised',
    criteria: asList(fields.criteria).flatMap(readCriterion),
    conditions: readTexts(fields.conditions),
    interventions: readTexts(fields.interventions),
    molecular: fields.molecular === true,
    unwantedFinding: fields.unwantedFinding === true,
    url: asLink(fields.url),
    ...optional('next', next),
    ...optional('nearestSite', readSite(fields.nearestSite)),
    ...optional('asRecorded', asText(fields.asRecorded) || null),
  };
}

function readCriterion(value: unknown): Criterion[] {
  const fields = asRecord(value);
  const text = asText(fields.text);
  if (text === '') return [];
  const kind = asOneOf(fields.kind, ['inclusion', 'exclusion']) ?? 'unrecognised';
  const verdict = asOneOf(fields.verdict, ['met', 'not-met', 'unknown']) ?? 'unrecognised';
  return [{ text, kind, verdict, because: asText(fields.because) }];
}

function readDatum(value: unknown): { name: string; criteria: number } | null {
  const fields = asRecord(value);
  const name = asText(fields.name);
  return name === '' ? null : { name, criteria: asNumber(fields.criteria) ?? 0 };
}

const JUDGED_BY: readonly NearestSite['judgedBy'][] = ['coordinates', 'same-city', 'same-state', 'same-country', 'other-country'];

function readSite(value: unknown): NearestSite | null {
  const fields = asRecord(value);
  const judgedBy = asOneOf(fields.judgedBy, JUDGED_BY);
  if (judgedBy === null) return null;
  return {
    judgedBy,
    ...optional('name', asText(fields.name) || null),
    ...optional('city', asText(fields.city) || null),
    ...optional('state', asText(fields.state) || null),
    ...optional('country', asText(fields.country) || null),
    ...optional('status', asText(fields.status) || null),
    ...optional('distanceKm', asNumber(fields.distanceKm)),
  };
}

/** Null when the service did not say how it chose: then there is nothing to page through. */
export function readTrialSearch(value: unknown): TrialSearch | null {
  const fields = asRecord(value);
  const total = asNumber(fields.total);
  if (total === null) return null;
  const found = asRecord(fields.found);
  return {
    known: asNumber(fields.known) ?? 0,
    found: {
      eligible: asNumber(found.eligible) ?? 0,
      possible: asNumber(found.possible) ?? 0,
      ineligible: asNumber(found.ineligible) ?? 0,
    },
    total,
    offset: asNumber(fields.offset) ?? 0,
    limit: asNumber(fields.limit) ?? 20,
    distance: asText(fields.distance),
    ...optional('nextDatum', readNextDatum(fields.nextDatum)),
  };
}

function readNextDatum(value: unknown): NextDatum | null {
  const fields = asRecord(value);
  const name = asText(fields.name);
  if (name === '') return null;
  const counts = (entry: Readonly<Record<string, unknown>>) => ({
    criteria: asNumber(entry.criteria) ?? 0,
    trials: asNumber(entry.trials) ?? 0,
  });
  return {
    name,
    ...counts(fields),
    of: asNumber(fields.of) ?? 0,
    text: asText(fields.text),
    further: asList(fields.further)
      .map(asRecord)
      .flatMap((entry) => (asText(entry.name) === '' ? [] : [{ name: asText(entry.name), ...counts(entry) }])),
  };
}
