/** Whole criteria about tumour type, histology, stage and extent. */
import type { WholeReader } from './reader.ts';

export const WHOLE_TUMOUR: readonly WholeReader[] = [];
