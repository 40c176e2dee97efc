/** A service's answer against CDS Hooks 2.0, section CDS Service Response: for any service, not only ours. */
import { complaints } from './collect.ts';
import { below, isObject, isText, isUuid, kindOf, own, type Json } from './json.ts';
import { checkSuggestion, SUGGESTION_RULES } from './answer-suggestion.ts';
import type { Complaint, RuleText } from './types.ts';

const RESPONSE = 'CDS Hooks 2.0, CDS Service Response';
const CARD = 'CDS Hooks 2.0, Card Attributes';
const SOURCE = 'CDS Hooks 2.0, Source';
const LINK = 'CDS Hooks 2.0, Link';

export const ANSWER_RULES = {
  'answer.content-type': { section: RESPONSE, weight: 'breaks', standard: 'The answer is application/json.' },
  'answer.cards': {
    section: RESPONSE,
    weight: 'breaks',
    standard: 'The answer is an object with an array cards; without anything to say it is empty.',
  },
  'answer.empty-member': {
    section: RESPONSE,
    weight: 'breaks',
    standard: 'A member without a value is left out: never null, "", [] or {}.',
  },
  'answer.systemActions': {
    section: 'CDS Hooks 2.0, System Action',
    weight: 'breaks',
    standard: 'systemActions is an array of actions, and agreed on beforehand.',
  },
  'card.shape': { section: CARD, weight: 'breaks', standard: 'A card is an object.' },
  'card.summary': { section: CARD, weight: 'breaks', standard: 'summary is required: one sentence of fewer than 140 characters.' },
  'card.indicator': { section: CARD, weight: 'breaks', standard: 'indicator is info, warning or critical.' },
  'card.detail': { section: CARD, weight: 'breaks', standard: 'detail is text: GitHub Flavored Markdown.' },
  'card.detail-html': { section: CARD, weight: 'advice', standard: 'HTML inside the Markdown may not be shown.' },
  'card.uuid': {
    section: CARD,
    weight: 'advice',
    standard: 'uuid is a UUID; it lets the client tell what became of the card, and feedback is not possible without.',
  },
  'card.uuid-repeated': { section: CARD, weight: 'breaks', standard: 'uuid is unique.' },
  'card.source': { section: SOURCE, weight: 'breaks', standard: 'source is required and has a label.' },
  'card.source-url': { section: SOURCE, weight: 'breaks', standard: 'url and icon of the source are absolute addresses.' },
  'card.topic': { section: SOURCE, weight: 'breaks', standard: 'topic of the source is a coding: system and code.' },
  'card.selectionBehavior': {
    section: CARD,
    weight: 'breaks',
    standard: 'selectionBehavior is required beside suggestions: at-most-one or any. An unknown value makes the client drop the card.',
  },
  'card.overrideReasons': {
    section: 'CDS Hooks 2.0, Reasons for rejecting a card',
    weight: 'breaks',
    standard: 'Every override reason has code, system and display.',
  },
  'link.label': { section: LINK, weight: 'breaks', standard: 'A link has a label.' },
  'link.url': { section: LINK, weight: 'breaks', standard: 'url of a link is an absolute address of the web.' },
  'link.type': { section: LINK, weight: 'breaks', standard: 'type of a link is absolute or smart.' },
  'link.appContext': { section: LINK, weight: 'breaks', standard: 'appContext is text and stands on smart links only.' },
  ...SUGGESTION_RULES,
} as const satisfies Record<string, RuleText>;

type Add = ReturnType<typeof complaints<typeof ANSWER_RULES>>['add'];

/** `orders`: references of the orders of the call; a delete or update of anything else is complained of. */
export function checkAnswer(
  answer: { readonly body: unknown; readonly contentType?: string | undefined },
  orders?: ReadonlySet<string>,
): readonly Complaint[] {
  const collected = complaints(ANSWER_RULES);
  const { add } = collected;
  const { body, contentType } = answer;
  if (contentType !== undefined && !/^\s*application\/json\s*(;|$)/i.test(contentType))
    add('answer.content-type', 'HTTP header Content-Type', 'another type');
  if (!isObject(body) || !Array.isArray(own(body, 'cards'))) {
    add('answer.cards', '$.cards', isObject(body) ? kindOf(own(body, 'cards')) : kindOf(body));
    return collected.found;
  }
  const { cards, systemActions } = body as { cards: readonly unknown[]; systemActions?: unknown };
  if (systemActions !== undefined && !Array.isArray(systemActions)) add('answer.systemActions', '$.systemActions', kindOf(systemActions));
  checkEmpty(body, '$', add, 0);
  const seen = new Set<string>();
  for (const [index, card] of cards.entries()) checkCard(card, below('$.cards', index), { add, seen, orders });
  return collected.found;
}

