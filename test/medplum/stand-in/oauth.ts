/** Sign-in as Medplum does it: client credentials, and authorization codes with PKCE for SMART apps; errors in its own words. */
import type { ClientApplication, ProjectMembership, SmartAppLaunch } from '@medplum/fhirtypes';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Store } from './repository.ts';

export interface Login {
  readonly membership: ProjectMembership;
  readonly scope: string;
  readonly clientId?: string;
  readonly launch?: SmartAppLaunch;
}

export interface Logins {
  token(form: Readonly<Record<string, unknown>>): { readonly status: number; readonly body: object };
  authorize(
    query: URLSearchParams,
    user: ProjectMembership | undefined,
  ): { readonly status: number; readonly text?: string; readonly redirect?: string };
  find(authorization: string | undefined): Login | undefined;
  /** A token for a run of a Bot, with the rights of this membership. */
  issue(login: Login): string;
}

interface Pending extends Login {
  readonly challenge: string | undefined;
}

const refused = (description: string, error = 'invalid_request') => ({ status: 400, body: { error, error_description: description } });

export function createLogins(store: Store): Logins {
  const tokens = new Map<string, Login>();
  const codes = new Map<string, Pending>();
  const clientOf = (id: unknown): (ClientApplication & { id: string }) | undefined => {
    const found = store.resources.get(`ClientApplication/${String(id)}`);
    return found?.resourceType === 'ClientApplication' ? found : undefined;
  };
  const membershipOf = (clientId: string): ProjectMembership | undefined =>
    [...store.resources.values()].find(
      (item): item is ProjectMembership & { id: string } =>
        item.resourceType === 'ProjectMembership' && item.user.reference === `ClientApplication/${clientId}`,
    );

  const issue = (login: Login): string => {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { client_id: login.clientId, login_id: randomUUID(), scope: login.scope, iat: now, exp: now + 3600 };
    const token = `${part({ alg: 'ES256', kid: 'stand-in' })}.${part(claims)}.${randomBytes(16).toString('base64url')}`;
    tokens.set(token, login);
    return token;
  };

  function clientCredentials(form: Readonly<Record<string, unknown>>) {
    if (!form.client_id) return refused('Missing client_id');
    if (!form.client_secret) return refused('Missing client_secret');
    const client = clientOf(form.client_id);
    if (client === undefined || (client.status !== undefined && client.status !== 'active') || client.secret === undefined)
      return refused('Invalid client');
    if (client.secret !== form.client_secret) return refused('Invalid secret');
    const membership = membershipOf(client.id);
    if (membership === undefined) return refused('Invalid client');
    return answer({ membership, scope: 'openid', clientId: client.id });
  }

  function authorizationCode(form: Readonly<Record<string, unknown>>) {
    if (!form.code) return refused('Missing code');
    const pending = codes.get(String(form.code));
    codes.delete(String(form.code));
    if (pending === undefined) return refused('Invalid code');
    const client = clientOf(pending.clientId);
    if (client === undefined || (form.client_id !== undefined && form.client_id !== client.id)) return refused('Invalid client');
    if (client.pkceOptional !== true) {
      if (pending.challenge === undefined) return refused('Missing verification context');
      if (!form.code_verifier) return refused('Missing code verifier');
      if (createHash('sha256').update(String(form.code_verifier)).digest('base64url') !== pending.challenge)
        return refused('Invalid code verifier');
    }
    return answer(pending);
  }

  function answer(login: Login) {
    const patient = login.launch?.patient?.reference?.split('/')[1];
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        expires_in: 3600,
        scope: login.scope,
        access_token: issue(login),
        id_token: issue(login),
        project: login.membership.project,
        profile: login.membership.profile,
        ...(patient === undefined ? {} : { patient }),
        smart_style_url: `${store.base}fhir/R4/.well-known/smart-styles.json`,
        need_patient_banner: patient !== undefined,
      },
    };
  }

  return {
    issue,
    find: (authorization) => tokens.get(/^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? ''),
    token(form) {
      if (!form.grant_type) return refused('Missing grant_type');
      if (form.grant_type === 'client_credentials') return clientCredentials(form);
      if (form.grant_type === 'authorization_code') return authorizationCode(form);
      return refused('Unsupported grant_type');
    },
    authorize(query, user) {
      const client = clientOf(query.get('client_id'));
      if (client === undefined) return { status: 400, text: 'Client not found' };
      const redirect = query.get('redirect_uri') ?? '';
      if (![client.redirectUri, ...(client.redirectUris ?? [])].includes(redirect)) return { status: 400, text: 'Incorrect redirect_uri' };
      const back = (parameters: Record<string, string>) => {
        const url = new URL(redirect);
        for (const [name, value] of Object.entries({ ...parameters, state: query.get('state') ?? '' }))
          url.searchParams.append(name, value);
        return { status: 302, redirect: url.href };
      };
      if (!query.get('scope')) return back({ error: 'invalid_request' });
      if (query.get('response_type') !== 'code') return back({ error: 'unsupported_response_type' });
      const audience = query.get('aud');
      if (audience !== null && new URL(audience).host !== new URL(store.base).host) return back({ error: 'invalid_request' });
      const challenge = query.get('code_challenge') ?? undefined;
      if (challenge !== undefined && query.get('code_challenge_method') !== 'S256') return back({ error: 'invalid_request' });
      if (user === undefined) return { status: 200, text: 'sign-in page' };
      const launch = store.resources.get(`SmartAppLaunch/${query.get('launch') ?? ''}`);
      if (query.get('launch') !== null && launch?.resourceType !== 'SmartAppLaunch') return back({ error: 'invalid_request' });
      const code = randomUUID();
      codes.set(code, {
        membership: user,
        scope: query.get('scope') ?? '',
        clientId: client.id,
        challenge,
        ...(launch?.resourceType === 'SmartAppLaunch' ? { launch } : {}),
      });
      return back({ code });
    },
  };
}
