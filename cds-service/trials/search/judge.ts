/**
 * Verdict of a criterion: `met` means that this criterion does not stand in the way. For an inclusion the patient has what is asked; for an
 * exclusion the patient certainly does not have the excluding feature. `not-met` means that it certainly stands in the way: for an exclusion,
 * that the patient has the excluding feature. Everything else is `unknown`, and so is every text that was not understood.
 *
 * Verdict of a trial: `ineligible` only if a hard criterion is certainly not met, `eligible` only if all hard criteria are certainly met,
 * else `possible`. A record without any hard criterion says nothing: that is not eligible.
 */
import type { Criterion } from '../../knowledge/trials/types.ts';
import type { TrialMatch } from '../../report/types.ts';
import { NO, UNKNOWN, YES, type Interview } from './interview.ts';
import type { Has } from '../trial-index/question-program.ts';
import { EXCLUSION, HARD, requirementOf, SOME } from '../trial-index/trial-columns.ts';
import type { TrialIndex } from '../trial-index/index.ts';

export type Met = TrialMatch['criteria'][number]['verdict'];

export function verdictOf(kind: Criterion['kind'], has: Has): Met {
  if (has === 'unknown') return 'unknown';
  return (has === 'yes') === (kind === 'inclusion') ? 'met' : 'not-met';
}

/**
 * What a trial says of this patient's findings, best first. `MET`: it asks for one of them and that is settled. `ASKED`: an inclusion asks for one, other
 * conditions of it are open; or it speaks of one and the title, a condition or an intervention names it too. `MENTIONED`: an inclusion speaks of one, of
 * a cohort perhaps. `COMMON`: it asks for PD-L1 alone, as hundreds do. `UNNAMED`: it names none, or only says what carriers of one must have been treated
 * with before, as trials for every tumour do. `UNWANTED`: a criterion speaks against one of them, though not yet for certain.
 */
export const [MET, ASKED, MENTIONED, COMMON, UNNAMED, UNWANTED] = [0, 1, 2, 3, 4, 5] as const;
export type Fit = typeof MET | typeof ASKED | typeof MENTIONED | typeof COMMON | typeof UNNAMED | typeof UNWANTED;

/** A trial as ranking sees it. */
export interface Judged {
  readonly verdict: TrialMatch['verdict'];
  readonly fit: Fit;
  /** Hard criteria that are not settled. */
  readonly unknowns: number;
  /** It needs a finding of which the record says nothing: a patient may have it, few do. */
  readonly needsFinding: boolean;
}

const INELIGIBLE: Judged = { verdict: 'ineligible', fit: UNNAMED, unknowns: 0, needsFinding: false };

/** @param whole false: an ineligible trial is left at once, without counting what else is open */
export function judgeAt(at: number, { asking: { starts, codes, openHard }, rows }: TrialIndex, patient: Interview, whole: boolean): Judged {
  let unknowns = openHard[at] ?? 0;
  let hard = unknowns;
  let fit: Fit = UNNAMED;
  let [out, needsFinding] = [false, false];
  let elsewhere = false;
  const end = starts[at + 1] ?? 0;
  for (let n = starts[at] ?? 0; n < end; n += 1) {
    const code = codes[n] ?? 0;
    const requirement = requirementOf(code);
    const inclusion = (code & EXCLUSION) === 0;
    if ((code & HARD) !== 0) {
      hard += 1;
      const has = patient.has(requirement);
      // Another cohort's criterion is no open question, and settles nothing either.
      if (has === UNKNOWN && (code & SOME) !== 0 && patient.cannotHold(requirement)) elsewhere = true;
      else if (has === UNKNOWN) {
        unknowns += 1;
        needsFinding ||= inclusion && (code & SOME) === 0 && lacks(requirement);
      } else if (has === (inclusion ? NO : YES)) {
        if (!whole) return INELIGIBLE;
        out = true;
      }
    }
    if (fit === UNWANTED) continue;
    // Another arm may deny the finding that opens this one: what is certainly fulfilled, or asks for a finding itself ("EGFR G719X, no other EGFR mutation"),
    // speaks against nothing.
    const against = inclusion ? patient.denies(requirement) && patient.has(requirement) !== YES && !patient.selects(requirement) : patient.selects(requirement) && patient.has(requirement) !== NO; // prettier-ignore
    if (against) fit = UNWANTED;
    else if (inclusion && fit !== MET && patient.selects(requirement)) fit = Math.min(fit, fitOf(requirement, at)) as Fit;
  }
  return { verdict: out ? 'ineligible' : hard > 0 && unknowns === 0 && !elsewhere ? 'eligible' : 'possible', fit, unknowns, needsFinding };

  function lacks(requirement: number): boolean {
    if (!patient.asksForFinding(requirement) || patient.selectsStrongly(requirement)) return false;
    // "Patients with an EGFR mutation must have had an EGFR inhibitor" asks nobody for the mutation.
    return !patient.mentions(requirement) || !patient.speaksOfTreatment(requirement);
  }

  function fitOf(requirement: number, trial: number): Fit {
    if (!patient.selectsStrongly(requirement)) return COMMON;
    if (patient.has(requirement) === YES) return MET;
    if (!patient.mentions(requirement)) return ASKED;
    const row = rows[trial];
    if (row !== undefined && patient.namedBy(row)) return ASKED;
    return patient.speaksOfTreatment(requirement) ? UNNAMED : MENTIONED;
  }
}
