/** What the service keeps: decisions without patient content, feedback, one-time token ids. See `open.ts` for where. */

export interface DecisionCard {
  readonly uuid: string;
  readonly topic: string;
  readonly ruleIds: readonly string[];
  readonly indicator: string;
  /** What an override of this card silences: keyed hash over patient, topic, rules, evidence and wording. */
  readonly guidance: string;
  readonly suggestions: readonly string[];
  /** True when it was not sent because the same guidance was overridden with a reason. */
  readonly suppressed: boolean;
}

export interface DecisionRecord {
  readonly id: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly service: string;
  readonly hook: string;
  readonly ehr: string;
  readonly profile: string;
  /** Keyed hash of the patient id; absent content cannot be guessed back without the secret. */
  readonly patient: string;
  /** Keyed hash of the user who placed or opened what the call was about, as the EHR named them. */
  readonly user?: string;
  readonly asOf: string;
  /** SHA-256 over the FHIR input as it came. */
  readonly inputHash: string;
  /** The report's hash over the facts read. */
  readonly factsHash: string;
  readonly knowledge: readonly { readonly id: string; readonly version: string }[];
  readonly models: readonly { readonly id: string; readonly version: string }[];
  /** Keyed hashes of the references of the orders that the call was about. */
  readonly orders: readonly string[];
  /** Parts of the chart that were not read; `mustSay` where a card of its own had to say so; `beside`: looked for beside what every call needs. */
  readonly notChecked: readonly { readonly text: string; readonly mustSay: boolean; readonly beside?: 'unread' | 'unasked' }[];
  /** Address of the service as it stood in the cards' links. */
  readonly publicUrl: string;
  /** Pharmacogenomic advice was left to the service that the EHR also calls. */
  readonly pgxElsewhere?: boolean;
  readonly cards: readonly DecisionCard[];
  /** SHA-256 over the canonical cards as sent, uuids aside. */
  readonly cardsHash: string;
}

export interface FeedbackRecord {
  readonly card: string;
  readonly service: string;
  readonly outcome: 'accepted' | 'overridden';
  readonly at: string;
  readonly acceptedSuggestions: readonly string[];
  readonly reasonSystem?: string;
  readonly reasonCode?: string;
  readonly reasonDisplay?: string;
  /** Free text of a clinician; never logged. */
  readonly comment?: string;
  readonly source: 'hook' | 'panel';
}

export interface RuleFigures {
  readonly rule: string;
  readonly topic: string;
  readonly shown: number;
  readonly accepted: number;
  readonly overridden: number;
  readonly silenced: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** One prediction: the training bin of each input; never a value of a patient. */
export interface PredictionBins {
  readonly model: string;
  readonly bins: Readonly<Record<string, string>>;
  readonly abstained: boolean;
}

/** What a model was asked, summed over days. */
export interface PredictionSum {
  readonly model: string;
  /** First and last day with a count, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly made: number;
  readonly abstained: number;
  readonly inputs: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Store {
  /** Kept in the background; never waited for, never throws. */
  recordDecision(decision: DecisionRecord): void;
  /** Resolves once the feedback is safe on disk; rejects when it is not. */
  recordFeedback(feedback: readonly FeedbackRecord[]): Promise<void>;
  /** True the first time a token id of an issuer is seen; expiry and issue in seconds since 1970. */
  firstUse(issuer: string, tokenId: string, expires: number, issued: number): Promise<boolean>;
  /** True while an override with a reason silences this guidance. */
  isSilenced(guidance: string): boolean;
  /** Guidance overridden with a reason, and when (milliseconds since 1970): for processes that cannot ask each time. */
  silenced(): readonly (readonly [string, number])[];
  figures(): Promise<readonly RuleFigures[]>;
  /** Kept in the background, by day; never waited for, never throws. */
  countPrediction(count: PredictionBins): void;
  /** Sums since this day (`YYYY-MM-DD`), over all processes and restarts. */
  predictionCounts(since?: string): Promise<readonly PredictionSum[]>;
  state(): 'opening' | 'open' | 'down';
  close(): Promise<void>;
}
