/** `data/pgx-guideline.json`: genes, alleles, phenotype rules and recommendations, compiled from the tables of CPIC, DPWG and FDA by the importer. */
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';

export interface GuidelineKnowledge {
  readonly header: KnowledgeHeader;
  readonly genes: Readonly<Record<string, PgxGene>>;
  readonly drugs: readonly PgxDrug[];
  readonly guidelines: readonly Guideline[];
  readonly recommendations: readonly Recommendation[];
  /** Gene–drug pairs with their CPIC level and FDA label class, also those without a recommendation ("not covered"). */
  readonly pairs: readonly {
    readonly gene: string;
    readonly drug: string;
    readonly cpicLevel: string;
    readonly status: string;
    readonly fdaLabel: string;
  }[];
  /** Drugs with a US label annotation or an entry in FDA's table of associations, and the genes these name. */
  readonly fda?: readonly {
    readonly kind: 'label' | 'association';
    readonly drug: string;
    readonly genes: readonly string[];
    readonly url: string;
  }[];
  /** What the sources have and this release does not: stated to users and by `knowledge check`, never filled by a guess. */
  readonly gaps?: readonly KnowledgeGap[];
}

/** A known hole in the knowledge: the product says "not covered" there. */
export interface KnowledgeGap {
  readonly kind: 'drug-without-rows' | 'missing-rows' | 'missing-allele' | 'missing-rule' | 'age' | 'note';
  readonly genes: readonly string[];
  readonly drug?: string;
  /** Allele names, scores or phenotype pairs that are missing. */
  readonly items?: readonly string[];
  readonly text: string;
  readonly source: string;
}

/** How a gene's result is turned into the key that recommendations ask for. */
export type GeneMethod =
  /** Function pair → phenotype (CYP2C19, TPMT, SLCO1B1 …). */
  | 'function-pair'
  /** Sum of activity values → score → phenotype (CYP2D6, CYP2C9, DPYD). */
  | 'activity-score'
  /** One or two bases at one position (VKORC1, IFNL3, ABCG2, CYP4F2). */
  | 'genotype'
  /** Allele present or absent (HLA-A, HLA-B). */
  | 'allele-presence'
  /** Named variants (RYR1, CACNA1S, CFTR, MT-RNR1); G6PD besides depends on sex. */
  | 'variant';

export interface PgxGene {
  readonly symbol: string;
  readonly hgnc: string;
  readonly method: GeneMethod;
  /** Named alleles with clinical function and activity value; `function` as the source words it. */
  readonly alleles: Readonly<Record<string, PgxAllele>>;
  readonly rules: readonly PhenotypeRule[];
  /** Score → phenotype for `activity-score` genes; a key may be '≥3.0'. */
  readonly scores?: Readonly<Record<string, string>>;
  /** All phenotype names of the vocabulary, normalised. */
  readonly phenotypes: readonly string[];
  /** Chromosomal positions that define alleles; bases on the + strand of GRCh38. */
  readonly positions?: readonly PgxPosition[];
  /** One copy only in a male (X) or in everyone (mitochondrion). */
  readonly ploidy?: 'autosomal' | 'x-linked' | 'mitochondrial';
  /** LOINC code of a test that can be ordered for this gene, with where it was looked up. */
  readonly test?: { readonly code: string; readonly display: string; readonly source: string };
}
export interface PgxAllele {
  readonly function: string;
  readonly activity?: number;
  /** True when the value is a lower bound (`≥3.0`). */
  readonly activityAtLeast?: boolean;
  readonly asOf: string;
  /** rsIDs and HGVS names by which laboratories report the allele when one variant defines it. */
  readonly names?: readonly string[];
}
/** A position whose base tells alleles apart, with what each base defines when that base alone defines an allele. */
export interface PgxPosition {
  readonly rsId?: string;
  /** Chromosomal HGVS without reference sequence: `g.94781859G>A`. */
  readonly hgvs: string;
  readonly ref: string;
  readonly alts: readonly string[];
  /** Alternate base → every allele that carries it. */
  readonly carriers: Readonly<Record<string, readonly string[]>>;
  /** Alleles whose definition allows either base here. */
  readonly either?: readonly string[];
}
export interface PhenotypeRule {
  readonly functions: readonly [string, string] | readonly [string];
  readonly phenotype: string;
  readonly scores?: readonly string[];
}

