/** The door of the reasons: what is said of an order, as code decides on it and as the report words it. */
export type { FoundReason, GeneReason, OtherDisease, Reason, StatedBy, UnreadReason } from './reason.ts';
export { isUnread, isUnsure, said } from './reason.ts';
export { inWords, onceEach, OTHER_DISEASE, TWO_ORGANS } from './words.ts';
export { bestLevelOnly, saidOfDrugs, saidOnce } from './of-genes.ts';
export {
  asJudgedOrder,
  asOrderFit,
  asTherapyMatch,
  reasonsOf,
  resistedBy,
  type JudgedOrder,
  type Resisted,
  type TherapyRow,
} from './judged.ts';
