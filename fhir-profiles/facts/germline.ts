/** Inherited results: what a laboratory called of a gene, and genes that were looked at. */
import type { Ingredient } from './medication.ts';
import type { Source } from './source.ts';
import type { Classification } from './tumour.ts';

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
  /**
   * Two haplotypes. `totalCopies` when stated separately, e.g. "(*1/*2)x3" leaves open which allele is duplicated. `structureUnread`: something else was
   * found of the gene's copies (a hybrid, counts that differ by region) that the pair does not name.
   */
  | {
      readonly kind: 'diplotype';
      readonly haplotypes: readonly [Haplotype, Haplotype];
      readonly totalCopies?: CopyNumber;
      readonly structureUnread?: true;
    }
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
  /** No result that can be used. `by`: the laboratory itself gives none (the assay failed, nothing was called); absent = what is there was not understood. */
  | {
      readonly kind: 'no-call';
      readonly why: string;
      readonly by?: 'laboratory';
      /** As the laboratory states it. */ readonly reason?: string;
      /** The result stands in an attached document. */ readonly inDocument?: true;
    };

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
  /** How the laboratory itself classes the variant or genotype, where it does ("variant of uncertain significance"). */
  readonly laboratoryClass?: Classification;
  /** Where the record states it, when it is no laboratory's result: weaker than one, and never used against one in silence. */
  readonly recorded?: RecordedIn;
}

/** Lists of the record that name genes and phenotypes beside the laboratory's results. */
export type RecordedIn = 'problem list' | 'allergy list' | 'flags';

/** What a laboratory, or a list of the record, says of a drug without naming the gene: "High risk" for carbamazepine. No advice can rest on it, and it must not look untested. */
export interface DrugStatement {
  readonly ingredients: readonly Ingredient[];
  /** As written: "High risk", "Poor metabolizer". */
  readonly says: string;
  /** False for words that ask for nothing: "Low risk", "Normal metabolizer". */
  readonly adverse: boolean;
  readonly source: Source;
  /** Where the record states it, when it is no laboratory's result. */
  readonly recorded?: RecordedIn;
}

/** A gene that a report says was examined (region studied, genomic study, pertinent negatives). Says nothing of a result. */
export interface TestedGene {
  readonly gene: string;
  readonly origin: 'somatic' | 'germline' | 'unknown';
  /** True when the report states that no reportable variant was found in this gene. */
  readonly negative: boolean;
  /** A change of the gene that a text says was found, which no reader took: "reversion", "T790M". It is no finding, and not to be passed over. */
  readonly inWords?: string;
  /** A stain that screens for a fusion of the gene, and how it came out: no fusion is shown by it and none is ruled out. */
  readonly stain?: 'positive' | 'negative' | 'unclear';
  /** What a result of the gene says that no reader took: "See scanned report", "secondary mutation restoring the reading frame". */
  readonly unread?: string;
  /** The laboratory gives its result for research use only: it was found, and is not to be acted on before a clinical test confirms it. */
  readonly forResearch?: true;
  readonly source: Source;
}

/** The laboratory's own statement that a finding makes drugs fail. */
export interface CalledResistant {
  /** Ingredient names. */
  readonly drugs: readonly string[];
  /** As written: "Resistant", "Presumed non-responsive". */
  readonly says: string;
  /** References of the results that it speaks of. */
  readonly about: readonly string[];
  readonly source: Source;
}

/** A genetic report on file that no reader took anything from: a document, a text, results that are not among the data. */
export interface UnreadReport {
  /** As it is called: "FoundationOne CDx"; empty where it has no name. */
  readonly name: string;
  readonly source: Source;
}

// ---------------------------------------------------------------- variants
