/** Checklist H (trusting the client): what is accepted, and the list of attacks that must all end in 401 without detail. */
import { constants, createHmac, KeyObject, randomUUID, sign } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientToken, createTestApp, orderSign, signingKey, type SigningKey, type TokenChange } from '../service/harness.ts';
import { outcomeFaults } from './response-schema.ts';

const PUBLIC = 'http://127.0.0.1:4020';
const SERVICE = '/cds-services/pgx-order-sign';
const OTHER_ISSUER = 'https://other.example.org';

let keySet: unknown[] = [];
let fetches = 0;
let server: Server;
let origin = '';
let es: SigningKey;
let rs: SigningKey;
let stranger: SigningKey;
let otherKey: SigningKey;

beforeAll(async () => {
  [es, rs, stranger, otherKey] = await Promise.all([
    signingKey('ES384'),
    signingKey('RS384', 'base64+/='),
    signingKey('ES384'),
    signingKey('ES384', 'other-key'),
  ]);
  server = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: keySet }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

function harness(change: Record<string, unknown> = {}) {
  keySet = [{ kty: 'unknown', kid: 'x' }, null, 7, es.publicJwk, rs.publicJwk];
  fetches = 0;
  const ehr = {
    name: 'EHR',
    issuer: 'https://ehr.example.org',
    jwksUrl: `${origin}/jwks`,
    fhirServers: [],
    profile: 'generic',
    allowInsecureLoopback: true,
  };
  const other = { name: 'Other', issuer: OTHER_ISSUER, jwks: { keys: [otherKey.publicJwk] }, fhirServers: [], profile: 'generic' };
  return createTestApp({ trust: { ehrs: [{ ...ehr, ...change }, other], publicUrl: PUBLIC, auth: 'required' } });
}

const call = (app: ReturnType<typeof harness>, authorization: string | undefined, path = SERVICE, body: unknown = orderSign()) => {
  const post = request(app.app).post(path).set('content-type', 'application/json');
  return (authorization === undefined ? post : post.set('authorization', authorization)).send(
    typeof body === 'string' ? body : JSON.stringify(body),
  );
};

const bearer = async (key: SigningKey, change: TokenChange = {}, path = SERVICE) =>
  `Bearer ${await clientToken(key, `${PUBLIC}${path}`, change)}`;
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;

describe('accepted callers', () => {
  it('[81] [82] ES384 and RS384', async () => {
    const app = harness();
    expect((await call(app, await bearer(es))).status).toBe(200);
    expect((await call(app, await bearer(rs))).status).toBe(200);
  });

  it('[82] another public-key algorithm only where the trust file names it for this EHR, and then no other', async () => {
    const keys = await Promise.all((['ES256', 'ES512', 'RS256', 'RS512'] as const).map((alg) => signingKey(alg)));
    const trusting = (change: Record<string, unknown> = {}) => {
      const app = harness(change);
      keySet.push(...keys.map(({ publicJwk }) => publicJwk));
      return app;
    };
    for (const key of keys) {
      expect((await call(trusting(), await bearer(key))).status).toBe(401);
      expect((await call(trusting({ algorithms: [key.alg] }), await bearer(key))).status).toBe(200);
      expect((await call(trusting({ algorithms: [key.alg] }), await bearer(es))).status).toBe(401);
    }
    expect(() => harness({ algorithms: ['HS256'] })).toThrow('algorithms');
    expect(() => harness({ algorithms: ['none'] })).toThrow('algorithms');
  });

  it('[85] several addresses of keys: the token says which, and no other is believed for it', async () => {
    const jwksUrl = [`${origin}/jwks`, `${origin}/more`];
    const named = (jku: string) => bearer(es, { header: { jku } });
    expect((await call(harness({ jwksUrl }), await named(`${origin}/more`))).status).toBe(200);
    expect((await call(harness({ jwksUrl }), await named(`${origin}/other`))).status).toBe(401);
    expect((await call(harness({ jwksUrl }), await bearer(es))).status).toBe(200);
  });

  it('[84] the address called with a slash at its end is the same service; the token may be made for either form of it', async () => {
    const app = harness();
    const slash = `${SERVICE}/`;
    expect((await call(app, await bearer(es, {}, slash), slash)).status).toBe(200);
    expect((await call(app, await bearer(es), slash)).status).toBe(200);
    expect((await call(app, await bearer(es, {}, `${slash}/`), slash)).status).toBe(401);
    const found = await request(app.app)
      .get('/cds-services/')
      .set('authorization', await bearer(es, {}, '/cds-services/'));
    expect(found.status).toBe(200);
  });

  it('[16] [81] discovery and feedback need a token for their own address', async () => {
    const app = harness();
    const discovery = (authorization: string) => request(app.app).get('/cds-services').set('authorization', authorization);
    expect((await request(app.app).get('/cds-services')).status).toBe(401);
    expect((await discovery(await bearer(es))).status).toBe(401);
    expect((await discovery(await bearer(es, {}, '/cds-services'))).status).toBe(200);
    const body = { feedback: [] };
    expect((await call(app, undefined, `${SERVICE}/feedback`, body)).status).toBe(401);
    expect((await call(app, await bearer(es, {}, `${SERVICE}/feedback`), `${SERVICE}/feedback`, body)).status).toBe(200);
    expect((await call(app, await bearer(es), `${SERVICE}/feedback`, body)).status).toBe(200);
  });

  it('[82] the configured jku may be named', async () => {
    expect((await call(harness(), await bearer(es, { header: { jku: `${origin}/jwks` } }))).status).toBe(200);
  });

  it('[84] aud as a list that holds the called address; a site’s own audience', async () => {
    expect((await call(harness(), await bearer(es, { claims: { aud: ['x', `${PUBLIC}${SERVICE}`] } }))).status).toBe(200);
    expect((await call(harness({ audience: 'genehook-at-site' }), await bearer(es, { claims: { aud: 'genehook-at-site' } }))).status).toBe(
      200,
    );
  });

  it('[84] the Host header has no say', async () => {
    const token = await clientToken(es, `https://evil.example.org${SERVICE}`);
    const answer = await call(harness(), `Bearer ${token}`).set('host', 'evil.example.org').set('x-forwarded-host', 'evil.example.org');
    expect(answer.status).toBe(401);
  });

  it('[88] nbf five minutes back, clocks a minute apart', async () => {
    const app = harness();
    expect((await call(app, await bearer(es, { claims: { nbf: seconds(-300) } }))).status).toBe(200);
    expect((await call(app, await bearer(es, { claims: { iat: seconds(45), nbf: seconds(45), exp: seconds(400) } }))).status).toBe(200);
    expect((await call(app, await bearer(es, { claims: { iat: seconds(-300), exp: seconds(-45) } }))).status).toBe(200);
  });

  it('[89] a rotated key is fetched once; unknown keys do not cause more fetches than the cool-down allows', async () => {
    const app = harness();
    expect((await call(app, await bearer(es))).status).toBe(200);
    const fresh = await signingKey('ES384', 'fresh');
    keySet = [fresh.publicJwk];
    expect((await call(app, await bearer(fresh))).status).toBe(200);
    expect(fetches).toBe(2);
    expect((await call(app, await bearer(es))).status).toBe(401);
  });

  it('[90] keys given out of band', async () => {
    const app = harness();
    expect((await call(app, await bearer(otherKey, { claims: { iss: OTHER_ISSUER } }))).status).toBe(200);
    expect(fetches).toBe(0);
  });

  it('[83] the tenant claim decides where tenants are listed', async () => {
    const app = harness({ tenants: ['t1'] });
    expect((await call(app, await bearer(es, { claims: { tenant: 't1' } }))).status).toBe(200);
    expect((await call(app, await bearer(es, { claims: { tenant: 't2' } }))).status).toBe(401);
    expect((await call(app, await bearer(es))).status).toBe(401);
  });

  it('[87] a token is good for one call, also in parallel', async () => {
    const app = harness();
    const token = await bearer(es);
    const answers = await Promise.all(Array.from({ length: 8 }, () => call(app, token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(7);
  });

  it('[87] the same jti of another issuer is another token', async () => {
    const app = harness();
    const jti = randomUUID();
    expect((await call(app, await bearer(es, { claims: { jti } }))).status).toBe(200);
    expect((await call(app, await bearer(otherKey, { claims: { jti, iss: OTHER_ISSUER } }))).status).toBe(200);
  });

  it('[91] a refused token is not used up', async () => {
    const app = harness();
    const jti = randomUUID();
    expect((await call(app, await bearer(stranger, { claims: { jti } }))).status).toBe(401);
    expect((await call(app, await bearer(es, { claims: { jti } }))).status).toBe(200);
  });
});

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('attacks', () => {
  const attacks: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['[81] no token', async () => undefined],
    ['[81] an empty token', async () => 'Bearer '],
    ['[81] basic authentication', async () => 'Basic YTpi'],
    ['[81] a token in two parts', async () => 'Bearer a.b'],
    ['[81] parts that are no JSON', async () => 'Bearer bm90.anNvbg.eA'],
    [
      '[82] alg none without signature',
      async () => `Bearer ${part({ alg: 'none', typ: 'JWT', kid: es.kid })}.${part({ iss: 'https://ehr.example.org' })}.`,
    ],
    [
      '[82] alg none with a signature',
      async () => (await bearer(es)).replace(/Bearer [^.]+/, `Bearer ${part({ alg: 'none', typ: 'JWT', kid: es.kid })}`),
    ],
    [
      '[82] HS384 with the public key as secret',
      async () => forged('HS384', (input) => createHmac('sha384', JSON.stringify(rs.publicJwk)).update(input).digest('base64url')),
    ],
    ['[82] HS256 with an empty secret', async () => forged('HS256', (input) => createHmac('sha256', '').update(input).digest('base64url'))],
    ['[82] an algorithm in other letters', async () => forged('es384', () => 'AAAA')],
    ['[82] no kid', async () => bearer(es, { header: { kid: undefined } })],
    ['[82] an unknown kid', async () => bearer(es, { header: { kid: 'unknown' } })],
    ['[82] no typ', async () => bearer(es, { header: { typ: undefined } })],
    ['[82] another typ', async () => bearer(es, { header: { typ: 'at+jwt' } })],
    ['[83] no iss', async () => bearer(es, { claims: { iss: undefined } })],
    ['[83] no aud', async () => bearer(es, { claims: { aud: undefined } })],
    ['[83] no exp', async () => bearer(es, { claims: { exp: undefined } })],
    ['[83] no iat', async () => bearer(es, { claims: { iat: undefined } })],
    ['[83] no jti', async () => bearer(es, { claims: { jti: undefined } })],
    ['[83] jti as a number', async () => bearer(es, { claims: { jti: 7 } })],
    ['[83] exp as text', async () => bearer(es, { claims: { exp: String(seconds(300)) } })],
    ['[83] an empty jti', async () => bearer(es, { claims: { jti: '' } })],
    ['[84] aud of another service', async () => bearer(es, {}, '/cds-services/pgx-patient-view')],
    ['[84] aud as a prefix', async () => bearer(es, { claims: { aud: PUBLIC } })],
    ['[84] aud with more behind', async () => bearer(es, {}, `${SERVICE}/`)],
    ['[84] aud of discovery', async () => bearer(es, {}, '/cds-services')],
    ['[84] aud at another host', async () => bearer(es, { claims: { aud: `https://evil.example.org${SERVICE}` } })],
    ['[85] an issuer that is not trusted', async () => bearer(es, { claims: { iss: 'https://evil.example.org' } })],
    ['[85] an issuer with a slash more', async () => bearer(es, { claims: { iss: 'https://ehr.example.org/' } })],
    ['[85] a key of another trusted issuer', async () => bearer(otherKey)],
    ['[85] our key under another trusted issuer', async () => bearer(es, { claims: { iss: OTHER_ISSUER } })],
    ['[85] a foreign jku', async () => bearer(stranger, { header: { jku: 'https://evil.example.org/jwks' } })],
    ['[85] a jku that begins like ours', async () => bearer(stranger, { header: { jku: `${origin}/jwks/../evil` } })],
    ['[85] a jku that is no text', async () => bearer(es, { header: { jku: [`${origin}/jwks`] } })],
    ['[86] a key in the header', async () => bearer(stranger, { header: { jwk: stranger.publicJwk } })],
    ['[86] a certificate address in the header', async () => bearer(es, { header: { x5u: 'https://evil.example.org/c.pem' } })],
    ['[86] an unknown critical header', async () => crafted({ crit: ['x'], x: 1 })],
    ['[86] the right kid, another key', async () => bearer(stranger)],
    ['[86] RS384 header for an EC key', async () => bearer(rs, { header: { kid: es.kid } })],
    [
      '[86] a changed payload',
      async () =>
        (await bearer(es)).replace(
          /\.[^.]+\./,
          `.${part({ iss: 'https://ehr.example.org', aud: `${PUBLIC}${SERVICE}`, iat: seconds(0), exp: seconds(99), jti: 'x' })}.`,
        ),
    ],
    ['[86] an ES384 signature in the form of certificates (DER)', async () => resigned('sha384', es, {})],
    ['[86] an RS384 header over a PSS signature', async () => resigned('sha384', rs, { padding: constants.RSA_PKCS1_PSS_PADDING })],
    ['[86] an RS256 signature under an RS384 header', async () => resigned('sha256', rs, {})],
    ['[86] an ES384 signature of zeros', async () => (await bearer(es)).replace(/[^.]+$/, Buffer.alloc(96).toString('base64url'))],
    ['[81] a token in five parts (encrypted)', async () => `${await bearer(es)}.a.b`],
    ['[81] a token with base64 padding', async () => `${await bearer(es)}==`],
    ['[81] two tokens', async () => `${await bearer(es)}, ${await bearer(es)}`],
    ['[85] a key set inside the claims', async () => bearer(stranger, { claims: { jwks: { keys: [stranger.publicJwk] } } })],
    ['[86] a kid that is a path', async () => bearer(stranger, { header: { kid: '../../../dev/null' } })],
    ['[86] a kid that is a prototype member', async () => bearer(stranger, { header: { kid: '__proto__' } })],
    ['[86] a cut signature', async () => (await bearer(es)).slice(0, -4)],
    ['[86] an empty signature', async () => (await bearer(es)).replace(/[^.]+$/, '')],
    ['[88] expired', async () => bearer(es, { claims: { iat: seconds(-400), exp: seconds(-61) } })],
    ['[88] not valid yet', async () => bearer(es, { claims: { nbf: seconds(70) } })],
    ['[88] issued in the future', async () => bearer(es, { claims: { iat: seconds(70), exp: seconds(300) } })],
    ['[88] valid for a year', async () => bearer(es, { claims: { exp: seconds(365 * 86_400) } })],
    ['[88] issued long ago', async () => bearer(es, { claims: { iat: seconds(-86_400) } })],
    ['[88] exp before iat', async () => bearer(es, { claims: { iat: seconds(30), exp: seconds(20) } })],
    ['[88] an endless exp', async () => bearer(es, { claims: { exp: 1e300 } })],
    ['[92] the FHIR access token in place of the JWT', async () => 'Bearer opaque-access-token'],
  ];

  function forged(alg: string, sign: (input: string) => string): string {
    const claims = { iss: 'https://ehr.example.org', aud: `${PUBLIC}${SERVICE}`, iat: seconds(0), exp: seconds(300), jti: randomUUID() };
    const input = `${part({ alg, typ: 'JWT', kid: es.kid })}.${part(claims)}`;
    return `Bearer ${input}.${sign(input)}`;
  }

  /** The same header and claims, signed in another way with the right key. */
  async function resigned(hash: string, key: SigningKey, options: { padding?: number }): Promise<string> {
    const [header = '', claims = ''] = (await clientToken(key, `${PUBLIC}${SERVICE}`)).split('.');
    const signature = sign(hash, Buffer.from(`${header}.${claims}`), { key: KeyObject.from(key.privateKey), ...options });
    return `Bearer ${header}.${claims}.${signature.toString('base64url')}`;
  }

  /** A header that a well-behaved signer would not make, over the signature of another token. */
  async function crafted(header: object): Promise<string> {
    const token = await bearer(es);
    return token.replace(/Bearer [^.]+/, `Bearer ${part({ alg: 'ES384', typ: 'JWT', kid: es.kid, ...header })}`);
  }

  it.each(attacks)('%s → 401', async (_name, make) => {
    const app = harness();
    const answer = await call(app, await make());
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(outcomeFaults(answer.body)).toEqual([]);
    expect(answer.body.issue).toEqual([{ severity: 'error', code: 'login', diagnostics: 'A valid client JWT is needed' }]);
    expect(app.interpreted).toEqual([]);
  });

  it('[85] a foreign jku is refused before anything is fetched', async () => {
    const app = harness();
    await call(app, await bearer(stranger, { header: { jku: `${origin}/evil` } }));
    await call(app, await bearer(es, { claims: { iss: 'https://evil.example.org' } }));
    expect(fetches).toBe(0);
  });

  it('[91] authentication comes before the body: a broken body without a token is a 401', async () => {
    const app = harness();
    expect((await call(app, undefined, SERVICE, '{broken')).status).toBe(401);
    expect((await call(app, undefined, '/cds-services/nonsense')).status).toBe(401);
    expect((await call(app, await bearer(es), SERVICE, '{broken')).status).toBe(400);
  });

  it('[91] the cause is in the log, the token is not', async () => {
    const app = harness();
    const token = await bearer(es, { claims: { aud: 'https://wrong.example.org' } });
    await call(app, token);
    const log = app.logs.join('');
    expect(log).toContain('"cause":"audience"');
    expect(log).toContain('https://wrong.example.org');
    expect(log).not.toContain(token.slice(-40));
  });

  it('[89] a key server in trouble is a 401, not an error', async () => {
    const app = harness({ jwksUrl: `${origin.replace(/\d+$/, '1')}/jwks` });
    expect((await call(app, await bearer(es))).status).toBe(401);
  });
});
