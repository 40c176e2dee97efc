/** The tumour and what was found in it. */
import type { Code, Source } from './source.ts';

export type VariantKind = 'snv' | 'indel' | 'copy-number' | 'fusion' | 'expression' | 'other';

export type Presence = 'present' | 'absent' | 'no-call' | 'indeterminate';

export type Classification =
  'pathogenic' | 'likely-pathogenic' | 'vus' | 'likely-benign' | 'benign' | 'oncogenic' | 'likely-oncogenic' | 'conflicting' | 'unknown';

export interface VariantFact {
  /** Stable within the facts; made from the source reference. */
  readonly id: string;
  /** HGNC symbol of the first gene; empty when none is stated (e.g. ISCN only). */
  readonly gene: string;
  /** All genes named, in the order of the report; two for a fusion (5′ partner first when stated). */
  readonly genes: readonly string[];
  readonly kind: VariantKind;
  readonly presence: Presence;
  /** `indeterminate` only because nothing says whether the change was found. */
  readonly undecided?: true;
  readonly origin: 'somatic' | 'germline' | 'unknown';
  /** Coding HGVS without transcript (`c.2573T>G`). */
  readonly cHgvs?: string;
  /** Protein HGVS without reference (`p.Leu858Arg`, as written: one- or three-letter). */
  readonly pHgvs?: string;
  readonly gHgvs?: string;
  readonly transcript?: string;
  readonly rsIds: readonly string[];
  readonly clinvarIds: readonly string[];
  readonly iscn?: string;
  /** Discrete genomic variant when complete: assembly, chromosome, 1-based position, reference and alternate bases. */
  readonly genomic?: {
    readonly assembly: 'GRCh37' | 'GRCh38' | 'unknown';
    readonly chromosome?: string;
    readonly refSeq?: string;
    readonly position: number;
    readonly ref: string;
    readonly alt: string;
  };
  /** Every other name found for the variant: "EGFR L858R", "exon 19 deletion", "amplification", ISCN text. */
  readonly names: readonly string[];
  readonly exon?: string;
  readonly copyNumber?: number;
  readonly copyChange?: 'amplification' | 'gain' | 'loss' | 'deep-loss' | 'neutral';
  readonly fusion?: {
    readonly fivePrime: string | null;
    readonly threePrime: string | null;
    readonly inFrame?: boolean;
    readonly ordered: boolean;
  };
  readonly expression?: 'over' | 'under' | 'normal';
  /** Sequence Ontology term or plain text of the change type, when stated. */
  readonly changeType?: string;
  readonly consequence?: string;
  /** Variant allele fraction, 0..1. */
  readonly vaf?: number;
  readonly readDepth?: number;
  readonly zygosity?: 'heterozygous' | 'homozygous' | 'hemizygous' | 'homoplasmic' | 'heteroplasmic';
  readonly classification: Classification;
  /** The laboratory says that it may come from blood cells (clonal haematopoiesis) and not from the tumour. */
  readonly mayBeOfBlood?: true;
  /** Specimen type when stated ("plasma" makes it circulating tumour DNA). */
  readonly specimen?: string;
  readonly source: Source;
}

// ---------------------------------------------------------------- biomarkers, tumour

export interface BiomarkerFact {
  readonly kind:
    | 'TMB'
    | 'MSI'
    | 'MMR'
    | 'HRD'
    | 'LOH'
    | 'PD-L1'
    | 'HER2'
    | 'ER'
    | 'PR'
    | 'Ki-67'
    | 'Gleason'
    | 'grade-group'
    | 'ctDNA-fraction'
    | (string & {});
  /** Which test or scale: 'TPS' | 'CPS' | 'IC' for PD-L1, 'IHC' | 'ISH' for HER2, 'PCR' | 'NGS' | 'IHC' for MSI/MMR … */
  readonly method?: string;
  readonly value: number | string;
  /** UCUM where it is a quantity: `{mutations}/Mb`, `%`. Absent means the report gave none. */
  readonly unit?: string;
  /** 'positive' | 'negative' | 'equivocal' | 'high' | 'low' | 'stable' | 'unstable' | 'deficient' | 'proficient' | 'indeterminate'. */
  readonly status?: string;
  readonly comparator?: '<' | '<=' | '>=' | '>';
  readonly specimen?: string;
  readonly source: Source;
}

export interface TumourFact {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly oncotree: string | null;
  readonly doid: string | null;
  /** Code and words name two organs: both in words, and the type that the words alone come to; `oncotree` and `doid` above are the code's. */
  readonly disputed?: { readonly said: string; readonly oncotree: string | null; readonly doid: string | null };
  /** Histology when stated apart from the site. */
  readonly histology?: Code | { readonly text: string };
  readonly role: 'primary' | 'secondary';
  /** `active` unless the record says otherwise; `refuted` and entered-in-error conditions never become facts. */
  readonly clinicalStatus: 'active' | 'recurrence' | 'relapse' | 'inactive' | 'remission' | 'resolved' | 'unknown';
  readonly verified: 'confirmed' | 'provisional' | 'differential' | 'unconfirmed' | 'unknown';
  readonly bodySites: readonly string[];
  readonly stages: readonly StageFact[];
  /** Sentences of the notes beside the diagnosis. */
  readonly notes?: readonly string[];
  readonly onset?: string;
  readonly source: Source;
}

export interface StageFact {
  /** As written: 'IIIA', '3C', 'pT2 N1 M0'. */
  readonly text: string;
  /** 0, I, II, III or IV with its letter, when it can be told: 'IIIA'. */
  readonly group?: string;
  readonly system?: string;
  readonly kind: 'clinical' | 'pathologic' | 'other';
  readonly source: Source;
}

/** ECOG (0–5) or Karnofsky (0–100). */
export interface PerformanceFact {
  readonly scale: 'ECOG' | 'Karnofsky';
  readonly value: number;
  readonly source: Source;
}

// ---------------------------------------------------------------- medication
