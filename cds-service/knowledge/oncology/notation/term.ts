/** One term of a molecular profile: a class of alterations (or a single one) of one gene, a fusion, a marker. */
import type { ProteinChange } from './protein.ts';

export type ExonChange = 'any' | 'deletion' | 'insertion' | 'duplication' | 'frameshift';
export type MutationEffect = 'any' | 'activating' | 'loss' | 'frameshift' | 'alteration';

export type Term =
  /** These very protein changes: `G12C`, `S310F/Y`. */
  | { readonly kind: 'protein'; readonly gene: string; readonly changes: readonly ProteinChange[] }
  /** Any change of these codons; with `except`, of any other codon. */
  | { readonly kind: 'codons'; readonly gene: string; readonly codons: readonly number[]; readonly except: boolean }
  | { readonly kind: 'coding'; readonly gene: string; readonly coding: string }
  /** Any mutation of the gene that matters; `activating` and `loss` ask for that effect. `rare`: not the common ones. */
  | { readonly kind: 'mutation'; readonly gene: string; readonly effect: MutationEffect; readonly rare: boolean }
  | {
      readonly kind: 'exon';
      readonly gene: string;
      readonly exons: readonly [number, number];
      readonly change: ExonChange;
      readonly rare: boolean;
    }
  /** A named stretch of the protein, resolved by the gene model; `except` is cut out of it. */
  | { readonly kind: 'region'; readonly gene: string; readonly region: string; readonly except: string | null }
  | { readonly kind: 'skipping'; readonly gene: string; readonly exon: number }
  | { readonly kind: 'internal-duplication'; readonly gene: string }
  | { readonly kind: 'promoter'; readonly gene: string }
  /** null = any partner. `ordered` false: the gene may stand on either side. */
  | {
      readonly kind: 'fusion';
      readonly five: string | null;
      readonly three: string | null;
      readonly ordered: boolean;
      /** Exon numbers of the break, `e20::e20`, where the evidence is about that form alone. */
      readonly breaks: string | null;
    }
  | { readonly kind: 'copy'; readonly gene: string; readonly change: 'amplification' | 'gain' | 'deletion' | 'loss' }
  | { readonly kind: 'expression'; readonly gene: string; readonly level: 'present' | 'over' | 'under' }
  | { readonly kind: 'wild-type'; readonly gene: string }
  | { readonly kind: 'rsid'; readonly gene: string; readonly rsId: string; readonly homozygous: boolean }
  /** A test result of the whole tumour, or of a protein by staining. `min` is the threshold in the marker's own unit. */
  | {
      readonly kind: 'marker';
      readonly marker: string;
      readonly status: string;
      readonly method: string | null;
      readonly min: number | null;
    }
  | { readonly kind: 'arm-deletion'; readonly arm: string }
  /** A name that no rule reads; only the same name matches. */
  | { readonly kind: 'named'; readonly gene: string; readonly name: string };

/** Genes a term speaks of; empty for markers. */
export function genesOf(term: Term): readonly string[] {
  switch (term.kind) {
    case 'fusion':
      return [term.five, term.three].filter((gene) => gene !== null);
    case 'marker':
    case 'arm-deletion':
      return [];
    default:
      return [term.gene];
  }
}

/** Upper case letters and digits only: how free names are compared. */
export function plainName(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9*]/g, '');
}
