/**
 * One patient against the trial index, criterion by criterion.
 *
 * Verdict of a criterion: `met` means that this criterion does not stand in the way. For an inclusion the patient has what is asked; for an
 * exclusion the patient certainly does not have the excluding feature. `not-met` means that it certainly stands in the way: for an exclusion,
 * that the patient has the excluding feature. Everything else is `unknown`, and so is every text that was not understood.
 *
 * Verdict of a trial: `ineligible` only if a hard criterion is certainly not met, `eligible` only if all hard criteria are certainly met,
 * else `possible`.
 */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import type { CompiledTrial, Criterion, Requirement } from '../knowledge/trials/types.ts';
import { termsOf } from '../oncology/index.ts';
import type { TrialMatch } from '../report/types.ts';
import { shownText } from './criteria/clean-text.ts';
import type { TrialIndex } from './trial-index.ts';
import { readTrialPatient, type TrialPatient } from './patient.ts';
import { statusWords, isOpen } from './status.ts';
import { evaluateRequirement } from './verdict/evaluate.ts';

/** Trials in the report; the panel pages on. */
export const REPORTED = 20;
/** Candidates that are read criterion by criterion; the cheap order before it puts molecularly selected ones first. */
const LOOKED_AT = 300;

export interface MatchOptions {
  readonly limit?: number;
  readonly offset?: number;
  /** Also trials that are closed or whose status is not known. */
  readonly anyStatus?: boolean;
  readonly verdicts?: readonly TrialMatch['verdict'][];
}

export interface RankedMatch extends TrialMatch {
  readonly molecular: boolean;
}

export function matchTrials(
  facts: PatientFacts,
  knowledge: Pick<OncologyKnowledge, 'genes' | 'tumours'>,
  index: TrialIndex,
  options: MatchOptions = {},
): RankedMatch[] {
  const patient = readTrialPatient(facts, knowledge);
  if (patient === null) return [];
  const { limit = REPORTED, offset = 0, anyStatus = false, verdicts = ['eligible', 'possible'] } = options;
  const candidates = index.candidates(patient, LOOKED_AT + offset, (status) => anyStatus || isOpen(status));
  return candidates
    .map(({ trial }) => judge(trial, patient))
    .filter(({ verdict }) => verdicts.includes(verdict))
    .sort(
      (a, b) =>
        rank(a) - rank(b) || a.unknowns - b.unknowns || phase(b) - phase(a) || a.trial.record.nctId.localeCompare(b.trial.record.nctId),
    )
    .slice(offset, offset + limit)
    .map(asMatch);
}

/** Why or why not one trial, whatever its status. Null when the patient has no active tumour. */
export function explainTrial(
  facts: PatientFacts,
  knowledge: Pick<OncologyKnowledge, 'genes' | 'tumours'>,
  trial: CompiledTrial,
): RankedMatch | null {
  const patient = readTrialPatient(facts, knowledge);
  return patient === null ? null : asMatch(judge(trial, patient));
}

/** A trial with its verdicts; texts are made for those that are shown only. */
interface Judged {
  readonly trial: CompiledTrial;
  readonly verdict: TrialMatch['verdict'];
  readonly criteria: readonly Met[];
  readonly patient: TrialPatient;
  readonly molecular: boolean;
  /** Hard criteria that are not settled. */
  readonly unknowns: number;
}
type Met = TrialMatch['criteria'][number]['verdict'];

function rank({ verdict, molecular }: Judged): number {
  return (verdict === 'ineligible' ? 4 : 0) + (molecular ? 0 : 2) + (verdict === 'eligible' ? 0 : 1);
}
function phase({ trial }: Judged): number {
  const found = /(\d)(?!.*\d)/.exec(trial.record.phase);
  return found ? Number(found[1]) : 0;
}

function judge(trial: CompiledTrial, patient: TrialPatient): Judged {
  let verdict: TrialMatch['verdict'] = 'eligible';
  let unknowns = 0;
  let molecular = false;
  const criteria = trial.criteria.map(({ kind, requirement, hard }) => {
    const met = neverCertain(requirement) ? 'unknown' : verdictOf(kind, evaluateRequirement(requirement, patient).verdict);
    if (hard && met === 'not-met') verdict = 'ineligible';
    if (hard && met === 'unknown') unknowns += 1;
    if (kind === 'inclusion' && !molecular) molecular = selectsFor(requirement, patient);
    return met;
  });
  // A record without any criterion says nothing: that is not eligible.
  const settled = trial.criteria.some(({ hard }) => hard) && unknowns === 0;
  if (!settled && verdict === 'eligible') verdict = 'possible';
  return { trial, verdict, criteria, molecular, unknowns, patient };
}

/** Texts, and what was only mentioned: no patient makes them certain, so nothing needs to be worked out before they are shown. */
function neverCertain(asked: Requirement): boolean {
  if (asked.kind === 'unread') return true;
  return (
    asked.kind === 'all' &&
    asked.of.some(({ kind }) => kind === 'unread') &&
    asked.of.every((one) => one.kind === 'unread' || (one.kind === 'any' && one.of.some(({ kind }) => kind === 'unread')))
  );
}

/** True when a gene or marker that the criterion names is found in this patient. Wild type and negative markers select nobody. */
function selectsFor(asked: Requirement, patient: TrialPatient): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some((one) => selectsFor(one, patient));
  if (asked.kind !== 'molecular') return false;
  const looked = termsOf(asked.tree).some((term) =>
    term.kind === 'marker' ? !['negative', 'stable', 'proficient'].includes(term.status) : term.kind !== 'wild-type',
  );
  return looked && evaluateRequirement(asked, patient).verdict === 'yes';
}

function asMatch({ trial, verdict, criteria, molecular, patient }: Judged): RankedMatch {
  const { record } = trial;
  const answers = trial.criteria.map(({ requirement }) => evaluateRequirement(requirement, patient));
  const missing = new Map<string, number>();
  trial.criteria.forEach(({ hard }, at) => {
    const name = criteria[at] === 'unknown' && hard ? answers[at]?.missing : undefined;
    if (name !== undefined) missing.set(name, (missing.get(name) ?? 0) + 1);
  });
  const next = [...missing].sort((a, b) => b[1] - a[1])[0];
  return {
    nctId: record.nctId,
    title: record.title,
    phase: record.phase,
    status: statusWords(record.status),
    verdict,
    criteria: trial.criteria.map((criterion, at) => ({
      text: textOf(criterion, record.eligibility),
      kind: criterion.kind,
      verdict: criteria[at] ?? 'unknown',
      because: answers[at]?.because ?? '',
    })),
    molecular,
    ...(next ? { nextBest: next[0] } : {}),
    ...(record.url === '' ? {} : { url: record.url }),
    ...(record.date === '' ? {} : { asRecorded: record.date }),
  };
}

function verdictOf(kind: Criterion['kind'], has: 'yes' | 'no' | 'unknown'): 'met' | 'not-met' | 'unknown' {
  if (has === 'unknown') return 'unknown';
  return (has === 'yes') === (kind === 'inclusion') ? 'met' : 'not-met';
}

export function textOf({ span, text }: Criterion, eligibility: string): string {
  return span === null ? (text ?? '') : shownText(eligibility.slice(span[0], span[1]).replace(/^\s*(?:[*•·◦-]|\(?\d{1,2}\\?[.)])\s+/, ''));
}
