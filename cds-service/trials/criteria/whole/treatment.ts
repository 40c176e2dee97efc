/** Whole criteria about earlier treatment, lines, wash-out, brain metastases, other malignancies. */
import type { WholeReader } from './reader.ts';

export const WHOLE_TREATMENT: readonly WholeReader[] = [];
