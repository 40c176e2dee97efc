/** A stretch of a criterion that a recogniser understood. */
import type { GeneModels } from '../../knowledge/oncology/types.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TumourTable } from '../../../fhir-profiles/index.ts';
import { gate, type Gate } from './text/needles.ts';

export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly requirement: Requirement;
}

/** Stands where an earlier recogniser has claimed the text. */
export const GAP = '\u0001';

/** What recognisers may look up. */
export interface ReadingContext {
  readonly genes: GeneModels;
  readonly tumours: TumourTable;
  /** Tumour phrases already looked up; the same few hundred come again and again. */
  readonly phrases: Map<string, Requirement | null>;
  readonly variants: Map<string, Requirement | null>;
}

/** Finds every mention of its kind in a readable text. Earlier recognisers of the table win where two overlap. */
export interface Recogniser {
  (text: string, context: ReadingContext): readonly Atom[];
  /** Open where one of the stretches is there without which it finds nothing; spares most texts the whole pattern. */
  readonly gate?: Gate;
  /** What it finds always holds a digit. */
  readonly number?: boolean;
}

/** A recogniser that is asked only where one of the words, separated by bars, stands in the lower-case text. */
export function needing(words: string, recognise: (text: string, context: ReadingContext) => readonly Atom[]): Recogniser {
  return Object.assign((text: string, context: ReadingContext) => recognise(text, context), { gate: gate(words.split('|')) });
}

/** The same, for what always holds a digit. */
export function needingNumber(words: string, recognise: (text: string, context: ReadingContext) => readonly Atom[]): Recogniser {
  return Object.assign(needing(words, recognise), { number: true });
}

/** A recogniser from one pattern; `make` may refuse. */
export function byPattern(pattern: RegExp, make: (match: RegExpExecArray) => Requirement | null): Recogniser {
  return (text) => {
    const atoms: Atom[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[0] === '') {
        pattern.lastIndex += 1;
        continue;
      }
      const requirement = make(match);
      if (requirement) atoms.push({ start: match.index, end: match.index + match[0].length, requirement });
    }
    return atoms;
  };
}

/** The text with `@n@` in the place of the nth atom. */
export function numbered(text: string, atoms: readonly Atom[]): string {
  let out = '';
  let at = 0;
  atoms.forEach((atom, index) => {
    out += `${text.slice(at, atom.start)} @${index}@ `;
    at = atom.end;
  });
  return out + text.slice(at);
}
