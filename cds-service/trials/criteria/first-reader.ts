/** Readers one after another, each only where a stretch stands that it needs; the first that knows something decides. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { Side } from './requirements-together.ts';
import type { ReadingContext } from './atom.ts';
import { gate, openedBy } from './text/needles.ts';

interface Reader {
  /** Lower-case stretches of which one must be there. */
  readonly needs: readonly string[];
  read(text: string, side: Side, context: ReadingContext): Requirement | null;
}

export function firstOf(readers: readonly Reader[]): Reader['read'] {
  const gated = readers.map(({ needs, read }) => ({ needed: gate(needs), read }));
  return (text, side, context) => {
    const opened = openedBy(text);
    for (const { needed, read } of gated) {
      if (!opened.has(needed)) continue;
      const requirement = read(text, side, context);
      if (requirement !== null) return requirement;
    }
    return null;
  };
}
