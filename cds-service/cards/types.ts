/**
 * A card as the clinical rooms mean it, before the CDS Hooks wire form: no uuids, no vendor shape, no absolute panel URL.
 * `hooks` turns it into JSON for the EHR that asked (CDS Hooks checklist, section F).
 */
import type { Coding } from '../report/types.ts';

/** The hooks that are answered. */
export type HookName = 'patient-view' | 'order-select' | 'order-sign';
/** Which of the two subjects a service speaks about. */
export type ServiceFamily = 'pgx' | 'oncology';

/** What the call is about: hook, subject, orders, and what of the chart could not be read. */
export interface CardContext {
  readonly hook: HookName;
  readonly family: ServiceFamily;
  /** References of the orders that this call is about (order-select: the selections; order-sign: all drafts). */
  readonly orders: readonly string[];
  /** The orders as they came, by reference, so that a suggestion can change or replace them. */
  readonly draftOrders: Readonly<Record<string, unknown>>;
  /** Parts of the chart that could not be read for this call ("laboratory results: not permitted"). */
  readonly notChecked: readonly string[];
  /** What is looked for beside the chart that every call needs, and was not read: it takes no button away and leaves no check incomplete. */
  readonly alsoUnread?: readonly AlsoUnread[];
  /** The EHR asks the pharmacogenomic service about the same orders: its cards are not repeated among the oncology cards. */
  readonly pgxElsewhere?: boolean;
}

/** Results where most charts hold none: not to have looked there is no fault of the check, but nothing is then said to be missing from the whole chart. */
export interface AlsoUnread {
  /** "genetic results filed under another category or none (no answer in time)". */
  readonly text: string;
  /** Nobody asked, or the server knows no such search: told only where a card says that a result is missing. */
  readonly unasked?: true;
}

/** One thing worth saying, with its reasons and what can be done about it. */
export interface CardDraft {
  /** Fewer than 140 characters; safe and true when shown alone. */
  readonly summary: string;
  /** The summary as it is where the whole chart was looked through: an override of the one silences the other. */
  readonly summaryOfWhole?: string;
  readonly indicator: 'info' | 'warning' | 'critical';
  /** The order was not checked, or something is to be tested or clarified before it; `dangerous`: of a gene that makes a first dose dangerous. */
  readonly unsettled?: { readonly dangerous: boolean };
  /**
   * What other cards, and what an override silences, go by: the order names two drugs; a further drug of a regimen passes over a choice that is told once;
   * the service speaks of itself.
   */
  readonly kind?: 'disputed-order' | 'passes-over' | 'of-service';
  /** The detail names what of the chart could not be read. */
  readonly tellsNotChecked?: true;
  /** GitHub-flavoured Markdown, at most 120 words, no HTML. */
  readonly detail: string;
  readonly source: { readonly label: string; readonly url: string };
  /** Stable per kind of guidance, letters and digits only; an override of it silences repeats. */
  readonly topic: Coding;
  /** Every rule a sentence of this card rests on. */
  readonly ruleIds: readonly string[];
  /** FHIR references of the results it rests on. */
  readonly evidence: readonly string[];
  /** Order this card is about; absent on patient-view. */
  readonly order?: string;
  readonly suggestions: readonly SuggestionDraft[];
  readonly overrideReasons: readonly Coding[];
  /** Links to guidelines (absolute); the panel link is added by `hooks` with `panelTarget` as appContext. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Row of the panel that explains the card: ids only, never patient data. */
  readonly panelTarget: { readonly view: 'now' | 'drugs' | 'genes' | 'tumour' | 'trials'; readonly id?: string };
}

/** One change of orders that the clinician can take with one click; all its actions belong together. */
export interface SuggestionDraft {
  /** Starts with a verb, names drug and dose. */
  readonly label: string;
  readonly recommended: boolean;
  readonly actions: readonly ActionDraft[];
  /** Of a suggestion that puts one drug in the place of another: their names. */
  readonly replacement?: { readonly of: string; readonly by: string };
  /** Of a suggestion that orders a test: the gene, or the allele, that is tested. */
  readonly test?: string;
}

/** One step of a suggestion on one order: made, changed or removed. */
export type ActionDraft =
  | { readonly type: 'create' | 'update'; readonly description: string; readonly resource: Readonly<Record<string, unknown>> }
  | { readonly type: 'delete'; readonly description: string; readonly resourceId: string };
