/** The sentence of a card on an order that changes what holds for a drug already taken. */
import type { DrugAdvice, PatientReport } from '../../report/types.ts';
import { summaryText } from '../summary.ts';
import { genesInWords } from './advice-summary.ts';

export function interactionSummary(advice: DrugAdvice, order: string, report: PatientReport): string {
  const by = (advice.phenoconversion ?? []).flatMap((entry) =>
    entry.by.filter(({ reference }) => reference === order).map(({ name }) => ({ name, gene: entry.gene })),
  );
  const first = by[0];
  const added = advice.aggravatedBy?.find(({ reference }) => reference === order);
  if (added !== undefined && advice.barred === true)
    return summaryText(
      `With ${added.name} ${advice.drug.name}, already on the list, is ${advice.cautions?.[0] ?? 'contraindicated by its label'}`,
      `With ${added.name} ${advice.drug.name}, already on the list, is contraindicated by its label`,
    );
  if (added !== undefined && advice.drug.name === 'warfarin')
    return summaryText(
      `${genesInWords(advice, report)}: with ${added.name} less warfarin, already on the list, than by the genotype alone`,
      `With ${added.name} less warfarin, already on the list, than by the genotype alone`,
    );
  if (added !== undefined)
    return summaryText(
      `${genesInWords(advice, report)}: with ${added.name} far less ${advice.drug.name}, already on the list, or another drug`,
      `With ${added.name} far less ${advice.drug.name}, already on the list, or another drug`,
    );
  const blocks = first === undefined ? genesInWords(advice, report) : `${first.name} blocks ${first.gene}`;
  if (first !== undefined && advice.replaceFirst?.includes(first.name) === true)
    return summaryText(
      `${blocks}, which ${advice.drug.name}, already on the list, needs: choose a drug other than ${first.name}`,
      `${blocks}, which ${advice.drug.name} needs: choose another drug`,
    );
  const act = {
    avoid: 'should then be avoided',
    alternative: 'should then be replaced',
    'decrease-dose': 'then needs a lower dose',
    'increase-dose': 'then needs a higher dose',
  };
  const words = advice.action in act ? act[advice.action as keyof typeof act] : 'is then affected';
  return summaryText(`${blocks}: ${advice.drug.name}, already on the list, ${words}`, `${blocks}: ${advice.drug.name} ${words}`);
}
