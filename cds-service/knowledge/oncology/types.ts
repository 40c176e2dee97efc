/** Targeted-therapy knowledge as compiled facts (CIViC evidence, US approvals, tumour types, gene models). */
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';
import type { Term } from './notation/term.ts';
import type { Perpetrator } from '../pgx/types.ts';

export interface OncologyKnowledge {
  readonly header: KnowledgeHeader;
  /** Headers of the other files (approvals, genes, tumours, hotspots), each with its own licence. */
  readonly parts: readonly KnowledgeHeader[];
  readonly profiles: readonly Profile[];
  readonly evidence: readonly EvidenceItem[];
  readonly approvals: readonly Approval[];
  readonly comparisons: readonly Comparison[];
  readonly precedence: readonly Precedence[];
  /** Genes through which drugs act whose labels name no biomarker (BTK, AR), by ingredient. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
  /** Changes that arise under treatment with drugs of their target. */
  readonly acquired: readonly AcquiredChange[];
  /** Genes whose changes in the tumour arise under drugs: one that is not listed is not known either way. */
  readonly arising: readonly ArisingGene[];
  /** Ingredients of which no label, in any tumour, does without the finding. */
  readonly alwaysAsked: ReadonlySet<string>;
  /** Drugs without a US approval any more, by ingredient. */
  readonly withdrawn: ReadonlyMap<string, Withdrawal>;
  readonly genes: GeneModels;
  readonly tumours: TumourTree;
  readonly index: KnowledgeIndex;
  /** Inhibitors and inducers of the pharmacogenomic part, for criteria of trials about present medication. */
  readonly perpetrators?: readonly Perpetrator[];
}

/** A molecular profile as a boolean tree over terms. */
export type ProfileTree =
  Term | { readonly and: readonly ProfileTree[] } | { readonly or: readonly ProfileTree[] } | { readonly not: ProfileTree };

export interface Profile {
  /** As CIViC writes it: `EGFR T790M AND EGFR Exon 19 Deletion`. */
  readonly text: string;
  readonly tree: ProfileTree;
  /** CIViC molecular profile id, empty for the profiles of approvals. */
  readonly civicId: string;
}

export type EvidenceEffect = 'sensitivity' | 'resistance' | 'reduced-sensitivity' | 'adverse';
export type EvidenceLevel = 'A' | 'B' | 'C' | 'D' | 'E';
export type Interaction = 'combination' | 'substitutes' | 'sequential';
export type EvidenceOrigin = 'somatic' | 'germline-rare' | 'germline-common' | 'mixed' | 'unknown';

/** One accepted predictive evidence item. `supports` false turns the claim around: it was looked for and not found. */
export interface EvidenceItem {
  readonly id: number;
  /** Position in `profiles`. */
  readonly profile: number;
  readonly disease: Disease;
  readonly therapies: readonly Therapy[];
  readonly interaction: Interaction | null;
  readonly supports: boolean;
  readonly effect: EvidenceEffect;
  readonly level: EvidenceLevel;
  /** Curator's trust in the single item, 1 to 5; null when not rated. */
  readonly rating: number | null;
  readonly origin: EvidenceOrigin;
  readonly citation: string;
  readonly pmid: string | null;
  /** Day of the last review, or of publication, `YYYY-MM-DD`. */
  readonly reviewed: string;
  /** Address of a publication that CIViC does not hold; then `id` is 0. */
  readonly publication?: string;
}

export interface Disease {
  readonly name: string;
  /** `DOID:…`; null where CIViC names the disease without a code. */
  readonly doid: string | null;
  /** OncoTree types this disease stands for. */
  readonly oncotree: readonly string[];
  /** `solid`: any solid tumour; `any`: any cancer; null: this disease. */
  readonly breadth: 'solid' | 'any' | null;
}

export interface Therapy {
  readonly name: string;
  /** RxNorm ingredient id when one was found in a list that may be redistributed. */
  readonly rxnorm: string | null;
  /** Lower-case ingredient without salt or biosimilar suffix: what an order is compared with. */
  readonly ingredient: string;
}

