/** What was made of a criterion. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { Atom } from './atom.ts';

export interface ReadCriterion {
  readonly requirement: Requirement;
  readonly hard: boolean;
  /** Kinds of what was recognised; for the coverage figures. */
  readonly atoms: readonly Atom[];
}
