/** What is said of a drug whose US approval was withdrawn: the evidence stays, with the reason why nobody should order it. */
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import type { OncologyKnowledge, Withdrawal } from '../../knowledge/oncology/types.ts';
import type { TherapyMatch } from '../../report/types.ts';

export function tellWithdrawn(row: TherapyMatch, { withdrawn }: OncologyKnowledge): TherapyMatch {
  const gone = row.therapy.flatMap(({ name }) => withdrawn.get(ingredientName(name)) ?? []);
  return gone.length === 0 ? row : { ...row, because: [...gone.map(withdrawnInWords), ...(row.because ?? [])] };
}

export function withdrawnInWords({ drug, date, why }: Withdrawal): string {
  return `${drug} has no US approval any more since ${date}: ${why}`;
}
