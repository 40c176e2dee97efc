/** SMART App Launch against the sandbox: what an app gets, and what a wrong app does not get. */
import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from './fixtures-fake-service.ts';

const SERVICE = 'http://127.0.0.1:9';
const REDIRECT = `${SERVICE}/panel/`;
const SCOPE = 'launch openid fhirUser offline_access patient/Observation.rs patient/Patient.r';

let ehr: RunningSandbox;
beforeAll(async () => {
  ehr = await startSandbox(SERVICE);
});
afterAll(() => ehr.close());

interface Tokens {
  access_token: string;
  refresh_token?: string;
  id_token?: string;
  expires_in: number;
  scope: string;
  patient?: string;
  encounter?: string;
  appContext?: string;
  need_patient_banner?: boolean;
  smart_style_url?: string;
  smart_web_messaging_handle?: string;
  error?: string;
}

async function launch(body: Record<string, unknown> = {}): Promise<string> {
  const response = await fetch(`${ehr.base}/api/launches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ patient: 'cyp2c19-stent', ...body }),
  });
  return ((await response.json()) as { launch: string }).launch;
}

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

async function authorize(change: Record<string, string | undefined> = {}, method: 'GET' | 'POST' = 'GET') {
  const values: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: 'genehook-panel',
    redirect_uri: REDIRECT,
    scope: SCOPE,
    state: 'state-1',
    aud: `${ehr.base}/fhir`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...change,
  };
  const query = new URLSearchParams(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  const address = `${ehr.base}/auth/authorize`;
  const response =
    method === 'GET'
      ? await fetch(`${address}?${query.toString()}`, { redirect: 'manual' })
      : await fetch(address, { method: 'POST', body: query, redirect: 'manual' });
  const location = response.headers.get('location');
  return { status: response.status, back: location === null ? undefined : new URL(location), page: await response.text() };
}

async function redeem(code: string, change: Record<string, string> = {}): Promise<{ status: number; body: Tokens }> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT,
    client_id: 'genehook-panel',
    code_verifier: verifier,
    ...change,
  });
  const response = await fetch(`${ehr.base}/auth/token`, { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as Tokens };
}

async function ehrLaunch(context: Record<string, unknown> = {}, change: Record<string, string> = {}) {
  const { back } = await authorize({ launch: await launch(context), ...change });
  return redeem(back?.searchParams.get('code') ?? '');
}

describe('the screens', () => {
  it('open at the printed address when they are asked for as localhost, since another origin is refused', async () => {
    const { port } = new URL(ehr.base);
    const asked = (url: string) => fetch(url, { redirect: 'manual' });
    const other = await asked(`http://localhost:${port}/`);
    expect([other.status, other.headers.get('location')]).toEqual([302, `${ehr.base}/`]);
    expect((await asked(`${ehr.base}/`)).status).toBe(200);
  });
});

describe('discovery', () => {
  it('publishes what the guide asks for, whatever the Accept header', async () => {
    const response = await fetch(`${ehr.base}/fhir/.well-known/smart-configuration`, { headers: { accept: 'text/html' } });
    const body = (await response.json()) as Record<string, unknown>;
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(body).toMatchObject({
      issuer: ehr.base,
      jwks_uri: `${ehr.base}/.well-known/jwks.json`,
      authorization_endpoint: `${ehr.base}/auth/authorize`,
      token_endpoint: `${ehr.base}/auth/token`,
      code_challenge_methods_supported: ['S256'],
    });
    expect(body['capabilities']).toEqual(
      expect.arrayContaining(['launch-ehr', 'launch-standalone', 'client-public', 'permission-v1', 'permission-v2']),
    );
  });
  it('publishes public keys only', async () => {
    const { keys } = (await (await fetch(`${ehr.base}/.well-known/jwks.json`)).json()) as { keys: Record<string, unknown>[] };
    expect(keys.map((key) => key['alg']).sort()).toEqual(['ES384', 'RS256']);
    for (const key of keys) expect(Object.keys(key)).not.toEqual(expect.arrayContaining(['d']));
  });
});

