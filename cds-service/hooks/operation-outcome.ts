/** Every non-2xx answer carries an OperationOutcome. Its text never holds patient data, tokens, paths or stacks. */

export interface OperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly { readonly severity: 'error'; readonly code: string; readonly diagnostics: string }[];
}

/** FHIR issue type per HTTP status. */
const ISSUE_TYPES: Readonly<Record<number, string>> = {
  400: 'invalid',
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  412: 'required',
  413: 'too-long',
  415: 'not-supported',
  429: 'throttled',
  503: 'transient',
};

export function operationOutcome(status: number, diagnostics: readonly string[]): OperationOutcome {
  const code = ISSUE_TYPES[status] ?? 'exception';
  return { resourceType: 'OperationOutcome', issue: diagnostics.map((text) => ({ severity: 'error', code, diagnostics: text })) };
}

/** A refusal that the caller may read: thrown at the edge, answered by the one error middleware. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly diagnostics: readonly string[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, diagnostics: string | readonly string[], headers: Readonly<Record<string, string>> = {}) {
    const list = typeof diagnostics === 'string' ? [diagnostics] : diagnostics;
    super(list.join('; '));
    this.status = status;
    this.diagnostics = list;
    this.headers = headers;
  }
}
