/**
 * Cards as each vendor's EHR can use them. The guidance is the same; only its form differs (ehr-quirks: Epic takes one action
 * per suggestion, `any`, static alphanumeric topics and OID codings; Oracle shows text and links only).
 */
import type { VendorProfile } from '../config/trust.ts';
import { RXNORM } from '../../fhir-profiles/codes/systems.ts';
import { isObject, type Json } from '../ehr/chart-part.ts';
import type { WireAction, WireCard, WireSuggestion } from './card-json.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

export function forVendor(card: WireCard, profile: VendorProfile, newUuid: () => string): WireCard {
  if (profile === 'epic') return forEpic(card, newUuid);
  if (profile === 'oracle') return forOracle(card);
  return card;
}

const TOPIC_LIMIT = 100;

function forEpic(card: WireCard, newUuid: () => string): WireCard {
  const { suggestions, source, selectionBehavior: _dropped, ...rest } = card;
  const topic = source.topic;
  const code = String(topic?.code ?? '')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, TOPIC_LIMIT);
  const shaped: WireCard = { ...rest, source: { ...source, ...(topic === undefined ? {} : { topic: { ...topic, code } }) } };
  if (suggestions === undefined) return shaped;
  // Two replacements of one order both begin with its removal, which is offered once.
  const offered = new Set<string>();
  const single = suggestions.flatMap((suggestion) => oneActionEach(suggestion, newUuid, offered));
  return single.length === 0 ? shaped : { ...shaped, suggestions: single, selectionBehavior: 'any' };
}

/** "Replace A by B" becomes "remove A" and "add B"; what the user reads is the action's description, so the label repeats it. */
function oneActionEach(suggestion: WireSuggestion, newUuid: () => string, offered: Set<string>): WireSuggestion[] {
  const actions = (suggestion.actions ?? [])
    .flatMap(withoutUpdate)
    .map(withOidCodings)
    .filter((action) => {
      const does = action.type === 'delete' ? `delete ${String(action.resourceId)}` : JSON.stringify(action);
      return !offered.has(does) && offered.add(does);
    });
  if (actions.length === 0) return [];
  return actions.map((action, index) => ({
    ...suggestion,
    uuid: index === 0 ? suggestion.uuid : newUuid(),
    label: action.description,
    actions: [action],
  }));
}

/** Epic applies no update: a changed order is a new one beside the removal of the old, whose number and version stay with it. */
function withoutUpdate(action: WireAction): WireAction[] {
  if (action.type !== 'update' || !isObject(action.resource)) return [action];
  const { id, identifier: _number, meta: _version, ...content } = action.resource as Json;
  const type = String(action.resource.resourceType);
  return [
    { type: 'delete', description: `Remove the order that is replaced: ${action.description}`, resourceId: `${type}/${String(id)}` },
    { type: 'create', description: action.description, resource: { ...content, status: 'draft' } },
  ];
}

const EPIC_SYSTEMS: Readonly<Record<string, string>> = {
  [RXNORM]: 'urn:oid:2.16.840.1.113883.6.88',
  'http://hl7.org/fhir/sid/ndc': 'urn:oid:2.16.840.1.113883.6.69',
  'http://hl7.org/fhir/sid/icd-10-cm': 'urn:oid:2.16.840.1.113883.6.90',
};

function withOidCodings(action: WireAction): WireAction {
  if (action.type !== 'create' || !isObject(action.resource)) return action;
  const resource: Record<string, unknown> = { ...action.resource };
  for (const name of ['medicationCodeableConcept', 'code']) {
    const concept = resource[name];
    if (!isObject(concept) || !Array.isArray(concept.coding)) continue;
    const codings = concept.coding.filter(isObject);
    const oids = codings.flatMap((coding) => {
      const system = entryOf(EPIC_SYSTEMS, String(coding.system));
      return system === undefined || codings.some((other) => other.system === system) ? [] : [{ ...coding, system }];
    });
    resource[name] = { ...concept, coding: [...codings, ...oids] };
  }
  if (resource.intent === 'order') resource.intent = 'proposal';
  return { ...action, resource };
}

/** Suggestions would not be shown, so the text names them. */
function forOracle(card: WireCard): WireCard {
  const { suggestions = [], selectionBehavior: _behaviour, overrideReasons: _reasons, ...rest } = card;
  if (suggestions.length === 0) return rest;
  const options = suggestions.map(({ label }) => `- ${label}`).join('\n');
  return { ...rest, detail: `${card.detail === undefined ? '' : `${card.detail}\n\n`}**Options**\n\n${options}` };
}
