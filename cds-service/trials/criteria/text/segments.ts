/** One item of a list in stretches between its separators: what was recognised in each, what the words around it do, how it is joined. */
import type { Atom } from '../atom.ts';
import { effectOf, piecesOf, type Effect, type Known, type Piece } from './pieces.ts';

/** A stretch between separators: what was recognised in it, and what the words around it do. */
export interface Segment {
  readonly atom: Atom | null;
  readonly head: Effect;
  readonly tail: Effect;
  /** A bracket behind the atom speaks of it alone. */
  readonly bracket: Effect;
  /** How it is joined to the one before. */
  readonly link: 'or' | 'and' | 'comma' | 'colon' | 'open' | 'none';
}

const worse = (a: Effect, b: Effect): Effect => (a === 'silent' || a === b ? b : b === 'silent' ? a : 'open');

export function segmentsOf(item: string, atoms: readonly Atom[], known: Known): Segment[] {
  const segments: Segment[] = [];
  let link: Segment['link'] = 'none';
  let atom: Atom | null = null;
  let [head, tail, bracket]: Effect[] = ['silent', 'silent', 'silent'];
  let empty = true;
  let strange = false;
  const close = (): void => {
    if (strange && atom !== null) head = 'open';
    strange = false;
    if (!empty) segments.push({ atom, head: head ?? 'silent', tail: tail ?? 'silent', bracket: bracket ?? 'silent', link });
    [atom, head, tail, bracket, empty] = [null, 'silent', 'silent', 'silent', true];
  };
  for (const piece of piecesOf(item)) {
    if (piece.kind === 'atom') {
      if (atom !== null) {
        close();
        link = 'comma';
      }
      atom = atoms[piece.at] ?? null;
      empty = false;
    } else if (piece.kind === 'words' || piece.kind === 'bracket') {
      const effect = piece.kind === 'bracket' && atom !== null && /^\s*or\b/i.test(piece.text) ? 'less' : effectOf(piece.text, known);
      // A limit that was not understood, before the one that was.
      if (atom === null && effect !== 'silent' && /[≥≤<>]|\d ?x\b/.test(piece.text)) strange = true;
      empty = false;
      if (atom === null) head = worse(head ?? 'silent', effect);
      else if (piece.kind === 'bracket')
        bracket = worse(bracket ?? 'silent', /@|^(?!\s*or\b).*\badults?\b/i.test(piece.text) ? 'open' : effect);
      else tail = worse(tail ?? 'silent', effect);
    } else {
      const had = !empty;
      close();
      link = linkAfter(had ? 'none' : link, piece);
    }
  }
  close();
  return segments;
}
/** ", or" is "or"; ", and" is "and"; "and/or" and a slash are not clear. */
function linkAfter(before: Segment['link'], piece: Piece): Segment['link'] {
  if (piece.kind === 'slash' || piece.kind === 'and/or' || before === 'open') return 'open';
  if (piece.kind === 'or' || piece.kind === 'and') return before === 'or' || before === 'and' ? 'open' : piece.kind;
  if (piece.kind === 'colon') return 'colon';
  return before === 'none' ? 'comma' : before;
}
