/** Differences from the tables that are meant, each with its reason. */
import type { Difference } from './compare.ts';
import type { ExpectedRow } from './expected.ts';
import type { GeneState } from './states.ts';

interface Case {
  readonly row: ExpectedRow;
  readonly shape: string;
  readonly states: readonly GeneState[];
}

/** Undefined: not explained, so a fault of ours. */
export function explained(difference: Difference, { row }: Case): string | undefined {
  if (row.drug === 'tamoxifen' && difference.kind === 'action' && difference.detail === 'alternative instead of avoid')
    return 'tamoxifen: the sentence says "avoid" of CYP2D6 inhibitors and asks to consider another hormone therapy';
  if (row.drug === 'hydralazine' && difference.kind === 'figure')
    return 'hydralazine: the figure compares with poor metabolizers, not with the standard dose';
  return undefined;
}
