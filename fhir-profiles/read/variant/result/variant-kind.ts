/** The kind of a variant (base change, insertion or deletion, copies, fusion, expression) and how its copies changed. */
import type { ChangeMeaning } from '../../../codes/genomics/variant-terms.ts';
import type { VariantFact, VariantKind } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';
import type { ObservationView } from '../../observation.ts';
import { copyChangeOf } from '../notation/copy-change.ts';
import { hasFusionComponents, partnersInText } from '../notation/fusion.ts';
import { affectedSpan } from '../notation/genomic-position.ts';
import type { HgvsFound } from '../notation/hgvs.ts';
import { translocationGenes } from '../notation/karyotype.ts';
import type { VariantNames } from './variant-names.ts';

export interface KindParts {
  readonly view: ObservationView;
  readonly chart: Chart;
  readonly names: VariantNames;
  readonly hgvs: HgvsFound;
  readonly genes: readonly string[];
  readonly meaning: ChangeMeaning | null;
  readonly copies: number | undefined;
  readonly genomic: VariantFact['genomic'];
}

/** Length from which a gain or loss of sequence is a structural variant. */
const STRUCTURAL = 50;

function isStructural({ view, hgvs, genomic }: KindParts): boolean {
  return hgvs.c.length === 0 && hgvs.p.length === 0 && genomic === undefined && (affectedSpan(view) ?? 0) >= STRUCTURAL;
}

/** The report's own word, else the number of copies, else what a long deletion or duplication does. */
export function copyChange(parts: KindParts, kind: VariantKind): VariantFact['copyChange'] {
  const { meaning, copies } = parts;
  if (copies !== undefined && copies < 0.5 && kind === 'copy-number') return 'deep-loss';
  if (meaning?.copyChange !== undefined) return meaning.copyChange;
  if (kind !== 'copy-number') return undefined;
  if (copies !== undefined) return copyChangeOf(copies);
  return meaning?.term === 'deletion' ? 'loss' : meaning?.term === 'duplication' ? 'gain' : undefined;
}

/** What kind of change the parts of an assessment describe. */
export function kindOf(parts: KindParts): VariantKind {
  if (isStructural(parts) && (parts.meaning?.term === 'deletion' || parts.meaning?.term === 'duplication')) return 'copy-number';
  return kindOfChange(parts);
}

function kindOfChange({ view, names, hgvs, genes, meaning, copies, genomic, chart }: KindParts): VariantKind {
  const small = smallChange(hgvs, genomic);
  if (meaning?.kind === 'fusion' || hasFusionComponents(view) || (names.iscn !== undefined && translocationGenes(names.iscn).length > 0))
    return 'fusion';
  if (small === null && genes.length === 2 && partnersInText(names.words, chart.vocabulary.genes) !== null) return 'fusion';
  if (meaning?.kind === 'copy-number' || meaning?.kind === 'expression')
    return small !== null && meaning.copyChange === undefined ? small : meaning.kind;
  if (small !== null) return small;
  if (copies !== undefined && copies !== 2) return 'copy-number';
  if (/rna-?seq|expression/i.test(names.profiles)) return 'expression';
  if (meaning?.kind !== undefined) return meaning.kind;
  if (names.words.some((words) => ONE_AMINO_ACID.test(words))) return 'snv';
  // Two genes as the whole of a finding, one of them known for its rearrangements and the other for none: nothing else can be meant.
  const rearranged = genes.filter((gene) => REARRANGED.has(gene)).length;
  const otherwise = names.words.some((words) => /mutat|variant|amplif|exon|wild/i.test(words));
  return genes.length === 2 && rearranged === 1 && copies === undefined && !otherwise ? 'fusion' : 'other';
}

/** "L858R": one amino acid for another. */
const ONE_AMINO_ACID = /(?:^|\s)[ACDEFGHIKLMNPQRSTVWY]\d{1,4}[ACDEFGHIKLMNPQRSTVWY*](?![A-Za-z0-9])/;

/** A change of single bases or a short insertion, deletion or duplication, from its notation. */
function smallChange(hgvs: HgvsFound, genomic: VariantFact['genomic']): VariantKind | null {
  const notation = [...hgvs.c.map(({ change }) => change), ...hgvs.g, ...hgvs.p];
  if (notation.length === 0 && genomic === undefined) return null;
  if (notation.some((text) => /del|ins|dup|fs|\[\d+\]/.test(text))) return 'indel';
  if (notation.some((text) => />|=|^p\./.test(text))) return 'snv';
  if (genomic === undefined) return 'other';
  return genomic.ref.length === genomic.alt.length ? 'snv' : 'indel';
}

/**
 * Genes whose fusion a US label asks for (`test/oncology/rearranged.test.ts` compares), without those that are
 * altered otherwise more often than fused: beside a second gene, a bare BRAF, FGFR1 or EGFR says nothing of a fusion.
 */
export const REARRANGED: ReadonlySet<string> = new Set([
  'ALK', 'ROS1', 'RET', 'NTRK1', 'NTRK2', 'NTRK3', 'FGFR2', 'FGFR3', 'NRG1', 'ABL1', 'PDGFRA', 'PDGFRB', 'KMT2A', 'RARA',
]); // prettier-ignore
