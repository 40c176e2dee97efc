/** Words and phrases beside a tumour type, a stage or an extent. */
import { words, type Vocabulary } from './vocabulary.ts';

export const TUMOUR_WORDS: Vocabulary = {
  silent: words(''),
  narrowing: words(''),
  phrases: [],
};
