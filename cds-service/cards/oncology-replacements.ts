/** The choices of an oncology card in one order for its first line, its detail and its buttons, and the buttons that put them in place of the order. */
import type { JudgedOrder } from '../oncology/index.ts';
import { withReadableDates } from './dates.ts';
import { plainText } from './markdown.ts';
import { replacementOrder, type Resource } from './pgx/order-resources.ts';
import type { SuggestionDraft } from './types.ts';

export type Option = JudgedOrder['alternatives'][number];

/** The line of therapy or setting that the label names and the chart does not show. */
export function conditionOf(option: Option | undefined): string | undefined {
  return option?.settingStanding === 'shown' ? undefined : option?.setting;
}

/**
 * Not spoken against by the chart (allergy, given before and stopped, another line); what needs nothing that the chart does not show comes first, else as
 * the report has it: `sort` is stable.
 */
function inOrder({ alternatives }: JudgedOrder): readonly Option[] {
  return alternatives
    .filter(({ settingStanding }) => settingStanding !== 'against')
    .sort((a, b) => Number(conditionOf(a) !== undefined) - Number(conditionOf(b) !== undefined));
}

/** The choices that the detail names: nothing else is offered by a button. */
export const namedChoices = (fit: JudgedOrder): readonly Option[] => inOrder(fit).slice(0, 3);

/** `amivantamab with carboplatin and pemetrexed`. */
export function regimenOf(option: Option): string {
  const [first = '', ...partners] = option.therapy.map(({ name }) => name.toLowerCase());
  return partners.length === 0 ? first : `${first} with ${partners.join(' and ')}`;
}

/** More drugs than these are ordered by their protocol. */
const MOST_DRUGS = 3;
const MOST_BUTTONS = 2;

/** The choices that can be buttons. */
function clickable(fit: JudgedOrder): readonly Option[] {
  const choices = namedChoices(fit);
  const ready = choices.filter((option) => conditionOf(option) === undefined);
  return (ready.length > 0 ? ready : choices)
    .filter(({ noEarlierTreatment }) => noEarlierTreatment !== true)
    .filter(({ therapy }) => therapy.length <= MOST_DRUGS && therapy.every(({ rxnorm }) => rxnorm !== undefined));
}

/**
 * The choice of the first line: the first one; where a drug of it has no code, so that it can be no button, the first button of the same standing, so
 * that line and button speak of one drug.
 */
export function leading(fit: JudgedOrder): Option | undefined {
  const [first] = inOrder(fit);
  if (first === undefined || first.therapy.every(({ rxnorm }) => rxnorm !== undefined)) return first;
  return clickable(fit).find((option) => (conditionOf(option) === undefined) === (conditionOf(first) === undefined)) ?? first;
}

/**
 * One button per choice, first of all for the one that the first line names: a regimen is one button with a draft for each of its drugs. What the
 * chart's treatment does not bear out is offered only where nothing else is.
 * @param drafts ids of the drafts that go
 */
export function replacements(fit: JudgedOrder, draft: Resource, drafts: readonly string[]): SuggestionDraft[] {
  return clickable(fit)
    .slice(0, MOST_BUTTONS)
    .map((option) => {
      const name = regimenOf(option);
      const condition = conditionOf(option);
      // A drug on order that is part of the regimen stays.
      const stays = option.therapy.some((drug) => drug.name.toLowerCase() === fit.drug.name);
      const drugs = option.therapy.filter((drug) => drug.name.toLowerCase() !== fit.drug.name);
      return {
        label: plainText(
          `${stays ? `Complete ${fit.drug.name} to` : `Replace ${fit.drug.name} by`} ${name}${condition === undefined ? '' : condition.startsWith('given before') ? ` (${withReadableDates(condition)})` : ` (label: ${withReadableDates(condition)})`}`,
        ),
        // Not checked against the whole chart: offered, never put first.
        recommended: false,
        actions: [
          ...(stays ? [] : drafts).map((id) => ({
            type: 'delete' as const,
            description: `Remove the order for ${fit.drug.name}`,
            resourceId: `MedicationRequest/${id}`,
          })),
          ...drugs.map((drug) => ({
            type: 'create' as const,
            description: plainText(
              `Order ${drug.name.toLowerCase()}${option.therapy.length > 1 ? ` (for ${name})` : ''} ${stays ? 'beside' : 'instead of'} ${fit.drug.name}; add dose`,
            ),
            resource: replacementOrder(draft, { name: drug.name.toLowerCase(), rxnorm: drug.rxnorm ?? '' }),
          })),
        ],
      };
    });
}
