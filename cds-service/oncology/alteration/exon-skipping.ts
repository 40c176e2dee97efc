/**
 * MET exon 14 skipping under its many names: in words, as the change of a splice site, as the residues that are lost, as the junction of its
 * neighbours. Coding numbers on NM_000245 (exon 14: bases 2888 to 3028, codons 963 to 1010) and NM_001127500 (2942 to 3082, codons 981 to 1028;
 * Ensembl v75 gene models). Both borders lie inside a codon, so that 47 residues are lost, counted from the first or the second codon of the exon.
 */
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import { hitsSpliceSite, parseCoding, type CodingChange, type CodingPosition } from '../../knowledge/oncology/notation/coding.ts';
import type { ProteinChange } from '../../knowledge/oncology/notation/protein.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import { splicedCodon, type CodingName } from './sequence-change.ts';
import type { Alteration } from './alteration.ts';

const GENE = 'MET';
const EXON = 14;
const STARTS: readonly number[] = [2888, 2942];
const ENDS: readonly number[] = [3028, 3082];
/** First and last codon of the exon, with the transcripts that count so. */
const COUNTED: readonly { readonly codons: readonly [number, number]; readonly transcript: RegExp }[] = [
  { codons: [963, 1010], transcript: /^(?:NM_000245|ENST00000397752)\b/ },
  { codons: [981, 1028], transcript: /^(?:NM_001127500|ENST00000318493)\b/ },
];
const LAST_CODONS = COUNTED.map(({ codons }) => codons[1]);
const FIRST_CODONS = COUNTED.map(({ codons }) => codons[0]);

/** `exon 13-exon 15 fusion`, `MET(13) - MET(15)`, `M13M15`: the neighbours joined. */
const JUNCTION =
  /\b(?:exons?|ex|e)\.?\s?13\b[^\d;,.]{1,12}15\b|\bMET\s?\(?13\)?\s?(?:::|[-/–_])\s?MET\s?\(?15\)?(?!\d)|\bM13;?M15\b|\be13e15\b|\b13\s?(?:::|[-/–])\s?15\s(?:junction|splice|fusion)/i;

/** The exon that is skipped; null where that is not shown. */
export function skippedExon(
  terms: readonly Term[],
  coding: readonly CodingName[],
  changes: readonly ProteinChange[],
  gene: string,
  fact: VariantFact,
): number | null {
  const named = terms.find((term) => term.kind === 'skipping');
  if (named?.kind === 'skipping') return named.exon;
  if (gene !== GENE) return null;
  const shown =
    isJunction(fact) ||
    LAST_CODONS.includes(splicedCodon(fact) ?? 0) ||
    changes.some((change) => losesLastResidue(change) || losesExon(change, fact.transcript)) ||
    coding.some(({ change }) => hitsBorder(change));
  return shown ? EXON : null;
}

/** A change at a border of the exon of which it is not shown whether the exon is skipped: it is open, neither found nor ruled out. */
export function mayBeSkipping({ fact, genes, skippedExon: skipped, codings }: Alteration): boolean {
  if (skipped !== null || !genes.includes(GENE)) return false;
  // The codon that exon 13 and exon 14 share: the donor of the one or the acceptor of the other.
  if (FIRST_CODONS.includes(splicedCodon(fact) ?? 0)) return true;
  return codings.some((name) => {
    const change = parseCoding(name);
    return [change?.start, change?.end].some((at) => at !== undefined && isNear(at));
  });
}
/**
 * c.3028+3A>G and deletions in the polypyrimidine tract before the exon are predicted or seen to skip it (66 of 3500 lung cancers, ASCO abstract e21513,
 * looked up 2026-11-22); that every change there does so is not known.
 */
const DONOR_REACH = 6;
const ACCEPTOR_TRACT = 40;
function isNear({ base, offset }: CodingPosition): boolean {
  if (base === null) return false;
  return (STARTS.includes(base) && offset < 0 && offset >= -ACCEPTOR_TRACT) || (ENDS.includes(base) && offset > 0 && offset <= DONOR_REACH);
}

function isJunction({ names, genes, gene, fusion }: VariantFact): boolean {
  const partners = [fusion?.fivePrime, fusion?.threePrime].filter((partner) => partner !== null && partner !== undefined);
  if ([...genes, gene, ...partners].some((named) => named !== '' && named !== GENE)) return false;
  return names.some((name) => JUNCTION.test(name));
}

/** D1010N and its like change the last base of the exon. */
function losesLastResidue({ kind, from, start }: ProteinChange): boolean {
  return kind === 'missense' && from === 'D' && LAST_CODONS.includes(start);
}

/** `p.Leu982_Asp1028del`: the residues of the whole exon, counted as the transcript counts them. */
function losesExon({ kind, alt, start, end }: ProteinChange, transcript: string | undefined): boolean {
  if (kind !== 'deletion' && !(kind === 'delins' && alt.length === 1)) return false;
  const stated = COUNTED.some((other) => transcript !== undefined && other.transcript.test(transcript));
  return COUNTED.some(
    ({ codons: [first, last], transcript: own }) =>
      (!stated || own.test(transcript ?? '')) && (start === first || start === first + 1) && (end === last || end === last - 1),
  );
}

/** Two intron bases either side, the last base of the exon, deletions across a border, the whole exon. */
function hitsBorder(change: CodingChange): boolean {
  const ends = [change.start, change.end];
  const atEnd = ends.some(({ base, offset }) => base !== null && ENDS.includes(base) && offset >= 0 && offset <= 2);
  const atStart = ends.some(({ base, offset }) => base !== null && STARTS.includes(base) && offset <= -1 && offset >= -2);
  const across =
    hitsSpliceSite(change) &&
    change.start.offset !== change.end.offset &&
    ends.some(({ base, offset }) => base !== null && ((offset < 0 && STARTS.includes(base)) || (offset > 0 && ENDS.includes(base))));
  return atEnd || atStart || across;
}