/** A US approval that asks for a biomarker, as fact. */
export interface RequiredWhere {
  /** Least stage that shows it; a distant metastasis shows it as well. */
  readonly metastatic?: 'IV' | 'IVB';
  /** `none`: given without chemotherapy and none before; `not-before`: as the first treatment. */
  readonly chemotherapy?: 'none' | 'not-before';
  /** The tumour is known to be of another kind than these (OncoTree), which alone have an indication without the biomarker. */
  readonly notOf?: readonly string[];
}
export interface Approval {
  readonly id: string;
  readonly therapies: readonly Therapy[];
  /** Position in `profiles`. */
  readonly profile: number;
  /** OncoTree codes; `any-solid` for a tumour-agnostic label. */
  readonly tumours: readonly string[];
  readonly excludes: readonly string[];
  readonly origin: 'germline' | 'somatic' | 'any';
  /** The label has no indication for this drug in these tumours without the biomarker. */
  readonly required: boolean;
  /** Other indications of the drug in these tumours ask for no biomarker, and a chart that shows this excludes every one of them; null: none stated. */
  readonly requiredWhere: RequiredWhere | null;
  /**
   * The label names a marker that nearly all of these tumours carry (CD20 in B-cell lymphoma): only a result without it speaks against the
   * order; no result on file is no reason to ask.
   */
  readonly assumed: boolean;
  /** Judges an order and is offered to nobody: chemotherapy with a checkpoint inhibitor, for tumours without an EGFR or ALK alteration. */
  readonly orderOnly: boolean;
  /** The label (also) covers early disease; false: it speaks of advanced disease only. */
  readonly early: boolean;
  /** Line or setting in words, where the label limits it. */
  readonly setting: string | null;
  /** `first`: for untreated (advanced) disease; null: the label does not say, or any. */
  readonly line: 'first' | 'later' | 'maintenance' | 'adjuvant' | null;
  /** How many earlier treatments the label counts, where more than one. */
  readonly lines: number | null;
  /** Earlier treatment that the label asks for: one drug of each group. */
  readonly after: readonly EarlierTreatment[];
  /**
   * The label asks that the disease progressed on or after that treatment, so that treatment broken off for another reason does not bear it out;
   * `stated`: only progression that the chart states does (platinum-resistant).
   */
  readonly progressed: 'asked' | 'stated' | null;
  /** Earlier treatment that the label rules out. */
  readonly without: readonly EarlierTreatment[];
  /** Ages in completed years that the label names, where children have the tumour too; null: all ages, or the label does not say. */
  readonly ages: { readonly from: number | null; readonly to: number | null } | null;
  readonly labelDate: string;
  /** Empty where the number is not on file; the notice of the approval is cited then. */
  readonly application: string;
  readonly url: string;
  /** Further findings in the target against which the drug was shown to act, with the source in words. */
  readonly activeAgainst: readonly { readonly tree: ProfileTree; readonly source: string }[];
  /** Public notices of the approval, where the label tables and CIViC together have one row only. */
  readonly notices: readonly { readonly title: string; readonly url: string; readonly date: string }[];
}

/** A change that arises under treatment: the disease that shows it is not untreated. */
export interface AcquiredChange {
  readonly tree: ProfileTree;
  /** `EGFR inhibitors`. */
  readonly under: string;
  /** Ingredients. */
  readonly drugs: readonly string[];
}
/** A gene whose changes in the tumour are known as those that arise under drugs. */
export interface ArisingGene {
  readonly genes: readonly string[];
  /** Ingredients. */
  readonly drugs: readonly string[];
  /** `BTK inhibitors`. */
  readonly under: string;
  /** Changes against which the drug is known to act. */
  readonly spared: ProfileTree | null;
  /** This change alone, of which a source says no more than that it may resist. */
  readonly only: ProfileTree | null;
  readonly sources: readonly { readonly title: string; readonly url: string; readonly date: string; readonly pmid?: string }[];
}
/** A drug whose US approval was withdrawn: never offered, and an order of it is told so. */
export interface Withdrawal {
  readonly drug: string;
  /** What it was approved for. */
  readonly tumours: readonly string[];
  readonly biomarker: string;
  /** Day of the withdrawal, `YYYY-MM-DD`. */
  readonly date: string;
  /** How and why, in words. */
  readonly why: string;
  readonly notice: { readonly title: string; readonly url: string };
}

/** A group of drugs that labels speak of together: "an EGFR inhibitor". */
export interface EarlierTreatment {
  readonly name: string;
  readonly drugs: readonly string[];
}

/** A randomised trial in which one approved choice did better than another for the same finding. */
export interface Comparison {
  /** Ingredients of either arm, sorted and joined by `+`. */
  readonly better: string;
  readonly than: string;
  readonly tumours: readonly string[];
  readonly trial: string;
}

