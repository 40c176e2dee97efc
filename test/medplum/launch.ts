/** Signing in at the stand-in as a person: a SMART launch with PKCE, or straight with a membership's own rights. */
import { createHash, randomBytes } from 'node:crypto';
import type { StandIn } from './stand-in/start.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface TokenUse {
  get(path: string): Promise<Answer>;
  send(method: string, path: string, body: unknown): Promise<Answer>;
  search(query: string): Promise<Answer & { readonly total: number }>;
}

/** What a member may do with their whole rights, no SMART scope in between. */
export function standInToken(standIn: StandIn, membershipId: string): TokenUse {
  return useToken(standIn, standIn.tokenFor(membershipId));
}

export function useToken(standIn: StandIn, token: string): TokenUse {
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`${standIn.base}fhir/R4/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  return {
    get: (path) => send('GET', path),
    send,
    async search(query) {
      const answer = await send('GET', `${query}${query.includes('?') ? '&' : '?'}_count=1000`);
      const bundle = JSON.parse(answer.text) as { entry?: unknown[] };
      return { ...answer, total: answer.status === 200 ? (bundle.entry?.length ?? 0) : -1 };
    },
  };
}

export interface Launched {
  readonly token: string;
  readonly patient: string;
  readonly iss: string;
  readonly scope: string;
}

function launchableApp(standIn: StandIn): { id: string; redirectUris: string[] } {
  const app = standIn.all('ClientApplication').find((item) => 'launchUri' in item);
  if (app === undefined) throw new Error('no app that can be launched');
  return app as unknown as { id: string; redirectUris: string[] };
}

/** Where Medplum sends the browser when the user opens the app beside a patient. */
export async function launchAddress(standIn: StandIn, membershipId: string, patientId: string): Promise<URL> {
  const answer = await fetch(`${standIn.base}fhir/R4/ClientApplication/${launchableApp(standIn).id}/$smart-launch?patient=${patientId}`, {
    headers: { authorization: `Bearer ${standIn.tokenFor(membershipId)}` },
    redirect: 'manual',
  });
  return new URL(answer.headers.get('location') ?? '');
}

/** The whole EHR launch as browser and panel go through it, from Medplum's `$smart-launch` to the token. */
export async function smartLaunch(
  standIn: StandIn,
  membershipId: string,
  patientId: string,
  scope: string,
  verifierSent = true,
): Promise<Launched | string> {
  const app = launchableApp(standIn);
  standIn.user = membershipId;
  const launch = await launchAddress(standIn, membershipId, patientId);
  const iss = launch.searchParams.get('iss') ?? '';
  const configuration = (await (await fetch(`${iss}.well-known/smart-configuration`)).json()) as Record<string, string>;
  const verifier = randomBytes(48).toString('base64url');
  const redirectUri = app.redirectUris[0] ?? '';
  const authorize = new URL(configuration.authorization_endpoint ?? '');
  for (const [name, value] of Object.entries({
    response_type: 'code',
    client_id: app.id,
    redirect_uri: redirectUri,
    scope,
    state: 's',
    aud: iss,
    launch: launch.searchParams.get('launch') ?? '',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }))
    authorize.searchParams.set(name, value);
  const back = new URL((await fetch(authorize, { redirect: 'manual' })).headers.get('location') ?? '');
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    client_id: app.id,
  });
  if (verifierSent) form.set('code_verifier', verifier);
  const answer = (await (await fetch(configuration.token_endpoint ?? '', { method: 'POST', body: form })).json()) as Record<string, string>;
  if (answer.access_token === undefined) return String(answer.error_description);
  return { token: answer.access_token, patient: String(answer.patient), iss, scope: String(answer.scope) };
}
