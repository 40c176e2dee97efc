/** Results in words that are not CPIC's, and results that are hardly one: each must end in the right card or be said to be unread. */
import { checkSituations } from './situations/check.ts';
import { ENZYME_WORDS } from './situations/enzyme-words.ts';

checkSituations({ 'enzymes in other words, flags, irinotecan': ENZYME_WORDS }, 80);
