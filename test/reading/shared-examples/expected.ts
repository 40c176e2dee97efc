import type { Summary } from '../summary.ts';

/** What one file says, and which kinds of warning it must raise. */
export interface Expected extends Summary {
  readonly warned?: readonly string[];
}
