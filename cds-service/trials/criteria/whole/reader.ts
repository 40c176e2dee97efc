/** Reads a criterion that follows a fixed pattern from its first to its last word, before it is taken apart into stretches. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { Side } from '../requirements-together.ts';
import type { ReadingContext } from '../atom.ts';

export interface WholeReader {
  /** Stretches of lower-case text of which one must be there; spares most criteria the pattern. */
  readonly needs: readonly string[];
  /** Null: not this pattern. An exclusion's requirement describes the excluding feature. */
  read(text: string, side: Side, context: ReadingContext): Requirement | null;
}
