/**
 * PatientFacts: one patient in the field's words, free of FHIR.
 *
 * `fhir-profiles/read` makes these from FHIR resources; every clinical room reads these and nothing else.
 * Rules that hold for every fact:
 *  - each fact names the resource it was read from (`source`), so that every later sentence can be traced;
 *  - unknown is a kind of its own: no fact is ever made up to fill a gap (not tested ≠ normal);
 *  - facts do not depend on the order in which resources arrived;
 *  - dates are ISO 8601 strings (`YYYY-MM-DD` or longer) as recorded; ages are counted at `asOf`.
 */

/** Where a fact was read: FHIR reference, date of the result, and the laboratory when the resource names one. */
export interface Source {
  /** FHIR reference as it can be found again: `Observation/abc`, `urn:uuid:…`, `DiagnosticReport/r#contained-id`. */
  readonly reference: string;
  /** Date of the result (issued, else effective, else recorded), ISO 8601. */
  readonly issued?: string;
  readonly lab?: string;
}

/** A code as found in a resource; `system` is normalised (OID aliases become the canonical URL). */
export interface Code {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export interface PatientFacts {
  /** The day for which ages and staleness are counted, `YYYY-MM-DD`; always passed in, never read from a clock. */
  readonly asOf: string;
  readonly patient: PatientBasics;
  readonly germline: readonly GermlineResult[];
  readonly variants: readonly VariantFact[];
  readonly tested: readonly TestedGene[];
  readonly biomarkers: readonly BiomarkerFact[];
  readonly tumours: readonly TumourFact[];
  readonly performance: readonly PerformanceFact[];
  readonly medications: readonly MedicationFact[];
  readonly labs: readonly LabFact[];
  readonly conditions: readonly ConditionFact[];
  readonly procedures: readonly ProcedureFact[];
  readonly allergies: readonly AllergyFact[];
  /** Absent where the record holds none of them. */
  readonly adverseEvents?: readonly AdverseEventFact[];
  readonly vaccinations?: readonly VaccinationFact[];
  readonly studies?: readonly StudyFact[];
}

export interface PatientBasics {
  /** Logical id of the Patient; empty string when the input names no patient at all. */
  readonly id: string;
  readonly birthDate?: string;
  /** Completed years at `asOf`; absent when the birth date is unknown or only partly known. */
  readonly ageYears?: number;
  readonly sex?: 'male' | 'female' | 'other' | 'unknown';
  readonly deceased?: boolean;
  /** Where the patient lives, as far as the record says; used to order trial sites, never sent anywhere. */
  readonly place?: PlaceFact;
}

/** As written in the address, without street; coordinates (degrees, WGS 84) only where the record itself gives them. */
export interface PlaceFact {
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

// ---------------------------------------------------------------- germline (pharmacogenomic) results

/** A copy number; `atLeast` is true for "≥3", "xN" (then n is 2 for one duplicated allele) and the like. */
export interface CopyNumber {
  readonly n: number;
  readonly atLeast: boolean;
}

/** One gene copy in a haplotype: `*36+*10` has two units, `*2x2` one unit with two copies. */
export interface AlleleUnit {
  /** Allele name without gene prefix, sub-allele suffix removed: `*4`, `*57:01`, `c.1905+1G>A`, `rs9923231 variant (T)`. */
  readonly allele: string;
  /** The name as written when it differs (sub-allele `*2A`, `*7.001`, legacy name). */
  readonly written?: string;
  readonly copies: CopyNumber;
}

/** One chromosome's haplotype. */
export interface Haplotype {
  readonly units: readonly AlleleUnit[];
}

/**
 * What a laboratory said about one gene. One Observation can give several calls (diplotype and phenotype);
 * the gene interpretation joins them by `gene` and `source`.
 */
export type GermlineCall =
  /** Two haplotypes. `totalCopies` when stated separately, e.g. "(*1/*2)x3" leaves open which allele is duplicated. */
  | { readonly kind: 'diplotype'; readonly haplotypes: readonly [Haplotype, Haplotype]; readonly totalCopies?: CopyNumber }
  /** Several diplotypes are possible (`*1/*4 or *2/*5`, GL String `|`, NMDP codes). Never resolved by a guess. */
  | { readonly kind: 'ambiguous'; readonly options: readonly string[] }
  /** Only one allele was reported; the other is unknown. */
  | { readonly kind: 'single-allele'; readonly haplotype: Haplotype }
  /** An allele was looked for and found or not found (HLA, also "carrier of …"). `copies` when stated. */
  | { readonly kind: 'allele-presence'; readonly allele: string; readonly present: boolean; readonly copies?: number }
  /** Two bases at one position. `rsId` null when the report gives none. Bases as written; strand is not assumed. */
  | { readonly kind: 'nucleotides'; readonly rsId: string | null; readonly bases: readonly [string, string] }
  /**
   * A pharmacogenomic variant named by HGVS, rsID or legacy name (DPYD c.1905+1G>A, G6PD, RYR1, CFTR, MT-RNR1).
   * `notation` lists every name found. `present` false is a tested negative for that variant alone.
   */
  | {
      readonly kind: 'variant';
      readonly notation: readonly string[];
      readonly present: boolean;
      readonly zygosity: 'heterozygous' | 'homozygous' | 'hemizygous' | 'homoplasmic' | 'heteroplasmic' | 'unknown';
    }
  /** Phenotype stated by the laboratory or a problem-list entry, as a normalised term and as written. */
  | { readonly kind: 'phenotype'; readonly term: string; readonly written: string; readonly drug?: string }
  | { readonly kind: 'activity-score'; readonly score: string }
  /** The assay failed or gave no interpretable result. */
  | { readonly kind: 'no-call'; readonly why: string };

export interface GermlineResult {
  /** HGNC approved symbol. */
  readonly gene: string;
  readonly call: GermlineCall;
  /** The value as written in the resource. */
  readonly text: string;
  readonly source: Source;
  /** References of results this one was derived from (`derivedFrom`, `hasMember`, `evidence.detail`). */
  readonly derivedFrom: readonly string[];
  /** True for a `corrected` or `amended` result. */
  readonly amended?: boolean;
  /** Where the record states it, when it is no laboratory's result: weaker than one, and never used against one in silence. */
  readonly recorded?: RecordedIn;
}

/** Lists of the record that name genes and phenotypes beside the laboratory's results. */
export type RecordedIn = 'problem list' | 'allergy list' | 'flags';

/** A gene that a report says was examined (region studied, genomic study, pertinent negatives). Says nothing of a result. */
export interface TestedGene {
  readonly gene: string;
  readonly origin: 'somatic' | 'germline' | 'unknown';
  /** True when the report states that no reportable variant was found in this gene. */
  readonly negative: boolean;
  /** A change of the gene that a text says was found, which no reader took: "reversion", "T790M". It is no finding, and not to be passed over. */
  readonly inWords?: string;
  readonly source: Source;
}

// ---------------------------------------------------------------- variants

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
  /** Histology when stated apart from the site. */
  readonly histology?: Code | { readonly text: string };
  readonly role: 'primary' | 'secondary';
  /** `active` unless the record says otherwise; `refuted` and entered-in-error conditions never become facts. */
  readonly clinicalStatus: 'active' | 'recurrence' | 'relapse' | 'inactive' | 'remission' | 'resolved' | 'unknown';
  readonly verified: 'confirmed' | 'provisional' | 'differential' | 'unconfirmed' | 'unknown';
  readonly bodySites: readonly string[];
  readonly stages: readonly StageFact[];
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

export interface Ingredient {
  /** RxNorm ingredient name in lower case: 'clopidogrel'. */
  readonly name: string;
  /** RxNorm ingredient (IN) id; null when the name is known but not its id. */
  readonly rxnorm: string | null;
}

/** One medication resource: an order, a statement, an administration or a dispense. */
export interface MedicationFact {
  readonly source: Source;
  readonly resourceType: 'MedicationRequest' | 'MedicationStatement' | 'MedicationAdministration' | 'MedicationDispense';
  readonly status: string;
  readonly intent?: string;
  /** True for a MedicationRequest with status draft or active: these are what the report calls `orders`. */
  readonly isOrder: boolean;
  /** draft: being written; current: the patient takes it now as far as recorded; past; not-taken: doNotPerform, cancelled, not taken. */
  readonly role: 'draft' | 'current' | 'past' | 'not-taken';
  /** What the order says, best text available. */
  readonly text: string;
  /** Empty = the drug is not known to us; this is said, never passed over. */
  readonly ingredients: readonly Ingredient[];
  /** How the ingredients were found. */
  readonly recognisedBy?: 'rxnorm' | 'ndc' | 'atc' | 'snomed' | 'unii' | 'text' | 'ingredient-list';
  /** Drug class when only a class was ordered (ATC L01EC, "aromatase inhibitor"). */
  readonly drugClass?: string;
  readonly codes: readonly Code[];
  /** Null = cannot be told from route, form and product. */
  readonly systemic: boolean | null;
  readonly route?: string;
  readonly doseForm?: string;
  /** Strength of the ordered product per unit, e.g. 75 mg per tablet, when the product states it. */
  readonly strength?: readonly { readonly ingredient: string; readonly amount: number; readonly unit: string; readonly per?: string }[];
  readonly dose?: MedicationDose;
  readonly authored?: string;
  readonly start?: string;
  readonly end?: string;
  /** Last day on which the prescription may be dispensed; it does not say when the patient stops. */
  readonly validUntil?: string;
  readonly reasons: readonly Code[];
  readonly reasonText: readonly string[];
  readonly reasonReferences: readonly string[];
  readonly lineOfTherapy?: number;
}

export interface MedicationDose {
  /** One dose as ordered. For a tablet order with known strength: the mass (`mg`), not the number of tablets. */
  readonly amount: number;
  /** UCUM: `mg`, `mg/m2`, `mg/kg`, `{tbl}`. */
  readonly unit: string;
  /** Doses per day; 0.142857 for once weekly. */
  readonly perDay?: number;
  readonly asNeeded?: boolean;
  readonly text?: string;
}

// ---------------------------------------------------------------- laboratory, conditions, the rest of the chart

export interface LabFact {
  readonly kind:
    | 'creatinine'
    | 'eGFR'
    | 'ALT'
    | 'AST'
    | 'bilirubin'
    | 'ALP'
    | 'albumin'
    | 'neutrophils'
    | 'lymphocytes'
    | 'NLR'
    | 'haemoglobin'
    | 'platelets'
    | 'WBC'
    | 'INR'
    | 'weight'
    | 'height'
    | 'BSA'
    | 'BMI'
    | 'pregnancy'
    | 'breastfeeding'
    | 'smoking'
    | 'G6PD-activity'
    | 'TPMT-activity'
    | 'DPD-uracil'
    | 'CA19-9'
    | 'CEA'
    | 'PSA'
    | 'LDH'
    | 'potassium'
    | 'QTc'
    | (string & {});
  /** Number in `unit`, or a word ('pregnant', 'not-pregnant', 'current-smoker', 'never-smoker', 'deficient' …). */
  readonly value: number | string;
  /** The one canonical unit per kind; see `fhir-profiles/codes/laboratory.ts`. */
  readonly unit?: string;
  readonly comparator?: '<' | '<=' | '>=' | '>';
  /** The laboratory's own limits of normal for this value, in the same unit; absent = the result does not give them. */
  readonly referenceLow?: number;
  readonly referenceHigh?: number;
  readonly date?: string;
  readonly source: Source;
}

export interface ConditionFact {
  readonly codes: readonly Code[];
  readonly text: string;
  readonly clinicalStatus: 'active' | 'recurrence' | 'relapse' | 'inactive' | 'remission' | 'resolved' | 'unknown';
  readonly category: readonly string[];
  readonly onset?: string;
  readonly source: Source;
}

export interface ProcedureFact {
  readonly codes: readonly Code[];
  readonly text: string;
  readonly status: string;
  /** The day it was done, or began. */
  readonly performed?: string;
  /** The day it ended, where the record gives a period. */
  readonly ended?: string;
  readonly reasons: readonly Code[];
  readonly source: Source;
}

export interface AllergyFact {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly ingredients: readonly Ingredient[];
  readonly kind: 'allergy' | 'intolerance' | 'unknown';
  readonly criticality?: string;
  readonly reactions: readonly string[];
  readonly source: Source;
}

/** An adverse event with its grade (CTCAE 0 to 5; 0 says that it was looked for and not there). */
export interface AdverseEventFact {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly grade?: number;
  readonly status: 'ongoing' | 'over' | 'unknown';
  /** The record names what is suspected to have caused it, and does not call it unlikely. */
  readonly attributed: boolean;
  readonly date?: string;
  readonly source: Source;
}

/** A vaccination that was given. */
export interface VaccinationFact {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly date?: string;
  readonly source: Source;
}

/** Taking part in a study that treats (ResearchSubject): its study has a phase or treatment for its purpose. `on`: receives what is studied. */
export interface StudyFact {
  readonly text: string;
  readonly on: boolean | null;
  readonly start?: string;
  readonly end?: string;
  readonly source: Source;
}

// ---------------------------------------------------------------- what was seen and not used

/** A resource, or a part of one, that was seen and not used, and why. Same shape as the report's `warnings`. */
export interface DataWarning {
  readonly code: 'wrong-patient' | 'not-final' | 'conflict' | 'unparsed' | 'unknown-drug' | 'stale' | 'missing' | (string & {});
  /** Plain sentence for a clinician; names no patient. */
  readonly message: string;
  readonly reference?: string;
  /** Genes whose result is on its way: the resource is preliminary or registered. */
  readonly pending?: readonly string[];
  /** A genetic report that is there as a document only, which is not read. */
  readonly document?: true;
}
