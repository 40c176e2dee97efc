/**
 * Order of trials: those that ask for a finding of this patient first, settled before open, then those that speak of one, PD-L1 alone behind them, then
 * those that name none, those for another setting (`other-setting.ts`), those for other diseases, last those that speak against a finding. Within that those that treat, those that do not say so, those
 * for anything else; those for this tumour type before those for every tumour (where no finding selects), before those that may be for it; those that
 * need no finding of which the record says nothing before those that do; every hard criterion met before the others, then fewest open hard criteria,
 * later phase, nearer site, registry id. Every trial that could fit is judged; none is left out before its verdict is known.
 */
import type { TrialRecord } from '../knowledge/trials/types.ts';
import type { TrialSearch } from '../report/types.ts';
import { interview, NO, wordOf, YES, type Interview } from './interview.ts';
import { trialFilter, type MatchOptions } from './filter.ts';
import { otherSetting } from './other-setting.ts';
import { isClosedSite, type PatientPlace } from './places/nearest.ts';
import { COMMON, judgeAt, MENTIONED, UNNAMED, UNWANTED, type Judged } from './judge.ts';
import type { TrialPatient } from './patient.ts';
import { chosenView } from './tumour-views.ts';
import type { TrialRow } from './trial-columns.ts';
import type { TrialIndex } from './trial-index.ts';

export interface Ranking {
  /** Trials with the verdicts asked for, best first. */
  readonly order: Uint32Array;
  readonly found: TrialSearch['found'];
}

/** No site of the trial can be compared with the patient's place. */
export const NOWHERE_KM = 20_100;

/** @param views the patient once for each of several primaries (`tumour-views.ts`) */
export function rankTrials(
  index: TrialIndex,
  patient: TrialPatient,
  place: PatientPlace,
  options: MatchOptions,
  views: readonly TrialPatient[] = [],
): Ranking {
  const { verdicts = ['eligible', 'possible'], molecularOnly = false } = options;
  const asWhole = interview(index, patient);
  const ofTumours = views.map((view) => interview(index, view));
  const nearness = nearnessOf(index, place);
  const wanted = trialFilter(index, options, place);
  const elsewhere = otherSetting(index, patient);
  const whole = verdicts.includes('ineligible');
  const found = { eligible: 0, possible: 0, ineligible: 0 };
  const keys: number[] = [];
  const take = (at: number, judged: Judged, tumour: Tumour): void => {
    if (molecularOnly && judged.fit > COMMON) return;
    found[judged.verdict] += 1;
    if (verdicts.includes(judged.verdict)) keys.push(rankKey(at, judged, tumour, elsewhere(at), index, nearness));
  };
  const typeOf = (gate: number, answers: Interview): Tumour => {
    if (answers.has(gate) === YES) return answers.namesType(gate) ? OWN : ANY;
    return answers.couldHold(gate) ? OPEN : OTHERS;
  };
  const forCancer = (type: Tumour, at: number): Tumour => (type === OPEN && !isForCancer(index, at) ? OTHERS : type);
  const spokenType = (at: number): Tumour => (index.spokenOf.get(at)?.some(asWhole.speaksOfType) === false ? OTHERS : OPEN);
  for (const [gate, trials] of index.byGate) {
    const view = gate === -1 || ofTumours.length === 0 ? -1 : chosenView(ofTumours.map((one) => wordOf(one.has(gate))));
    const answers = ofTumours[view] ?? asWhole;
    const shut = gate !== -1 && answers.has(gate) === NO;
    const named = gate === -1 ? null : typeOf(gate, answers);
    for (const at of trials) {
      if (!wanted(at)) continue;
      if (shut && !whole) {
        // Another tumour: that is certain without reading on.
        if (!molecularOnly || judgeAt(at, index, answers, true).fit <= COMMON) found.ineligible += 1;
      } else take(at, judgeAt(at, index, answers, whole || molecularOnly), forCancer(named ?? spokenType(at), at));
    }
  }
  // A list of a hundred thousand is not made of boxed numbers.
  const sorted = Float64Array.from(keys).sort();
  const order = new Uint32Array(sorted.length);
  for (let n = 0; n < order.length; n += 1) order[n] = (sorted[n] ?? 0) % PLACES;
  return { order, found };
}

/** Room for the place in the index in the lowest digits of a key; the index is in the order of registry ids. */
const PLACES = 2 ** 21;

/** How the tumour types that a trial names stand to the patient's: one of them, every tumour ("solid tumours"), not known, others only. */
const [OWN, ANY, OPEN, OTHERS] = [0, 1, 2, 3] as const;
type Tumour = typeof OWN | typeof ANY | typeof OPEN | typeof OTHERS;

/** A trial that names no tumour type may still be one for cancers; "heart failure" and "oral precancerous disease" are not. */
export function speaksOfCancer({ title, conditions }: Pick<TrialRecord, 'title' | 'conditions'>): boolean {
  return conditions.length === 0 || CANCER.test(`${title} ${conditions.join(' ')}`);
}
function isForCancer(index: TrialIndex, at: number): boolean {
  const known = CANCER_TRIALS.get(index) ?? new Uint8Array(index.size);
  CANCER_TRIALS.set(index, known);
  const row = index.rows[at];
  if (known[at] === 0) known[at] = row === undefined || speaksOfCancer(row) ? 2 : 1;
  return known[at] === 2;
}
const CANCER_TRIALS = new WeakMap<TrialIndex, Uint8Array>();
const CANCER =
  /(?<!\bpre[- ]?)(?:cancer|carcinom|malignan|neoplas)|tumou?r|oncolog|sarcom|lymphom|leuka?em|myelom|melanom|gliom|blastom|metasta|mesotheliom|thymom|seminom|carcinoid|myelodysplas|myelofibro|polycyth|macroglobulin|histiocyt|mastocyt|chemotherap|radiotherap/i;

