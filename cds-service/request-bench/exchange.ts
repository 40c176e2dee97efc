/** One HTTP exchange with a CDS service that the user named. Never follows a redirect; every failure is a value in plain words. */
import { signFor, type SignedToken, type Signer } from './signing.ts';
import { jsonOrUndefined } from '../json-text.ts';

export interface Problem {
  /** `connection`: no CDS service could be talked to. `refused`: it answered, with an error. `input`: nothing was sent. */
  readonly kind: 'connection' | 'refused' | 'input';
  readonly what: string;
  readonly todo: string;
  /** What the service itself said. */
  readonly said?: readonly string[];
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined when the body is none. */
  readonly body: unknown;
  /** Round trip as seen from here, milliseconds. */
  readonly milliseconds: number;
  readonly sent?: SignedToken['sent'];
}

export type Exchanged = { readonly ok: true; readonly answer: Answered } | { readonly ok: false; readonly problem: Problem };

export interface ExchangeSetting {
  readonly signer?: Signer;
  readonly timeoutMs: number;
  readonly now: () => number;
}

const MOST_BYTES = 50 * 1024 * 1024;

export async function exchange(
  url: string,
  body: unknown,
  { signer, timeoutMs, now }: ExchangeSetting,
  further: Readonly<Record<string, string>> = {},
): Promise<Exchanged> {
  const token = signer === undefined ? undefined : await signFor(url, signer, now() / 1000);
  const started = performance.now();
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token.token}` }),
        ...further,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await limited(response);
    const milliseconds = performance.now() - started;
    const headers = Object.fromEntries(response.headers.entries());
    return {
      ok: true,
      answer: {
        status: response.status,
        headers,
        body: jsonOrUndefined(text),
        milliseconds,
        ...(token === undefined ? {} : { sent: token.sent }),
      },
    };
  } catch (error) {
    return { ok: false, problem: connectionProblem(error, url, timeoutMs) };
  }
}

async function limited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > MOST_BYTES) throw new Error('too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Codes of Node, OpenSSL and undici → what it means and what to do. */
export function connectionProblem(error: unknown, url: string, timeoutMs: number): Problem {
  const { host, hostname, protocol } = new URL(url);
  const problem = (what: string, todo: string): Problem => ({ kind: 'connection', what, todo });
  if (error instanceof Error && error.name === 'TimeoutError')
    return problem(
      `${host} did not answer within ${Math.round(timeoutMs / 1000)} seconds.`,
      'Look at its log and load, or wait longer with --timeout.',
    );
  if (error instanceof Error && error.cause instanceof Error && error.cause.message === 'bad port')
    return problem(`${host} is a port that HTTP clients refuse to call.`, 'Let the service listen on another port.');
  const code = codeOf(error);
  switch (code) {
    case 'ECONNREFUSED':
      return problem(`Nothing listens at ${host}.`, 'Start the service (npm run service), or correct host and port in --url.');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return problem(`The host name ${hostname} is not known here.`, 'Correct --url, or look at the name service of this machine.');
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return problem(`${host} cannot be reached from here.`, 'Look at network, firewall and proxy between this machine and the service.');
    case 'CERT_HAS_EXPIRED':
      return problem(
        `The certificate of ${host} has expired.`,
        'Renew it at the service or at the proxy before it; EHRs refuse it as well.',
      );
    case 'CERT_NOT_YET_VALID':
      return problem(`The certificate of ${host} is not valid yet.`, 'Compare the clocks of both machines, or wait for its start.');
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return problem(
        `The certificate of ${host} is made for another name.`,
        'Use the name that stands in the certificate, or have one made for this name.',
      );
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_GET_ISSUER_CERT':
      return problem(
        `The certificate of ${host} is not signed by an authority that this machine knows, or its chain is not sent whole.`,
        'Let the server send the whole chain; for an authority of your own set NODE_EXTRA_CA_CERTS to its certificate.',
      );
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return problem(
        `${host} does not speak https at this port.`,
        'Use http:// for a service on this machine, or the port of the proxy that ends TLS.',
      );
    default:
      if (code.startsWith('HPE_') || code === 'UND_ERR_SOCKET' || code === 'ECONNRESET')
        return problem(
          `${host} broke off the connection or does not speak ${protocol === 'https:' ? 'https' : 'plain http'} there.`,
          `Try ${protocol === 'https:' ? 'http://, if it is a service on this machine' : 'https://'}, and look at its log.`,
        );
      return problem(`${host} could not be called${code === '' ? '' : ` (${code})`}.`, 'Check --url.');
  }
}

function codeOf(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (at instanceof AggregateError) return codeOf(at.errors[0]);
  }
  return '';
}
