/** A clinical trial in our own words, whatever registry it came from. Plain JSON: it is stored and shipped as it is. */
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';
import type { ProfileTree } from '../oncology/types.ts';

/** `unknown` is not open: the record does not say. */
export type TrialStatus =
  | 'recruiting'
  | 'not-yet-recruiting'
  | 'by-invitation'
  | 'active-not-recruiting'
  | 'suspended'
  | 'completed'
  | 'terminated'
  | 'withdrawn'
  | 'unknown';

export interface TrialSite {
  readonly name?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
  /** Recruiting status of the site itself; absent = not in the record. */
  readonly status?: TrialStatus;
  /** Degrees, WGS 84. */
  readonly latitude?: number;
  readonly longitude?: number;
}

export interface TrialRecord {
  /** Registry id: `NCT…` where there is one, else the protocol number. */
  readonly nctId: string;
  readonly title: string;
  /** `Phase 1/Phase 2`; empty when the registry gives none. */
  readonly phase: string;
  readonly status: TrialStatus;
  readonly conditions: readonly string[];
  /** Absent = all. */
  readonly sex?: 'male' | 'female';
  /** Years, may be a fraction (6 months = 0.5). Absent = no limit stated. */
  readonly minAge?: number;
  readonly maxAge?: number;
  readonly interventions: readonly string[];
  /** Whom the registry names for questions about the trial. */
  readonly contacts?: readonly { readonly name?: string; readonly phone?: string; readonly email?: string }[];
  readonly sponsor?: string;
  /** `Interventional`, `Observational`. */
  readonly studyType?: string;
  /** What it is for, in the registry's word: `treatment`, `supportive care`, `screening` … */
  readonly purpose?: string;
  readonly sites: readonly TrialSite[];
  readonly registry: string;
  /** Day of the registry content, `YYYY-MM-DD`; empty when the record gives none. */
  readonly date: string;
  readonly url: string;
  /** The eligibility text as the registry has it. */
  readonly eligibility: string;
  /** Criteria that came as data, beside or instead of the text (CTML, NCI CTS). */
  readonly structured?: readonly StructuredCriterion[];
  /** Findings and treatments that the registry's coders name, without saying how they belong together (NCI CTS). */
  readonly named?: readonly NamedByRegistry[];
}

/** They show what a trial is about and never decide: the text says the conditions, the codes do not. */
export interface NamedByRegistry {
  readonly of: 'biomarker' | 'prior-therapy';
  readonly kind: 'inclusion' | 'exclusion';
  readonly names: readonly string[];
}

export interface StructuredCriterion {
  readonly text: string;
  readonly kind: 'inclusion' | 'exclusion';
  readonly requirement: Requirement;
}

