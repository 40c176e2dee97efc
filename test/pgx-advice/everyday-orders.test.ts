import { checkSituations } from './situations/check.ts';
import {
  ABOVE,
  BESIDE_ANOTHER_ALLELE,
  BESIDE_ELIGLUSTAT,
  CHOLINESTERASE,
  COMBINATIONS,
  GIVEN_ONCE,
  LOW_ALREADY,
  NOT_OFFERED,
  ONE_DOSE,
  PARTS,
  PREGNANT,
  STOPPED,
} from './situations/everyday-orders.ts';

checkSituations(
  {
    'fixed combinations': COMBINATIONS,
    'one dose and no more': ONE_DOSE,
    'doses that are low already': LOW_ALREADY,
    'eliglustat with what else is on record': BESIDE_ELIGLUSTAT,
    'before birth': PREGNANT,
    'plasma cholinesterase': CHOLINESTERASE,
    'one allele beside another': BESIDE_ANOTHER_ALLELE,
    'not offered, not settled': NOT_OFFERED,
    'one part of a combination': PARTS,
    'an inhibitor that was stopped': STOPPED,
    'above what is given untested': ABOVE,
    'given once': GIVEN_ONCE,
  },
  60,
);
