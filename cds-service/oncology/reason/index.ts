/** The door of the reasons: what is said of an order, as code decides on it and as the report words it. */
export type { GeneReason, OtherDisease, Reason, StatedBy } from './reason.ts';
export { said } from './reason.ts';
export { inWords, onceEach, OTHER_DISEASE, TWO_ORGANS } from './words.ts';
export { bestLevelOnly, saidOnce } from './of-genes.ts';
export { asJudgedOrder, asOrderFit, type JudgedOrder } from './judged.ts';