/** What one criterion asks of a patient, as a tree. An exclusion's tree describes the excluding feature. */
export type Requirement =
  /** `arm`: these requirements open this arm (step, dose level) of the trial; reasons name it. */
  | { readonly kind: 'all'; readonly of: readonly Requirement[]; readonly arm?: string }
  | { readonly kind: 'any'; readonly of: readonly Requirement[] }
  | { readonly kind: 'not'; readonly of: Requirement }
  /** Completed years; `above`/`below` are exclusive. */
  | { readonly kind: 'age'; readonly min?: number; readonly max?: number; readonly above?: number; readonly below?: number }
  | { readonly kind: 'sex'; readonly sex: 'male' | 'female' }
  /** A tumour type. `breadth` as in the therapy part: any solid tumour, any cancer, any blood cancer, or this type. `ever`: a history of it leaves it open. */
  | {
      readonly kind: 'tumour';
      readonly name: string;
      readonly oncotree: string | null;
      readonly doid: string | null;
      readonly breadth: 'solid' | 'liquid' | 'any' | null;
      readonly ever?: true;
    }
  | { readonly kind: 'extent'; readonly extent: 'metastatic' | 'advanced' | 'early' }
  /** Stage groups without or with letter: `III`, `IIIB`. */
  | { readonly kind: 'stage'; readonly groups: readonly string[] }
  /** One of these HLA alleles is carried: `HLA-A*02:01`, or `HLA-A*02` for any of its alleles. */
  | { readonly kind: 'hla'; readonly alleles: readonly string[] }
  /** `origin`: asked of the germline or of the tumour alone; absent = wherever it was found. The label says it too. */
  | { readonly kind: 'molecular'; readonly label: string; readonly tree: ProfileTree; readonly origin?: 'germline' | 'somatic' }
  | ReportedVariant
  /** Mismatch repair by either of its two tests, stainings or microsatellites. */
  | { readonly kind: 'mismatch-repair'; readonly deficient: boolean }
  /** A number of a tumour-wide marker, in the marker's own unit. */
  | {
      readonly kind: 'marker-value';
      readonly marker: 'TMB' | 'PD-L1' | 'Ki-67';
      readonly bound: 'min' | 'max' | 'above' | 'below' | 'equal';
      readonly value: number;
    }
  /** `equivalent`: the same limit on the other scale, "ECOG ≤ 2 (Karnofsky ≥ 60 %)"; either scale answers. */
  | {
      readonly kind: 'performance';
      readonly scale: 'ECOG' | 'Karnofsky';
      readonly min?: number;
      readonly max?: number;
      readonly equivalent?: { readonly scale: 'ECOG' | 'Karnofsky'; readonly min?: number; readonly max?: number };
    }
  /** Limit in `unit`, which is the canonical unit of the laboratory kind; `uln`, `lln` = times the laboratory's upper, lower limit of normal. */
  | {
      readonly kind: 'lab';
      readonly lab: string;
      readonly bound: 'min' | 'max' | 'above' | 'below';
      readonly value: number;
      readonly unit: string | null;
      readonly uln: boolean;
      readonly lln?: true;
      /** A value that was calculated from others does not answer. */
      readonly measured?: true;
    }
  /** `setting`: only what was given after metastases were recorded counts. `sole`: for this cancer, certain only where no other is recorded. */
  | { readonly kind: 'lines'; readonly min?: number; readonly max?: number; readonly setting?: 'metastatic'; readonly sole?: true }
  /**
   * Treated before with one of these, or now (`current`). `withinDays`: counted back from today. `except`: names that do not count. `passes`: stands in the
   * way, and no longer once it is stopped and the days are over.
   */
  | {
      readonly kind: 'treated';
      readonly label: string;
      readonly drugs: readonly string[];
      readonly except?: readonly string[];
      readonly withinDays?: number;
      readonly current?: true;
      readonly setting?: 'metastatic';
      readonly sole?: true;
      readonly passes?: true;
    }
  /** Surgery, radiotherapy, transplant …, by its name in the table of procedures; `withinDays`: counted back from today. */
  | { readonly kind: 'procedure'; readonly name: string; readonly withinDays?: number; readonly sole?: true }
  | { readonly kind: 'brain-metastases' }
  | { readonly kind: 'liver-metastases' }
  | { readonly kind: 'metastases'; readonly place: 'bone' | 'liver' | 'lung' | 'peritoneum' }
  /** A disease beside the tumour, by its name in the table of conditions; `ever`: one of the past counts too; `withinDays`: begun within them. */
  | { readonly kind: 'condition'; readonly name: string; readonly ever?: true; readonly withinDays?: number }
  /**
   * A medication of now, by ingredient, by how it acts on an enzyme, or a corticosteroid above a daily dose (mg of prednisone). `withinDays`: one that
   * was stopped so recently counts too.
   */
  | {
      readonly kind: 'taking';
      readonly label: string;
      readonly drugs?: readonly string[];
      readonly acts?: { readonly gene: string; readonly effect: 'inhibitor' | 'inducer'; readonly strengths: readonly string[] };
      readonly abovePrednisone?: number;
      readonly withinDays?: number;
    }
  /** An allergy or intolerance to one of these ingredients; `words`: how an entry without ingredient names it. `severe`: one that was severe (grade 3). */
  | { readonly kind: 'allergy'; readonly label: string; readonly drugs: readonly string[]; readonly words?: string; readonly severe?: true }
  /** A side effect by its name in the table of toxicities, or `any` of earlier treatment, of at least this CTCAE grade. `spared`: names that do not count. */
  | { readonly kind: 'toxicity'; readonly name: string; readonly min: number; readonly spared?: readonly string[]; readonly ever?: true }
  /** A lesion that can be measured (RECIST). */
  | { readonly kind: 'measurable' }
  /** T, N and M as they were staged; each list holds every category that will do, `T1` with all of its letters. `side`: clinical or pathological. */
  | {
      readonly kind: 'tnm';
      readonly t?: readonly string[];
      readonly n?: readonly string[];
      readonly m?: readonly string[];
      readonly side?: 'clinical' | 'pathologic';
    }
  /** A stage or grade of a system of its own: every value that will do, as the system writes it. */
  | {
      readonly kind: 'staging';
      readonly system: 'Rai' | 'Binet' | 'ISS' | 'R-ISS' | 'Durie-Salmon' | 'Ann Arbor' | 'BCLC' | 'Gleason' | 'grade group';
      readonly values: readonly string[];
    }
  /** A live vaccine within these days. */
  | { readonly kind: 'live-vaccine'; readonly withinDays: number }
  /** Takes part in another study that treats. */
  | { readonly kind: 'other-study' }
  | { readonly kind: 'pregnant' | 'breastfeeding' }
  /** Past the menopause, or not yet in it. */
  | { readonly kind: 'menopause'; readonly state: 'post' | 'pre' }
  /** Prostate cancer that still answers to castration, or no longer does. */
  | { readonly kind: 'castration'; readonly state: 'sensitive' | 'resistant' }
  /**
   * Another cancer. `state`: one that is active, or any in the history (`withinYears` back from today); without it nothing is certain. `spared`: words of
   * the cancers that do not count.
   */
  | {
      readonly kind: 'other-malignancy';
      readonly state?: 'active' | 'any';
      readonly withinYears?: number;
      readonly spared?: readonly string[];
    }
  /** Not understood, or nothing in the record can answer it: always unknown. `read`: words that the reader of criteria may understand. */
  | { readonly kind: 'unread'; readonly ask?: string; readonly read?: string };

