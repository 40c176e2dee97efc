/** A rewording: which words open it, what it finds, and the plainer words for it. */
import type { Side } from '../requirements-together.ts';

export interface Rule {
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  readonly plain: string;
  readonly side?: Side;
}