export interface PgxDrug {
  /** RxNorm ingredient name, lower case. */
  readonly name: string;
  readonly rxnorm: string;
  readonly atc?: readonly string[];
  /** 'CPIC' | 'DPWG' | 'FDA-label' | 'FDA-PGx'. */
  readonly guidance: readonly string[];
}
export interface Guideline {
  readonly id: string;
  readonly body: 'CPIC' | 'DPWG' | 'FDA';
  readonly title: string;
  readonly url: string;
  readonly pmids: readonly string[];
  readonly genes: readonly string[];
  readonly drugs: readonly string[];
  readonly asOf: string;
}

export type ActionClass =
  'avoid' | 'alternative' | 'decrease-dose' | 'increase-dose' | 'monitor' | 'test-first' | 'standard' | 'no-recommendation';

export interface Recommendation {
  /** Stable: body, drug, population and gene keys; becomes `ruleId` and card topic. */
  readonly id: string;
  readonly body: 'CPIC' | 'DPWG' | 'FDA';
  readonly drug: string;
  readonly rxnorm: string;
  /** All must hold: gene → phenotype, activity score or allele status, as `key` says. */
  readonly when: readonly {
    readonly gene: string;
    readonly key: 'phenotype' | 'activity-score' | 'allele-status' | 'genotype';
    readonly value: string;
  }[];
  readonly population: string;
  readonly strength: 'strong' | 'moderate' | 'optional' | 'none';
  readonly action: ActionClass;
  readonly alsoAcceptable: readonly (ActionClass | 'counsel' | 'clinical-judgement')[];
  readonly dose?: DoseFigures;
  readonly alternatives: readonly string[];
  readonly tags: readonly string[];
  readonly guideline: string;
  readonly asOf: string;
  /** Only of the fixed combination with this drug, whose part in the enzyme the row already holds. */
  readonly inProductWith?: string;
}

/** Every dose figure says what it counts: no bare percentages. */
export interface DoseFigures {
  /** Remaining share of the standard dose (0.5 = give half). */
  readonly factor?: number;
  /** Remaining share as a range, low to high. */
  readonly factorRange?: readonly [number, number];
  /** Cut by this share (0.25–0.5 = reduce by 25–50 %). Always also given as `factor`/`factorRange`. */
  readonly appliesTo?: 'starting-dose' | 'standard-dose' | 'maximum-dose' | 'lowest-starting-dose' | 'maintenance-dose';
  /** The same share holds for these too. */
  readonly alsoAppliesTo?: readonly NonNullable<DoseFigures['appliesTo']>[];
  /** Titrate no higher than this share of the maximum dose. */
  readonly maximumFactorRange?: readonly [number, number];
  readonly maxStartMg?: number;
  readonly maxDailyMg?: number;
  /** Stay below this many mg a day (exclusive; `maxDailyMg` includes its figure). */
  readonly limitMg?: number;
  readonly foldReduction?: number;
  readonly frequency?: string;
  readonly maxMgPerKgPerDay?: number;
  /** Start with this many mg a day (low to high; equal when one figure is given). */
  readonly startMgPerDay?: readonly [number, number];
  readonly startMgPerKgPerDay?: number;
  /** Next step of the titration in mg (or mg/kg) a day. */
  readonly targetMgPerDay?: number;
  readonly targetMgPerKgPerDay?: number;
  /** The figure is a floor: "by 50 % or more", "at least 75 mg". */
  readonly atLeast?: boolean;
  /** Applies only when the standard starting dose is at or above these. */
  readonly ifStandardAtLeast?: readonly string[];
  /** Applies under this condition only, in our words ("chronic therapy over 12 weeks with efficacy reached"). */
  readonly onlyIf?: string;
  /** Extra caution above this many mg a day. */
  readonly cautionAboveMgPerDay?: number;
  /** Extra caution at this many mg a day already. */
  readonly cautionFromMgPerDay?: number;
  /** At most this many tablets or capsules of the product a day. */
  readonly maxPiecesPerDay?: number;
  readonly mentioned?: readonly string[];
  /** What the label gives for the long-acting injection instead of its usual dose. */
  readonly longActing?: readonly { readonly usualMg: number; readonly mg: number; readonly every: string }[];
}