/** One alteration of the tumour that has all of these properties at once, as curated trials ask for it (CTML genomic clause). */
export interface ReportedVariant {
  readonly kind: 'variant';
  readonly label: string;
  /** Any of these genes; empty = whichever gene. */
  readonly genes: readonly string[];
  readonly category: 'mutation' | 'copy' | 'structural' | 'any';
  /** The question in the terms of the therapy part, or a wider one; null where it has none (a gene it does not know). */
  readonly tree: ProfileTree | null;
  /** True when `tree` asks neither more nor less. */
  readonly exact: boolean;
  /** What an unclassified variant is worth: `reported` counts it, `known` leaves it open (where the clause shuts patients out). */
  readonly counts: 'reported' | 'known';
  /** Variant classifications of the Mutation Annotation Format: `In_Frame_Del`, `Splice_Site` … */
  readonly classes?: readonly string[];
  readonly exons?: readonly number[];
  /** Protein change as written, without `p.` */
  readonly change?: string;
  /** Any single-residue replacement at this codon: `V600`. */
  readonly codon?: string;
  readonly copies?: readonly CopyCall[];
  /** Symbol of the other gene, or `intergenic`. */
  readonly partner?: string;
  readonly effect?: 'activating' | 'inactivating';
}
export type CopyCall = 'amplification' | 'gain' | 'heterozygous-deletion' | 'homozygous-deletion' | 'loss';

export interface Criterion {
  readonly kind: 'inclusion' | 'exclusion';
  /** First and last character (exclusive) in `eligibility`; null when the criterion came as data. */
  readonly span: readonly [number, number] | null;
  /** Wording of a criterion without span. */
  readonly text?: string;
  readonly requirement: Requirement;
  /** Asked of some of the trial's patients only (a cohort, an arm, women): what it is called. Never certain for a patient. */
  readonly some?: string;
  /** False for what is settled at the visit and not in a chart: consent, willingness, contraception, tissue. */
  readonly hard: boolean;
}

export interface CompiledTrial {
  readonly record: TrialRecord;
  readonly criteria: readonly Criterion[];
}

/** The file of compiled trials. `format` changes when the meaning of criteria changes; a file of another format is not read. */
export interface TrialFile {
  readonly format: 1;
  readonly header: KnowledgeHeader;
  readonly trials: readonly CompiledTrial[];
}
