/** What can go wrong between the command line and a Medplum server: what happened, what to do, and the exit code of the command. */

export type FaultKind =
  | 'setting'
  | 'unreachable'
  | 'certificate'
  | 'not-fhir'
  | 'not-medplum'
  | 'sign-in'
  | 'permission'
  | 'feature'
  | 'refused'
  | 'busy'
  | 'partial';

const EXIT_CODES: Readonly<Record<FaultKind, number>> = {
  setting: 2,
  unreachable: 3,
  certificate: 3,
  'not-fhir': 3,
  'not-medplum': 3,
  'sign-in': 4,
  permission: 4,
  feature: 4,
  refused: 4,
  busy: 4,
  partial: 5,
};

/** Thrown at the edge; the message never holds a secret, a token or a resource's content. */
export class MedplumFault extends Error {
  readonly kind: FaultKind;
  readonly advice: string;

  constructor(kind: FaultKind, message: string, advice: string) {
    super(message);
    this.name = 'MedplumFault';
    this.kind = kind;
    this.advice = advice;
  }

  get exitCode(): number {
    return EXIT_CODES[this.kind];
  }
}

/** A request that Medplum answered with an error; `lines` say why, field by field where it names them. */
export class MedplumRefusal extends Error {
  readonly status: number;
  readonly lines: readonly string[];
  readonly body: unknown;

  constructor(status: number, lines: readonly string[], body: unknown) {
    super(lines.join('; ') || `HTTP ${status}`);
    this.name = 'MedplumRefusal';
    this.status = status;
    this.lines = lines;
    this.body = body;
  }
}

const CERTIFICATE_CODES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an authority that this machine does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes from an authority that this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an authority that this machine does not know',
};

const NETWORK_CODES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNREFUSED: 'nothing listens at that address and port',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'there was no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'there was no answer in time',
  UND_ERR_SOCKET: 'the connection was cut',
};

/** Names a failed `fetch` of `origin` by its cause. */
export function networkFault(origin: string, error: unknown): MedplumFault {
  if (error instanceof MedplumFault) return error;
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return new MedplumFault('unreachable', `${origin} gave no answer in time`, 'Check MEDPLUM_BASE_URL and that the server is up.');
  const code = codeOf(error);
  const certificate = CERTIFICATE_CODES[code];
  if (certificate !== undefined) {
    const unknown = /authority|self-signed/.test(certificate);
    const advice = unknown
      ? 'Give Node.js the authority with NODE_EXTRA_CA_CERTS=<file.pem>; certificate checks are never switched off.'
      : 'Renew the certificate of the server, or correct the host name in MEDPLUM_BASE_URL; certificate checks are never switched off.';
    return new MedplumFault('certificate', `${origin} cannot be trusted: ${certificate}`, advice);
  }
  if (/^(EPROTO|ERR_SSL)/.test(code))
    return new MedplumFault('unreachable', `${origin} does not speak TLS on this port`, 'Check scheme and port of MEDPLUM_BASE_URL.');
  const cause = NETWORK_CODES[code] ?? 'the connection failed';
  return new MedplumFault('unreachable', `${origin} cannot be reached: ${cause}`, 'Check MEDPLUM_BASE_URL and that the server is up.');
}

/** The first error code down the chain of causes. */
function codeOf(error: unknown): string {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    if ('code' in current && typeof current.code === 'string') return current.code;
    if (current instanceof AggregateError) current = current.errors[0];
    else current = 'cause' in current ? current.cause : undefined;
  }
  return '';
}

/** How the end of a failed command reads. */
export function faultText(fault: MedplumFault): string {
  return `${fault.message}\n  What to do: ${fault.advice}`;
}
