/**
 * ROS1 G2032R without a fusion of ROS1 on file, before crizotinib: the change that resists the drug is on file while the finding that the label asks for
 * is not. It neither shows the finding nor takes the drug away; what is known of it is said, and no other gene of the label is asked for first.
 */
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import { bestLevelOnly, type Reason, type TherapyRow } from '../reason/index.ts';
import type { GeneTest } from '../test-standing.ts';
import { reasonAgainst } from './against.ts';
import type { OrderFitInput } from './label-use.ts';
import type { OrderedDrug } from './ordered-drugs.ts';

/** A change of another kind than is asked for, seen by itself to resist this drug in this tumour. */
export function resistsHere({ standing, variants }: GeneTest, drug: OrderedDrug, input: OrderFitInput): boolean {
  return standing === 'other-kind' && rowsAgainst(variants, drug, input).length > 0;
}
/** What is known of it, best level first. */
export function resistanceBehind(tests: readonly GeneTest[], drug: OrderedDrug, input: OrderFitInput): readonly Reason[] {
  return bestLevelOnly(
    tests.filter((test) => resistsHere(test, drug, input)).flatMap(({ variants }) => rowsAgainst(variants, drug, input).map(reasonAgainst)),
  );
}

function rowsAgainst(variants: readonly string[], { ingredient }: OrderedDrug, { matches }: OrderFitInput): TherapyRow[] {
  return matches.therapies.filter(
    ({ effect, level, tumourMatch, therapy, interaction, variants: [only, ...more] }) =>
      effect === 'resistance' &&
      level <= 'C' &&
      tumourMatch !== 'other' &&
      (therapy.length === 1 || interaction === 'substitutes') &&
      therapy.some(({ name }) => ingredientName(name) === ingredient) &&
      more.length === 0 &&
      only !== undefined &&
      variants.includes(only),
  );
}
