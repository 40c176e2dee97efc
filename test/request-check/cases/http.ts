/** Headers, address and client JWT of a call. */
import type { Handling, HookCall } from '../../../cds-service/request-check/index.ts';
import type { Json } from './call.ts';

const b64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const URL_CALLED = 'https://cds.example.org/cds-services/pgx-order-sign';
const HEADER = { alg: 'ES384', kid: 'k', typ: 'JWT', jku: 'https://ehr.example.org/jwks.json' };
const CLAIMS = { iss: 'https://ehr.example.org', aud: URL_CALLED, iat: 1_790_000_000, exp: 1_790_000_300, jti: 'x' };
export const bearer = (header: Json = {}, claims: Json = {}): string =>
  `Bearer ${b64({ ...HEADER, ...header })}.${b64({ ...CLAIMS, ...claims })}.c2ln`;
export const HTTP: NonNullable<HookCall['http']> = {
  method: 'POST',
  url: URL_CALLED,
  headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json', authorization: bearer() },
};

export interface HttpCase {
  readonly rule: string;
  readonly http: NonNullable<HookCall['http']>;
  readonly where: string;
  readonly handling: Handling;
}
const header = (rule: string, name: string, value: string | undefined, where: string, handling: Handling): HttpCase => {
  const { [name]: _left, ...rest } = HTTP.headers ?? {};
  return { rule, http: { ...HTTP, headers: value === undefined ? rest : { ...rest, [name]: value } }, where, handling };
};
const jwt = (rule: string, where: string, handling: Handling, change: Json, claims: Json = {}): HttpCase =>
  header(rule, 'authorization', bearer(change, claims), where, handling);

export const HTTP_CASES: readonly HttpCase[] = [
  { rule: 'http.method', http: { ...HTTP, method: 'PUT' }, where: 'HTTP method', handling: 'refused' },
  { rule: 'http.scheme', http: { ...HTTP, url: URL_CALLED.replace('https', 'http') }, where: 'HTTP address', handling: 'used' },
  { rule: 'http.address', http: { ...HTTP, url: `${URL_CALLED}/` }, where: 'HTTP address', handling: 'used' },
  { rule: 'http.address', http: { ...HTTP, url: `${URL_CALLED}/x` }, where: 'HTTP address', handling: 'refused' },
  { rule: 'http.query', http: { ...HTTP, url: `${URL_CALLED}?x=1` }, where: 'HTTP address', handling: 'ignored' },
  header('http.content-type', 'content-type', undefined, 'HTTP header Content-Type', 'refused'),
  header('http.content-type', 'content-type', 'text/plain', 'HTTP header Content-Type', 'refused'),
  header('http.content-type', 'content-type', 'application/fhir+json', 'HTTP header Content-Type', 'used'),
  header('http.charset', 'content-type', 'application/json; charset=iso-8859-1', 'HTTP header Content-Type', 'used'),
  header('http.content-encoding', 'content-encoding', 'gzip', 'HTTP header Content-Encoding', 'used'),
  header('http.content-encoding', 'content-encoding', 'zstd', 'HTTP header Content-Encoding', 'refused'),
  header('http.accept', 'accept', 'text/html', 'HTTP header Accept', 'ignored'),
  header('jwt.missing', 'authorization', undefined, 'HTTP header Authorization', 'refused'),
  header('jwt.form', 'authorization', 'Bearer abc', 'HTTP header Authorization', 'refused'),
  header('jwt.form', 'authorization', 'Basic YTpi', 'HTTP header Authorization', 'refused'),
  jwt('jwt.alg', 'JWT header alg', 'refused', { alg: 'none' }),
  jwt('jwt.alg', 'JWT header alg', 'refused', { alg: 'HS256' }),
  jwt('jwt.alg-other', 'JWT header alg', 'refused', { alg: 'RS256' }),
  jwt('jwt.kid', 'JWT header kid', 'refused', { kid: undefined }),
  jwt('jwt.typ', 'JWT header typ', 'refused', { typ: 'at+jwt' }),
  jwt('jwt.own-key', 'JWT header jwk', 'refused', { jwk: {} }),
  jwt('jwt.jku', 'JWT header jku', 'refused', { jku: 'http://ehr.example.org/jwks.json' }),
  jwt('jwt.jku', 'JWT header jku', 'used', { jku: 'http://127.0.0.1:4010/jwks.json' }),
  jwt('jwt.jku-missing', 'JWT header jku', 'used', { jku: undefined }),
  jwt('jwt.iss', 'JWT claim iss', 'refused', {}, { iss: undefined }),
  jwt('jwt.aud', 'JWT claim aud', 'refused', {}, { aud: undefined }),
  jwt('jwt.aud', 'JWT claim aud', 'refused', {}, { aud: 'https://cds.example.org' }),
  jwt('jwt.aud-array', 'JWT claim aud', 'used', {}, { aud: [URL_CALLED, 'other'] }),
  jwt('jwt.exp', 'JWT claim exp', 'refused', {}, { exp: '1790000300' }),
  jwt('jwt.iat', 'JWT claim iat', 'refused', {}, { iat: undefined }),
  jwt('jwt.long', 'JWT claim exp', 'used', {}, { exp: 1_790_000_900 }),
  jwt('jwt.long', 'JWT claim exp', 'refused', {}, { exp: 1_790_090_000 }),
  jwt('jwt.jti', 'JWT claim jti', 'refused', {}, { jti: undefined }),
  jwt('jwt.nbf', 'JWT claim nbf', 'used', {}, { nbf: 1_789_999_700 }),
  jwt('jwt.further', 'JWT claims', 'ignored', {}, { sub: 'client' }),
];
