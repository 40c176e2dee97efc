/** Asking the service for the report of the session's patient: with the session's token, never with an address that names a patient. */
import type { Session } from '../launch/session.ts';
import { PARTS, type ReadReport } from './panel-report.ts';
import { readReport } from './read-report.ts';
import { readBody, ReportFault, type Draft } from './report-stream.ts';
import { asList, asRecord, asText } from './read-values.ts';

export type FaultKind = 'expired' | 'not-permitted' | 'busy' | 'service' | 'unreadable' | 'offline' | 'too-slow' | 'wrong-patient';

export class FetchFault extends Error {
  override readonly name = 'FetchFault';
  readonly kind: FaultKind;
  readonly detail: string;

  constructor(kind: FaultKind, detail = '') {
    super(kind);
    this.kind = kind;
    this.detail = detail.slice(0, 500);
  }
}

/**
 * Counted from the last sign of life of the service. The service itself gives a slow chart ten seconds and then says what it has, so
 * the panel waits well beyond that; from ten seconds on the page says that it takes unusually long and offers to ask again.
 */
const PATIENCE_MS = 45_000;

export type ReportSession = Pick<Session, 'fhirServer' | 'patientId' | 'accessToken' | 'expiresSoon' | 'renew'>;

/** Hands out the report as it grows; returns the whole one. `partial` tells that the service stopped before the end. */
export async function fetchReport(
  base: string,
  session: ReportSession,
  options: { readonly allDrugs: boolean },
  onGrowth: (sofar: ReadReport) => void,
  cancelled?: AbortSignal,
): Promise<{ read: ReadReport; partial: FetchFault | null }> {
  const patience = new AbortController();
  cancelled?.addEventListener('abort', () => patience.abort(), { once: true });
  let timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  let draft: Draft = {};
  let partial: FetchFault | null = null;
  try {
    for await (const grown of draftsOf(base, session, options.allDrugs ? { allDrugs: true } : {}, patience.signal)) {
      clearTimeout(timer);
      timer = setTimeout(() => patience.abort(), PATIENCE_MS);
      draft = grown;
      onGrowth(checked(readReport(draft), session.patientId));
    }
  } catch (error) {
    const fault = toFault(error, patience.signal.aborted);
    // Where nothing of the report came there is nothing to stand on; where the session has ended nothing may stand.
    if (!PARTS.some((part) => part in draft) || fault.kind === 'wrong-patient' || fault.kind === 'expired') throw fault;
    partial = fault;
  } finally {
    clearTimeout(timer);
  }
  const read = checked(readReport(draft), session.patientId);
  return { read, partial: partial ?? (read.complete ? null : new FetchFault('service')) };
}

/** Which trials the reader wants to see; the names are the service's. */
export interface TrialQuery {
  readonly verdicts?: readonly ('eligible' | 'possible' | 'ineligible')[];
  readonly molecularOnly?: true;
  readonly anyStatus?: true;
  readonly text?: string;
  readonly withinKm?: number;
}
export type TrialPage = Pick<ReadReport['report'], 'trials' | 'trialSearch'>;

/** One page of trials of the session's patient, from the `offset`th on. */
export async function fetchTrials(base: string, session: ReportSession, query: TrialQuery, offset: number): Promise<TrialPage> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const body = { sections: ['patient', 'trials'], trials: { ...query, offset } };
    let draft: Draft = {};
    for await (const grown of draftsOf(base, session, body, signal)) draft = grown;
    const { report, complete } = checked(readReport(draft), session.patientId);
    if (!complete) throw new FetchFault('service');
    return { trials: report.trials, trialSearch: report.trialSearch };
  } catch (error) {
    throw toFault(error, signal.aborted);
  }
}

/** A report that names another patient is not shown, whatever else it says. */
function checked(read: ReadReport, patientId: string): ReadReport {
  const named = read.report.patient.id.replace(/^.*Patient\//, '');
  if (named !== '' && named !== patientId) throw new FetchFault('wrong-patient');
  return read;
}

/** The growing answer. A chart is read part by part, so that an expired token may come to light when the answer has begun: then it starts anew, once. */
async function* draftsOf(base: string, session: ReportSession, options: object, signal: AbortSignal): AsyncGenerator<Draft> {
  try {
    yield* readBody(await askWithRenewal(base, session, options, signal));
  } catch (error) {
    if (!(error instanceof ReportFault) || error.status !== 401) throw error;
    if (!(await session.renew())) throw new FetchFault('expired', error.message);
    yield* readBody(await accepted(await ask(base, session, options, signal)));
  }
}

/** A token about to end is renewed before it is used, where the EHR allows it; one that turns out to be expired, once. */
async function askWithRenewal(base: string, session: ReportSession, options: object, signal: AbortSignal): Promise<Response> {
  if (session.expiresSoon()) await session.renew();
  const first = await ask(base, session, options, signal);
  if (first.status !== 401) return accepted(first);
  if (!(await session.renew())) throw new FetchFault('expired');
  return accepted(await ask(base, session, options, signal));
}

function ask(base: string, session: ReportSession, options: object, signal: AbortSignal): Promise<Response> {
  return fetch(new URL('report', base), {
    method: 'POST',
    headers: {
      accept: 'application/x-ndjson, application/json;q=0.9',
      'content-type': 'application/json',
      authorization: `Bearer ${session.accessToken()}`,
    },
    body: JSON.stringify({ fhirServer: session.fhirServer, patientId: session.patientId, ...options }),
    credentials: 'omit',
    cache: 'no-store',
    signal,
  });
}

async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response;
  const detail = await errorText(response);
  const kind = kindOf(response.status);
  throw new FetchFault(kind, detail || (kind === 'service' ? `HTTP ${response.status}` : ''));
}

function kindOf(status: number | null): FaultKind {
  if (status === 401) return 'expired';
  if (status === 403 || status === 404) return 'not-permitted';
  return status === 429 || status === 503 ? 'busy' : 'service';
}

async function errorText(response: Response): Promise<string> {
  try {
    const body = asRecord(await response.json());
    const [issue] = asList(body.issue);
    const details = asRecord(asRecord(issue).details);
    return (
      asText(asRecord(issue).diagnostics) ||
      asText(details.text) ||
      asText(body.message) ||
      asText(asRecord(body.error).message) ||
      asText(body.error)
    );
  } catch {
    return '';
  }
}

function toFault(error: unknown, gaveUp: boolean): FetchFault {
  if (error instanceof FetchFault) return error;
  if (gaveUp) return new FetchFault('too-slow');
  // An answer that is no report: a proxy's sign-in page, a cut document.
  if (error instanceof SyntaxError) return new FetchFault('unreadable');
  if (error instanceof ReportFault) return new FetchFault(kindOf(error.status), error.message);
  return new FetchFault('offline');
}
