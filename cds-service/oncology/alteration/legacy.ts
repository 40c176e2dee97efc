/**
 * Names of the same change under another numbering, brought to the one CIViC uses: histone names without the start
 * methionine, EZH2 on its older transcript, MYD88 on three transcripts, MET on NM_000245 (18 codons shorter before exon 14),
 * ABL1 on NM_007313 (isoform 1b, 19 codons longer: CIViC VariantSummaries 2021-02, variant 2: T315I alias THR334ILE, NM_007313.2:c.1001C>T).
 */
import { parseProtein, proteinName, type ProteinChange } from '../../knowledge/oncology/notation/protein.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

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
  ABL1: [{ from: 'T334', by: -19 }],
}; // prettier-ignore

/** The change under the numbering of the knowledge, when it was written under an older one; null otherwise. */
export function renumbered(gene: string, change: ProteinChange): ProteinChange | null {
  const rule = entryOf(RENUMBERED, gene)?.find(({ from }) => from === `${change.from}${change.start}`);
  if (!rule || change.end !== change.start) return null;
  return parseProtein(proteinName({ ...change, start: change.start + rule.by, end: change.end + rule.by }));
}

/** Transcripts whose coding numbers differ from the knowledge's: bases to add. */
export function codingShift(gene: string, transcript: string | undefined): number | null {
  if (transcript === undefined) return 0;
  if (gene === 'MET' && /^NM_000245\b/.test(transcript)) return 54;
  if (gene === 'ABL1' && ABL1_1B.test(transcript)) return -57;
  return 0;
}
const ABL1_1B = /^(?:NM_007313|ENST00000372348)\b/;

/** A substitution under the coding numbers of the knowledge, where it is counted on one of those transcripts: `c.1001C>T` → `c.944C>T`. */
export function recounted(gene: string, coding: string, transcript: string | undefined): string {
  const shift = codingShift(gene, transcript) ?? 0;
  return gene === 'ABL1' && shift !== 0
    ? coding.replace(/^c\.(\d+)(?=[ACGT]>[ACGT]$)/, (_, at: string) => `c.${Number(at) + shift}`)
    : coding;
}

/** A protein change on such a transcript, where the knowledge has no change by the name as it stands and has one by the name so counted. */
export function recountedProtein(
  gene: string,
  change: ProteinChange,
  transcript: string | undefined,
  known: ReadonlySet<string>,
): ProteinChange | null {
  const shift = (codingShift(gene, transcript) ?? 0) / 3;
  if (gene !== 'ABL1' || shift === 0 || known.has(proteinName(change))) return null;
  const other = parseProtein(proteinName({ ...change, start: change.start + shift, end: change.end + shift }));
  return other !== null && known.has(proteinName(other)) ? other : null;
}

/** Exons that reports still number as on an older transcript. */
const OLD_EXONS: Readonly<Record<string, Readonly<Record<number, number>>>> = { NPM1: { 12: 11 } };
export function renumberedExons(gene: string, [first, last]: readonly [number, number]): readonly [number, number] {
  const rule = entryOf(OLD_EXONS, gene);
  return [rule?.[first] ?? first, rule?.[last] ?? last];
}
