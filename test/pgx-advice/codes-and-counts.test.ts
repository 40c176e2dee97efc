/** Codes, counts, other languages and twin positions, from the chart to the card. */
import { checkSituations } from './situations/check.ts';
import { CODES_AND_COUNTS } from './situations/codes-and-counts.ts';

checkSituations({ 'codes, counts and other words': CODES_AND_COUNTS }, 40);
