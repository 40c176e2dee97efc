/**
 * Pharmacogenomic knowledge as compiled facts. Sentences are not stored: `pgx/advice` makes them from these fields.
 * Two files make it up: `guideline.json` (compiled from CPIC/DPWG/FDA tables by the importer) and
 * `clinical.json` (curated by us: inhibitors, pre-test rules, alternatives, contraindications), each with a header.
 */
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';

export interface PgxKnowledge {
  readonly guideline: GuidelineKnowledge;
  readonly clinical: ClinicalKnowledge;
}

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
  /** LOINC code of a test that can be ordered for this gene, with where it was looked up. */
  readonly test?: { readonly code: string; readonly display: string; readonly source: string };
}
export interface PgxAllele {
  readonly function: string;
  readonly activity?: number;
  readonly asOf: string;
  /** rsIDs and HGVS names by which laboratories report the allele when one variant defines it. */
  readonly names?: readonly string[];
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
}

/** Every dose figure says what it counts: no bare percentages. */
export interface DoseFigures {
  /** Remaining share of the standard dose (0.5 = give half). */
  readonly factor?: number;
  /** Remaining share as a range, low to high. */
  readonly factorRange?: readonly [number, number];
  /** Cut by this share (0.25–0.5 = reduce by 25–50 %). Always also given as `factor`/`factorRange`. */
  readonly appliesTo?: 'starting-dose' | 'standard-dose' | 'maximum-dose' | 'lowest-starting-dose' | 'maintenance-dose';
  readonly maxStartMg?: number;
  readonly maxDailyMg?: number;
  readonly limitMg?: number;
  readonly foldReduction?: number;
  readonly frequency?: string;
  readonly maxMgPerKgPerDay?: number;
  readonly mentioned?: readonly string[];
}

// ------------------------------------------------------------------ curated clinical facts

export interface ClinicalKnowledge {
  readonly header: KnowledgeHeader;
  readonly perpetrators: readonly Perpetrator[];
  readonly preTests: readonly PreTest[];
  readonly alternatives: readonly AlternativeSet[];
  readonly cautions: readonly DrugCaution[];
  readonly indications: readonly Indication[];
  readonly strengths: readonly {
    readonly rxnorm: string;
    readonly name: string;
    readonly products: readonly {
      readonly rxnorm: string;
      readonly display: string;
      readonly amount: number;
      readonly unit: string;
      readonly form: string;
    }[];
  }[];
}
export interface FactSource {
  readonly label: string;
  readonly url: string;
  readonly date: string;
  readonly pmid?: string;
}
/** A drug that changes an enzyme's activity while taken (and for the washout after). */
export interface Perpetrator {
  readonly drug: string;
  readonly rxnorm: string;
  readonly gene: string;
  readonly effect: 'inhibitor' | 'inducer';
  readonly strength: 'strong' | 'moderate' | 'weak';
  /** Factor on the activity score where published (CYP2D6: 0 strong, 0.5 moderate). */
  readonly factor?: number;
  readonly washoutDays?: number;
  readonly source: FactSource;
}
export interface PreTest {
  readonly drug: string;
  readonly rxnorm: string;
  readonly gene: string;
  readonly allele?: string;
  /** Only for these indications (ids of `indications`); empty = always. */
  readonly indications: readonly string[];
  readonly requirement: 'required' | 'recommended' | 'consider';
  readonly source: FactSource;
}
export interface AlternativeSet {
  readonly drug: string;
  readonly population?: string;
  readonly named: string;
  readonly options: readonly { readonly name: string; readonly rxnorm: string }[];
  readonly source: FactSource;
}
/** A contraindication or caution that the chart can show. */
export interface DrugCaution {
  readonly drug: string;
  readonly rxnorm: string;
  readonly severity: 'contraindicated' | 'caution';
  readonly when: {
    readonly condition?: string;
    readonly ageFrom?: number;
    readonly ageBelow?: number;
    readonly weightBelowKg?: number;
    readonly pregnancy?: boolean;
    readonly lab?: { readonly kind: string; readonly below?: number; readonly above?: number };
    readonly withDrug?: string;
  };
  readonly text: string;
  readonly source: FactSource;
}
/** A condition or procedure that decides a branch: code lists and words, per id such as 'acs', 'pci', 'stroke-tia'. */
export interface Indication {
  readonly id: string;
  readonly label: string;
  readonly snomed: readonly string[];
  readonly icd10: readonly string[];
  readonly text: readonly string[];
  readonly source: FactSource;
}
