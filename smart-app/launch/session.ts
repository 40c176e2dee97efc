/** One authorized session: one patient, one EHR, one token. Everything that the panel shows comes from it alone. */
import smart from 'fhirclient/lib/smart.js';
import { asRecord, asText } from '../data/read-values.ts';
import { PanelAdapter } from './adapter.ts';
import { readAppContext, type PanelTarget } from './app-context.ts';
import { findIssuer, type Issuer } from './issuers.ts';
import { LaunchProblem, toLaunchProblem } from './problem.ts';
import { missingReadScopes } from './scopes.ts';

type Client = Awaited<ReturnType<typeof smart.ready>>;

/** SMART Web Messaging, where the EHR offers it: how an order is handed back. */
export interface MessagingChannel {
  readonly origin: string;
  readonly handle: string;
}

export interface Session {
  readonly fhirServer: string;
  readonly issuerName: string;
  readonly patientId: string;
  readonly target: PanelTarget;
  /** False when the EHR shows the patient itself. */
  readonly needsBanner: boolean;
  readonly styleAddress: string | null;
  readonly messaging: MessagingChannel | null;
  /** Resource types that were asked for and not granted. */
  readonly notGranted: readonly string[];
  accessToken(): string;
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
  const error = parameters.get('error') ?? '';
  if (error !== '') throw new LaunchProblem('denied', [error, parameters.get('error_description') ?? ''].filter(Boolean).join(': '));
  const key = parameters.get('state') ?? '';
  const stored = key === '' ? {} : asRecord(await adapter.getStorage().get(key));
  const issuer = findIssuer(issuers, asText(stored.serverUrl));
  if (issuer === null) throw new LaunchProblem('lost-session');
  let client: Client;
  try {
    client = await smart.ready(adapter);
  } catch (problem) {
    throw toLaunchProblem(problem, 'token-failed');
  }
  return toSession(client, issuer, async () => {
    await adapter.getStorage().unset(key);
  });
}

function toSession(client: Client, issuer: Issuer, forget: () => Promise<void>): Session {
  const response = () => asRecord(client.state.tokenResponse);
  const patientId = asText(response().patient);
  if (asText(response().access_token) === '') throw new LaunchProblem('lost-session');
  if (patientId === '') throw new LaunchProblem('no-patient');
  const handle = asText(response().smart_web_messaging_handle);
  const origin = asText(response().smart_web_messaging_origin);
  return {
    fhirServer: issuer.iss,
    issuerName: issuer.name,
    patientId,
    target: readAppContext(response().appContext),
    needsBanner: response().need_patient_banner !== false,
    styleAddress: asText(response().smart_style_url) || null,
    messaging: handle !== '' && origin !== '' ? { handle, origin } : null,
    notGranted: missingReadScopes(client.state.scope ?? '', asText(response().scope)),
    accessToken: () => asText(response().access_token),
    async renew() {
      try {
        await client.refresh({ signal: AbortSignal.timeout(10_000) });
        // A renewed token for another patient is not ours.
        return asText(response().access_token) !== '' && (asText(response().patient) || patientId) === patientId;
      } catch {
        return false;
      }
    },
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
