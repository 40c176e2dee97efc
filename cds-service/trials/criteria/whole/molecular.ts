/** Whole criteria about genes and markers. */
import type { WholeReader } from './reader.ts';

export const WHOLE_MOLECULAR: readonly WholeReader[] = [];
