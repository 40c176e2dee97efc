/** A quick look before a criterion is taken apart: most of those that stay open hold a word that no list and no dropped phrase knows. */
import { everyMatch } from './every-match.ts';
import { BECAUSE, BOILERPLATE, SUPPORTED, TIMING, UNSUPPORTED } from './boilerplate.ts';
import { EXCEPTION, NEUTRAL_LABEL } from './lexicon.ts';
import { ALL_WORDS } from '../words/index.ts';

/** Words that the patterns of dropped phrases are written with, and the stems of those that go on (`histolog\\w*`). */
const SOURCES = [...BOILERPLATE, ...TIMING, ...ALL_WORDS.flatMap(({ phrases }) => phrases), NEUTRAL_LABEL]
  .map(({ source }) => source)
  .join(' ');
const WORDS = new Set([
  ...[...SOURCES.matchAll(/[a-z]{2,}/gi)].map(([word]) => word.toLowerCase()),
  ...ALL_WORDS.flatMap(({ silent, narrowing }) => [...silent, ...narrowing].flatMap((word) => [word, ...word.split(/[-/]/)])),
  ...'no not without absence free from never lack lacking negative none neither nor denies absent and or either within for'.split(' '),
]);
const STEMS =
  /^(?:histolog|cytolog|patholog|radiolog|molecular|microscopic|clinical|cock|echocardiogra|enrol|randomi|months?|weeks?|days?|hours?|years?|confirm|document)/;
const BRACKETS = /[([][^()[\]]*[)\]]/g;
const WORD = /[a-zα-ω][a-zα-ω'-]+/gi;
/** Phrases that take any words with them. */
const SWALLOWS = [EXCEPTION, BECAUSE, SUPPORTED, UNSUPPORTED];

export function hasStrangeWord(text: string): boolean {
  for (const [word] of everyMatch(text.replace(BRACKETS, ' '), WORD)) {
    const lower = word.toLowerCase().replace(/'s$/, '');
    if (WORDS.has(lower) || STEMS.test(lower) || lower.split(/['-]/).every((piece) => piece.length < 2 || WORDS.has(piece))) continue;
    return !SWALLOWS.some((pattern) => {
      pattern.lastIndex = 0;
      return pattern.test(text);
    });
  }
  return false;
}
