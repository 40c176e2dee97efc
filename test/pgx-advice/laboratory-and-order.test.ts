/** Orders as EHRs carry them over results as laboratories write them: low doses, several orders at once, and what stands beside them. */
import { BESIDE_THE_GENES } from './situations/beside-the-genes.ts';
import { checkSituations } from './situations/check.ts';
import { LABORATORY_ANSWERS } from './situations/laboratory-answers.ts';
import { LABORATORY_GENES } from './situations/laboratory-genes.ts';
import { LABORATORY_LINES } from './situations/laboratory-lines.ts';
import { LOW_DOSES } from './situations/low-doses.ts';
import { ORDER_SHAPES } from './situations/order-shapes.ts';
import { ORDERS_TOGETHER } from './situations/orders-together.ts';

checkSituations(
  {
    'one result, many laboratories': LABORATORY_LINES,
    'positions, copies, alleles, enzymes, states': LABORATORY_GENES,
    'enzymes, codes, scores, copies, typings': LABORATORY_ANSWERS,
    'one drug, many orders': ORDER_SHAPES,
    'other drugs, age, kidneys, reactions': BESIDE_THE_GENES,
    'tricyclics at low doses': LOW_DOSES,
    'several orders, begun again, on hold, on the skin': ORDERS_TOGETHER,
  },
  305,
);
