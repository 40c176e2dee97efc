/** Trials against this patient, and what to find out next. */
/** A trial against this patient, criterion by criterion. `possible`: nothing excludes, something is unknown. */
export interface TrialMatch {
  nctId: string;
  title: string;
  phase: string;
  status: string;
  verdict: 'eligible' | 'possible' | 'ineligible';
  /** `met`: the criterion does not stand in the way; of an exclusion: the patient certainly does not have what excludes. */
  criteria: { text: string; kind: 'inclusion' | 'exclusion'; verdict: 'met' | 'not-met' | 'unknown'; because: string }[];
  /** An inclusion asks for a gene or marker in which this patient has a finding, and no criterion speaks against one. */
  molecular?: boolean;
  /** A criterion names a finding of this patient as unwanted; whether it excludes is a matter of the criterion's verdict. */
  unwantedFinding?: boolean;
  /** With several active primaries: the tumour that the trial was judged for; the others are other malignancies to it. */
  tumour?: string;
  /** The one datum that would settle most of what is unknown. */
  nextBest?: string;
  /** The same datum, with the number of open hard criteria of this trial that it would settle. */
  nextDatum?: { name: string; criteria: number };
  conditions?: string[];
  interventions?: string[];
  /** The site nearest to the patient among those that are not closed, as far as sites and the patient's place are known. */
  nearestSite?: NearestSite;
  url?: string;
  /** Day of the registry content. */
  asRecorded?: string;
}

/** `judgedBy` says how near it is and how that was told: by coordinates (then with `distanceKm`), or only by the names of the places. */
export interface NearestSite {
  name?: string;
  city?: string;
  state?: string;
  country?: string;
  /** Recruiting status of the site in words, where the registry gives one. */
  status?: string;
  /** Straight line, kilometres. */
  distanceKm?: number;
  judgedBy: 'coordinates' | 'same-city' | 'same-state' | 'same-country' | 'other-country';
}

/** The page of trials that `trials` holds, out of how many. */
export interface TrialSearch {
  /** Trials in the index. */
  known: number;
  /** Trials that concern this patient's tumour and pass the filters (verdict aside), by verdict. */
  found: { eligible: number; possible: number; ineligible: number };
  /** Trials to page through: those of `found` with the verdicts asked for. */
  total: number;
  offset: number;
  limit: number;
  /** What would settle most open hard criteria of the best trials together; absent when no single datum would settle any. */
  nextDatum?: NextDatum;
  /** How near and far was told, or why it could not be. */
  distance: string;
}

/** One datum that the chart does not hold and that would settle trial criteria. */
export interface NextDatum {
  /** "ECOG performance status". */
  name: string;
  /** Open hard criteria that wait for it, and in how many trials. */
  criteria: number;
  trials: number;
  /** Of how many best trials. */
  of: number;
  /** "ECOG performance status would settle 14 criteria in 9 of the 20 best trials." */
  text: string;
  /** The next most useful data, best first. */
  further: { name: string; criteria: number; trials: number }[];
}
