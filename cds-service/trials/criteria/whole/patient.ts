/** Whole criteria about organ function, diseases beside the tumour, medication, pregnancy. */
import type { WholeReader } from './reader.ts';

export const WHOLE_PATIENT: readonly WholeReader[] = [];
