/** Orders as they come every day: fixed combinations, one dose and no more, doses that are low already, a liver or a pregnancy on record. */
import { STOPPED } from './situations/beside-and-before.ts';
import { BESIDE_ELIGLUSTAT } from './situations/beside-eliglustat.ts';
import { checkSituations } from './situations/check.ts';
import { CHOLINESTERASE } from './situations/cholinesterase.ts';
import { ABOVE, LOW_ALREADY } from './situations/doses-held-against-advice.ts';
import { COMBINATIONS, PARTS } from './situations/fixed-combinations.ts';
import { GIVEN_ONCE, ONE_DOSE } from './situations/given-once.ts';
import { NOT_OFFERED, PREGNANT } from './situations/not-offered.ts';

checkSituations(
  {
    'fixed combinations': COMBINATIONS,
    'one dose and no more': ONE_DOSE,
    'doses that are low already': LOW_ALREADY,
    'eliglustat with what else is on record': BESIDE_ELIGLUSTAT,
    'before birth': PREGNANT,
    'plasma cholinesterase': CHOLINESTERASE,
    'not offered, not settled': NOT_OFFERED,
    'one part of a combination': PARTS,
    'an inhibitor that was stopped': STOPPED,
    'above what is given untested': ABOVE,
    'given once': GIVEN_ONCE,
  },
  60,
);