/** Where a tumour has the findings for both: which of two approved kinds of treatment trials take as the standard. */
export interface Precedence {
  /** Ingredients of the choices that come first, sorted and joined by `+`. */
  readonly first: readonly string[];
  /** Ingredient of the choices that come after them. */
  readonly before: string;
  readonly tumours: readonly string[];
  readonly why: string;
  readonly trial: string;
}

// ------------------------------------------------------------------ genes and tumours

export interface GenePlace {
  readonly chromosome: string;
  readonly forward: boolean;
  /** First and last place, ascending, in the order of `exons`. */
  readonly bounds: readonly (readonly [number, number])[];
}
export interface GeneModel {
  readonly symbol: string;
  /** MANE Select RefSeq transcript, with version. */
  readonly mane: string | null;
  /** MANE Select as Ensembl names it, with version. */
  readonly enst: string | null;
  /** Further transcripts (without version) that count as MANE Select does: last codon up to which that is shown. */
  readonly numbered: Readonly<Record<string, number>>;
  /** Names of `byCoding` that hold on these transcripts alone, which count otherwise. */
  readonly elsewhere: Readonly<Record<string, readonly string[]>>;
  /** Transcript on which the exon ranges were counted. */
  readonly transcript: string | null;
  readonly exons: readonly ExonRange[];
  /** Where the coding part of each of `exons` lies on GRCh37; null where the table has none. */
  readonly place: GenePlace | null;
  /** Last codon up to which `exons` counts as the MANE Select transcript does; null where that is not shown. */
  readonly countedTo: number | null;
  /** Named stretches of the protein: 'kinase domain', 'P-loop' …: first and last codon. */
  readonly regions: Readonly<Record<string, readonly [number, number]>>;
  /** Changes of this gene named in CIViC, canonical protein notation: what is known to matter. */
  readonly known: ReadonlySet<string>;
  /** Codons of `known`. */
  readonly knownCodons: ReadonlySet<number>;
  /** Statistically recurrent codons (cancerhotspots.org v2). */
  readonly hotspots: ReadonlySet<number>;
  /** Coding and genomic names of a known protein change: `c.2573T>G` → `L858R`, `7:55259515:T:G` → `L858R`. */
  readonly byCoding: ReadonlyMap<string, string>;
  readonly byGenomic: ReadonlyMap<string, string>;
  readonly byRsId: ReadonlyMap<string, string>;
  /** Loss of this gene's function is what CIViC's evidence is about. */
  readonly suppressor: boolean;
  /** Residues that the names of known changes tell: position → one-letter amino acid. */
  readonly residues: ReadonlyMap<number, string>;
}
export interface ExonRange {
  readonly exon: number;
  readonly codons: readonly [number, number];
  readonly cds: readonly [number, number];
}
export interface GeneModels {
  get(symbol: string): GeneModel | undefined;
  /** Approved symbol for a symbol or alias in any case; null when unknown to the knowledge. */
  symbol(name: string): string | null;
  /** For results that name no gene: by MANE transcript (version ignored), by rs number, by GRCh37 place `7:55259515:T>G`. */
  symbolOfTranscript(transcript: string): string | null;
  symbolOfRsId(rsId: string): string | null;
  symbolAt(place: string): string | null;
  /** Genes of the exon table on a chromosome of GRCh37. */
  on(chromosome: string): readonly GeneModel[];
}

export interface TumourTree {
  /** OncoTree code → name, parent, tissue. */
  readonly oncotree: ReadonlyMap<string, { readonly name: string; readonly parent: string | null; readonly tissue: string }>;
  /** DOID → label and parents. */
  readonly doid: ReadonlyMap<string, { readonly name: string; readonly parents: readonly string[] }>;
  readonly toDoid: ReadonlyMap<string, readonly string[]>;
  readonly toOncotree: ReadonlyMap<string, readonly string[]>;
}

/** Which profiles a patient's genes and biomarkers can touch at all: cost grows with the patient, not with the knowledge. */
export interface KnowledgeIndex {
  readonly profilesByGene: ReadonlyMap<string, readonly number[]>;
  readonly evidenceByProfile: ReadonlyMap<number, readonly EvidenceItem[]>;
  readonly approvalsByProfile: ReadonlyMap<number, readonly Approval[]>;
  readonly approvalsByDrug: ReadonlyMap<string, readonly Approval[]>;
}
