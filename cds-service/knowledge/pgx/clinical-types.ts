/** `data/pgx-clinical.json`: clinical facts curated by us, each with its source. */
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';
import type { Recommendation } from './guideline-types.ts';

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
  /** Not from the label itself, but from FDA's table of pharmacogenetic associations. */
  readonly ofTable?: true;
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
  /** Told where the genes change the dose alone, so that their figure is not taken for the whole: by itself it is the EHR's own. */
  readonly besideDose?: boolean;
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
