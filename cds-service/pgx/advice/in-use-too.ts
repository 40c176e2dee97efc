/** The ordered drug is on the list as well: taking back the new order alone would leave the old one beside its replacement. */
import type { DrugAdvice } from '../../report/types.ts';
import type { AdvicePatient } from './patient.ts';
import type { DrugQuestion } from './question.ts';

export function inUseToo(
  { chart }: AdvicePatient,
  { drug, order }: DrugQuestion,
  alternatives: DrugAdvice['alternatives'],
): DrugAdvice['alternatives'] {
  const used = chart.facts.medications.some(
    ({ role, source, ingredients }) =>
      role === 'current' && source.reference !== order?.source.reference && ingredients.some(({ name }) => name === drug.name),
  );
  if (order?.role !== 'draft' || !used) return alternatives;
  const words = `the ${drug.name} in use has to be ended as well`;
  return alternatives.map((option) =>
    option.ok ? { ...option, why: option.why === undefined ? words : `${words}; ${option.why}` } : option,
  );
}
