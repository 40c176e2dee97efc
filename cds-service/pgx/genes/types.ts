/** What the advice needs to know of one gene: the result as shown, and the keys by which recommendations ask for it. */
import type { RecordedIn } from '../../../fhir-profiles/index.ts';
import type { DataWarning, GeneResult, ResultState } from '../../report/types.ts';

/**
 * Keys for the recommendation tables. `keys` holds every string that a `when` of this gene may match (phenotype, score,
 * allele statuses, genotype, DPWG's own wording); an empty list means that nothing may be matched (conflict).
 * A gene that was not tested has no finding at all: recommendations ask for it as 'No Result'.
 */
export interface GeneLookup {
  /** CPIC phenotype; 'Indeterminate' when a result exists that decides nothing. */
  readonly phenotype?: string;
  /** CPIC activity score ('1.0', '≥3.0', 'n/a') of score genes; absent when only a range is known. */
  readonly activityScore?: string;
  /** Every score that the result allows; one entry when the score is certain. A phenotype-only result gives all scores of that phenotype. */
  readonly possibleScores?: readonly string[];
  /** HLA: '*57:01 positive', '*58:01 negative'; an allele that was not looked for is not in the list. */
  readonly alleleStatus?: readonly string[];
  /** Results of alleles alone that no advice asks about ("HLA-B*27:05"): for a drug the gene is untested. */
  readonly ofOtherAlleles?: true;
  /** HLA: alleles that a typing on file may be without saying so ('*57:01' of '*57'). */
  readonly leftOpen?: readonly string[];
  /** Diplotype in table order, or '-1639 AG' and the like. */
  readonly genotype?: string;
  /** Function of each allele in the order of the diplotype. */
  readonly functions?: readonly string[];
  /** Bases on the + strand of GRCh38 by rsID ('C/T'), where the gene is read by position (VKORC1, CYP4F2, IFNL3 …). */
  readonly positions?: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
  /** Of several keys the mildest is by far the likeliest, and what it asks for holds in any case. */
  readonly mildestLeads?: boolean;
  /** A deficiency is stated without its grade: the most cautious key leads. */
  readonly worstLeads?: boolean;
  /**
   * The same for rows of the Dutch guideline (body 'DPWG'), which groups functions differently: one reduced allele is
   * intermediate, two are poor, CYP2C19 *1/*17 is normal, and it has own rows for some genotypes ("1.0 (Phenotyping)", "*2/*3").
   */
  readonly dpwgKeys: readonly string[];
}

/** The laboratory's own words where they differ from what the knowledge makes of its genotype. */
export interface StatedPhenotype {
  readonly phenotype: string;
  readonly score?: string;
  readonly written: string;
  readonly because: string;
  /** No table of any time makes this of the genotype: one of the two is wrong. */
  readonly contradicts?: true;
}

/** Another word on the same gene, not used: what the advice would go by if it were. */
export interface OtherWord {
  /** 'laboratory' for its own phenotype beside the genotype, 'earlier test' for one that a later one goes beyond, else the list of the record. */
  readonly by: 'laboratory' | 'earlier test' | RecordedIn;
  /** The phenotype or allele status meant, in the knowledge's words. */
  readonly means: string;
  readonly finding: GeneFinding;
  /** The same report says both, and no other translation explains it: neither is picked in silence. */
  readonly contradicts?: true;
}

export interface GeneFinding {
  readonly gene: string;
  readonly result: GeneResult;
  readonly lookup: GeneLookup;
  readonly state: ResultState;
  /** A gene in which one variant decides was examined, and none was found. */
  readonly nothingFound?: boolean;
  /** The readings that disagree, each a finding of its own; present only with state 'conflict'. */
  readonly conflicting?: readonly GeneFinding[];
  readonly stated?: StatedPhenotype;
  readonly otherWords?: readonly OtherWord[];
  readonly warnings: readonly DataWarning[];
}
