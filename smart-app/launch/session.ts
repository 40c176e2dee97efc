/** One authorized session: one patient, one EHR, one token. Everything that the panel shows comes from it alone. */
import smart from 'fhirclient/lib/smart.js';
import { asNumber, asRecord, asText } from '../data/read-values.ts';
import { messagingChannel, type MessagingChannel } from '../act/web-messaging.ts';
import { PanelAdapter } from './adapter.ts';
import { readAppContext, type PanelTarget } from './app-context.ts';
import { checkAnswerer } from './answerer.ts';
import { findIssuer, type Issuer } from './issuers.ts';
import { LaunchProblem, toLaunchProblem } from './problem.ts';
import { tokenRenewal } from './renew.ts';
import { missingReadScopes } from './scopes.ts';
import { patientIn } from './token-patient.ts';

type Client = Awaited<ReturnType<typeof smart.ready>>;

export interface Session {
  readonly fhirServer: string;
  readonly issuerName: string;
  readonly tallMan: Issuer['tallMan'];
  readonly patientId: string;
  readonly target: PanelTarget;
  /** False when the EHR shows the patient itself. */
  readonly needsBanner: boolean;
  readonly styleAddress: string | null;
  readonly messaging: MessagingChannel | null;
  /** Resource types that were asked for and not granted. */
  readonly notGranted: readonly string[];
  accessToken(): string;
  /** True when the token ends within seconds, or has ended: then it is renewed before it is used. */
  expiresSoon(): boolean;
  /** Renews the token once; false when the EHR gives no new one. */
  renew(): Promise<boolean>;
  /** The Patient resource, for the banner and the print header; null when it cannot be read. */
  readPatient(): Promise<unknown>;
  /** Forgets the session in this browser. */
  end(): Promise<void>;
}

/** Completes the launch on the page that the EHR redirects to, or picks the session up again after a reload. */
export async function openSession(issuers: readonly Issuer[]): Promise<Session> {
  const adapter = new PanelAdapter();
  const parameters = adapter.getUrl().searchParams;
  const key = parameters.get('state') ?? '';
  const store = adapter.getStorage();
  const stored = key === '' ? {} : asRecord(await store.get(key));
  const issuer = findIssuer(issuers, asText(stored.serverUrl));
  const error = parameters.get('error') ?? '';
  if (error !== '') {
    // Words in the address are the EHR's only where they answer a launch of ours: a link from elsewhere must not speak in its name.
    const said = issuer === null ? [] : [error, parameters.get('error_description') ?? ''];
    throw new LaunchProblem('denied', said.filter(Boolean).join(': '));
  }
  if (issuer === null) throw new LaunchProblem('lost-session');
  if (parameters.has('code')) {
    checkAnswerer(stored, parameters.get('iss'));
    // A new code for a launch that is complete: back to the sign-in and on with another patient, or an old address opened again. What was
    // granted before does not stand for it: the code is exchanged, and one that was used is refused by the EHR.
    if (asText(asRecord(stored.tokenResponse).access_token) !== '') await store.set(key, withoutToken(stored));
  }
  let client: Client;
  try {
    client = await smart.ready(adapter);
  } catch (problem) {
    throw toLaunchProblem(problem, 'token-failed');
  }
  return toSession(client, issuer, {
    keep: (state) => adapter.getStorage().set(key, state),
    forget: () => adapter.getStorage().unset(key),
  });
}

function withoutToken(stored: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => name !== 'tokenResponse' && name !== 'expiresAt'));
}

/** A FHIR id, as generously as servers write them; nothing that could be another address. */
const PATIENT_ID = /^[^\s/?#\\%]{1,128}$/;

/** Reading a chart takes seconds: a token with less to live than this is renewed first. */
const EXPIRY_MARGIN_S = 20;
/** Life of a token whose answer does not say (RFC 6749 leaves `expires_in` out); a 401 corrects it. */
const ASSUMED_LIFE_S = 300;

interface Kept {
  readonly keep: (state: unknown) => Promise<unknown>;
  readonly forget: () => Promise<unknown>;
}

function toSession(client: Client, issuer: Issuer, { keep, forget }: Kept): Session {
  const response = () => asRecord(client.state.tokenResponse);
  const patientId = patientIn(response(), issuer.iss);
  if (asText(response().access_token) === '') throw new LaunchProblem('lost-session');
  if (!PATIENT_ID.test(patientId)) throw new LaunchProblem('no-patient');
  const endsAt = () => asNumber(client.state.expiresAt) ?? Number.POSITIVE_INFINITY;
  return {
    fhirServer: issuer.iss,
    issuerName: issuer.name,
    tallMan: issuer.tallMan,
    patientId,
    target: readAppContext(response().appContext),
    // Some servers write the boolean as a word.
    needsBanner: String(response().need_patient_banner) !== 'false',
    styleAddress: asText(response().smart_style_url) || null,
    messaging: messagingChannel(asText(response().smart_web_messaging_handle), asText(response().smart_web_messaging_origin)),
    notGranted: missingReadScopes(client.state.scope ?? '', asText(response().scope)),
    accessToken: () => asText(response().access_token),
    expiresSoon: () => endsAt() - EXPIRY_MARGIN_S < Date.now() / 1000,
    renew: tokenRenewal({
      tokenUri: asText(client.state.tokenUri),
      clientId: issuer.clientId,
      fhirServer: issuer.iss,
      current: response,
      keep: (renewed) => {
        client.state.tokenResponse = { ...renewed };
        client.state.expiresAt = Math.floor(Date.now() / 1000) + (asNumber(renewed.expires_in) ?? ASSUMED_LIFE_S);
        return keep(client.state);
      },
    }),
    async readPatient() {
      try {
        const response = await fetch(`${issuer.iss}/Patient/${encodeURIComponent(patientId)}`, {
          headers: {
            accept: 'application/fhir+json',
            authorization: `Bearer ${asText(asRecord(client.state.tokenResponse).access_token)}`,
          },
          credentials: 'omit',
          redirect: 'error',
          signal: AbortSignal.timeout(8000),
        });
        const patient: unknown = response.ok ? await response.json() : null;
        return asRecord(patient).id === patientId ? patient : null;
      } catch {
        return null;
      }
    },
    async end() {
      await forget();
    },
  };
}
