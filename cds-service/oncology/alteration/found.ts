/** An alteration of the patient and what can be said of it. */
import type { Alteration } from './alteration.ts';
import type { Standing } from './standing.ts';

export interface Found {
  readonly alteration: Alteration;
  readonly standing: Standing;
  /** From the diagnosis itself (CML is BCR::ABL1 disease); supports a co-mutation rule, never makes a claim alone. */
  readonly implied: boolean;
}
