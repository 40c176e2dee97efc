/** Words and phrases beside genes, alterations and markers: how and where they were tested, how criteria call them. */
import { words, type Vocabulary } from './vocabulary.ts';

export const MOLECULAR_WORDS: Vocabulary = {
  silent: words(''),
  narrowing: words(''),
  phrases: [],
};
