/** What is said of a drug whose US approval was withdrawn: the evidence stays, with the reason why nobody should order it. */
import { said, type TherapyRow } from '../reason/index.ts';
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import type { OncologyKnowledge, Withdrawal } from '../../knowledge/oncology/types.ts';

export function tellWithdrawn(row: TherapyRow, { withdrawn }: OncologyKnowledge): TherapyRow {
  const gone = row.therapy.flatMap(({ name }) => withdrawn.get(ingredientName(name)) ?? []);
  return gone.length === 0 ? row : { ...row, because: [...gone.map((one) => said(withdrawnInWords(one))), ...row.because] };
}

export function withdrawnInWords({ drug, date, why }: Withdrawal): string {
  return `${drug} has no US approval any more since ${date}: ${why}`;
}
