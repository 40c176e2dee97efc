/** Orders as a pharmacist meets them, written down with their answers before they were run: copies and typings, several results, brands and codes. */
import { BRANDS_AND_ATC } from './situations/brands-and-atc.ts';
import { checkSituations } from './situations/check.ts';
import { COPIES_AND_TYPINGS } from './situations/copies-and-typings.ts';
import { PHARMACY_DAYS } from './situations/pharmacy-days.ts';
import { USUAL_PRACTICE } from './situations/usual-practice.ts';
import { WRITTEN_PAIRS } from './situations/written-pairs.ts';

checkSituations(
  {
    'copies, typings, genes without advice': COPIES_AND_TYPINGS,
    'several results, words, states of orders, inhibitors': PHARMACY_DAYS,
    'rows of the guideline one by one': USUAL_PRACTICE,
    'one pair in many spellings, answers by code, enzyme beside genotype': WRITTEN_PAIRS,
    'products of other countries, ATC codes alone': BRANDS_AND_ATC,
  },
  315,
);
