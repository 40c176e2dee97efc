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
  /** At most this many tablets or capsules of the product a day. */
  readonly maxPiecesPerDay?: number;
  readonly mentioned?: readonly string[];
  /** What the label gives for the long-acting injection instead of its usual dose. */
  readonly longActing?: readonly { readonly usualMg: number; readonly mg: number; readonly every: string }[];
}

// ------------------------------------------------------------------ curated clinical facts

export interface ClinicalKnowledge {
  readonly header: KnowledgeHeader;
  readonly perpetrators: readonly Perpetrator[];
  readonly preTests: readonly PreTest[];
  readonly alternatives: readonly AlternativeSet[];
  readonly cautions: readonly DrugCaution[];
  readonly indications: readonly Indication[];
  /** Positions of FDA labels where CPIC is silent or says otherwise; same shape as a guideline row, `body` 'FDA'. */
  readonly labels?: readonly LabelRecommendation[];
  /** The highest usual adult dose of a drug: what is ordered above the advised share of it cannot have been reduced by that share. */
  readonly usualDoses?: readonly UsualDose[];
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
export interface UsualDose {
  readonly drug: string;
  /** The highest usual amount a day, in `unit`. */
  readonly highestPerDay?: number;
  /** The lowest dose a day that is recommended for a start, in `unit`: what "the lowest recommended starting dose" counts from. */
  readonly lowestStartPerDay?: number;
  readonly unit: 'mg' | 'mg/kg' | 'mg/m2';
  readonly source: FactSource;
}
/** A label position with its own source, because no `Guideline` stands behind it. */
export interface LabelRecommendation extends Recommendation {
  readonly source: FactSource;
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
  /** Asked for only where more than this is ordered a day, whatever has been taken before. */
  readonly aboveMgPerDay?: number;
  /** LOINC code to order the test with; 51969-4 (genetic analysis report) where no code of its own could be confirmed. */
  readonly test?: { readonly code: string; readonly display: string };
  readonly source: FactSource;
}
export interface AlternativeSet {
  readonly drug: string;
  readonly population?: string;
  readonly named: string;
  readonly options: readonly { readonly name: string; readonly rxnorm: string }[];
  /** Condition under which the options stand in; an option with a note is offered, never recommended. */
  readonly note?: string;
  readonly source: FactSource;
}
/** A contraindication or caution that the chart can show. */
export interface DrugCaution {
  readonly drug: string;
  readonly rxnorm: string;
  readonly severity: 'contraindicated' | 'caution';
  /** An inherited reaction to the drug that the record names: it speaks for itself, with and without a gene result. */
  readonly inherited?: boolean;
  readonly when: {
    readonly condition?: string;
    /** The condition of a relative, as the family history records it. */
    readonly familyCondition?: string;
    readonly ageFrom?: number;
    readonly ageBelow?: number;
    readonly weightBelowKg?: number;
    readonly pregnancy?: boolean;
    readonly lab?: { readonly kind: string; readonly below?: number; readonly above?: number };
    readonly withDrug?: string;
    /** Not where this condition is on record as well, of which another row speaks. */
    readonly unlessCondition?: string;
    /** Only of an order of more than this, or of one that does not say how much. */
    readonly aboveMgPerDay?: number;
    /**
     * Only for these results of the genotype itself, without what other drugs do to the enzyme: phenotypes or diplotypes. Then all that the row names
     * must hold.
     */
    readonly genotype?: { readonly gene: string; readonly values: readonly string[] };
    /** Together with a drug of each kind: then both this and `genotype` must hold. `{with}` in the text stands for their names. */
    readonly withEach?: readonly {
      readonly gene: string;
      readonly effect: Perpetrator['effect'];
      readonly strengths: readonly Perpetrator['strength'][];
    }[];
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
  /** Codes of procedures by the end of their system's address: CPT by the whole code, ICD-10-PCS by its beginning. */
  readonly procedures?: readonly { readonly system: string; readonly starts: string }[];
  /** Recorded on allergy lists too, as the entry itself or as its reaction. */
  readonly onAllergyList?: boolean;
  /** Holds for entries that say "suspected" alone; an entry of any other indication says nothing with that word. */
  readonly suspected?: boolean;
  readonly source: FactSource;
}
