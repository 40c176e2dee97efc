/** What a second look (`second-look.ts`) asks of each of its readers. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { Side } from './requirements-together.ts';
import type { Atom, ReadingContext } from './atom.ts';

/** The text with `@n@` for the nth atom and without phrases that say nothing about the patient. */
export type Masking = (text: string, atoms: readonly Atom[]) => string;

export interface SecondReader {
  /** Stretches of lower-case text of which one must be there; null: it looks itself. */
  readonly needs: readonly string[] | null;
  /** Null: nothing here can be certain. An exclusion's requirement describes the excluding feature. */
  read(text: string, side: Side, context: ReadingContext, masked: Masking): Requirement | null;
}