describe('EHR launch', () => {
  it('gives token, patient, encounter, banner, style, messaging and the appContext of the card', async () => {
    const { status, body } = await ehrLaunch({ appContext: '{"v":1,"view":"drugs"}' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      patient: 'cyp2c19-stent',
      encounter: 'cyp2c19-stent-encounter',
      appContext: '{"v":1,"view":"drugs"}',
      need_patient_banner: false,
      smart_style_url: `${ehr.base}/smart-style.json`,
      scope: SCOPE,
      token_type: 'Bearer',
    });
    expect(body.smart_web_messaging_handle).toMatch(/^[\w-]{36}$/);
    const chart = await fetch(`${ehr.base}/fhir/Observation?patient=cyp2c19-stent`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(chart.status).toBe(200);
  });
  it('signs the id_token with a published key and names the clinician', async () => {
    const { body } = await ehrLaunch({}, { nonce: 'n-1' });
    const keys = createRemoteJWKSet(new URL(`${ehr.base}/.well-known/jwks.json`));
    const { payload } = await jwtVerify(body.id_token ?? '', keys, { issuer: ehr.base, audience: 'genehook-panel', algorithms: ['RS256'] });
    expect(payload).toMatchObject({ fhirUser: `${ehr.base}/fhir/Practitioner/sandbox-clinician`, nonce: 'n-1' });
  });
  it('works by POST too', async () => {
    const { back } = await authorize({ launch: await launch() }, 'POST');
    expect(back?.searchParams.get('code')).not.toBeNull();
  });
  it('a launch is good for once', async () => {
    const once = await launch();
    await authorize({ launch: once });
    const { back } = await authorize({ launch: once });
    expect(back?.searchParams.get('error')).toBe('invalid_request');
    expect(back?.searchParams.get('state')).toBe('state-1');
  });
  it('leaves out scopes it does not know', async () => {
    const { body } = await ehrLaunch({}, { scope: 'launch patient/Observation.read admin/everything system/*.rs' });
    expect(body.scope).toBe('launch patient/Observation.read');
  });
});

describe('authorization requests that are refused', () => {
  it.each([
    ['an unknown client', { client_id: 'somebody' }],
    ['a redirect address with a longer path', { redirect_uri: `${REDIRECT}x` }],
    ['a redirect address elsewhere', { redirect_uri: 'http://evil.example/' }],
  ])('%s is told so on a page and never redirected to', async (_what, change) => {
    const { status, back, page } = await authorize({ ...change, launch: await launch() });
    expect([status, back]).toEqual([400, undefined]);
    expect(page).toContain('Sandbox EHR');
  });
  it.each([
    ['no PKCE', { code_challenge: undefined }, 'invalid_request'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['another audience', { aud: 'http://127.0.0.1:1/fhir' }, 'invalid_request'],
    ['no audience', { aud: undefined }, 'invalid_request'],
    ['no state', { state: undefined }, 'invalid_request'],
    ['a response type that is not code', { response_type: 'token' }, 'unsupported_response_type'],
    ['no known scope', { scope: 'wonder' }, 'invalid_scope'],
    ['scope launch without a launch', { launch: undefined }, 'invalid_request'],
    ['an invented launch', { launch: 'abc' }, 'invalid_request'],
  ])('%s', async (_what, change, error) => {
    const { back } = await authorize({ launch: await launch(), ...change });
    expect([back?.searchParams.get('error'), back?.searchParams.get('code')]).toEqual([error, null]);
  });
});

describe('token requests that are refused', () => {
  const freshCode = async () => (await authorize({ launch: await launch() })).back?.searchParams.get('code') ?? '';
  it.each([
    ['a wrong verifier', { code_verifier: randomBytes(32).toString('base64url') }, 'invalid_grant'],
    ['a verifier that is too short', { code_verifier: 'short' }, 'invalid_grant'],
    ['another redirect address', { redirect_uri: 'http://127.0.0.1:9/else' }, 'invalid_grant'],
    ['an unknown client', { client_id: 'somebody' }, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('%s', async (_what, change, error) => {
    const { status, body } = await redeem(await freshCode(), change);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.error).toBe(error);
  });
  it('a code is good for once', async () => {
    const code = await freshCode();
    expect((await redeem(code)).status).toBe(200);
    expect((await redeem(code)).body.error).toBe('invalid_grant');
  });
});

describe('refresh', () => {
  const refresh = async (token: string | undefined, scope?: string) => {
    const values = {
      grant_type: 'refresh_token',
      refresh_token: token ?? '',
      client_id: 'genehook-panel',
      ...(scope === undefined ? {} : { scope }),
    };
    const response = await fetch(`${ehr.base}/auth/token`, { method: 'POST', body: new URLSearchParams(values) });
    return { status: response.status, body: (await response.json()) as Tokens };
  };
  it('gives a new token for the same patient and retires the old refresh token', async () => {
    const first = (await ehrLaunch()).body;
    const second = await refresh(first.refresh_token);
    expect(second.body).toMatchObject({ patient: 'cyp2c19-stent', scope: SCOPE });
    expect(second.body.access_token).not.toBe(first.access_token);
    expect((await refresh(first.refresh_token)).body.error).toBe('invalid_grant');
    expect((await refresh(second.body.refresh_token)).status).toBe(200);
  });
  it('never widens the scopes', async () => {
    const first = (await ehrLaunch()).body;
    expect((await refresh(first.refresh_token, `${SCOPE} patient/*.cruds`)).body.error).toBe('invalid_scope');
  });
  it('is not offered without the scope', async () => {
    expect((await ehrLaunch({}, { scope: 'launch patient/Observation.rs' })).body.refresh_token).toBeUndefined();
  });
});

describe('standalone launch', () => {
  const SOLO = 'launch/patient openid patient/Observation.rs';
  const key = (page: string) => /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const choose = async (form: Record<string, string>) => {
    const response = await fetch(`${ehr.base}/auth/approve`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
    const location = response.headers.get('location');
    return { status: response.status, back: location === null ? undefined : new URL(location) };
  };
  it('lets the clinician pick a patient', async () => {
    const { page } = await authorize({ scope: SOLO });
    expect(page).toContain('Norman Plainfield (synthetic)');
    const { back } = await choose({ key: key(page), patient: 'no-result' });
    const { body } = await redeem(back?.searchParams.get('code') ?? '');
    expect(body).toMatchObject({ patient: 'no-result', need_patient_banner: true });
    expect(body.appContext).toBeUndefined();
  });
  it('takes a choice only once, and only of a known patient', async () => {
    const { page } = await authorize({ scope: SOLO });
    const { back } = await choose({ key: key(page), patient: 'nobody' });
    expect(back?.searchParams.get('error')).toBe('access_denied');
    expect((await choose({ key: key(page), patient: 'no-result' })).status).toBe(400);
  });
  it('can be denied', async () => {
    const { page } = await authorize({ scope: SOLO });
    const { back } = await choose({ key: key(page), patient: 'no-result', deny: '1' });
    expect(back?.searchParams.get('error')).toBe('access_denied');
  });
});

describe('failures that a launch can be asked to show', () => {
  it.each([
    ['auth_access_denied', 'access_denied'],
    ['auth_invalid_scope', 'invalid_scope'],
    ['auth_server_error', 'server_error'],
  ])('%s', async (simulate, error) => {
    const { back } = await authorize({ launch: await launch({ simulate }) });
    expect(back?.searchParams.get('error')).toBe(error);
  });
  it('token_invalid_grant', async () => expect((await ehrLaunch({ simulate: 'token_invalid_grant' })).body.error).toBe('invalid_grant'));
  it('token_no_patient', async () => expect((await ehrLaunch({ simulate: 'token_no_patient' })).body.patient).toBeUndefined());
  it('request_invalid_token', async () => {
    const { body } = await ehrLaunch({ simulate: 'request_invalid_token' });
    const answer = await fetch(`${ehr.base}/fhir/Patient/cyp2c19-stent`, { headers: { authorization: `Bearer ${body.access_token}` } });
    expect(answer.status).toBe(401);
  });
  it('token_expired ends after a second, and a refresh helps', async () => {
    const { body } = await ehrLaunch({ simulate: 'token_expired' });
    expect(body.expires_in).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const answer = await fetch(`${ehr.base}/fhir/Patient/cyp2c19-stent`, { headers: { authorization: `Bearer ${body.access_token}` } });
    expect(answer.status).toBe(401);
  });
});
