/** Criteria that are read as a whole; the first reader that knows the pattern decides. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { Side } from '../arrange.ts';
import type { ReadingContext } from '../atom.ts';
import { gate, openedBy } from '../needles.ts';
import { WHOLE_CLASSES } from './classes.ts';
import { WHOLE_MOLECULAR } from './molecular.ts';
import { WHOLE_PATIENT } from './patient.ts';
import { WHOLE_TREATMENT } from './treatment.ts';
import { WHOLE_TUMOUR } from './tumour.ts';

const READERS = [...WHOLE_MOLECULAR, ...WHOLE_TUMOUR, ...WHOLE_TREATMENT, ...WHOLE_PATIENT, ...WHOLE_CLASSES].map(({ needs, read }) => ({
  read,
  needed: gate(needs),
}));

export function readWhole(text: string, side: Side, context: ReadingContext): Requirement | null {
  const opened = openedBy(text);
  for (const { needed, read } of READERS) {
    if (!opened.has(needed)) continue;
    const requirement = read(text, side, context);
    if (requirement !== null) return requirement;
  }
  return null;
}
