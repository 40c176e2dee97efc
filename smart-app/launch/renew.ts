/**
 * Renewing the access token (RFC 6749 section 6, SMART App Launch "refresh token"): a public client names itself by `client_id`, asks for
 * no scope, and takes the new refresh token where one comes. Parallel callers share one request, because a refresh token may be used only once.
 */
import { asRecord, asText } from '../data/read-values.ts';
import { patientIn } from './token-patient.ts';

export type TokenResponse = Readonly<Record<string, unknown>>;

export interface Renewal {
  readonly tokenUri: string;
  readonly clientId: string;
  readonly fhirServer: string;
  /** The token response as it stands now. */
  readonly current: () => TokenResponse;
  /** Keeps the new token response, also for a reload of the page. */
  readonly keep: (renewed: TokenResponse) => Promise<unknown>;
}

const PATIENCE_MS = 10_000;

/** Answers true when there is a new token for the same patient; false when the EHR gives none: then a new launch is needed. */
export function tokenRenewal({ tokenUri, clientId, fhirServer, current, keep }: Renewal): () => Promise<boolean> {
  let running: Promise<boolean> | null = null;
  const once = async (): Promise<boolean> => {
    const before = current();
    const refreshToken = asText(before.refresh_token);
    if (refreshToken === '' || tokenUri === '') return false;
    try {
      const response = await fetch(tokenUri, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId }),
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const renewed = response.ok ? asRecord(await response.json()) : {};
      if (asText(renewed.access_token) === '') return false;
      // A renewed token for another patient is not ours.
      const patient = patientIn(renewed, fhirServer);
      if (patient !== '' && patient !== patientIn(before, fhirServer)) return false;
      await keep({ ...before, ...renewed });
      return true;
    } catch {
      return false;
    }
  };
  return () => {
    running ??= once().finally(() => {
      running = null;
    });
    return running;
  };
}
