import { checkSituations } from './situations/check.ts';
import { BESIDE_ELIGLUSTAT, COMBINATIONS, LOW_ALREADY, ONE_DOSE, PREGNANT } from './situations/everyday-orders.ts';

checkSituations(
  {
    'fixed combinations': COMBINATIONS,
    'one dose and no more': ONE_DOSE,
    'doses that are low already': LOW_ALREADY,
    'eliglustat with what else is on record': BESIDE_ELIGLUSTAT,
    'before birth': PREGNANT,
  },
  30,
);
