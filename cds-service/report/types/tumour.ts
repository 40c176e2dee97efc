/** The tumour, what was found in it, and what is inherited. */
import type { Citation, Evidence } from './citation.ts';
import type { TherapyMatch } from './therapy.ts';

/**
 * The tumour that targeted therapies and trials are matched with. `oncotree` and `doid` are null when the diagnosis could not be
 * mapped.
 */
export interface Tumour {
  text: string;
  codes: { system: string; code: string }[];
  oncotree: string | null;
  doid: string | null;
  /** The latest on file. */
  stage?: string;
  /** The diagnosis; behind it what the stage rests on, where that is a resource of its own. */
  evidence: Evidence[];
}

/** A further active primary of another type, with the therapies that the findings have in its own type. Which tumour a result is of, the record seldom says. */
export interface OtherTumour extends Tumour {
  therapies: TherapyMatch[];
}

/** A measured tumour marker: the value as the laboratory gave it, its unit, and the status it stated. */
export interface Biomarker {
  kind: 'TMB' | 'MSI' | 'HRD' | 'PD-L1' | 'HER2' | 'ER' | 'PR' | 'Ki-67' | (string & {});
  value: number | string;
  /** "Below 1 %" is no 1 %: the sign that stands before the number. Absent: the number itself. */
  comparator?: '<' | '<=' | '>=' | '>';
  unit?: string;
  status?: string;
  method?: string;
  /** What was examined, in the chart's words. Absent: not stated. */
  specimen?: string;
  evidence: Evidence[];
}

/** A tumour or inherited variant as it was read, found or not found. */
export interface VariantResult {
  id: string;
  gene: string;
  name: string;
  cHgvs?: string;
  pHgvs?: string;
  kind: 'snv' | 'indel' | 'copy-number' | 'fusion' | 'expression' | 'other';
  origin: 'somatic' | 'germline' | 'unknown';
  /** False: looked for and not found. Absent: indeterminate, no call, failed, or not said; never to be taken for either. */
  present?: boolean;
  vaf?: number;
  classification?: string;
  /** What was examined, in the chart's words ("Plasma", "Tumour tissue"). Absent: not stated; never to be taken as the same as another. */
  specimen?: string;
  /** How the variant was read and why it counts or does not count as a mutation of its gene. */
  because?: string[];
  /** Another result did not find it. */
  bothWays?: BothWays;
  evidence: Evidence[];
}

/** The same change found by one result and not found by another. */
export interface BothWays {
  /** "found 2026-05-03, not found in blood 2026-10-02, which does not rule it out". */
  text: string;
  /** The result without it is as new or newer, and of tissue: neither is to be relied on before somebody has looked at both. */
  unsettled: boolean;
  /** Where it was not found. */
  evidence: Evidence[];
}

/** A change that a later result shows first and that makes a drug fail. */
export interface EmergingResistance {
  variant: string;
  gene: string;
  name: string;
  /** Day of the result that first shows it. */
  since: string;
  /** Ids of the earlier findings beside which it appeared. */
  after: string[];
  therapies: { name: string; rxnorm?: string }[];
  text: string;
  sources: Citation[];
  evidence: Evidence[];
}

/** An inherited finding in a cancer gene, for genetic counselling. */
export interface GermlineFinding {
  variant: string;
  gene: string;
  name: string;
  text: string;
  source: Citation;
  evidence: Evidence[];
}

/** The coding exons of a gene along its protein, in residues as the reference transcript numbers them. */
export interface ProteinMap {
  gene: string;
  /** MANE Select transcript, by which laboratories number: `NM_005228.5`. */
  transcript: string;
  /** Residues of the protein. Absent: only the part that `exons` covers is known to be numbered so. */
  length?: number;
  /** First and last residue of each exon; a residue whose codon two exons share belongs to both. */
  exons: { exon: number; from: number; to: number }[];
  source: Citation;
}

/** What a source outside the product says of one finding. */
export interface ExternalAnnotation {
  variant: string;
  name: string;
  source: string;
  lines: string[];
  pmids: string[];
  version?: string;
  /** To be shown with every line. */
  attribution: string;
}
