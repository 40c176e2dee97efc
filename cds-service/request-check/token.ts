/** The client JWT of a captured call, read without verifying it: form, algorithm, claims. Its signature is never looked at. */
import { findings } from './collect.ts';
import { isObject, isText, kindOf, own, type Json } from './json.ts';
import type { CheckSetting, Finding, RuleText } from './types.ts';

const TRUST = 'CDS Hooks 2.0, Trusting CDS Clients';

export const TOKEN_RULES = {
  'jwt.missing': { section: TRUST, weight: 'advice', standard: 'Every call carries Authorization: Bearer with a client JWT.' },
  'jwt.form': {
    section: TRUST,
    weight: 'breaks',
    standard: 'The token is a signed JWT: three parts of base64url, header and claims JSON objects.',
  },
  'jwt.access-token': {
    section: TRUST,
    weight: 'breaks',
    standard: 'The client JWT of the header and the access_token of the body are two different things.',
  },
  'jwt.alg': { section: TRUST, weight: 'breaks', standard: 'alg is an asymmetric algorithm; never none, never HS*.' },
  'jwt.alg-other': { section: TRUST, weight: 'advice', standard: 'alg should be ES384 or RS384.' },
  'jwt.kid': { section: TRUST, weight: 'breaks', standard: 'kid is required: it names the key.' },
  'jwt.typ': { section: TRUST, weight: 'breaks', standard: 'typ is required and is JWT.' },
  'jwt.own-key': {
    section: TRUST,
    weight: 'breaks',
    standard: 'The key is the one that kid names in the key set that was agreed on; a token does not bring its own.',
  },
  'jwt.jku': { section: TRUST, weight: 'advice', standard: 'jku is the https address of the key set, and is agreed on beforehand.' },
  'jwt.jku-missing': { section: TRUST, weight: 'note', standard: 'jku should be sent; without it the keys are agreed on out of band.' },
  'jwt.iss': { section: TRUST, weight: 'breaks', standard: 'iss is required: the URI of the issuer.' },
  'jwt.aud': { section: TRUST, weight: 'breaks', standard: 'aud is required: the address that is called, or an array that holds it.' },
  'jwt.aud-array': { section: TRUST, weight: 'note', standard: 'aud may be an array.' },
  'jwt.exp': { section: TRUST, weight: 'breaks', standard: 'exp is required: seconds since 1970, as a number.' },
  'jwt.iat': { section: TRUST, weight: 'breaks', standard: 'iat is required: seconds since 1970, as a number.' },
  'jwt.long': {
    section: TRUST,
    weight: 'advice',
    standard: 'A token lives for minutes: five at most is usual.',
    seenIn: 'Epic: 15 minutes',
  },
  'jwt.jti': { section: TRUST, weight: 'breaks', standard: 'jti is required: a text that is used once.' },
  'jwt.nbf': { section: 'RFC 7519, nbf', weight: 'note', standard: 'nbf may be sent.', seenIn: 'Epic: five minutes before iat' },
  'jwt.further': { section: 'RFC 7519', weight: 'note', standard: 'Further claims may be sent.', seenIn: 'Epic: sub' },
} as const satisfies Record<string, RuleText>;

const CLAIMS = new Set(['iss', 'aud', 'exp', 'iat', 'jti', 'nbf', 'tenant']);
const OWN_KEY = ['jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc'];
const REFUSED = 'Refused with 401.';
const USUAL_SECONDS = 300;
const SKEW_SECONDS = 60;

type Add = ReturnType<typeof findings<typeof TOKEN_RULES>>['add'];

