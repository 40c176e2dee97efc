/** Suggestions and actions of an answer. */
import { below, isObject, isText, isUuid, kindOf, own } from './json.ts';
import type { RuleText } from './types.ts';

const SUGGESTION = 'CDS Hooks 2.0, Suggestion';
const ACTION = 'CDS Hooks 2.0, Action';

export const SUGGESTION_RULES = {
  'suggestion.shape': { section: SUGGESTION, weight: 'breaks', standard: 'suggestions is an array of objects.' },
  'suggestion.label': { section: SUGGESTION, weight: 'breaks', standard: 'A suggestion has a label.' },
  'suggestion.uuid': {
    section: SUGGESTION,
    weight: 'advice',
    standard: 'uuid of a suggestion is a UUID; it lets the client tell that it was taken.',
  },
  'suggestion.recommended': {
    section: SUGGESTION,
    weight: 'breaks',
    standard: 'isRecommended is true or false; with at-most-one no more than one is recommended.',
  },
  'action.type': { section: ACTION, weight: 'breaks', standard: 'type of an action is create, update or delete.' },
  'action.description': { section: ACTION, weight: 'breaks', standard: 'An action has a description.' },
  'action.resource': { section: ACTION, weight: 'breaks', standard: 'create and update carry the whole resource; update with its id.' },
  'action.resourceId': {
    section: ACTION,
    weight: 'breaks',
    standard: 'delete names the resource in resourceId as Type/id (1.0 put it into resource).',
  },
  'action.other-order': { section: ACTION, weight: 'advice', standard: 'update and delete concern an order of this call.' },
} as const satisfies Record<string, RuleText>;

interface Setting {
  readonly atMostOne: boolean;
  readonly orders: ReadonlySet<string> | undefined;
  readonly add: (rule: keyof typeof SUGGESTION_RULES, where: string, found: string) => void;
}

export function checkSuggestion(suggestions: readonly unknown[], at: string, setting: Setting): void {
  const { add, atMostOne } = setting;
  let recommended = 0;
  for (const [index, suggestion] of suggestions.entries()) {
    const here = below(at, index);
    if (!isObject(suggestion)) {
      add('suggestion.shape', here, kindOf(suggestion));
      continue;
    }
    const { label, uuid, isRecommended, actions } = suggestion;
    if (!isText(label)) add('suggestion.label', `${here}.label`, kindOf(label));
    if (!isUuid(uuid)) add('suggestion.uuid', `${here}.uuid`, isText(uuid) ? 'a text that is no UUID' : kindOf(uuid));
    if (isRecommended !== undefined && typeof isRecommended !== 'boolean')
      add('suggestion.recommended', `${here}.isRecommended`, kindOf(isRecommended));
    recommended += isRecommended === true ? 1 : 0;
    if (atMostOne && isRecommended === true && recommended > 1)
      add('suggestion.recommended', `${here}.isRecommended`, 'a second recommendation');
    if (Array.isArray(actions))
      for (const [step, action] of (actions as unknown[]).entries()) checkAction(action, below(here, 'actions', step), setting);
    else if (actions !== undefined) add('action.type', `${here}.actions`, kindOf(actions));
  }
}

function checkAction(action: unknown, at: string, { add, orders }: Setting): void {
  if (!isObject(action)) return add('action.type', at, kindOf(action));
  const { type, description, resource, resourceId } = action;
  if (!isText(description)) add('action.description', `${at}.description`, kindOf(description));
  if (type === 'delete') {
    if (typeof resourceId !== 'string' || !/^[A-Za-z]+\/[A-Za-z0-9._-]+$/.test(resourceId))
      add('action.resourceId', `${at}.resourceId`, kindOf(resourceId));
    else if (orders !== undefined && !orders.has(resourceId))
      add('action.other-order', `${at}.resourceId`, 'a resource that is no order of the call');
  } else if (type === 'create' || type === 'update') {
    if (!isObject(resource) || !isText(own(resource, 'resourceType'))) return add('action.resource', `${at}.resource`, kindOf(resource));
    if (type === 'create') return;
    const id = own(resource, 'id');
    if (!isText(id)) add('action.resource', `${at}.resource.id`, kindOf(id));
    else if (orders !== undefined && !orders.has(`${String(own(resource, 'resourceType'))}/${id}`))
      add('action.other-order', `${at}.resource`, 'a resource that is no order of the call');
  } else add('action.type', `${at}.type`, typeof type === 'string' ? 'another text' : kindOf(type));
}
