/**
 * Coding changes (`c.2573T>G`, `c.2235_2249del`, `c.3082+1G>T`, `c.-124C>T`) read far enough to tell what they do to the
 * protein without its sequence: which codons they touch, whether the frame is kept, whether a splice site is hit.
 */
export interface CodingPosition {
  /** Base of the coding sequence; negative before the start codon, null after the stop codon (`c.*`). */
  readonly base: number | null;
  /** Bases into the intron: +1 after the exon's last base, -1 before the next exon's first; 0 in the exon. */
  readonly offset: number;
}
export interface CodingChange {
  readonly kind: 'substitution' | 'deletion' | 'insertion' | 'duplication' | 'delins' | 'inversion' | 'silent';
  readonly start: CodingPosition;
  readonly end: CodingPosition;
  readonly inserted: string;
  /** Net change of length in bases; null when the inserted sequence is not written out or an end lies in an intron. */
  readonly netBases: number | null;
}

const POSITION = '(\\*?-?\\d+)([+-]\\d+)?';
const CODING = new RegExp(`^c\\.\\(?${POSITION}(?:_${POSITION})?(.*?)\\)?$`, 'i');

export function parseCoding(text: string): CodingChange | null {
  const bare = text
    .trim()
    .replace(/^[A-Z]{2,4}_?\d+(?:\.\d+)?(?:\([^)]*\))?:/i, '')
    .replace(/\s+/g, '');
  const match = CODING.exec(bare);
  if (!match) return null;
  const [, base = '', offset, endBase, endOffset, tail = ''] = match;
  const start = position(base, offset);
  const end = endBase === undefined ? start : position(endBase, endOffset);
  const rest = tail.toUpperCase();
  if (rest === '=') return { kind: 'silent', start, end, inserted: '', netBases: 0 };
  const substitution = /^([ACGTU]+)>([ACGTU]+)$/.exec(rest);
  const span = spanOf(start, end);
  if (substitution) {
    const [, from = '', to = ''] = substitution;
    return {
      kind: from.length === 1 && to.length === 1 ? 'substitution' : 'delins',
      start,
      end,
      inserted: to,
      netBases: to.length - from.length,
    };
  }
  const delins = /^DEL[ACGTU]*INS([ACGTU]+|\d+)?$/.exec(rest);
  if (delins) return made('delins', delins[1], (n) => (span === null ? null : n - span));
  if (/^DEL([ACGTU]*|\d*)$/.test(rest)) return { kind: 'deletion', start, end, inserted: '', netBases: span === null ? null : -span };
  const insertion = /^INS([ACGTU]+|\d+)?/.exec(rest);
  if (insertion) return made('insertion', insertion[1], (n) => n);
  if (/^DUP([ACGTU]*|\d*)$/.test(rest)) return { kind: 'duplication', start, end, inserted: '', netBases: span };
  if (rest.startsWith('INV')) return { kind: 'inversion', start, end, inserted: '', netBases: 0 };
  return null;

  function made(kind: 'delins' | 'insertion', sequence: string | undefined, net: (inserted: number) => number | null): CodingChange {
    const letters = sequence !== undefined && /^[ACGTU]+$/.test(sequence) ? sequence : '';
    const length = letters === '' ? (sequence === undefined ? null : Number(sequence)) : letters.length;
    return { kind, start, end, inserted: letters, netBases: length === null ? null : net(length) };
  }
}

/** First and last codon that a change in the coding sequence touches; null when an end lies outside it. */
export function codonsOf(change: CodingChange): readonly [number, number] | null {
  const { start, end } = change;
  if (start.base === null || end.base === null || start.base < 1 || end.base < 1) return null;
  if (start.offset !== 0 || end.offset !== 0) return null;
  return [Math.ceil(start.base / 3), Math.ceil(end.base / 3)];
}

/** One spelling for comparison: no transcript, no deleted bases, upper-case bases. */
export function codingName(text: string): string {
  const bare = text
    .trim()
    .replace(/^[A-Z]{2,4}_?\d+(?:\.\d+)?(?:\([^)]*\))?:/i, '')
    .replace(/\s+/g, '');
  return `c.${bare
    .replace(/^c\./i, '')
    .toUpperCase()
    .replace(/DEL[ACGT]+(?=INS)/, 'DEL')
    .replace(/DEL[ACGT]+$/, 'DEL')
    .replace(/DUP[ACGT]+$/, 'DUP')
    .replace(/DEL|INS|DUP|INV/g, (word) => word.toLowerCase())}`;
}

/** True for the first two and last two bases of an intron: the ones every splice site needs. */
export function hitsSpliceSite(change: CodingChange): boolean {
  const near = ({ offset }: CodingPosition) => offset !== 0 && Math.abs(offset) <= 2;
  const crosses = (change.start.offset === 0) !== (change.end.offset === 0);
  return near(change.start) || near(change.end) || crosses;
}

function position(base: string, offset: string | undefined): CodingPosition {
  return { base: base.startsWith('*') ? null : Number(base), offset: offset === undefined ? 0 : Number(offset) };
}
function spanOf(start: CodingPosition, end: CodingPosition): number | null {
  if (start.base === null || end.base === null || start.offset !== 0 || end.offset !== 0) return null;
  return end.base - start.base + 1;
}
