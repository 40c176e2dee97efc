/**
 * A second look at what the first reading left open. It takes a criterion apart into pieces and lets a word that nobody knows open only the
 * piece that it stands in: "ANC ≥ 1.5, platelets ≥ 100 and a life expectancy of 3 months" still asks for the neutrophils.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { Side } from './requirements-together.ts';
import type { ReadingContext } from './atom.ts';
import { EXPECTING_AGAIN } from './expecting-again.ts';
import { FINDINGS_AGAIN } from './findings-again.ts';
import { LIMITS_AGAIN } from './laboratory/limits-again.ts';
import { gate, openedBy } from './text/needles.ts';
import type { Masking, SecondReader } from './second-reader.ts';

const READERS = [LIMITS_AGAIN, FINDINGS_AGAIN, EXPECTING_AGAIN].map(({ needs, read }: SecondReader) => ({
  read,
  needed: needs === null ? null : gate(needs),
}));

export function secondLook(text: string, side: Side, context: ReadingContext, masked: Masking): Requirement | null {
  const opened = openedBy(text);
  for (const { needed, read } of READERS) {
    if (needed !== null && !opened.has(needed)) continue;
    const requirement = read(text, side, context, masked);
    if (requirement !== null) return requirement;
  }
  return null;
}