/** One whole number whose order is the order of the trials, its digits of these sizes; all of them fit into the 53 bits of a number. */
const [FITS, OPENS, PHASE_STEPS, KILOMETRES] = [8, 128, 5, 20_128] as const;
/** Between `UNNAMED` and `UNWANTED`: for another setting; as far as was read, for other diseases only. Both whatever finding it speaks of. */
const [OTHER_SETTING, ELSEWHERE] = [UNNAMED + 1, UNNAMED + 2] as const;
function rankKey(
  at: number,
  { verdict, fit, unknowns, needsFinding }: Judged,
  tumour: Tumour,
  elsewhere: boolean,
  index: TrialIndex,
  nearness: (at: number) => number,
): number {
  const row = index.rows[at];
  // Where a finding selects, a trial for every tumour with it is as good as one for this type; one for other diseases only is not meant by it.
  const type = tumour === OTHERS || (tumour === ANY && fit <= MENTIONED) ? OWN : tumour;
  const meant = fit === UNWANTED ? ELSEWHERE + 1 : tumour === OTHERS ? ELSEWHERE : elsewhere ? OTHER_SETTING : fit;
  const aimed = ((verdict === 'ineligible' ? FITS : 0) + meant) * 3 + (row === undefined ? 1 : aimOf(row));
  const group = (aimed * 3 + type) * 2 + (needsFinding ? 1 : 0);
  const open = verdict === 'eligible' ? 0 : Math.min(unknowns, OPENS - 2) + 1;
  const phase = 4 - latestPhase(row?.phase ?? '');
  const km = Math.min(Math.round(nearness(at)), KILOMETRES - 1);
  return (((group * OPENS + open) * PHASE_STEPS + phase) * KILOMETRES + km) * PLACES + at;
}
/** 0: it treats; 1: the record does not say; 2: it watches, or supports, screens, diagnoses. A phase without a purpose is that of a treatment. */
function aimOf({ observes, purpose, phase, title, interventions }: TrialRow): 0 | 1 | 2 {
  if (purpose === undefined && showsOnly(title, interventions)) return 2;
  if (observes === true || (purpose !== undefined && purpose !== 'treatment')) return 2;
  return purpose === 'treatment' || phase !== '' ? 0 : 1;
}
/** A study of pictures: its title speaks of them, and all that it gives is a tracer, a contrast medium or a picture. */
export function showsOnly(title: string, interventions: readonly string[]): boolean {
  return (
    PICTURE.test(title) &&
    !TREATS.test(title) &&
    interventions.length > 0 &&
    interventions.every((one) => SHOWN.test(one) && !TREATS.test(one))
  );
}
const PICTURE =
  /\bimaging\b|\bPET\b|\bMRI\b|\bSPECT\b|\bscintigra|radiotracer|\bdiagnostic (?:potential|performance|accuracy)|positron|ultrasonogra|elastogra|\bmammogra|tomosynthesis|\bvisuali[sz]/i;
const SHOWN =
  /\bimaging\b|\bPET\b|\bMRI?\b|\bCT\b|\bSPECT\b|\bscan|tomogra|positron|magnetic resonance|contrast|gadolin|indocyanine|tracer|\[?(?:11C|13C|13N|15O|18F|64Cu|68Ga|89Zr|99m?Tc|111In|123I|124I)\b|(?:18F|68Ga|89Zr|64Cu|99mTc)|\bF-?18\b|\bGa-?68\b|fluoro\w*(?:glucose|estradiol|thymidine|choline|ciclovine|clovine)|\bFDG\b|PSMA-?11|DCFPyL|FAPI|FES\b|biops|blood (?:draw|sample|collection)|questionnaire|ultrasound(?! ablation)/i;
const TREATS =
  /\b(?:radiation therapy|radiotherapy|therap(?:y|ies)|treat\w*|ablat\w*|surg\w*|irradiat\w*|177Lu|225Ac|131I|lutetium|focused ultrasound|HIFU|chemotherapy|proton)\b/i;
function latestPhase(phase: string): number {
  if (/^early/i.test(phase)) return 0;
  for (let digit = 4; digit > 0; digit -= 1) if (phase.includes(String(digit))) return digit;
  return 0;
}

/** Kilometres to the nearest site that is not closed; each place is measured once. */
function nearnessOf({ places, sites, siteStarts }: TrialIndex, place: PatientPlace): (at: number) => number {
  if (!place.known) return () => NOWHERE_KM;
  const measured = new Float64Array(places.length).fill(-1);
  return (at) => {
    let best = NOWHERE_KM;
    for (let n = siteStarts[at] ?? 0; n < (siteStarts[at + 1] ?? 0); n += 1) {
      const one = sites[n] ?? 0;
      if ((measured[one] ?? 0) < 0) {
        const site = places[one];
        measured[one] = site === undefined || isClosedSite(site.status) ? NOWHERE_KM : (place.nearness(site)?.km ?? NOWHERE_KM);
      }
      best = Math.min(best, measured[one] ?? NOWHERE_KM);
    }
    return best;
  };
}