/** `authorization`: the header as it was captured; undefined when no headers were captured, '' when there was none. */
export function checkToken(authorization: string, body: unknown, setting: CheckSetting): readonly Finding[] {
  const collected = findings(TOKEN_RULES);
  const { add } = collected;
  const place = 'HTTP header Authorization';
  if (authorization === '') {
    add(
      'jwt.missing',
      place,
      'missing (some tools leave it out of what they export)',
      'refused',
      'Refused with 401, unless authentication is switched off (development on this machine).',
    );
    return collected.found;
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (token !== undefined && token === accessTokenOf(body)) {
    add('jwt.access-token', place, 'the access_token of the body', 'refused', REFUSED);
    return collected.found;
  }
  const parts = (token ?? '').split('.');
  const header = decoded(parts[0]);
  const claims = decoded(parts[1]);
  if (parts.length !== 3 || header === null || claims === null) {
    add('jwt.form', place, token === undefined ? 'no Bearer token' : 'a text that is no such token', 'refused', REFUSED);
    return collected.found;
  }
  checkHeader(header, add);
  checkClaims(claims, setting, add);
  return collected.found;
}

function accessTokenOf(body: unknown): unknown {
  const authorization = isObject(body) ? own(body, 'fhirAuthorization') : undefined;
  return isObject(authorization) ? own(authorization, 'access_token') : undefined;
}

function decoded(part: string | undefined): Json | null {
  if (part === undefined || !/^[A-Za-z0-9_-]+$/.test(part) || part.length > 16_384) return null;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0) ?? 0);
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function checkHeader(header: Json, add: Add): void {
  const { alg, kid, typ, jku } = header;
  if (typeof alg !== 'string' || /^(none|HS\d*)$/i.test(alg))
    add('jwt.alg', 'JWT header alg', typeof alg === 'string' ? 'none or a symmetric algorithm' : kindOf(alg), 'refused', REFUSED);
  else if (alg !== 'ES384' && alg !== 'RS384')
    add(
      'jwt.alg-other',
      'JWT header alg',
      'another algorithm',
      'refused',
      `${REFUSED} Genehook takes ES384 and RS384, and ES256, ES512, RS256 and RS512 where "algorithms" of the trust file names them.`,
    );
  if (!isText(kid)) add('jwt.kid', 'JWT header kid', kindOf(kid), 'refused', REFUSED);
  if (typeof typ !== 'string' || typ.toUpperCase() !== 'JWT')
    add('jwt.typ', 'JWT header typ', typeof typ === 'string' ? 'another type' : kindOf(typ), 'refused', REFUSED);
  for (const name of OWN_KEY) if (Object.hasOwn(header, name)) add('jwt.own-key', `JWT header ${name}`, 'present', 'refused', REFUSED);
  if (jku === undefined) add('jwt.jku-missing', 'JWT header jku', 'missing', 'used', 'The key set of the trust file was used.');
  else if (typeof jku === 'string' && /^http:\/\/(localhost|\[::1\]|127(\.\d{1,3}){3})([:/]|$)/i.test(jku))
    add('jwt.jku', 'JWT header jku', 'http', 'used', 'Accepted because it is an address of this machine and the trust file allows that.');
  else if (typeof jku !== 'string' || !jku.startsWith('https://'))
    add(
      'jwt.jku',
      'JWT header jku',
      typeof jku === 'string' ? 'no https address' : kindOf(jku),
      'refused',
      `${REFUSED} It is compared with jwksUrl of the trust file and never fetched because a token names it.`,
    );
}

function checkClaims(claims: Json, setting: CheckSetting, add: Add): void {
  const { iss, aud, exp, iat, jti, nbf } = claims;
  if (!isText(iss)) add('jwt.iss', 'JWT claim iss', kindOf(iss), 'refused', REFUSED);
  checkAudience(aud, setting.audiences, add);
  if (!isSeconds(exp)) add('jwt.exp', 'JWT claim exp', kindOf(exp), 'refused', REFUSED);
  if (!isSeconds(iat)) add('jwt.iat', 'JWT claim iat', kindOf(iat), 'refused', REFUSED);
  if (isSeconds(exp) && isSeconds(iat)) {
    const life = exp - iat;
    if (life <= 0 || life > setting.tokenAgeSeconds + 2 * SKEW_SECONDS)
      add(
        'jwt.long',
        'JWT claim exp',
        life <= 0 ? 'not after iat' : 'a longer life than the service accepts',
        'refused',
        `${REFUSED} GENEHOOK_TOKEN_AGE_SECONDS sets the longest life.`,
      );
    else if (life > USUAL_SECONDS) add('jwt.long', 'JWT claim exp', 'a longer life than five minutes', 'used', 'Accepted.');
  }
  if (!isText(jti) || jti.length > 1024) add('jwt.jti', 'JWT claim jti', kindOf(jti), 'refused', REFUSED);
  if (isSeconds(nbf)) add('jwt.nbf', 'JWT claim nbf', 'a number', 'used', 'The token is refused before that time, with a minute of grace.');
  else if (nbf !== undefined) add('jwt.nbf', 'JWT claim nbf', kindOf(nbf), 'refused', REFUSED);
  if (Object.keys(claims).some((name) => !CLAIMS.has(name))) add('jwt.further', 'JWT claims', 'further claims', 'ignored', 'Passed over.');
}

function checkAudience(aud: unknown, accepted: readonly string[] | undefined, add: Add): void {
  const named: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  const texts = named.filter(isText);
  if (texts.length === 0) return add('jwt.aud', 'JWT claim aud', kindOf(aud), 'refused', REFUSED);
  if (Array.isArray(aud)) add('jwt.aud-array', 'JWT claim aud', 'an array', 'used', 'Accepted when the address is among them.');
  if (accepted !== undefined && !texts.some((text) => accepted.includes(text)))
    add(
      'jwt.aud',
      'JWT claim aud',
      'another address than the one called',
      'refused',
      `${REFUSED} Compared letter by letter with publicUrl and the path; "audience" of the trust file accepts what a site has typed in.`,
    );
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 1e11;
}
