/** Cards as CDS Hooks 2.0 wants them on the wire (checklist, section F): uuids, absolute addresses, no empty members. */
import type { ActionDraft, CardDraft, SuggestionDraft } from '../cards/types.ts';
import { parseUrl } from '../config/loopback.ts';
import { namesAnotherPatient } from '../ehr/right-patient.ts';
import { isFhirId } from '../ehr/fhir-id.ts';
import { isObject, type Json } from './hook-request.ts';

export interface CardSetting {
  readonly publicUrl: string;
  readonly patientId: string;
  /** References of the orders of this call: an update or delete of anything else is never sent. */
  readonly orders: ReadonlySet<string>;
  readonly newUuid: () => string;
}

export interface WireAction {
  type: 'create' | 'update' | 'delete';
  description: string;
  resource?: unknown;
  resourceId?: string;
}
export interface WireSuggestion {
  label: string;
  uuid: string;
  isRecommended?: boolean;
  actions?: WireAction[];
}
export interface WireCard {
  uuid: string;
  summary: string;
  indicator: 'info' | 'warning' | 'critical';
  detail?: string;
  source: { label: string; url?: string; topic?: Json };
  suggestions?: WireSuggestion[];
  selectionBehavior?: 'at-most-one' | 'any';
  overrideReasons?: Json[];
  links?: { label: string; url: string; type: 'absolute' | 'smart'; appContext?: string }[];
}

/** The standard's limit: fewer than 140 characters, counted as code points. */
const SUMMARY_LIMIT = 139;
const RANK = { critical: 0, warning: 1, info: 2 } as const;

/** Most urgent first; equal urgency keeps the order of the drafts. */
export function byUrgency(drafts: readonly CardDraft[]): CardDraft[] {
  return [...drafts].sort((a, b) => RANK[a.indicator] - RANK[b.indicator]);
}

export function toWireCard(draft: CardDraft, setting: CardSetting): WireCard {
  const suggestions = draft.suggestions.map((item) => toSuggestion(item, setting)).filter((item) => item !== null);
  const card: WireCard = {
    uuid: setting.newUuid(),
    summary: shortened(draft.summary),
    indicator: draft.indicator,
    detail: draft.detail,
    source: {
      label: draft.source.label,
      ...(isWebAddress(draft.source.url) ? { url: draft.source.url } : {}),
      topic: { ...draft.topic },
    },
    links: [
      ...draft.links.filter(({ url }) => isWebAddress(url)).map(({ label, url }) => ({ label, url, type: 'absolute' as const })),
      {
        label: 'Explain in Genehook',
        url: `${setting.publicUrl}/panel/launch.html`,
        type: 'smart' as const,
        appContext: appContextOf(draft),
      },
    ],
    overrideReasons: draft.overrideReasons.map((reason) => ({ ...reason })),
  };
  if (suggestions.length > 0) {
    card.suggestions = withOneRecommended(suggestions);
    card.selectionBehavior = 'at-most-one';
  }
  return withoutEmptyMembers(card) as WireCard;
}

/** Ids only, versioned; the panel treats it as untrusted input. */
function appContextOf({ panelTarget }: Pick<CardDraft, 'panelTarget'>): string {
  return JSON.stringify({ v: 1, view: panelTarget.view, ...(panelTarget.id === undefined ? {} : { id: panelTarget.id }) });
}

/** Null when an action is not allowed: a suggestion is one unit and is sent whole or not at all. */
function toSuggestion(draft: SuggestionDraft, setting: CardSetting): WireSuggestion | null {
  if (!draft.actions.every((action) => isAllowed(action, setting))) return null;
  return {
    label: draft.label,
    uuid: setting.newUuid(),
    ...(draft.recommended ? { isRecommended: true } : {}),
    actions: draft.actions.map(toAction),
  };
}

/**
 * A coding's `display` is the name that the code system gives. Ours for laboratory tests are shorter, which validators of FHIR call
 * wrong: the order's text says what is meant, and the code goes without.
 */
function toAction(action: ActionDraft): WireAction {
  if (action.type !== 'create' || action.resource.resourceType !== 'ServiceRequest') return { ...action };
  const { code } = action.resource;
  if (!isObject(code) || !isText(code.text) || !Array.isArray(code.coding)) return { ...action };
  const coding = code.coding.map((one: unknown) => {
    if (!isObject(one)) return one;
    const { display: _ours, ...rest } = one;
    return rest;
  });
  return { ...action, resource: { ...action.resource, code: { ...code, coding } } };
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

function isAllowed(action: ActionDraft, { orders, patientId }: CardSetting): boolean {
  if (action.type === 'delete') return orders.has(action.resourceId) && /^[A-Za-z]+\/[A-Za-z0-9\-._]+$/.test(action.resourceId);
  const { resource } = action;
  if (typeof resource.resourceType !== 'string' || namesAnotherPatient(resource.subject, patientId)) return false;
  if (action.type === 'update') return isFhirId(resource.id) && orders.has(`${resource.resourceType}/${resource.id}`);
  return resource.status === 'draft' && namesSomebody(resource.subject);
}

/** A new order has to say whose it is in a form that the EHR can follow: a name to be read says it to people alone. */
function namesSomebody(subject: unknown): boolean {
  return isObject(subject) && (isText(subject.reference) || isObject(subject.identifier));
}

function withOneRecommended(suggestions: WireSuggestion[]): WireSuggestion[] {
  const first = suggestions.findIndex((item) => item.isRecommended === true);
  return suggestions.map((item, index) => {
    if (item.isRecommended !== true || index === first) return item;
    const { isRecommended: _dropped, ...rest } = item;
    return rest;
  });
}

function shortened(summary: string): string {
  const points = [...summary];
  return points.length <= SUMMARY_LIMIT
    ? summary
    : `${points
        .slice(0, SUMMARY_LIMIT - 1)
        .join('')
        .trimEnd()}…`;
}

function isWebAddress(text: string): boolean {
  const protocol = parseUrl(text)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}

/** No member of an answer is null, "", [] or {} (checklist 3). Elements of arrays keep their places. */
export function withoutEmptyMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyMembers);
  if (!isObject(value)) return value;
  const members = Object.entries(value)
    .map(([name, member]): [string, unknown] => [name, withoutEmptyMembers(member)])
    .filter(([, member]) => !isEmpty(member));
  return Object.fromEntries(members);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