function checkCard(card: unknown, at: string, context: { add: Add; seen: Set<string>; orders: ReadonlySet<string> | undefined }): void {
  const { add, seen, orders } = context;
  if (!isObject(card)) return add('card.shape', at, kindOf(card));
  const { summary, indicator, detail, uuid, source, suggestions, selectionBehavior: behaviour, overrideReasons, links } = card;
  if (!isText(summary)) add('card.summary', `${at}.summary`, kindOf(summary));
  else if ([...summary].length >= 140) add('card.summary', `${at}.summary`, '140 characters or more');
  if (indicator !== 'info' && indicator !== 'warning' && indicator !== 'critical')
    add('card.indicator', `${at}.indicator`, typeof indicator === 'string' ? 'another text' : kindOf(indicator));
  if (detail !== undefined && typeof detail !== 'string') add('card.detail', `${at}.detail`, kindOf(detail));
  else if (typeof detail === 'string' && /<\/?[a-z][^>]*>/i.test(detail)) add('card.detail-html', `${at}.detail`, 'HTML');
  if (!isUuid(uuid)) add('card.uuid', `${at}.uuid`, isText(uuid) ? 'a text that is no UUID' : kindOf(uuid));
  else if (seen.has(uuid)) add('card.uuid-repeated', `${at}.uuid`, 'the uuid of an earlier card');
  else seen.add(uuid);
  checkSource(source, `${at}.source`, add);
  if (Array.isArray(suggestions)) {
    if (behaviour !== 'at-most-one' && behaviour !== 'any')
      add('card.selectionBehavior', `${at}.selectionBehavior`, typeof behaviour === 'string' ? 'another text' : kindOf(behaviour));
    checkSuggestion(suggestions, `${at}.suggestions`, { atMostOne: behaviour === 'at-most-one', orders, add });
  } else if (suggestions !== undefined) add('suggestion.shape', `${at}.suggestions`, kindOf(suggestions));
  checkReasons(overrideReasons, `${at}.overrideReasons`, add);
  checkLinks(links, `${at}.links`, add);
}

function checkSource(source: unknown, at: string, add: Add): void {
  if (!isObject(source) || !isText(own(source, 'label')))
    return add('card.source', isObject(source) ? `${at}.label` : at, kindOf(isObject(source) ? own(source, 'label') : source));
  for (const name of ['url', 'icon']) {
    const address = own(source, name);
    if (address !== undefined && !isWebAddress(address))
      add('card.source-url', `${at}.${name}`, typeof address === 'string' ? 'no absolute address' : kindOf(address));
  }
  const topic = own(source, 'topic');
  if (topic !== undefined && !(isObject(topic) && isText(own(topic, 'code')) && isText(own(topic, 'system'))))
    add('card.topic', `${at}.topic`, kindOf(topic));
}

function checkReasons(reasons: unknown, at: string, add: Add): void {
  if (reasons === undefined) return;
  if (!Array.isArray(reasons)) return add('card.overrideReasons', at, kindOf(reasons));
  for (const [index, reason] of (reasons as unknown[]).entries())
    for (const name of ['code', 'system', 'display'])
      if (!isObject(reason) || !isText(own(reason, name)))
        add('card.overrideReasons', below(at, index, name), isObject(reason) ? kindOf(own(reason, name)) : 'missing');
}

function checkLinks(links: unknown, at: string, add: Add): void {
  if (links === undefined) return;
  if (!Array.isArray(links)) return add('link.type', at, kindOf(links));
  for (const [index, link] of (links as unknown[]).entries()) {
    const here = below(at, index);
    const { label, url, type, appContext }: Json = isObject(link) ? link : {};
    if (!isText(label)) add('link.label', `${here}.label`, kindOf(label));
    if (!isWebAddress(url)) add('link.url', `${here}.url`, typeof url === 'string' ? 'no absolute address' : kindOf(url));
    if (type !== 'absolute' && type !== 'smart') add('link.type', `${here}.type`, typeof type === 'string' ? 'another text' : kindOf(type));
    if (appContext !== undefined && (type !== 'smart' || typeof appContext !== 'string'))
      add('link.appContext', `${here}.appContext`, type === 'smart' ? kindOf(appContext) : 'on a link that is not smart');
  }
}

function checkEmpty(value: unknown, at: string, add: Add, depth: number): void {
  if (depth > 60 || typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    const here = Array.isArray(value) ? below(at, Number(name)) : below(at, name);
    const empty = member === null || member === '' || (typeof member === 'object' && Object.keys(member as object).length === 0);
    if (empty && here !== '$.cards') add('answer.empty-member', here, kindOf(member));
    else checkEmpty(member, here, add, depth + 1);
  }
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\/[^\s/?#]+\S*$/i.test(value);
}
