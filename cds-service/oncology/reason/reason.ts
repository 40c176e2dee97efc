/**
 * Why an order is told what it is told, as code decides on it: each member is one thing that can be said, with what it is said of. The sentences that the
 * report carries stand in `words.ts`; nobody reads them again.
 */
export type Reason = FoundReason | GeneReason | ResultReason | UnsureReason | ChartReason | EvidenceReason | Said;

/** A sentence on which nothing is decided. */
interface Said {
  readonly kind: 'said';
  readonly text: string;
}

/** Why a finding is what is asked for. */
export type FoundReason =
  /** `text`: "p.Gly12Asp is KRAS G12D". `implied`: by the diagnosis alone. */
  | { readonly kind: 'found'; readonly text: string; readonly fusion: boolean; readonly implied: boolean }
  /** A gene that was tested, without any variant. */
  | { readonly kind: 'gene-clear'; readonly gene: string };

/** What the results of one gene say that a label asks about; of several genes of which the same is true it is said once. */
export type GeneReason =
  /** Results without a finding, and how far they go. `where`: what was examined instead of tumour tissue. */
  | { readonly kind: 'negative' | 'not-in-germline' | 'specimen-unknown' | 'examined'; readonly genes: readonly string[] }
  | { readonly kind: 'not-in-blood'; readonly genes: readonly string[]; readonly where: string }
  | { readonly kind: 'indeterminate' | 'test-failed' | 'change-unsaid' | 'change-unread'; readonly gene: string }
  /** `looked`: what was looked for, and not found. */
  | { readonly kind: 'part-tested'; readonly gene: string; readonly looked: string }
  | { readonly kind: 'other-kind'; readonly gene: string; readonly found: string; readonly asked: string }
  /** A variant that does not count, with the reason: "called likely benign by the laboratory". */
  | { readonly kind: 'no-basis'; readonly gene: string; readonly change: string; readonly why: string }
  | { readonly kind: 'exon-border' | 'five-prime-partner'; readonly gene: string; readonly change: string }
  /** An assay that does not tell two changes apart; a replacement of several residues that may hold the change asked for. */
  | { readonly kind: 'either-change'; readonly change: string }
  | { readonly kind: 'several-residues'; readonly change: string; readonly holds: string }
  /** `said`: what the result says, where it can be told. */
  | { readonly kind: 'research-only'; readonly gene: string; readonly said: string }
  | { readonly kind: 'stain'; readonly protein: string; readonly stain: string }
  /** `drugs`: which it would speak against. */
  | { readonly kind: 'presence-unsaid'; readonly change: string; readonly drugs?: readonly string[] }
  | Said;

/** What is on file of what a label asks for, and what is not. */
type ResultReason =
  | { readonly kind: 'none-on-file'; readonly tests: readonly string[] }
  /** `result`: "HER2 on file (2+)". */
  | { readonly kind: 'does-not-settle'; readonly result: string }
  | { readonly kind: 'not-asked'; readonly result: string }
  /** Two tests of one thing: "MSI high and MMR proficient"; `rule`: how a guideline settles it. */
  | { readonly kind: 'tests-disagree'; readonly results: string; readonly rule?: string }
  | { readonly kind: 'copies-only'; readonly gene: string; readonly test: string }
  /** A result of the gene where its protein or its copies are asked for. `found`: its changes; absent: it was found clear. */
  | { readonly kind: 'gene-only'; readonly gene: string; readonly found?: string; readonly test: string }
  /** A marker against what is asked of it; `marker-ambiguous`: a score that does not tell the two apart. */
  | { readonly kind: 'marker-shown' | 'marker-open'; readonly asked: string }
  | { readonly kind: 'marker-absent'; readonly asked: string }
  | { readonly kind: 'marker-ambiguous'; readonly text: string }
  | { readonly kind: 'gene-unknown' | 'germline-not-shown' }
  | { readonly kind: 'unread-report'; readonly name: string; readonly day?: string }
  | { readonly kind: 'laboratory-calls'; readonly finding: string; readonly drug: string };

/** What could not be read, and would speak against the drugs if it were so. */
type SupposedReason =
  | { readonly kind: 'in-words-only'; readonly change: string; readonly drugs: readonly string[] }
  | { readonly kind: 'mutation-unsaid'; readonly gene: string; readonly drugs: readonly string[] }
  | { readonly kind: 'other-transcript'; readonly gene: string; readonly change: string; readonly drugs: readonly string[] }
  | { readonly kind: 'result-unread'; readonly gene: string; readonly said: string; readonly drugs: readonly string[] };
/** What leaves open whether these drugs act: a result that could not be read, or a change of which it is not known. */
export type UnsureReason = UnreadReason | UnknownReason;
export type UnreadReason = SupposedReason | (Extract<GeneReason, { kind: 'presence-unsaid' }> & { readonly drugs: readonly string[] });
/** A change of a gene whose changes arise `under` such drugs; one that resists them in another tumour. */
type UnknownReason =
  | { readonly kind: 'arising'; readonly changes: string; readonly under: string; readonly drugs: readonly string[] }
  | { readonly kind: 'resists-elsewhere'; readonly changes: string; readonly drugs: readonly string[] };

export function isUnsure(reason: Reason): reason is UnsureReason {
  return 'drugs' in reason && reason.drugs !== undefined;
}
export function isUnread(reason: UnsureReason): reason is UnreadReason {
  return reason.kind !== 'arising' && reason.kind !== 'resists-elsewhere';
}

/** What the diagnosis, the problem list and the patient's age say. */
type ChartReason =
  /** A finding that they alone state: "HER2-positive by the diagnosis of 2026-05-01". */
  | { readonly kind: 'stated'; readonly finding: string; readonly by: StatedBy; readonly against?: string }
  | { readonly kind: 'two-organs'; readonly organs: string }
  /** `days`: of the results that did not find the fusion which the diagnosis is. */
  | { readonly kind: 'diagnosis-denied'; readonly fusion: string; readonly days: readonly string[] }
  | { readonly kind: 'other-disease'; readonly drug: string; readonly disease: OtherDisease }
  /** `ages`: "patients from 12 years". */
  | { readonly kind: 'outside-age'; readonly ages: string; readonly age: number | null };
export type StatedBy = 'diagnosis' | 'problem list';
/** What a label is for where the diagnosis says otherwise. */
export type OtherDisease = 'castration-resistant' | 'castration-sensitive' | 'newly-diagnosed' | 'grade-2';

/** What studies and labels say of the finding and the drug. */
type EvidenceReason =
  | { readonly kind: 'against'; readonly level: string; readonly effect: 'resistance' | 'reduced sensitivity'; readonly claim: string }
  | { readonly kind: 'studies-differ' | 'tumour-left-out' | 'germline-asked' }
  /** A further finding of the tumour by which the drug may fail; `doubt`: one preclinical study of it. */
  | { readonly kind: 'resisted'; readonly finding: string; readonly text: string }
  | { readonly kind: 'doubt'; readonly finding: string; readonly text: string }
  /** The label's histology is taken for granted where the record gives none. */
  | { readonly kind: 'histology-taken'; readonly histology: string }
  /** `said`: "found 2026-05-03, not found 2026-10-02". */
  | { readonly kind: 'both-ways'; readonly finding: string; readonly said: string };

export function said(text: string): Said {
  return { kind: 'said', text };
}
