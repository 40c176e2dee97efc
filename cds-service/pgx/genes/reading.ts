/** One reading of one gene: what a single report (or the pooled variant results) says, before readings are put together. */
import type { RecordedIn } from '../../../fhir-profiles/index.ts';
import type { Evidence, GeneResult } from '../../report/types.ts';
import type { StatedPhenotype } from './types.ts';

export interface Reading {
  readonly gene: string;
  readonly basis: GeneResult['basis'];
  /** 'called' when the reading decides; 'no-call' when the assay failed or names nothing that decides. */
  readonly state: 'called' | 'indeterminate' | 'no-call';
  /** Canonical diplotype, or what is known of it. */
  readonly diplotype: string | null;
  /** CPIC phenotype; 'Indeterminate' for an indeterminate reading; null where the gene has none (HLA, VKORC1). */
  readonly phenotype: string | null;
  readonly activityScore: string | null;
  readonly possibleScores?: readonly string[];
  /** Every phenotype that the reading leaves open. */
  readonly possiblePhenotypes?: readonly string[];
  readonly alleleStatus?: readonly string[];
  /** HLA: read, and of alleles that no advice asks about; of those that it asks about nothing is known. */
  readonly ofOtherAlleles?: true;
  /** HLA: alleles that the knowledge asks about and that the typing may be without saying so: typed to a group (`*57`), or one of several possible typings. */
  readonly leftOpen?: readonly string[];
  readonly genotype?: string;
  /** Bases on the + strand, by rsID. */
  readonly positions?: Readonly<Record<string, string>>;
  readonly functions?: readonly string[];
  /** Names of alleles that the knowledge does not have. */
  readonly unknownAlleles?: readonly string[];
  /** Alleles known to be present when the diplotype is not complete. */
  readonly seenAlleles?: readonly string[];
  /** Diplotypes that an ambiguous result leaves open. */
  readonly options?: readonly string[];
  readonly rule?: string;
  /** A gene in which one variant decides was examined, and none was found: neither a risk, nor one of unknown effect, nor a failed test. */
  readonly nothingFound?: boolean;
  /** One of two readings of contradicting results: never folded into the other. */
  readonly disputed?: boolean;
  /** Undecided between phenotypes that all call for less drug: asked for by each of these, so that the warning is not lost. */
  readonly openKeys?: readonly string[];
  /** Of the open keys the mildest is by far the likeliest, and what it asks for holds in any case. */
  readonly mildestLeads?: boolean;
  /** A deficiency is stated without its grade: the most cautious of the open keys leads. */
  readonly worstLeads?: boolean;
  readonly stated?: StatedPhenotype;
  /** The reading rests on a list of the record, not on a laboratory's result. */
  readonly recorded?: RecordedIn;
  /** A measured activity that is not interpreted, as it is written. */
  readonly measured?: string;
  /** The result stands in an attached document. */
  readonly inDocument?: boolean;
  readonly notes: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly amended: boolean;
}

/** What every reading starts from; the caller adds what it found. */
export function openReading(gene: string, basis: GeneResult['basis']): Reading {
  return { gene, basis, state: 'no-call', diplotype: null, phenotype: null, activityScore: null, notes: [], evidence: [], amended: false };
}

export const namesNoVariant = ({ nothingFound, diplotype }: Reading): boolean => nothingFound ?? diplotype === 'Reference/Reference';
