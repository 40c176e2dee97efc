/**
 * Names of the same change under another numbering, brought to the one CIViC uses: histone names without the start
 * methionine, EZH2 on its older transcript, MYD88 on three transcripts, MET on NM_000245 (18 codons shorter before exon 14).
 */
import { parseProtein, proteinName, type ProteinChange } from '../../knowledge/oncology/notation/protein.ts';

interface Renumbering {
  /** Residue and old position, e.g. `K27`. */
  readonly from: string;
  readonly by: number;
}
const RENUMBERED: Readonly<Record<string, readonly Renumbering[]>> = {
  'H3-3A': [{ from: 'K27', by: 1 }, { from: 'G34', by: 1 }],
  H3C2: [{ from: 'K27', by: 1 }],
  EZH2: [{ from: 'Y641', by: 5 }, { from: 'A677', by: 5 }, { from: 'A687', by: 5 }],
  MYD88: [{ from: 'L252', by: 13 }, { from: 'L273', by: -8 }],
  MET: [{ from: 'D1010', by: 18 }],
}; // prettier-ignore

/** The change under the numbering of the knowledge, when it was written under an older one; null otherwise. */
export function renumbered(gene: string, change: ProteinChange): ProteinChange | null {
  const rule = RENUMBERED[gene]?.find(({ from }) => from === `${change.from}${change.start}`);
  if (!rule || change.end !== change.start) return null;
  return parseProtein(proteinName({ ...change, start: change.start + rule.by, end: change.end + rule.by }));
}

/** Transcripts whose coding numbers differ from the knowledge's: bases to add. */
export function codingShift(gene: string, transcript: string | undefined): number | null {
  if (transcript === undefined) return 0;
  if (gene === 'MET' && /^NM_000245\b/.test(transcript)) return 54;
  return 0;
}

/** Exons that reports still number as on an older transcript. */
const OLD_EXONS: Readonly<Record<string, Readonly<Record<number, number>>>> = { NPM1: { 12: 11 } };
export function renumberedExons(gene: string, [first, last]: readonly [number, number]): readonly [number, number] {
  const rule = OLD_EXONS[gene];
  return [rule?.[first] ?? first, rule?.[last] ?? last];
}
