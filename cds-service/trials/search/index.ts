/** One patient against the trial index, criterion by criterion. What the verdicts mean stands in `judge.ts`, the order in `rank.ts`. */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import type { OncologyKnowledge } from '../../knowledge/oncology/types.ts';
import type { CompiledTrial, Criterion, Requirement, TrialRecord } from '../../knowledge/trials/types.ts';
import type { TrialMatch, TrialSearch } from '../../report/types.ts';
import { shownText } from '../criteria/text/clean-text.ts';
import type { MatchOptions } from './filter.ts';
import { answerTo } from './answer-to.ts';
import { findingsNamed } from './findings-named.ts';
import { namesFindingOf } from './interview.ts';
import { verdictOf } from './judge.ts';
import { commonNextDatum, nextDatumOfTrial, openCriteria, type OpenCriterion } from './next-datum.ts';
import { readTrialPatient, type TrialPatient } from '../patient.ts';
import { cityLookup } from '../places/city-lookup.ts';
import { nearestSite, patientPlace, type PatientPlace } from '../places/nearest.ts';
import { rankTrials } from './rank.ts';
import { isNeverCertain, namesStrongFindings, speaksOfTreatment } from '../requirement-kind.ts';
import { statusWords } from '../trial-index/status.ts';
import type { TrialIndex } from '../trial-index/index.ts';
import { tumourViews, viewOf } from './tumour-views.ts';
import { evaluateRequirement } from '../verdict/evaluate.ts';

/** Trials in the report; the panel pages on. */
export const REPORTED = 20;

export interface RankedMatch extends TrialMatch {
  readonly molecular: boolean;
}
export interface FoundTrials {
  readonly matches: RankedMatch[];
  /** The registry's records of `matches`, in the same order. */
  readonly records: readonly TrialRecord[];
  readonly search: TrialSearch;
}
type MatchKnowledge = Pick<OncologyKnowledge, 'genes' | 'tumours'>;

/** Null when the patient has no active tumour: there is nothing to match a trial with. */
export function searchTrials(
  facts: PatientFacts,
  knowledge: MatchKnowledge,
  index: TrialIndex,
  options: MatchOptions = {},
): FoundTrials | null {
  const patient = readTrialPatient(facts, knowledge);
  if (patient === null) return null;
  const { limit = REPORTED, offset = 0, withinKm } = options;
  const place = patientPlace(facts.patient.place, cityLookup(index.places));
  const views = tumourViews(patient);
  const { order, found } = rankTrials(index, patient, place, options, views);
  const [best, wanted] = [[...order.subarray(0, REPORTED)], [...order.subarray(offset, offset + limit)]];
  // Unpacking a record costs more than judging it.
  const details = new Map([...new Set([...best, ...wanted])].map((at) => [at, index.detail(at)]));
  const detailsOf = (places: readonly number[]): CompiledTrial[] => places.flatMap((at) => details.get(at) ?? []);
  const open = new Map(detailsOf(best).map((trial) => [trial, openCriteria(trial.criteria, viewOf(trial, patient, views))]));
  const nextDatum = commonNextDatum([...open.values()]);
  const shown = detailsOf(wanted);
  return {
    matches: shown.map((trial) => asMatch(trial, viewOf(trial, patient, views), place, open.get(trial))),
    records: shown.map(({ record }) => record),
    search: {
      known: index.size,
      found,
      total: order.length,
      offset,
      limit,
      ...(nextDatum === undefined ? {} : { nextDatum }),
      distance: withinKm !== undefined && !place.known ? `${place.words} The limit of ${withinKm} km was not applied.` : place.words,
    },
  };
}

export function matchTrials(facts: PatientFacts, knowledge: MatchKnowledge, index: TrialIndex, options: MatchOptions = {}): RankedMatch[] {
  return searchTrials(facts, knowledge, index, options)?.matches ?? [];
}

/** Why or why not one trial, whatever its status. Null when the patient has no active tumour. */
export function explainTrial(facts: PatientFacts, knowledge: MatchKnowledge, trial: CompiledTrial): RankedMatch | null {
  const patient = readTrialPatient(facts, knowledge);
  if (patient === null) return null;
  return asMatch(trial, viewOf(trial, patient, tumourViews(patient)), patientPlace(facts.patient.place, cityLookup(trial.record.sites)));
}

