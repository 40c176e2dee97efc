/** What an error answer of a service means and what to do about it. */
import { isObject } from '../ehr/chart-part.ts';
import type { Answered, Problem } from './exchange.ts';

/** Undefined when the answer is one of a CDS service with cards. `wanted`: the member that makes it such an answer. */
export function refusalOf(
  answer: Answered,
  url: string,
  wanted: 'cards' | 'services',
  services: readonly string[] = [],
): Problem | undefined {
  const { status, headers, body } = answer;
  const said = diagnosticsOf(body);
  const told = said.length === 0 ? {} : { said };
  const isOutcome = isObject(body) && body.resourceType === 'OperationOutcome';
  if (status >= 300 && status < 400)
    return {
      kind: 'connection',
      what: `The address sends elsewhere (${status}${headers.location === undefined ? '' : ` to ${originOf(headers.location, url)}`}).`,
      todo: 'EHRs do not follow: name the final address, without a slash at its end.',
    };
  if (status === 200) {
    if (isObject(body) && Array.isArray(body[wanted])) return undefined;
    return notCds(`It answered ${typeOf(answer)} without "${wanted}".`);
  }
  if (status === 401) return { kind: 'refused', ...unauthorised(answer), ...told };
  if (status === 404 && !isOutcome) return notCds(`It answered 404 (${typeOf(answer)}).`);
  const [what, todo] = meaning(status, services);
  return { kind: 'refused', what, todo, ...told };
}

function notCds(what: string): Problem {
  return {
    kind: 'connection',
    what: `This is not a CDS Hooks service. ${what}`,
    todo: 'The base address is what stands before /cds-services; {base}/cds-services must answer with the list of services.',
  };
}

function unauthorised({ sent }: Answered): { readonly what: string; readonly todo: string } {
  if (sent === undefined)
    return {
      what: 'The service wants a client JWT, and the call was not signed (401).',
      todo: 'Sign it: --key FILE --iss ISSUER, with an issuer and key that stand in the trust file of the service.',
    };
  const { header, claims } = sent;
  const claim = (name: string): string => JSON.stringify(claims[name]);
  return {
    what: `The service did not accept the client JWT (401). Sent: alg ${String(header.alg)}, kid ${JSON.stringify(header.kid)}, jku ${header.jku === undefined ? 'none' : JSON.stringify(header.jku)}, iss ${claim('iss')}, aud ${claim('aud')}, iat ${claim('iat')}, exp ${claim('exp')}.`,
    todo: [
      'The cause stands in the log of the service, line "caller refused", member "cause":',
      'issuer: iss is not "issuer" of an entry of the trust file; jku: the one sent is not "jwksUrl" of that entry;',
      'algorithm: alg is not ES384 or RS384, nor named in "algorithms" of that entry;',
      'tenant: not among "tenants"; key: kid is not in the key set, or the set cannot be fetched; signature: another key has this kid;',
      'audience: aud is neither publicUrl and path nor "audience"; expired, not-yet, too-long: compare the clocks; replayed: the token was used before.',
      '"genehook config check FILE" checks the trust file itself.',
    ].join('\n'),
  };
}

function meaning(status: number, services: readonly string[]): readonly [string, string] {
  switch (status) {
    case 400:
      return ['The service could not read the request (400).', 'The fields are named below, and among the deviations.'];
    case 403:
      return ['The service, or a proxy before it, does not allow the call (403).', 'Look at the allow-lists of proxy and service.'];
    case 404:
      return [
        'There is no service of this name (404).',
        services.length === 0 ? 'Look at {base}/cds-services for those there are.' : `There are: ${services.join(', ')}.`,
      ];
    case 405:
      return ['The address takes no POST (405).', 'Name the base or {base}/cds-services/{id}.'];
    case 412:
      return [
        'Data that the service needs were neither sent nor to be read (412).',
        'Send the prefetch keys named below, or a fhirServer of the trust file with a token that may read them.',
      ];
    case 413:
      return ['The request is larger than the service accepts (413).', 'Raise GENEHOOK_BODY_LIMIT_MB, or the limit of the proxy.'];
    case 415:
      return ['The service does not take this content type (415).', 'Send application/json, not compressed.'];
    case 429:
      return [
        'The service gets more calls than it answers in time (429).',
        'Try again; GENEHOOK_RATE_PER_MINUTE and GENEHOOK_CONCURRENT_CALLS set the limits.',
      ];
    default:
      return status >= 500
        ? [`The service, or a proxy before it, failed (${status}).`, 'The cause stands in its log.']
        : [`The service refused the call (${status}).`, 'Look at its log.'];
  }
}

function typeOf({ headers, body }: Answered): string {
  const type = /^[\w.+-]+\/[\w.+-]+/.exec(headers['content-type'] ?? '')?.[0];
  return type ?? (body === undefined ? 'no JSON' : 'JSON');
}

/** The target of a redirect without its path and query, which may hold anything. */
function originOf(location: string, url: string): string {
  try {
    return new URL(location, url).origin;
  } catch {
    return 'an unreadable address';
  }
}

function diagnosticsOf(body: unknown): readonly string[] {
  if (!isObject(body) || !Array.isArray(body.issue)) return [];
  return body.issue.flatMap((issue: unknown) => {
    if (!isObject(issue)) return [];
    const details = isObject(issue.details) ? issue.details.text : undefined;
    const text = typeof issue.diagnostics === 'string' ? issue.diagnostics : details;
    return typeof text === 'string' && text !== '' ? [text.slice(0, 1000)] : [];
  });
}
