/** The launch page's work: which server, which scopes, and the address to which the browser is sent to authorize. */
import smart from 'fhirclient/lib/smart.js';
import { asList, asRecord, asText } from '../data/read-values.ts';
import { PanelAdapter } from './adapter.ts';
import { rememberAnswerer, type Answerer } from './answerer.ts';
import { asLaunched, findIssuer, readIssuers, type Issuer } from './issuers.ts';
import { LaunchProblem, toLaunchProblem } from './problem.ts';
import { chooseScopes, type LaunchKind, type OfferedScopes } from './scopes.ts';

/** What the address of the launch page asks for. */
export type LaunchRequest =
  | { readonly kind: 'ehr'; readonly iss: string; readonly launch: string }
  | { readonly kind: 'standalone' }
  | { readonly kind: 'incomplete' };

export function readLaunchRequest(search: string): LaunchRequest {
  const parameters = new URLSearchParams(search);
  const iss = parameters.get('iss') ?? '';
  const launch = parameters.get('launch') ?? '';
  if (iss !== '' && launch !== '') return { kind: 'ehr', iss, launch };
  return iss === '' && launch === '' ? { kind: 'standalone' } : { kind: 'incomplete' };
}

/** The issuers that the service lists; the only request made before `iss` is checked, and it goes to our own service. */
export async function fetchIssuers(base: string): Promise<readonly Issuer[]> {
  let config: unknown;
  try {
    const response = await fetch(new URL('config', base), { headers: { accept: 'application/json' }, credentials: 'omit' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    config = await response.json();
  } catch (error) {
    throw toLaunchProblem(error, 'no-configuration');
  }
  const issuers = readIssuers(config);
  if (issuers.length === 0) throw new LaunchProblem('no-issuers');
  return issuers;
}

/** The listed issuer of an EHR launch; a problem when the launch names another server. Nothing is fetched from it before this. */
export function admitIssuer(issuers: readonly Issuer[], iss: string): Issuer {
  const issuer = findIssuer(issuers, iss);
  if (issuer === null) throw new LaunchProblem('issuer-not-listed', iss);
  return issuer;
}

/**
 * Address of the EHR's authorization page for this launch. Keeps the launch's secrets under its own random `state`. `iss`: as the
 * EHR wrote it.
 */
export async function authorizationAddress(issuer: Issuer, launch: { kind: LaunchKind; token?: string; iss?: string }): Promise<string> {
  const discovery = await discover(issuer);
  const adapter = new PanelAdapter();
  const state = randomState();
  for (const name of ['iss', 'launch']) adapter.getUrl().searchParams.delete(name);
  try {
    const address = await smart.authorize(adapter, {
      iss: asLaunched(issuer, launch.iss),
      clientId: issuer.clientId,
      scope: chooseScopes(issuer, discovery, launch.kind),
      redirectUri: new URL('index.html', window.location.href).href.split(/[?#]/)[0] ?? '',
      pkceMode: discovery.pkceMode,
      stateKey: state,
      completeInTarget: true,
      noRedirect: true,
      ...(launch.token === undefined ? {} : { launch: launch.token }),
    });
    if (typeof address !== 'string' || !/^https?:/.test(address)) throw new LaunchProblem('discovery-failed', issuer.iss);
    await rememberAnswerer(adapter, state, discovery);
    return address;
  } catch (error) {
    throw toLaunchProblem(error, 'discovery-failed');
  }
}

interface Discovery extends OfferedScopes, Answerer {
  readonly pkceMode: 'required' | 'unsafeV1';
}

/** What is known of a server from before SMART 2: nothing but its CapabilityStatement, which fhirclient reads; the code challenge is sent all the same. */
const BEFORE_SMART_2: Discovery = { capabilities: [], scopes: [], pkceMode: 'unsafeV1', name: '', namesItself: false };

/**
 * A server that publishes the well-known file without S256 is refused unless its entry in the configuration says otherwise. A page in the file's place,
 * as servers give that answer every address with one, is no file.
 */
async function discover(issuer: Issuer): Promise<Discovery> {
  let document: Readonly<Record<string, unknown>>;
  try {
    document = asRecord(await smart.fetchWellKnownJson(issuer.iss));
  } catch {
    return BEFORE_SMART_2;
  }
  if (asText(document.authorization_endpoint) === '' && asText(document.token_endpoint) === '') return BEFORE_SMART_2;
  const methods = asList(document.code_challenge_methods_supported);
  if (!methods.includes('S256') && issuer.pkceMode === 'required') throw new LaunchProblem('no-pkce', issuer.iss);
  return {
    capabilities: asList(document.capabilities).map(asText),
    scopes: asList(document.scopes_supported).map(asText),
    pkceMode: issuer.pkceMode,
    name: asText(document.issuer),
    namesItself: document.authorization_response_iss_parameter_supported === true,
  };
}

/** 256 unpredictable bits, as RFC 6749 and SMART ask for `state`. */
function randomState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