function asMatch(
  trial: CompiledTrial,
  patient: TrialPatient,
  place: PatientPlace,
  open: readonly OpenCriterion[] = openCriteria(trial.criteria, patient),
): RankedMatch {
  const { record } = trial;
  const criteria = trial.criteria.map((criterion) => {
    const answer = answerTo(criterion, patient);
    return {
      text: textOf(criterion, record.eligibility),
      kind: criterion.kind,
      verdict: verdictOf(criterion.kind, answer.verdict),
      because: ofWhichTumour(criterion, answer.because, patient),
    };
  });
  const hard = criteria.filter((_, at) => trial.criteria[at]?.hard === true).map(({ verdict }) => verdict);
  const next = nextDatumOfTrial(open);
  const site = nearestSite(record.sites, place);
  const named = findingsNamed(patient)?.test([record.title, ...record.conditions, ...record.interventions].join(' ')) === true;
  const unwanted = trial.criteria.some((criterion) => speaksAgainst(criterion, patient));
  return {
    nctId: record.nctId,
    title: record.title,
    phase: record.phase,
    status: statusWords(record.status),
    verdict: hard.includes('not-met') ? 'ineligible' : hard.length === 0 || hard.includes('unknown') ? 'possible' : 'eligible',
    criteria,
    molecular: !unwanted && trial.criteria.some((criterion) => selects(criterion, patient, named)),
    ...(unwanted ? { unwantedFinding: true } : {}),
    ...(patient.beside.length === 0 ? {} : { tumour: patient.tumours[0]?.name ?? '' }),
    ...(next === undefined ? {} : { nextBest: next.name }),
    ...(next?.criteria === undefined ? {} : { nextDatum: { name: next.name, criteria: next.criteria } }),
    ...(record.conditions.length === 0 ? {} : { conditions: [...record.conditions] }),
    ...(record.interventions.length === 0 ? {} : { interventions: [...record.interventions] }),
    ...(site === undefined ? {} : { nearestSite: site }),
    ...(record.url === '' ? {} : { url: record.url }),
    ...(record.date === '' ? {} : { asRecorded: record.date }),
  };
}

/** With several primaries, whose trial it is stands where its disease is asked. */
function ofWhichTumour({ requirement }: Criterion, because: string, { tumours, beside }: TrialPatient): string {
  if (beside.length === 0 || !namesType(requirement)) return because;
  return `${because} (judged for ${tumours.map(({ name }) => name).join('')}; ${beside.map(({ name }) => name).join(', ')} is another malignancy)`;
}
function namesType(asked: Requirement): boolean {
  return asked.kind === 'all' || asked.kind === 'any' ? asked.of.some(namesType) : asked.kind === 'tumour';
}

/** @param named the trial's title, conditions or interventions name a finding of the patient */
function selects({ kind, requirement }: Criterion, patient: TrialPatient, named: boolean): boolean {
  if (kind === 'exclusion' || !namesFindingOf(requirement, patient, 'asked')) return false;
  // "Patients with an EGFR mutation must have had an EGFR inhibitor" stands in trials for every tumour.
  return named || !isNeverCertain(requirement) || !speaksOfTreatment(requirement) || !namesFindingOf(requirement, patient, 'asked', namesStrongFindings); // prettier-ignore
}

/** A criterion that denies a finding of this patient, or excludes for it unless its other conditions certainly fail. */
function speaksAgainst({ kind, requirement }: Criterion, patient: TrialPatient): boolean {
  if (kind === 'inclusion')
    return (
      namesFindingOf(requirement, patient, 'denied') &&
      !namesFindingOf(requirement, patient, 'asked') &&
      evaluateRequirement(requirement, patient).verdict !== 'yes'
    );
  return namesFindingOf(requirement, patient, 'asked') && evaluateRequirement(requirement, patient).verdict !== 'no';
}

export function textOf({ span, text }: Criterion, eligibility: string): string {
  return span === null ? (text ?? '') : shownText(eligibility.slice(span[0], span[1]).replace(/^\s*(?:[*•·◦-]|\(?\d{1,2}\\?[.)])\s+/, ''));
}
