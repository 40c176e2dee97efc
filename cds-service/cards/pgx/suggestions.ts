/** Suggestions, in the order in which a prescriber wants them: replace, change the dose, order the test. */
import { ANY_GENETIC_TEST } from '../../../fhir-profiles/codes/pgx/test-codes.ts';
import type { DrugAdvice, UntestedGene } from '../../report/types.ts';
import { plainText } from '../markdown.ts';
import type { CardContext, SuggestionDraft } from '../types.ts';
import { alreadyTaken } from './advice-summary.ts';
import { changedDose, medicationRequest, replacementOrder, testOrder, type Resource } from './order-resources.ts';

const MOST_REPLACEMENTS = 3;

/** `combination`: the order holds further ingredients, which a replacement would stop too; this is said and never recommended. */
export function adviceSuggestions(
  advice: DrugAdvice,
  orderReference: string,
  context: CardContext,
  combination: boolean,
): SuggestionDraft[] {
  const draft = medicationRequest(context.draftOrders[orderReference]);
  if (draft === undefined || advice.coverage !== undefined || advice.quiet === 'low-dose' || advice.quiet === 'tolerated') return [];
  const sure = advice.populationKnown !== false && advice.donor === undefined && context.notChecked.length === 0;
  if (advice.action === 'avoid' || advice.action === 'alternative') return replacements(advice, draft, sure, combination);
  if (advice.aggravatedBy !== undefined) return [];
  if (advice.action === 'decrease-dose' || advice.action === 'increase-dose') return doseChange(advice, draft, sure);
  return [];
}

function replacements(advice: DrugAdvice, draft: Resource, sure: boolean, combination: boolean): SuggestionDraft[] {
  const options = advice.alternatives.filter(({ ok, rxnorm }) => ok && rxnorm !== '').slice(0, MOST_REPLACEMENTS);
  const first = advice.alternatives.find(({ ok }) => ok)?.name;
  // Another one beside an alternative that is taken already is the prescriber's own thought, never the recommended click.
  const additional = alreadyTaken(advice).length > 0;
  return options.map((option, index) => {
    const label = `Replace ${advice.drug.name} by ${option.name}${option.why === undefined ? '' : ' (see card)'}`;
    return {
      label,
      replacement: { of: advice.drug.name, by: option.name },
      // Of several options the first is the guideline's; another is not preferred because it alone has a code.
      recommended: sure && !combination && !additional && option.name === first && index === 0 && option.why === undefined,
      actions: [
        {
          type: 'delete',
          description: `Remove the order for ${advice.drug.name}${combination ? ' and what it is combined with' : ''}`,
          resourceId: reference(draft),
        },
        {
          type: 'create',
          description: `Order ${option.name} instead of ${advice.drug.name}; add dose`,
          resource: replacementOrder(draft, option),
        },
      ],
    };
  });
}

function doseChange(advice: DrugAdvice, draft: Resource, sure: boolean): SuggestionDraft[] {
  const suggested = advice.dose?.suggested;
  if (suggested === undefined) return [];
  const resource = changedDose(draft, suggested);
  if (resource === undefined) return [];
  const amount = `${String(Number(suggested.amount.toFixed(2)))} ${suggested.unit}`;
  const product =
    suggested.product === undefined
      ? ''
      : ` (${suggested.count === undefined || suggested.count === 1 ? '' : `${String(suggested.count)} × `}${suggested.product.display})`;
  const label = plainText(`Change ${advice.drug.name} to ${amount}${product}`);
  return [{ label, recommended: sure && suggested.ofOrdered !== true, actions: [{ type: 'update', description: label, resource }] }];
}

/**
 * The suggestions of two orders of which the same is said, each for both: every order is removed or changed, and what comes in their place is
 * ordered once. Where the two do not correspond, the first order's alone remain.
 */
export function joinSuggestions(one: readonly SuggestionDraft[], other: readonly SuggestionDraft[]): SuggestionDraft[] {
  if (one.length !== other.length) return [...one];
  return one.map((first, index) => {
    const second = other[index];
    if (second === undefined) return first;
    const label = first.label === second.label ? first.label : plainText(`${first.label}; ${lowerFirst(second.label)}`);
    return {
      label,
      ...(first.replacement === undefined ? {} : { replacement: first.replacement }),
      recommended: first.recommended && second.recommended,
      actions: [...first.actions, ...second.actions.filter(({ type }) => type !== 'create')],
    };
  });
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

export function testSuggestion(untested: UntestedGene, context: CardContext, recommended: boolean): SuggestionDraft[] {
  const draft = medicationRequest(context.draftOrders[untested.order]);
  if (draft === undefined || untested.test.code === '') return [];
  const label = plainText(`Order ${untested.gene}${untested.allele ?? ''} test before ${untested.drug.name}`);
  const { test, gene, allele = '', drug } = untested;
  const words = test.code === ANY_GENETIC_TEST ? `${gene}${allele} genotype` : test.display;
  const resource = testOrder(draft, test, words, `Before first use of ${drug.name}`);
  return [{ label, recommended, test: `${gene}${allele}`, actions: [{ type: 'create', description: label, resource }] }];
}

function reference(draft: Resource): string {
  return `MedicationRequest/${String(draft['id'])}`;
}
