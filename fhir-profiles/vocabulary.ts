/**
 * The look-up tables that reading needs: genes, drugs, tumour types. They are compiled from public sources by the
 * importers in `cds-service/knowledge/import`, stored in `fhir-profiles/codes/data/*.json`, loaded at the edge and passed in.
 */
import type { Code, Ingredient } from './facts.ts';

export interface Vocabulary {
  readonly genes: GeneTable;
  readonly drugs: DrugTable;
  readonly tumours: TumourTable;
}

/** HGNC: every way to name a gene leads to its approved symbol; an ambiguous alias leads to null. */
export interface GeneTable {
  bySymbol(symbol: string): string | null;
  byHgncId(id: string): string | null;
  byEntrez(id: string): string | null;
  /** The gene of a RefSeq or Ensembl transcript, a RefSeq protein or an Ensembl gene id (`NM_005228.5`, `NP_005219.2`, `ENSG00000146648`), whatever its version. */
  byTranscript(accession: string): string | null;
  /** Approved symbol for a symbol, previous symbol, alias, or full name; null when unknown or ambiguous. */
  byName(name: string): string | null;
}

/** A drug product or ingredient as found by a code or a text. */
export interface DrugMatch {
  readonly ingredients: readonly Ingredient[];
  readonly drugClass?: string;
  readonly strength?: readonly { readonly ingredient: string; readonly amount: number; readonly unit: string; readonly per?: string }[];
  readonly doseForm?: string;
  /** Whether the product acts systemically; null = cannot be told from the product. */
  readonly systemic: boolean | null;
}

export interface DrugTable {
  /** `system` is the normalised canonical URL; null = the code is not in the table. */
  byCode(code: Code): DrugMatch | null;
  /** Whole-word, grammar-aware reading of a drug text; null = not recognised. Never a substring match. */
  byText(text: string): DrugMatch | null;
  /** For a text that `byText` does not recognise: the one known name it may have meant. To be said, never to be used. */
  suggest?(text: string): string | null;
  /** Of a text that `byText` recognises: what stands beside the drug and may be a second one that is not known. To be said, never used. */
  unread?(text: string): string | null;
}

export interface TumourTable {
  /** OncoTree and DOID for a coded or worded tumour type; null when it is not a tumour that the table knows. */
  byCode(code: Code): { readonly oncotree: string | null; readonly doid: string | null } | null;
  byText(text: string): { readonly oncotree: string | null; readonly doid: string | null } | null;
  /** True when the code or text names a malignant or borderline neoplasm at all. */
  isTumour(code: Code | string): boolean;
  /** True when the first DOID is a broader term of the second. */
  isAbove?(broad: string, narrow: string): boolean;
  /** The same of two OncoTree codes: glioblastoma lies below the brain there, and under no organ in the Disease Ontology. */
  isTypeAbove?(broad: string, narrow: string): boolean;
  /** The tissue ("BRAIN") that an OncoTree code is filed under; null when unknown. */
  tissueOf?(type: string): string | null;
  /** True when the OncoTree code names a tissue ("Brain", "Stomach"), not a kind of tumour. */
  isTissue?(code: string): boolean;
}
