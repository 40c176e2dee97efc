/** Results in words that are not CPIC's, and results that are hardly one: each must end in the right card or be said to be unread. */
import { checkSituations } from './situations/check.ts';
import { ENZYME_WORDS } from './situations/enzyme-words.ts';
import { LABORATORY_CLASS } from './situations/laboratory-class.ts';
import { POSITIONS_AND_EFFECTS } from './situations/positions-and-effects.ts';

checkSituations(
  {
    'enzymes in other words, flags, irinotecan': ENZYME_WORDS,
    'classed otherwise by the laboratory': LABORATORY_CLASS,
    'single positions, reasons': POSITIONS_AND_EFFECTS,
  },
  90,
);
