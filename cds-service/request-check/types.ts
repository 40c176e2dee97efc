/** What deviates from CDS Hooks in a captured call, and what Genehook does about it. No values of the call are ever repeated. */

/** `breaks`: a SHALL of the standard. `advice`: a SHOULD, or a form that others will trip over. `note`: allowed, worth knowing. */
export type Weight = 'breaks' | 'advice' | 'note';

/**
 * `used`: read as if it were right. `fetched`: read from the FHIR server in its place, as far as that is trusted. `ignored`: left out, and the answer does not depend on it. `said`: left out, and the answer says
 * that it was not checked. `refused`: the call gets an error.
 */
export type Handling = 'used' | 'fetched' | 'ignored' | 'said' | 'refused';

export interface RuleText {
  /** Where the standard says it: `CDS Hooks 2.0, HTTP Request`. */
  readonly section: string;
  /** What it says, in our words. */
  readonly standard: string;
  readonly weight: Weight;
  /** EHRs that are known to send it. */
  readonly seenIn?: string;
}

/** One complaint about an answer. */
export interface Complaint extends RuleText {
  readonly rule: string;
  /** JSON path of the first place: `$.context.userId`. */
  readonly where: string;
  /** How many places; the others differ in array positions only. */
  readonly count: number;
  /** What stands there, by kind: `missing`, `a number`. Never the value. */
  readonly found: string;
}

/** One deviation of a request. */
export interface Finding extends Complaint {
  readonly handling: Handling;
  /** What Genehook did, as a sentence. */
  readonly what: string;
}

/** A service as discovery describes it. */
export interface CheckedService {
  readonly id: string;
  readonly hook: string;
  readonly prefetch: Readonly<Record<string, string>>;
}

export interface HookCall {
  /** The parsed body. */
  readonly body: unknown;
  readonly http?: HttpCall;
}

export interface HttpCall {
  readonly method?: string;
  readonly url?: string;
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a prefetch key brought, as the service reads it: found, nothing on file, not sent, failed, or a part of it. */
export type PartRead = 'data' | 'none' | 'absent' | 'failed' | 'incomplete';

/**
 * The service's own reading of a call, so that what is told of it is what was done with it. It is handed in because the rules know of
 * no room but their own.
 */
export interface ServiceReading {
  /**
   * False when the call is about no medication order of its patient: signed, selected, or meant by a selection. It is then answered
   * without looking at the chart. patient-view has no orders and always looks.
   */
  readonly concernsAnOrder: boolean;
  /** By prefetch key of the service. */
  readonly parts: ReadonlyMap<string, PartRead>;
  /** False when the token of the call is used for nothing: it is limited to another patient. */
  readonly usesToken: boolean;
  /** Keys that are not read from the FHIR server for this call, even where that could be. */
  readonly neverAsked: ReadonlySet<string>;
  /** Resource types that are read wherever they come along, asked for or not. */
  readonly beside: ReadonlySet<unknown>;
  /** The Patient that was sent is someone else: the call is refused. */
  readonly wrongPatient: boolean;
  /** Records of prefetch that name another patient and are left out. */
  readonly otherPatient: number;
  /** The same of orders. */
  readonly otherOrders: number;
  /** Selections that may mean a medication order and name no entry. */
  readonly unplaced: readonly string[];
  /** True when orders that such a selection may mean were checked in its place. */
  readonly placed: boolean;
}

export interface CheckSetting {
  readonly service: CheckedService;
  /** Keys without any of which nothing can be said (412), and those whose absence the answer tells. */
  readonly needs: readonly string[];
  readonly essential: readonly string[];
  /** Longest life of a client JWT that the service accepts, seconds. */
  readonly tokenAgeSeconds: number;
  /** What the service itself makes of the call. */
  readonly readAsService: (body: unknown, service: CheckedService) => ServiceReading;
  /** Addresses that the token may be made for, when they are known. */
  readonly audiences?: readonly string[];
}
