/** What a table of recognisers claims of a text: what an earlier one has claimed, the later ones see as a gap. */
import { GAP, type Atom, type ReadingContext, type Recogniser } from './atom.ts';
import { openedBy } from './text/needles.ts';

/** Stretches that were recognised, in order, none over another. */
export function claimed(text: string, context: ReadingContext, recognisers: readonly Recogniser[]): Atom[] {
  const taken: Atom[] = [];
  let left = text;
  const opened = openedBy(text);
  const number = /\d/.test(text);
  for (const recognise of recognisers) {
    if (recognise.number === true && !number) continue;
    if (recognise.gate !== undefined && !opened.has(recognise.gate)) continue;
    for (const atom of recognise(left, context)) {
      if (left.slice(atom.start, atom.end).includes(GAP)) continue;
      taken.push(atom);
      left = left.slice(0, atom.start) + GAP.repeat(atom.end - atom.start) + left.slice(atom.end);
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}
