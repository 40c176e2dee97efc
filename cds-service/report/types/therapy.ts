/** Therapies that the evidence ties to the findings, and how ordered drugs fit them. */
import type { Citation, Coding, Evidence } from './citation.ts';

/** A therapy that the evidence ties to this tumour and its findings, for or against, with level and tier. */
export interface TherapyMatch {
  therapy: { name: string; rxnorm?: string }[];
  effect: 'sensitivity' | 'resistance' | 'adverse' | 'reduced-sensitivity';
  level: 'A' | 'B' | 'C' | 'D' | 'E';
  tier: 'I-A' | 'I-B' | 'II-C' | 'II-D';
  approved: boolean;
  tumourMatch: 'same' | 'ancestor' | 'any-solid' | 'other';
  variants: string[];
  sources: Citation[];
  /** How the therapies belong together. */
  interaction?: 'combination' | 'substitutes' | 'sequential';
  /** ESCAT-like tier with the reason, beside the AMP/ASCO/CAP tier. */
  escat?: string;
  because?: string[];
  /** Evidence that says the opposite for the same profile, disease and therapy. */
  conflicting?: Citation[];
  /** The results this row rests on: variants, markers and reports of genes found clear. */
  evidence?: Evidence[];
  /** Line or setting of the label, in words. */
  setting?: string;
  /** Whether the chart's earlier treatment bears that setting out: `open` = not shown in the chart, which is no proof against it. */
  settingStanding?: 'shown' | 'open' | 'against';
  /** Another finding of this tumour speaks against an approved choice: which, in words. Such a row is never offered. */
  resisted?: string;
}

/** A cancer drug of the past of which the chart says why it ended; `said` in words with the day. */
export interface EarlierDrug {
  drug: { name: string; rxnorm?: string };
  /** `circumstance`: the patient's choice, cost or supply; `other`: a reason that tells nothing of the tumour or of how the drug was taken. */
  ended: ('progression' | 'intolerance' | 'completed' | 'circumstance' | 'other')[];
  said: string;
  evidence: Evidence[];
}

/** One ordered drug against the tumour's findings. `biomarker-open`: what is on file is neither the finding nor its absence (uncertain variant, failed test, blood test alone). `not-covered`: the knowledge asks no biomarker of this drug here. `withdrawn`: the drug has no US approval any more. */
export interface OrderFit {
  order: string;
  drug: { name: string; rxnorm?: string };
  verdict:
    | 'fits'
    | 'contradicted'
    | 'withdrawn'
    | 'biomarker-negative'
    | 'biomarker-not-tested'
    | 'biomarker-open'
    | 'better-option'
    | 'not-covered';
  /** What the label or the evidence asks for, in words: "EGFR exon 19 deletion or EGFR L858R". */
  biomarker?: string;
  /** Genes or markers to test, when the finding is missing. */
  tests?: string[];
  /** The same as orders: one per test, with its LOINC code where one is known. */
  testOrders?: { text: string; code?: Coding }[];
  variants: string[];
  because: string[];
  alternatives: {
    therapy: { name: string; rxnorm?: string }[];
    /** The finding that its label asks for: "KRAS G12C". */
    approvedFor?: string;
    because: string;
    source: Citation;
    /** Results that the choice rests on. */
    evidence?: Evidence[];
    /** Line or setting of the label, and whether the chart's earlier treatment bears it out (as in `TherapyMatch`). */
    setting?: string;
    settingStanding?: 'shown' | 'open' | 'against';
    /** The label is for treated disease and the chart names no earlier treatment, or fewer than it counts: named, never a click. */
    noEarlierTreatment?: true;
  }[];
  sources: Citation[];
  ruleId: string;
  evidence: Evidence[];
  /** Directed drugs without which no label has the ordered one for this finding here, and which are neither ordered nor taken. */
  partners?: string[];
  /** The label asks for it in the setting that the chart shows; what the chart does not name (chemotherapy, earlier treatment) would change it: told quietly. */
  asCharted?: true;
  /** The drug is taken already: this order continues it, and what is not on file is told here and by no card. */
  continues?: true;
  /** A finding speaks against it, and the record has it as taken now: no draft, but an active order, or a statement, whose reference `order` is then. */
  taken?: true;
  /** With several active primary tumours: the one it was judged for, and the others for which the verdict would be another. */
  judgedFor?: { tumour: string; beside: string[] };
}
