/** The body of a hook call, checked once at the door. Liberal in what EHRs vary, strict in what safety needs. */
import type { HookName } from '../cards/types.ts';
import { isObject, type Json } from '../ehr/chart-part.ts';
import { isFhirId } from '../ehr/fhir-id.ts';
import { parseUrl, withoutTrailingSlash } from '../config/loopback.ts';

export interface HookRequest {
  readonly hook: HookName;
  readonly hookInstance: string;
  readonly patientId: string;
  readonly userId?: string;
  /** Base of the EHR's FHIR server without trailing slash. */
  readonly fhirServer?: string;
  readonly accessToken?: string;
  /** What the token grants, as far as the call says it. */
  readonly scope?: string;
  /** The token is limited to another patient than the one of the context: nothing is read with it. */
  readonly tokenOfAnother?: true;
  /** Present for order-select and order-sign. */
  readonly draftOrders?: Json;
  readonly selections?: readonly string[];
  readonly prefetch: Json;
  /** True when the request carries extensions that only Epic sends. */
  readonly looksLikeEpic: boolean;
}

/**
 * Far beyond what anybody signs at once, order sets with their Medications included. A call of more is refused and told so, because
 * checking tens of thousands would keep the orders of everyone else waiting.
 */
export const MOST_ORDERS = 2_000;

export type Parsed<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly issues: readonly string[] };

export { isObject };
export type { Json };

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Reads a call of a service for `hook`. Issues name the member; they never repeat its value. */
export function parseHookRequest(body: unknown, hook: HookName): Parsed<HookRequest> {
  if (!isObject(body)) return { ok: false, issues: ['The body must be a JSON object'] };
  const issues: string[] = [];
  const need = (valid: boolean, message: string): void => {
    if (!valid) issues.push(message);
  };
  need(isText(body.hook), 'hook is required and must be a string');
  need(!isText(body.hook) || body.hook === hook, `hook must be "${hook}" for this service`);
  need(isText(body.hookInstance), 'hookInstance is required and must be a string');
  need(isObject(body.context), 'context is required and must be an object');
  need(body.prefetch === undefined || body.prefetch === null || isObject(body.prefetch), 'prefetch must be an object');
  const context = isObject(body.context) ? body.context : {};
  if (isObject(body.context)) issues.push(...contextIssues(context, hook));
  issues.push(...accessIssues(body));
  if (issues.length > 0) return { ok: false, issues };

  const authorization = isObject(body.fhirAuthorization) ? body.fhirAuthorization : {};
  return {
    ok: true,
    value: {
      hook,
      hookInstance: String(body.hookInstance),
      patientId: plainPatientId(context.patientId) ?? '',
      ...(isText(context.userId) ? { userId: context.userId } : {}),
      ...(isText(body.fhirServer) ? { fhirServer: withoutTrailingSlash(body.fhirServer) } : {}),
      ...(isText(authorization.access_token) ? { accessToken: plainToken(authorization.access_token) } : {}),
      ...(isText(authorization.scope) ? { scope: authorization.scope } : {}),
      ...(namesSomebodyElse(authorization.patient, context.patientId) ? { tokenOfAnother: true as const } : {}),
      ...(isObject(context.draftOrders) ? { draftOrders: context.draftOrders } : {}),
      ...(Array.isArray(context.selections) ? { selections: context.selections.map(selectionOf).filter(isText) } : {}),
      prefetch: isObject(body.prefetch) ? body.prefetch : {},
      looksLikeEpic: isObject(body.extension) && Object.keys(body.extension).some((name) => name.startsWith('com.epic.')),
    },
  };
}

/** The id of the patient; clients that write it as a reference, `Patient/…`, mean the same. Null when it is no id. */
function plainPatientId(value: unknown): string | null {
  const plain = typeof value === 'string' && value.startsWith('Patient/') ? value.slice('Patient/'.length) : value;
  return isFhirId(plain) ? plain : null;
}

