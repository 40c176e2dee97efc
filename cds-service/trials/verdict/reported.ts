/** A reported variant as curated clauses see it, also of genes of which the therapy part knows nothing. */
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import { parseProtein, proteinHgvs, type ProteinChange } from '../../knowledge/oncology/notation/protein.ts';
import { copyOf, codingOf, effectOf, type CodingName, type Effect, type OncologyPatient } from '../../oncology/index.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface Reported {
  readonly fact: VariantFact;
  /** `EGFR p.Leu858Arg`. */
  readonly label: string;
  readonly genes: readonly string[];
  readonly changes: readonly ProteinChange[];
  /** The name leaves open which of the changes it is: "V600E/K". */
  readonly either: boolean;
  readonly coding: readonly CodingName[];
  readonly effect: Effect;
  readonly exons: readonly [number, number] | null;
  readonly copy: 'amplification' | 'gain' | 'deletion' | 'loss' | null;
  /** Genes of a fusion; null = no rearrangement. */
  readonly partners: readonly string[] | null;
  readonly sequence: boolean;
  readonly copied: boolean;
  readonly expressed: boolean;
  readonly truncating: boolean;
  /** The laboratory calls it benign, or it changes nothing. */
  readonly benign: boolean;
  /** Why the laboratory's own word keeps it from counting for certain. */
  readonly dismissed: string | null;
  /** No class from the laboratory, and not known to matter. */
  readonly unclassified: boolean;
}

const DISPUTED: Readonly<Record<string, string>> = { vus: 'of uncertain significance', conflicting: 'of disputed significance' };
const TRUNCATING: readonly Effect[] = ['nonsense', 'frameshift', 'splice', 'start-lost'];

export function readReported(fact: VariantFact, patient: OncologyPatient): Reported {
  const found = patient.byFact.get(fact);
  const symbol = (gene: string): string => patient.genes.symbol(gene) ?? gene.toUpperCase();
  const written = fact.genes.length > 0 ? fact.genes : fact.gene === '' ? [] : [fact.gene];
  const genes = [...new Set([...written.map(symbol), ...(found?.alteration.genes ?? [])])];
  const coding = codingOf(fact, fact.names);
  const changes = found?.alteration.changes ?? plainChanges(fact);
  const effect = found?.alteration.effect ?? effectOf(changes[0], coding, fact, []);
  const copy = found ? found.alteration.copy : copyOf(fact, []);
  const fused = fact.kind === 'fusion' || fact.fusion !== undefined || (found?.alteration.fusion ?? null) !== null;
  const classed = found?.alteration.classes.some(({ kind }) => kind === 'mutation' || kind === 'exon' || kind === 'codons') === true;
  const copied = copy !== null || (fact.copyChange !== undefined && fact.copyChange !== 'neutral');
  const expressed = fact.expression !== undefined || (found?.alteration.expression ?? null) !== null;
  const sequence =
    classed ||
    (!copied && !fused && !expressed && (fact.kind === 'snv' || fact.kind === 'indel' || changes.length > 0 || coding.length > 0));
  return {
    fact,
    label: labelOf(fact, genes, found?.alteration.either === true ? [] : changes),
    genes,
    changes,
    either: found?.alteration.either === true,
    coding,
    effect,
    exons: found ? found.alteration.exons : statedExon(fact),
    copy,
    partners: fused ? partnersOf(fact, genes, symbol) : null,
    sequence,
    copied,
    expressed,
    truncating: TRUNCATING.includes(effect),
    benign: fact.classification === 'benign' || fact.classification === 'likely-benign' || effect === 'silent',
    dismissed: entryOf(DISPUTED, fact.classification) ?? (fact.fusion?.inFrame === false ? 'out of frame' : null),
    unclassified: fact.classification === 'unknown' && sequence && found?.standing.matters !== true,
  };
}

function plainChanges(fact: VariantFact): ProteinChange[] {
  const texts = [fact.pHgvs, ...fact.names.map((name) => /\bp\.\(?[^\s,;()]+\)?/.exec(name)?.[0])].filter((text) => text !== undefined);
  return texts.map((text) => parseProtein(text)).filter((change) => change !== null && change.kind !== 'codon') as ProteinChange[];
}
function statedExon({ exon }: VariantFact): readonly [number, number] | null {
  const match = /^\D*(\d+)(?:\s*\/\s*\d+)?(?:\s*-\s*(\d+))?\D*$/.exec(exon ?? '');
  return match ? [Number(match[1]), Number(match[2] ?? match[1])] : null;
}
function partnersOf({ fusion }: VariantFact, genes: readonly string[], symbol: (gene: string) => string): string[] {
  const named = [fusion?.fivePrime, fusion?.threePrime].filter((gene) => gene !== null && gene !== undefined).map(symbol);
  return [...new Set([...named, ...genes])];
}
function labelOf(fact: VariantFact, genes: readonly string[], changes: readonly ProteinChange[]): string {
  const [change] = changes;
  const gene = genes.join('::');
  const what = change ? proteinHgvs(change) : (fact.pHgvs ?? fact.cHgvs ?? fact.copyChange?.replace('-', ' ') ?? fact.names[0] ?? '');
  return (what.startsWith(gene) ? what : `${gene} ${what}`).trim() || 'a variant';
}
