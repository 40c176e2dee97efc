/** What decides one way in criteria that stay open as a whole. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { Side } from '../arrange.ts';
import type { ReadingContext } from '../atom.ts';
import { gate, openedBy } from '../needles.ts';
import { ALLERGENS } from './allergens.ts';
import { EXTENT } from './extent.ts';
import { IMMUNE } from './immune.ts';
import type { OneWayReader } from './reader.ts';
import { STUDY_HISTORY } from './study-history.ts';
import { TOXICITY } from './toxicity.ts';
import { VIRUSES } from './viruses.ts';

const READERS = ([ALLERGENS, VIRUSES, TOXICITY, STUDY_HISTORY, IMMUNE, EXTENT] satisfies readonly OneWayReader[]).map(
  ({ needs, read }) => ({
    needed: gate(needs),
    read,
  }),
);

/** Null: no reader knows anything that is certain. */
export function decidesOneWay(text: string, side: Side, context: ReadingContext): Requirement | null {
  const opened = openedBy(text);
  for (const { needed, read } of READERS) {
    if (!opened.has(needed)) continue;
    const requirement = read(text, side, context);
    if (requirement !== null) return requirement;
  }
  return null;
}