/** Clients that were fitted to other services write the scheme of the header into the token; no token holds a blank (RFC 6750). */
const plainToken = (token: string): string => token.trim().replace(/^bearer +/i, '');

/** A server may answer such a token with nothing, which would look like nothing on file. An id of any form counts by its last part. */
function namesSomebodyElse(granted: unknown, patientId: unknown): boolean {
  if (!isText(granted)) return false;
  return granted.trim().replace(/^.*\//, '') !== plainPatientId(patientId);
}

function contextIssues(context: Json, hook: HookName): string[] {
  const issues: string[] = [];
  if (!isText(context.userId)) issues.push('context.userId is required and must be a string');
  if (plainPatientId(context.patientId) === null) issues.push('context.patientId is required and must be a FHIR id');
  if (context.encounterId !== undefined && context.encounterId !== null && typeof context.encounterId !== 'string')
    issues.push('context.encounterId must be a string');
  if (hook === 'patient-view') return issues;
  const drafts = context.draftOrders;
  if (!isObject(drafts) || (drafts.resourceType !== 'Bundle' && !isNamelessBundle(drafts)))
    issues.push(
      'context.draftOrders is required and must be a Bundle; some EHRs leave it out when the client is not granted the unsigned-order scopes',
    );
  else if (drafts.entry !== undefined && drafts.entry !== null && !Array.isArray(drafts.entry))
    issues.push('context.draftOrders.entry must be an array');
  else if (Array.isArray(drafts.entry) && drafts.entry.length > MOST_ORDERS)
    issues.push(`context.draftOrders may hold at most ${MOST_ORDERS} entries`);
  if (
    hook === 'order-select' &&
    !(Array.isArray(context.selections) && context.selections.every((item) => typeof selectionOf(item) === 'string'))
  )
    issues.push('context.selections is required and must be an array of references');
  return issues;
}

/** Some clients write a selection as a FHIR Reference. */
const selectionOf = (item: unknown): unknown => (isObject(item) ? item.reference : item);

/** Some clients leave `resourceType` out where only a Bundle can stand. */
function isNamelessBundle(drafts: Json): boolean {
  return drafts.resourceType === undefined && Array.isArray(drafts.entry);
}

/** Private or special addresses are refused at once; which servers are read at all is decided by the allow-list. */
function accessIssues(body: Json): string[] {
  const { fhirServer, fhirAuthorization } = body;
  const issues: string[] = [];
  // A member without a value, as programs that fill in a form send it.
  if (fhirServer !== undefined && fhirServer !== null && fhirServer !== '') {
    if (typeof fhirServer !== 'string' || !isServerAddress(fhirServer))
      issues.push('fhirServer must be an absolute https address without user name');
  }
  if (fhirAuthorization === undefined || fhirAuthorization === null) return issues;
  if (!isText(fhirServer)) issues.push('fhirServer is required when fhirAuthorization is present');
  if (!isObject(fhirAuthorization)) return [...issues, 'fhirAuthorization must be an object'];
  if (!isText(fhirAuthorization.access_token)) issues.push('fhirAuthorization.access_token is required');
  const type = fhirAuthorization.token_type;
  if (type !== undefined && (typeof type !== 'string' || type.toLowerCase() !== 'bearer'))
    issues.push('fhirAuthorization.token_type must be Bearer');
  return issues;
}

/** Link-local and unspecified addresses, also inside IPv6: no FHIR server lives there. URLs write every spelling of an address in one way. */
const SPECIAL = /^(169\.254\.|0\.|\[fe[89ab][0-9a-f]:|\[::\]$|\[::(ffff:)?a9fe:|\[::ffff:0:)/i;

/**
 * http is no reason to refuse a call: the standard's own examples have it, and nothing is read from an address that the trust file does
 * not name, where http is accepted on this machine alone.
 */
function isServerAddress(text: string): boolean {
  const url = parseUrl(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (SPECIAL.test(url.hostname)) return false;
  return url.protocol === 'https:' || url.protocol === 'http:';
}
