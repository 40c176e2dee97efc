/**
 * Captured hook requests in the forms that people have them: the bare body, `{request: {body}}`, a HAR export, an entry of the
 * sandbox's traffic, or an array of any of these. Pure.
 */
import { isObject, type Json } from '../ehr/chart-part.ts';
import type { HttpCall } from '../request-check/index.ts';
import { jsonOrUndefined } from '../json-text.ts';

export interface Captured {
  /** Where it stood: `file.har, request 3`. */
  readonly label: string;
  readonly body: unknown;
  /** What the capture tells of the HTTP call; absent when it holds the body alone. */
  readonly http?: HttpCall;
  /** True when the capture had its token masked, so that nothing can be fetched with it. */
  readonly masked: boolean;
}

const MASKED = /^[•*xX_.…-]{3,}$|^\[?(masked|redacted|removed|hidden)\]?$/i;
const MOST = 10_000;

/** Every hook request in a value; an empty list when there is none. */
export function capturedIn(value: unknown, label: string): readonly Captured[] {
  const found = unwrapped(value, label).slice(0, MOST);
  return found.map((item) => withoutMaskedToken(item));
}

type Raw = Omit<Captured, 'masked'>;

/** Wrappers inside wrappers end somewhere. */
const DEPTH = 6;

function unwrapped(value: unknown, label: string, depth = 0): readonly Raw[] {
  if (depth > DEPTH) return [];
  if (Array.isArray(value))
    return (value as unknown[]).flatMap((item, index) => unwrapped(item, `${label}, request ${index + 1}`, depth + 1));
  if (!isObject(value)) return [];
  if (looksLikeHook(value)) return [{ label, body: value }];
  const { log, entries, request, body } = value;
  if (isObject(log) && Array.isArray(log.entries)) return unwrapped(log.entries, label, depth + 1);
  if (Array.isArray(entries)) return unwrapped(entries, label, depth + 1);
  if (isObject(request)) return fromRequest(request, value, label);
  if (body !== undefined) return fromRequest(value, value, label);
  return [];
}

/** `request` is an HTTP request (HAR, proxies, test tools) or the hook request itself (the sandbox's traffic). */
function fromRequest(request: Json, around: Json, label: string): readonly Raw[] {
  const posted = isObject(request.postData) ? request.postData.text : request.body;
  const body = looksLikeHook(request) ? request : typeof posted === 'string' ? jsonOrUndefined(posted) : posted;
  if (!isObject(body) || !looksLikeHook(body)) return [];
  const source = looksLikeHook(request) ? around : request;
  const http = httpOf(source, around);
  return [{ label, body, ...(http === null ? {} : { http }) }];
}

function looksLikeHook(value: Json): boolean {
  return (
    'hookInstance' in value ||
    ('context' in value && ('hook' in value || 'prefetch' in value)) ||
    ('hook' in value && !('request' in value))
  );
}

function httpOf(source: Json, around: Json): HttpCall | null {
  const { method, url } = source;
  const headers = headersOf(source.headers) ?? tokenHeader(around.clientJwt);
  if (typeof url !== 'string' && headers === undefined) return null;
  return {
    ...(typeof method === 'string' ? { method: method.toUpperCase() } : {}),
    ...(typeof url === 'string' ? { url } : {}),
    ...(headers === undefined ? {} : { headers }),
  };
}

/** HAR lists headers as name and value; others keep an object. Names come out in small letters. */
function headersOf(value: unknown): Readonly<Record<string, string>> | undefined {
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(value)
    ? (value as unknown[]).filter(isObject).map(({ name, value: content }) => [name, content] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  const texts = pairs.flatMap(([name, content]): [string, string][] => {
    const one: unknown = Array.isArray(content) ? content[0] : content;
    return typeof name === 'string' && typeof one === 'string' ? [[name.toLowerCase(), one]] : [];
  });
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

/** The sandbox keeps header and claims in the clear and no signature; that is enough for reading them. */
function tokenHeader(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(value) || !isObject(value.header) || !isObject(value.claims)) return undefined;
  const part = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');
  return { 'content-type': 'application/json', authorization: `Bearer ${part(value.header)}.${part(value.claims)}.masked` };
}

function withoutMaskedToken(item: Raw): Captured {
  const { body } = item;
  const authorization = isObject(body) ? body.fhirAuthorization : undefined;
  const token = isObject(authorization) ? authorization.access_token : undefined;
  return { ...item, masked: typeof token === 'string' && MASKED.test(token) };
}

/** What is sent: a masked token would only make every fetch fail, so it is left out with what belongs to it. */
export function bodyToSend({ body, masked }: Captured): unknown {
  if (!masked || !isObject(body)) return body;
  const { fhirAuthorization: _masked, ...rest } = body;
  return rest;
}
